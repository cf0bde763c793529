// SPDX-License-Identifier: MIT
#include "ui/views/left/lefttodopanel.h"

#include "models/lefttodomodel.h"
#include "text/errortext.h"
#include "text/findingtext.h"
#include "ui/views/left/lefttodorows.h"
#include "ui_lefttodopanel.h"

#include <QtCore/QPointer>
#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>

#include <algorithm>

namespace kakuin::ui {

using models::LeftToDoModel;

LeftToDoPanel::LeftToDoPanel(session::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_form(std::make_unique<Ui::LeftToDoPanel>())
    , m_model(new LeftToDoModel(this))
    , m_rows(new LeftToDoRows(*m_model, this))
{
    m_form->setupUi(this);
    setObjectName(QStringLiteral("leftToDoPanel"));
    m_form->leftFailureBar->clear();
    m_form->leftTree->setModel(m_rows);
    m_form->leftTree->header()->setSectionResizeMode(LeftToDoModel::WhatColumn, QHeaderView::Stretch);
    m_form->leftTree->header()->setSectionResizeMode(LeftToDoModel::StateColumn, QHeaderView::ResizeToContents);
    m_form->leftCommandsEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(m_model, &LeftToDoModel::tickRequested, this, &LeftToDoPanel::tick);
    connect(
        m_form->leftTree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LeftToDoPanel::showCurrent);
    connect(m_form->leftTaskButton, &QPushButton::clicked, this, [this] {
        if (const plan::LeftItem *item = current())
            Q_EMIT taskRequested(advice::Task(item->task));
    });
    connect(m_form->copyCommandsButton, &QPushButton::clicked, this,
        [this] { QApplication::clipboard()->setText(m_form->leftCommandsEdit->toPlainText()); });
    connect(m_form->copyLeftButton, &QPushButton::clicked, this,
        [this] { QApplication::clipboard()->setText(m_rows->asText()); });
    if (session::Session *session = m_workspace.session())
        connect(session, &session::Session::inventoryChanged, this, &LeftToDoPanel::read);
    connect(&m_workspace, &session::Workspace::ticked, this, &LeftToDoPanel::read);
    connect(&m_workspace, &session::Workspace::policyChanged, this, &LeftToDoPanel::read);
    connect(&m_workspace, &session::Workspace::changeRefusalChanged, this, &LeftToDoPanel::read);
    retranslate();
}

LeftToDoPanel::~LeftToDoPanel() = default;

void LeftToDoPanel::setListHeight(int least)
{
    m_form->leftTree->setMinimumHeight(least);
}

void LeftToDoPanel::showOperation(qint64 operation)
{
    m_operation = operation;
    m_tickError.reset();
    read();
}

bool LeftToDoPanel::isEmpty() const
{
    return m_model->isEmpty() && m_left.unrecorded == 0 && !m_readError && !m_tickError;
}

QString LeftToDoPanel::asText() const
{
    return m_rows->asText();
}

void LeftToDoPanel::read()
{
    // the workspace may go while this is read
    m_reading.request(m_workspace.readLeftToDo(m_operation), this,
        [this, workspace = QPointer<session::Workspace>(&m_workspace)](const Result<plan::LeftToDo> &left) {
            if (workspace)
                take(left);
        });
}

void LeftToDoPanel::take(const Result<plan::LeftToDo> &left)
{
    const session::Session *session = m_workspace.session();
    if (session == nullptr)
        return;
    m_readError = left ? std::nullopt : std::optional(left.error());
    m_left = left.value_or(plan::LeftToDo());
    if (m_operation != 0)
        m_left.items.removeIf([](const plan::LeftItem &item) { return item.kind == plan::LeftItem::Kind::Advice; });
    m_rows->setInventory(session->inventory(), m_workspace.policy(), session->nowUtc());
    QTreeView *tree = m_form->leftTree;
    const bool wasEmpty = m_model->isEmpty();
    const std::optional<plan::LeftItem> before
        = current() == nullptr ? std::nullopt : std::optional<plan::LeftItem>(*current());
    m_model->setLeft(m_left, m_workspace.mayTick());
    tree->expandAll();
    if (!tree->currentIndex().isValid()) { // after a reset: where the person was, else the first that can be done
        for (int i = m_rows->rowCount() - 1; i >= 0; --i) {
            const QModelIndex group = m_rows->index(i, 0);
            for (int row = m_rows->rowCount(group) - 1; row >= 0; --row) {
                const QModelIndex index = m_rows->index(row, 0, group);
                const plan::LeftItem &item = *m_rows->item(index);
                const bool isWanted = before ? item.isSameAs(*before) : item.state == plan::LeftItem::State::Open;
                if (isWanted || (wasEmpty && !tree->currentIndex().isValid()))
                    tree->setCurrentIndex(index);
            }
        }
    }
    retranslate();
    Q_EMIT changed();
}

void LeftToDoPanel::tick(const plan::LeftItem &item, bool isDone)
{
    const Result<void> written = m_workspace.tick(item.operation, *item.work, isDone);
    m_tickError = written ? std::nullopt : std::optional(written.error());
    if (!written)
        retranslate(); // the box shows what the journal holds
}

const plan::LeftItem *LeftToDoPanel::current() const
{
    const QModelIndex index = m_form->leftTree->currentIndex();
    return index.isValid() ? m_rows->item(index) : nullptr;
}

void LeftToDoPanel::showCurrent()
{
    const plan::LeftItem *item = current();
    m_form->leftExplanationLabel->setPlainText(item == nullptr ? QString() : m_rows->explanation(*item));
    m_form->leftExplanationLabel->setVisible(item != nullptr);
    const QStringList commands = item != nullptr && item->work ? plan::commandsFor(*item->work) : QStringList();
    const QString text = commands.join(u'\n');
    if (m_form->leftCommandsEdit->toPlainText() != text)
        m_form->leftCommandsEdit->setPlainText(text);
    m_form->leftCommandsEdit->setVisible(!commands.isEmpty());
    m_form->copyCommandsButton->setVisible(!commands.isEmpty());
    const QString task = item == nullptr ? QString() : FindingText::mendButton(item->task.kind);
    m_form->leftTaskButton->setText(task);
    m_form->leftTaskButton->setVisible(!task.isEmpty());
}

void LeftToDoPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_form->retranslateUi(this);
        retranslate();
    }
}

void LeftToDoPanel::retranslate()
{
    m_rows->retranslate();
    if (m_tickError)
        m_form->leftFailureBar->setMessage(models::Severity::Expired,
            tr("The journal could not be written, so the tick was not kept.") + u' ' + ErrorText::full(*m_tickError));
    else if (m_readError)
        m_form->leftFailureBar->setMessage(models::Severity::Expired,
            tr("The journal could not be read, so what is left to do is not known.") + u' '
                + ErrorText::full(*m_readError));
    else
        m_form->leftFailureBar->clear();
    m_form->leftUnrecordedLabel->setPlainText(
        tr("%n operations were carried out with an earlier version, which did not record work by hand. What has to be "
           "done "
           "by hand after them is listed here only where it can be read from the servers.",
            nullptr, m_left.unrecorded));
    m_form->leftUnrecordedLabel->setVisible(m_left.unrecorded > 0);
    const bool hasBoxes = std::any_of(
        m_left.items.begin(), m_left.items.end(), [](const plan::LeftItem &item) { return item.isTickable; });
    m_form->leftRefusalLabel->setPlainText(
        tr("Nothing can be ticked off here, because this window is not allowed to change the organisation."));
    m_form->leftRefusalLabel->setVisible(hasBoxes && !m_workspace.mayTick());
    m_form->leftTree->setVisible(!m_model->isEmpty());
    m_form->copyLeftButton->setVisible(!m_model->isEmpty());
    showCurrent();
}

} // namespace kakuin::ui
