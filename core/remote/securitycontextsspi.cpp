// SPDX-License-Identifier: MIT
// Signing in by Windows' own SSPI.
#include "core/base/untrustedtext.h"
#include "core/remote/securitycontext.h"

#include <QtCore/QMutex>
#include <QtCore/QScopeGuard>

#include <array>
#include <optional>

#ifndef SECURITY_WIN32
#define SECURITY_WIN32
#endif
#include <windows.h>

#include <security.h>
#include <sspi.h>

namespace kakuin::remote {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned long wantedFlags = ISC_REQ_MUTUAL_AUTH | ISC_REQ_REPLAY_DETECT | ISC_REQ_SEQUENCE_DETECT
    | ISC_REQ_CONFIDENTIALITY | ISC_REQ_INTEGRITY | ISC_REQ_ALLOCATE_MEMORY;
constexpr unsigned long neededFlags
    = ISC_RET_MUTUAL_AUTH | ISC_RET_REPLAY_DETECT | ISC_RET_SEQUENCE_DETECT | ISC_RET_CONFIDENTIALITY;
// Negotiate must not agree on anything weaker
wchar_t onlyKerberos[] = L"!ntlm";

wchar_t *wide(QString &text)
{
    return reinterpret_cast<wchar_t *>(text.data());
}

unsigned short *wideShort(QString &text)
{
    return reinterpret_cast<unsigned short *>(text.data());
}

ErrorCode sspiCodeOf(SECURITY_STATUS status)
{
    switch (status) {
    case SEC_E_NO_CREDENTIALS:
        return ErrorCode::KerberosNoTicket;
    case SEC_E_CONTEXT_EXPIRED:
        return ErrorCode::KerberosTicketExpired;
    case SEC_E_TIME_SKEW:
        return ErrorCode::KerberosClockSkew;
    case SEC_E_TARGET_UNKNOWN:
    case SEC_E_WRONG_PRINCIPAL:
        return ErrorCode::KerberosServiceUnknown;
    case SEC_E_NO_AUTHENTICATING_AUTHORITY:
        return ErrorCode::KerberosUnavailable;
    case SEC_E_UNKNOWN_CREDENTIALS:
        return ErrorCode::KerberosUserUnknown;
    default:
        return ErrorCode::SignInRefused;
    }
}

QString sspiTextOf(const QString &stage, SECURITY_STATUS status)
{
    return u"%1: SSPI 0x%2"_s.arg(stage).arg(static_cast<quint32>(status), 8, 16, QLatin1Char('0'));
}

SecBuffer sspiBufferOf(unsigned long type, QByteArray &bytes)
{
    return {static_cast<unsigned long>(bytes.size()), type, bytes.data()};
}

/// "CONTOSO\admin" and "admin@CONTOSO.COM", as Windows wants them.
struct Identity final {
    QString user;
    QString domain;
    QString password;
    SEC_WINNT_AUTH_IDENTITY_EXW data{};

    Identity(const QString &name, const Secret &secret)
    {
        const qsizetype split = name.indexOf(u'\\');
        user = name.mid(split + 1);
        domain = split > 0 ? name.left(split) : QString();
        password = secret.text();
        data.Version = SEC_WINNT_AUTH_IDENTITY_VERSION;
        data.Length = sizeof(data);
        data.Flags = SEC_WINNT_AUTH_IDENTITY_UNICODE;
        data.PackageList = wideShort(packages);
        data.PackageListLength = static_cast<unsigned long>(packages.size());
        if (name.isEmpty())
            return; // whoever is signed in to this computer
        data.User = wideShort(user);
        data.UserLength = static_cast<unsigned long>(user.size());
        data.Domain = wideShort(domain);
        data.DomainLength = static_cast<unsigned long>(domain.size());
        data.Password = wideShort(password);
        data.PasswordLength = static_cast<unsigned long>(password.size());
    }
    ~Identity() { password.fill(QChar::Null); }
    Q_DISABLE_COPY_MOVE(Identity)

private:
    QString packages = QString::fromWCharArray(onlyKerberos);
};

/// A password that was refused is not tried again by the next connection: attempts may lock the account.
class Refusal final {
public:
    void note(const Error &error)
    {
        const QMutexLocker lock(&m_mutex);
        m_error = error;
    }
    [[nodiscard]] std::optional<Error> error()
    {
        const QMutexLocker lock(&m_mutex);
        return m_error;
    }

private:
    QMutex m_mutex;
    std::optional<Error> m_error;
};

class SspiContext final : public SecurityContext {
public:
    SspiContext(const SecurityTarget &target, std::shared_ptr<Refusal> refusal)
        : m_target(target)
        , m_refusal(std::move(refusal))
        , m_service(target.servicePrincipal.isEmpty() ? u"HTTP/"_s + target.host : target.servicePrincipal)
    {
        SecInvalidateHandle(&m_credential);
        SecInvalidateHandle(&m_context);
    }
    ~SspiContext() override
    {
        if (SecIsValidHandle(&m_context))
            DeleteSecurityContext(&m_context);
        if (SecIsValidHandle(&m_credential))
            FreeCredentialsHandle(&m_credential);
    }

    [[nodiscard]] Result<void> prepare(const QString &user, const Secret &password)
    {
        m_user = user;
        Identity identity(user, password);
        QString package = m_target.scheme == SecurityScheme::Kerberos ? u"Kerberos"_s : u"Negotiate"_s;
        // Kerberos alone needs no identity for whoever is signed in; Negotiate gets one, to leave NTLM out
        const bool isOwn = user.isEmpty() && m_target.scheme == SecurityScheme::Kerberos;
        TimeStamp expiry;
        const SECURITY_STATUS status = AcquireCredentialsHandleW(nullptr, wide(package), SECPKG_CRED_OUTBOUND, nullptr,
            isOwn ? nullptr : &identity.data, nullptr, nullptr, &m_credential, &expiry);
        if (status != SEC_E_OK)
            return fail(sspiCodeOf(status), m_target.host, sspiTextOf(u"credential"_s, status));
        return {};
    }

    [[nodiscard]] bool isEstablished() const override { return m_isEstablished; }
    [[nodiscard]] QString account() const override
    {
        SecPkgContext_NamesW names{};
        if (QueryContextAttributesW(const_cast<CtxtHandle *>(&m_context), SECPKG_ATTR_NAMES, &names) != SEC_E_OK)
            return {};
        const QString account = singleLine(QString::fromWCharArray(names.sUserName), 200);
        FreeContextBuffer(names.sUserName);
        return account;
    }

    Result<QByteArray> step(const QByteArray &token) override
    {
        QByteArray incoming = token;
        QByteArray bindings = channelBindings();
        std::array<SecBuffer, 2> in{};
        unsigned long count = 0;
        if (!incoming.isEmpty())
            in[count++] = sspiBufferOf(SECBUFFER_TOKEN, incoming);
        if (!bindings.isEmpty())
            in[count++] = sspiBufferOf(SECBUFFER_CHANNEL_BINDINGS, bindings);
        SecBufferDesc input{SECBUFFER_VERSION, count, in.data()};
        SecBuffer out{0, SECBUFFER_TOKEN, nullptr};
        SecBufferDesc output{SECBUFFER_VERSION, 1, &out};
        const auto freeing = qScopeGuard([&] {
            if (out.pvBuffer != nullptr)
                FreeContextBuffer(out.pvBuffer);
        });
        unsigned long flags = 0;
        TimeStamp expiry;
        const bool isFirst = !SecIsValidHandle(&m_context);
        SECURITY_STATUS status
            = InitializeSecurityContextW(&m_credential, isFirst ? nullptr : &m_context, wide(m_service), wantedFlags, 0,
                SECURITY_NATIVE_DREP, count > 0 ? &input : nullptr, 0, &m_context, &output, &flags, &expiry);
        if (status == SEC_I_COMPLETE_NEEDED || status == SEC_I_COMPLETE_AND_CONTINUE) {
            const SECURITY_STATUS completed = CompleteAuthToken(&m_context, &output);
            status = completed != SEC_E_OK        ? completed
                : status == SEC_I_COMPLETE_NEEDED ? SEC_E_OK
                                                  : SEC_I_CONTINUE_NEEDED;
        }
        if (status != SEC_E_OK && status != SEC_I_CONTINUE_NEEDED)
            return refused(token.isEmpty() ? u"first token"_s : u"answer of the server"_s, status);
        m_isEstablished = status == SEC_E_OK;
        if (m_isEstablished && (flags & neededFlags) != neededFlags)
            return fail(ErrorCode::AnswerNotProtected, m_target.host, u"sign-in: flags 0x%1"_s.arg(flags, 0, 16));
        return QByteArray(static_cast<const char *>(out.pvBuffer), static_cast<qsizetype>(out.cbBuffer));
    }

    Result<Sealed> wrap(const QByteArray &plain) override
    {
        SecPkgContext_Sizes sizes{};
        SECURITY_STATUS status = QueryContextAttributesW(&m_context, SECPKG_ATTR_SIZES, &sizes);
        if (status != SEC_E_OK)
            return fail(ErrorCode::AnswerNotProtected, m_target.host, sspiTextOf(u"encryption"_s, status));
        QByteArray header(static_cast<qsizetype>(sizes.cbSecurityTrailer), '\0');
        QByteArray data = plain; // encrypted in place
        data.detach();
        QByteArray padding(static_cast<qsizetype>(sizes.cbBlockSize), '\0');
        std::array<SecBuffer, 3> parts{sspiBufferOf(SECBUFFER_TOKEN, header), sspiBufferOf(SECBUFFER_DATA, data),
            sspiBufferOf(SECBUFFER_PADDING, padding)};
        SecBufferDesc message{SECBUFFER_VERSION, static_cast<unsigned long>(parts.size()), parts.data()};
        status = EncryptMessage(&m_context, 0, &message, 0);
        if (status != SEC_E_OK)
            return fail(ErrorCode::AnswerNotProtected, m_target.host, sspiTextOf(u"encryption"_s, status));
        header.truncate(static_cast<qsizetype>(parts[0].cbBuffer));
        padding.truncate(static_cast<qsizetype>(parts[2].cbBuffer));
        return Sealed{header, data + padding, padding.size()};
    }

    Result<QByteArray> unwrap(const QByteArray &header, const QByteArray &cipher) override
    {
        QByteArray token = header;
        QByteArray data = cipher; // decrypted in place
        token.detach();
        data.detach();
        std::array<SecBuffer, 3> parts{sspiBufferOf(SECBUFFER_TOKEN, token), sspiBufferOf(SECBUFFER_DATA, data),
            SecBuffer{0, SECBUFFER_PADDING, nullptr}};
        SecBufferDesc message{SECBUFFER_VERSION, static_cast<unsigned long>(parts.size()), parts.data()};
        unsigned long quality = 0;
        const SECURITY_STATUS status = DecryptMessage(&m_context, &message, 0, &quality);
        // also repeated, late or out of turn: on one connection every answer has its place
        if (status != SEC_E_OK || quality == SECQOP_WRAP_NO_ENCRYPT)
            return fail(ErrorCode::AnswerNotProtected, m_target.host, sspiTextOf(u"decryption"_s, status));
        return QByteArray(static_cast<const char *>(parts[1].pvBuffer), static_cast<qsizetype>(parts[1].cbBuffer));
    }

private:
    [[nodiscard]] tl::unexpected<Error> refused(const QString &stage, SECURITY_STATUS status)
    {
        if (status != SEC_E_LOGON_DENIED || m_user.isEmpty())
            return fail(sspiCodeOf(status), m_target.host, sspiTextOf(stage, status));
        const Error error{ErrorCode::KerberosPasswordWrong, m_user, sspiTextOf(stage, status)};
        m_refusal->note(error);
        return tl::unexpected<Error>(error);
    }

    /// SEC_CHANNEL_BINDINGS with the application data behind it; empty over http.
    [[nodiscard]] QByteArray channelBindings() const
    {
        if (m_target.channelBinding.isEmpty())
            return {};
        SEC_CHANNEL_BINDINGS head{};
        head.cbApplicationDataLength = static_cast<unsigned long>(m_target.channelBinding.size());
        head.dwApplicationDataOffset = sizeof(head);
        return QByteArray(reinterpret_cast<const char *>(&head), sizeof(head)) + m_target.channelBinding;
    }

    SecurityTarget m_target;
    std::shared_ptr<Refusal> m_refusal;
    QString m_user;
    QString m_service;
    CredHandle m_credential;
    CtxtHandle m_context;
    bool m_isEstablished = false;
};

class SspiCredential final : public SecurityCredential {
public:
    SspiCredential(const QString &user, const Secret &password)
        : m_user(user)
        , m_password(password)
    {
    }
    Result<std::unique_ptr<SecurityContext>> begin(const SecurityTarget &target) override
    {
        if (const std::optional<Error> before = m_refusal->error())
            return tl::unexpected<Error>(*before);
        auto context = std::make_unique<SspiContext>(target, m_refusal);
        if (const auto prepared = context->prepare(m_user, m_password); !prepared)
            return tl::unexpected<Error>(prepared.error());
        return context;
    }

private:
    QString m_user;
    Secret m_password;
    std::shared_ptr<Refusal> m_refusal = std::make_shared<Refusal>();
};

} // namespace

std::shared_ptr<SecurityCredential> SecurityCredential::create(const QString &user, const Secret &password)
{
    return std::make_shared<SspiCredential>(user, password);
}

} // namespace kakuin::remote
