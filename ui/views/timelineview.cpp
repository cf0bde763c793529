// SPDX-License-Identifier: MIT
#include "ui/views/timelineview.h"

#include "core/base/untrustedtext.h"
#include "models/buildcost.h"
#include "text/calendartext.h"
#include "text/errortext.h"
#include "ui/decoration/theme.h"
#include "ui/views/details/filesaver.h"
#include "ui/views/timelinechart.h"
#include "ui/views/timelineexporter.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/wraplabel.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDir>
#include <QtGui/QAction>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

TimelineView::TimelineView(QWidget *parent)
    : QWidget(parent)
    , m_groupLabel(new QLabel(this))
    , m_group(new QComboBox(this))
    , m_zoomOut(new QToolButton(this))
    , m_zoomIn(new QToolButton(this))
    , m_fit(new QToolButton(this))
    , m_export(new QPushButton(this))
    , m_message(new MessageBar(this))
    , m_stack(new QStackedLayout)
    , m_chart(new TimelineChart(this))
    , m_empty(new QLabel(this))
    , m_note(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , m_saver(new FileSaver(this))
{
    setObjectName(QStringLiteral("timelineView"));
    setFocusProxy(m_chart);
    m_chart->setObjectName(QStringLiteral("timelineChart"));
    m_message->setObjectName(QStringLiteral("timelineMessage"));
    m_message->setClosable(true);
    m_note->setObjectName(QStringLiteral("timelineNote"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::related, metric::related, metric::related, metric::related);
    column->setSpacing(metric::related);
    buildBar();
    column->addWidget(m_message);
    column->addLayout(m_stack, 1);
    column->addWidget(m_note);
    connectParts();
    retranslate();
    showState();
}

void TimelineView::buildBar()
{
    m_group->setObjectName(QStringLiteral("timelineGroupCombo"));
    m_group->addItem(QString(), static_cast<int>(models::TimelineGroupBy::Server));
    m_group->addItem(QString(), static_cast<int>(models::TimelineGroupBy::Role));
    m_group->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_groupLabel->setBuddy(m_group);
    m_zoomOut->setObjectName(QStringLiteral("zoomOutButton"));
    m_zoomIn->setObjectName(QStringLiteral("zoomInButton"));
    m_fit->setObjectName(QStringLiteral("zoomFitButton"));
    m_export->setObjectName(QStringLiteral("exportTimelineButton"));
    m_zoomOut->setText(QStringLiteral("−"));
    m_zoomIn->setText(QStringLiteral("+"));
    m_export->setAutoDefault(false);
    auto *menu = new QMenu(m_export);
    m_png = menu->addAction(QString(), this, [this] { saveAs(Form::Png); });
    m_svg = menu->addAction(QString(), this, [this] { saveAs(Form::Svg); });
    menu->addSeparator();
    m_calendar = menu->addAction(QString(), this, [this] { saveAs(Form::Calendar); });
    m_export->setMenu(menu);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(metric::related);
    bar->addWidget(m_groupLabel);
    bar->addWidget(m_group);
    bar->addSpacing(metric::group);
    for (QToolButton *button : {m_zoomOut, m_zoomIn, m_fit})
        bar->addWidget(button);
    bar->addStretch(1);
    bar->addWidget(m_export);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(bar);
    // All as high as the box beside them.
    for (QToolButton *button : {m_zoomOut, m_zoomIn, m_fit}) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setMinimumHeight(m_group->sizeHint().height());
        button->setMinimumWidth(m_group->sizeHint().height());
    }
}

void TimelineView::connectParts()
{
    connect(m_group, &QComboBox::currentIndexChanged, this, &TimelineView::rebuild);
    connect(m_zoomOut, &QToolButton::clicked, m_chart, &TimelineChart::zoomOut);
    connect(m_zoomIn, &QToolButton::clicked, m_chart, &TimelineChart::zoomIn);
    connect(m_fit, &QToolButton::clicked, m_chart, &TimelineChart::fit);
    connect(m_chart, &TimelineChart::zoomChanged, this, &TimelineView::showState);
    connect(m_chart, &TimelineChart::certificateRequested, this, &TimelineView::certificateRequested);
    connect(m_saver, &FileSaver::saved, this, [this](const QString &path) {
        QString text = tr("Saved as %1.").arg(singleLine(QDir::toNativeSeparators(path)));
        if (m_leftOut > 0)
            //: %1: "Saved as timeline.ics."
            text = tr("%1 %n certificates are not in it, because they have expired or their expiry is not known.",
                nullptr, m_leftOut)
                       .arg(text);
        m_message->setMessage(models::Severity::Ok, text);
    });
    connect(m_saver, &FileSaver::failed, this,
        [this](const Error &error) { m_message->setMessage(models::Severity::Expired, ErrorText::full(error)); });
}

models::TimelineGroupBy TimelineView::groupBy() const
{
    return static_cast<models::TimelineGroupBy>(m_group->currentData().toInt());
}

void TimelineView::setEvaluation(const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc)
{
    m_evaluation = evaluation;
    m_nowUtc = nowUtc;
    rebuild();
}

void TimelineView::setNow(const QDateTime &nowUtc)
{
    m_nowUtc = nowUtc;
    if (m_isBuilding)
        return; // takeOver() looks at the clock
    auto content = std::make_shared<models::TimelineContent>(*m_chart->content());
    applyClock(*content, nowUtc);
    m_chart->setContent(content, m_chart->groupBy(), nowUtc);
}

void TimelineView::rebuild()
{
    m_building.drop();
    m_isBuilding = false;
    if (m_evaluation == nullptr || models::buildCost(*m_evaluation->inventory()) <= models::inPlaceLimit) {
        takeOver(m_evaluation == nullptr ? models::TimelineContent()
                                         : models::buildTimeline(*m_evaluation, groupBy(), m_nowUtc));
        return;
    }
    m_isBuilding = true;
    const QFuture<Result<models::TimelineContent>> future = QtConcurrent::run(
        [evaluation = m_evaluation, group = groupBy(), nowUtc = m_nowUtc]() -> Result<models::TimelineContent> {
            return models::buildTimeline(*evaluation, group, nowUtc);
        });
    m_building.request(future, this, [this](Result<models::TimelineContent> content) {
        m_isBuilding = false;
        if (content)
            takeOver(std::move(*content));
    });
}

void TimelineView::takeOver(models::TimelineContent content)
{
    applyClock(content, m_nowUtc); // it may have moved while lines were made
    m_chart->setContent(std::make_shared<const models::TimelineContent>(std::move(content)), groupBy(), m_nowUtc);
    if (m_pending)
        m_chart->select(*std::exchange(m_pending, std::nullopt));
    showState();
}

void TimelineView::select(const domain::CertificateId &id)
{
    if (!m_chart->select(id.thumbprint) && m_isBuilding)
        m_pending = id.thumbprint;
}

void TimelineView::showState()
{
    const models::TimelineContent &content = *m_chart->content();
    const bool isEmpty = content.certificateCount == 0;
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_chart);
    m_empty->setText(
        m_evaluation == nullptr ? tr("No organisation has been read yet.") : tr("No certificate could be read."));
    m_zoomIn->setEnabled(!isEmpty && m_chart->scale().canZoomIn());
    m_zoomOut->setEnabled(!isEmpty && !m_chart->scale().isFit());
    m_fit->setEnabled(!isEmpty && !m_chart->scale().isFit());
    m_export->setEnabled(!isEmpty && !m_isDrawing);
    m_note->setVisible(content.unreadServers > 0);
    m_note->setPlainText(
        tr("%n servers could not be read: their certificates are not shown.", nullptr, content.unreadServers));
}

void TimelineView::saveAs(Form form)
{
    m_message->clear();
    m_leftOut = 0;
    const QString organisation = m_chart->content()->organisation;
    //: name of a file; %1: an organisation
    const QString name = FileSaver::fileNameFor(
        organisation.isEmpty() ? tr("Certificate expiry") : tr("%1 certificate expiry").arg(organisation));
    if (form == Form::Calendar)
        saveCalendar(name);
    else
        savePicture(form, name);
}

void TimelineView::savePicture(Form form, const QString &name)
{
    const bool isPng = form == Form::Png;
    const models::TimelineContent &content = *m_chart->content();
    const int limit = isPng ? TimelineExporter::maxPngLines : TimelineExporter::maxSvgLines;
    if (content.lines.size() > limit) {
        const QString text = tr("The timeline has %n lines, more than a picture can hold (%1). The calendar has room "
                                "for all of them.",
            nullptr, static_cast<int>(content.lines.size()));
        m_message->setMessage(models::Severity::Soon, text.arg(QLocale().toString(limit)));
        return;
    }
    m_isDrawing = true;
    showState();
    const TimelineExporter exporter(content, m_chart->scale(), m_nowUtc, m_chart->groupBy(), font());
    const QFuture<Result<QByteArray>> future
        = QtConcurrent::run([exporter, name, isPng] { return isPng ? exporter.png() : exporter.svg(name); });
    whenDone(future, this, [this, form, name](const Result<QByteArray> &bytes) {
        m_isDrawing = false;
        showState();
        if (bytes)
            askWhere(form, name, *bytes);
        else
            m_message->setMessage(models::Severity::Expired, ErrorText::full(bytes.error()));
    });
}

void TimelineView::askWhere(Form form, const QString &name, const QByteArray &bytes)
{
    const auto same = [bytes](const QString &) { return bytes; };
    switch (form) {
    case Form::Png:
        m_saver->ask(tr("Save the timeline"), name + QStringLiteral(".png"), {tr("PNG picture (*.png)")}, same);
        return;
    case Form::Svg:
        m_saver->ask(tr("Save the timeline"), name + QStringLiteral(".svg"), {tr("SVG drawing (*.svg)")}, same);
        return;
    case Form::Calendar:
        m_saver->ask(tr("Save the calendar"), name + QStringLiteral(".ics"), {tr("Calendar (*.ics)")}, same);
        return;
    }
}

void TimelineView::saveCalendar(const QString &name)
{
    const models::TimelineContent &content = *m_chart->content();
    const QList<models::TimelineLine> events = models::calendarEvents(content, m_nowUtc);
    if (events.isEmpty()) {
        m_message->setMessage(models::Severity::Information, tr("No certificate expires in the future."));
        return;
    }
    m_leftOut = content.certificateCount - static_cast<int>(events.size());
    askWhere(Form::Calendar, name, models::calendarFile(events, CalendarText(content.organisation), m_nowUtc));
}

void TimelineView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimelineView::retranslate()
{
    m_groupLabel->setText(tr("&Group by:"));
    m_group->setAccessibleName(tr("Group by"));
    m_group->setItemText(0, tr("Server", "group the timeline by"));
    m_group->setItemText(1, tr("Role", "group the timeline by"));
    m_zoomOut->setAccessibleName(tr("Show more time"));
    m_zoomOut->setToolTip(tr("Show more time (-)"));
    m_zoomIn->setAccessibleName(tr("Show less time"));
    m_zoomIn->setToolTip(tr("Show less time (+)"));
    m_fit->setText(tr("Fit", "show the whole timeline"));
    m_fit->setToolTip(tr("Show all of the time (0)"));
    m_export->setText(tr("Export", "button with a menu"));
    m_export->setMinimumWidth(0);
    m_export->setMinimumWidth(m_export->sizeHint().width() + metric::related); // air before the arrow
    m_png->setText(tr("Picture (PNG)…"));
    m_svg->setText(tr("Drawing (SVG)…"));
    m_calendar->setText(tr("Calendar (ICS)…"));
    m_message->clear();
    showState();
}

} // namespace kakuin::ui
