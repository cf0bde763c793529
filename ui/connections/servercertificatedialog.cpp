// SPDX-License-Identifier: MIT
#include "ui/connections/servercertificatedialog.h"

#include "core/base/untrustedtext.h"
#include "core/x509/reader.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/inputguard.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr int certificateDialogWidth = 600;
enum Line { SubjectLine, IssuerLine, NamesLine, FromLine, UntilLine, Sha256Line, LineCount };

// In pairs, and on two lines: it is compared by eye
QString fingerprint(const QByteArray &sha256)
{
    const QString pairs = QString::fromLatin1(sha256.toHex(' ').toUpper());
    return pairs.left(47) + u'\n' + pairs.mid(48);
}

} // namespace

ServerCertificateDialog::ServerCertificateDialog(
    const QString &server, const remote::ServerCertificates &shown, QWidget *parent)
    : QDialog(parent)
    , m_guard(new InputGuard(this, InputGuard::Scope::Buttons))
    , m_server(server)
    , m_shown(shown)
    , m_facts(x509::readDer(shown.chain.value(0)))
    , m_title(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_why(new MessageBar(this))
    , m_advice(new WrapLabel(this))
    , m_pin(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("serverCertificateDialog"));
    setWindowModality(Qt::WindowModal);
    m_why->setObjectName(QStringLiteral("whyBar"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::group);
    column->addWidget(m_title);
    column->addWidget(m_why);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metric::group);
    grid->setVerticalSpacing(metric::related);
    grid->setColumnStretch(1, 1);
    for (int line = 0; line < LineCount; ++line) {
        m_names.append(new QLabel(this));
        m_values.append(new WrapLabel(this, line == Sha256Line ? WrapLabel::Look::Fixed : WrapLabel::Look::Body));
        m_values.last()->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_values.last()->setObjectName(QStringLiteral("valueLabel%1").arg(line));
        grid->addWidget(m_names.last(), line, 0, Qt::AlignTop);
        grid->addWidget(m_values.last(), line, 1);
    }
    column->addLayout(grid);
    column->addWidget(m_advice);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addStretch(1);
    m_pin->setObjectName(QStringLiteral("pinButton"));
    m_pin->setAutoDefault(false);
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setDefault(true);
    buttons->addWidget(m_pin);
    buttons->addWidget(m_cancel);
    column->addLayout(buttons);
    m_guard->add(m_pin);
    connect(m_pin, &QPushButton::clicked, this, [this] {
        if (m_guard->admits())
            accept();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    resizeOnScreen(*this, {certificateDialogWidth, layout()->totalHeightForWidth(certificateDialogWidth)});
    m_cancel->setFocus();
}

void ServerCertificateDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ServerCertificateDialog::retranslate()
{
    setWindowTitle(tr("Certificate of the server"));
    m_title->setPlainText(tr("The certificate that %1 shows").arg(singleLine(m_server)));
    QStringList why;
    if (!m_shown.isTrusted)
        why << tr("This computer does not trust it: nobody that it knows has vouched for it.");
    if (!m_shown.isForHost)
        why << tr("It is for another name than the one that you connect to.");
    m_why->setMessage(models::Severity::Soon, why.join(u'\n'));
    m_why->setVisible(!why.isEmpty());
    const QString names[LineCount]{
        tr("Subject"), tr("Issuer"), tr("Names"), tr("Valid from"), tr("Valid until"), tr("SHA-256")};
    const QString unknown = tr("cannot be read");
    QString values[LineCount]{unknown, unknown, unknown, unknown, unknown, fingerprint(m_shown.sha256)};
    if (m_facts) {
        const QLocale locale;
        values[SubjectLine] = singleLine(m_facts->subject);
        values[IssuerLine] = m_facts->issuer == m_facts->subject ? tr("itself") : singleLine(m_facts->issuer);
        values[NamesLine] = m_facts->dnsNames.isEmpty() ? tr("none") : singleLine(m_facts->dnsNames.join(u", "));
        values[FromLine] = locale.toString(m_facts->notBeforeUtc.toLocalTime(), QLocale::ShortFormat);
        values[UntilLine] = locale.toString(m_facts->notAfterUtc.toLocalTime(), QLocale::ShortFormat);
    }
    for (int line = 0; line < LineCount; ++line) {
        m_names[line]->setText(names[line]);
        m_values[line]->setPlainText(values[line]);
        m_values[line]->setAccessibleName(names[line]);
    }
    m_advice->setPlainText(
        tr("Pin it only after you have compared the SHA-256 on the server itself, digit by digit. From then on this "
           "connection accepts this certificate and no other; when the server's certificate is renewed, you are asked "
           "again."));
    m_pin->setText(tr("&Pin it for this connection"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace kakuin::ui
