// SPDX-License-Identifier: MIT
#include "ui/wizards/shared/resultpage.h"

#include "core/base/untrustedtext.h"
#include "core/shell/powershelltext.h"
#include "text/errortext.h"
#include "text/findingtext.h"
#include "text/plantext.h"
#include "text/rotationtext.h"
#include "ui/decoration/theme.h"
#include "ui/views/details/nextstepbox.h"
#include "ui/views/left/lefttodopanel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/sectionheading.h"
#include "ui/wizards/shared/runrow.h"

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace kakuin::ui {
namespace {

constexpr int listHeight = 160;

constexpr qsizetype mostBoxes = 50;

models::Severity severityOfOutcome(plan::OperationState state)
{
    switch (state) {
    case plan::OperationState::Succeeded:
        return models::Severity::Ok;
    case plan::OperationState::Failed:
        return models::Severity::Expired;
    case plan::OperationState::Cancelled:
    case plan::OperationState::Declined:
        return models::Severity::Soon;
    case plan::OperationState::Running:
    case plan::OperationState::SetAside:
        break;
    }
    return models::Severity::NotKnown;
}

// Some cautions only prepare for the question: once it is answered, nothing is left to do about them. Others the adviser
// answers, who knows what was read afterwards; they are said where nothing could be read.
bool leavesWork(plan::Caution caution, bool isAdvised, bool isListed)
{
    switch (caution) {
    case plan::Caution::OldCertificateStays:
    case plan::Caution::BackEndBindingStays:
    case plan::Caution::WmSvcBindingStays:
    case plan::Caution::NotTrustedRoot:
        return !isAdvised;
    case plan::Caution::EdgeResubscription:
    case plan::Caution::RestartAfterAuth:
    case plan::Caution::HybridAfterAuth:
        return !isListed;
    case plan::Caution::PfxHoldsKey:
    case plan::Caution::ServersLeftOut:
        return true;
    case plan::Caution::ServersMayLackAuth:
    case plan::Caution::StagedReplaced:
    case plan::Caution::ServicesAreTakenOver:
    case plan::Caution::RemovalIsFinal:
    case plan::Caution::NoBackupPossible:
    case plan::Caution::AuthExportMayBeRefused:
    case plan::Caution::FrontEndBindingMoves:
    case plan::Caution::ConnectorNamesStay:
    case plan::Caution::TransportPublished:
        break;
    }
    return false;
}

} // namespace

ResultPage::ResultPage(QWidget *parent)
    : WizardPage(parent)
{
    setObjectName(QStringLiteral("resultPage"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->setSpacing(metric::related);
    m_mark = new QLabel(this);
    m_mark->setObjectName(QStringLiteral("outcomeMark"));
    m_sentence = sentence(this, QStringLiteral("outcomeLabel"), WrapLabel::Look::Strong);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    head->addWidget(m_sentence, 1);
    outer->addLayout(head);
    m_journal = new MessageBar(this);
    m_journal->setObjectName(QStringLiteral("journalBar"));
    outer->addWidget(m_journal);
    auto *scroll = new ScrollColumn(this);
    scroll->setObjectName(QStringLiteral("resultScrollArea"));
    auto *content = scroll->content();
    auto *layout = scroll->column();
    layout->setContentsMargins(0, 0, metric::related, 0);
    layout->setSpacing(12);
    m_rowLayout = new QVBoxLayout;
    m_rowLayout->setSpacing(12);
    layout->addLayout(m_rowLayout);
    m_distribution = sentence(content, QStringLiteral("distributionLabel"));
    layout->addWidget(m_distribution);
    m_nextHeading = sentence(content, QStringLiteral("nextHeading"), WrapLabel::Look::Strong);
    m_next = sentence(content, QStringLiteral("nextLabel"));
    layout->addWidget(m_nextHeading);
    layout->addWidget(m_next);
    m_leftLayout = new QVBoxLayout;
    m_leftLayout->setSpacing(metric::related);
    layout->addLayout(m_leftLayout);
    layout->addStretch(1);
    outer->addWidget(scroll, 1);
    outer->addLayout(makeButtons());
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(report()); });
    connect(m_log, &QPushButton::clicked, this, &ResultPage::logRequested);
    connect(m_rotation, &QPushButton::clicked, this, &ResultPage::rotationRequested);
    connect(m_undo, &QPushButton::clicked, this,
        [this] { Q_EMIT transportRequested(plan::formerTransport(m_plan, m_steps)); });
    connect(m_site, &QPushButton::clicked, this, [this] {
        if (const auto task = siteTask())
            Q_EMIT taskRequested(*task);
    });
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT againRequested(remaining()); });
    connect(m_show, &QPushButton::clicked, this, [this] {
        const QList<domain::CertificateId> made = created();
        if (made.size() == 1)
            Q_EMIT certificateRequested(made.first());
    });
    retranslate();
}

QLayout *ResultPage::makeButtons()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    const auto add = [this, buttons](const QString &name) {
        auto *button = new QPushButton(this);
        button->setObjectName(name);
        button->setAutoDefault(false);
        buttons->addWidget(button);
        return button;
    };
    m_site = add(QStringLiteral("assignSiteButton"));
    m_again = add(QStringLiteral("againButton"));
    m_show = add(QStringLiteral("showCertificateButton"));
    m_showMenu = new QMenu(m_show);
    m_undo = add(QStringLiteral("undoTransportButton"));
    m_rotation = add(QStringLiteral("followRotationButton"));
    m_copy = add(QStringLiteral("copyResultButton"));
    m_log = add(QStringLiteral("showLogButton"));
    buttons->addStretch(1);
    return buttons;
}

void ResultPage::setOutcome(
    const plan::PlanRunner &runner, const std::optional<Error> &journalError, const QList<plan::KeptTransport> &kept)
{
    m_kept = kept;
    m_aftermath.reset();
    rebuildLeft();
    m_plan = runner.plan();
    m_state = runner.state();
    m_steps = runner.steps();
    m_journalError = journalError;
    // the runner tells the journal's failure before those of the steps
    const std::optional<Error> first = runner.firstError();
    const bool isOfStep = std::any_of(
        m_steps.begin(), m_steps.end(), [&first](const plan::StepRecord &record) { return record.error == first; });
    if (!m_journalError && !isOfStep)
        m_journalError = first;
    rebuildRows();
    retranslate();
    Q_EMIT changed();
}

void ResultPage::setLeftToDo(LeftToDoPanel *panel)
{
    m_left = panel;
    m_left->setListHeight(listHeight);
    m_left->hide();
    auto *layout = qobject_cast<QVBoxLayout *>(m_leftLayout->parentWidget()->layout());
    layout->insertWidget(layout->indexOf(m_leftLayout), m_left);
    connect(m_left, &LeftToDoPanel::taskRequested, this, &ResultPage::taskRequested);
    connect(m_left, &LeftToDoPanel::changed, this, &ResultPage::retranslate);
}

bool ResultPage::isHandWorkListed() const
{
    return m_left != nullptr && !m_left->left().items.isEmpty();
}

void ResultPage::setInventory(
    const domain::InventoryPtr &inventory, const QDateTime &nowUtc, const advice::Policy &policy)
{
    m_rotationStatus.reset();
    const bool isPublished = std::any_of(m_plan.steps.begin(), m_plan.steps.end(),
        [](const plan::Step &step) { return step.kind == plan::StepKind::PublishAuthCertificate; });
    if (isPublished && m_state == plan::OperationState::Succeeded && inventory != nullptr)
        m_rotationStatus = plan::rotationStatus(*inventory, nowUtc, policy);
    retranslate();
}

void ResultPage::rebuildRows()
{
    while (QLayoutItem *item = m_rowLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool severalServers = m_plan.servers().size() > 1;
    domain::ServerId server;
    for (const plan::Step &step : m_plan.steps) {
        if (severalServers && step.server != server) {
            auto *heading = new SectionHeading(this);
            heading->setText(singleLine(step.server.name()));
            m_rowLayout->addWidget(heading);
        }
        server = step.server;
        auto *row = new RunRow(step, this);
        row->setRecords(m_steps, false);
        m_rowLayout->addWidget(row);
    }
}

void ResultPage::setAftermath(const Aftermath &aftermath)
{
    m_aftermath = aftermath;
    rebuildLeft();
    retranslate();
    Q_EMIT changed();
}

void ResultPage::setAftermathNotRead(const Error &error)
{
    m_aftermath = tl::unexpected<Error>(error);
    rebuildLeft();
    retranslate();
    Q_EMIT changed();
}

QString ResultPage::nameOf(const Aftermath::Left &left)
{
    const domain::Certificate &certificate = *left.context.certificate;
    //: what is left to do: %1 server, %2 name of a certificate, %3 the beginning of a thumbprint
    return tr("%1 · %2 · %3")
        .arg(singleLine(certificate.server.name()), singleLine(certificate.displayName()),
            certificate.facts.thumbprint.toShortString());
}

void ResultPage::rebuildLeft()
{
    while (QLayoutItem *item = m_leftLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_aftermath || !*m_aftermath)
        return;
    const QList<Aftermath::Left> &left = (*m_aftermath)->left;
    for (qsizetype i = 0; i < std::min(left.size(), mostBoxes); ++i) {
        const Aftermath::Left &one = left.at(i);
        auto *name = sentence(this, QStringLiteral("leftName"));
        name->setPlainText(nameOf(one));
        m_leftLayout->addWidget(name);
        auto *box = new NextStepBox(QStringLiteral("left"), this);
        box->show(one.step, one.context);
        connect(box, &NextStepBox::pressed, this, &ResultPage::taskRequested);
        m_leftLayout->addWidget(box);
    }
    if (left.size() > mostBoxes) {
        auto *more = sentence(this, QStringLiteral("leftMore"));
        more->setPlainText(
            tr("%n more are in the list of certificates.", nullptr, static_cast<int>(left.size() - mostBoxes)));
        m_leftLayout->addWidget(more);
    }
}

// What the adviser's list does not say
QStringList ResultPage::remarks() const
{
    QStringList next;
    for (const plan::ChangedSite &site : plan::changedSites(m_plan, m_steps))
        next.append(PlanText::changedSite(site));
    for (const plan::KeptTransport &kept : m_kept)
        next.append(PlanText::keptTransport(kept));
    if (m_aftermath && *m_aftermath && !(*m_aftermath)->critical.isEmpty()) {
        QStringList lines;
        for (const findings::Finding &finding : (*m_aftermath)->critical)
            lines.append(FindingText::title(finding.code));
        lines.removeDuplicates();
        //: %1: names of findings
        next.append(tr("Still critical: %1.").arg(lines.join(tr(", ", "between findings"))));
    }
    // what a caution warned of is what is left to do, once something was made
    const bool isDone = m_plan.kind != plan::PlanKind::RenewCertificate && m_state == plan::OperationState::Succeeded;
    if (isDone || !created().isEmpty()) {
        for (const plan::Caution caution : m_plan.cautions) {
            if (leavesWork(caution, !m_aftermath || m_aftermath->has_value(), isHandWorkListed()))
                next.append(PlanText::caution(caution));
        }
    }
    if (!m_aftermath)
        next.append(tr("The servers are being read once more, to see what is left…"));
    else if (!*m_aftermath)
        next.append(tr("The servers could not be read afterwards, so what is left is not known.") + u' '
            + ErrorText::sentence(m_aftermath->error()));
    else if (next.isEmpty() && !isHandWorkListed() && (*m_aftermath)->left.isEmpty()
        && m_state == plan::OperationState::Succeeded)
        next.append(tr("Nothing."));
    return next;
}

void ResultPage::rebuildShowMenu()
{
    const QList<domain::CertificateId> made = created();
    m_showMenu->clear();
    for (const domain::CertificateId &id : made) {
        const QString text = singleLine(id.server.name()) + QStringLiteral(": ") + id.thumbprint.toString().left(8)
            + QStringLiteral("…");
        m_showMenu->addAction(text, this, [this, id] { Q_EMIT certificateRequested(id); });
    }
    m_show->setMenu(made.size() > 1 ? m_showMenu : nullptr);
    m_show->setVisible(!made.isEmpty());
}

QList<domain::CertificateId> ResultPage::created() const
{
    QList<domain::CertificateId> made;
    for (const plan::StepRecord &record : m_steps) {
        const plan::Step *step = m_plan.find(record.number);
        if (step != nullptr && !record.produced.isNull())
            made.append({step->server, record.produced});
        else if (const domain::Thumbprint left = plan::leftBehind(record); step != nullptr && !left.isNull())
            made.append({step->server, left});
    }
    return made;
}

std::optional<advice::Task> ResultPage::siteTask() const
{
    for (const plan::ChangedSite &site : plan::changedSites(m_plan, m_steps)) {
        const bool isFrontEnd = site.change.siteId == domain::IisBinding::frontEndSite;
        if (isFrontEnd && site.change.kind == domain::SiteChange::Kind::Lost && !site.former.thumbprint.isNull())
            return advice::Task{advice::Task::Kind::Assign, {site.former}, {}, domain::Service::Iis};
    }
    return std::nullopt;
}

QList<domain::CertificateId> ResultPage::remaining() const
{
    QList<domain::CertificateId> rest;
    for (const plan::StepRecord &record : m_steps) {
        const plan::Step *step = m_plan.find(record.number);
        const bool isUndone = !plan::isSound(record.state) && record.state != plan::StepState::OutcomeUnknown;
        if (step != nullptr && step->kind == plan::StepKind::RemoveCertificate && isUndone)
            rest.append({step->server, step->subject});
        if (step != nullptr && step->kind == plan::StepKind::CreateSuccessor && isUndone && record.produced.isNull()
            && plan::leftBehind(record).isNull())
            rest.append({step->server, step->subject});
    }
    return rest;
}

bool ResultPage::hasStaged() const
{
    return m_state == plan::OperationState::Succeeded && m_plan.kind == plan::PlanKind::RotateAuthCertificate;
}

QString ResultPage::title() const
{
    //: heading of the page that shows what came of a plan
    return tr("Result");
}

// The checks of the plan's steps agree also where the organisation is not well; that is said beside them
QString ResultPage::headline() const
{
    const QString outcome = PlanText::outcome(m_plan, m_state, m_steps);
    if (m_state != plan::OperationState::Succeeded)
        return outcome;
    const bool isPublished = std::any_of(m_plan.steps.begin(), m_plan.steps.end(),
        [](const plan::Step &step) { return step.kind == plan::StepKind::PublishAuthCertificate; });
    if (isPublished && m_rotationStatus && m_rotationStatus->having < m_rotationStatus->concerned())
        return tr(
            "The organisation has a new Auth certificate, and %1 of %2 servers are known to have it. On the others, "
            "sign-in to Outlook on the web fails until it has arrived.")
            .arg(m_rotationStatus->having)
            .arg(m_rotationStatus->concerned());
    return hasCriticalLeft() ? outcome + u' ' + tr("Something critical remains: see what is left to do.") : outcome;
}

bool ResultPage::hasCriticalLeft() const
{
    return m_aftermath && *m_aftermath && !(*m_aftermath)->critical.isEmpty();
}

QString ResultPage::report() const
{
    QStringList lines{PlanText::title(m_plan), headline(), {}};
    for (const plan::StepRecord &record : m_steps) {
        const plan::Step *step = m_plan.find(record.number);
        if (step == nullptr)
            continue;
        //: one step in a report; %1 number, %2 what it does, %3 state
        lines.append(tr("%1. %2: %3").arg(record.number).arg(PlanText::step(*step), PlanText::state(record.state)));
        if (!step->command.isEmpty())
            lines.append(QStringLiteral("   ") + shell::toPowerShell(step->command));
        if (!record.produced.isNull())
            lines.append(QStringLiteral("   ") + record.produced.toString());
        if (record.error)
            lines.append(QStringLiteral("   ") + ErrorText::full(*record.error));
    }
    lines.append({QString(), tr("What is left to do")});
    lines.append(remarks());
    if (isHandWorkListed())
        lines.append(m_left->asText());
    if (m_aftermath && *m_aftermath) {
        for (const Aftermath::Left &left : (*m_aftermath)->left)
            lines.append(
                QStringLiteral("%1: %2. %3").arg(nameOf(left), left.step.title(), left.step.explanation(left.context)));
    }
    return lines.join(u'\n');
}

void ResultPage::retranslate()
{
    m_sentence->setPlainText(headline());
    if (m_journalError)
        m_journal->setMessage(models::Severity::Soon,
            tr("The journal has no complete record of this operation.") + u' ' + ErrorText::sentence(*m_journalError));
    else
        m_journal->clear();
    m_distribution->setVisible(m_rotationStatus.has_value());
    if (m_rotationStatus)
        m_distribution->setPlainText(RotationText::distribution(*m_rotationStatus).join(u'\n'));
    const QStringList next = remarks();
    const bool isListed = m_left != nullptr && !m_left->isEmpty();
    const bool hasLeft = isListed || (m_aftermath && *m_aftermath && !(*m_aftermath)->left.isEmpty());
    if (m_left != nullptr)
        m_left->setVisible(isListed);
    m_nextHeading->setPlainText(tr("What is left to do"));
    m_nextHeading->setVisible(hasLeft || !next.isEmpty());
    m_next->setPlainText(next.join(QStringLiteral("\n\n")));
    m_next->setVisible(!next.isEmpty());
    m_site->setText(FindingText::mendButton(advice::Task::Kind::Assign));
    m_site->setVisible(siteTask().has_value());
    //: button: a removal that was refused; its checks are made once more
    m_again->setText(m_plan.kind == plan::PlanKind::RemoveCertificates ? tr("Check again…") : tr("Renew the rest…"));
    m_again->setVisible(!remaining().isEmpty());
    m_show->setText(tr("Show the new certificate"));
    rebuildShowMenu();
    m_undo->setText(tr("Undo internal transport…"));
    m_undo->setVisible(m_plan.kind != plan::PlanKind::RotateAuthCertificate
        && !plan::formerTransport(m_plan, m_steps).thumbprint.isNull());
    m_rotation->setText(tr("Auth certificate status…"));
    m_rotation->setVisible(hasStaged());
    m_copy->setText(tr("Copy the result"));
    m_log->setText(tr("Command log"));
    decorate();
}

models::Severity ResultPage::severity() const
{
    const bool isExpiredInUse
        = std::any_of(m_kept.begin(), m_kept.end(), [](const plan::KeptTransport &kept) { return kept.isExpired; });
    const models::Severity ofOutcome = severityOfOutcome(m_state);
    return (isExpiredInUse || hasCriticalLeft()) && ofOutcome == models::Severity::Ok ? models::Severity::Soon
                                                                                      : ofOutcome;
}

void ResultPage::decorate()
{
    m_mark->setPixmap(severityIcon(severity(), palette()).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_mark->setAccessibleName(PlanText::state(m_state));
}

} // namespace kakuin::ui
