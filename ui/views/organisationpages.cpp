// SPDX-License-Identifier: MIT
#include "ui/views/organisationpages.h"

#include "ui/organisationfeed.h"
#include "ui/views/findings/findingsfeed.h"
#include "ui/views/findings/findingsview.h"
#include "ui/views/matrixview.h"
#include "ui/views/timelineview.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

OrganisationPages::OrganisationPages(OrganisationFeed &feed, QWidget *certificates, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_findingsFeed(new FindingsFeed(feed, this))
{
    setObjectName(QStringLiteral("organisationPages"));
    m_tabs->setObjectName(QStringLiteral("organisationTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (int i = 0; i < PageCount; ++i)
        m_tabs->addTab(QString());
    m_stack->addWidget(certificates);
    for (int i = Matrix; i < PageCount; ++i)
        m_stack->addWidget(new QWidget(m_stack)); // its place, until it is looked at
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &OrganisationPages::show);
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, &OrganisationPages::fill);
    connect(&m_findingsFeed->model(), &models::FindingsModel::updated, this, &OrganisationPages::showCounts);
    retranslate();
}

OrganisationPages::Page OrganisationPages::page() const
{
    return static_cast<Page>(m_stack->currentIndex());
}

void OrganisationPages::setPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

void OrganisationPages::show(int page)
{
    const auto put = [this](int at, QWidget *made) {
        QWidget *place = m_stack->widget(at);
        m_stack->insertWidget(at, made);
        m_stack->removeWidget(place);
        place->deleteLater();
    };
    if (page == Matrix && m_matrix == nullptr) {
        m_matrix = new MatrixView(m_stack);
        connect(m_matrix, &MatrixView::certificateRequested, this, &OrganisationPages::certificateRequested);
        connect(m_matrix, &MatrixView::serverRequested, this, &OrganisationPages::serverRequested);
        put(Matrix, m_matrix);
    } else if (page == Timeline && m_timeline == nullptr) {
        m_timeline = new TimelineView(m_stack);
        connect(m_timeline, &TimelineView::certificateRequested, this, &OrganisationPages::certificateRequested);
        put(Timeline, m_timeline);
    } else if (page == Findings && m_findings == nullptr) {
        m_findings = new FindingsView(*m_findingsFeed, m_stack);
        connect(m_findings, &FindingsView::certificateRequested, this, &OrganisationPages::certificateRequested);
        connect(m_findings, &FindingsView::serverRequested, this, &OrganisationPages::serverRequested);
        connect(m_findings, &FindingsView::mendRequested, this, &OrganisationPages::mendRequested);
        put(Findings, m_findings);
    }
    m_stack->setCurrentIndex(page);
    fill();
    select(m_selected);
}

void OrganisationPages::fill()
{
    const session::Session *session = m_feed.session();
    if (session == nullptr)
        return;
    if (page() == Matrix)
        m_matrix->setEvaluation(m_feed.tree().evaluation(), session->nowUtc());
    else if (page() == Timeline)
        m_timeline->setEvaluation(m_feed.tree().evaluation(), session->nowUtc());
}

void OrganisationPages::select(const domain::CertificateId &id)
{
    m_selected = id;
    if (id.thumbprint.isNull())
        return;
    if (page() == Matrix)
        m_matrix->select(id);
    else if (page() == Timeline)
        m_timeline->select(id);
    else if (page() == Findings)
        m_findings->select(id);
}

void OrganisationPages::showFinding(const QString &key)
{
    setPage(Findings);
    m_findings->select(key);
}

void OrganisationPages::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_findingsFeed->retranslate();
        retranslate();
    }
}

void OrganisationPages::showCounts()
{
    const models::FindingsModel::Counts &counts = m_findingsFeed->model().counts();
    const int count = counts.critical + counts.warning;
    //: a way to look at the organisation: what is wrong
    const QString name = tr("Findings", "tab");
    m_tabs->setTabText(Findings,
        count == 0 ? name
                   //: %1: "Findings", %2: how many need attention
                   : tr("%1 (%2)").arg(name, QLocale().toString(count)));
    m_feed.rows().setFindingCounts(m_findingsFeed->model().countsByServer());
}

void OrganisationPages::retranslate()
{
    //: a way to look at the organisation
    m_tabs->setTabText(Certificates, tr("Certificates", "tab"));
    //: a way to look at the organisation: servers down, roles across
    m_tabs->setTabText(Matrix, tr("Matrix", "tab"));
    //: a way to look at the organisation: when certificates expire
    m_tabs->setTabText(Timeline, tr("Timeline", "tab"));
    showCounts();
    m_tabs->setAccessibleName(tr("Ways to look at the organisation"));
}

} // namespace kakuin::ui
