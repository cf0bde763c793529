// SPDX-License-Identifier: MIT
#include "ui/connections/connectionform.h"

#include "ui/connections/serverlistedit.h"
#include "ui/decoration/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

namespace kakuin::ui {

using connection::ConnectionProfile;
using connection::DirectorySecurity;
using connection::ProfileProblem;
using connection::SignIn;
using ConnectionKind = ConnectionProfile::Kind;

namespace {

constexpr ConnectionKind connectionKinds[]{
    ConnectionKind::Server, ConnectionKind::Computer, ConnectionKind::Ssh, ConnectionKind::Program};
constexpr DirectorySecurity directorySecurities[]{
    DirectorySecurity::SaslProtected, DirectorySecurity::Ldaps, DirectorySecurity::StartTls};
constexpr SignIn signIns[]{SignIn::Kerberos, SignIn::Basic, SignIn::Certificate, SignIn::Negotiate};

template <class Value>
void select(QComboBox *box, Value value)
{
    box->setCurrentIndex(qMax(0, box->findData(static_cast<int>(value))));
}

} // namespace

ConnectionForm::ConnectionForm(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
    , m_kind(new QComboBox(this))
    , m_signIn(new QComboBox(this))
    , m_keep(new QCheckBox(this))
    , m_readOnly(new QCheckBox(this))
    , m_more(new QToolButton(this))
    , m_parallel(new QSpinBox(this))
    , m_further(new ServerListEdit(this))
    , m_directorySecurity(new QComboBox(this))
{
    m_rows->setContentsMargins({});
    m_rows->setSpacing(metric::related);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name = addLine("nameEdit");
    m_kind->setObjectName(QStringLiteral("kindCombo"));
    m_rows->addRow(new QLabel(this), m_kind);
    m_address = addLine("addressEdit");
    m_command = addLine("commandEdit");
    m_signIn->setObjectName(QStringLiteral("signInCombo"));
    m_rows->addRow(new QLabel(this), m_signIn);
    m_user = addLine("userEdit");
    m_password = addLine("passwordEdit");
    m_password->setEchoMode(QLineEdit::Password);
    m_keep->setObjectName(QStringLiteral("keepPasswordCheck"));
    m_rows->addRow(new QLabel(this), m_keep);
    m_clientCertificate = addFile("clientCertificateEdit");
    m_readOnly->setObjectName(QStringLiteral("readOnlyCheck"));
    m_rows->addRow(new QLabel(this), m_readOnly);
    m_more->setObjectName(QStringLiteral("moreButton"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_rows->addRow(new QLabel(this), m_more);
    m_authority = addFile("authorityEdit");
    m_pin = addLine("pinEdit");
    m_principal = addLine("principalEdit");
    m_parallel->setObjectName(QStringLiteral("parallelSpin"));
    m_parallel->setRange(1, ConnectionProfile::mostParallelCommands);
    m_rows->addRow(new QLabel(this), m_parallel);
    m_rows->addRow(new QLabel(this), m_further);
    m_directory = addLine("directoryEdit");
    m_directorySecurity->setObjectName(QStringLiteral("directorySecurityCombo"));
    m_rows->addRow(new QLabel(this), m_directorySecurity);
    for (const DirectorySecurity security : directorySecurities)
        m_directorySecurity->addItem(QString(), static_cast<int>(security));
    for (const ConnectionKind kind : connectionKinds)
        m_kind->addItem(QString(), static_cast<int>(kind));
    for (const SignIn signIn : signIns)
        m_signIn->addItem(QString(), static_cast<int>(signIn));
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (auto *label = qobject_cast<QLabel *>(m_rows->itemAt(row, QFormLayout::LabelRole)->widget()))
            label->setBuddy(m_rows->itemAt(row, QFormLayout::FieldRole)->widget());
    }
    for (QComboBox *box : {m_kind, m_signIn, m_directorySecurity}) {
        connect(box, &QComboBox::currentIndexChanged, this, &ConnectionForm::showRows);
        connect(box, &QComboBox::activated, this, &ConnectionForm::edited);
    }
    connect(m_user, &QLineEdit::textChanged, this, &ConnectionForm::showRows);
    connect(m_directory, &QLineEdit::textChanged, this, &ConnectionForm::showRows);
    connect(m_further, &ServerListEdit::edited, this, &ConnectionForm::edited);
    connect(m_further, &ServerListEdit::importFailed, this, &ConnectionForm::importFailed);
    connect(m_more, &QToolButton::toggled, this, &ConnectionForm::showRows);
    for (QCheckBox *box : {m_keep, m_readOnly})
        connect(box, &QCheckBox::clicked, this, &ConnectionForm::edited);
    connect(m_parallel, &QSpinBox::valueChanged, this, &ConnectionForm::edited);
    setProfile({});
    retranslate();
}

QLineEdit *ConnectionForm::addLine(const char *objectName)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QLatin1String(objectName));
    line->setMaxLength(ConnectionProfile::mostCharacters);
    connect(line, &QLineEdit::textEdited, this, &ConnectionForm::edited);
    m_rows->addRow(new QLabel(this), line);
    return line;
}

QLineEdit *ConnectionForm::addFile(const char *objectName)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QLatin1String(objectName));
    line->setMaxLength(ConnectionProfile::mostCharacters);
    connect(line, &QLineEdit::textEdited, this, &ConnectionForm::edited);
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1String(objectName) + QStringLiteral("Button"));
    connect(button, &QToolButton::clicked, this, [this, line] { browse(line); });
    auto *field = new QWidget(this);
    field->setFocusProxy(line);
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins({});
    row->setSpacing(metric::related);
    row->addWidget(line, 1);
    row->addWidget(button);
    m_rows->addRow(new QLabel(this), field);
    return line;
}

void ConnectionForm::browse(QLineEdit *line)
{
    auto *dialog = new QFileDialog(this, QString(), line->text(), tr("PEM files (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, line](const QString &path) {
        line->setText(QDir::toNativeSeparators(path));
        Q_EMIT edited();
    });
    dialog->open();
}

void ConnectionForm::setProfile(const ConnectionProfile &profile)
{
    const QSignalBlocker quiet(this);
    m_name->setText(profile.name);
    select(m_kind, profile.kind);
    m_address->setText(profile.address);
    m_command->setText(profile.command);
    select(m_signIn, profile.signIn);
    m_user->setText(profile.user);
    m_clientCertificate->setText(profile.clientCertificateFile);
    m_authority->setText(profile.authorityFile);
    setPin(profile.pinnedSha256);
    m_principal->setText(profile.servicePrincipal);
    m_parallel->setValue(profile.parallelCommands);
    m_further->setServers(profile.furtherAddresses);
    m_directory->setText(profile.directoryAddress);
    select(m_directorySecurity, profile.directorySecurity);
    m_readOnly->setChecked(profile.isReadOnly);
    m_more->setChecked(!profile.authorityFile.isEmpty() || !profile.pinnedSha256.isEmpty()
        || !profile.servicePrincipal.isEmpty() || !profile.furtherAddresses.isEmpty()
        || !profile.directoryAddress.isEmpty());
    setPassword({}, false);
    showRows();
}

Result<ConnectionProfile> ConnectionForm::profile() const
{
    ConnectionProfile profile;
    profile.name = m_name->text().simplified();
    profile.kind = static_cast<ConnectionKind>(m_kind->currentData().toInt());
    profile.address = m_address->text().trimmed();
    profile.command = m_command->text().trimmed();
    profile.signIn = static_cast<SignIn>(m_signIn->currentData().toInt());
    profile.user = m_user->text().trimmed();
    profile.clientCertificateFile = m_clientCertificate->text().trimmed();
    profile.authorityFile = m_authority->text().trimmed();
    profile.servicePrincipal = m_principal->text().trimmed();
    profile.parallelCommands = m_parallel->value();
    profile.furtherAddresses = m_further->servers();
    profile.directoryAddress = m_directory->text().trimmed();
    profile.directorySecurity = static_cast<DirectorySecurity>(m_directorySecurity->currentData().toInt());
    profile.isReadOnly = m_readOnly->isChecked();
    if (m_pin->text().trimmed().isEmpty())
        return profile;
    return connection::sha256FromText(m_pin->text()).transform([&](const QByteArray &pin) {
        profile.pinnedSha256 = pin;
        return profile;
    });
}

void ConnectionForm::setPassword(const Secret &password, bool isKept)
{
    m_password->setText(password.text());
    m_keep->setChecked(isKept);
}

Secret ConnectionForm::password() const
{
    return m_password->isVisibleTo(this) ? Secret(m_password->text()) : Secret();
}

bool ConnectionForm::keepsPassword() const
{
    return m_keep->isChecked();
}

void ConnectionForm::setPin(const QByteArray &sha256)
{
    m_pin->setText(QString::fromLatin1(sha256.toHex(':').toUpper()));
    m_pin->setCursorPosition(0);
    if (!sha256.isEmpty())
        m_more->setChecked(true);
}

void ConnectionForm::focusPassword()
{
    m_password->setFocus(Qt::OtherFocusReason);
    m_password->selectAll();
}

void ConnectionForm::focusOn(ProfileProblem problem)
{
    const bool isMore = problem >= ProfileProblem::PinMalformed;
    if (isMore)
        m_more->setChecked(true);
    QWidget *field = m_address;
    if (problem == ProfileProblem::CommandMissing)
        field = m_command;
    else if (problem == ProfileProblem::UserMalformed)
        field = m_user;
    else if (problem == ProfileProblem::PinMalformed)
        field = m_pin;
    else if (problem == ProfileProblem::TooManyFurther)
        field = m_further;
    else if (problem == ProfileProblem::DirectoryMalformed)
        field = m_directory;
    else if (problem == ProfileProblem::DirectoryUnprotected)
        field = m_directorySecurity;
    field->setFocus(Qt::OtherFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(field))
        line->selectAll();
}

void ConnectionForm::setCanKeep(bool can)
{
    m_keep->setEnabled(can);
    m_keep->setChecked(m_keep->isChecked() && can);
    retranslate();
}

void ConnectionForm::showRows()
{
    const auto kind = static_cast<ConnectionKind>(m_kind->currentData().toInt());
    const auto signIn = static_cast<SignIn>(m_signIn->currentData().toInt());
    const bool isServer = kind == ConnectionKind::Server;
    const bool isTicket = signIn == SignIn::Kerberos || signIn == SignIn::Negotiate;
    const bool wantsPassword = isServer && signIn != SignIn::Certificate && (!isTicket || !m_user->text().isEmpty());
    const bool hasMore = isServer && m_more->isChecked();
    const bool hasDirectory = m_more->isChecked() && !m_directory->text().trimmed().isEmpty();
    const auto fieldOf = [](QLineEdit *line) { return line->parentWidget(); };
    m_rows->setRowVisible(m_address, isServer || kind == ConnectionKind::Ssh);
    m_rows->setRowVisible(m_command, kind == ConnectionKind::Program);
    m_rows->setRowVisible(m_signIn, isServer);
    m_rows->setRowVisible(m_user, (isServer && signIn != SignIn::Certificate) || kind == ConnectionKind::Ssh);
    m_rows->setRowVisible(m_password, wantsPassword);
    m_rows->setRowVisible(m_keep, wantsPassword);
    m_rows->setRowVisible(fieldOf(m_clientCertificate), isServer && signIn == SignIn::Certificate);
    m_more->setArrowType(m_more->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    m_rows->setRowVisible(fieldOf(m_authority), hasMore);
    m_rows->setRowVisible(m_pin, hasMore);
    m_rows->setRowVisible(m_principal, hasMore && isTicket);
    m_rows->setRowVisible(m_parallel, hasMore);
    m_rows->setRowVisible(m_further, hasMore);
    m_rows->setRowVisible(m_directory, m_more->isChecked());
    m_rows->setRowVisible(m_directorySecurity, hasDirectory);
    retranslate();
}

void ConnectionForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConnectionForm::name(QWidget *field, const QString &text)
{
    qobject_cast<QLabel *>(m_rows->labelForField(field))->setText(text);
    field->setAccessibleName(QString(text).remove(u':').remove(u'&'));
}

void ConnectionForm::nameFile(QLineEdit *line, const QString &text)
{
    name(line->parentWidget(), text);
    line->setAccessibleName(line->parentWidget()->accessibleName());
    auto *button = line->parentWidget()->findChild<QToolButton *>();
    button->setText(tr("Browse…"));
    button->setAccessibleName(tr("Browse for: %1").arg(line->accessibleName()));
}

void ConnectionForm::retranslate()
{
    const auto kind = static_cast<ConnectionKind>(m_kind->currentData().toInt());
    const auto signIn = static_cast<SignIn>(m_signIn->currentData().toInt());
    name(m_name, tr("&Name:"));
    m_name->setPlaceholderText(tr("What you call it"));
    name(m_kind, tr("&Connect to:"));
    m_kind->setItemText(0, tr("An Exchange server"));
    m_kind->setItemText(1, tr("This computer's PowerShell"));
    m_kind->setItemText(2, tr("PowerShell on another computer, by ssh"));
    m_kind->setItemText(3, tr("Another program"));
    name(m_address, kind == ConnectionKind::Ssh ? tr("&Host:") : tr("&Server or address:"));
    m_address->setPlaceholderText(
        kind == ConnectionKind::Ssh ? QStringLiteral("ex01.contoso.com:22") : QStringLiteral("ex01.contoso.com"));
    name(m_command, tr("&Command:"));
    m_command->setPlaceholderText(QStringLiteral("pwsh -s -NoLogo -NoProfile"));
    name(m_signIn, tr("Sign &in with:"));
    m_signIn->setItemText(0, tr("Kerberos (Exchange's default)"));
    m_signIn->setItemText(1, tr("Basic, over HTTPS"));
    m_signIn->setItemText(2, tr("A client certificate, over HTTPS"));
    m_signIn->setItemText(3, tr("Negotiate"));
    name(m_user, tr("&User:"));
    m_user->setPlaceholderText(signIn == SignIn::Basic || kind == ConnectionKind::Ssh
            ? QString()
            : tr("Empty: the ticket that this computer has"));
    name(m_password, tr("&Password:"));
    name(m_keep, QString());
    m_keep->setText(m_keep->isEnabled() ? tr("&Keep it in the keychain of this computer")
                                        : tr("No keychain here: for this session only"));
    m_keep->setAccessibleName({});
    nameFile(m_clientCertificate, tr("C&lient certificate:"));
    name(m_readOnly, QString());
    m_readOnly->setText(tr("Rea&d-only: nothing can be changed with this connection"));
    m_readOnly->setAccessibleName({});
    name(m_more, QString());
    m_more->setText(tr("More settings"));
    m_more->setAccessibleName({});
    retranslateMore();
}

void ConnectionForm::retranslateMore()
{
    nameFile(m_authority, tr("&Authorities to trust:"));
    m_authority->setPlaceholderText(tr("Empty: those of this computer"));
    name(m_pin, tr("Pinned &SHA-256:"));
    m_pin->setPlaceholderText(tr("Empty: verified by its authority and name"));
    name(m_principal, tr("S&ervice principal:"));
    m_principal->setPlaceholderText(QStringLiteral("HTTP/ex01.contoso.com"));
    name(m_parallel, tr("C&ommands at a time:"));
    name(m_further, tr("&Further servers:"));
    m_further->setPlaceholder(tr("One a line. They share the reading of a large organisation."));
    name(m_directory, tr("&LDAP server:"));
    m_directory->setPlaceholderText(tr("Empty: the directory is not asked"));
    m_directory->setToolTip(
        tr("A domain controller. It tells which certificate Client Access servers of Exchange 2013 use "
           "for internal transport, which no cmdlet does."));
    name(m_directorySecurity, tr("LDAP p&rotected by:"));
    m_directorySecurity->setItemText(0, tr("Kerberos"));
    m_directorySecurity->setItemText(1, QStringLiteral("LDAPS"));
    m_directorySecurity->setItemText(2, QStringLiteral("StartTLS"));
}

} // namespace kakuin::ui
