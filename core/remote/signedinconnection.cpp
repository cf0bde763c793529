// SPDX-License-Identifier: MIT
#include "core/remote/signedinconnection.h"

#include "core/base/untrustedtext.h"
#include "core/remote/sealedmessage.h"
#include "core/x509/reader.h"
#include "core/x509/tlspeer.h"

#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtCore/QUrl>

namespace kakuin::remote {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(signInLog, "kakuin.remote.signin", QtWarningMsg)

constexpr auto signInTimeout = std::chrono::seconds(60);
constexpr qint64 largestPem = 1 << 20;
constexpr int mostLegs = 8; // SPNEGO needs two
constexpr int mostAttempts = 2; // a connection that went while nobody used it, and a new one
const QByteArray soapType("application/soap+xml;charset=UTF-8");
const QByteArray certificateProfile("http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual");

SecurityScheme schemeOf(const HttpSettings &settings)
{
    return settings.signIn == HttpSignIn::Kerberos ? SecurityScheme::Kerberos : SecurityScheme::Negotiate;
}

} // namespace

SignedInConnection::SignedInConnection(
    const HttpSettings &settings, std::shared_ptr<CookieJar> cookies, std::shared_ptr<SecurityCredential> credential)
    : m_settings(settings)
    , m_host(QUrl(settings.url).host(QUrl::FullyEncoded))
    , m_isTls(QUrl(settings.url).scheme().compare(u"https"_s, Qt::CaseInsensitive) == 0)
    , m_credential(std::move(credential))
    , m_connection(settings, std::move(cookies))
{
}

bool SignedInConnection::usesTickets() const
{
    return m_settings.signIn == HttpSignIn::Kerberos || m_settings.signIn == HttpSignIn::Negotiate;
}

QByteArray SignedInConnection::schemeName() const
{
    switch (m_settings.signIn) {
    case HttpSignIn::Basic:
        return "Basic";
    case HttpSignIn::Kerberos:
        return "Kerberos";
    case HttpSignIn::Negotiate:
        return "Negotiate";
    case HttpSignIn::Certificate:
        return certificateProfile;
    }
    return {};
}

Result<HttpReply> SignedInConnection::post(const QByteArray &envelope, std::chrono::seconds timeout)
{
    const bool sendsSecret = m_settings.signIn == HttpSignIn::Certificate
        || (m_settings.signIn == HttpSignIn::Basic && !m_settings.user.isEmpty());
    if (!m_isTls && (sendsSecret || !m_settings.pinSha256.isEmpty()))
        return fail(ErrorCode::InvalidArgument, m_settings.url, u"a password or a certificate over http"_s);
    for (int attempt = 1;; ++attempt) {
        if (usesTickets() && !m_context) {
            if (const auto done = signIn(); !done) {
                m_context.reset();
                return tl::unexpected<Error>(done.error());
            }
        }
        auto request = requestFor(envelope);
        if (!request)
            return tl::unexpected<Error>(request.error());
        request->timeout = timeout;
        auto reply = m_connection.perform(*request);
        if (reply)
            return check(std::move(*reply));
        m_context.reset();
        if (!m_connection.wouldHaveConnected() || attempt == mostAttempts)
            return reply;
        qCInfo(signInLog) << "the connection has gone; signing in on a new one";
    }
}

Result<CurlConnection::Request> SignedInConnection::requestFor(const QByteArray &envelope)
{
    CurlConnection::Request request;
    request.body = envelope;
    request.contentType = soapType;
    request.mayConnect = !usesTickets();
    if (m_settings.signIn == HttpSignIn::Certificate)
        request.authorization = certificateProfile;
    else if (m_settings.signIn == HttpSignIn::Basic && !m_settings.user.isEmpty())
        request.authorization = "Basic " + (m_settings.user + u':' + m_settings.password.text()).toUtf8().toBase64();
    if (isEncrypted()) {
        auto sealed = seal(*m_context, schemeOf(m_settings), envelope);
        if (!sealed)
            return tl::unexpected<Error>(sealed.error());
        request.body = std::move(*sealed);
        request.contentType = SealedMessage::contentType(schemeOf(m_settings));
    }
    return request;
}

Result<HttpReply> SignedInConnection::check(HttpReply reply)
{
    if (reply.status == HttpReply::unauthorized || reply.isRedirection()) {
        // nothing proves that the server did not act before it said so
        const bool isInMidSession = m_hasBeenAnswered && reply.status == HttpReply::unauthorized;
        m_context.reset();
        const Error error = refusal(reply);
        return isInMidSession ? fail(ErrorCode::ConnectionLost, m_host, error.detail) : tl::unexpected<Error>(error);
    }
    if (!isEncrypted()) {
        m_hasBeenAnswered = true;
        learnPeer(reply);
        return reply;
    }
    if (!SealedMessage::isNamedBy(reply.contentType)) {
        // a page of the web server says that something is wrong; an envelope that anybody could have written says
        // nothing
        if (reply.status != HttpReply::ok && !reply.isEnvelope())
            return reply;
        m_context.reset();
        return fail(ErrorCode::AnswerNotProtected, m_host, refusalOf(reply, m_host).detail);
    }
    auto plain = unseal(*m_context, reply.body);
    if (!plain) {
        m_context.reset();
        return fail(plain.error().code, m_host, plain.error().detail);
    }
    m_hasBeenAnswered = true;
    learnPeer(reply);
    reply.contentType = soapType;
    reply.body = std::move(*plain);
    return reply;
}

// As whom the server has let us in
QString SignedInConnection::account() const
{
    switch (m_settings.signIn) {
    case HttpSignIn::Basic:
        return m_settings.user;
    case HttpSignIn::Kerberos:
    case HttpSignIn::Negotiate:
        return m_context ? m_context->account() : QString();
    case HttpSignIn::Certificate:
        break;
    }
    QFile file(m_settings.clientCertificateFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto certificates = x509::readPem(file.read(largestPem));
    return certificates && !certificates->isEmpty() ? singleLine(certificates->constFirst().subject, 200) : QString();
}

void SignedInConnection::learnPeer(const HttpReply &reply) const
{
    if (m_settings.account && m_settings.account->text().isEmpty())
        m_settings.account->set(account());
    // over http the headers are not encrypted
    if (m_settings.clock)
        m_settings.clock->hear(reply.dateUtc, m_isTls ? std::chrono::milliseconds::max() : ServerClock::kerberosSkew);
}

Error SignedInConnection::refusal(const HttpReply &reply) const
{
    Error error = refusalOf(reply, m_host);
    if (reply.status != HttpReply::unauthorized)
        return error;
    QStringList offered;
    for (const QByteArray &challenge : reply.challenges)
        offered += QString::fromLatin1(challenge.split(' ').constFirst().left(40));
    if (!offered.isEmpty())
        error.detail += u", offers "_s + offered.join(u", "_s);
    if (!offered.isEmpty() && !reply.offers(schemeName()))
        error.code = ErrorCode::SignInMethodNotOffered;
    return error;
}

// Over https the sign-in is bound to the certificate, which has to be seen first; what the server offers comes with it.
Result<void> SignedInConnection::learnCertificate()
{
    CurlConnection::Request request;
    request.contentType = soapType;
    request.timeout = signInTimeout;
    request.mustConnect = true;
    const auto reply = m_connection.perform(request);
    if (!reply)
        return tl::unexpected<Error>(reply.error());
    const bool isMissing = reply->status == HttpReply::unauthorized && !reply->offers(schemeName());
    if (isMissing && !reply->challenges.isEmpty())
        return tl::unexpected<Error>(refusal(*reply));
    const ErrorCode code = refusalOf(*reply, m_host).code;
    const bool isElsewhere = code == ErrorCode::ServiceRedirected || code == ErrorCode::ServicePathNotFound
        || code == ErrorCode::ServiceUnavailable;
    return isElsewhere ? Result<void>(tl::unexpected<Error>(refusal(*reply))) : Result<void>();
}

Result<void> SignedInConnection::signIn()
{
    SecurityTarget target{schemeOf(m_settings), m_host, m_settings.servicePrincipal, {}};
    if (m_isTls) {
        if (const auto learnt = learnCertificate(); !learnt)
            return learnt;
        target.channelBinding = x509::tlsServerEndPoint(m_connection.serverCertificate());
    }
    m_isAskingDomain = true; // before looking: whoever interrupts looks here after that
    auto context = m_connection.isInterrupted()
        ? Result<std::unique_ptr<SecurityContext>>(fail(ErrorCode::Cancelled, m_host))
        : m_credential->begin(target);
    m_isAskingDomain = false;
    if (!context)
        return tl::unexpected<Error>(context.error());
    m_context = std::move(*context);
    return exchangeTokens();
}

Result<void> SignedInConnection::exchangeTokens()
{
    const QByteArray certificate = m_connection.serverCertificate();
    auto token = m_context->step({});
    for (int leg = 0; leg < mostLegs && token; ++leg) {
        CurlConnection::Request request;
        request.contentType = soapType;
        request.timeout = signInTimeout;
        request.authorization = schemeName() + ' ' + token->toBase64();
        request.mayConnect = leg == 0; // some servers close after the first 401
        request.mustConnect = leg == 0 && !m_isTls;
        const auto reply = m_connection.perform(request);
        if (!reply)
            return tl::unexpected<Error>(reply.error());
        if (m_isTls && m_connection.serverCertificate() != certificate)
            return fail(ErrorCode::TlsFailed, m_host, u"another certificate than a moment ago"_s);
        token = takeToken(*reply);
        if (token && token->isEmpty())
            return {};
    }
    return token ? Result<void>(fail(ErrorCode::SignInRefused, m_host, u"no end of tokens"_s))
                 : Result<void>(tl::unexpected<Error>(token.error()));
}

// The next token; empty when both sides know each other.
Result<QByteArray> SignedInConnection::takeToken(const HttpReply &reply)
{
    const QByteArray answer = reply.token(schemeName());
    const bool isUnauthorized = reply.status == HttpReply::unauthorized;
    if (answer.isEmpty() && (isUnauthorized || !m_context->isEstablished())) {
        const Error error = refusal(reply);
        const bool isSilent = reply.status == HttpReply::ok || reply.status == HttpReply::fault;
        return isSilent ? fail(ErrorCode::AnswerNotProtected, m_host, u"sign-in: no token, "_s + error.detail)
                        : tl::unexpected<Error>(error);
    }
    QByteArray next;
    if (!m_context->isEstablished()) {
        auto stepped = m_context->step(answer);
        if (!stepped) // its reason, and what else the server says
            return fail(stepped.error().code, m_host, stepped.error().detail + u"; "_s + refusal(reply).detail);
        next = std::move(*stepped);
    }
    if (!isUnauthorized && m_context->isEstablished()) {
        const ErrorCode code = refusalOf(reply, m_host).code;
        const bool isElsewhere = code == ErrorCode::ServiceRedirected || code == ErrorCode::ServicePathNotFound
            || code == ErrorCode::ServiceUnavailable || code == ErrorCode::RightsMissing;
        return isElsewhere ? Result<QByteArray>(tl::unexpected<Error>(refusal(reply))) : Result<QByteArray>();
    }
    if (next.isEmpty())
        return tl::unexpected<Error>(refusal(reply));
    return next;
}

} // namespace kakuin::remote
