// SPDX-License-Identifier: MIT
#include "throwawayserver.h"

#include "core/x509/maker.h"
#include "core/x509/reader.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtNetwork/QTcpSocket>

#include <csignal>
#include <cstdio>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

namespace {

QByteArray privateKeyPem(const QByteArray &der)
{
    return "-----BEGIN PRIVATE KEY-----\n" + der.toBase64() + "\n-----END PRIVATE KEY-----\n";
}

} // namespace

ThrowawayServer::~ThrowawayServer()
{
    stop();
}

void ThrowawayServer::stop()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(foreignPatienceMs))
        m_process.kill();
}

Result<void> ThrowawayServer::write(const char *name, const QByteArray &text) const
{
    QFile target(file(name));
    if (!target.open(QIODevice::WriteOnly) || target.write(text) != text.size())
        return fail(ErrorCode::FileUnwritable, target.fileName(), target.errorString());
    return {};
}

Result<QString> ThrowawayServer::makeFolder(const char *name) const
{
    constexpr auto everybody = static_cast<QFile::Permissions>(0x7777);
    const QString path = file(name);
    // programs that begin as root go on as somebody else
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, everybody)
        || !QFile::setPermissions(folder(), everybody & ~static_cast<QFile::Permissions>(0x0022)))
        return fail(ErrorCode::FileUnwritable, path);
    return path;
}

Result<void> ThrowawayServer::makeCertificate(const QDateTime &notAfterUtc, int keyBits)
{
    const auto key = x509::PrivateKey::generateRsa(keyBits);
    if (!key)
        return tl::unexpected<Error>(key.error());
    x509::CertificateRequest request;
    request.subject = x509::parseName(u"CN="_s + host()).value_or(QList<x509::NameAttribute>());
    request.notBeforeUtc = QDateTime::currentDateTimeUtc().addDays(-2);
    request.notAfterUtc = notAfterUtc;
    return x509::makeSelfSigned(request, *key).and_then([&](const QByteArray &der) {
        m_certificate = der;
        return write("ca.pem", x509::toPem(der)).and_then([&] {
            return write("key.pem", privateKeyPem(key->toPkcs8()));
        });
    });
}

Result<void> ThrowawayServer::launch(
    const QString &program, const QStringList &arguments, QList<quint16> ports, const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // also when a test is killed
#endif
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program, arguments);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < foreignPatienceMs) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), ports.constLast());
        if (socket.waitForConnected(1000)) {
            ports.removeLast();
            if (ports.isEmpty())
                return {};
            continue;
        }
        if (m_process.waitForFinished(20)) // not an answer: a pause in which it may fail
            break;
    }
    return fail(ErrorCode::Internal, program, QString::fromUtf8(log()));
}

QByteArray ThrowawayServer::log()
{
    m_process.waitForReadyRead(0);
    m_log += m_process.readAll();
    return m_log;
}

} // namespace kakuin::testkit
