// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/shell.h"

#include <QtCore/QHash>

namespace kakuin::session {

/// A shell that runs everything through another one and keeps the objects that came back, by cmdlet and server.
/// Shape:   as LoggingShell: the future is the inner shell's own.
/// Memory:  every object, until the recorder goes.
/// Threads: the thread of the object.
class RecordingShell final : public shell::Shell {
    Q_OBJECT
public:
    struct Recorded final {
        QString cmdlet;
        QString server; ///< the value of -Server; empty for organisation-wide cmdlets
        QList<clixml::Value> values;
    };

    explicit RecordingShell(std::shared_ptr<shell::Shell> inner, QObject *parent = nullptr);
    ~RecordingShell() override;

    [[nodiscard]] shell::ShellDescription description() const override { return m_inner->description(); }
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override { return m_inner->clock(); }
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &prompts = nullptr) override;
    [[nodiscard]] bool offers(const QString &cmdlet) const override { return m_inner->offers(cmdlet); }
    [[nodiscard]] QList<Error> problems() const override { return m_inner->problems(); }

    /// What answered without a terminating error, in the order of the answers.
    [[nodiscard]] const QList<Recorded> &recorded() const { return m_recorded; }

private:
    void keep(const Recorded &recorded);

    std::shared_ptr<shell::Shell> m_inner;
    QList<Recorded> m_recorded;
    QHash<std::pair<QString, QString>, qsizetype> m_places; ///< in it, by cmdlet and server
};

} // namespace kakuin::session
