// SPDX-License-Identifier: MIT
#include "core/plan/importdraft.h"

#include "core/plan/transportquery.h"

namespace kakuin::plan {
namespace {

using ImportProblem = ImportDraft::Problem;
using ImportCode = ImportDraft::ProblemCode;

} // namespace

Step importStep(int number, const domain::ServerId &server, const shell::LateValue &data,
    const domain::Thumbprint &expected, bool isExportable, const QString &friendlyName)
{
    Step step;
    step.number = number;
    step.kind = StepKind::ImportCertificate;
    step.server = server;
    shell::Cmdlet import(QStringLiteral("Import-ExchangeCertificate"));
    import.onServer(server)
        .with(QStringLiteral("FileData"), data)
        .with(QStringLiteral("Password"), shell::LateValue::password());
    if (isExportable)
        import.with(QStringLiteral("PrivateKeyExportable"), true);
    if (!friendlyName.isEmpty())
        import.with(QStringLiteral("FriendlyName"), friendlyName);
    step.command = import;
    step.checks.append(presenceCheck(server, {expected, 0}));
    return step;
}

ImportDraft::ImportDraft(domain::InventoryPtr inventory, const QDateTime &nowUtc, QObject *parent)
    : Draft(std::move(inventory), nowUtc, parent)
{
}

ImportDraft::~ImportDraft() = default;

void ImportDraft::setFile(const QString &path, const Secret &password)
{
    if (m_path == path && m_password == password && m_state != FileState::Failed)
        return;
    m_path = path;
    m_password = password;
    m_summary.reset();
    m_error.reset();
    m_opening.drop();
    m_state = path.isEmpty() ? FileState::None : FileState::Opening;
    Q_EMIT changed();
    if (path.isEmpty())
        return;
    m_opening.request(openPfxFile(path, password), this, [this](const Result<PfxSummary> &opened) {
        if (opened) {
            m_summary = *opened;
            m_state = FileState::Open;
        } else {
            m_error = opened.error();
            m_state = FileState::Failed;
        }
        Q_EMIT changed();
    });
}

void ImportDraft::setServers(const QList<domain::ServerId> &servers)
{
    if (m_servers == servers)
        return;
    m_servers = servers;
    Q_EMIT changed();
}

void ImportDraft::setKeyExportable(bool exportable)
{
    if (m_isExportable == exportable)
        return;
    m_isExportable = exportable;
    Q_EMIT changed();
}

void ImportDraft::setFriendlyName(const QString &name)
{
    if (m_friendlyName == name)
        return;
    m_friendlyName = name;
    Q_EMIT changed();
}

void ImportDraft::setErrorPolicy(ErrorPolicy policy)
{
    if (m_errorPolicy == policy)
        return;
    m_errorPolicy = policy;
    Q_EMIT changed();
}

QList<ImportProblem> ImportDraft::problems() const
{
    QList<ImportProblem> out;
    if (m_state == FileState::None)
        out.append({ImportCode::FileMissing, {}});
    else if (m_state != FileState::Open)
        out.append({ImportCode::FileNotOpen, {}});
    else if (!m_summary->hasKey)
        out.append({ImportCode::NoKeyInside, {}});
    if (m_summary && m_summary->facts.notAfterUtc <= nowUtc())
        out.append({ImportCode::Expired, {}});
    if (m_servers.isEmpty())
        out.append({ImportCode::NoServer, {}});
    for (const domain::ServerId &server : m_servers) {
        const domain::ServerEntry *entry = inventory()->find(server);
        if (entry == nullptr || !entry->certificates)
            out.append({ImportCode::ServerUnreachable, server});
        else if (m_summary && entry->find(m_summary->facts.thumbprint) != nullptr)
            out.append({ImportCode::AlreadyThere, server});
    }
    if (m_friendlyName.trimmed().size() > domain::longestFriendlyName)
        out.append({ImportCode::FriendlyNameTooLong, {}});
    return out;
}

Plan ImportDraft::plan() const
{
    Plan plan;
    if (!problems().isEmpty())
        return plan;
    plan.kind = PlanKind::ImportCertificate;
    plan.errorPolicy = m_errorPolicy;
    for (const domain::ServerId &server : m_servers)
        plan.steps.append(
            importStep(static_cast<int>(plan.steps.size()) + 1, server, shell::LateValue::fileContent(m_path),
                m_summary->facts.thumbprint, m_isExportable, m_friendlyName.trimmed()));
    return plan;
}

} // namespace kakuin::plan
