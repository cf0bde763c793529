// SPDX-License-Identifier: MIT
#include "labserver/gssacceptor.h"

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>

namespace kakuin::labserver {

using namespace Qt::StringLiterals;

struct GssAcceptor::Handles final {
    gss_cred_id_t credential = GSS_C_NO_CREDENTIAL;
    gss_ctx_id_t context = GSS_C_NO_CONTEXT;
    OM_uint32 failed = 0;
};

namespace {

gss_buffer_desc bufferOf(const QByteArray &bytes)
{
    return {static_cast<size_t>(bytes.size()), const_cast<char *>(bytes.constData())};
}

QByteArray taken(gss_buffer_desc &buffer)
{
    const QByteArray bytes(static_cast<const char *>(buffer.value), static_cast<qsizetype>(buffer.length));
    OM_uint32 minor = 0;
    gss_release_buffer(&minor, &buffer);
    return bytes;
}

tl::unexpected<Error> refused(const QString &stage, OM_uint32 major, OM_uint32 minor)
{
    OM_uint32 more = 0;
    OM_uint32 ignored = 0;
    gss_buffer_desc general{};
    gss_buffer_desc special{};
    gss_display_status(&ignored, major, GSS_C_GSS_CODE, GSS_C_NO_OID, &more, &general);
    gss_display_status(&ignored, minor, GSS_C_MECH_CODE, GSS_C_NO_OID, &more, &special);
    return fail(ErrorCode::SignInRefused, stage, QString::fromUtf8(taken(general) + "; " + taken(special)));
}

} // namespace

GssAcceptor::GssAcceptor(const QByteArray &keytab, const QByteArray &channelBinding)
    : m_handles(std::make_unique<Handles>())
    , m_channelBinding(channelBinding)
{
    // no memory of what was seen: the tests repeat tokens on purpose
    gss_key_value_element_desc elements[]{{"keytab", keytab.constData()}, {"rcache", "none:"}};
    const gss_key_value_set_desc store{2, elements};
    OM_uint32 minor = 0;
    m_handles->failed = gss_acquire_cred_from(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, GSS_C_NO_OID_SET, GSS_C_ACCEPT,
        &store, &m_handles->credential, nullptr, nullptr);
}

GssAcceptor::~GssAcceptor()
{
    OM_uint32 minor = 0;
    gss_delete_sec_context(&minor, &m_handles->context, GSS_C_NO_BUFFER);
    gss_release_cred(&minor, &m_handles->credential);
}

Result<QByteArray> GssAcceptor::accept(const QByteArray &token)
{
    if (GSS_ERROR(m_handles->failed))
        return refused(u"keytab"_s, m_handles->failed, 0);
    gss_channel_bindings_struct bindings{};
    bindings.application_data = bufferOf(m_channelBinding);
    gss_buffer_desc input = bufferOf(token);
    gss_buffer_desc output{};
    gss_name_t peer = GSS_C_NO_NAME;
    OM_uint32 minor = 0;
    OM_uint32 ignored = 0;
    const OM_uint32 major = gss_accept_sec_context(&minor, &m_handles->context, m_handles->credential, &input,
        m_channelBinding.isEmpty() ? GSS_C_NO_CHANNEL_BINDINGS : &bindings, &peer, nullptr, &output, nullptr, nullptr,
        nullptr);
    m_token = taken(output);
    if (GSS_ERROR(major))
        return refused(u"accept"_s, major, minor);
    m_isEstablished = major == GSS_S_COMPLETE;
    if (m_isEstablished) {
        gss_buffer_desc name{};
        gss_display_name(&ignored, peer, &name, nullptr);
        m_peer = taken(name);
    }
    gss_release_name(&ignored, &peer);
    return m_token;
}

Result<GssAcceptor::Sealed> GssAcceptor::wrap(const QByteArray &plain)
{
    QByteArray data = plain;
    data.detach();
    gss_iov_buffer_desc parts[3]{};
    parts[0].type = GSS_IOV_BUFFER_TYPE_HEADER | GSS_IOV_BUFFER_FLAG_ALLOCATE;
    parts[1].type = GSS_IOV_BUFFER_TYPE_DATA;
    parts[1].buffer = {static_cast<size_t>(data.size()), data.data()};
    parts[2].type = GSS_IOV_BUFFER_TYPE_PADDING | GSS_IOV_BUFFER_FLAG_ALLOCATE;
    OM_uint32 minor = 0;
    const OM_uint32 major = gss_wrap_iov(&minor, m_handles->context, 1, GSS_C_QOP_DEFAULT, nullptr, parts, 3);
    const Sealed sealed{
        QByteArray(static_cast<const char *>(parts[0].buffer.value), static_cast<qsizetype>(parts[0].buffer.length)),
        data};
    OM_uint32 ignored = 0;
    gss_release_iov_buffer(&ignored, parts, 3);
    if (GSS_ERROR(major))
        return refused(u"wrap"_s, major, minor);
    return sealed;
}

Result<QByteArray> GssAcceptor::unwrap(const QByteArray &header, const QByteArray &cipher)
{
    // the older function, on one piece: another way than the client's
    const QByteArray whole = header + cipher;
    gss_buffer_desc input = bufferOf(whole);
    gss_buffer_desc output{};
    OM_uint32 minor = 0;
    int isEncrypted = 0;
    const OM_uint32 major = gss_unwrap(&minor, m_handles->context, &input, &output, &isEncrypted, nullptr);
    const QByteArray plain = taken(output);
    if (major != GSS_S_COMPLETE || isEncrypted == 0)
        return refused(u"unwrap"_s, major, minor);
    return plain;
}

} // namespace kakuin::labserver
