// SPDX-License-Identifier: MIT
#include "core/x509/keyderivation_p.h"

namespace kakuin::x509 {
namespace {

using PbeParametersPtr = Owned<PBEPARAM, PBEPARAM_free>;
using Pbes2ParametersPtr = Owned<PBE2PARAM, PBE2PARAM_free>;
using Pbkdf2ParametersPtr = Owned<PBKDF2PARAM, PBKDF2PARAM_free>;

template <class Ptr>
Ptr parameters(const X509_ALGOR *algorithm, const ASN1_ITEM *item)
{
    int type = V_ASN1_UNDEF;
    const void *value = nullptr;
    X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    if (type != V_ASN1_SEQUENCE)
        return {};
    return Ptr(static_cast<typename Ptr::pointer>(ASN1_item_unpack(static_cast<const ASN1_STRING *>(value), item)));
}

int kindOf(const X509_ALGOR *algorithm)
{
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(object);
}

} // namespace

std::optional<qint64> checkedRounds(const ASN1_INTEGER *count)
{
    int64_t rounds = 0;
    if (!count || !ASN1_INTEGER_get_int64(&rounds, count) || rounds < 1 || rounds > maxRounds)
        return {};
    return rounds;
}

bool isLegacyEncryption(const X509_ALGOR *algorithm)
{
    const int kind = algorithm ? kindOf(algorithm) : NID_undef;
    if (kind == NID_pbes2) {
        const auto pbes2 = parameters<Pbes2ParametersPtr>(algorithm, ASN1_ITEM_rptr(PBE2PARAM));
        const int cipher = pbes2 ? kindOf(pbes2->encryption) : NID_undef;
        return cipher == NID_rc2_cbc || cipher == NID_des_cbc;
    }
    return kind != NID_undef && kind != NID_pbe_WithSHA1And3_Key_TripleDES_CBC
        && kind != NID_pbe_WithSHA1And2_Key_TripleDES_CBC;
}

std::optional<qint64> derivationRounds(const X509_ALGOR *algorithm)
{
    if (!algorithm)
        return {};
    if (kindOf(algorithm) != NID_pbes2) {
        const auto pbe = parameters<PbeParametersPtr>(algorithm, ASN1_ITEM_rptr(PBEPARAM));
        return pbe ? checkedRounds(pbe->iter) : std::nullopt;
    }
    const auto pbes2 = parameters<Pbes2ParametersPtr>(algorithm, ASN1_ITEM_rptr(PBE2PARAM));
    // scrypt and its kind choose memory as well as time: nothing that Windows writes
    if (!pbes2 || kindOf(pbes2->keyfunc) != NID_id_pbkdf2)
        return {};
    const auto pbkdf2 = parameters<Pbkdf2ParametersPtr>(pbes2->keyfunc, ASN1_ITEM_rptr(PBKDF2PARAM));
    return pbkdf2 ? checkedRounds(pbkdf2->iter) : std::nullopt;
}

} // namespace kakuin::x509
