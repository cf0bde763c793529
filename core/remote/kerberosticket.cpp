// SPDX-License-Identifier: MIT
#include "core/remote/kerberosticket_p.h"

#include "core/base/untrustedtext.h"

#include <QtCore/QDateTime>
#include <QtCore/QScopeGuard>

namespace kakuin::remote {

using namespace Qt::StringLiterals;

namespace {

constexpr int spareSeconds = 300; // a ticket that ends sooner is asked for anew

ErrorCode kerberosCodeOf(krb5_error_code code)
{
    switch (code) {
    case KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN:
    case KRB5_PARSE_MALFORMED:
        return ErrorCode::KerberosUserUnknown;
    case KRB5KDC_ERR_PREAUTH_FAILED:
    case KRB5KRB_AP_ERR_BAD_INTEGRITY:
    case KRB5_PREAUTH_FAILED:
        return ErrorCode::KerberosPasswordWrong;
    case KRB5_FCC_NOFILE:
    case KRB5_FCC_PERM:
    case KRB5_CC_NOTFOUND:
    case KRB5_CC_FORMAT:
    case KRB5_CC_BADNAME:
    case KRB5_CC_UNKNOWN_TYPE:
        return ErrorCode::KerberosNoTicket;
    case KRB5KRB_AP_ERR_TKT_EXPIRED:
        return ErrorCode::KerberosTicketExpired;
    case KRB5KRB_AP_ERR_SKEW:
    case KRB5KRB_AP_ERR_TKT_NYV:
    case KRB5_KDCREP_SKEW:
    case KRB5KDC_ERR_NEVER_VALID:
        return ErrorCode::KerberosClockSkew;
    case KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN:
    case KRB5_ERR_HOST_REALM_UNKNOWN:
        return ErrorCode::KerberosServiceUnknown;
    case KRB5_KDC_UNREACH:
    case KRB5_REALM_UNKNOWN:
    case KRB5_REALM_CANT_RESOLVE:
    case KRB5_CONFIG_NODEFREALM:
    case KRB5_CONFIG_CANTOPEN:
    case KRB5_CONFIG_BADFORMAT:
        return ErrorCode::KerberosUnavailable;
    default: // locked accounts, passwords that must be changed, policies, and what nobody has seen yet
        return ErrorCode::SignInRefused;
    }
}

QString defaultRealm(krb5_context context)
{
    char *realm = nullptr;
    if (!context || krb5_get_default_realm(context, &realm) != 0)
        return {};
    const QString text = QString::fromUtf8(realm);
    krb5_free_default_realm(context, realm);
    return text;
}

// Realms are written in capitals; people write user@contoso.com.
QByteArray principalOf(const QString &user)
{
    const qsizetype at = user.lastIndexOf(u'@');
    return (at < 0 ? user : user.left(at) + user.mid(at).toUpper()).toUtf8();
}

} // namespace

Error KerberosFailure::from(krb5_error_code code, const QString &text, const QString &realm) const
{
    const ErrorCode ours = kerberosCodeOf(code);
    QString subject = host;
    if (ours == ErrorCode::KerberosUserUnknown || ours == ErrorCode::KerberosPasswordWrong)
        subject = user;
    else if (ours == ErrorCode::KerberosUnavailable || (subject.isEmpty() && ours == ErrorCode::KerberosClockSkew))
        subject = user.contains(u'@') ? user.section(u'@', -1).toUpper() : realm;
    return {ours, subject, u"%1: %2 (Kerberos %3)"_s.arg(stage, singleLine(text, 500)).arg(code)};
}

Error KerberosFailure::operator()(krb5_context context, krb5_error_code code) const
{
    const char *text = krb5_get_error_message(context, code);
    const auto freeing = qScopeGuard([&] { krb5_free_error_message(context, text); });
    return from(code, QString::fromUtf8(text), defaultRealm(context));
}

KerberosTicket::KerberosTicket(QString user, Secret password)
    : m_user(std::move(user))
    , m_password(std::move(password))
{
}

KerberosTicket::~KerberosTicket()
{
    if (m_cache && m_isOwnCache)
        krb5_cc_destroy(m_context, m_cache);
    else if (m_cache)
        krb5_cc_close(m_context, m_cache);
    if (m_context)
        krb5_free_context(m_context);
}

Result<KerberosTicket::ForService> KerberosTicket::forService(const QString &host, const QString &principal)
{
    const QMutexLocker lock(&m_mutex);
    if (const auto done = ready(); !done) {
        Error error = done.error();
        if (error.subject.isEmpty())
            error.subject = host;
        return tl::unexpected<Error>(error);
    }
    const KerberosFailure failed = failure(u"ticket for the service"_s, host);
    krb5_creds wanted{};
    krb5_creds *got = nullptr;
    const auto freeing = qScopeGuard([&] {
        krb5_free_cred_contents(m_context, &wanted);
        krb5_free_creds(m_context, got);
    });
    krb5_error_code code = krb5_cc_get_principal(m_context, m_cache, &wanted.client);
    if (code != 0)
        return tl::unexpected<Error>(failed(m_context, code));
    QString named = principal.isEmpty() ? u"HTTP/"_s + host : principal;
    if (!named.contains(u'/')) // GSSAPI's way of writing it: "HTTP@host"
        named.replace(named.indexOf(u'@'), 1, u'/');
    if (named.contains(u'@')) {
        code = krb5_parse_name(m_context, named.toUtf8().constData(), &wanted.server);
    } else {
        // NT_UNKNOWN: the name as it is; a name server could lead us to another computer
        code = krb5_sname_to_principal(m_context, named.section(u'/', 1).toUtf8().constData(),
            named.section(u'/', 0, 0).toUtf8().constData(), KRB5_NT_UNKNOWN, &wanted.server);
    }
    if (code != 0)
        return fail(ErrorCode::KerberosServiceUnknown, host, failed(m_context, code).detail);
    code = krb5_get_credentials(m_context, 0, m_cache, &wanted, &got);
    if (code != 0)
        return tl::unexpected<Error>(failed(m_context, code));
    ForService ticket;
    char *text = nullptr;
    if (krb5_unparse_name(m_context, got->server, &text) == 0) {
        ticket.service = text;
        krb5_free_unparsed_name(m_context, text);
    }
    if (krb5_unparse_name(m_context, wanted.client, &text) == 0) {
        ticket.client = text;
        krb5_free_unparsed_name(m_context, text);
    }
    if (krb5_cc_get_full_name(m_context, m_cache, &text) == 0) {
        ticket.cache = text;
        krb5_free_string(m_context, text);
    }
    return ticket;
}

Result<void> KerberosTicket::ready()
{
    if (m_refusal)
        return tl::unexpected<Error>(*m_refusal);
    if (!m_context) {
        const krb5_error_code code = krb5_init_context(&m_context);
        if (code != 0)
            return fail(ErrorCode::KerberosUnavailable, {}, u"configuration of Kerberos: error %1"_s.arg(code));
    }
    if (m_password.isEmpty())
        return findCache();
    if (m_user.contains(u'\\')) // "DOMAIN\user": a short name that is no realm
        return fail(ErrorCode::KerberosUserUnknown, m_user, u"ticket of the user: no user@DOMAIN"_s);
    krb5_principal client = nullptr;
    const krb5_error_code code = krb5_parse_name(m_context, principalOf(m_user).constData(), &client);
    if (code != 0)
        return fail(ErrorCode::KerberosUserUnknown, m_user, failure(u"name of the user"_s)(m_context, code).detail);
    const auto freeing = qScopeGuard([&] { krb5_free_principal(m_context, client); });
    if (isFresh(client))
        return {};
    return ask(client);
}

// The computer's own tickets. Looked for each time: somebody may have got one meanwhile.
Result<void> KerberosTicket::findCache()
{
    if (m_cache)
        krb5_cc_close(m_context, m_cache);
    m_cache = nullptr;
    krb5_error_code code = 0;
    if (m_user.isEmpty()) {
        code = krb5_cc_default(m_context, &m_cache);
    } else {
        krb5_principal client = nullptr;
        code = krb5_parse_name(m_context, principalOf(m_user).constData(), &client);
        if (code == 0)
            code = krb5_cc_cache_match(m_context, client, &m_cache);
        krb5_free_principal(m_context, client);
    }
    if (code != 0)
        return tl::unexpected<Error>(failure(u"ticket of this computer"_s)(m_context, code));
    return {};
}

bool KerberosTicket::isFresh(krb5_principal client)
{
    if (!m_cache)
        return false;
    krb5_creds wanted{};
    krb5_creds found{};
    const krb5_data realm = client->realm;
    if (krb5_cc_get_principal(m_context, m_cache, &wanted.client) != 0)
        return false;
    const auto freeing = qScopeGuard([&] { krb5_free_cred_contents(m_context, &wanted); });
    if (krb5_build_principal(m_context, &wanted.server, realm.length, realm.data, "krbtgt",
            QByteArray(realm.data, static_cast<qsizetype>(realm.length)).constData(), nullptr)
        != 0)
        return false;
    if (krb5_cc_retrieve_cred(m_context, m_cache, 0, &wanted, &found) != 0)
        return false;
    const qint64 end = static_cast<quint32>(found.times.endtime); // until 2106
    krb5_free_cred_contents(m_context, &found);
    krb5_timestamp now = 0;
    return krb5_timeofday(m_context, &now) == 0 && end > static_cast<qint64>(static_cast<quint32>(now)) + spareSeconds;
}

Result<void> KerberosTicket::ask(krb5_principal client)
{
    const KerberosFailure failed = failure(u"ticket of the user"_s);
    krb5_get_init_creds_opt *options = nullptr;
    krb5_creds got{};
    QByteArray password = m_password.text().toUtf8();
    const auto cleaning = qScopeGuard([&] {
        volatile char *bytes = password.data();
        for (qsizetype i = 0; i < password.size(); ++i)
            bytes[i] = 0;
        krb5_free_cred_contents(m_context, &got);
        krb5_get_init_creds_opt_free(m_context, options);
    });
    krb5_error_code code = krb5_get_init_creds_opt_alloc(m_context, &options);
    if (code == 0) {
        krb5_get_init_creds_opt_set_canonicalize(options, 1);
        krb5_get_init_creds_opt_set_forwardable(options, 0);
        krb5_get_init_creds_opt_set_proxiable(options, 0);
        code = krb5_get_init_creds_password(
            m_context, &got, client, password.constData(), nullptr, nullptr, 0, nullptr, options);
    }
    if (code == 0 && !m_cache) {
        code = krb5_cc_new_unique(m_context, "MEMORY", nullptr, &m_cache);
        m_isOwnCache = true;
    }
    if (code == 0)
        code = krb5_cc_initialize(m_context, m_cache, got.client);
    if (code == 0)
        code = krb5_cc_store_cred(m_context, m_cache, &got);
    if (code == 0)
        return {};
    const Error error = failed(m_context, code);
    if (error.code == ErrorCode::KerberosPasswordWrong || error.code == ErrorCode::SignInRefused)
        m_refusal = error;
    return tl::unexpected<Error>(error);
}

} // namespace kakuin::remote
