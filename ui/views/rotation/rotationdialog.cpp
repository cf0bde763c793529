// SPDX-License-Identifier: MIT
#include "ui/views/rotation/rotationdialog.h"

#include "core/base/untrustedtext.h"
#include "text/expirytext.h"
#include "text/rotationtext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/wraplabel.h"
#include "ui/wizards/taskwizards.h"

#include <QtCore/QRandomGenerator>
#include <QtWidgets/QCheckBox>
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

bool changesAuth(plan::PlanKind kind)
{
    return kind == plan::PlanKind::RotateAuthCertificate || kind == plan::PlanKind::CompleteAuthRotation;
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
    resize(rotationSize);
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
    buildAfterCare(column);
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
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void RotationDialog::buildAfterCare(QVBoxLayout *column)
{
    m_careHeading = new WrapLabel(this, WrapLabel::Look::Strong);
    m_careHeading->setObjectName(QStringLiteral("afterCareHeading"));
    column->addSpacing(metric::related);
    column->addWidget(m_careHeading);
    for (const plan::AfterCare item : {plan::AfterCare::RestartServiceHost, plan::AfterCare::RecycleApplicationPools,
             plan::AfterCare::HybridWizard, plan::AfterCare::EntraUpload}) {
        auto *box = new QCheckBox(this);
        box->setObjectName(plan::afterCareName(item) + QStringLiteral("Check"));
        connect(box, &QCheckBox::clicked, this, [this, item](bool on) { tick(item, on); });
        column->addWidget(box);
        m_care.append({item, box});
    }
    column->addSpacing(metric::related);
}

void RotationDialog::read()
{
    const session::Session *session = m_workspace.session();
    m_inventory = session == nullptr ? nullptr : session->inventory();
    m_nowUtc = session == nullptr ? QDateTime() : session->nowUtc();
    m_status = m_inventory == nullptr ? plan::RotationStatus() : plan::rotationStatus(*m_inventory, m_nowUtc, m_policy);
    m_operation = 0;
    if (const auto journal = m_workspace.journal()) {
        const auto operations = journal->operations(m_workspace.organisationKey());
        for (const plan::OperationRecord &operation : operations.value_or(QList<plan::OperationRecord>())) {
            if (changesAuth(operation.plan.kind) && operation.state == plan::OperationState::Succeeded) {
                m_operation = operation.id;
                break; // newest first
            }
        }
    }
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

void RotationDialog::fillAfterCare()
{
    const QList<plan::AfterCare> wanted
        = m_inventory == nullptr ? QList<plan::AfterCare>() : plan::afterCareFor(*m_inventory);
    const auto journal = m_workspace.journal();
    const QHash<QString, QDateTime> done = journal != nullptr && m_operation != 0
        ? journal->doneItems(m_operation).value_or(QHash<QString, QDateTime>())
        : QHash<QString, QDateTime>();
    // before the certificate is in use there is nothing to restart for
    const bool isDue = m_operation != 0 && !m_status.auth.isStaged();
    m_careHeading->setVisible(isDue);
    for (const auto &[item, box] : std::as_const(m_care)) {
        const QDateTime when = done.value(plan::afterCareName(item));
        box->setVisible(isDue && wanted.contains(item));
        box->setChecked(when.isValid());
        box->setText(when.isValid()
                //: something that was ticked off; %1: what, %2: when
                ? tr("%1 (done %2)").arg(RotationText::afterCare(item), ExpiryText::dayAndTime(when))
                : RotationText::afterCare(item));
    }
}

void RotationDialog::tick(plan::AfterCare item, bool isDone)
{
    const auto journal = m_workspace.journal();
    if (journal == nullptr || m_operation == 0)
        return;
    const Result<void> written
        = journal->setDone(m_operation, plan::afterCareName(item), isDone ? m_nowUtc : QDateTime());
    if (!written) // the box shows what the journal holds
        m_advice->setPlainText(tr("The journal could not be written, so the tick was not kept."));
    fillAfterCare();
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
    m_careHeading->setPlainText(tr("To be done by hand after the change"));
    m_refresh->setText(tr("Read again"));
    m_spread->setText(tr("Copy to the servers that lack it…"));
    m_publish->setText(tr("Publish now…"));
    m_clear->setText(tr("Clear the previous one…"));
    m_cancelStaging->setText(tr("Take the staged one back…"));
    m_rotate->setText(tr("Rotate…"));
    m_close->setText(tr("Close"));
    const bool isKnown = m_inventory != nullptr;
    m_spread->setEnabled(isKnown && !plan::spreadPlan(*m_inventory, m_nowUtc, m_policy).steps.isEmpty());
    m_spread->setToolTip(m_status.isExportRefused ? RotationText::exportRefused() : QString());
    m_publish->setEnabled(isKnown && m_status.auth.isStaged());
    m_clear->setEnabled(isKnown && m_status.auth.isPreviousHeld());
    m_cancelStaging->setEnabled(isKnown && !plan::cancelStagingPlan(*m_inventory).steps.isEmpty());
    fillServers();
    fillAfterCare();
}

} // namespace kakuin::ui
