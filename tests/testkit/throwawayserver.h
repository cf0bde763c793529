// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "tests/testkit/await.h"
#include "tests/testkit/reservedports.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <memory>

namespace kakuin::testkit {

/// A server of others that a test starts on the loopback: with a certificate of its own and its files in a temporary
/// folder; gone with this object, also when the test is killed. Subclasses know the program and its files.
class ThrowawayServer {
public:
    /// As the certificate has it.
    [[nodiscard]] static QString host() { return QStringLiteral("127.0.0.1"); }
    [[nodiscard]] QString caFile() const { return file("ca.pem"); }
    [[nodiscard]] QByteArray certificate() const { return m_certificate; } ///< DER
    /// What it has written down.
    [[nodiscard]] QByteArray log();
    void stop();

protected:
    ThrowawayServer() = default;
    virtual ~ThrowawayServer();
    Q_DISABLE_COPY_MOVE(ThrowawayServer)

    /// Self-signed, as ca.pem and key.pem in the folder, which everybody may read.
    [[nodiscard]] Result<void> makeCertificate(
        const QDateTime &notAfterUtc = QDateTime::currentDateTimeUtc().addDays(1), int keyBits = 2048);
    [[nodiscard]] Result<void> write(const char *name, const QByteArray &text) const;
    /// A folder in which the program may write, whoever it runs as.
    [[nodiscard]] Result<QString> makeFolder(const char *name) const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    /// For as long as this object lives, port(0) and so on are the server's to listen at.
    void reservePorts(int count) { m_ports = std::make_unique<ReservedPorts>(count); }
    [[nodiscard]] quint16 port(int index) const { return m_ports ? m_ports->at(index) : quint16(0); }
    /// Starts it and waits until it listens there, by connecting once. Errors: Internal; detail: what it said.
    [[nodiscard]] Result<void> launch(const QString &program, const QStringList &arguments, QList<quint16> ports,
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ReservedPorts> m_ports;
    QProcess m_process;
    QByteArray m_log;
    QByteArray m_certificate;
};

} // namespace kakuin::testkit
