// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/shell.h"

#include <QtCore/QObject>

#include <functional>

namespace kakuin::session {

/// One command as it ran. Texts of secrets never get here: a Secret is written as the question that asks for it.
struct CommandRecord final {
    enum class Outcome { Running, Succeeded, Warned, ErrorRecords, Failed, Cancelled };
    quint64 number = 0; ///< from 1 on
    shell::Pipeline pipeline; ///< with secrets removed
    QString powerShell; ///< one line
    QDateTime startedUtc;
    std::chrono::milliseconds duration{0};
    QList<shell::AskedPrompt> questions;
    Outcome outcome = Outcome::Running;
    QList<shell::ErrorRecord> errors;
    QStringList warnings;
    std::optional<Error> failure;
    int objectCount = 0;
};

/// Every command of a session, oldest first; at most `capacity` are kept.
class CommandLog final : public QObject {
    Q_OBJECT
public:
    static constexpr int capacity = 20'000;
    explicit CommandLog(QObject *parent = nullptr);

    [[nodiscard]] const QList<CommandRecord> &records() const { return m_records; }
    [[nodiscard]] const CommandRecord *find(quint64 number) const;
    /// Appends a running command; its number.
    quint64 begin(const shell::Pipeline &pipeline, const QDateTime &startedUtc);
    /// Applies f to the record and says so; nothing happens when it has been dropped.
    void update(quint64 number, const std::function<void(CommandRecord &)> &f);
    void clear();

Q_SIGNALS:
    void appended(int index);
    void updated(int index);
    /// The oldest `count` records go: once before and once after they have gone.
    void aboutToDrop(int count);
    void dropped(int count);

private:
    QList<CommandRecord> m_records;
    quint64 m_next = 1;
};

} // namespace kakuin::session
