// SPDX-License-Identifier: MIT
#include "app/console/consolerun.h"

#include "core/advice/picture.h"
#include "core/base/whendone.h"
#include "core/connection/connectionfile.h"
#include "core/connection/shellopener.h"
#include "core/findings/findings.h"
#include "core/findings/setup.h"
#include "core/lab/labshell.h"
#include "core/plan/codename.h"
#include "core/report/csvwriter.h"
#include "core/report/findingsjson.h"
#include "core/report/inventoryjson.h"
#include "core/report/inventoryrows.h"
#include "core/report/prometheustext.h"
#include "core/shell/readonlyshell.h"
#include "core/snapshot/snapshotshell.h"
#include "text/connectiontext.h"
#include "text/consoletext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileDevice>
#include <QtCore/QJsonDocument>

namespace kakuin::app {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 mostPasswordBytes = 4096;

int stateOf(const QList<findings::Finding> &found)
{
    bool isWarned = false;
    bool isUnknown = false;
    for (const findings::Finding &finding : found) {
        if (finding.severity == findings::Severity::Critical)
            return ConsoleRun::Critical;
        isWarned = isWarned || finding.severity == findings::Severity::Warning;
        // what no session of Exchange ever reports is said, but makes no difference from one day to the next
        isUnknown = isUnknown
            || (finding.severity == findings::Severity::NotKnown && finding.code != findings::Code::BeyondInventory);
    }
    return isWarned ? ConsoleRun::Warning : isUnknown ? ConsoleRun::NotKnown : ConsoleRun::Good;
}

bool isWhole(const domain::Inventory &inventory)
{
    return inventory.serverList && inventory.authConfig
        && std::all_of(inventory.problems.begin(), inventory.problems.end(), advice::isNote)
        && std::all_of(inventory.servers.begin(), inventory.servers.end(),
            [](const domain::ServerEntry &entry) { return entry.isWhole(); });
}

} // namespace

ConsoleRun::ConsoleRun(
    ConsoleLine line, QString culture, QFileDevice &in, QFileDevice &out, QFileDevice &err, QObject *parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_culture(std::move(culture))
    , m_in(in)
    , m_out(out)
    , m_err(err)
{
}

ConsoleRun::~ConsoleRun() = default;

void ConsoleRun::start()
{
    if (!m_line.connection.isEmpty()) {
        const auto stored = connection::ConnectionFile::ofUser().find(m_line.connection);
        if (!stored)
            return fail(stored.error());
        m_line.remote = *stored;
    }
    if (const Result<void> known = readIgnoreFiles(); !known)
        return fail(known.error());
    if (m_line.practice)
        openPractice();
    else if (!m_line.exportedPaths.isEmpty())
        openExported();
    else if (m_line.connection.isEmpty() || m_line.readsPassword || !connection::needsPassword(*m_line.remote))
        openRemote(*m_line.remote);
    else
        openWithKeptPassword(*m_line.remote);
}

void ConsoleRun::openPractice()
{
    if (!m_folder.isValid())
        return fail({ErrorCode::FileUnwritable, m_folder.path(), m_folder.errorString()});
    whenDone(lab::LabShell::create(m_folder.filePath(u"check.kakuinlab"_s), *m_line.practice), this,
        [this](const Result<std::shared_ptr<lab::LabShell>> &opened) {
            if (!opened)
                return fail(opened.error());
            (*opened)->setCulture(m_culture);
            read(*opened);
        });
}

void ConsoleRun::openExported()
{
    whenDone(snapshot::SnapshotShell::open(m_line.exportedPaths), this,
        [this](const Result<std::shared_ptr<snapshot::SnapshotShell>> &opened) {
            if (!opened)
                return fail(opened.error());
            read(*opened);
        });
}

void ConsoleRun::openWithKeptPassword(const connection::ConnectionProfile &profile)
{
    whenDone(m_passwords.read(profile.name), this, [this, profile](const Result<Secret> &kept) {
        if (!kept)
            return fail(kept.error());
        if (kept->isEmpty())
            return fail({ErrorCode::InvalidArgument, u"--password-stdin"_s, u"missing"_s});
        openWith(profile, *kept);
    });
}

void ConsoleRun::openRemote(const connection::ConnectionProfile &profile)
{
    Secret password;
    if (m_line.readsPassword) {
        QByteArray line = m_in.readLine(mostPasswordBytes);
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        password = Secret(QString::fromUtf8(line));
        line.fill('\0');
        if (password.isEmpty())
            return fail({ErrorCode::InvalidArgument, u"--password-stdin"_s, u"empty"_s});
    }
    openWith(profile, password);
}

void ConsoleRun::openWith(const connection::ConnectionProfile &profile, const Secret &password)
{
    whenDone(connection::openShell(profile, password, m_culture), this,
        [this](const Result<connection::OpenedShell> &opened) {
            if (!opened)
                return fail(opened.error());
            read(opened->shell);
        });
}

// As the windows call the organisation for which a finding was muted (Workspace)
Result<void> ConsoleRun::readIgnoreFiles()
{
    QString organisation;
    if (m_line.remote)
        organisation = u"connection:"_s + connection::peerName(*m_line.remote).toLower();
    for (const QString &path : std::as_const(m_line.ignoreFiles)) {
        const auto ignores = findings::readIgnores(path, organisation);
        if (!ignores)
            return tl::unexpected<Error>(ignores.error());
        m_line.ignores.append(*ignores);
    }
    return {};
}

void ConsoleRun::read(const std::shared_ptr<shell::Shell> &shell)
{
    // whatever is opened: these commands only read
    m_session = std::make_unique<session::Session>(std::make_shared<shell::ReadOnlyShell>(shell));
    whenDone(m_session->refresh(), this, [this](const Result<domain::InventoryPtr> &read) {
        if (!read)
            return fail(read.error());
        answer(**read);
    });
}

QByteArray ConsoleRun::check(const domain::Inventory &inventory, int *exitCode) const
{
    const QDateTime nowUtc = m_session->nowUtc();
    QList<findings::Finding> found = findings::findingsOf(inventory, m_line.policy, nowUtc);
    if (m_line.isForSetup)
        found = findings::concerningSetup(found, inventory);
    const findings::Sifted sifted = findings::sift(found, m_line.ignores, nowUtc);
    *exitCode = stateOf(sifted.counted);
    // as text it is a part of the answer
    if (m_line.format != ConsoleLine::Format::Text) {
        const QStringList ended = ui::ConsoleText::endedLines(sifted);
        for (const QString &line : ended)
            m_err.write((u"kakuin: "_s + line + u'\n').toUtf8());
    }
    switch (m_line.format) {
    case ConsoleLine::Format::Text:
        return ui::ConsoleText::check(sifted, *exitCode, inventory, nowUtc).toUtf8();
    case ConsoleLine::Format::Json: {
        QJsonObject out = report::siftedJson(sifted);
        out.insert(u"format"_s, 1);
        out.insert(u"exitCode"_s, *exitCode);
        out.insert(u"organisation"_s, inventory.organisation);
        return QJsonDocument(out).toJson();
    }
    case ConsoleLine::Format::Prometheus:
        return report::prometheusText(inventory, sifted, *exitCode, nowUtc);
    case ConsoleLine::Format::Csv:
        break;
    }
    report::CsvWriter csv;
    csv.add(ui::ConsoleText::findingColumns());
    const QList<QStringList> rows = ui::ConsoleText::findingRows(sifted.counted, inventory, nowUtc);
    for (const QStringList &row : rows)
        csv.add(row);
    return csv.bytes();
}

QByteArray ConsoleRun::list(const domain::Inventory &inventory, int *exitCode) const
{
    const QDateTime nowUtc = m_session->nowUtc();
    *exitCode = isWhole(inventory) ? Good : Warning;
    switch (m_line.format) {
    case ConsoleLine::Format::Text:
        return ui::ConsoleText::inventory(inventory, nowUtc).toUtf8();
    case ConsoleLine::Format::Json:
        return QJsonDocument(report::inventoryJson(inventory, nowUtc)).toJson();
    case ConsoleLine::Format::Csv:
    case ConsoleLine::Format::Prometheus: // of check alone
        break;
    }
    report::CsvWriter csv;
    csv.add(report::inventoryColumns());
    const QList<QStringList> rows = report::inventoryRows(inventory, nowUtc);
    for (const QStringList &row : rows)
        csv.add(row);
    return csv.bytes();
}

void ConsoleRun::answer(const domain::Inventory &inventory)
{
    int exitCode = NotKnown;
    const QByteArray bytes
        = m_line.command == ConsoleLine::Command::Check ? check(inventory, &exitCode) : list(inventory, &exitCode);
    // an answer that did not arrive is none; the C library keeps some of it back until it is told
    if (m_out.write(bytes) != bytes.size() || !m_out.flush())
        return fail({ErrorCode::FileUnwritable, u"stdout"_s, m_out.errorString()});
    Q_EMIT finished(exitCode);
}

QByteArray ConsoleRun::failure(ConsoleLine::Format format, const Error &error, const QString &sentence)
{
    switch (format) {
    case ConsoleLine::Format::Json: {
        QJsonObject said = report::errorJson(error);
        said.insert(u"message"_s, sentence);
        return QJsonDocument(QJsonObject{{u"format"_s, 1}, {u"exitCode"_s, NotKnown}, {u"error"_s, said}}).toJson();
    }
    case ConsoleLine::Format::Prometheus:
        return report::prometheusFailure(sentence);
    case ConsoleLine::Format::Csv: {
        report::CsvWriter csv;
        csv.add({u"error"_s, u"subject"_s, u"message"_s});
        csv.add({plan::nameOf(error.code), error.subject, sentence});
        return csv.bytes();
    }
    case ConsoleLine::Format::Text:
        break;
    }
    return ui::ConsoleText::notChecked(sentence).toUtf8();
}

void ConsoleRun::fail(const Error &error)
{
    const QString sentence = ui::ConnectionText::full(error);
    m_out.write(failure(m_line.format, error, sentence));
    m_out.flush();
    m_err.write((u"kakuin: "_s + sentence.simplified() + u'\n').toUtf8()); // one line, as logs want it
    Q_EMIT finished(NotKnown);
}

} // namespace kakuin::app
