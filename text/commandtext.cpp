// SPDX-License-Identifier: MIT
#include "text/commandtext.h"

#include "core/base/untrustedtext.h"
#include "core/shell/powershelltext.h"
#include "text/errortext.h"
#include "text/expirytext.h"

namespace kakuin::ui {
namespace {

using Outcome = session::CommandRecord::Outcome;

QString indented(const QString &text)
{
    QString out = QStringLiteral("    ") + multiLine(text);
    return out.replace(u'\n', QStringLiteral("\n    "));
}

QString commented(const QString &text)
{
    return shell::commentLines(text).join(u'\n') + u'\n';
}

} // namespace

QString CommandText::outcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
        return tr("running", "state of a command");
    case Outcome::Succeeded:
        return tr("done", "state of a command");
    case Outcome::Warned:
        return tr("done, with warnings", "state of a command");
    case Outcome::ErrorRecords:
        return tr("ended with errors", "state of a command");
    case Outcome::Failed:
        return tr("failed", "state of a command");
    case Outcome::Cancelled:
        return tr("cancelled", "state of a command");
    }
    return {};
}

models::Severity CommandText::severityOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
    case Outcome::Cancelled:
        return models::Severity::NotKnown;
    case Outcome::Succeeded:
        return models::Severity::Ok;
    case Outcome::Warned:
        return models::Severity::Soon;
    case Outcome::ErrorRecords:
    case Outcome::Failed:
        return models::Severity::Expired;
    }
    return models::Severity::NotKnown;
}

QString CommandText::duration(std::chrono::milliseconds duration)
{
    const qint64 ms = std::max<qint64>(0, duration.count());
    if (ms < 60'000)
        return tr("%1 s", "seconds").arg(QString::number(static_cast<double>(ms) / 1000.0, 'f', ms < 10'000 ? 1 : 0));
    return tr("%1 min %2 s").arg(ms / 60'000).arg(ms / 1000 % 60);
}

QString CommandText::started(const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    return utc.toLocalTime().toString(tr("HH:mm:ss", "form of a time, see QDateTime::toString"));
}

QString CommandText::detail(const session::CommandRecord &record)
{
    QStringList lines{multiLine(shell::toPowerShellLines(record.pipeline))};
    for (const shell::AskedPrompt &question : record.questions) {
        lines.append(QString());
        lines.append(tr("The server asked:"));
        lines.append(indented(question.prompt.message));
        QString answer = tr("The question is open.");
        if (question.isAnswered && question.answer && *question.answer >= 0
            && *question.answer < question.prompt.choices.size())
            answer = tr("Answer: %1").arg(singleLine(question.prompt.choices.at(*question.answer).label, 200));
        else if (question.isAnswered)
            answer = tr("Not answered: stopped here.");
        lines.append(answer);
    }
    for (const QString &warning : record.warnings) {
        lines.append(QString());
        lines.append(tr("Warning of the server:"));
        lines.append(indented(warning));
    }
    for (const shell::ErrorRecord &error : record.errors) {
        lines.append(QString());
        lines.append(tr("Error of the server:"));
        lines.append(indented(error.message));
        if (!error.fullyQualifiedErrorId.isEmpty())
            lines.append(indented(error.fullyQualifiedErrorId));
    }
    if (record.failure) {
        lines.append(QString());
        lines.append(ErrorText::full(*record.failure));
    }
    if (record.outcome != Outcome::Running) {
        lines.append(QString());
        //: %1: "done", "failed" …, %2: a duration
        lines.append(tr("%1 after %2; %n objects returned.", nullptr, record.objectCount)
                         .arg(outcome(record.outcome), duration(record.duration)));
    }
    return lines.join(u'\n');
}

QString CommandText::log(const QList<session::CommandRecord> &records)
{
    QString text;
    for (const session::CommandRecord &record : records) {
        text.append(QStringLiteral("[%1] %2\n").arg(record.number).arg(ExpiryText::dayAndTime(record.startedUtc)));
        text.append(detail(record));
        text.append(QStringLiteral("\n\n"));
    }
    return text;
}

QByteArray CommandText::script(const QList<session::CommandRecord> &records)
{
    QString text = commented(tr("Commands as they ran in Kakuin. Passwords are not in here: the script asks for them.\n"
                                "Read it before you run it: what changed the organisation would change it again."));
    for (const session::CommandRecord &record : records) {
        QString about = detail(record);
        about.remove(0, multiLine(shell::toPowerShellLines(record.pipeline)).size());
        text.append(u'\n');
        text.append(
            commented(QStringLiteral("[%1] %2").arg(record.number).arg(ExpiryText::dayAndTime(record.startedUtc))));
        text.append(shell::toPowerShellLines(record.pipeline) + u'\n');
        text.append(commented(about.trimmed()));
    }
    text.replace(u'\n', QStringLiteral("\r\n"));
    return QByteArrayLiteral("\xEF\xBB\xBF") + text.toUtf8();
}

} // namespace kakuin::ui
