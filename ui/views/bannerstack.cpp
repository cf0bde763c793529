// SPDX-License-Identifier: MIT
#include "ui/views/bannerstack.h"

#include "core/base/whendone.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/lefttext.h"
#include "text/plantext.h"
#include "text/readingtext.h"
#include "text/rotationtext.h"
#include "ui/decoration/theme.h"
#include "ui/organisationfeed.h"
#include "ui/views/attentionstrip.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QDir>
#include <QtCore/QPointer>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace kakuin::ui {
namespace {

// A practice organisation whose file is beyond reading: a new one mends it, and the old file is kept.
bool isMendedByNewPractice(ErrorCode code)
{
    return code == ErrorCode::StorageDamaged || code == ErrorCode::StorageForeign || code == ErrorCode::StorageTooNew;
}

} // namespace

BannerStack::BannerStack(OrganisationFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
{
    setObjectName(QStringLiteral("bannerStack"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metric::related / 2);
    m_failure = addBar(QStringLiteral("failureBar"), column);
    m_failure->setClosable(true);
    m_newPractice = m_failure->addButton(QStringLiteral("failureNewPracticeButton"));
    m_age = addBar(QStringLiteral("ageBar"), column);
    m_tryAgain = m_age->addButton(QStringLiteral("tryAgainButton"));
    m_refusal = addBar(QStringLiteral("refusalBar"), column);
    m_damaged = addBar(QStringLiteral("damagedJournalBar"), column);
    m_interrupted = addBar(QStringLiteral("interruptedBar"), column);
    m_continue = m_interrupted->addButton(QStringLiteral("continueButton"));
    m_showOperations = m_interrupted->addButton(QStringLiteral("showOperationsButton"));
    m_setAside = m_interrupted->addButton(QStringLiteral("setAsideButton"));
    m_rotation = addBar(QStringLiteral("rotationBar"), column);
    m_showRotation = m_rotation->addButton(QStringLiteral("showRotationButton"));
    m_showLeft = m_rotation->addButton(QStringLiteral("rotationLeftButton"));
    m_exported = addBar(QStringLiteral("exportedBar"), column);
    m_language = addBar(QStringLiteral("missingTextsBar"), column);
    m_language->setClosable(true);
    m_attention = new AttentionStrip(this);
    column->addWidget(m_attention);

    connect(m_failure, &MessageBar::closed, this, [this] {
        m_error.reset();
        showState();
    });
    connect(m_language, &MessageBar::closed, this, [this] {
        m_missingTexts.clear();
        showState();
    });
    connect(m_tryAgain, &QPushButton::clicked, this, &BannerStack::tryAgain);
    connect(m_newPractice, &QPushButton::clicked, this, &BannerStack::newPracticeRequested);
    connect(m_showOperations, &QPushButton::clicked, this, &BannerStack::historyRequested);
    connect(m_continue, &QPushButton::clicked, this, [this] {
        if (!m_operations.isEmpty())
            Q_EMIT continueRequested(plan::OperationRecord(m_operations.first()));
    });
    connect(m_showRotation, &QPushButton::clicked, this, &BannerStack::rotationRequested);
    connect(m_showLeft, &QPushButton::clicked, this, &BannerStack::leftToDoRequested);
    connect(m_attention, &AttentionStrip::leftToDoRequested, this, &BannerStack::leftToDoRequested);
    connect(m_setAside, &QPushButton::clicked, this, &BannerStack::setAside);
    connect(&feed, &OrganisationFeed::opened, this, [this] {
        m_error.reset();
        m_attention->forgetClosed();
        m_left = {}; // of the organisation before
        readJournal();
        verifyJournal();
        retranslate();
    });
    connect(&feed, &OrganisationFeed::stateChanged, this, &BannerStack::showState);
    connect(&feed.workspace(), &session::Workspace::changeRefusalChanged, this, &BannerStack::retranslate);
    connect(&feed.workspace(), &session::Workspace::policyChanged, this, [this] {
        readLeft();
        showState();
    });
    connect(&feed.workspace(), &session::Workspace::ticked, this, &BannerStack::readLeft);
    connect(&feed, &OrganisationFeed::failed, this, &BannerStack::showFailure);
    // what was read anew follows what was done
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, [this] {
        const session::Session *session = m_feed.session();
        if (session == nullptr || !session->isRefreshing()) // an inventory that grows need not be looked at each time
            readJournal();
    });
    readJournal();
    verifyJournal();
    retranslate();
}

void BannerStack::follow(const models::FindingsModel &findings)
{
    const auto show = [this, &findings] {
        m_attention->setAttention(worstOf(findings), findings.inventory());
        showState();
    };
    connect(&findings, &models::FindingsModel::updated, this, show);
    show();
}

MessageBar *BannerStack::addBar(const QString &objectName, QVBoxLayout *column)
{
    auto *bar = new MessageBar(this);
    bar->setObjectName(objectName);
    column->addWidget(bar);
    return bar;
}

void BannerStack::showFailure(const Error &error)
{
    m_error = error;
    retranslate();
}

void BannerStack::showMissingTexts(const QStringList &files)
{
    m_missingTexts = files;
    retranslate();
}

void BannerStack::readJournal()
{
    m_operations.clear();
    m_hasRotated = false;
    readLeft();
    const std::shared_ptr<plan::Journal> journal = m_feed.workspace().journal();
    if (journal == nullptr) {
        if (const std::optional<Error> error = m_feed.workspace().journalError())
            showFailure(*error);
        return;
    }
    if (m_feed.session() == nullptr)
        return;
    const Result<QList<plan::OperationRecord>> found = journal->operations(m_feed.workspace().organisationKey());
    if (!found)
        return showFailure(found.error());
    for (const plan::OperationRecord &operation : *found) {
        if (operation.isInterrupted())
            m_operations.append(operation);
        m_hasRotated = m_hasRotated
            || (operation.plan.kind == plan::PlanKind::RotateAuthCertificate
                && operation.state == plan::OperationState::Succeeded);
    }
    retranslate();
}

// One reading at a time: an organisation that is being read changes with every server. A journal that cannot be read says so
// once, as the failure of readJournal()
void BannerStack::readLeft()
{
    m_isLeftStale = m_isReadingLeft;
    if (m_isReadingLeft)
        return;
    m_isReadingLeft = true;
    const QString organisation = m_feed.workspace().organisationKey();
    const QPointer<session::Workspace> workspace = &m_feed.workspace();
    whenDone(workspace->readLeftToDo(), this, [this, workspace, organisation](const Result<plan::LeftToDo> &left) {
        m_isReadingLeft = false;
        if (workspace == nullptr)
            return;
        if (m_isLeftStale)
            readLeft();
        if (organisation != m_feed.workspace().organisationKey())
            return;
        m_left = left.value_or(plan::LeftToDo());
        showState();
    });
}

void BannerStack::verifyJournal()
{
    m_condition.reset();
    if (m_feed.workspace().journal() == nullptr)
        return;
    whenDone(m_feed.workspace().verifyJournal(), this, [this](const Result<plan::JournalCondition> &condition) {
        if (!condition)
            return showFailure(condition.error());
        m_condition = *condition;
        retranslate();
    });
}

void BannerStack::showDamage()
{
    if (!m_condition || m_condition->isSound()) {
        m_damaged->clear();
        return;
    }
    const QString path = QDir::toNativeSeparators(m_feed.workspace().journalPath());
    const int records = static_cast<int>(m_condition->altered.size()) + m_condition->unreadable;
    //: %1 is a path, %n a number of records
    m_damaged->setMessage(models::Severity::Urgent,
        tr("%n records of the journal are not as they were written, so an operation may be unfinished that is not "
           "listed here. Keep a copy of %1, and compare the certificates of your servers with what you know.",
            nullptr, records)
            .arg(path));
}

void BannerStack::setAside()
{
    for (const plan::OperationRecord &operation : std::as_const(m_operations)) {
        const Result<void> done = m_feed.workspace().setAside(operation);
        if (!done)
            return showFailure(done.error());
    }
    readJournal();
}

void BannerStack::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BannerStack::retranslate()
{
    m_newPractice->setText(tr("New practice organisation…"));
    //: on a button: reads what could not be read
    m_tryAgain->setText(tr("Try again"));
    if (const std::optional<Error> refusal = m_feed.workspace().changeRefusal())
        m_refusal->setMessage(models::Severity::Urgent, ErrorText::full(*refusal));
    else
        m_refusal->clear();
    showDamage();
    //: on a button: shows the steps of interrupted operations
    m_showOperations->setText(tr("Show"));
    //: on a button: goes on with an interrupted operation
    m_continue->setText(tr("Continue…"));
    m_continue->setVisible(m_operations.size() == 1);
    //: on a button: stops asking about interrupted operations
    m_setAside->setText(tr("Set aside"));
    if (m_error) {
        m_failure->setMessage(models::Severity::Expired, ErrorText::full(*m_error));
        m_newPractice->setVisible(isMendedByNewPractice(m_error->code));
    } else {
        m_failure->clear();
    }
    if (m_operations.isEmpty()) {
        m_interrupted->clear();
    } else if (m_operations.size() == 1) {
        const plan::OperationRecord &operation = m_operations.first();
        //: %1: what was to be done, %2: when it was started
        m_interrupted->setMessage(models::Severity::Soon,
            tr("%1, started %2, was interrupted: the program ended in the middle.")
                .arg(PlanText::title(operation, nullptr), ExpiryText::dayAndTime(operation.startedUtc)));
    } else {
        m_interrupted->setMessage(models::Severity::Soon,
            tr("%n operations were interrupted: the program ended in the middle.", nullptr,
                static_cast<int>(m_operations.size())));
    }
    if (m_missingTexts.isEmpty())
        m_language->clear();
    else
        //: %1: names of files
        m_language->setMessage(models::Severity::Soon,
            tr("Texts of this language were not found (%1). What they hold is shown in English.")
                .arg(m_missingTexts.join(tr(", ", "between names"))));
    showState();
}

// What was staged elsewhere is shown, too. That a previous one is still named, or that a server lacks the one in use, only
// where the change was made here: it may have been so for years.
void BannerStack::showRotation()
{
    const session::Session *session = m_feed.session();
    const domain::InventoryPtr inventory = session == nullptr ? nullptr : domain::readHere(session->inventory());
    const plan::RotationStatus status = inventory == nullptr
        ? plan::RotationStatus()
        : plan::rotationStatus(*inventory, session->nowUtc(), m_feed.workspace().policy());
    const bool isStaged = inventory != nullptr && status.auth.isStaged();
    const bool isHeld = status.phase == plan::RotationPhase::PreviousHeld && m_hasRotated;
    const bool isLeft = inventory != nullptr && m_left.isAuthOpen;
    m_showRotation->setText(tr("Show…", "button: how the rotation stands"));
    m_showLeft->setText(tr("Left to do…"));
    m_showLeft->setVisible(isLeft);
    if (!isStaged && !isHeld && !isLeft) {
        m_rotation->clear();
        return;
    }
    const bool isUrgent = status.phase == plan::RotationPhase::Overdue || status.isLate;
    QStringList sentences;
    if (isStaged || isHeld || status.lacking > 0)
        sentences = {RotationText::phase(status, session->nowUtc())};
    else
        sentences = {tr("The new Auth certificate is in use.")};
    if (isLeft) {
        //: %1 and %n are numbers of servers
        sentences.append(tr("%1 of %n servers have it.", nullptr, status.concerned()).arg(status.having));
        sentences.append(LeftText::summary(m_left)); // what to do is in that list, and behind Show
    } else {
        sentences.append(RotationText::advice(status));
    }
    sentences.removeAll(QString());
    const QString text = sentences.join(u' ');
    const models::Severity severity = isUrgent ? models::Severity::Soon : models::Severity::Information;
    if (text != m_rotation->message() || severity != m_rotation->severity() || !m_rotation->isVisibleTo(this))
        m_rotation->setMessage(severity, text);
}

void BannerStack::showAge()
{
    const session::Session *session = m_feed.session();
    const domain::InventoryPtr inventory = session == nullptr ? nullptr : session->inventory();
    const QString text = inventory == nullptr ? QString() : ReadingText::summary(*inventory, session->nowUtc());
    if (text.isEmpty()) {
        m_age->clear();
        return;
    }
    m_tryAgain->setVisible(!session->isRefreshing());
    if (text != m_age->message() || !m_age->isVisibleTo(this))
        m_age->setMessage(models::Severity::Information, text);
}

// Only what was not read: the rest is as new as it was
void BannerStack::tryAgain()
{
    const session::Session *session = m_feed.session();
    const domain::InventoryPtr inventory = session == nullptr ? nullptr : session->inventory();
    if (inventory == nullptr)
        return;
    m_error.reset();
    if (inventory->configuration.failure) {
        m_feed.refresh();
    } else {
        for (const domain::ServerId &server : ReadingText::notReadAgain(*inventory))
            m_feed.refreshServer(server);
    }
    retranslate();
}

void BannerStack::showState()
{
    showAge();
    showRotation();
    m_attention->setLeft(m_left);
    const snapshot::SnapshotShell *exported = m_feed.workspace().exported();
    if (exported == nullptr || m_feed.session() == nullptr) {
        m_exported->clear();
    } else {
        const QDateTime takenUtc = exported->description().takenUtc;
        QString text = takenUtc.isValid()
            ? tr("Exported data, read from the servers %1. Nothing can be changed here: a wizard ends with a script.")
                  .arg(ExpiryText::dayAndTime(takenUtc))
            : tr("Exported data; when it was read from the servers is not known. Nothing can be changed here: a wizard "
                 "ends with a script.");
        const QStringList missing = exported->missingCmdlets();
        if (!missing.isEmpty())
            //: %1: cmdlet names
            text += u' ' + tr("Not exported, and so not known: %1.").arg(missing.join(tr(", ", "between names")));
        if (text != m_exported->message() || !m_exported->isVisibleTo(this))
            m_exported->setMessage(models::Severity::Information, text);
    }
    const QList<MessageBar *> bars = findChildren<MessageBar *>(QString(), Qt::FindDirectChildrenOnly);
    const bool isEmpty = !m_attention->isVisibleTo(this)
        && std::none_of(bars.begin(), bars.end(), [this](const MessageBar *bar) { return bar->isVisibleTo(this); });
    setVisible(!isEmpty);
}

} // namespace kakuin::ui
