// SPDX-License-Identifier: MIT
// For builds without GSSAPI (KAKUIN_KERBEROS is off).
#include "core/remote/securitycontext.h"

namespace kakuin::remote {

namespace {

class NoCredential final : public SecurityCredential {
public:
    Result<std::unique_ptr<SecurityContext>> begin(const SecurityTarget &) override
    {
        return fail(ErrorCode::KerberosUnavailable, {}, QStringLiteral("this build has no GSSAPI"));
    }
};

} // namespace

std::shared_ptr<SecurityCredential> SecurityCredential::create(const QString &, const Secret &)
{
    return std::make_shared<NoCredential>();
}

} // namespace kakuin::remote
