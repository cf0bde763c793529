// SPDX-License-Identifier: MIT
#include "ui/dialogs/comparedialog.h"

#include "models/certificatepair.h"
#include "models/comparisonmodel.h"
#include "models/roles.h"
#include "text/errortext.h"
#include "text/fieldtext.h"
#include "ui/decoration/theme.h"
#include "ui/dialogs/certificatepicker.h"
#include "ui/dialogs/comparisonrows.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace kakuin::ui {
namespace {

using models::ComparisonModel;

constexpr int fieldColumnWidth = 220;

} // namespace

CompareDialog::CompareDialog(const findings::EvaluationPtr &evaluation, const domain::CertificateId &left,
    const domain::CertificateId &right, const QDateTime &nowUtc, QWidget *parent)
    : QDialog(parent)
    , m_evaluation(evaluation)
    , m_nowUtc(nowUtc)
    , m_choices(evaluation == nullptr ? nullptr : evaluation->inventory())
    , m_model(new ComparisonModel(this))
    , m_rows(new ComparisonRows(*m_model, this))
    , m_title(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_swap(new QPushButton(this))
    , m_summary(new WrapLabel(this))
    , m_onlyDifferences(new QCheckBox(this))
    , m_message(new MessageBar(this))
    , m_table(new QTreeView(this))
    , m_copy(new QPushButton(this))
    , m_copyAll(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("compareDialog"));
    setWindowModality(Qt::WindowModal);
    buildPickers();
    buildTable();
    buildLayout();
    models::CertificatePair pair{left, right};
    if (right.thumbprint.isNull() && evaluation != nullptr)
        pair = models::generationsOf(left, *evaluation->inventory());
    m_sides[0].picker->choose(pair.left);
    m_sides[1].picker->choose(pair.right);
    connectParts();
    retranslate();
    describe(m_sides[0]);
    describe(m_sides[1]);
    resizeOnScreen(*this, {960, 640});
}

// What shows a model goes before it does: nothing may ask, or be told, in between.
CompareDialog::~CompareDialog()
{
    for (const Side &side : m_sides)
        delete side.picker;
    delete m_table;
}

void CompareDialog::buildPickers()
{
    for (Side &side : m_sides) {
        const QString name = &side == m_sides.data() ? QStringLiteral("left") : QStringLiteral("right");
        side.label = new QLabel(this);
        side.picker = new CertificatePicker(m_choices, m_evaluation, m_nowUtc, this);
        side.picker->setObjectName(name + QStringLiteral("CertificateCombo"));
        side.label->setBuddy(side.picker);
        side.value = new QPlainTextEdit(this);
        side.value->setObjectName(name + QStringLiteral("ValueText"));
        side.value->setReadOnly(true);
        side.value->setTabChangesFocus(true);
        side.value->setFont(fixedFont(font()));
    }
    m_swap->setObjectName(QStringLiteral("swapButton"));
    m_swap->setAutoDefault(false);
}

void CompareDialog::buildTable()
{
    m_table->setObjectName(QStringLiteral("comparisonTable"));
    m_table->setModel(m_rows);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->header()->setSectionsMovable(false);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->resizeSection(ComparisonModel::FieldColumn, fieldColumnWidth);
    for (const int column : {ComparisonModel::LeftColumn, ComparisonModel::RightColumn})
        m_table->header()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_onlyDifferences->setObjectName(QStringLiteral("onlyDifferencesCheck"));
    m_message->setObjectName(QStringLiteral("compareMessage"));
    m_copy->setObjectName(QStringLiteral("copyRowsButton"));
    m_copyAll->setObjectName(QStringLiteral("copyAllButton"));
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_copy->setAutoDefault(false);
    m_copyAll->setAutoDefault(false);
    m_close->setDefault(true);
}

void CompareDialog::buildLayout()
{
    auto *pickers = new QGridLayout;
    pickers->setHorizontalSpacing(metric::related);
    pickers->addWidget(m_sides[0].label, 0, 0);
    pickers->addWidget(m_sides[1].label, 0, 2);
    pickers->addWidget(m_sides[0].picker, 1, 0);
    pickers->addWidget(m_swap, 1, 1);
    pickers->addWidget(m_sides[1].picker, 1, 2);
    pickers->setColumnStretch(0, 1);
    pickers->setColumnStretch(2, 1);
    auto *values = new QSplitter(Qt::Horizontal, this);
    values->addWidget(m_sides[0].value);
    values->addWidget(m_sides[1].value);
    values->setChildrenCollapsible(false);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(values);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *summary = new QHBoxLayout;
    summary->addWidget(m_summary, 1);
    summary->addWidget(m_onlyDifferences);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_copyAll);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::related);
    column->addWidget(m_title);
    column->addLayout(pickers);
    column->addWidget(m_message);
    column->addLayout(summary);
    column->addWidget(splitter, 1);
    column->addLayout(buttons);
}

void CompareDialog::connectParts()
{
    for (Side &side : m_sides)
        connect(side.picker, &CertificatePicker::chosen, this, [this, &side] { describe(side); });
    connect(m_swap, &QPushButton::clicked, this, &CompareDialog::swapSides);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool isOn) {
        m_model->setOnlyDifferences(isOn);
        choose(m_chosen);
        showWhole();
    });
    // A heading runs over all columns; spans go with every reset.
    const auto span = [this] {
        for (int row = 0; row < m_rows->rowCount(); ++row)
            m_table->setFirstColumnSpanned(
                row, {}, m_rows->index(row, 0).data(ComparisonModel::IsHeadingRole).toBool());
    };
    connect(m_rows, &QAbstractItemModel::modelReset, m_table, span);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            m_chosen = now.data(models::IdRole).toString();
        showWhole();
    });
    auto *copy = new QAction(m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &CompareDialog::copySelected);
    m_table->addAction(copy);
    connect(m_copy, &QPushButton::clicked, this, &CompareDialog::copySelected);
    connect(m_copyAll, &QPushButton::clicked, this, [this] {
        QList<int> rows(m_model->rowCount());
        std::iota(rows.begin(), rows.end(), 0);
        copyRows(rows);
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void CompareDialog::describe(Side &side)
{
    const domain::Certificate *certificate = side.picker->certificate();
    const QByteArray der = certificate == nullptr ? QByteArray() : certificate->facts.der;
    if (der != side.der) {
        side.der = der;
        side.description.reset();
        side.latest.drop();
        m_message->clear();
        if (!der.isEmpty()) {
            const QFuture<Result<x509::CertificateDescription>> future
                = QtConcurrent::run([der] { return x509::describe(der); });
            side.latest.request(future, this, [this, &side](const Result<x509::CertificateDescription> &result) {
                if (result)
                    side.description = *result;
                else
                    m_message->setMessage(models::Severity::Soon, ErrorText::full(result.error()));
                fill();
            });
        }
    }
    fill();
}

void CompareDialog::swapSides()
{
    const domain::CertificateId left = m_sides[0].picker->id();
    m_sides[0].picker->choose(m_sides[1].picker->id());
    m_sides[1].picker->choose(left);
}

void CompareDialog::fill()
{
    const domain::Certificate *left = m_sides[0].picker->certificate();
    const domain::Certificate *right = m_sides[1].picker->certificate();
    QList<models::ComparisonRow> rows;
    if (left != nullptr && right != nullptr) {
        // Half a comparison would call everything different that has not arrived yet.
        const bool areDescribed = m_sides[0].description && m_sides[1].description;
        const auto groups = [areDescribed](const domain::Certificate &certificate, const Side &side) {
            return FieldText::groups(certificate, areDescribed ? &*side.description : nullptr);
        };
        rows = models::compareFields(groups(*left, m_sides[0]), groups(*right, m_sides[1]));
    }
    m_model->setRows(rows);
    if (m_chosen.isEmpty()) { // something to look at from the first moment on
        const auto first = std::find_if(
            rows.begin(), rows.end(), [](const models::ComparisonRow &r) { return !r.isHeading && r.isDifferent; });
        if (first != rows.end())
            choose(first->id);
    }
    choose(m_chosen);
    showSummary();
    showWhole();
}

void CompareDialog::showSummary()
{
    const bool isPair = m_sides[0].picker->certificate() != nullptr && m_sides[1].picker->certificate() != nullptr;
    const int differences = m_model->differenceCount();
    if (!isPair)
        m_summary->setPlainText(tr("Choose the two certificates to compare."));
    else if (m_sides[0].picker->id() == m_sides[1].picker->id())
        m_summary->setPlainText(tr("Both sides show the same certificate."));
    else if (differences == 0)
        m_summary->setPlainText(tr("No field differs."));
    else
        //: %n: fields that differ, %1: how many fields there are
        m_summary->setPlainText(tr("%n of %1 fields differ.", nullptr, differences).arg(m_model->fieldCount()));
    m_copyAll->setEnabled(m_model->rowCount() > 0);
    m_onlyDifferences->setEnabled(isPair);
}

void CompareDialog::showWhole()
{
    const QModelIndex current = m_table->currentIndex();
    for (const int column : {ComparisonModel::LeftColumn, ComparisonModel::RightColumn}) {
        QPlainTextEdit *value = m_sides.at(column == ComparisonModel::LeftColumn ? 0 : 1).value;
        const QString whole = current.siblingAtColumn(column).data(ComparisonModel::WholeRole).toString();
        if (value->toPlainText() != whole)
            value->setPlainText(whole);
    }
    m_copy->setEnabled(current.isValid());
}

void CompareDialog::choose(const QString &id)
{
    const QModelIndex index = m_rows->mapFromSource(m_model->indexOf(id));
    if (index.isValid() && m_table->currentIndex().row() != index.row())
        m_table->setCurrentIndex(index);
}

void CompareDialog::copySelected()
{
    QList<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    copyRows(rows);
}

void CompareDialog::copyRows(QList<int> rows)
{
    if (rows.isEmpty())
        return;
    const QString heading = QStringLiteral("%1\t%2\t%3")
                                .arg(m_rows->headerData(ComparisonModel::FieldColumn, Qt::Horizontal).toString(),
                                    m_sides[0].picker->currentText(), m_sides[1].picker->currentText());
    QGuiApplication::clipboard()->setText(heading + u'\n' + m_model->toText(rows) + u'\n');
}

void CompareDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_rows->retranslate();
    else if (event->type() == QEvent::ApplicationFontChange) {
        for (const Side &side : m_sides)
            side.value->setFont(fixedFont(font()));
    }
}

void CompareDialog::retranslate()
{
    setWindowTitle(tr("Compare certificates"));
    m_title->setPlainText(tr("Compare certificates"));
    m_sides[0].label->setText(tr("&Left certificate:"));
    m_sides[1].label->setText(tr("&Right certificate:"));
    m_sides[0].picker->setAccessibleName(tr("Left certificate"));
    m_sides[1].picker->setAccessibleName(tr("Right certificate"));
    m_sides[0].value->setAccessibleName(tr("Whole value on the left"));
    m_sides[1].value->setAccessibleName(tr("Whole value on the right"));
    for (const Side &side : m_sides)
        side.value->setPlaceholderText(tr("Choose a field to see its whole value."));
    m_swap->setText(tr("&Swap"));
    m_swap->setToolTip(tr("Swap the sides"));
    m_onlyDifferences->setText(tr("Only &differences"));
    m_table->setAccessibleName(tr("Fields of both certificates"));
    m_copy->setText(tr("&Copy rows"));
    m_copyAll->setText(tr("Copy &all"));
    m_close->setText(tr("Close"));
    m_message->clear();
    m_rows->retranslate();
    fill();
}

} // namespace kakuin::ui
