// SPDX-License-Identifier: MIT
#include "core/directory/ldapconnection_p.h"

#include "core/base/untrustedtext.h"
#include "core/directory/ldapfailure_p.h"
#include "core/directory/ldaplayers_p.h"
#include "core/x509/reader.h"
#include "core/x509/tlspeer.h"

#include <QtCore/QFile>
#include <QtCore/QScopeGuard>
#include <QtCore/QtEndian>

#include <openldap.h>

#include <array>

#include <sys/time.h>

namespace kakuin::directory {

using namespace Qt::StringLiterals;
using Security = DirectorySettings::Security;
using SignIn = DirectorySettings::SignIn;

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

// The layers of RFC 4752
constexpr char noLayer = 1;
constexpr char encryption = 4;
constexpr int mostSteps = 10;

berval bervalOf(const QByteArray &bytes)
{
    return {static_cast<ber_len_t>(bytes.size()), const_cast<char *>(bytes.constData())}; // the library only reads it
}

constexpr QLatin1String searchStage("search");

} // namespace

/// One answer of the library, freed with this object.
struct LdapConnection::Message final {
    /// What every result carries (RFC 4511 4.1.9).
    struct Facts final {
        int result = LDAP_DECODING_ERROR;
        QString text;
        QString referral;
    };
    LDAPMessage *message = nullptr;

    Message() = default;
    ~Message() { ldap_msgfree(message); }
    Q_DISABLE_COPY_MOVE(Message)

    [[nodiscard]] Facts facts(LDAP *ldap) const;
};

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
    m_socket.setDeadline(after(std::chrono::seconds(1))); // for UNBIND
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

Result<void> LdapConnection::signIn()
{
    beginOperation();
    return m_settings.signIn == SignIn::Simple ? signInSimply() : signInByKerberos();
}

Result<void> LdapConnection::signInSimply()
{
    if (ldap_tls_inplace(m_ldap) != 1) // whatever happened before: a password goes through TLS only
        return fail(ErrorCode::Internal, m_settings.host, u"no TLS"_s);
    QByteArray password = m_settings.password.text().toUtf8();
    const auto wiping = qScopeGuard([&] {
        volatile char *bytes = password.data();
        for (qsizetype i = 0; i < password.size(); ++i)
            bytes[i] = 0;
    });
    const QString stage = u"sign-in"_s;
    Message answer;
    if (const auto asked = bind(m_settings.user.toUtf8(), LDAP_SASL_SIMPLE, password, stage, answer); !asked)
        return asked;
    const Message::Facts facts = answer.facts(m_ldap);
    if (facts.result == LDAP_SUCCESS)
        return {};
    Error error = errorOf(facts.result, stage, facts.text);
    if (error.code == ErrorCode::SignInRefused)
        error.subject = m_settings.host;
    return tl::unexpected<Error>(error);
}

Result<void> LdapConnection::bind(
    const QByteArray &name, const char *mechanism, const QByteArray &credential, const QString &stage, Message &answer)
{
    berval value = bervalOf(credential);
    int id = 0;
    const int sent = ldap_sasl_bind(m_ldap, name.constData(), mechanism, &value, nullptr, nullptr, &id);
    if (sent != LDAP_SUCCESS)
        return tl::unexpected<Error>(errorOf(sent, stage));
    if (ldap_result(m_ldap, id, LDAP_MSG_ALL, nullptr, &answer.message) <= 0)
        return tl::unexpected<Error>(errorOf(lastResult(), stage));
    return {};
}

Result<QByteArray> LdapConnection::exchange(const QByteArray &token, int expected)
{
    const QString stage = u"sign-in by Kerberos"_s;
    beginOperation();
    Message answer;
    if (const auto asked = bind({}, "GSSAPI", token, stage, answer); !asked)
        return tl::unexpected<Error>(asked.error());
    const Message::Facts facts = answer.facts(m_ldap);
    berval *said = nullptr;
    ldap_parse_sasl_bind_result(m_ldap, answer.message, &said, 0);
    const auto freeing = qScopeGuard([&] { ber_bvfree(said); });
    if (facts.result == expected)
        return said ? QByteArray(said->bv_val, static_cast<qsizetype>(said->bv_len)) : QByteArray();
    if (facts.result == LDAP_SUCCESS || facts.result == LDAP_SASL_BIND_IN_PROGRESS)
        return fail(ErrorCode::AnswerNotProtected, m_settings.host, stage + u": out of turn"_s);
    return tl::unexpected<Error>(errorOf(facts.result, stage, facts.text));
}

Result<void> LdapConnection::signInByKerberos()
{
    const bool isOwnTicket = m_settings.signIn == SignIn::UserPassword;
    const auto credential
        = remote::SecurityCredential::create(m_settings.user, isOwnTicket ? m_settings.password : Secret());
    remote::SecurityTarget target;
    target.host = m_settings.host;
    target.servicePrincipal = u"ldap/"_s + m_settings.host;
    target.isSealing = !hasTls(); // Active Directory refuses both at once
    if (hasTls())
        target.channelBinding = x509::tlsServerEndPoint(peerCertificate());
    auto begun = credential->begin(target);
    if (!begun)
        return tl::unexpected<Error>(begun.error());
    std::unique_ptr<remote::SecurityContext> context = std::move(*begun);
    Result<QByteArray> token = context->step({});
    for (int i = 0; token && !context->isEstablished(); ++i) {
        if (i == mostSteps)
            return fail(ErrorCode::SignInRefused, m_settings.host, u"sign-in by Kerberos: without end"_s);
        token = exchange(*token, LDAP_SASL_BIND_IN_PROGRESS).and_then([&](const QByteArray &said) {
            return context->step(said);
        });
    }
    if (!token)
        return tl::unexpected<Error>(token.error());
    return exchange(*token, LDAP_SASL_BIND_IN_PROGRESS).and_then([&](const QByteArray &offer) {
        return agreeOnLayer(std::move(context), offer);
    });
}

// Chooses the protection of the connection. The offer is signed, so an attacker in between cannot remove encryption from it.
Result<void> LdapConnection::agreeOnLayer(std::unique_ptr<remote::SecurityContext> context, const QByteArray &offer)
{
    const Result<QByteArray> plain = context->unseal(offer, false);
    if (!plain)
        return tl::unexpected<Error>(plain.error());
    const char wanted = hasTls() ? noLayer : encryption;
    if (plain->size() != 4 || (plain->at(0) & wanted) == 0)
        return fail(ErrorCode::SignInMethodNotOffered, m_settings.host,
            u"layers of SASL: %1"_s.arg(QString::fromLatin1(plain->left(4).toHex())));
    const quint32 peerTakes = qFromBigEndian<quint32>(plain->constData()) & 0xffffffU;
    QByteArray choice(4, '\0');
    qToBigEndian(hasTls() ? quint32{0} : SealedStream::mostTokenBytes, choice.data());
    choice[0] = wanted;
    const Result<QByteArray> answer = context->seal(choice, false);
    if (!answer)
        return tl::unexpected<Error>(answer.error());
    if (const auto done = exchange(*answer, LDAP_SUCCESS); !done)
        return tl::unexpected<Error>(done.error());
    if (hasTls())
        return {};
    m_sealed = std::make_unique<SealedStream>(std::move(context), peerTakes);
    Sockbuf *buffer = nullptr;
    ldap_get_option(m_ldap, LDAP_OPT_SOCKBUF, &buffer);
    if (!buffer || !addSealingLayer(buffer, m_sealed.get()))
        return fail(ErrorCode::Internal, m_settings.host, u"SASL layer"_s);
    return {};
}

LdapConnection::Message::Facts LdapConnection::Message::facts(LDAP *ldap) const
{
    Facts facts;
    char *text = nullptr;
    char **referrals = nullptr;
    int result = LDAP_DECODING_ERROR;
    const int parsed = ldap_parse_result(ldap, message, &result, nullptr, &text, &referrals, nullptr, 0);
    facts.result = parsed == LDAP_SUCCESS ? result : parsed;
    facts.text = QString::fromUtf8(text);
    if (referrals && referrals[0])
        facts.referral = QString::fromUtf8(referrals[0]);
    ldap_memfree(text);
    ldap_memvfree(reinterpret_cast<void **>(referrals));
    return facts;
}

Result<LdapConnection::Page> LdapConnection::search(const Query &query, const QByteArray &cookie)
{
    beginOperation();
    LDAPControl *paging = nullptr;
    if (query.pageSize > 0) {
        berval from{static_cast<ber_len_t>(cookie.size()), const_cast<char *>(cookie.constData())};
        const int made = ldap_create_page_control(m_ldap, query.pageSize, &from, 1, &paging);
        if (made != LDAP_SUCCESS)
            return tl::unexpected<Error>(errorOf(made, searchStage));
    }
    const auto freeing = qScopeGuard([&] { ldap_control_free(paging); });
    std::array<LDAPControl *, 2> controls{paging, nullptr};
    QList<char *> wanted;
    for (const QByteArray &attribute : query.attributes)
        wanted.append(const_cast<char *>(attribute.constData())); // the library only reads them
    wanted.append(nullptr);
    int id = 0;
    const int sent = ldap_search_ext(m_ldap, query.base.toUtf8().constData(), query.scope, query.filter.constData(),
        wanted.data(), 0, controls.data(), nullptr, nullptr, LDAP_NO_LIMIT, &id);
    if (sent != LDAP_SUCCESS)
        return tl::unexpected<Error>(errorOf(sent, searchStage));
    return readPage(id, query);
}

Result<LdapConnection::Page> LdapConnection::readPage(int id, const Query &query)
{
    Page page;
    for (;;) {
        Message next;
        const int kind = ldap_result(m_ldap, id, LDAP_MSG_ONE, nullptr, &next.message);
        switch (kind) {
        case LDAP_RES_SEARCH_ENTRY:
            // a page holds no more than was asked for, and a directory of its own choosing is not to fill the memory
            if (page.entries.size() >= (query.pageSize > 0 ? query.pageSize : 1))
                return fail(
                    ErrorCode::UnexpectedOutput, m_settings.host, searchStage + u": more entries than asked for"_s);
            page.entries.append(entryOf(next.message, query));
            break;
        case LDAP_RES_SEARCH_REFERENCE: // other directories' parts; not followed
        case LDAP_RES_INTERMEDIATE:
            break;
        case LDAP_RES_SEARCH_RESULT: {
            Result<QByteArray> cookie = endOfPage(next, query);
            if (!cookie)
                return tl::unexpected<Error>(cookie.error());
            page.cookie = std::move(*cookie);
            return page;
        }
        default:
            return tl::unexpected<Error>(
                kind < 0 ? errorOf(lastResult(), searchStage) : errorOf(LDAP_PROTOCOL_ERROR, searchStage));
        }
    }
}

LdapConnection::Entry LdapConnection::entryOf(LDAPMessage *message, const Query &query) const
{
    Entry entry;
    char *dn = ldap_get_dn(m_ldap, message);
    entry.dn = QString::fromUtf8(dn);
    ldap_memfree(dn);
    for (const QByteArray &attribute : query.attributes) {
        berval **values = ldap_get_values_len(m_ldap, message, attribute.constData());
        const auto freeing = qScopeGuard([&] { ldap_value_free_len(values); });
        for (int i = 0, count = ldap_count_values_len(values); i < count; ++i)
            entry.values[attribute].append(QByteArray(values[i]->bv_val, static_cast<qsizetype>(values[i]->bv_len)));
    }
    return entry;
}

Result<QByteArray> LdapConnection::endOfPage(const Message &message, const Query &query) const
{
    const Message::Facts facts = message.facts(m_ldap);
    if (facts.result == LDAP_NO_SUCH_OBJECT && !m_settings.baseDn.isEmpty())
        return fail(ErrorCode::InvalidArgument, m_settings.baseDn, facts.text);
    if (facts.result != LDAP_SUCCESS)
        return tl::unexpected<Error>(
            errorOf(facts.result, searchStage, facts.referral.isEmpty() ? facts.text : facts.referral));
    if (query.pageSize == 0)
        return QByteArray();
    LDAPControl **controls = nullptr;
    int result = LDAP_SUCCESS;
    const int parsed = ldap_parse_result(m_ldap, message.message, &result, nullptr, nullptr, nullptr, &controls, 0);
    const auto freeing = qScopeGuard([&] { ldap_controls_free(controls); });
    LDAPControl *paging
        = parsed == LDAP_SUCCESS ? ldap_control_find(LDAP_CONTROL_PAGEDRESULTS, controls, nullptr) : nullptr;
    if (!paging) // it was critical: who does not answer to it has not understood it
        return fail(ErrorCode::UnexpectedOutput, m_settings.host, searchStage + u": no page"_s);
    berval cookie{};
    ber_int_t estimate = 0;
    if (ldap_parse_pageresponse_control(m_ldap, paging, &estimate, &cookie) != LDAP_SUCCESS)
        return fail(ErrorCode::UnexpectedOutput, m_settings.host, searchStage + u": page"_s);
    const QByteArray bytes(cookie.bv_val, static_cast<qsizetype>(cookie.bv_len));
    ber_memfree(cookie.bv_val);
    return bytes;
}

} // namespace kakuin::directory
