// SPDX-License-Identifier: MIT
#include "core/directory/transportsearch.h"

#include "core/base/untrustedtext.h"
#include "core/directory/ldapconnection_p.h"
#include "core/shell/decode/directoryidentity.h"
#include "core/x509/reader.h"

#include <QtCore/QSet>

#include <algorithm>

namespace kakuin::directory {

using namespace Qt::StringLiterals;
using domain::TransportAssignment;
using Security = DirectorySettings::Security;
using SignIn = DirectorySettings::SignIn;

namespace {

const QByteArray nameAttribute("cn");
const QByteArray addressAttribute("networkAddress");
const QByteArray certificateAttribute("msExchServerInternalTLSCert");
const QByteArray contextAttribute("configurationNamingContext");
constexpr qsizetype longestName = 256;
constexpr qsizetype longestDn = 4096;
constexpr qsizetype mostAddresses = 20;
constexpr int mostEmptyPages = 20; // one after the other: a directory may leave out what an account may not see

// The library puts it into a URL
bool isHostName(const QString &host)
{
    return !host.isEmpty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_' || c == u':';
    });
}

Result<TransportAssignment> assignmentIn(
    const DirectorySettings &settings, DirectoryServer &server, const QList<QByteArray> &values)
{
    const QString name = server.server.name();
    if (name.isEmpty())
        return fail(ErrorCode::UnexpectedOutput, settings.host, server.distinguishedName);
    if (values.isEmpty())
        return fail(ErrorCode::DirectoryValueMissing, name, QString::fromLatin1(certificateAttribute));
    if (values.size() > 1)
        return fail(ErrorCode::UnexpectedOutput, name, u"%1 certificates"_s.arg(values.size()));
    const QByteArray &der = values.constFirst();
    if (der.size() > settings.limits.valueBytes)
        return fail(ErrorCode::MalformedCertificate, name, u"%1 bytes"_s.arg(der.size()));
    server.certificate = der;
    const auto facts = x509::readDer(der);
    if (!facts)
        return fail(facts.error().code, name, facts.error().detail);
    return TransportAssignment{server.server, facts->thumbprint, TransportAssignment::Origin::Directory};
}

DirectoryServer serverIn(const DirectorySettings &settings, const LdapConnection::Entry &entry)
{
    DirectoryServer server;
    const Result<QString> dn = shell::decode::safeDistinguishedName(entry.dn);
    const QList<QByteArray> names = entry.values.value(nameAttribute);
    const Result<QString> name = safeName(names.size() == 1 ? QString::fromUtf8(names.constFirst()) : QString());
    for (const Result<QString> *one : {&dn, &name}) {
        if (!one->has_value()) {
            server.transport = fail(one->error().code, settings.host, one->error().detail);
            return server;
        }
    }
    server.distinguishedName = singleLine(*dn, longestDn);
    server.server = domain::ServerId(singleLine(*name, longestName));
    const QString prefix = u"ncacn_ip_tcp:"_s;
    for (const QByteArray &value : entry.values.value(addressAttribute).mid(0, mostAddresses)) {
        // the others of the list may still be its addresses, and none of them is where Kakuin connects to
        const QString address = singleLine(QString::fromUtf8(value), longestName);
        server.networkAddresses.append(address);
        if (server.fqdn.isEmpty() && address.startsWith(prefix, Qt::CaseInsensitive))
            server.fqdn = address.mid(prefix.size());
    }
    server.transport = assignmentIn(settings, server, entry.values.value(certificateAttribute));
    return server;
}

Result<QString> baseOf(const DirectorySettings &settings, LdapConnection &connection)
{
    if (!settings.baseDn.isEmpty())
        return settings.baseDn;
    const auto root = connection.search({QString(), LDAP_SCOPE_BASE, "(objectClass=*)", {contextAttribute}, 0});
    if (!root)
        return tl::unexpected<Error>(root.error());
    const QList<QByteArray> contexts
        = root->entries.isEmpty() ? QList<QByteArray>() : root->entries.constFirst().values.value(contextAttribute);
    if (contexts.size() != 1 || contexts.constFirst().isEmpty() || contexts.constFirst().size() > longestDn)
        return fail(ErrorCode::DirectoryForeign, settings.host, QString::fromLatin1(contextAttribute));
    return QString::fromUtf8(contexts.constFirst());
}

/// The pages so far. A directory that gives the same again, or never comes to an end, is not believed.
class Gathering final {
public:
    explicit Gathering(const DirectorySettings &settings)
        : m_settings(settings)
    {
    }

    [[nodiscard]] Result<void> add(const LdapConnection::Page &page)
    {
        const DirectoryLimits &limits = m_settings.limits;
        m_emptyPages = page.entries.isEmpty() ? m_emptyPages + 1 : 0;
        if (++m_pages > limits.pages || m_emptyPages > mostEmptyPages)
            return refuse(u"pages without end"_s);
        if (!page.cookie.isEmpty() && m_cookies.contains(page.cookie))
            return refuse(u"a page again"_s);
        m_cookies.insert(page.cookie);
        for (const LdapConnection::Entry &entry : page.entries) {
            const QString name = entry.dn.toCaseFolded();
            if (m_names.contains(name))
                return refuse(u"an entry again"_s);
            m_names.insert(name);
            if (servers.size() >= limits.entries)
                return refuse(u"entries without end"_s);
            servers.append(serverIn(m_settings, entry));
        }
        return {};
    }

    QList<DirectoryServer> servers;

private:
    [[nodiscard]] Result<void> refuse(const QString &why) const
    {
        return fail(ErrorCode::UnexpectedOutput, m_settings.host, u"search: "_s + why);
    }

    const DirectorySettings &m_settings;
    QSet<QByteArray> m_cookies;
    QSet<QString> m_names;
    int m_pages = 0;
    int m_emptyPages = 0;
};

} // namespace

Result<void> check(const DirectorySettings &settings)
{
    const auto wrong = [&](const QString &what) { return fail(ErrorCode::InvalidArgument, settings.host, what); };
    if (!isHostName(settings.host))
        return wrong(u"host"_s);
    if (settings.signIn == SignIn::CurrentTicket)
        return {};
    if (settings.user.isEmpty())
        return wrong(u"user"_s);
    if (settings.password.isEmpty()) // a directory would take it for nobody's sign-in, and say yes
        return wrong(u"password"_s);
    if (settings.signIn == SignIn::Simple && settings.security == Security::SaslProtected)
        return wrong(u"simpleWithoutTls"_s);
    return {};
}

Result<QList<DirectoryServer>> searchServers(const DirectorySettings &settings, DeadlineSocket &socket)
{
    if (const auto checked = check(settings); !checked)
        return tl::unexpected<Error>(checked.error());
    LdapConnection connection(settings, socket);
    const Result<QString> base = connection.open().and_then([&] { return connection.signIn(); }).and_then([&] {
        return baseOf(settings, connection);
    });
    if (!base)
        return tl::unexpected<Error>(base.error());
    const LdapConnection::Query query{*base, LDAP_SCOPE_SUBTREE, "(objectClass=msExchExchangeServer)",
        {nameAttribute, addressAttribute, certificateAttribute}, settings.limits.pageSize};
    Gathering gathering(settings);
    QByteArray cookie;
    do {
        const auto page = connection.search(query, cookie);
        if (!page)
            return tl::unexpected<Error>(page.error());
        if (const auto added = gathering.add(*page); !added)
            return tl::unexpected<Error>(added.error());
        cookie = page->cookie;
    } while (!cookie.isEmpty());
    return gathering.servers;
}

} // namespace kakuin::directory
