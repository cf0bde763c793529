// SPDX-License-Identifier: MIT
#include "ui/dialogs/aboutdialog.h"

#include "ui/decoration/theme.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr int iconSize = 64;
constexpr int aboutWidth = 440;

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_icon(new QLabel(this))
    , m_name(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_version(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , m_text(new WrapLabel(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowModality(Qt::WindowModal);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::group);
    m_icon->setPixmap(programIcon().pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->addWidget(m_name);
    texts->addWidget(m_version);
    texts->addSpacing(metric::related);
    texts->addWidget(m_text);
    row->addLayout(texts, 1);
    layout->addLayout(row);
    layout->addSpacing(metric::related);
    layout->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_close->setDefault(true);
    buttons->addWidget(m_close);
    layout->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    resizeOnScreen(*this, {aboutWidth, layout->totalHeightForWidth(aboutWidth)});
}

void AboutDialog::retranslate()
{
    setWindowTitle(tr("About Kakuin"));
    m_name->setPlainText(QStringLiteral("Kakuin"));
    //: %1 is Kakuin's version, %2 Qt's
    m_version->setPlainText(
        tr("Version %1, on Qt %2").arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion())));
    m_text->setPlainText(
        tr("A console for the certificates that Exchange servers issue to themselves.\n\n"
           "Free software under the MIT licence. It uses Qt (LGPL), OpenSSL (Apache 2.0) and SQLite (public "
           "domain). Exchange is a trademark of Microsoft."));
    m_close->setText(tr("Close"));
}

void AboutDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kakuin::ui
