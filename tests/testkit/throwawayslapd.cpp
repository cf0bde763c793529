// SPDX-License-Identifier: MIT
#include "throwawayslapd.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

namespace {

// What Exchange's set-up adds to Active Directory, as far as the program asks for it, and what Active Directory itself
// has. The numbers are of the arc for examples: a client goes by the names.
constexpr char schema[]
    = "attributetype ( 2.999.7.1 NAME 'msExchServerInternalTLSCert'\n"
      "  SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )\n"
      "attributetype ( 2.999.7.2 NAME 'networkAddress' EQUALITY caseIgnoreMatch\n"
      "  SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )\n"
      "attributetype ( 2.999.7.3 NAME 'configurationNamingContext' EQUALITY distinguishedNameMatch\n"
      "  SYNTAX 1.3.6.1.4.1.1466.115.121.1.12 SINGLE-VALUE )\n"
      "objectclass ( 2.999.7.4 NAME 'msExchExchangeServer' SUP top STRUCTURAL MUST cn\n"
      "  MAY ( networkAddress $ serialNumber $ msExchServerInternalTLSCert ) )\n"
      "objectclass ( 2.999.7.5 NAME 'directoryRoot' SUP top AUXILIARY MAY configurationNamingContext )\n";

QString program()
{
    return QStandardPaths::findExecutable(u"slapd"_s, {u"/usr/sbin"_s, u"/usr/libexec"_s, u"/usr/local/libexec"_s});
}

QString schemaFolder()
{
    for (const QString &folder : {u"/etc/ldap/schema"_s, u"/etc/openldap/schema"_s}) {
        if (QFile::exists(folder + u"/core.schema"_s))
            return folder;
    }
    return {};
}

QByteArray container(const QString &dn)
{
    return "dn: " + dn.toUtf8() + "\nobjectClass: applicationProcess\n\n";
}

QByteArray person(const QString &dn)
{
    return "dn: " + dn.toUtf8()
        + "\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\nuserPassword:: "
        + ThrowawaySlapd::password().toUtf8().toBase64() + "\n\n";
}

} // namespace

bool ThrowawaySlapd::isInstalled()
{
    return !program().isEmpty() && !schemaFolder().isEmpty();
}

QString ThrowawaySlapd::serversDn()
{
    return u"CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=Contoso,"
           "CN=Microsoft Exchange,CN=Services,"_s
        + base();
}

void ThrowawaySlapd::addServer(const QString &name, const QByteArray &certificate)
{
    m_servers += "dn: CN=" + name.toUtf8() + ',' + serversDn().toUtf8()
        + "\nobjectClass: msExchExchangeServer\nnetworkAddress: netbios:" + name.toUtf8()
        + "\nnetworkAddress: ncacn_ip_tcp:" + name.toUtf8().toLower() + ".contoso.com\n";
    if (!certificate.isEmpty())
        m_servers += "msExchServerInternalTLSCert:: " + certificate.toBase64() + '\n';
    m_servers += '\n';
}

Result<void> ThrowawaySlapd::writeFiles(const Options &options)
{
    const QByteArray in = folder().toUtf8();
    const QByteArray schemas = schemaFolder().toUtf8();
    QByteArray text = "include " + schemas + "/core.schema\ninclude " + in + "/exchange.schema\npidfile " + in
        + "/pid\nargsfile " + in + "/args\n";
    if (QFile::exists(u"/usr/lib/ldap/back_mdb.la"_s)) // elsewhere it is built in
        text += "modulepath /usr/lib/ldap\nmoduleload back_mdb\n";
    if (options.hasTls)
        text += "TLSCACertificateFile " + in + "/ca.pem\nTLSCertificateFile " + in + "/ca.pem\nTLSCertificateKeyFile "
            + in + "/key.pem\n";
    if (options.hasConfigurationContext)
        text += "rootDSE " + in + "/root.ldif\n";
    if (options.mostEntries > 0)
        text += "sizelimit size=" + QByteArray::number(options.mostEntries)
            + " size.prtotal=" + QByteArray::number(options.mostEntries) + '\n';
    text += "sasl-host localhost\nsasl-realm KAKUIN.TEST\nauthz-regexp uid=admin,.*cn=gssapi,cn=auth \""
        + reader().toUtf8() + "\"\nauthz-regexp uid=stranger,.*cn=gssapi,cn=auth \"" + stranger().toUtf8()
        + "\"\naccess to dn.base=\"\" by * read\n"
          "database mdb\nmaxsize 67108864\nsuffix \""
        + base().toUtf8() + "\"\ndirectory " + in
        + "/db\naccess to attrs=userPassword by anonymous auth by * none\n"
          "access to dn.regex=\"^CN=HIDDEN[^,]*,\" attrs=msExchServerInternalTLSCert by * none\n"
          "access to * by dn.exact=\""
        + reader().toUtf8() + "\" read by * none\n";
    const QByteArray root
        = "dn:\nobjectClass: top\nobjectClass: directoryRoot\nconfigurationNamingContext: " + base().toUtf8() + '\n';
    if (!QDir(folder()).mkpath(u"db"_s))
        return fail(ErrorCode::FileUnwritable, folder());
    return write("slapd.conf", text)
        .and_then([&] { return write("exchange.schema", schema); })
        .and_then([&] { return write("root.ldif", root); })
        .and_then([&] { // whatever name it is called by, if only there is a key for it
            return write("krb5.conf",
                "include " + qgetenv("KRB5_CONFIG") + "\n[libdefaults]\n ignore_acceptor_hostname = true\n");
        });
}

Result<void> ThrowawaySlapd::fill()
{
    QByteArray ldif = container(base());
    const QStringList parts = serversDn().chopped(base().size() + 1).split(u',');
    for (qsizetype i = parts.size() - 1; i >= 0; --i)
        ldif += container(parts.mid(i).join(u',') + u',' + base());
    ldif += person(reader()) + person(stranger()) + m_servers;
    if (const auto written = write("content.ldif", ldif); !written)
        return written;
    QProcess adding;
    adding.start(program(), {u"-T"_s, u"add"_s, u"-q"_s, u"-f"_s, file("slapd.conf"), u"-l"_s, file("content.ldif")});
    if (!adding.waitForFinished(foreignPatienceMs) || adding.exitCode() != 0)
        return fail(ErrorCode::Internal, u"slapadd"_s, QString::fromUtf8(adding.readAllStandardError()));
    return {};
}

Result<void> ThrowawaySlapd::start(const Options &options)
{
    reservePorts(2);
    const auto ready = makeCertificate().and_then([&] { return writeFiles(options); }).and_then([&] { return fill(); });
    if (!ready)
        return ready;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!options.keytab.isEmpty()) {
        environment.insert(u"KRB5_KTNAME"_s, options.keytab);
        environment.insert(u"KRB5_CONFIG"_s, file("krb5.conf"));
    }
    QString urls = u"ldap://127.0.0.1:%1"_s.arg(port());
    if (options.hasTls)
        urls += u" ldaps://127.0.0.1:%1"_s.arg(tlsPort());
    return launch(program(), {u"-f"_s, file("slapd.conf"), u"-h"_s, urls, u"-d"_s, u"stats"_s}, {port()}, environment);
}

} // namespace kakuin::testkit
