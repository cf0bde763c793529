// SPDX-License-Identifier: MIT
#include "ui/views/history/historydialog.h"

#include "core/plan/operationfacts.h"
#include "models/historymodel.h"
#include "text/errortext.h"
#include "text/operationtext.h"
#include "ui/decoration/theme.h"
#include "ui/views/history/historyrows.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr QSize historySize(860, 620);

bool canContinue(const plan::OperationRecord &operation)
{
    return operation.isInterrupted() || operation.state == plan::OperationState::Failed
        || operation.state == plan::OperationState::Cancelled;
}

} // namespace

HistoryDialog::HistoryDialog(
    session::Workspace &workspace, const std::optional<domain::CertificateId> &certificate, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_certificate(certificate)
    , m_model(new models::HistoryModel(this))
    , m_rows(new HistoryRows(*m_model, this))
{
    setObjectName(QStringLiteral("historyDialog"));
    m_rows->setCertificate(m_certificate);
    build();
    if (session::Session *session = m_workspace.session())
        connect(session, &session::Session::inventoryChanged, this, &HistoryDialog::read);
    connect(&m_workspace, &session::Workspace::ticked, this, &HistoryDialog::read);
    connect(&m_workspace, &session::Workspace::sessionAboutToChange, this, &QDialog::reject);
    resizeOnScreen(*this, historySize);
    retranslate();
    read();
}

HistoryDialog::~HistoryDialog() = default;

void HistoryDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::related);
    m_failure = new MessageBar(this);
    m_failure->setObjectName(QStringLiteral("failureBar"));
    m_failure->clear();
    column->addWidget(m_failure);
    if (m_certificate) {
        m_scope = new QComboBox(this);
        m_scope->setObjectName(QStringLiteral("scopeCombo"));
        m_scope->addItems({QString(), QString()});
        column->addWidget(m_scope, 0, Qt::AlignLeft);
        connect(m_scope, &QComboBox::currentIndexChanged, this, [this](int scope) {
            m_rows->setCertificate(scope == 0 ? m_certificate : std::nullopt);
            selectOperation(0);
        });
    }
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("historySplitter"));
    splitter->setChildrenCollapsible(false);
    m_list = new QTreeView(splitter);
    m_list->setObjectName(QStringLiteral("historyList"));
    m_list->setModel(m_rows);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(models::HistoryModel::StartedColumn, Qt::DescendingOrder);
    m_list->header()->setStretchLastSection(false);
    m_text = new QPlainTextEdit(splitter);
    m_text->setObjectName(QStringLiteral("historyText"));
    m_text->setReadOnly(true);
    splitter->addWidget(m_list);
    splitter->addWidget(m_text);
    splitter->setSizes({220, 280});
    column->addWidget(splitter, 1);
    m_empty = new WrapLabel(this, WrapLabel::Look::Body, Tone::Muted);
    m_empty->setObjectName(QStringLiteral("emptyLabel"));
    column->addWidget(m_empty);
    buildButtons(column);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryDialog::showCurrent);
}

void HistoryDialog::buildButtons(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::related);
    const auto add = [this, row](const char *name) {
        auto *button = new QPushButton(this);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        row->addWidget(button);
        return button;
    };
    m_continue = add("continueButton");
    m_setAside = add("setAsideButton");
    m_undo = add("undoTransportButton");
    m_rotation = add("followRotationButton");
    m_copy = add("copyButton");
    row->addStretch(1);
    m_close = add("closeButton");
    m_close->setDefault(true);
    column->addLayout(row);
    connect(m_continue, &QPushButton::clicked, this, [this] {
        if (const plan::OperationRecord *operation = current())
            Q_EMIT continueRequested(plan::OperationRecord(*operation));
    });
    connect(m_setAside, &QPushButton::clicked, this, &HistoryDialog::setAside);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        Q_EMIT taskRequested({advice::Task::Kind::TakeTransport, {formerTransport()}});
    });
    connect(m_rotation, &QPushButton::clicked, this,
        [this] { Q_EMIT taskRequested({advice::Task::Kind::FollowRotation}); });
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

domain::InventoryPtr HistoryDialog::inventory() const
{
    const session::Session *session = m_workspace.session();
    return session == nullptr ? nullptr : session->inventory();
}

void HistoryDialog::read()
{
    m_rows->setInventory(inventory());
    m_reading.request(
        m_workspace.readOperations(), this, [this](const Result<QList<plan::OperationRecord>> &found) { take(found); });
}

void HistoryDialog::take(const Result<QList<plan::OperationRecord>> &found)
{
    m_isRead = true;
    if (!found) {
        m_failure->setMessage(models::Severity::Expired, ErrorText::full(found.error()));
    } else {
        m_failure->clear();
        const plan::OperationRecord *before = current();
        const qint64 chosen = before == nullptr ? 0 : before->id;
        m_model->setOperations(*found);
        selectOperation(chosen);
    }
    for (int i = 0; i < models::HistoryModel::ColumnCount; ++i)
        m_list->header()->setSectionResizeMode(
            i, i == models::HistoryModel::OperationColumn ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    retranslate();
}

void HistoryDialog::selectOperation(qint64 id)
{
    const int row = m_model->rowOf(id);
    QModelIndex index = row < 0 ? QModelIndex() : m_rows->mapFromSource(m_model->index(row, 0));
    if (!index.isValid())
        index = m_rows->index(0, 0);
    m_list->setCurrentIndex(index);
    showCurrent();
}

const plan::OperationRecord *HistoryDialog::current() const
{
    return m_rows->operation(m_list->currentIndex());
}

domain::CertificateId HistoryDialog::formerTransport() const
{
    const plan::OperationRecord *operation = current();
    const domain::InventoryPtr picture = inventory();
    if (operation == nullptr || picture == nullptr)
        return {};
    const domain::CertificateId former = plan::formerTransport(operation->plan, operation->steps);
    const domain::ServerEntry *entry = picture->find(former.server);
    const bool isHolder = entry != nullptr && entry->transport && entry->transport->thumbprint == former.thumbprint;
    return picture->find(former) == nullptr || isHolder ? domain::CertificateId() : former;
}

void HistoryDialog::showCurrent()
{
    const plan::OperationRecord *operation = current();
    const QString text = operation == nullptr ? QString() : OperationText::record(*operation, inventory().get());
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
    const bool isReadOnly
        = m_workspace.session() == nullptr || m_workspace.session()->shell()->description().isReadOnly;
    m_continue->setVisible(operation != nullptr && !isReadOnly && canContinue(*operation));
    m_setAside->setVisible(operation != nullptr && operation->isInterrupted());
    m_undo->setVisible(!isReadOnly && !formerTransport().thumbprint.isNull());
    const domain::InventoryPtr picture = inventory();
    const bool isStaged = picture != nullptr && picture->authConfig && picture->authConfig->isStaged();
    m_rotation->setVisible(
        operation != nullptr && operation->plan.kind == plan::PlanKind::RotateAuthCertificate && isStaged);
    m_copy->setEnabled(operation != nullptr);
    const bool isEmpty = m_isRead && m_rows->rowCount() == 0;
    m_empty->setVisible(isEmpty);
}

void HistoryDialog::setAside()
{
    const plan::OperationRecord *operation = current();
    if (operation == nullptr)
        return;
    if (const Result<void> done = m_workspace.setAside(*operation); !done)
        m_failure->setMessage(models::Severity::Expired, ErrorText::full(done.error()));
    read();
}

void HistoryDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HistoryDialog::retranslate()
{
    setWindowTitle(tr("History"));
    m_rows->retranslate();
    if (m_scope != nullptr) {
        const domain::InventoryPtr picture = inventory();
        const domain::Certificate *certificate = picture == nullptr ? nullptr : picture->find(*m_certificate);
        const QString name
            = certificate == nullptr ? m_certificate->thumbprint.toString().left(8) : certificate->displayName();
        //: choice of what the history shows; %1: a certificate, %2: a server
        m_scope->setItemText(0, tr("“%1” on %2").arg(name, m_certificate->server.name()));
        //: choice of what the history shows
        m_scope->setItemText(1, tr("The whole organisation"));
        m_scope->setAccessibleName(tr("What is shown"));
    }
    m_list->setAccessibleName(tr("Operations"));
    m_text->setAccessibleName(tr("Steps of the operation"));
    m_empty->setPlainText(m_certificate && m_scope->currentIndex() == 0
            ? tr("Kakuin has done nothing with this certificate yet.")
            : tr("Nothing has been done here yet. What a wizard does is recorded, and stays here."));
    m_continue->setText(tr("Continue…", "button: an interrupted operation"));
    m_setAside->setText(tr("Set aside"));
    m_setAside->setToolTip(tr("Stops asking about this operation. What was done stays done; nothing is sent."));
    m_undo->setText(tr("Undo internal transport…"));
    m_rotation->setText(tr("Auth certificate status…"));
    m_copy->setText(tr("Copy"));
    m_close->setText(tr("Close"));
    showCurrent();
}

} // namespace kakuin::ui
