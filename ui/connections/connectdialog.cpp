// SPDX-License-Identifier: MIT
#include "ui/connections/connectdialog.h"

#include "core/base/untrustedtext.h"
#include "core/base/whendone.h"
#include "core/connection/directorytrial.h"
#include "text/connectiontext.h"
#include "ui/connections/connectionform.h"
#include "ui/connections/connectionlist.h"
#include "ui/connections/connectiontestpanel.h"
#include "ui/connections/servercertificatedialog.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>

namespace kakuin::ui {

using connection::ConnectionProfile;

namespace {

constexpr QSize connectSize(880, 700);

bool concernsCertificate(ErrorCode code)
{
    return code == ErrorCode::TlsCertificateUntrusted || code == ErrorCode::TlsCertificateForAnotherName
        || code == ErrorCode::TlsCertificateNotPinned;
}

} // namespace

ConnectDialog::ConnectDialog(session::Workspace &workspace, connection::ConnectionFile file,
    std::shared_ptr<connection::PasswordStore> passwords, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_passwords(std::move(passwords))
{
    setObjectName(QStringLiteral("connectDialog"));
    setWindowModality(Qt::WindowModal);
    build(std::move(file));
    retranslate();
    if (const Result<void> loaded = m_list->load(); !loaded)
        m_message->setMessage(models::Severity::Urgent, ConnectionText::full(loaded.error()));
}

void ConnectDialog::build(connection::ConnectionFile file)
{
    m_title = new WrapLabel(this, WrapLabel::Look::Heading);
    m_list = new ConnectionList(std::move(file), this);
    m_form = new ConnectionForm(this);
    m_form->setCanKeep(m_passwords != nullptr);
    m_stages = new ConnectionTestPanel(this);
    m_message = new MessageBar(this);
    m_message->setObjectName(QStringLiteral("connectMessageBar"));
    m_look = m_message->addButton(QStringLiteral("certificateButton"));
    m_undo = m_message->addButton(QStringLiteral("undoButton"));
    m_message->clear();

    m_scroll = new ScrollColumn(this);
    m_scroll->column()->setSpacing(metric::group);
    m_scroll->column()->setContentsMargins(0, 0, metric::related, 0);
    m_scroll->column()->addWidget(m_form);
    m_scroll->column()->addWidget(m_stages);
    m_scroll->column()->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(metric::group);
    right->addWidget(m_scroll, 1);
    right->addWidget(m_message);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(metric::group);
    middle->addWidget(m_list);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::group);
    column->addWidget(m_title);
    column->addLayout(middle, 1);
    buildButtons();
    resizeOnScreen(*this, connectSize);
    m_busy = new BusyOverlay(this);
    m_busy->setObjectName(QStringLiteral("connectOverlay"));
    connect(m_busy, &BusyOverlay::cancelRequested, this, &ConnectDialog::cancel);
    connect(m_list, &ConnectionList::currentChanging, this, &ConnectDialog::takeEdits);
    connect(m_list, &ConnectionList::currentChanged, this, &ConnectDialog::showCurrent);
    connect(m_list, &ConnectionList::activated, this, &ConnectDialog::connectNow);
    connect(m_list, &ConnectionList::removed, this, &ConnectDialog::sayRemoved);
    connect(m_undo, &QPushButton::clicked, this, &ConnectDialog::undoRemoval);
    connect(m_form, &ConnectionForm::importFailed, this,
        [this](const Error &error) { say(models::Severity::Soon, ConnectionText::full(error)); });
    connect(m_form, &ConnectionForm::edited, this, [this] {
        m_isEdited = true;
        m_stages->showNothing();
    });
}

void ConnectDialog::buildButtons()
{
    m_test = new QPushButton(this);
    m_test->setObjectName(QStringLiteral("testButton"));
    m_connect = new QPushButton(this);
    m_connect->setObjectName(QStringLiteral("connectButton"));
    m_connect->setDefault(true);
    m_close = new QPushButton(this);
    m_close->setObjectName(QStringLiteral("closeButton"));
    for (QPushButton *button : {m_test, m_close})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    buttons->addWidget(m_connect);
    buttons->addWidget(m_close);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(buttons);
    connect(m_test, &QPushButton::clicked, this, &ConnectDialog::test);
    connect(m_connect, &QPushButton::clicked, this, &ConnectDialog::connectNow);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

// Once another connection is the current one
void ConnectDialog::showCurrent()
{
    m_isEdited = false;
    m_stages->showNothing();
    m_message->clear();
    const ConnectionProfile profile = m_list->current();
    m_form->setProfile(profile);
    if (!m_passwords || profile.name.isEmpty() || !connection::needsPassword(profile))
        return;
    whenDone(m_passwords->read(profile.name), this, [this, name = profile.name](const Result<Secret> &kept) {
        // another one may be chosen by now, or the person may have begun to type
        const bool isWanted = m_list->current().name == name && m_form->password().isEmpty();
        const bool opens = std::exchange(m_opensAtOnce, false);
        if (!kept && kept.error().code == ErrorCode::KeychainUnavailable)
            m_form->setCanKeep(false);
        if (!isWanted || !kept || kept->isEmpty())
            return;
        m_form->setPassword(*kept, true);
        if (opens)
            connectNow();
    });
}

void ConnectDialog::openConnection(const QString &name)
{
    m_opensAtOnce = true; // choosing it asks the keychain
    if (!m_list->choose(name)) {
        m_opensAtOnce = false;
        say(models::Severity::Soon, ConnectionText::full({ErrorCode::ConnectionNotFound, name, {}}));
        return;
    }
    if (connection::needsPassword(m_list->current())) {
        m_form->focusPassword();
        return;
    }
    m_opensAtOnce = false;
    connectNow();
}

void ConnectDialog::sayRemoved(const QString &name)
{
    if (store() && !name.isEmpty()) {
        m_message->setMessage(models::Severity::Information, tr("%1 was removed.").arg(singleLine(name)));
        m_look->hide();
        m_undo->show();
    }
}

void ConnectDialog::undoRemoval()
{
    m_list->undoRemoval();
    (void)store();
}

// What cannot be read (a pin that is none) stays in its field until it is used
void ConnectDialog::takeForm()
{
    if (const Result<ConnectionProfile> profile = m_form->profile())
        m_list->setCurrent(*profile);
}

void ConnectDialog::takeEdits()
{
    if (!m_isEdited)
        return;
    takeForm();
    (void)store();
}

bool ConnectDialog::store()
{
    const Result<void> stored = m_list->store();
    if (!stored)
        m_message->setMessage(models::Severity::Urgent, ConnectionText::full(stored.error()));
    m_isEdited = m_isEdited && !stored;
    return stored.has_value();
}

std::optional<ConnectionProfile> ConnectDialog::ready()
{
    m_message->clear();
    const Result<ConnectionProfile> entered = m_form->profile();
    if (!entered) {
        showError({}, entered.error());
        return std::nullopt;
    }
    if (const Result<void> usable = connection::check(*entered); !usable) {
        showError(*entered, usable.error());
        return std::nullopt;
    }
    if (connection::needsPassword(*entered) && m_form->password().isEmpty()) {
        say(models::Severity::Soon, tr("Enter the password."));
        m_form->focusPassword();
        return std::nullopt;
    }
    takeForm();
    (void)store();
    return m_list->current();
}

void ConnectDialog::connectNow()
{
    const auto profile = ready();
    if (!profile || m_busy->isBusy())
        return;
    m_busy->start(tr("Connecting to %1…").arg(singleLine(connection::peerName(*profile))));
    whenDone(m_workspace.openConnection(*profile, m_form->password()), this,
        [this, profile = *profile](const Result<session::Session *> &opened) {
            m_busy->stop();
            if (!opened)
                return showError(profile, opened.error());
            keepPassword(profile.name);
        });
}

void ConnectDialog::test()
{
    const auto profile = ready();
    if (!profile || m_busy->isBusy())
        return;
    m_busy->start(tr("Trying %1…").arg(singleLine(connection::peerName(*profile))));
    m_testing = connection::openShell(*profile, m_form->password(), m_workspace.culture());
    whenDone(m_testing, this, [this, profile = *profile](const Result<connection::OpenedShell> &opened) {
        m_busy->stop();
        m_testing = {};
        if (!opened)
            return showError(profile, opened.error());
        m_stages->showPassed(profile, opened->missing);
        showStages();
        if (!profile.directoryAddress.isEmpty())
            testDirectory(profile);
    });
}

void ConnectDialog::testDirectory(const ConnectionProfile &profile)
{
    m_busy->start(tr("Asking %1 for Exchange's servers…").arg(singleLine(profile.directoryAddress)));
    m_asking = connection::tryDirectory(profile, m_form->password());
    whenDone(m_asking, this, [this](const Result<connection::DirectoryTrial> &trial) {
        m_busy->stop();
        m_asking = {};
        if (!trial && trial.error().code == ErrorCode::Cancelled)
            return;
        m_stages->showDirectory(trial);
        showStages();
        if (!trial)
            say(models::Severity::Soon, ConnectionText::directory(trial.error()));
    });
}

// Once the column has taken its new height
void ConnectDialog::showStages()
{
    QMetaObject::invokeMethod(
        this, [this] { m_scroll->ensureWidgetVisible(m_stages); }, Qt::QueuedConnection);
}

void ConnectDialog::cancel()
{
    m_testing.cancel();
    m_asking.cancel();
    m_workspace.cancelOpening();
}

void ConnectDialog::showError(const ConnectionProfile &profile, const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_stages->showFailed(profile, error);
    showStages();
    say(models::Severity::Urgent, ConnectionText::full(error));
    m_look->setVisible(concernsCertificate(error.code));
    m_look->disconnect(this);
    connect(m_look, &QPushButton::clicked, this, [this, profile] { lookAtCertificate(profile); });
    if (const auto problem = connection::problemOf(error))
        m_form->focusOn(*problem);
    if (error.code == ErrorCode::KerberosPasswordWrong || error.code == ErrorCode::SignInRefused)
        m_form->focusPassword();
}

// Without a button: what can be done about it is in the sentence
void ConnectDialog::say(models::Severity severity, const QString &text)
{
    m_message->setMessage(severity, text);
    m_look->hide();
    m_undo->hide();
}

void ConnectDialog::lookAtCertificate(const ConnectionProfile &profile)
{
    const auto url = connection::endpointUrl(profile);
    if (!url || m_busy->isBusy())
        return;
    m_busy->start(tr("Asking %1 for its certificate…").arg(singleLine(url->host())));
    whenDone(remote::probeServerCertificates(url->toString(QUrl::FullyEncoded), profile.authorityFile), this,
        [this, profile](const Result<remote::ServerCertificates> &shown) {
            m_busy->stop();
            if (!shown)
                return showError(profile, shown.error());
            showCertificate(profile, *shown);
        });
}

void ConnectDialog::showCertificate(const ConnectionProfile &profile, const remote::ServerCertificates &shown)
{
    auto *dialog = new ServerCertificateDialog(connection::peerName(profile), shown, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, pin = shown.sha256] {
        m_form->setPin(pin);
        m_isEdited = true;
        takeForm();
        (void)store();
        m_message->clear();
        m_stages->showNothing();
    });
    dialog->open();
}

// It has worked: now it is worth keeping. The organisation is open in any case
void ConnectDialog::keepPassword(const QString &name)
{
    if (!m_passwords || name.isEmpty() || m_form->password().isEmpty())
        return accept();
    if (!m_form->keepsPassword()) {
        // there may be none, or no keychain
        whenDone(m_passwords->remove(name), this, [this](const Result<void> &) { accept(); });
        return;
    }
    m_busy->start(tr("Keeping the password…"));
    whenDone(m_passwords->write(name, m_form->password()), this, [this](const Result<void> &kept) {
        m_busy->stop();
        if (kept)
            return accept();
        say(models::Severity::Soon, ConnectionText::full(kept.error()));
    });
}

void ConnectDialog::done(int result)
{
    cancel();
    takeEdits();
    QDialog::done(result);
}

void ConnectDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConnectDialog::retranslate()
{
    setWindowTitle(tr("Connect"));
    m_title->setPlainText(tr("Connect to a real organisation"));
    m_look->setText(tr("Look at the certificate…"));
    m_undo->setText(tr("Undo"));
    m_test->setText(tr("&Test the connection"));
    m_connect->setText(tr("Connec&t"));
    m_close->setText(tr("Close"));
}

} // namespace kakuin::ui
