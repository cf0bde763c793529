// SPDX-License-Identifier: MIT
// The connection itself and its TLS. Signing in is in ldapsignin.cpp, searching in ldapsearch.cpp.
#include "core/directory/ldapconnection_p.h"

#include "core/base/untrustedtext.h"
#include "core/directory/ldapfailure_p.h"
#include "core/directory/ldaplayers_p.h"
#include "core/x509/reader.h"
#include "core/x509/tlspeer.h"

#include <QtCore/QFile>
#include <QtCore/QScopeGuard>

#include <openldap.h>

#include <array>

#include <sys/time.h>

namespace kakuin::directory {

using namespace Qt::StringLiterals;
using Security = DirectorySettings::Security;

namespace {

constexpr qint64 mostAuthorityBytes = qint64{16} * 1024 * 1024;

QDeadlineTimer after(std::chrono::milliseconds patience)
{
    return QDeadlineTimer(patience);
}

// Where systems keep the authorities that they trust, for those whose ldap.conf names none
QString systemAuthorities()
{
    static const std::array places{u"/etc/ssl/certs/ca-certificates.crt"_s, u"/etc/pki/tls/certs/ca-bundle.crt"_s,
        u"/etc/ssl/ca-bundle.pem"_s, u"/etc/ssl/cert.pem"_s};
    for (const QString &place : places) {
        if (QFile::exists(place))
            return place;
    }
    return {};
}

// The library reads its configuration at its first call, and does not expect two of them at once
void initialiseOnce()
{
    static const int isDone = [] {
        int level = 0;
        return ldap_get_option(nullptr, LDAP_OPT_DEBUG_LEVEL, &level);
    }();
    Q_UNUSED(isDone)
}

Result<void> checkAuthorities(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return fail(ErrorCode::FileNotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    if (!x509::readPem(file.read(mostAuthorityBytes)))
        return fail(ErrorCode::MalformedPem, path);
    return {};
}

} // namespace

LdapConnection::LdapConnection(DirectorySettings settings, DeadlineSocket &socket)
    : m_settings(std::move(settings))
    , m_socket(socket)
{
    if (m_settings.port == 0)
        m_settings.port = m_settings.security == Security::Ldaps ? 636 : 389;
}

LdapConnection::~LdapConnection()
{
    hangUp();
}

void LdapConnection::hangUp()
{
    if (!m_ldap)
        return;
    m_socket.setDeadline(after(std::chrono::seconds(1))); // for the good-bye
    ldap_unbind_ext(std::exchange(m_ldap, nullptr), nullptr, nullptr);
}

void LdapConnection::beginOperation()
{
    m_socket.setDeadline(after(m_settings.limits.operation));
}

bool LdapConnection::set(int option, const void *value)
{
    return ldap_set_option(m_ldap, option, value) == LDAP_OPT_SUCCESS;
}

Result<void> LdapConnection::open()
{
    const QDeadlineTimer deadline = after(m_settings.limits.connecting);
    return m_socket.open(m_settings.host, m_settings.port, deadline)
        .and_then([this] { return prepare(); })
        .and_then([this]() -> Result<void> { return hasTls() ? startTls() : Result<void>(); });
}

// A handle over our socket. The computer's ldap.conf may say what it likes: all that matters is set here.
Result<void> LdapConnection::prepare()
{
    initialiseOnce();
    const QString host = m_settings.host.contains(u':') ? u'[' + m_settings.host + u']' : m_settings.host;
    const QByteArray url = u"ldap://%1:%2"_s.arg(host).arg(m_settings.port).toUtf8();
    const int made = ldap_init_fd(m_socket.descriptor(), LDAP_PROTO_EXT, url.constData(), &m_ldap);
    if (made != LDAP_SUCCESS)
        return fail(ErrorCode::InvalidArgument, m_settings.host, QString::fromUtf8(ldap_err2string(made)));
    Sockbuf *buffer = nullptr;
    auto longest = static_cast<ber_len_t>(m_settings.limits.messageBytes);
    const bool isBuilt = ldap_get_option(m_ldap, LDAP_OPT_SOCKBUF, &buffer) == LDAP_OPT_SUCCESS && buffer
        && addSocketLayer(buffer, &m_socket) && ber_sockbuf_ctrl(buffer, LBER_SB_OPT_SET_MAX_INCOMING, &longest) == 1;
    const int version = LDAP_VERSION3;
    const int never = LDAP_DEREF_NEVER;
    const int noLimit = LDAP_NO_LIMIT;
    const timeval noTime{-1, 0}; // the socket knows
    const bool isSet = isBuilt && set(LDAP_OPT_PROTOCOL_VERSION, &version) && set(LDAP_OPT_REFERRALS, LDAP_OPT_OFF)
        && set(LDAP_OPT_RESTART, LDAP_OPT_OFF) && set(LDAP_OPT_DEREF, &never) && set(LDAP_OPT_SIZELIMIT, &noLimit)
        && set(LDAP_OPT_TIMELIMIT, &noLimit) && set(LDAP_OPT_NETWORK_TIMEOUT, &noTime)
        && set(LDAP_OPT_TIMEOUT, &noTime);
    if (!isSet)
        return fail(ErrorCode::Internal, m_settings.host, u"LDAP options"_s);
    return {};
}

Result<void> LdapConnection::setAuthorities()
{
    const QString &own = m_settings.caFile;
    if (!own.isEmpty()) {
        // the library takes a file without certificates as it comes, and then trusts nobody
        if (const auto readable = checkAuthorities(own); !readable)
            return readable;
        const QByteArray path = QFile::encodeName(own);
        if (!set(LDAP_OPT_X_TLS_CACERTFILE, path.constData()) || !set(LDAP_OPT_X_TLS_CACERTDIR, nullptr))
            return fail(ErrorCode::TlsFailed, m_settings.host, u"authorities"_s);
        return {};
    }
    char *configured = nullptr;
    ldap_get_option(m_ldap, LDAP_OPT_X_TLS_CACERTFILE, &configured);
    const auto freeing = qScopeGuard([&] { ldap_memfree(configured); });
    const QByteArray system = QFile::encodeName(systemAuthorities());
    if (!configured && !system.isEmpty() && !set(LDAP_OPT_X_TLS_CACERTFILE, system.constData()))
        return fail(ErrorCode::TlsFailed, m_settings.host, u"authorities"_s);
    return {};
}

Result<void> LdapConnection::startTls()
{
    if (const auto done = setAuthorities(); !done)
        return done;
    if (const int result = shakeHands(LDAP_OPT_X_TLS_DEMAND); result != LDAP_SUCCESS)
        return tl::unexpected<Error>(tlsError(result));
    if (ldap_tls_inplace(m_ldap) != 1)
        return fail(ErrorCode::TlsFailed, m_settings.host, u"not in place"_s);
    return {};
}

int LdapConnection::shakeHands(int verification)
{
    const int oldest = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2;
    const int asClient = 0;
    // nobody's own certificate, from whatever ldap.conf: Active Directory would take it for a sign-in
    const bool isSet = set(LDAP_OPT_X_TLS_REQUIRE_CERT, &verification) && set(LDAP_OPT_X_TLS_PROTOCOL_MIN, &oldest)
        && set(LDAP_OPT_X_TLS_CERTFILE, nullptr) && set(LDAP_OPT_X_TLS_KEYFILE, nullptr)
        && set(LDAP_OPT_X_TLS_NEWCTX, &asClient);
    if (!isSet)
        return LDAP_LOCAL_ERROR;
    return m_settings.security == Security::Ldaps ? ldap_install_tls(m_ldap)
                                                  : ldap_start_tls_s(m_ldap, nullptr, nullptr);
}

QByteArray LdapConnection::peerCertificate() const
{
    berval der{};
    if (ldap_get_option(m_ldap, LDAP_OPT_X_TLS_PEERCERT, &der) != LDAP_OPT_SUCCESS || !der.bv_val)
        return {};
    const QByteArray bytes(der.bv_val, static_cast<qsizetype>(der.bv_len));
    ldap_memfree(der.bv_val);
    return bytes;
}

// The library does not say what it did not like. A second connection, which ends with the handshake and is never used
// for anything, shows the certificate.
Error LdapConnection::tlsError(int result)
{
    const Error first = errorOf(result, u"TLS"_s, lastText());
    if (first.code == ErrorCode::NoAnswer || first.code == ErrorCode::Cancelled)
        return first;
    hangUp();
    QByteArray certificate;
    const auto opened = m_socket.open(m_settings.host, m_settings.port, after(m_settings.limits.connecting));
    if (opened && prepare() && shakeHands(LDAP_OPT_X_TLS_NEVER) == LDAP_SUCCESS)
        certificate = peerCertificate();
    hangUp();
    if (certificate.isEmpty())
        return {ErrorCode::TlsFailed, m_settings.host, first.detail};
    return {x509::isForHost(certificate, m_settings.host) ? ErrorCode::TlsCertificateUntrusted
                                                          : ErrorCode::TlsCertificateForAnotherName,
        m_settings.host, first.detail};
}

int LdapConnection::lastResult() const
{
    int result = LDAP_OTHER;
    ldap_get_option(m_ldap, LDAP_OPT_RESULT_CODE, &result);
    return result == LDAP_SUCCESS ? LDAP_OTHER : result;
}

QString LdapConnection::lastText() const
{
    char *text = nullptr;
    ldap_get_option(m_ldap, LDAP_OPT_DIAGNOSTIC_MESSAGE, &text);
    const QString shown = QString::fromUtf8(text);
    ldap_memfree(text);
    return shown;
}

Error LdapConnection::errorOf(int result, const QString &stage, const QString &text) const
{
    Error error = errorOfResult(result, text, stage, m_settings.host);
    switch (m_socket.ending()) {
    case DeadlineSocket::Ending::None:
        if (error.code == ErrorCode::ConnectionLost) // it is there; the library has let go of what it cannot read
            error.code = ErrorCode::UnexpectedOutput;
        break;
    case DeadlineSocket::Ending::Closed:
        error.code = ErrorCode::ConnectionLost;
        break;
    case DeadlineSocket::Ending::TimedOut:
        error.code = ErrorCode::NoAnswer;
        break;
    case DeadlineSocket::Ending::BrokenOff:
        error.code = ErrorCode::Cancelled;
        break;
    case DeadlineSocket::Ending::TooMuch:
        error.code = ErrorCode::UnexpectedOutput;
        error.detail = stage + u": more bytes than a directory of Exchange has"_s;
        break;
    }
    if (m_sealed && m_sealed->failure())
        error = {m_sealed->failure()->code, m_settings.host, stage + u": "_s + m_sealed->failure()->detail};
    return error;
}

} // namespace kakuin::directory
