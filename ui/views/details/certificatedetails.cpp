// SPDX-License-Identifier: MIT
#include "ui/views/details/certificatedetails.h"

#include "ui/views/details/certificatesheet.h"
#include "ui/views/details/factsheet.h"
#include "ui/views/details/fieldstab.h"
#include "ui/views/details/overviewtab.h"
#include "ui/views/details/pemtab.h"
#include "ui/views/details/sheetpage.h"

#include <QtCore/QEvent>
#include <QtWidgets/QTabBar>

namespace kakuin::ui {

CertificateDetails::CertificateDetails(QWidget *parent)
    : QTabWidget(parent)
    , m_overview(new OverviewTab(this))
    , m_fields(new FieldsTab(this))
    , m_usage(new SheetPage(this))
    , m_dependencies(new SheetPage(this))
    , m_pem(new PemTab(this))
{
    setObjectName(QStringLiteral("certificateTabs"));
    setDocumentMode(true);
    m_overview->setObjectName(QStringLiteral("overviewTab"));
    m_fields->setObjectName(QStringLiteral("fieldsTab"));
    m_usage->setObjectName(QStringLiteral("usageTab"));
    m_dependencies->setObjectName(QStringLiteral("dependenciesTab"));
    m_pem->setObjectName(QStringLiteral("pemTab"));
    for (QWidget *tab : {static_cast<QWidget *>(m_overview), static_cast<QWidget *>(m_fields),
             static_cast<QWidget *>(m_usage), static_cast<QWidget *>(m_dependencies), static_cast<QWidget *>(m_pem)})
        addTab(tab, QString());
    connect(m_overview, &OverviewTab::nextStepPressed, this, &CertificateDetails::nextStepPressed);
    retranslate();
}

void CertificateDetails::show(const CertificateContext &context)
{
    m_context = context;
    m_overview->show(context);
    m_fields->show(context);
    m_usage->sheet()->setBlocks(CertificateSheet::usage(context));
    m_dependencies->sheet()->setBlocks(CertificateSheet::dependencies(context));
    m_pem->show(context);
}

void CertificateDetails::changeEvent(QEvent *event)
{
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CertificateDetails::retranslate()
{
    setTabText(indexOf(m_overview), tr("Overview", "tab"));
    setTabText(indexOf(m_fields), tr("Fields", "tab"));
    setTabText(indexOf(m_usage), tr("Usage", "tab"));
    setTabText(indexOf(m_dependencies), tr("Dependencies", "tab"));
    m_dependencies->setAccessibleName(tr("What would break without the certificate"));
    setTabText(indexOf(m_pem), tr("PEM", "tab"));
    // Qt names these two once only; its own translation has the words
    for (const char *side : {"Left", "Right"}) {
        const QByteArray words = QByteArray("Scroll ") + side;
        if (auto *button = tabBar()->findChild<QWidget *>(QStringLiteral("Scroll%1Button").arg(QLatin1String(side))))
            button->setAccessibleName(QTabBar::tr(words.constData()));
    }
    m_usage->setAccessibleName(tr("Usage of the certificate"));
    if (m_context)
        show(*m_context);
}

} // namespace kakuin::ui
