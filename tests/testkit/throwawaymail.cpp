// SPDX-License-Identifier: MIT
#include "throwawaymail.h"

#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

#include <unistd.h>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

namespace {

QString program(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s}) : found;
}

QByteArray listener(const char *name, quint16 port)
{
    return "  inet_listener " + QByteArray(name) + " {\n    port = " + QByteArray::number(port) + "\n  }\n";
}

} // namespace

bool ThrowawayMail::isInstalled()
{
    return !program(u"exim4"_s).isEmpty() && !program(u"dovecot"_s).isEmpty() && !program(u"openssl"_s).isEmpty()
        && QFile::exists(u"/usr/lib/dovecot/imap"_s) && QFile::exists(u"/usr/lib/dovecot/pop3"_s);
}

Result<void> ThrowawayMail::startExim(bool hasTls)
{
    reservePorts(1);
    const auto ready = makeCertificate().and_then([&] { return makeFolder("log"); }).and_then([&](const QString &) {
        return makeFolder("spool");
    });
    if (!ready)
        return tl::unexpected<Error>(ready.error());
    const QByteArray in = folder().toUtf8();
    const QByteArray text = "keep_environment =\nprimary_hostname = mail.contoso.test\nspool_directory = " + in
        + "/spool\nlog_file_path = " + in + "/log/%slog\npid_file_path = " + in
        + "/log/pid\nlocal_interfaces = 127.0.0.1\ndaemon_smtp_ports = " + QByteArray::number(smtpPort())
        + "\ntls_certificate = " + in + "/ca.pem\ntls_privatekey = " + in
        + "/key.pem\nlog_selector = +smtp_connection +smtp_protocol_error\ntls_advertise_hosts = " + (hasTls ? "*" : "")
        + "\nacl_smtp_rcpt = deny\n";
    return write("exim.conf", text).and_then([&] {
        return launch(program(u"exim4"_s), {u"-C"_s, file("exim.conf"), u"-bdf"_s}, {smtpPort()});
    });
}

Result<void> ThrowawayMail::startDovecot()
{
    reservePorts(4);
    const auto ready = makeCertificate().and_then([&] { return makeFolder("run"); });
    if (!ready)
        return tl::unexpected<Error>(ready.error());
    const QByteArray in = folder().toUtf8();
    QByteArray text = "protocols = imap pop3\nbase_dir = " + in + "/run\nstate_dir = " + in
        + "/run\nlog_path = /dev/stderr\nlisten = 127.0.0.1\nssl = yes\nssl_min_protocol = TLSv1\nssl_cert = <" + in
        + "/ca.pem\nssl_key = <" + in + "/key.pem\ndisable_plaintext_auth = yes\n"
        + "passdb {\n  driver = static\n  args = password=none\n}\nuserdb {\n  driver = static\n  args = home=/tmp\n}\n"
        + "service imap-login {\n" + listener("imap", imapPort()) + listener("imaps", imapTlsPort())
        + (::geteuid() == 0 ? "" : "  chroot =\n") + "}\nservice pop3-login {\n" + listener("pop3", popPort())
        + listener("pop3s", popTlsPort()) + (::geteuid() == 0 ? "" : "  chroot =\n") + "}\n";
    if (::geteuid() != 0) {
        const QByteArray user = qgetenv("USER");
        text += "default_internal_user = " + user + "\ndefault_login_user = " + user
            + "\nservice anvil {\n  chroot =\n}\n";
    }
    return write("dovecot.conf", text).and_then([&] {
        return launch(program(u"dovecot"_s), {u"-F"_s, u"-c"_s, file("dovecot.conf")},
            {imapPort(), imapTlsPort(), popPort(), popTlsPort()});
    });
}

Result<void> ThrowawayMail::startTls(const QStringList &options, const QDateTime &notAfterUtc, int keyBits)
{
    reservePorts(1);
    return makeCertificate(notAfterUtc, keyBits).and_then([&] {
        return launch(program(u"openssl"_s),
            QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(tlsPort()), u"-cert"_s, caFile(), u"-key"_s,
                file("key.pem"), u"-www"_s}
                + options,
            {tlsPort()});
    });
}

QByteArray ThrowawayMail::eximLog() const
{
    QFile log(folder() + u"/log/mainlog"_s);
    return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
}

} // namespace kakuin::testkit
