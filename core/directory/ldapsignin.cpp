// SPDX-License-Identifier: MIT
// Signing in to a directory: with a password inside TLS, or by Kerberos.
#include "core/directory/ldapconnection_p.h"
#include "core/directory/ldaplayers_p.h"
#include "core/directory/ldapmessage_p.h"
#include "core/x509/tlspeer.h"

#include <QtCore/QScopeGuard>
#include <QtCore/QtEndian>

namespace kakuin::directory {

using namespace Qt::StringLiterals;
using SignIn = DirectorySettings::SignIn;

namespace {

// The layers of RFC 4752
constexpr char noLayer = 1;
constexpr char encryption = 4;
constexpr int mostSteps = 10;

berval bervalOf(const QByteArray &bytes)
{
    return {static_cast<ber_len_t>(bytes.size()), const_cast<char *>(bytes.constData())}; // the library only reads it
}

} // namespace

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
    berval credential = bervalOf(password);
    int id = 0;
    const int sent = ldap_sasl_bind(
        m_ldap, m_settings.user.toUtf8().constData(), LDAP_SASL_SIMPLE, &credential, nullptr, nullptr, &id);
    const QString stage = u"sign-in"_s;
    if (sent != LDAP_SUCCESS)
        return tl::unexpected<Error>(errorOf(sent, stage));
    Message answer;
    if (ldap_result(m_ldap, id, LDAP_MSG_ALL, nullptr, &answer.message) <= 0)
        return tl::unexpected<Error>(errorOf(lastResult(), stage));
    const Message::Facts facts = answer.facts(m_ldap);
    if (facts.result == LDAP_SUCCESS)
        return {};
    Error error = errorOf(facts.result, stage, facts.text);
    if (error.code == ErrorCode::SignInRefused)
        error.subject = m_settings.host;
    return tl::unexpected<Error>(error);
}

Result<QByteArray> LdapConnection::exchange(const QByteArray &token, int expected)
{
    const QString stage = u"sign-in by Kerberos"_s;
    beginOperation();
    berval credential = bervalOf(token);
    int id = 0;
    const int sent = ldap_sasl_bind(m_ldap, "", "GSSAPI", &credential, nullptr, nullptr, &id);
    if (sent != LDAP_SUCCESS)
        return tl::unexpected<Error>(errorOf(sent, stage));
    Message answer;
    if (ldap_result(m_ldap, id, LDAP_MSG_ALL, nullptr, &answer.message) <= 0)
        return tl::unexpected<Error>(errorOf(lastResult(), stage));
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

// What protects the connection from now on. The offer is signed: nobody between us can take the encryption out of it.
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

} // namespace kakuin::directory
