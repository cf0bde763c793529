// SPDX-License-Identifier: MIT
#include "ui/views/findings/findingsview.h"

#include "text/errortext.h"
#include "text/findingtext.h"
#include "ui/decoration/theme.h"
#include "ui/views/findings/findingdelegate.h"
#include "ui/views/findings/findingdetails.h"
#include "ui/views/findings/findingsfeed.h"
#include "ui/views/findings/mutedialog.h"
#include "ui/views/findings/thresholdsdialog.h"
#include "ui/widgets/wraplabel.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeView>

namespace kakuin::ui {

using models::FindingGrouping;
using models::FindingsModel;

namespace {

constexpr int mostRowsOpen = 5000; ///< more than that are opened group by group
constexpr int markWidth = 40; ///< mark and margins of a row
constexpr int mostTitleShare = 60; ///< per cent
constexpr int listShare = 500; ///< of the height, beside detailsShare
constexpr int detailsShare = 450;
constexpr std::array groupingChoices{FindingGrouping::Severity, FindingGrouping::Server, FindingGrouping::Kind};

} // namespace

FindingsView::FindingsView(FindingsFeed &feed, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_summary(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , m_problem(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Expired))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_stack(new QStackedWidget(m_splitter))
    , m_tree(new QTreeView(m_stack))
    , m_empty(new QLabel(m_stack))
    , m_details(new FindingDetails(m_splitter))
{
    setObjectName(QStringLiteral("findingsView"));
    setFocusProxy(m_tree);
    m_summary->setObjectName(QStringLiteral("findingsSummaryLabel"));
    m_problem->setObjectName(QStringLiteral("findingsProblemLabel"));
    m_empty->setObjectName(QStringLiteral("findingsEmptyLabel"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, metric::related, 0, 0);
    column->setSpacing(metric::related / 2);
    buildBar();
    column->addWidget(m_summary);
    column->addWidget(m_problem);
    buildTree();
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    m_splitter->setObjectName(QStringLiteral("findingsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({listShare, detailsShare});
    column->addWidget(m_splitter, 1);
    connectParts();
    retranslate();
    onUpdated();
}

FindingsView::~FindingsView()
{
    m_tree->removeEventFilter(this);
    m_tree->viewport()->removeEventFilter(this);
    delete m_tree; // what shows a model goes before it does
}

void FindingsView::buildBar()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::related);
    m_groupingLabel = new QLabel(this);
    m_grouping = new QComboBox(this);
    m_grouping->setObjectName(QStringLiteral("findingsGroupingCombo"));
    m_grouping->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const FindingGrouping grouping : groupingChoices)
        m_grouping->addItem(QString(), static_cast<int>(grouping));
    m_grouping->setCurrentIndex(m_grouping->findData(static_cast<int>(m_feed.model().grouping())));
    m_groupingLabel->setBuddy(m_grouping);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("findingsFilterEdit"));
    m_filter->setClearButtonEnabled(true);
    m_muted = new QCheckBox(this);
    m_muted->setObjectName(QStringLiteral("findingsMutedCheck"));
    m_thresholds = new QPushButton(this);
    m_thresholds->setObjectName(QStringLiteral("findingsThresholdsButton"));
    row->addWidget(m_groupingLabel);
    row->addWidget(m_grouping);
    row->addWidget(m_filter, 1);
    row->addWidget(m_muted);
    row->addWidget(m_thresholds);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void FindingsView::buildTree()
{
    m_tree->setObjectName(QStringLiteral("findingsTree"));
    m_tree->setModel(&m_feed.model());
    m_tree->setItemDelegate(new FindingDelegate(m_feed.model(), m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setHeaderHidden(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setMinimumSectionSize(80);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the columns share what there is
    m_tree->installEventFilter(this);
    m_tree->viewport()->installEventFilter(this);
}

void FindingsView::connectParts()
{
    FindingsModel &model = m_feed.model();
    connect(&model, &FindingsModel::updated, this, &FindingsView::onUpdated);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &FindingsView::rememberPlace);
    connect(m_grouping, &QComboBox::currentIndexChanged, this,
        [this] { m_feed.model().setGrouping(static_cast<FindingGrouping>(m_grouping->currentData().toInt())); });
    connect(m_filter, &QLineEdit::textChanged, &model, &FindingsModel::setFilter);
    connect(m_muted, &QCheckBox::toggled, &model, &FindingsModel::setMutedShown);
    connect(m_thresholds, &QPushButton::clicked, this, &FindingsView::askThresholds);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_isUpdating)
            return;
        const models::FindingRowPtr row = current();
        m_currentKey = row == nullptr ? QString() : row->key;
        showDetails();
    });
    connect(m_tree, &QTreeView::clicked, this, &FindingsView::showConcerned);
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (const FindingsModel::Group *group = m_feed.model().groupOf(index); group != nullptr && !m_isUpdating)
            m_collapsed.insert(group->key());
    });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (const FindingsModel::Group *group = m_feed.model().groupOf(index); group != nullptr && !m_isUpdating)
            m_collapsed.remove(group->key());
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(m_tree);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        if (menu->isEmpty())
            delete menu;
        else
            menu->popup(m_tree->viewport()->mapToGlobal(position));
    });
    connect(m_details, &FindingDetails::mendRequested, this, [this] {
        if (const models::FindingRowPtr row = current())
            Q_EMIT mendRequested(row->finding.task);
    });
    connect(m_details, &FindingDetails::muteRequested, this, &FindingsView::askMute);
    connect(m_details, &FindingDetails::unmuteRequested, this, &FindingsView::unmute);
    connect(m_details, &FindingDetails::showRequested, this, &FindingsView::showConcerned);
    connect(m_details, &FindingDetails::copyRequested, this, &FindingsView::copy);
}

models::FindingRowPtr FindingsView::current() const
{
    return m_feed.model().rowOf(m_tree->currentIndex());
}

void FindingsView::rememberPlace()
{
    const models::FindingRowPtr top = m_feed.model().rowOf(m_tree->indexAt(QPoint(0, 0)));
    m_topKey = top == nullptr ? QString() : top->key;
    m_isUpdating = true; // the reset clears the current row, which is not the person's doing
}

void FindingsView::onUpdated()
{
    m_isUpdating = true;
    FindingsModel &model = m_feed.model();
    m_stack->setCurrentWidget(model.rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_tree);
    expandGroups();
    const models::FindingRowPtr kept = current();
    if (!m_currentKey.isEmpty() && (kept == nullptr || kept->key != m_currentKey))
        m_tree->setCurrentIndex(model.indexOf(m_currentKey));
    if (!m_topKey.isEmpty()) {
        if (const QModelIndex top = model.indexOf(m_topKey); top.isValid())
            m_tree->scrollTo(top, QAbstractItemView::PositionAtTop);
        m_topKey.clear();
    }
    m_isUpdating = false;
    showSummary();
    showDetails();
}

void FindingsView::expandGroups()
{
    const FindingsModel &model = m_feed.model();
    int opened = 0;
    for (int i = 0; i < model.rowCount(); ++i) {
        const QModelIndex index = model.index(i, 0);
        m_tree->setFirstColumnSpanned(i, {}, true);
        opened += model.rowCount(index);
        const bool wants = !m_collapsed.contains(model.groupOf(index)->key()) && (i == 0 || opened <= mostRowsOpen);
        if (m_tree->isExpanded(index) != wants)
            m_tree->setExpanded(index, wants);
    }
}

void FindingsView::showDetails()
{
    const models::FindingRowPtr row = current();
    const FindingsModel &model = m_feed.model();
    if (row == nullptr)
        return m_details->setFinding(nullptr, {}, {});
    m_details->setFinding(row, model.muteOf(*row), model.nowUtc(),
        model.evaluation() == nullptr
            ? CertificateContext::find(model.inventory(), row->certificate, model.nowUtc(), model.thresholds())
            : CertificateContext::find(model.evaluation(), row->certificate, model.nowUtc()));
}

void FindingsView::select(const domain::CertificateId &id)
{
    const FindingsModel &model = m_feed.model();
    const models::FindingRowPtr now = current();
    if (now != nullptr && now->certificate == id)
        return;
    for (int i = 0; i < model.rowCount(); ++i) {
        for (const models::FindingRowPtr &row : model.groupOf(model.index(i, 0))->rows) {
            if (row->certificate == id) {
                m_tree->setCurrentIndex(model.indexOf(row->key));
                return;
            }
        }
    }
}

void FindingsView::select(const QString &key)
{
    if (!m_feed.model().indexOf(key).isValid())
        m_filter->clear();
    const QModelIndex index = m_feed.model().indexOf(key);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->setFocus(Qt::OtherFocusReason);
}

void FindingsView::showSummary()
{
    const FindingsModel &model = m_feed.model();
    const FindingsModel::Counts &counts = model.counts();
    const bool isQuiet = counts.critical + counts.warning + counts.information == 0;
    m_problem->setVisible(m_feed.muteError().has_value());
    if (m_feed.muteError())
        m_problem->setPlainText(ErrorText::full(*m_feed.muteError()));
    m_muted->setText(counts.muted == 0 ? tr("Muted") : tr("Muted (%1)").arg(counts.muted));
    if (model.inventory() == nullptr) {
        m_summary->setPlainText({});
        m_empty->setText(tr("No organisation has been read yet."));
        return;
    }
    QString text;
    if (model.isBuilding())
        text = tr("Looking at every certificate…");
    else if (isQuiet)
        text = tr("Nothing was found. %n things are not known.", nullptr, counts.notKnown);
    else
        //: numbers of findings
        text = tr("Critical: %1   Warnings: %2   Worth knowing: %3   Not known: %4")
                   .arg(counts.critical)
                   .arg(counts.warning)
                   .arg(counts.information)
                   .arg(counts.notKnown);
    m_summary->setPlainText(text);
    m_empty->setText(m_filter->text().isEmpty() ? text : tr("No finding matches. Clear the filter."));
}

void FindingsView::showConcerned()
{
    const models::FindingRowPtr row = current();
    if (row == nullptr)
        return;
    if (!row->certificate.thumbprint.isNull())
        Q_EMIT certificateRequested(row->certificate);
    else if (!row->server.isEmpty())
        Q_EMIT serverRequested(row->server);
}

void FindingsView::copy()
{
    if (current() != nullptr)
        QGuiApplication::clipboard()->setText(m_details->text());
}

void FindingsView::askMute()
{
    const models::FindingRowPtr row = current();
    if (row == nullptr)
        return;
    auto *dialog = new MuteDialog(row->title, m_feed.model().nowUtc(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MuteDialog::muteRequested, this, [this, dialog, key = row->key] { storeMute(dialog, key); });
    dialog->open();
}

void FindingsView::storeMute(MuteDialog *dialog, const QString &key)
{
    const Result<void> stored = m_feed.mute(key, dialog->reason(), dialog->untilUtc());
    if (stored)
        dialog->accept();
    else
        dialog->showProblem(ErrorText::full(stored.error()));
}

void FindingsView::unmute()
{
    const models::FindingRowPtr row = current();
    if (row == nullptr)
        return;
    if (const Result<void> stored = m_feed.unmute(row->key); !stored) {
        m_problem->setPlainText(ErrorText::full(stored.error()));
        m_problem->show();
    }
}

void FindingsView::askThresholds()
{
    auto *dialog = new ThresholdsDialog(m_feed.policy(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ThresholdsDialog::chosen, &m_feed, &FindingsFeed::setPolicy);
    dialog->open();
}

void FindingsView::fillMenu(QMenu *menu)
{
    const models::FindingRowPtr row = current();
    if (row == nullptr)
        return;
    if (const QString mend = FindingText::mendButton(row->finding.task.kind); !mend.isEmpty())
        menu->addAction(mend, this, [this, task = row->finding.task] { Q_EMIT mendRequested(task); });
    if (!row->certificate.thumbprint.isNull() || !row->server.isEmpty())
        menu->addAction(tr("Show"), this, &FindingsView::showConcerned);
    menu->addSeparator();
    if (m_feed.model().muteOf(*row))
        menu->addAction(tr("Show again"), this, &FindingsView::unmute);
    else
        menu->addAction(tr("Mute…"), this, &FindingsView::askMute);
    menu->addAction(tr("Copy"), this, &FindingsView::copy);
}

void FindingsView::retranslate()
{
    m_groupingLabel->setText(tr("Group by"));
    m_grouping->setItemText(0, tr("Severity"));
    m_grouping->setItemText(1, tr("Server"));
    m_grouping->setItemText(2, tr("Kind"));
    m_filter->setPlaceholderText(tr("Filter findings"));
    m_filter->setAccessibleName(tr("Filter findings"));
    m_muted->setToolTip(tr("Show what is muted, too"));
    m_thresholds->setText(tr("Thresholds…"));
    m_tree->setAccessibleName(tr("Findings"));
    fitColumns();
    showSummary();
}

// As wide as the widest words need, as long as what is concerned keeps its share
void FindingsView::fitColumns()
{
    int widest = 0;
    for (const findings::Code code : findings::allCodes())
        widest = std::max(widest, m_tree->fontMetrics().horizontalAdvance(FindingText::title(code)));
    const int beside = 2 * m_tree->indentation() + markWidth;
    const int room = m_tree->viewport()->width() * mostTitleShare / 100;
    m_tree->header()->resizeSection(FindingsModel::TitleColumn, std::min(widest + beside, room));
}

void FindingsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitColumns();
}

bool FindingsView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched != m_tree || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Copy)) {
        copy();
    } else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        showConcerned();
    } else if (key->key() == Qt::Key_Delete && current() != nullptr) {
        if (m_feed.model().muteOf(*current()))
            unmute();
        else
            askMute();
    } else {
        return QWidget::eventFilter(watched, event);
    }
    return true;
}

} // namespace kakuin::ui
