// SPDX-License-Identifier: MIT
#include "throwawaykdc.h"

#include <QtCore/QFile>
#include <QtCore/QStandardPaths>
#include <QtCore/QtEndian>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

namespace {

QString kerberosProgram(const QString &name)
{
    const QStringList folders{u"/usr/sbin"_s, u"/usr/bin"_s, u"/usr/local/sbin"_s, u"/usr/local/bin"_s,
        u"/opt/homebrew/opt/krb5/sbin"_s, u"/opt/homebrew/opt/krb5/bin"_s};
    return QStandardPaths::findExecutable(name, folders);
}

} // namespace

bool ThrowawayKdc::isInstalled()
{
    return !kerberosProgram(u"krb5kdc"_s).isEmpty() && !kerberosProgram(u"kadmin.local"_s).isEmpty()
        && !kerberosProgram(u"kinit"_s).isEmpty();
}

QProcessEnvironment ThrowawayKdc::environment() const
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(u"KRB5_KDC_PROFILE"_s, file("kdc.conf"));
    return all;
}

Result<QByteArray> ThrowawayKdc::run(const QString &name, const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(kerberosProgram(name), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(foreignPatienceMs) || process.exitCode() != 0)
        return fail(ErrorCode::Internal, name, QString::fromUtf8(process.readAllStandardError()));
    return process.readAllStandardOutput();
}

// Both files are written once, before anything in this process uses Kerberos, and stay as they are: libkrb5 frees what
// it knows of its configuration when the file has changed, also under a thread that is reading it (seen in 1.20.1).
Result<void> ThrowawayKdc::writeConfiguration()
{
    const QByteArray in = folder().toUtf8();
    const QByteArray listen = "127.0.0.1:" + QByteArray::number(port(0));
    const QByteArray domain = "[kdcdefaults]\n kdc_listen = \"\"\n kdc_tcp_listen = " + listen
        + "\n[realms]\n KAKUIN.TEST = {\n  database_name = " + in + "/principal\n  key_stash_file = " + in
        + "/stash\n  acl_file = " + in + "/acl\n  max_life = 10h\n }\n[logging]\n kdc = FILE:" + in + "/kdc.log\n";
    const QByteArray clients
        = "[libdefaults]\n default_realm = KAKUIN.TEST\n dns_lookup_kdc = false\n dns_lookup_realm = false\n"
          " udp_preference_limit = 1\n[realms]\n KAKUIN.TEST = {\n  kdc = 127.0.0.1:"
        + QByteArray::number(m_gate.port()) + "\n }\n";
    qputenv("KRB5_CONFIG", file("krb5.conf").toUtf8());
    qputenv("KRB5CCNAME", "FILE:" + ticketFile().toUtf8());
    return write("kdc.conf", domain).and_then([&] { return write("krb5.conf", clients); });
}

Result<void> ThrowawayKdc::start()
{
    reservePorts(1);
    if (const auto written = writeConfiguration(); !written)
        return written;
    const auto made = run(u"kdb5_util"_s, {u"create"_s, u"-s"_s, u"-P"_s, u"master"_s, u"-r"_s, u"KAKUIN.TEST"_s});
    if (!made)
        return tl::unexpected<Error>(made.error());
    const auto filled = administrate("addprinc +requires_preauth -pw " + password().toUtf8()
        + " admin\naddprinc -randkey HTTP/localhost\naddprinc -randkey HTTP/elsewhere.kakuin.test\nktadd -k " + keytab()
        + " HTTP/localhost\n");
    if (!filled)
        return tl::unexpected<Error>(filled.error());
    return launch(kerberosProgram(u"krb5kdc"_s), {u"-n"_s, u"-r"_s, u"KAKUIN.TEST"_s}, {port(0)}, environment())
        .transform([this] { show(); });
}

Result<QByteArray> ThrowawayKdc::administrate(const QByteArray &commands)
{
    return run(u"kadmin.local"_s, {u"-r"_s, u"KAKUIN.TEST"_s}, commands);
}

Result<void> ThrowawayKdc::getTicket(const QStringList &options)
{
    const auto done = run(u"kinit"_s, options + QStringList{user()}, password().toUtf8() + '\n');
    return done ? Result<void>() : Result<void>(tl::unexpected<Error>(done.error()));
}

Result<void> ThrowawayKdc::getServiceTicket(const QString &service)
{
    const auto done = run(u"kvno"_s, {service});
    return done ? Result<void>() : Result<void>(tl::unexpected<Error>(done.error()));
}

Result<void> ThrowawayKdc::shiftClock(std::chrono::seconds offset)
{
    // a file cache, version 4: 05 04, the length of a list of notes, the notes, tickets; note 1 is the clock
    QFile tickets(ticketFile());
    if (!tickets.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, ticketFile(), tickets.errorString());
    const QByteArray bytes = tickets.readAll();
    tickets.close();
    if (!bytes.startsWith("\x05\x04") || bytes.size() < 4)
        return fail(ErrorCode::Internal, ticketFile(), u"no file cache of version 4"_s);
    const qsizetype notes = qFromBigEndian<quint16>(bytes.constData() + 2);
    QByteArray clock("\x05\x04\x00\x0c\x00\x01\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00", 16);
    qToBigEndian(static_cast<qint32>(offset.count()), clock.data() + 8);
    return write(ticketFileName, clock + bytes.mid(4 + notes));
}

} // namespace kakuin::testkit
