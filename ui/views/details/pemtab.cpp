// SPDX-License-Identifier: MIT
#include "ui/views/details/pemtab.h"

#include "core/base/untrustedtext.h"
#include "core/x509/reader.h"
#include "text/errortext.h"
#include "ui/decoration/theme.h"
#include "ui/views/details/filesaver.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace kakuin::ui {

PemTab::PemTab(QWidget *parent)
    : QWidget(parent)
    , m_message(new MessageBar(this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_saver(new FileSaver(this))
{
    m_message->setObjectName(QStringLiteral("pemMessage"));
    m_message->setClosable(true);
    m_text->setObjectName(QStringLiteral("pemText"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(fixedFont(font()));
    m_copy->setObjectName(QStringLiteral("copyPemButton"));
    m_save->setObjectName(QStringLiteral("savePemButton"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::related, metric::related, metric::related, metric::related);
    column->setSpacing(metric::related);
    column->addWidget(m_message);
    column->addWidget(m_text, 1);
    column->addLayout(buttons);

    connect(
        m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_save, &QPushButton::clicked, this, &PemTab::save);
    connect(m_saver, &FileSaver::saved, this, [this](const QString &path) {
        m_message->setMessage(models::Severity::Ok, tr("Saved as %1.").arg(singleLine(QDir::toNativeSeparators(path))));
    });
    connect(m_saver, &FileSaver::failed, this,
        [this](const Error &error) { m_message->setMessage(models::Severity::Expired, ErrorText::full(error)); });
    retranslate();
}

void PemTab::show(const CertificateContext &context)
{
    const bool isOther = !m_context || m_context->certificate->facts != context.certificate->facts;
    m_context = context;
    if (!isOther)
        return;
    m_message->clear();
    const QByteArray der = context.certificate->facts.der; // empty for one that was read from printed text
    m_text->setPlainText(der.isEmpty() ? QString() : QString::fromLatin1(x509::toPem(der)));
    m_copy->setEnabled(!der.isEmpty());
    m_save->setEnabled(!der.isEmpty());
}

QByteArray PemTab::contentFor(const QString &path, const QByteArray &der)
{
    return path.endsWith(QLatin1String(".der"), Qt::CaseInsensitive) ? der : x509::toPem(der);
}

void PemTab::save()
{
    if (!m_context)
        return;
    const QByteArray der = m_context->certificate->facts.der;
    const QString name
        = QStringLiteral("%1 %2").arg(m_context->certificate->server.name(), m_context->certificate->displayName());
    m_saver->ask(tr("Save the certificate"), FileSaver::fileNameFor(name) + QStringLiteral(".pem"),
        {tr("PEM text (*.pem *.cer *.crt)"), tr("Binary DER (*.der)")},
        [der](const QString &path) { return contentFor(path, der); });
}

void PemTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ApplicationFontChange)
        m_text->setFont(fixedFont(font()));
}

void PemTab::retranslate()
{
    m_text->setAccessibleName(tr("Certificate as PEM text"));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the PEM text"));
    m_save->setText(tr("Save…"));
    m_save->setAccessibleName(tr("Save the certificate as a file"));
    m_message->clear();
}

} // namespace kakuin::ui
