// SPDX-License-Identifier: MIT
#include "ui/connections/connectiontestpanel.h"

#include "ui/decoration/theme.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

namespace kakuin::ui {

using connection::ConnectionProfile;
using connection::ConnectionStage;

namespace {

bool isEncrypted(const ConnectionProfile &profile)
{
    const auto url = connection::endpointUrl(profile);
    return url && url->scheme() == u"https";
}

// Which stages a way of connecting has at all
bool hasStage(const ConnectionProfile &profile, ConnectionStage stage)
{
    if (stage == ConnectionStage::Directory)
        return !profile.directoryAddress.isEmpty();
    if (profile.kind == ConnectionProfile::Kind::Server)
        return stage != ConnectionStage::Encryption || isEncrypted(profile);
    return stage == ConnectionStage::Settings || stage == ConnectionStage::Session || stage == ConnectionStage::Rights;
}

} // namespace

ConnectionTestPanel::ConnectionTestPanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("connectionTestPanel"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(metric::related);
    grid->setVerticalSpacing(metric::related / 2);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < connection::connectionStages; ++i) {
        auto *mark = new QLabel(this);
        auto *text = new WrapLabel(this);
        text->setObjectName(QStringLiteral("stageLabel%1").arg(i));
        grid->addWidget(mark, i, 0, Qt::AlignTop);
        grid->addWidget(text, i, 1);
        m_stages.append({mark, text});
    }
    showNothing();
}

void ConnectionTestPanel::showNothing()
{
    for (Row &row : m_stages)
        row.state = Mark::Hidden;
    redecorate();
}

void ConnectionTestPanel::showPassed(const ConnectionProfile &profile, const QStringList &missing)
{
    m_missing = missing;
    setStages(profile, std::nullopt);
    if (!missing.isEmpty())
        m_stages[static_cast<int>(ConnectionStage::Rights)].state = Mark::Partly;
    redecorate();
}

void ConnectionTestPanel::showDirectory(const Result<connection::DirectoryTrial> &trial)
{
    m_trial = trial.value_or(connection::DirectoryTrial());
    const bool isWhole = trial && m_trial.servers > 0 && m_trial.readable == m_trial.servers;
    m_stages[static_cast<int>(ConnectionStage::Directory)].state = !trial ? Mark::Failed
        : isWhole                                                         ? Mark::Passed
                                                                          : Mark::Partly;
    redecorate();
}

void ConnectionTestPanel::showFailed(const ConnectionProfile &profile, const Error &error)
{
    m_missing.clear();
    setStages(profile, error.code);
    redecorate();
}

void ConnectionTestPanel::setStages(const ConnectionProfile &profile, const std::optional<ErrorCode> &endedWith)
{
    for (int i = 0; i < m_stages.size(); ++i) {
        const auto stage = static_cast<ConnectionStage>(i);
        Mark mark = Mark::NotKnown;
        if (!hasStage(profile, stage))
            mark = Mark::Hidden;
        else if (endedWith ? connection::isPassed(stage, *endedWith, isEncrypted(profile))
                           : stage != ConnectionStage::Directory)
            mark = Mark::Passed;
        else if (endedWith && connection::stageOf(*endedWith) == stage)
            mark = Mark::Failed;
        m_stages[i].state = mark;
    }
}

QString ConnectionTestPanel::said(ConnectionStage stage, const QString &name, Mark mark) const
{
    switch (mark) {
    case Mark::Hidden:
        return name;
    case Mark::Passed:
        if (stage == ConnectionStage::Rights)
            return tr("%1: passed; this account has every cmdlet and parameter that Kakuin uses").arg(name);
        if (stage == ConnectionStage::Directory)
            return tr("%1: passed; the internal transport certificate of every server (%2) can be read")
                .arg(name)
                .arg(m_trial.servers);
        return tr("%1: passed").arg(name);
    case Mark::Failed:
        return tr("%1: failed").arg(name);
    case Mark::NotKnown:
        return tr("%1: not reached").arg(name);
    case Mark::Partly:
        break;
    }
    if (stage == ConnectionStage::Directory)
        return tr("%1: of %2 Exchange servers, the internal transport certificate of %3 can be read. Of the others it "
                  "stays “not known”, unless Exchange's PowerShell tells it.")
            .arg(name)
            .arg(m_trial.servers)
            .arg(m_trial.readable);
    return tr("%1: this account does not have %2. What needs them is switched off.")
        .arg(name, m_missing.join(tr(", ", "between names of cmdlets")));
}

void ConnectionTestPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        redecorate();
}

void ConnectionTestPanel::redecorate()
{
    const QString names[connection::connectionStages]{tr("What was entered"), tr("Name of the server"),
        tr("Network: the port answers"), tr("Encryption and the server's certificate"), tr("Sign-in"),
        tr("PowerShell session"), tr("Exchange's cmdlets"), tr("Directory (LDAP)")};
    bool isAnyShown = false;
    for (int i = 0; i < m_stages.size(); ++i) {
        const Row &row = m_stages.at(i);
        row.mark->setVisible(row.state != Mark::Hidden);
        row.text->setVisible(row.state != Mark::Hidden);
        isAnyShown = isAnyShown || row.state != Mark::Hidden;
        const models::Severity severity = row.state == Mark::Passed ? models::Severity::Ok
            : row.state == Mark::Partly                             ? models::Severity::Soon
            : row.state == Mark::Failed                             ? models::Severity::Urgent
                                                                    : models::Severity::NotKnown;
        row.mark->setPixmap(severityIcon(severity, palette()).pixmap(metric::iconSide, metric::iconSide));
        row.text->setPlainText(said(static_cast<ConnectionStage>(i), names[i], row.state));
    }
    setVisible(isAnyShown);
}

} // namespace kakuin::ui
