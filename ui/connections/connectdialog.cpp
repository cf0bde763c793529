// SPDX-License-Identifier: MIT
#include "ui/connections/connectdialog.h"

#include "core/base/untrustedtext.h"
#include "core/base/whendone.h"
#include "core/connection/shellopener.h"
#include "ui/connections/connectionform.h"
#include "ui/connections/connectiontestpanel.h"
#include "ui/connections/servercertificatedialog.h"
#include "ui/decoration/theme.h"
#include "ui/text/errortext.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

namespace kakuin::ui {

using connection::ConnectionProfile;

namespace {

constexpr QSize preferredSize(860, 620);
constexpr int listWidth = 220;

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
    , m_file(std::move(file))
    , m_passwords(std::move(passwords))
{
    setObjectName(QStringLiteral("connectDialog"));
    setWindowModality(Qt::WindowModal);
    build();
    retranslate();
    auto loaded = m_file.load();
    m_isStorable = loaded.has_value();
    if (loaded)
        m_profiles = std::move(*loaded);
    else
        m_message->setMessage(models::Severity::Urgent, ErrorText::full(loaded.error()));
    if (m_profiles.isEmpty())
        m_profiles.append(ConnectionProfile());
    fillList();
    m_list->setCurrentRow(0);
}

void ConnectDialog::build()
{
    m_title = new WrapLabel(this, WrapLabel::Look::Heading);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("connectionList"));
    m_list->setFixedWidth(listWidth);
    m_new = new QPushButton(this);
    m_new->setObjectName(QStringLiteral("newButton"));
    m_remove = new QPushButton(this);
    m_remove->setObjectName(QStringLiteral("removeButton"));
    m_form = new ConnectionForm(this);
    m_stages = new ConnectionTestPanel(this);
    m_message = new MessageBar(this);
    m_message->setObjectName(QStringLiteral("connectMessageBar"));
    m_look = m_message->addButton(QStringLiteral("certificateButton"));
    m_undo = m_message->addButton(QStringLiteral("undoButton"));
    m_message->clear();

    auto *left = new QVBoxLayout;
    left->setSpacing(metric::related);
    left->addWidget(m_list, 1);
    auto *listButtons = new QHBoxLayout;
    listButtons->setSpacing(metric::related);
    listButtons->addWidget(m_new);
    listButtons->addWidget(m_remove);
    left->addLayout(listButtons);
    auto *scroll = new ScrollColumn(this);
    scroll->column()->setSpacing(metric::group);
    scroll->column()->addWidget(m_form);
    scroll->column()->addWidget(m_stages);
    scroll->column()->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(metric::group);
    right->addWidget(scroll, 1);
    right->addWidget(m_message);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(metric::group);
    middle->addLayout(left);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::group);
    column->addWidget(m_title);
    column->addLayout(middle, 1);
    buildButtons();
    resize(preferredSize);
    m_busy = new BusyOverlay(this);
    m_busy->setObjectName(QStringLiteral("connectOverlay"));
    connect(m_busy, &BusyOverlay::cancelRequested, this, &ConnectDialog::cancel);
    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectDialog::select);
    connect(m_list, &QListWidget::itemActivated, this, &ConnectDialog::connectNow);
    connect(m_new, &QPushButton::clicked, this, &ConnectDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &ConnectDialog::removeCurrent);
    connect(m_undo, &QPushButton::clicked, this, &ConnectDialog::undoRemoval);
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
    for (QPushButton *button : {m_new, m_remove, m_test, m_close})
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

void ConnectDialog::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ConnectionProfile &profile : std::as_const(m_profiles))
        m_list->addItem(profile.name.isEmpty() ? tr("New connection") : singleLine(profile.name));
    m_list->setCurrentRow(m_row);
    m_remove->setEnabled(!m_profiles.isEmpty());
}

void ConnectDialog::select(int row)
{
    if (row == m_row || row < 0)
        return;
    if (m_row >= 0 && m_isEdited) {
        takeForm();
        (void)store();
    }
    m_row = row;
    m_isEdited = false;
    fillList();
    m_stages->showNothing();
    if (m_isStorable)
        m_message->clear();
    const ConnectionProfile profile = m_profiles.value(row);
    m_form->setProfile(profile);
    if (!m_passwords || profile.name.isEmpty() || !connection::needsPassword(profile))
        return;
    whenDone(m_passwords->read(profile.name), this, [this, name = profile.name](const Result<Secret> &kept) {
        // another one may be chosen by now, or the person may have begun to type
        if (m_profiles.value(m_row).name == name && m_form->password().isEmpty() && kept && !kept->isEmpty())
            m_form->setPassword(*kept, true);
    });
}

void ConnectDialog::add()
{
    m_profiles.append(ConnectionProfile());
    fillList();
    m_list->setCurrentRow(static_cast<int>(m_profiles.size()) - 1);
    m_form->setFocus();
}

void ConnectDialog::removeCurrent()
{
    if (m_row < 0)
        return;
    m_removed = m_profiles.takeAt(m_row);
    const int next = qMin(m_row, static_cast<int>(m_profiles.size()) - 1);
    if (m_profiles.isEmpty())
        m_profiles.append(ConnectionProfile());
    m_row = -1;
    m_isEdited = false;
    fillList();
    m_list->setCurrentRow(qMax(next, 0));
    if (store() && !m_removed->name.isEmpty()) {
        m_message->setMessage(
            models::Severity::Information, tr("%1 was removed.").arg(singleLine(m_removed->name)));
        m_look->hide();
        m_undo->show();
    }
}

void ConnectDialog::undoRemoval()
{
    if (!m_removed)
        return;
    m_profiles.append(*std::exchange(m_removed, std::nullopt));
    m_message->clear();
    fillList();
    m_list->setCurrentRow(static_cast<int>(m_profiles.size()) - 1);
    (void)store();
}

QString ConnectDialog::freeName(const QString &wanted, int except) const
{
    const auto isTaken = [&](const QString &name) {
        for (int i = 0; i < m_profiles.size(); ++i) {
            if (i != except && m_profiles.at(i).name.compare(name, Qt::CaseInsensitive) == 0)
                return true;
        }
        return false;
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    return name;
}

// What cannot be read (a pin that is none) stays in its field until it is used
void ConnectDialog::takeForm()
{
    Result<ConnectionProfile> profile = m_form->profile();
    if (!profile || m_row < 0)
        return;
    if (profile->name.isEmpty())
        profile->name = connection::peerName(*profile);
    profile->name = profile->name.isEmpty() ? QString() : freeName(profile->name, m_row);
    m_profiles[m_row] = *profile;
    fillList();
}

bool ConnectDialog::store()
{
    if (!m_isStorable)
        return false;
    QList<ConnectionProfile> named = m_profiles;
    named.removeIf([](const ConnectionProfile &profile) { return profile.name.isEmpty(); });
    const Result<void> stored = m_file.save(named);
    if (!stored)
        m_message->setMessage(models::Severity::Urgent, ErrorText::full(stored.error()));
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
    if (const auto url = connection::endpointUrl(*entered); entered->kind == ConnectionProfile::Kind::Server && !url) {
        showError(*entered, url.error());
        return std::nullopt;
    }
    if (connection::needsPassword(*entered) && m_form->password().isEmpty()) {
        m_message->setMessage(models::Severity::Soon, tr("Enter the password."));
        m_look->hide();
        m_undo->hide();
        m_form->focusPassword();
        return std::nullopt;
    }
    takeForm();
    (void)store();
    return m_profiles.value(m_row);
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
    whenDone(m_testing, this,
        [this, profile = *profile](const Result<std::shared_ptr<remote::RemoteShell>> &opened) {
            m_busy->stop();
            m_testing = {};
            if (!opened)
                return showError(profile, opened.error());
            m_stages->showPassed(profile, (*opened)->missingCmdlets());
        });
}

void ConnectDialog::cancel()
{
    m_testing.cancel();
    m_workspace.cancelOpening();
}

void ConnectDialog::showError(const ConnectionProfile &profile, const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_stages->showFailed(profile, error);
    m_message->setMessage(models::Severity::Urgent, ErrorText::full(error));
    m_undo->hide();
    m_look->setVisible(concernsCertificate(error.code));
    m_look->disconnect(this);
    connect(m_look, &QPushButton::clicked, this, [this, profile] { lookAtCertificate(profile); });
    if (error.code == ErrorCode::KerberosPasswordWrong || error.code == ErrorCode::SignInRefused)
        m_form->focusPassword();
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
        m_message->setMessage(models::Severity::Soon, ErrorText::full(kept.error()));
        m_look->hide();
        m_undo->hide();
    });
}

void ConnectDialog::done(int result)
{
    cancel();
    if (m_isEdited) {
        takeForm();
        (void)store();
    }
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
    m_list->setAccessibleName(tr("Connections"));
    m_new->setText(tr("Ne&w"));
    m_remove->setText(tr("&Remove"));
    m_look->setText(tr("Look at the certificate…"));
    m_undo->setText(tr("Undo"));
    m_test->setText(tr("&Test the connection"));
    m_connect->setText(tr("Connec&t"));
    m_close->setText(tr("Close"));
    if (!m_profiles.isEmpty())
        fillList();
}

} // namespace kakuin::ui
