// SPDX-License-Identifier: MIT
#include "ui/views/rotation/rotationdialog.h"

#include "core/base/untrustedtext.h"
#include "text/expirytext.h"
#include "text/rotationtext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"
#include "ui/wizards/taskwizards.h"

#include <QtCore/QRandomGenerator>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

#include <array>

namespace kakuin::ui {
namespace {

enum RotationColumn { RotationServer, RotationSite, RotationState, RotationColumns };
constexpr QSize rotationSize(720, 600);
constexpr int tableLines = 6;
constexpr int narrowestServerColumn = 140;

models::Severity severityOfDistribution(plan::RotationServer::State state)
{
    switch (state) {
    case plan::RotationServer::State::Has:
        return models::Severity::Ok;
    case plan::RotationServer::State::HasWithoutKey:
    case plan::RotationServer::State::Lacks:
        return models::Severity::Soon;
    case plan::RotationServer::State::NotKnown:
    case plan::RotationServer::State::NotConcerned:
        break;
    }
    return models::Severity::NotKnown;
}

// For a PFX that only travels from one server to others, in memory: nobody ever types it
Secret randomPassword()
{
    std::array<quint32, 16> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    QByteArray bytes;
    for (const quint32 word : words)
        bytes.append(QByteArray::number(word, 36));
    return Secret(QString::fromLatin1(bytes));
}

} // namespace

RotationDialog::RotationDialog(session::Workspace &workspace, QWidget *parent, const advice::Policy &policy)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_policy(policy)
{
    setObjectName(QStringLiteral("rotationDialog"));
    build();
    if (session::Session *session = m_workspace.session())
        connect(session, &session::Session::inventoryChanged, this, &RotationDialog::read);
    connect(&m_workspace, &session::Workspace::sessionAboutToChange, this, &QDialog::reject);
    resizeOnScreen(*this, rotationSize);
    read();
}

RotationDialog::~RotationDialog() = default;

void RotationDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::related);
    m_phase = new WrapLabel(this, WrapLabel::Look::Strong);
    m_phase->setObjectName(QStringLiteral("phaseLabel"));
    m_advice = new WrapLabel(this);
    m_advice->setObjectName(QStringLiteral("adviceLabel"));
    m_slots = new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted);
    m_slots->setObjectName(QStringLiteral("slotsLabel"));
    m_count = new WrapLabel(this, WrapLabel::Look::Strong);
    m_count->setObjectName(QStringLiteral("countLabel"));
    m_servers = new QTreeWidget(this);
    m_servers->setObjectName(QStringLiteral("distributionTree"));
    m_servers->setColumnCount(RotationColumns);
    m_servers->setRootIsDecorated(false);
    m_servers->setUniformRowHeights(true);
    m_servers->setMinimumHeight(tableLines * metric::minimumRowHeight);
    m_servers->header()->setStretchLastSection(true);
    column->addWidget(m_phase);
    column->addWidget(m_advice);
    column->addWidget(m_slots);
    column->addSpacing(metric::related);
    column->addWidget(m_count);
    column->addWidget(m_servers, 1);
    buildButtons(column);
}

void RotationDialog::buildButtons(QVBoxLayout *column)
{
    auto *grid = new QGridLayout;
    grid->setSpacing(metric::related);
    const auto add = [&](QPushButton *&button, const char *name, int row, int at) {
        button = new QPushButton(this);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        grid->addWidget(button, row, at);
    };
    add(m_refresh, "refreshButton", 0, 0);
    add(m_spread, "spreadButton", 0, 1);
    add(m_publish, "publishButton", 0, 2);
    add(m_clear, "clearPreviousButton", 1, 0);
    add(m_cancelStaging, "cancelStagingButton", 1, 1);
    add(m_rotate, "rotateButton", 1, 2);
    add(m_leftToDo, "leftToDoButton", 0, 4);
    add(m_close, "closeButton", 1, 4);
    grid->setColumnStretch(3, 1);
    m_close->setDefault(true);
    column->addLayout(grid);
    connect(m_refresh, &QPushButton::clicked, this, [this] {
        if (session::Session *session = m_workspace.session()) [[maybe_unused]]
            const auto refresh = session->refresh();
    });
    connect(m_spread, &QPushButton::clicked, this, [this] {
        openPlan([policy = m_policy](const domain::Inventory &inventory, const QDateTime &nowUtc) {
            return plan::spreadPlan(inventory, nowUtc, policy);
        });
    });
    connect(m_publish, &QPushButton::clicked, this, [this] {
        openPlan(
            [](const domain::Inventory &inventory, const QDateTime &) { return plan::publishPlan(inventory, false); });
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        openPlan(
            [](const domain::Inventory &inventory, const QDateTime &) { return plan::clearPreviousPlan(inventory); });
    });
    connect(m_cancelStaging, &QPushButton::clicked, this, [this] {
        openPlan(
            [](const domain::Inventory &inventory, const QDateTime &) { return plan::cancelStagingPlan(inventory); });
    });
    connect(m_rotate, &QPushButton::clicked, this, &RotationDialog::rotateRequested);
    connect(m_leftToDo, &QPushButton::clicked, this, &RotationDialog::leftToDoRequested);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void RotationDialog::read()
{
    const session::Session *session = m_workspace.session();
    m_inventory = session == nullptr ? nullptr : domain::readHere(session->inventory());
    m_nowUtc = session == nullptr ? QDateTime() : session->nowUtc();
    m_status = m_inventory == nullptr ? plan::RotationStatus() : plan::rotationStatus(*m_inventory, m_nowUtc, m_policy);
    retranslate();
}

void RotationDialog::fillServers()
{
    m_servers->clear();
    for (const plan::RotationServer &server : std::as_const(m_status.servers)) {
        auto *item = new QTreeWidgetItem(m_servers,
            {singleLine(server.server.name(), 120), singleLine(server.site, 120), RotationText::state(server.state)});
        item->setSizeHint(RotationServer, QSize(0, metric::minimumRowHeight));
        item->setIcon(RotationState, severityIcon(severityOfDistribution(server.state), palette()));
    }
    for (int i = 0; i < RotationState; ++i) {
        m_servers->resizeColumnToContents(i);
        m_servers->setColumnWidth(i, std::max(m_servers->columnWidth(i) + metric::group, narrowestServerColumn));
    }
}

void RotationDialog::openPlan(const std::function<plan::Plan(const domain::Inventory &, const QDateTime &)> &makePlan)
{
    TaskWizard *wizard = makePlanWizard(m_workspace, makePlan, randomPassword(), this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    wizard->open();
}

void RotationDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        fillServers();
}

void RotationDialog::retranslate()
{
    setWindowTitle(tr("Auth certificate"));
    m_phase->setPlainText(RotationText::phase(m_status, m_nowUtc));
    m_advice->setPlainText(RotationText::advice(m_status));
    m_advice->setVisible(!m_advice->text().isEmpty());
    const auto slot = [](const domain::Thumbprint &thumbprint) {
        return thumbprint.isNull() ? tr("none", "no certificate") : thumbprint.toGroupedString();
    };
    //: the organisation's Auth certificates; %1-%3: thumbprints
    m_slots->setPlainText(
        tr("In use: %1\nNext: %2\nPrevious: %3")
            .arg(slot(m_status.auth.current), slot(m_status.auth.next), slot(m_status.auth.previous)));
    m_count->setPlainText(RotationText::count(m_status));
    m_servers->setHeaderLabels({tr("Server"), tr("Site"), tr("Certificate")});
    m_servers->setAccessibleName(tr("Which server has the certificate"));
    m_refresh->setText(tr("Read again"));
    m_spread->setText(tr("Copy to the servers that lack it…"));
    m_publish->setText(tr("Publish now…"));
    m_clear->setText(tr("Clear the previous one…"));
    m_cancelStaging->setText(tr("Take the staged one back…"));
    m_rotate->setText(tr("Rotate…"));
    m_leftToDo->setText(tr("Left to do…"));
    m_close->setText(tr("Close"));
    const bool isKnown = m_inventory != nullptr;
    m_spread->setEnabled(isKnown && !plan::spreadPlan(*m_inventory, m_nowUtc, m_policy).steps.isEmpty());
    m_spread->setToolTip(m_status.isExportRefused ? RotationText::exportRefused() : QString());
    m_publish->setEnabled(isKnown && m_status.auth.isStaged());
    m_clear->setEnabled(isKnown && m_status.auth.isPreviousHeld());
    m_cancelStaging->setEnabled(isKnown && !plan::cancelStagingPlan(*m_inventory).steps.isEmpty());
    fillServers();
}

} // namespace kakuin::ui
