// SPDX-License-Identifier: MIT
#include "throwawaykdc.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>
#include <QtCore/QtEndian>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <csignal>
#include <cstdio>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;
constexpr quint16 nobodysPort = 1;

QString program(const QString &name)
{
    const QStringList folders{u"/usr/sbin"_s, u"/usr/bin"_s, u"/usr/local/sbin"_s, u"/usr/local/bin"_s,
        u"/opt/homebrew/opt/krb5/sbin"_s, u"/opt/homebrew/opt/krb5/bin"_s};
    return QStandardPaths::findExecutable(name, folders);
}

Result<void> write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    return {};
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

QByteArray clientConfiguration(quint16 port)
{
    return "[libdefaults]\n default_realm = KAKUIN.TEST\n dns_lookup_kdc = false\n dns_lookup_realm = false\n"
           " udp_preference_limit = 1\n[realms]\n KAKUIN.TEST = {\n  kdc = 127.0.0.1:"
        + QByteArray::number(port) + "\n }\n";
}

} // namespace

bool ThrowawayKdc::isInstalled()
{
    return !program(u"krb5kdc"_s).isEmpty() && !program(u"kadmin.local"_s).isEmpty() && !program(u"kinit"_s).isEmpty();
}

ThrowawayKdc::~ThrowawayKdc()
{
    m_kdc.terminate();
    if (m_kdc.state() != QProcess::NotRunning && !m_kdc.waitForFinished(patienceMs))
        m_kdc.kill();
}

Result<QByteArray> ThrowawayKdc::run(const QString &name, const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(program(name), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0)
        return fail(ErrorCode::Internal, name, QString::fromUtf8(process.readAllStandardError()));
    return process.readAllStandardOutput();
}

Result<void> ThrowawayKdc::writeConfiguration()
{
    const QByteArray folder = m_folder.path().toUtf8();
    const QByteArray listen = "127.0.0.1:" + QByteArray::number(m_port);
    const QByteArray domain = "[kdcdefaults]\n kdc_listen = " + listen + "\n kdc_tcp_listen = " + listen
        + "\n[realms]\n KAKUIN.TEST = {\n  database_name = " + folder + "/principal\n  key_stash_file = " + folder
        + "/stash\n  acl_file = " + folder + "/acl\n  kdc_listen = " + listen + "\n  kdc_tcp_listen = " + listen
        + "\n  max_life = 10h\n }\n[logging]\n kdc = FILE:" + folder + "/kdc.log\n";
    qputenv("KRB5_CONFIG", folder + "/krb5.conf");
    qputenv("KRB5_KDC_PROFILE", folder + "/kdc.conf");
    qputenv("KRB5CCNAME", "FILE:" + ticketFile().toUtf8());
    return write(m_folder.filePath(u"kdc.conf"_s), domain).and_then([this] {
        return write(m_folder.filePath(u"krb5.conf"_s), clientConfiguration(m_port));
    });
}

Result<void> ThrowawayKdc::start()
{
    m_port = freePort();
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
#ifdef Q_OS_LINUX
    m_kdc.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // also when a test is killed
#endif
    m_kdc.start(program(u"krb5kdc"_s), {u"-n"_s, u"-r"_s, u"KAKUIN.TEST"_s});
    return waitUntilItListens();
}

Result<void> ThrowawayKdc::waitUntilItListens()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < patienceMs) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (socket.waitForConnected(1000))
            return {};
        if (m_kdc.waitForFinished(20)) // not an answer: a pause in which it may fail
            break;
    }
    return fail(ErrorCode::Internal, u"krb5kdc"_s, QString::fromUtf8(m_kdc.readAllStandardError()));
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
    QFile file(ticketFile());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, ticketFile(), file.errorString());
    const QByteArray bytes = file.readAll();
    file.close();
    if (!bytes.startsWith("\x05\x04") || bytes.size() < 4)
        return fail(ErrorCode::Internal, ticketFile(), u"no file cache of version 4"_s);
    const qsizetype notes = qFromBigEndian<quint16>(bytes.constData() + 2);
    QByteArray clock("\x05\x04\x00\x0c\x00\x01\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00", 16);
    qToBigEndian(static_cast<qint32>(offset.count()), clock.data() + 8);
    return write(ticketFile(), clock + bytes.mid(4 + notes));
}

void ThrowawayKdc::hide()
{
    replaceBy(nobodysPort);
}

void ThrowawayKdc::replaceBy(quint16 port)
{
    if (const auto written = write(m_folder.filePath(u"krb5.conf"_s), clientConfiguration(port)); !written)
        qFatal("%s", qPrintable(written.error().detail));
}

void ThrowawayKdc::show()
{
    replaceBy(m_port);
}

} // namespace kakuin::testkit
