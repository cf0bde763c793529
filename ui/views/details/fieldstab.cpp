// SPDX-License-Identifier: MIT
#include "ui/views/details/fieldstab.h"

#include "models/fieldlistmodel.h"
#include "models/roles.h"
#include "text/errortext.h"
#include "text/fieldtext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/messagebar.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QEvent>
#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTreeView>

namespace kakuin::ui {
namespace {

constexpr int fewestValueLines = 2;

/// Case-folded text that is looked for in name and value; a group stays while one of its fields does.
QSortFilterProxyModel *makeFilter(QObject *parent)
{
    auto *proxy = new QSortFilterProxyModel(parent);
    proxy->setFilterRole(models::FilterTextRole);
    proxy->setRecursiveFilteringEnabled(true);
    proxy->setFilterKeyColumn(models::FieldListModel::NameColumn);
    return proxy;
}

} // namespace

FieldsTab::FieldsTab(QWidget *parent)
    : QWidget(parent)
    , m_model(new models::FieldListModel(this))
    , m_filtered(makeFilter(this))
    , m_filter(new QLineEdit(this))
    , m_message(new MessageBar(this))
    , m_tree(new QTreeView(this))
    , m_value(new QPlainTextEdit(this))
    , m_copyValue(new QPushButton(this))
    , m_copyAll(new QPushButton(this))
{
    m_message->setObjectName(QStringLiteral("fieldsMessage"));
    m_filter->setObjectName(QStringLiteral("fieldFilterEdit"));
    m_filter->setClearButtonEnabled(true);
    m_message->setObjectName(QStringLiteral("fieldsMessage"));
    m_filtered->setSourceModel(m_model);
    m_tree->setObjectName(QStringLiteral("fieldsTree"));
    m_tree->setModel(m_filtered);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->setStretchLastSection(true);
    m_value->setObjectName(QStringLiteral("fieldValueText"));
    m_value->setReadOnly(true);
    m_value->setTabChangesFocus(true);
    m_value->setFont(fixedFont(font()));
    // the window must fit a screen of 600 pixels with the command log open
    m_tree->setMinimumHeight(fewestValueLines * metric::minimumRowHeight);
    m_value->setMinimumHeight(fewestValueLines * m_value->fontMetrics().lineSpacing());
    m_copyValue->setObjectName(QStringLiteral("copyValueButton"));
    m_copyAll->setObjectName(QStringLiteral("copyAllFieldsButton"));

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_value);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addWidget(m_copyValue);
    buttons->addWidget(m_copyAll);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::related, metric::related, metric::related, metric::related);
    column->setSpacing(metric::related);
    column->addWidget(m_filter);
    column->addWidget(m_message);
    column->addWidget(splitter, 1);
    column->addLayout(buttons);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setFilterFixedString(text.trimmed().toCaseFolded());
        m_tree->expandAll();
        choose(m_chosen);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &FieldsTab::onCurrentChanged);
    connect(m_copyValue, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_value->toPlainText()); });
    connect(
        m_copyAll, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_model->toText()); });
    retranslate();
    onCurrentChanged();
}

void FieldsTab::show(const CertificateContext &context)
{
    const bool isOther = !m_context || m_context->certificate->facts != context.certificate->facts;
    m_context = context;
    if (isOther) {
        m_latest.drop();
        m_description.reset();
        m_describedDer.clear();
        m_message->clear();
    }
    fill();
    if (isVisible())
        describe();
}

void FieldsTab::describe()
{
    if (!m_context || m_describedDer == m_context->certificate->facts.der)
        return;
    m_describedDer = m_context->certificate->facts.der;
    const QFuture<Result<x509::CertificateDescription>> future
        = QtConcurrent::run([der = m_describedDer] { return x509::describe(der); });
    m_latest.request(future, this, [this](const Result<x509::CertificateDescription> &result) {
        if (result)
            m_description = *result;
        else
            m_message->setMessage(models::Severity::Soon, ErrorText::full(result.error()));
        fill();
    });
}

void FieldsTab::fill()
{
    if (!m_context)
        return;
    m_model->setGroups(FieldText::groups(*m_context->certificate, m_description ? &*m_description : nullptr));
    m_tree->expandAll();
    for (int row = 0; row < m_filtered->rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, true);
    m_tree->resizeColumnToContents(models::FieldListModel::NameColumn);
    choose(m_chosen);
    onCurrentChanged();
}

QString FieldsTab::currentId() const
{
    return m_tree->currentIndex().data(models::IdRole).toString();
}

void FieldsTab::choose(const QString &id)
{
    const QModelIndex index = m_filtered->mapFromSource(m_model->indexOf(id));
    if (index.isValid() && currentId() != id)
        m_tree->setCurrentIndex(index);
}

void FieldsTab::onCurrentChanged()
{
    const QModelIndex current = m_tree->currentIndex();
    const bool isField = current.isValid() && !current.data(models::FieldListModel::IsGroupRole).toBool();
    const QString value = isField ? current.data(models::FieldListModel::ValueRole).toString() : QString();
    if (isField)
        m_chosen = current.data(models::IdRole).toString();
    if (m_value->toPlainText() != value)
        m_value->setPlainText(value);
    m_copyValue->setEnabled(isField);
}

void FieldsTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ApplicationFontChange)
        m_value->setFont(fixedFont(font()));
}

void FieldsTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    describe();
}

void FieldsTab::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter fields and values"));
    m_filter->setAccessibleName(tr("Filter fields and values"));
    m_tree->setAccessibleName(tr("Fields of the certificate"));
    m_value->setAccessibleName(tr("Whole value of the chosen field"));
    m_value->setPlaceholderText(tr("Choose a field to see its whole value."));
    m_copyValue->setText(tr("Copy value"));
    m_copyAll->setText(tr("Copy all fields"));
    m_model->retranslate();
    fill();
}

} // namespace kakuin::ui
