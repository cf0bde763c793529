// SPDX-License-Identifier: MIT
#include "tools/tour/tour.h"

#include "core/base/whendone.h"
#include "core/plan/renewdraft.h"
#include "tools/tour/labserverprocess.h"
#include "tools/tour/windowcontrol.h"
#include "ui/mainwindow.h"
#include "ui/views/rotation/rotationdialog.h"

#include <QtGui/QAction>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QTabBar>

namespace kakuin::tour {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize pictureSize(1240, 760);
// The tree is filled a moment after the organisation was read: what is selected stays so only after some looks
constexpr int enoughLooks = 6;
constexpr int basicRow = 1; // of the ways to sign in
const QString server = u"MBX01"_s;
const QString otherServer = u"MBX02"_s;
const QString connectDialog = u"connectDialog"_s;
const QString rotationDialog = u"rotationDialog"_s;

plan::RotationPhase shownPhase()
{
    const auto *dialog = qobject_cast<ui::RotationDialog *>(visibleWindow(rotationDialog));
    return dialog == nullptr ? plan::RotationPhase::NotKnown : dialog->status().phase;
}

} // namespace

Tour::Tour(app::Application &application, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_walk(folder)
{
    connect(&m_walk, &PictureWalk::pictureWritten, this, &Tour::pictureWritten);
    connect(&m_walk, &PictureWalk::finished, this, &Tour::finished);
    const QStringList languages{u"en"_s, u"ja"_s};
    for (const QString &language : languages) { // before anything is open
        addLanguage(language);
        pictureOfMain(u"welcome"_s);
    }
    for (const QString &language : languages) {
        addLanguage(language);
        addOpening();
        addRenewal();
        addViews();
        addTransfer();
        addPorts();
        addRotation();
        addRemoval();
        addHistory();
        addConnecting();
        if (!LabServerProcess::path().isEmpty())
            addNetwork();
    }
}

Tour::~Tour() = default;

void Tour::start()
{
    window().resize(pictureSize);
    m_application.start();
    m_walk.start();
}

void Tour::addLanguage(const QString &language)
{
    m_walk.setSuffix(u'-' + language);
    m_walk.act([this, language] {
        m_application.chooseTheme(u"light"_s);
        m_application.chooseLanguage(language);
    });
}

void Tour::addOpening()
{
    m_walk.act([this] {
        m_before = workspace().organisationKey();
        window().createPractice(lab::Preset::Contoso2013);
    });
    const auto transport = [this] {
        m_old = workspace().organisationKey() == m_before ? domain::Thumbprint() : transportOf(server);
        return m_old;
    };
    select(u"main-read"_s, transport, u"renewAction"_s);
    pictureOfMain(u"main"_s);
    m_walk.act([this] { m_application.chooseTheme(u"dark"_s); });
    pictureOfMain(u"main-dark"_s);
    m_walk.act([this] { m_application.chooseTheme(u"light"_s); });
}

void Tour::addRenewal()
{
    renew();
    m_walk.wait(u"renewed-read"_s, [this] { return transportOf(server) != m_old; });
    pictureOfMain(u"renewed"_s);
}

void Tour::addViews()
{
    const auto show = [this](int index) {
        m_walk.act([this, index] {
            if (auto *tabs = window().findChild<QTabBar *>(u"organisationTabs"_s))
                tabs->setCurrentIndex(index);
        });
    };
    const QStringList views{{}, u"matrix"_s, u"timeline"_s, u"findings"_s};
    for (int i = 1; i < views.size(); ++i) {
        show(i);
        m_walk.act([] {}); // it is laid out once more
        pictureOfMain(views.at(i));
    }
    show(0);
}

// What is looked at without being carried out
void Tour::addTransfer()
{
    select(
        u"assign-select"_s, [this] { return transportOf(server); }, u"assignAction"_s);
    lookInto(u"assignAction"_s, u"assignWizard"_s, u"assign"_s);
    // of those that a practice organisation has, only this one's key can be exported
    const auto signing = [this] {
        const domain::InventoryPtr read = inventory();
        return read->authConfig ? read->authConfig->current : domain::Thumbprint();
    };
    select(u"export-select"_s, signing, u"exportAction"_s);
    lookInto(u"exportAction"_s, u"exportWizard"_s, u"export"_s, u"/home/admin/mbx01-auth.pfx"_s);
    lookInto(u"importAction"_s, u"importWizard"_s, u"import"_s);
}

// What the ports show, beside what was read: the practice organisation answers for its own
void Tour::addPorts()
{
    const QString dialog = u"liveCheckDialog"_s;
    m_walk.act([this] { trigger(window(), u"checkPortsAction"_s); });
    pictureOf(dialog, u"ports-ask"_s);
    m_walk.act([dialog] { press(dialog, u"checkPortsButton"_s); });
    m_walk.wait(
        u"ports-read"_s,
        [this] {
            const domain::InventoryPtr read = inventory();
            const domain::ServerEntry *entry = read->find(domain::ServerId(server));
            return entry != nullptr && !entry->liveReadings.isEmpty();
        },
        [this] { window().selectServer(domain::ServerId(server)); });
    pictureOfMain(u"ports"_s);
}

void Tour::addRotation()
{
    using namespace std::chrono_literals;
    const QString wizard = u"rotateWizard"_s;
    m_walk.act([this] { trigger(window(), u"rotateAction"_s); });
    m_walk.act([wizard] { press(wizard, u"plannedRadio"_s); });
    page(wizard, u"whenPage"_s, u"rotate-when"_s);
    page(wizard, u"certificatePage"_s, u"rotate-certificate"_s);
    page(wizard, u"reviewPage"_s, u"rotate-review"_s);
    answer(u"rotate-prompt"_s, u"choiceButton2"_s);
    page(wizard, u"resultPage"_s, u"rotate-result"_s);
    untilClosed(wizard);
    m_walk.act([this] { trigger(window(), u"followRotationAction"_s); });
    m_walk.wait(u"rotation-staged-seen"_s, [] { return shownPhase() == plan::RotationPhase::Staged; });
    pictureOf(rotationDialog, u"rotation-staged"_s);
    passTime(u"rotation-distributed"_s, 6h, [] { return shownPhase() == plan::RotationPhase::Distributed; });
    pictureOf(rotationDialog, u"rotation-distributed"_s);
    passTime(u"rotation-done"_s, 61h, [] { return shownPhase() == plan::RotationPhase::PreviousHeld; });
    pictureOf(rotationDialog, u"rotation-done"_s);
    m_walk.act([] { press(rotationDialog, u"closeButton"_s); });
    pictureOfMain(u"rotated"_s);
}

void Tour::addRemoval()
{
    const QString wizard = u"removeWizard"_s;
    // what IIS Manager does on a real server: the successor takes port 444
    m_walk.act([this] {
        whenDone(
            workspace().lab()->bindSite(domain::ServerId(server), domain::IisBinding::backEndSite, transportOf(server)),
            this, [this](const Result<void> &) { refresh(); });
    });
    m_walk.wait(u"rebound"_s, [this] {
        const domain::InventoryPtr read = inventory();
        const domain::Certificate *old = read->find({domain::ServerId(server), m_old});
        return old != nullptr && !old->isBoundToSite(domain::IisBinding::backEndSite);
    });
    select(
        u"remove-select"_s, [this] { return m_old; }, u"removeAction"_s);
    m_walk.act([this] { trigger(window(), u"removeAction"_s); });
    m_walk.wait(
        u"remove-acknowledge"_s, [wizard] { return visibleWindow(wizard) != nullptr; },
        [wizard] {
            if (visiblePart(visibleWindow(wizard), u"acknowledgeCheck"_s) != nullptr)
                press(wizard, u"acknowledgeCheck"_s);
        });
    page(wizard, u"preflightPage"_s, u"remove-preflight"_s);
    page(wizard, u"reviewPage"_s, u"remove-review"_s);
    answer(u"remove-prompt"_s, u"choiceButton0"_s);
    page(wizard, u"resultPage"_s, u"remove-result"_s);
    untilClosed(wizard);
    pictureOfMain(u"removed"_s);
}

void Tour::addHistory()
{
    const QString history = u"historyDialog"_s;
    const QString wizard = u"resumeWizard"_s;
    m_walk.act([this] { leaveInterrupted(); });
    m_walk.picture(u"interrupted"_s,
        [this]() -> QWidget * { return visiblePart(&window(), u"interruptedBar"_s) == nullptr ? nullptr : &window(); });
    m_walk.act([this] { trigger(window(), u"historyAction"_s); });
    m_walk.wait(
        u"history-read"_s, [history] { return visiblePart(visibleWindow(history), u"continueButton"_s) != nullptr; });
    pictureOf(history, u"history"_s);
    m_walk.act([history] { press(history, u"continueButton"_s); });
    m_walk.wait(u"resume-read"_s, [wizard] {
        const QWidget *next = visiblePart(visibleWindow(wizard), u"nextButton"_s);
        return next != nullptr && next->isEnabled();
    });
    page(wizard, u"standingPage"_s, u"resume-standing"_s);
    page(wizard, u"reviewPage"_s, u"resume-review"_s);
    answer(u"resume-prompt"_s, u"choiceButton0"_s);
    page(wizard, u"resultPage"_s, u"resume-result"_s);
    untilClosed(wizard);
}

// As far as one gets without an Exchange server
void Tour::addConnecting()
{
    m_walk.act([this] { trigger(window(), u"connectAction"_s); });
    m_walk.wait(
        u"connect-typed"_s, [] { return visibleWindow(connectDialog) != nullptr; },
        [] {
            type(connectDialog, u"nameEdit"_s, u"Contoso"_s);
            type(connectDialog, u"addressEdit"_s, u"ex01.contoso.com"_s);
        });
    pictureOf(connectDialog, u"connect"_s);
    m_walk.act([] { press(connectDialog, u"closeButton"_s); });
    untilClosed(connectDialog);
}

void Tour::addNetwork()
{
    m_walk.act([this] {
        m_labServer = std::make_unique<LabServerProcess>();
        m_labServer->start();
    });
    m_walk.wait(
        u"network-ready"_s, [this] { return m_labServer->isReady(); },
        [this] { trigger(window(), u"connectAction"_s); });
    m_walk.wait(
        u"network-typed"_s, [] { return visibleWindow(connectDialog) != nullptr; }, [this] { typeConnection(); });
    pictureOf(connectDialog, u"network-connect"_s);
    m_walk.act([] { press(connectDialog, u"connectButton"_s); });
    const auto transport = [this] {
        m_old = workspace().connection() ? transportOf(server) : domain::Thumbprint();
        return m_old;
    };
    select(u"network-read"_s, transport, u"renewAction"_s);
    pictureOfMain(u"network-main"_s);
    renew(u"network-"_s);
    untilClosed(u"renewWizard"_s);
    m_walk.wait(u"network-renewed-read"_s, [this] { return transportOf(server) != m_old; });
    pictureOfMain(u"network-renewed"_s);
}

void Tour::pictureOfMain(const QString &name)
{
    m_walk.picture(name, [this] { return &window(); });
}

void Tour::pictureOf(const QString &windowName, const QString &name)
{
    m_walk.picture(name, [windowName] { return visibleWindow(windowName); });
}

void Tour::untilClosed(const QString &windowName)
{
    m_walk.wait(windowName + u" closed"_s, [windowName] { return visibleWindow(windowName) == nullptr; });
}

void Tour::page(const QString &wizard, const QString &pageName, const QString &name)
{
    m_walk.picture(name, [wizard, pageName] {
        QWidget *owner = visibleWindow(wizard);
        return visiblePart(owner, pageName) == nullptr ? nullptr : owner;
    });
    const auto isReady = [wizard] {
        const QWidget *next = visiblePart(visibleWindow(wizard), u"nextButton"_s);
        return next != nullptr && next->isEnabled() && takesInput(wizard);
    };
    m_walk.wait(name + u"-ready"_s, isReady, [wizard] { press(wizard, u"nextButton"_s); });
}

void Tour::answer(const QString &name, const QString &button)
{
    const QString dialog = u"promptDialog"_s;
    pictureOf(dialog, name);
    m_walk.wait(
        name + u"-ready"_s, [dialog] { return takesInput(dialog); }, [dialog, button] { press(dialog, button); });
}

void Tour::renew(const QString &prefix)
{
    const QString wizard = u"renewWizard"_s;
    m_walk.act([this] { trigger(window(), u"renewAction"_s); });
    page(wizard, u"certificatesPage"_s, prefix + u"renew-certificates"_s);
    page(wizard, u"optionsPage"_s, prefix + u"renew-options"_s);
    page(wizard, u"reviewPage"_s, prefix + u"review"_s);
    answer(prefix + u"prompt"_s, u"choiceButton0"_s);
    page(wizard, u"resultPage"_s, prefix + u"result"_s);
}

void Tour::lookInto(const QString &action, const QString &wizard, const QString &name, const QString &path)
{
    m_walk.act([this, action] { trigger(window(), action); });
    m_walk.wait(
        name + u"-opened"_s, [wizard] { return visibleWindow(wizard) != nullptr; },
        [wizard, path] {
            if (!path.isEmpty()) // not the folder of the user who takes the pictures
                type(wizard, u"pathEdit"_s, path);
        });
    pictureOf(wizard, name);
    m_walk.act([wizard] { press(wizard, u"cancelButton"_s); });
    untilClosed(wizard);
}

void Tour::select(const QString &name, const std::function<domain::Thumbprint()> &which, const QString &action)
{
    m_walk.act([this] { m_looks = 0; });
    m_walk.wait(name, [this, which, action] {
        const domain::Thumbprint chosen = which();
        if (chosen.isNull())
            return false;
        window().selectCertificate({domain::ServerId(server), chosen});
        const QAction *entry = menuAction(window(), action);
        m_looks = entry != nullptr && entry->isEnabled() ? m_looks + 1 : 0;
        return m_looks >= enoughLooks;
    });
}

void Tour::passTime(const QString &name, std::chrono::hours by, const std::function<bool()> &arrived)
{
    m_walk.act([this, by] {
        whenDone(workspace().lab()->advanceClock(by), this, [this](const Result<void> &) { refresh(); });
    });
    m_walk.wait(name + u"-arrived"_s, arrived);
}

// Writes what a program leaves in the journal that ended in the middle of a renewal's first step. The next step of the
// walk waits for the bar that says so.
void Tour::leaveInterrupted()
{
    plan::RenewDraft draft(inventory());
    draft.setTargets({{domain::ServerId(otherServer), transportOf(otherServer)}});
    const QDateTime nowUtc = workspace().session()->nowUtc();
    const auto journal = plan::Journal::open(workspace().dataFolder() + u"/journal.sqlite"_s);
    if (!journal)
        return;
    const auto begun = (*journal)->beginOperation({workspace().organisationKey(), {}, {}, {}}, draft.plan(), nowUtc);
    const auto sent = begun.and_then([&](qint64 id) { return (*journal)->beginStep(id, 1, nowUtc); });
    if (sent)
        refresh();
}

void Tour::typeConnection() const
{
    const QWidget *dialog = visibleWindow(connectDialog);
    if (auto *way = dialog->findChild<QComboBox *>(u"signInCombo"_s))
        way->setCurrentIndex(basicRow);
    if (auto *more = dialog->findChild<QAbstractButton *>(u"moreButton"_s); more != nullptr && !more->isChecked())
        more->click();
    type(connectDialog, u"nameEdit"_s, u"Contoso"_s);
    type(connectDialog, u"addressEdit"_s, m_labServer->value(u"Address"_s));
    type(connectDialog, u"userEdit"_s, m_labServer->value(u"User"_s));
    type(connectDialog, u"passwordEdit"_s, m_labServer->value(u"Password"_s));
    type(connectDialog, u"pinEdit"_s, m_labServer->value(u"Pinned SHA-256"_s));
}

domain::InventoryPtr Tour::inventory() const
{
    const session::Session *session = workspace().session();
    return session == nullptr ? nullptr : session->inventory();
}

domain::Thumbprint Tour::transportOf(const QString &name) const
{
    const domain::InventoryPtr read = inventory();
    const domain::ServerEntry *entry = read == nullptr ? nullptr : read->find(domain::ServerId(name));
    return entry != nullptr && entry->transport ? entry->transport->thumbprint : domain::Thumbprint();
}

void Tour::refresh() const
{
    [[maybe_unused]] const auto reading = workspace().session()->refresh();
}

} // namespace kakuin::tour
