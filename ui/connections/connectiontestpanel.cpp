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

constexpr int markSize = 16;

// Which stages a way of connecting has at all
bool hasStage(const ConnectionProfile &profile, ConnectionStage stage)
{
    if (profile.kind == ConnectionProfile::Kind::Server) {
        const auto url = connection::endpointUrl(profile);
        return stage != ConnectionStage::Encryption || (url && url->scheme() == u"https");
    }
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
    setStages(profile, connection::connectionStages);
    if (!missing.isEmpty())
        m_stages[static_cast<int>(ConnectionStage::Rights)].state = Mark::Partly;
    redecorate();
}

void ConnectionTestPanel::showFailed(const ConnectionProfile &profile, const Error &error)
{
    m_missing.clear();
    setStages(profile, static_cast<int>(connection::stageOf(error.code)));
    redecorate();
}

void ConnectionTestPanel::setStages(const ConnectionProfile &profile, int failedAt)
{
    for (int i = 0; i < m_stages.size(); ++i) {
        const bool isThere = hasStage(profile, static_cast<ConnectionStage>(i));
        m_stages[i].state = !isThere ? Mark::Hidden
            : i < failedAt           ? Mark::Passed
            : i == failedAt          ? Mark::Failed
                                     : Mark::NotKnown;
    }
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
        tr("PowerShell session"), tr("Exchange's cmdlets")};
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
        row.mark->setPixmap(severityIcon(severity, palette()).pixmap(markSize, markSize));
        QString text = names[i];
        if (row.state == Mark::Passed)
            text = tr("%1: passed").arg(text);
        else if (row.state == Mark::Failed)
            text = tr("%1: failed").arg(text);
        else if (row.state == Mark::NotKnown)
            text = tr("%1: not reached").arg(text);
        else if (row.state == Mark::Partly)
            text = tr("%1: this account does not have %2. What needs them can be planned, but not done.")
                       .arg(text, m_missing.join(QStringLiteral(", ")));
        row.text->setPlainText(text);
    }
    setVisible(isAnyShown);
}

} // namespace kakuin::ui
