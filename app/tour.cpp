// SPDX-License-Identifier: MIT
#include "app/tour.h"

#include "core/base/whendone.h"
#include "core/plan/renewdraft.h"
#include "ui/mainwindow.h"
#include "ui/views/rotation/rotationdialog.h"

#include <QtGui/QAction>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTabBar>

namespace kakuin::app {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr QSize pictureSize(1240, 760);
// The tree is filled a moment after the organisation was read: what is selected stays so only after some looks
constexpr int enoughLooks = 6;
const QString server = u"MBX01"_s;

} // namespace

Tour::Tour(Stage stage, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_stage(std::move(stage))
    , m_walk(folder)
{
    connect(&m_walk, &PictureWalk::finished, this, &Tour::finished);
    const QStringList languages{u"en"_s, u"ja"_s};
    for (const QString &language : languages)
        addWelcome(language);
    for (const QString &language : languages)
        addLanguage(language);
}

void Tour::start()
{
    m_stage.window->resize(pictureSize);
    m_stage.window->show();
    m_walk.start();
}

// Before anything is open
void Tour::addWelcome(const QString &language)
{
    m_language = language;
    act(u"welcome-language"_s, [this, language] {
        m_stage.setTheme(u"light"_s);
        m_stage.setLanguage(language);
    });
    picture(u"welcome"_s, [this]() -> QWidget * { return m_stage.window; });
}

void Tour::addLanguage(const QString &language)
{
    m_language = language;
    addOpening();
    addRenewal();
    addViews();
    addSheets();
    addRotation();
    addRemoval();
    addHistory();
    addConnecting();
    if (hasNetwork())
        addNetwork();
}

void Tour::act(const QString &name, const std::function<void()> &what)
{
    m_walk.add(
        name + u'-' + m_language, [] { return true; }, what);
}

void Tour::picture(const QString &name, const Find &find)
{
    m_walk.addPicture(name + u'-' + m_language, find);
}

void Tour::page(const QString &wizard, const QString &pageName, const QString &name)
{
    picture(name, [this, wizard, pageName]() -> QWidget * {
        QWidget *owner = window(wizard);
        QWidget *found = owner == nullptr ? nullptr : owner->findChild<QWidget *>(pageName);
        return found != nullptr && found->isVisible() ? owner : nullptr;
    });
    act(name + u"-next"_s, [this, wizard] { press(wizard, u"nextButton"_s); });
}

void Tour::answer(const QString &name, const QString &button)
{
    picture(name, [this] { return window(u"promptDialog"_s); });
    act(name + u"-answer"_s, [this, button] { press(u"promptDialog"_s, button); });
}

void Tour::passTime(const QString &name, std::chrono::hours by, const std::function<bool()> &arrived)
{
    act(name + u"-time"_s, [this, by] {
        whenDone(m_stage.workspace->lab()->advanceClock(by), this, [this](const Result<void> &) {
            [[maybe_unused]] const auto refresh = m_stage.workspace->session()->refresh();
        });
    });
    m_walk.add(name + u"-arrived-"_s + m_language, arrived, [] {});
}

QWidget *Tour::window(const QString &name) const
{
    const QList<QWidget *> all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (widget->isVisible() && widget->objectName() == name)
            return widget;
    }
    return nullptr;
}

void Tour::press(const QString &windowName, const QString &button) const
{
    QWidget *owner = window(windowName);
    auto *found = owner == nullptr ? nullptr : owner->findChild<QAbstractButton *>(button);
    if (found != nullptr)
        found->click();
}

void Tour::trigger(const QString &action) const
{
    const QList<QMenu *> menus = m_stage.window->findChildren<QMenu *>();
    for (const QMenu *menu : menus) {
        const QList<QAction *> actions = menu->actions();
        for (QAction *each : actions) {
            if (each->objectName() == action)
                return each->trigger();
        }
    }
}

domain::Thumbprint Tour::transportOf(const QString &name) const
{
    const session::Session *session = m_stage.workspace->session();
    const domain::InventoryPtr inventory = session == nullptr ? nullptr : session->inventory();
    const domain::ServerEntry *entry = inventory == nullptr ? nullptr : inventory->find(domain::ServerId(name));
    return entry != nullptr && entry->transport ? entry->transport->thumbprint : domain::Thumbprint();
}

void Tour::addOpening()
{
    act(u"open"_s, [this, language = m_language] {
        m_organisation = m_stage.workspace->organisationKey();
        m_looks = 0;
        m_stage.setTheme(u"light"_s);
        m_stage.setLanguage(language);
        m_stage.window->createPractice(lab::Preset::Contoso2013);
    });
    m_walk.add(
        u"read-"_s + m_language,
        [this] {
            if (m_stage.workspace->organisationKey() == m_organisation || transportOf(server).isNull())
                return false;
            m_old = transportOf(server);
            m_stage.window->selectCertificate({domain::ServerId(server), m_old});
            m_looks = m_stage.window->canRenewSelected() ? m_looks + 1 : 0;
            return m_looks >= enoughLooks;
        },
        [] {});
    const auto main = [this]() -> QWidget * { return m_stage.window; };
    picture(u"main"_s, main);
    act(u"dark"_s, [this] { m_stage.setTheme(u"dark"_s); });
    picture(u"main-dark"_s, main);
    act(u"light"_s, [this] { m_stage.setTheme(u"light"_s); });
}

void Tour::addRenewal()
{
    const QString wizard = u"renewWizard"_s;
    act(u"renew"_s, [this] { m_stage.window->renewSelected(); });
    page(wizard, u"certificatesPage"_s, u"renew-certificates"_s);
    page(wizard, u"optionsPage"_s, u"renew-options"_s);
    page(wizard, u"reviewPage"_s, u"review"_s);
    answer(u"prompt"_s, u"choiceButton0"_s);
    page(wizard, u"resultPage"_s, u"result"_s);
    m_walk.add(
        u"renewed-read-"_s + m_language, [this] { return transportOf(server) != m_old; }, [] {});
    picture(u"renewed"_s, [this]() -> QWidget * { return m_stage.window; });
}

void Tour::addViews()
{
    const auto show = [this](int index) {
        if (auto *tabs = m_stage.window->findChild<QTabBar *>(u"organisationTabs"_s))
            tabs->setCurrentIndex(index);
    };
    const auto main = [this]() -> QWidget * { return m_stage.window; };
    act(u"show-matrix"_s, [show] { show(1); });
    act(u"show-matrix-settled"_s, [] {});
    picture(u"matrix"_s, main);
    act(u"show-timeline"_s, [show] { show(2); });
    act(u"show-timeline-settled"_s, [] {});
    picture(u"timeline"_s, main);
    act(u"show-findings"_s, [show] { show(3); });
    act(u"show-findings-settled"_s, [] {});
    picture(u"findings"_s, main);
    act(u"show-tree"_s, [show] { show(0); });
}

void Tour::addRotation()
{
    const QString wizard = u"rotateWizard"_s;
    const auto phase = [this] {
        const auto *dialog = qobject_cast<ui::RotationDialog *>(window(u"rotationDialog"_s));
        return dialog == nullptr ? plan::RotationPhase::NotKnown : dialog->status().phase;
    };
    const auto dialog = [this] { return window(u"rotationDialog"_s); };
    act(u"rotate"_s, [this] { trigger(u"rotateAction"_s); });
    act(u"rotate-planned"_s, [this, wizard] { press(wizard, u"plannedRadio"_s); });
    page(wizard, u"whenPage"_s, u"rotate-when"_s);
    page(wizard, u"certificatePage"_s, u"rotate-certificate"_s);
    page(wizard, u"reviewPage"_s, u"rotate-review"_s);
    answer(u"rotate-prompt"_s, u"choiceButton2"_s);
    page(wizard, u"resultPage"_s, u"rotate-result"_s);
    m_walk.add(
        u"rotate-closed-"_s + m_language, [this, wizard] { return window(wizard) == nullptr; },
        [this] { trigger(u"followRotationAction"_s); });
    m_walk.add(
        u"rotation-staged-seen-"_s + m_language, [phase] { return phase() == plan::RotationPhase::Staged; }, [] {});
    picture(u"rotation-staged"_s, dialog);
    passTime(u"rotation-distributed"_s, 6h, [phase] { return phase() == plan::RotationPhase::Distributed; });
    picture(u"rotation-distributed"_s, dialog);
    passTime(u"rotation-done"_s, 61h, [phase] { return phase() == plan::RotationPhase::PreviousHeld; });
    picture(u"rotation-done"_s, dialog);
    act(u"rotation-close"_s, [this] { press(u"rotationDialog"_s, u"closeButton"_s); });
    picture(u"rotated"_s, [this]() -> QWidget * { return m_stage.window; });
}

void Tour::addRemoval()
{
    const QString wizard = u"removeWizard"_s;
    const auto isBound = [this] {
        const domain::InventoryPtr inventory = m_stage.workspace->session()->inventory();
        const domain::Certificate *old = inventory->find({domain::ServerId(server), m_old});
        return old != nullptr && !old->isBoundToSite(domain::IisBinding::backEndSite);
    };
    // what IIS Manager does on a real server: the successor takes port 444
    act(u"rebind"_s, [this] {
        const domain::ServerId id(server);
        whenDone(m_stage.workspace->lab()->bindSite(id, domain::IisBinding::backEndSite, transportOf(server)), this,
            [this](const Result<void> &) {
                [[maybe_unused]] const auto refresh = m_stage.workspace->session()->refresh();
            });
    });
    m_walk.add(u"rebound-"_s + m_language, isBound, [this] { m_looks = 0; });
    m_walk.add(
        u"remove-select-"_s + m_language,
        [this] {
            m_stage.window->selectCertificate({domain::ServerId(server), m_old});
            return ++m_looks >= enoughLooks;
        },
        [this] { trigger(u"removeAction"_s); });
    m_walk.add(
        u"remove-acknowledge-"_s + m_language, [this, wizard] { return window(wizard) != nullptr; },
        [this, wizard] {
            auto *box = window(wizard)->findChild<QAbstractButton *>(u"acknowledgeCheck"_s);
            if (box != nullptr && box->isVisible())
                box->click();
        });
    page(wizard, u"preflightPage"_s, u"remove-preflight"_s);
    page(wizard, u"reviewPage"_s, u"remove-review"_s);
    answer(u"remove-prompt"_s, u"choiceButton0"_s);
    page(wizard, u"resultPage"_s, u"remove-result"_s);
    m_walk.add(
        u"remove-closed-"_s + m_language, [this, wizard] { return window(wizard) == nullptr; }, [] {});
    picture(u"removed"_s, [this]() -> QWidget * { return m_stage.window; });
}

// What a program leaves behind that was killed: the next one finds it in the journal.
void Tour::leaveBehind()
{
    plan::RenewDraft draft(m_stage.workspace->session()->inventory());
    const domain::ServerId other(u"MBX02"_s);
    draft.setTargets({{other, transportOf(other.name())}});
    const auto journal = plan::Journal::open(m_stage.workspace->dataFolder() + u"/journal.sqlite"_s);
    if (!journal)
        return;
    const QDateTime nowUtc = m_stage.workspace->session()->nowUtc();
    const auto begun = (*journal)->beginOperation(m_stage.workspace->organisationKey(), draft.plan(), nowUtc);
    const auto sent = begun.and_then([&](qint64 id) { return (*journal)->beginStep(id, 1, nowUtc); });
    if (!sent)
        return; // the next step of the tour waits in vain, and says so
    [[maybe_unused]] const auto refresh = m_stage.workspace->session()->refresh();
}

void Tour::addHistory()
{
    const QString wizard = u"resumeWizard"_s;
    act(u"interrupted"_s, [this] { leaveBehind(); });
    const auto bar = [this]() -> QWidget * {
        auto *found = m_stage.window->findChild<QWidget *>(u"interruptedBar"_s);
        return found != nullptr && found->isVisible() ? m_stage.window : nullptr;
    };
    picture(u"interrupted"_s, bar);
    act(u"history"_s, [this] { trigger(u"historyAction"_s); });
    m_walk.add(
        u"history-read-"_s + m_language,
        [this] {
            const QWidget *history = window(u"historyDialog"_s);
            const auto *button = history == nullptr ? nullptr : history->findChild<QWidget *>(u"continueButton"_s);
            return button != nullptr && button->isVisible();
        },
        [] {});
    picture(u"history"_s, [this] { return window(u"historyDialog"_s); });
    act(u"history-continue"_s, [this] { press(u"historyDialog"_s, u"continueButton"_s); });
    m_walk.add(
        u"resume-read-"_s + m_language,
        [this, wizard] {
            const QWidget *owner = window(wizard);
            const auto *next = owner == nullptr ? nullptr : owner->findChild<QWidget *>(u"nextButton"_s);
            return next != nullptr && next->isEnabled();
        },
        [] {});
    page(wizard, u"standingPage"_s, u"resume-standing"_s);
    page(wizard, u"reviewPage"_s, u"resume-review"_s);
    answer(u"resume-prompt"_s, u"choiceButton0"_s);
    page(wizard, u"resultPage"_s, u"resume-result"_s);
    m_walk.add(
        u"resume-closed-"_s + m_language, [this, wizard] { return window(wizard) == nullptr; }, [] {});
}

// As far as one gets without an Exchange server
void Tour::addConnecting()
{
    const QString dialog = u"connectDialog"_s;
    act(u"connect"_s, [this] { trigger(u"connectAction"_s); });
    m_walk.add(
        u"connect-typed-"_s + m_language, [this, dialog] { return window(dialog) != nullptr; },
        [this, dialog] {
            const auto type = [this, dialog](const QString &name, const QString &text) {
                if (auto *line = window(dialog)->findChild<QLineEdit *>(name))
                    line->setText(text);
            };
            type(u"nameEdit"_s, u"Contoso"_s);
            type(u"addressEdit"_s, u"ex01.contoso.com"_s);
        });
    picture(u"connect"_s, [this, dialog] { return window(dialog); });
    act(u"connect-close"_s, [this, dialog] { press(dialog, u"closeButton"_s); });
    m_walk.add(
        u"connect-closed-"_s + m_language, [this, dialog] { return window(dialog) == nullptr; }, [] {});
}

} // namespace kakuin::app
