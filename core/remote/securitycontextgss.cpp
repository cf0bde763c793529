// SPDX-License-Identifier: MIT
// Signing in by GSSAPI (MIT Kerberos).
#include "core/base/untrustedtext.h"
#include "core/remote/kerberosticket_p.h"
#include "core/remote/securitycontext.h"

#include <QtCore/QScopeGuard>
#include <QtCore/QStringList>

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>
#include <gssapi/gssapi_krb5.h>

#include <optional>

namespace kakuin::remote {

using namespace Qt::StringLiterals;

namespace {

constexpr OM_uint32 provingFlags = GSS_C_MUTUAL_FLAG | GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG;
constexpr OM_uint32 sealingFlags = GSS_C_CONF_FLAG | GSS_C_INTEG_FLAG;
// repeated, late or out of turn: on one connection every answer has its place
constexpr OM_uint32 outOfTurn = GSS_S_DUPLICATE_TOKEN | GSS_S_OLD_TOKEN | GSS_S_UNSEQ_TOKEN;

char krb5Oid[] = "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02";
char spnegoOid[] = "\x2b\x06\x01\x05\x05\x02";
gss_OID_desc krb5Mechanism{9, krb5Oid};
gss_OID_desc spnegoMechanism{6, spnegoOid};

gss_buffer_desc gssBufferOf(const QByteArray &bytes)
{
    return {static_cast<size_t>(bytes.size()), const_cast<char *>(bytes.constData())}; // GSSAPI only reads it
}

QByteArray bytesOf(const gss_buffer_desc &buffer)
{
    return {static_cast<const char *>(buffer.value), static_cast<qsizetype>(buffer.length)};
}

/// A buffer that the library allocated.
struct OwnedBuffer final {
    gss_buffer_desc buffer = GSS_C_EMPTY_BUFFER;
    OwnedBuffer() = default;
    ~OwnedBuffer()
    {
        OM_uint32 minor = 0;
        gss_release_buffer(&minor, &buffer);
    }
    Q_DISABLE_COPY_MOVE(OwnedBuffer)
};

QString gssTextOf(OM_uint32 status, int kind, gss_OID mechanism)
{
    QStringList texts;
    OM_uint32 more = 0;
    do {
        OM_uint32 minor = 0;
        OwnedBuffer text;
        if (GSS_ERROR(gss_display_status(&minor, status, kind, mechanism, &more, &text.buffer)))
            break;
        texts += QString::fromUtf8(bytesOf(text.buffer));
    } while (more != 0 && texts.size() < 5);
    return texts.join(u"; "_s);
}

QString gssTextOf(OM_uint32 major, OM_uint32 minor, gss_OID mechanism)
{
    return singleLine(
        gssTextOf(major, GSS_C_GSS_CODE, GSS_C_NO_OID) + u"; "_s + gssTextOf(minor, GSS_C_MECH_CODE, mechanism), 500);
}

/// What the server's Kerberos refuses with travels as an error message inside its token. Nothing protects it: it serves
/// to say why, and for nothing else.
std::optional<krb5_error_code> refusalIn(const QByteArray &token)
{
    static const QByteArray start("\x03\x00\x7e", 3); // token id of KRB_ERROR, then the message's own tag
    const qsizetype at = token.indexOf(start);
    if (at < 0)
        return std::nullopt;
    krb5_context context = nullptr;
    if (krb5_init_context(&context) != 0)
        return std::nullopt;
    const auto freeing = qScopeGuard([&] { krb5_free_context(context); });
    QByteArray message = token.sliced(at + 2);
    const krb5_data data{KV5M_DATA, static_cast<unsigned int>(message.size()), message.data()};
    krb5_error *error = nullptr;
    if (krb5_rd_error(context, &data, &error) != 0)
        return std::nullopt;
    const auto code = static_cast<krb5_error_code>(error->error + ERROR_TABLE_BASE_krb5);
    krb5_free_error(context, error);
    return code;
}

class GssContext final : public SecurityContext {
public:
    GssContext(const SecurityTarget &target, std::shared_ptr<KerberosTicket> ticket)
        : m_target(target)
        , m_ticket(std::move(ticket))
        , m_mechanism(target.scheme == SecurityScheme::Kerberos ? &krb5Mechanism : &spnegoMechanism)
        , m_wantedFlags(target.isSealing ? provingFlags | sealingFlags : provingFlags)
    {
    }

    ~GssContext() override
    {
        OM_uint32 minor = 0;
        gss_delete_sec_context(&minor, &m_context, GSS_C_NO_BUFFER);
        gss_release_cred(&minor, &m_credential);
        gss_release_name(&minor, &m_name);
    }

    [[nodiscard]] Result<void> prepare(const KerberosTicket::ForService &ticket)
    {
        m_account = singleLine(QString::fromUtf8(ticket.client), 200);
        OM_uint32 minor = 0;
        gss_buffer_desc service = gssBufferOf(ticket.service);
        OM_uint32 major = gss_import_name(&minor, &service, GSS_KRB5_NT_PRINCIPAL_NAME, &m_name);
        if (GSS_ERROR(major))
            return refused(u"name of the service"_s, major, minor);
        gss_key_value_element_desc store{"ccache", ticket.cache.constData()};
        const gss_key_value_set_desc stores{1, &store};
        gss_OID_set_desc mechanisms{1, m_mechanism};
        major = gss_acquire_cred_from(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &mechanisms, GSS_C_INITIATE, &stores,
            &m_credential, nullptr, nullptr);
        if (GSS_ERROR(major))
            return refused(u"ticket"_s, major, minor);
        if (m_mechanism == &spnegoMechanism) { // nothing weaker is to be agreed on
            gss_OID_set_desc kerberos{1, &krb5Mechanism};
            major = gss_set_neg_mechs(&minor, m_credential, &kerberos);
            if (GSS_ERROR(major))
                return refused(u"mechanisms"_s, major, minor);
        }
        return {};
    }

    [[nodiscard]] bool isEstablished() const override { return m_isEstablished; }
    [[nodiscard]] QString account() const override { return m_account; }

    Result<QByteArray> step(const QByteArray &token) override
    {
        gss_channel_bindings_struct bindings{};
        bindings.application_data = gssBufferOf(m_target.channelBinding);
        const bool isBound = !m_target.channelBinding.isEmpty();
        gss_buffer_desc input = gssBufferOf(token);
        OwnedBuffer output;
        OM_uint32 minor = 0;
        OM_uint32 flags = 0;
        const OM_uint32 major = gss_init_sec_context(&minor, m_credential, &m_context, m_name, m_mechanism,
            m_wantedFlags, GSS_C_INDEFINITE, isBound ? &bindings : GSS_C_NO_CHANNEL_BINDINGS, &input, nullptr,
            &output.buffer, &flags, nullptr);
        if (GSS_ERROR(major)) {
            const KerberosFailure failure{
                token.isEmpty() ? u"first token"_s : u"answer of the server"_s, {}, m_target.host};
            const auto refusal = refusalIn(token);
            return tl::unexpected<Error>(
                failure.from(refusal.value_or(0), gssTextOf(major, minor, m_mechanism), m_target.host));
        }
        m_isEstablished = major == GSS_S_COMPLETE;
        if (m_isEstablished && (flags & m_wantedFlags) != m_wantedFlags)
            return fail(ErrorCode::AnswerNotProtected, m_target.host, u"sign-in: flags 0x%1"_s.arg(flags, 0, 16));
        return bytesOf(output.buffer);
    }

    Result<Sealed> wrap(const QByteArray &plain) override
    {
        QByteArray data = plain; // encrypted in place
        data.detach();
        gss_iov_buffer_desc parts[3]{};
        parts[0].type = GSS_IOV_BUFFER_TYPE_HEADER | GSS_IOV_BUFFER_FLAG_ALLOCATE;
        parts[1].type = GSS_IOV_BUFFER_TYPE_DATA;
        parts[1].buffer = {static_cast<size_t>(data.size()), data.data()};
        parts[2].type = GSS_IOV_BUFFER_TYPE_PADDING | GSS_IOV_BUFFER_FLAG_ALLOCATE;
        const auto freeing = qScopeGuard([&] {
            OM_uint32 ignored = 0;
            gss_release_iov_buffer(&ignored, parts, 3);
        });
        OM_uint32 minor = 0;
        int isEncrypted = 0;
        const OM_uint32 major = gss_wrap_iov(&minor, m_context, 1, GSS_C_QOP_DEFAULT, &isEncrypted, parts, 3);
        if (GSS_ERROR(major) || isEncrypted == 0)
            return fail(
                ErrorCode::AnswerNotProtected, m_target.host, u"encryption: "_s + gssTextOf(major, minor, m_mechanism));
        return Sealed{
            bytesOf(parts[0].buffer), data + bytesOf(parts[2].buffer), static_cast<qsizetype>(parts[2].buffer.length)};
    }

    Result<QByteArray> unwrap(const QByteArray &header, const QByteArray &cipher) override
    {
        QByteArray first = header;
        QByteArray data = cipher; // decrypted in place
        first.detach();
        data.detach();
        gss_iov_buffer_desc parts[3]{};
        parts[0].type = GSS_IOV_BUFFER_TYPE_HEADER;
        parts[0].buffer = {static_cast<size_t>(first.size()), first.data()};
        parts[1].type = GSS_IOV_BUFFER_TYPE_DATA;
        parts[1].buffer = {static_cast<size_t>(data.size()), data.data()};
        parts[2].type = GSS_IOV_BUFFER_TYPE_DATA; // MIT wants a place for the padding that there is not
        OM_uint32 minor = 0;
        int isEncrypted = 0;
        const OM_uint32 major = gss_unwrap_iov(&minor, m_context, &isEncrypted, nullptr, parts, 3);
        if (GSS_ERROR(major) || (major & outOfTurn) != 0 || isEncrypted == 0)
            return fail(
                ErrorCode::AnswerNotProtected, m_target.host, u"decryption: "_s + gssTextOf(major, minor, m_mechanism));
        return bytesOf(parts[1].buffer);
    }

    Result<QByteArray> seal(const QByteArray &plain, bool isEncrypted) override
    {
        gss_buffer_desc input = gssBufferOf(plain);
        OwnedBuffer output;
        OM_uint32 minor = 0;
        int hasEncrypted = 0;
        const OM_uint32 major = gss_wrap(
            &minor, m_context, isEncrypted ? 1 : 0, GSS_C_QOP_DEFAULT, &input, &hasEncrypted, &output.buffer);
        if (GSS_ERROR(major) || (isEncrypted && hasEncrypted == 0))
            return fail(
                ErrorCode::AnswerNotProtected, m_target.host, u"encryption: "_s + gssTextOf(major, minor, m_mechanism));
        return bytesOf(output.buffer);
    }

    Result<QByteArray> unseal(const QByteArray &token, bool mustBeEncrypted) override
    {
        gss_buffer_desc input = gssBufferOf(token);
        OwnedBuffer output;
        OM_uint32 minor = 0;
        int isEncrypted = 0;
        const OM_uint32 major = gss_unwrap(&minor, m_context, &input, &output.buffer, &isEncrypted, nullptr);
        if (GSS_ERROR(major) || (major & outOfTurn) != 0 || (mustBeEncrypted && isEncrypted == 0))
            return fail(
                ErrorCode::AnswerNotProtected, m_target.host, u"decryption: "_s + gssTextOf(major, minor, m_mechanism));
        return bytesOf(output.buffer);
    }

private:
    [[nodiscard]] tl::unexpected<Error> refused(const QString &stage, OM_uint32 major, OM_uint32 minor) const
    {
        return fail(ErrorCode::SignInRefused, m_target.host, stage + u": "_s + gssTextOf(major, minor, m_mechanism));
    }

    SecurityTarget m_target; // its bytes are pointed at
    std::shared_ptr<KerberosTicket> m_ticket; // whose cache the credential reads
    gss_OID m_mechanism;
    OM_uint32 m_wantedFlags;
    gss_name_t m_name = GSS_C_NO_NAME;
    gss_cred_id_t m_credential = GSS_C_NO_CREDENTIAL;
    gss_ctx_id_t m_context = GSS_C_NO_CONTEXT;
    bool m_isEstablished = false;
    QString m_account;
};

class GssCredential final : public SecurityCredential {
public:
    GssCredential(const QString &user, const Secret &password)
        : m_ticket(std::make_shared<KerberosTicket>(user, password))
    {
    }
    Result<std::unique_ptr<SecurityContext>> begin(const SecurityTarget &target) override
    {
        const auto ticket = m_ticket->forService(target.host, target.servicePrincipal);
        if (!ticket)
            return tl::unexpected<Error>(ticket.error());
        auto context = std::make_unique<GssContext>(target, m_ticket);
        if (const auto prepared = context->prepare(*ticket); !prepared)
            return tl::unexpected<Error>(prepared.error());
        return context;
    }

private:
    std::shared_ptr<KerberosTicket> m_ticket;
};

} // namespace

std::shared_ptr<SecurityCredential> SecurityCredential::create(const QString &user, const Secret &password)
{
    return std::make_shared<GssCredential>(user, password);
}

} // namespace kakuin::remote
