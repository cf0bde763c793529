// SPDX-License-Identifier: MIT
#include "ui/views/matrixview.h"

#include "text/matrixtext.h"
#include "ui/decoration/theme.h"
#include "ui/views/matrixdelegate.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QTableView>

#include <array>
#include <numeric>

namespace kakuin::ui {
namespace {

using models::MatrixModel;

constexpr int narrowestRoleColumn = 48;
constexpr int widestColumn = 200;
constexpr int rowHeightPadding = 10;
constexpr int rowsMeasured = 200; // enough to know how wide days are
constexpr qsizetype longestCellMenu = 20;

} // namespace

MatrixView::MatrixView(QWidget *parent)
    : QWidget(parent)
    , m_model(new MatrixModel(this))
    , m_rows(new MatrixRows(*m_model, this))
    , m_stack(new QStackedLayout(this))
    , m_table(new QTableView(this))
    , m_delegate(new MatrixDelegate(m_table))
    , m_empty(new QLabel(this))
{
    setObjectName(QStringLiteral("matrixView"));
    setFocusProxy(m_table);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    buildTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    connect(m_model, &MatrixModel::updated, this, &MatrixView::onUpdated);
    connect(m_rows, &QAbstractItemModel::layoutChanged, this, &MatrixView::spanReasons);
    const auto rememberTop = [this] {
        if (!m_top.isValid())
            m_top = QPersistentModelIndex(m_table->indexAt(QPoint(0, 0)));
    };
    connect(m_rows, &QAbstractItemModel::rowsAboutToBeInserted, this, rememberTop);
    connect(m_rows, &QAbstractItemModel::rowsAboutToBeRemoved, this, rememberTop);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        // the last one is stretched by the header itself
        if (m_isFitting)
            return;
        m_hasOwnWidths = m_hasOwnWidths || column != MatrixModel::ColumnCount - 1;
        updateBrevity();
    });
    connect(m_table, &QTableView::clicked, this, &MatrixView::request);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(m_table);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        if (menu->isEmpty())
            delete menu;
        else
            menu->popup(m_table->viewport()->mapToGlobal(position));
    });
    retranslate();
    onUpdated();
}

// What shows a model goes before it does: nothing may ask, or be told, in between.
MatrixView::~MatrixView()
{
    m_table->removeEventFilter(this);
    m_table->viewport()->removeEventFilter(this); // outlives the view that it belongs to, and would be asked for it
    delete m_table;
}

void MatrixView::buildTable()
{
    m_table->setObjectName(QStringLiteral("matrixTable"));
    m_table->setModel(m_rows);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setMinimumSectionSize(48);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(MatrixModel::ServerColumn, Qt::AscendingOrder);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
}

void MatrixView::setEvaluation(const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc)
{
    m_model->setEvaluation(evaluation, nowUtc);
}

void MatrixView::setNow(const QDateTime &nowUtc)
{
    m_model->setNow(nowUtc);
}

void MatrixView::select(const domain::CertificateId &id)
{
    if (!choose(id) && m_model->isBuilding())
        m_pending = id;
}

bool MatrixView::choose(const domain::CertificateId &id)
{
    m_pending.reset();
    QModelIndex source = m_model->indexOf(id, m_table->currentIndex().column());
    if (!source.isValid())
        source = m_model->indexOf(id.server);
    const QModelIndex index = m_rows->mapFromSource(source);
    if (!index.isValid())
        return false;
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    return true;
}

void MatrixView::onUpdated()
{
    const bool wasEmpty = m_stack->currentWidget() == m_empty;
    m_stack->setCurrentWidget(m_rows->rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    measureColumns();
    if (wasEmpty)
        fitColumns();
    else
        updateBrevity(); // widths stay: nothing jumps
    spanReasons();
    if (m_top.isValid() && m_top.row() > 0)
        m_table->scrollTo(m_top, QAbstractItemView::PositionAtTop);
    m_top = QPersistentModelIndex();
    if (m_pending && !m_model->isBuilding())
        choose(domain::CertificateId(*m_pending));
}

void MatrixView::spanReasons()
{
    m_table->clearSpans();
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (m_rows->row(m_rows->index(row, 0)).error)
            m_table->setSpan(row, MatrixModel::FirstRoleColumn, 1, models::matrixColumnCount);
    }
    // A cell that is covered now cannot show that it is the current one.
    const QModelIndex current = m_table->currentIndex();
    if (current.column() > MatrixModel::FirstRoleColumn && m_rows->row(current).error)
        m_table->setCurrentIndex(current.siblingAtColumn(MatrixModel::FirstRoleColumn));
}

void MatrixView::measureColumns()
{
    QStyleOptionViewItem option;
    option.initFrom(m_table);
    option.font = m_table->font();
    option.fontMetrics = QFontMetrics(option.font);
    const int rows = std::min(m_rows->rowCount(), rowsMeasured);
    for (int column = 0; column < MatrixModel::ColumnCount; ++column) {
        const int header = m_table->horizontalHeader()->sectionSizeHint(column);
        Widths widths{header, header};
        for (int row = 0; row < rows; ++row) {
            const QModelIndex index = m_rows->index(row, column);
            widths.full = std::max(widths.full, MatrixDelegate::widthOf(option, index, false));
            widths.brief = std::max(widths.brief, MatrixDelegate::widthOf(option, index, true));
        }
        widths.full = std::min(widths.full, widestColumn);
        widths.brief = column == MatrixModel::ServerColumn ? widths.full : std::min(widths.brief, widestColumn);
        m_widths.at(static_cast<size_t>(column)) = widths;
    }
    m_table->verticalHeader()->setDefaultSectionSize(
        std::max(metric::minimumRowHeight, m_table->fontMetrics().height() + rowHeightPadding));
}

// As wide as what they hold; where that is more than the window has, the days of the widest become shorter.
void MatrixView::fitColumns()
{
    if (m_rows->rowCount() == 0)
        return;
    const auto widthAt = [&](int limit) {
        return std::accumulate(m_widths.begin(), m_widths.end(), 0,
            [limit](int sum, const Widths &w) { return sum + std::clamp(limit, w.brief, w.full); });
    };
    int limit = widestColumn;
    while (limit > narrowestRoleColumn && widthAt(limit) > m_table->viewport()->width())
        limit -= 2;
    m_isFitting = true;
    for (int column = 0; column < MatrixModel::ColumnCount && !m_hasOwnWidths; ++column) {
        const Widths &widths = m_widths.at(static_cast<size_t>(column));
        m_table->setColumnWidth(column, std::clamp(limit, widths.brief, widths.full));
    }
    m_isFitting = false;
    updateBrevity();
}

void MatrixView::updateBrevity()
{
    for (int column = 0; column < MatrixModel::ColumnCount; ++column)
        m_delegate->setBrief(column, m_table->columnWidth(column) < m_widths.at(static_cast<size_t>(column)).full);
    m_table->viewport()->update();
}

void MatrixView::request(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const models::MatrixCell *cell = m_rows->cell(index);
    if (cell == nullptr || m_rows->row(index).error)
        Q_EMIT serverRequested(domain::ServerId(m_rows->row(index).server));
    else if (!cell->entries.isEmpty())
        Q_EMIT certificateRequested(domain::CertificateId(cell->entries.first().id));
}

void MatrixView::fillMenu(QMenu *menu)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    // Names come from servers: an ampersand in them is no mnemonic.
    const auto plain = [](QString text) { return text.replace(u'&', QStringLiteral("&&")); };
    const models::MatrixRow row = m_rows->row(current);
    if (const models::MatrixCell *cell = m_rows->cell(current)) {
        for (const models::MatrixEntry &entry : cell->entries.first(std::min(longestCellMenu, cell->entries.size()))) {
            menu->addAction(severityIcon(entry.severity, menu->palette()),
                plain(MatrixText::entry(entry, m_model->nowUtc())), this,
                [this, id = entry.id] { Q_EMIT certificateRequested(id); });
        }
    }
    //: command of a menu; %1: a server
    menu->addAction(lineIcon(QStringLiteral("server"), Tone::Muted, menu->palette()),
        plain(tr("Server %1").arg(row.name)), this, [this, id = row.server] { Q_EMIT serverRequested(id); });
    menu->addSeparator();
    menu->addAction(
        tr("Sort by server"), this, [this] { m_table->sortByColumn(MatrixModel::ServerColumn, Qt::AscendingOrder); });
    if (current.column() != MatrixModel::ServerColumn) {
        const QString header = m_rows->headerData(current.column(), Qt::Horizontal).toString();
        //: command of a menu; %1: a role such as "Transport"
        menu->addAction(plain(tr("Sort by expiry: %1").arg(header)), this,
            [this, column = current.column()] { m_table->sortByColumn(column, Qt::AscendingOrder); });
    }
}

bool MatrixView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            request(m_table->currentIndex());
            return true;
        }
    }
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void MatrixView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange) {
        measureColumns();
        fitColumns();
    }
}

void MatrixView::retranslate()
{
    m_table->setAccessibleName(tr("Servers and the roles of their certificates"));
    m_empty->setText(tr("No organisation has been read yet."));
    m_rows->retranslate();
    measureColumns();
    fitColumns();
}

} // namespace kakuin::ui
