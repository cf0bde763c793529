// SPDX-License-Identifier: MIT
#include "ui/views/details/commandlogdock.h"

#include "core/base/untrustedtext.h"
#include "models/commandlogmodel.h"
#include "text/commandtext.h"
#include "text/errortext.h"
#include "ui/decoration/theme.h"
#include "ui/views/details/commandlogproxy.h"
#include "ui/views/details/filesaver.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTreeView>

namespace kakuin::ui {

using Model = models::CommandLogModel;

namespace {

constexpr int fewestLogLines = 2;

} // namespace

CommandLogDock::CommandLogDock(QWidget *parent)
    : QDockWidget(parent)
    , m_model(new Model(this))
    , m_proxy(new CommandLogProxy(this))
    , m_saver(new FileSaver(this))
{
    setObjectName(QStringLiteral("commandLogDock"));
    m_proxy->setSourceModel(m_model);
    m_proxy->setPalette(palette());
    retranslate();
}

// It is hidden at most starts: what it holds is made when it is first shown
void CommandLogDock::setVisible(bool visible)
{
    if (visible && widget() == nullptr) {
        layOut();
        connectButtons();
        retranslate();
    }
    QDockWidget::setVisible(visible);
}

void CommandLogDock::layOut()
{
    auto *content = new QWidget(this);
    m_filter = new QLineEdit(content);
    m_filter->setObjectName(QStringLiteral("commandFilterEdit"));
    m_filter->setClearButtonEnabled(true);
    m_message = new MessageBar(content);
    m_message->setObjectName(QStringLiteral("commandsMessage"));
    m_message->setClosable(true);
    m_table = new QTreeView(content);
    m_table->setObjectName(QStringLiteral("commandsTable"));
    m_table->setModel(m_proxy);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(Model::CommandColumn, QHeaderView::Stretch);
    m_detail = new QPlainTextEdit(content);
    m_detail->setObjectName(QStringLiteral("commandDetailText"));
    m_detail->setReadOnly(true);
    m_detail->setTabChangesFocus(true);
    m_detail->setFont(fixedFont(font()));
    // each some lines at least, and no more than that: the window must fit a screen of 600 pixels with the log open
    m_table->setMinimumHeight(fewestLogLines * metric::minimumRowHeight);
    m_detail->setMinimumHeight(fewestLogLines * m_detail->fontMetrics().lineSpacing());
    m_copy = new QPushButton(content);
    m_copy->setObjectName(QStringLiteral("copyCommandButton"));
    m_save = new QPushButton(content);
    m_save->setObjectName(QStringLiteral("saveCommandsButton"));
    m_clear = new QPushButton(content);
    m_clear->setObjectName(QStringLiteral("clearCommandsButton"));

    auto *top = new QHBoxLayout;
    top->setSpacing(metric::related);
    top->addWidget(m_filter, 1);
    top->addWidget(m_copy);
    top->addWidget(m_save);
    top->addWidget(m_clear);
    auto *splitter = new QSplitter(Qt::Vertical, content);
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metric::related, metric::related, metric::related, metric::related);
    column->setSpacing(metric::related);
    column->addLayout(top);
    column->addWidget(m_message);
    column->addWidget(splitter, 1);
    setWidget(content);
}

void CommandLogDock::connectButtons()
{
    connect(m_filter, &QLineEdit::textChanged, m_proxy, &CommandLogProxy::setFilterText);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandLogDock::onCurrentChanged);
    connect(m_proxy, &QAbstractItemModel::dataChanged, this, &CommandLogDock::onCurrentChanged);
    connect(m_proxy, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const QScrollBar *bar = m_table->verticalScrollBar();
        if (m_table->isVisible()) // while hidden it stays as the person left it
            m_followsNewest = bar->value() == bar->maximum();
    });
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, [this] {
        // Nobody looks at a hidden list: laying it out for each of many hundred commands would hold the window
        if (m_followsNewest && m_table->isVisible())
            m_table->scrollToBottom();
        updateButtons();
    });
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &CommandLogDock::onCurrentChanged);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &CommandLogDock::onCurrentChanged);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_detail->toPlainText()); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        if (m_log)
            m_log->clear();
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_saver->ask(tr("Save the commands"), QStringLiteral("kakuin-commands.ps1"),
            {tr("PowerShell script (*.ps1)"), tr("Text (*.txt)")},
            [this](const QString &path) { return contentFor(path); });
    });
    connect(m_saver, &FileSaver::saved, this, [this](const QString &path) {
        m_message->setMessage(models::Severity::Ok, tr("Saved as %1.").arg(singleLine(QDir::toNativeSeparators(path))));
    });
    connect(m_saver, &FileSaver::failed, this,
        [this](const Error &error) { m_message->setMessage(models::Severity::Expired, ErrorText::full(error)); });
}

void CommandLogDock::setLog(session::CommandLog *log)
{
    m_log = log;
    m_model->setLog(log);
    if (widget() == nullptr)
        return;
    m_message->clear();
    onCurrentChanged();
    m_table->scrollToBottom();
}

void CommandLogDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    if (m_followsNewest)
        m_table->scrollToBottom();
}

QList<session::CommandRecord> CommandLogDock::shownRecords() const
{
    QList<session::CommandRecord> records;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        if (const auto *record = m_model->record(m_proxy->mapToSource(m_proxy->index(row, 0))))
            records.append(*record);
    }
    return records;
}

QByteArray CommandLogDock::contentFor(const QString &path) const
{
    const QList<session::CommandRecord> records = shownRecords();
    return path.endsWith(QLatin1String(".ps1"), Qt::CaseInsensitive) ? CommandText::script(records)
                                                                     : CommandText::log(records).toUtf8();
}

void CommandLogDock::onCurrentChanged()
{
    const auto *record = m_model->record(m_proxy->mapToSource(m_table->currentIndex()));
    const QString text = record != nullptr ? CommandText::detail(*record) : QString();
    if (m_detail->toPlainText() != text)
        m_detail->setPlainText(text);
    updateButtons();
}

void CommandLogDock::updateButtons()
{
    m_copy->setEnabled(m_table->currentIndex().isValid());
    m_save->setEnabled(m_proxy->rowCount() > 0);
    m_clear->setEnabled(m_model->rowCount() > 0);
}

void CommandLogDock::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_proxy->setPalette(palette());
    else if (event->type() == QEvent::ApplicationFontChange && m_detail != nullptr)
        m_detail->setFont(fixedFont(font()));
}

void CommandLogDock::retranslate()
{
    setWindowTitle(tr("Commands"));
    m_model->retranslate();
    m_proxy->retranslate();
    if (widget() == nullptr)
        return;
    m_filter->setPlaceholderText(tr("Filter commands"));
    m_filter->setAccessibleName(tr("Filter commands"));
    m_table->setAccessibleName(tr("Commands that ran"));
    m_detail->setAccessibleName(tr("The chosen command with questions, answers and errors"));
    m_detail->setPlaceholderText(tr("Choose a command to see it whole."));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the chosen command"));
    m_save->setText(tr("Save…"));
    m_save->setAccessibleName(tr("Save the commands shown"));
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear the list of commands"));
    m_message->clear();
    onCurrentChanged();
}

} // namespace kakuin::ui
