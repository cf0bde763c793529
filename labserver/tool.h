// SPDX-License-Identifier: MIT
#pragma once

#include "labserver/labserver.h"
#include "labserver/toolline.h"

#include <QtCore/QTemporaryDir>

namespace kakuin::labserver {

/// kakuin-lab-server between its start and its end: makes or opens the organisation, says how to connect, and takes
/// lines. In English only: it is for practice and tests.
/// Shape:   start(); printed() is what goes to the standard output, line by line; ended(code) once at the end.
class Tool final : public QObject {
    Q_OBJECT
public:
    enum Exit { Done = 0, CouldNotStart = 1, WrongArguments = 2 };
    Tool(ToolLine line, const Secret &password);
    ~Tool() override;
    Q_DISABLE_COPY_MOVE(Tool)

    void start();
    /// fault WORDS, log, count CMDLET, quit.
    void take(const QString &line);
    void end() { Q_EMIT ended(Done); }

    /// A sentence for why it could not start.
    [[nodiscard]] static QString sentenceFor(const Error &error);
    [[nodiscard]] static Secret newPassword();

Q_SIGNALS:
    void printed(const QString &line);
    void failed(const QString &sentence);
    void ended(int code);

private:
    void serve(const std::shared_ptr<lab::LabShell> &lab);
    void introduce();

    ToolLine m_line;
    Secret m_password;
    QTemporaryDir m_folder; // of an organisation that ends with the server
    std::unique_ptr<LabServer> m_server;
};

} // namespace kakuin::labserver
