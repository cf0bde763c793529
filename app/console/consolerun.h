// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/consoleline.h"
#include "app/keychainpasswords.h"
#include "core/session/session.h"

#include <QtCore/QTemporaryDir>

#include <memory>

class QFileDevice;

namespace kakuin::app {

/// One question asked on the command line, from opening the data to the exit code.
/// Shape:   made after a QCoreApplication; start(), then finished(exit code) once. The answer goes to `out`, what went
///          wrong to `err`, and to `out` as failure(); a password comes from `in`. Nothing is written outside a temporary
///          folder.
class ConsoleRun final : public QObject {
    Q_OBJECT
public:
    enum ExitCode { Good = 0, Warning = 1, Critical = 2, NotKnown = 3 };

    /// `culture`: in which a server answers, see Language::culture().
    ConsoleRun(ConsoleLine line, QString culture, QFileDevice &in, QFileDevice &out, QFileDevice &err,
        QObject *parent = nullptr);
    ~ConsoleRun() override;
    Q_DISABLE_COPY_MOVE(ConsoleRun)

    void start();
    /// What is printed on the standard output where there is no answer: a monitoring system shows nothing else. The state
    /// line, an object with the error (json), a table with one row (csv), or the state as a metric (prometheus).
    /// `sentence`: what went wrong, for people.
    [[nodiscard]] static QByteArray failure(ConsoleLine::Format format, const Error &error, const QString &sentence);

Q_SIGNALS:
    void finished(int exitCode);

private:
    void openPractice();
    void openExported();
    void openWithKeptPassword(const connection::ConnectionProfile &profile);
    void openRemote(const connection::ConnectionProfile &profile);
    void openWith(const connection::ConnectionProfile &profile, const Secret &password);
    [[nodiscard]] Result<void> readIgnoreFiles();
    void read(const std::shared_ptr<shell::Shell> &shell);
    void answer(const domain::Inventory &inventory);
    [[nodiscard]] QByteArray check(const domain::Inventory &inventory, int *exitCode) const;
    [[nodiscard]] QByteArray list(const domain::Inventory &inventory, int *exitCode) const;
    void fail(const Error &error);

    ConsoleLine m_line;
    QString m_culture;
    QFileDevice &m_in;
    QFileDevice &m_out;
    QFileDevice &m_err;
    KeychainPasswords m_passwords;
    QTemporaryDir m_folder;
    std::unique_ptr<session::Session> m_session;
};

} // namespace kakuin::app
