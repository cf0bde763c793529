// SPDX-License-Identifier: MIT
#include "core/plan/exportdraft.h"

#include "core/domain/fitness.h"

#include <QtCore/QSet>

#include <cmath>

namespace kakuin::plan {

Step exportStep(int number, const domain::CertificateId &id, const QString &path)
{
    Step step;
    step.number = number;
    step.kind = StepKind::ExportCertificate;
    step.server = id.server;
    step.subject = id.thumbprint;
    step.file = path;
    step.command = shell::Cmdlet(QStringLiteral("Export-ExchangeCertificate"))
                       .onServer(id.server)
                       .withThumbprint(id.thumbprint)
                       .withSwitch(QStringLiteral("BinaryEncoded"))
                       .with(QStringLiteral("Password"), shell::LateValue::password());
    if (!path.isEmpty()) {
        Check holds;
        holds.kind = Check::Kind::PfxHoldsCertificate;
        holds.server = id.server;
        holds.certificate = {id.thumbprint, 0};
        step.checks.append(holds);
    }
    return step;
}

std::optional<bool> refusesExport(const domain::Inventory &inventory, const domain::CertificateId &id)
{
    const domain::ServerEntry *entry = inventory.find(id.server);
    const std::optional<bool> isRefusing = entry == nullptr ? std::nullopt : entry->server.version.refusesAuthExport();
    if (isRefusing == false)
        return false;
    if (!inventory.authConfig) {
        const domain::Certificate *found = inventory.find(id);
        return found != nullptr && domain::bearsAuthName(found->facts) ? std::nullopt : std::optional(false);
    }
    const domain::AuthConfig &auth = *inventory.authConfig;
    return id.thumbprint == auth.current || id.thumbprint == auth.next ? isRefusing : std::optional(false);
}

PasswordQuality passwordQuality(const Secret &password)
{
    constexpr double fairBits = 45;
    constexpr double goodBits = 70;
    const QString text = password.text();
    if (text.isEmpty())
        return PasswordQuality::Empty;
    QSet<QChar> different;
    bool hasLower = false;
    bool hasUpper = false;
    bool hasDigit = false;
    bool hasOther = false;
    qsizetype counted = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        different.insert(c);
        hasLower = hasLower || c.isLower();
        hasUpper = hasUpper || c.isUpper();
        hasDigit = hasDigit || c.isDigit();
        hasOther = hasOther || !c.isLetterOrNumber();
        const int step = i == 0 ? 2 : c.unicode() - text.at(i - 1).unicode();
        if (step < -1 || step > 1) // "aaa", "abc" and "321" add little
            ++counted;
    }
    const int alphabet = (hasLower ? 26 : 0) + (hasUpper ? 26 : 0) + (hasDigit ? 10 : 0) + (hasOther ? 33 : 0);
    const auto length = static_cast<double>(std::min<qsizetype>(counted, 3 * different.size()));
    const double bits = length * std::log2(std::max(alphabet, 2));
    return bits < fairBits ? PasswordQuality::Weak : bits < goodBits ? PasswordQuality::Fair : PasswordQuality::Good;
}

ExportDraft::ExportDraft(
    domain::InventoryPtr inventory, const QDateTime &nowUtc, domain::CertificateId id, QObject *parent)
    : Draft(std::move(inventory), nowUtc, parent)
    , m_id(std::move(id))
{
}

ExportDraft::~ExportDraft() = default;

void ExportDraft::setPath(const QString &path)
{
    if (m_path == path)
        return;
    m_path = path;
    Q_EMIT changed();
}

void ExportDraft::setPassword(const Secret &password)
{
    m_password = password;
    Q_EMIT changed();
}

void ExportDraft::setRepeatedPassword(const Secret &password)
{
    m_repeated = password;
    Q_EMIT changed();
}

QList<ExportDraft::ProblemCode> ExportDraft::problems() const
{
    QList<ProblemCode> out;
    const domain::Certificate *found = certificate();
    if (found == nullptr)
        out.append(ProblemCode::TargetNotFound);
    else if (!found->privateKeyExportable.value_or(true) || found->hasPrivateKey == false)
        out.append(ProblemCode::NotExportable);
    else if (refusesExport(*inventory(), m_id) == true)
        out.append(ProblemCode::AuthExportRefused);
    if (m_path.trimmed().isEmpty())
        out.append(ProblemCode::PathMissing);
    if (m_password.isEmpty())
        out.append(ProblemCode::PasswordMissing);
    else if (!(m_password == m_repeated))
        out.append(ProblemCode::PasswordsDiffer);
    return out;
}

Plan ExportDraft::plan() const
{
    Plan plan;
    if (!problems().isEmpty())
        return plan;
    plan.kind = PlanKind::ExportCertificate;
    plan.steps.append(exportStep(1, m_id, m_path.trimmed()));
    plan.cautions.append(Caution::PfxHoldsKey);
    if (!refusesExport(*inventory(), m_id))
        plan.cautions.append(Caution::AuthExportMayBeRefused);
    return plan;
}

} // namespace kakuin::plan
