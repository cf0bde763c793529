// SPDX-License-Identifier: MIT
#include "ui/dialogs/snapshotcomparisondialog.h"

#include "core/base/untrustedtext.h"
#include "core/session/session.h"
#include "core/snapshot/snapshotshell.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "ui/decoration/theme.h"
#include "ui/dialogs/changerows.h"
#include "ui/views/details/filesaver.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QShortcut>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

using models::ChangeListModel;

SnapshotComparisonDialog::SnapshotComparisonDialog(
    const domain::InventoryPtr &inventory, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_inventory(inventory)
    , m_name(name)
    , m_model(new ChangeListModel(this))
    , m_rows(new ChangeRows(*m_model, this))
    , m_title(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_sides(new WrapLabel(this))
    , m_message(new MessageBar(this))
    , m_table(new QTableView(this))
    , m_archive(new QPushButton(this))
    , m_folder(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("snapshotComparisonDialog"));
    setWindowModality(Qt::WindowModal);
    m_message->setObjectName(QStringLiteral("comparisonMessage"));
    m_message->clear();
    m_table->setObjectName(QStringLiteral("changesTable"));
    m_archive->setObjectName(QStringLiteral("chooseFilesButton"));
    m_folder->setObjectName(QStringLiteral("chooseFolderButton"));
    m_copy->setObjectName(QStringLiteral("copyButton"));
    m_export->setObjectName(QStringLiteral("exportButton"));
    m_close->setObjectName(QStringLiteral("closeButton"));
    buildLayout();
    connectParts();
    retranslate();
    resizeOnScreen(*this, {980, 560});
}

SnapshotComparisonDialog::~SnapshotComparisonDialog() = default;

void SnapshotComparisonDialog::buildLayout()
{
    m_table->setModel(m_rows);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metric::minimumRowHeight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(ChangeListModel::ServerColumn, 120);
    m_table->setColumnWidth(ChangeListModel::ChangeColumn, 230);
    m_table->setColumnWidth(ChangeListModel::SubjectColumn, 230);
    m_table->setColumnWidth(ChangeListModel::BeforeColumn, 180);
    auto *choose = new QHBoxLayout;
    choose->setSpacing(metric::related);
    choose->addWidget(m_archive);
    choose->addWidget(m_folder);
    choose->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_export);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::group);
    column->addWidget(m_title);
    column->addLayout(choose);
    column->addWidget(m_sides);
    column->addWidget(m_message);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
}

void SnapshotComparisonDialog::connectParts()
{
    connect(m_archive, &QPushButton::clicked, this, [this] { choose(false); });
    connect(m_folder, &QPushButton::clicked, this, [this] { choose(true); });
    const auto copy
        = [this] { QGuiApplication::clipboard()->setText(m_rows->text(m_table->selectionModel()->selectedRows())); };
    connect(m_copy, &QPushButton::clicked, this, copy);
    connect(new QShortcut(QKeySequence::Copy, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
        this, copy);
    connect(m_export, &QPushButton::clicked, this, [this] {
        auto *saver = new FileSaver(this);
        connect(saver, &FileSaver::failed, this, &SnapshotComparisonDialog::showError);
        saver->ask(tr("Export the differences"), QStringLiteral("differences.csv"), {tr("CSV (*.csv)")},
            [this](const QString &) { return m_rows->csv(); });
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const auto id = index.data(ChangeListModel::CertificateRole).value<domain::CertificateId>();
        if (!id.server.isEmpty() && !id.thumbprint.isNull())
            Q_EMIT certificateRequested(id);
    });
}

void SnapshotComparisonDialog::choose(bool isFolder)
{
    auto *dialog = new QFileDialog(this, tr("Snapshot to compare with"));
    dialog->setObjectName(QStringLiteral("chooseSnapshotDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    dialog->setOption(QFileDialog::ShowDirsOnly, isFolder);
    if (!isFolder)
        dialog->setNameFilters({tr("Exported data (*.zip *.xml *.clixml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &SnapshotComparisonDialog::openSnapshot);
    dialog->open();
}

void SnapshotComparisonDialog::openSnapshot(const QStringList &paths)
{
    m_state = State::Reading;
    m_session.reset();
    m_model->setChanges({});
    showState();
    m_opening.request(snapshot::SnapshotShell::open(paths), this,
        [this](const Result<std::shared_ptr<snapshot::SnapshotShell>> &shell) {
            if (!shell) {
                showError(shell.error());
                return;
            }
            m_otherName = (*shell)->description().name;
            m_session = std::make_unique<session::Session>(*shell);
            m_opening.request(m_session->refresh(), this, [this](const Result<domain::InventoryPtr> &read) {
                if (read)
                    compare(*read);
                else
                    showError(read.error());
            });
        });
}

void SnapshotComparisonDialog::compare(const domain::InventoryPtr &other)
{
    m_other = other;
    const bool isOtherOlder = other->takenUtc <= m_inventory->takenUtc;
    m_model->setChanges(isOtherOlder ? domain::compareInventories(*other, *m_inventory)
                                     : domain::compareInventories(*m_inventory, *other));
    m_state = State::Compared;
    showState();
    m_table->setFocus(Qt::OtherFocusReason);
}

void SnapshotComparisonDialog::showError(const Error &error)
{
    m_error = error;
    m_state = State::Failed;
    showState();
}

void SnapshotComparisonDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString SnapshotComparisonDialog::sideText(const QString &name, const domain::InventoryPtr &inventory)
{
    //: %1: name of an organisation or of a snapshot, %2: when it was read
    return tr("%1, as of %2").arg(singleLine(name), ExpiryText::dayAndTime(inventory->takenUtc));
}

void SnapshotComparisonDialog::showState()
{
    m_message->clear();
    const bool isCompared = m_state == State::Compared;
    m_copy->setEnabled(isCompared && !m_model->changes().isEmpty());
    m_export->setEnabled(m_copy->isEnabled());
    switch (m_state) {
    case State::Empty:
        m_sides->setPlainText(tr("Choose a snapshot: a .zip, files or a folder that Kakuin, the collector script or "
                                 "Export-Clixml wrote."));
        return;
    case State::Reading:
        m_sides->setPlainText(tr("Reading the snapshot."));
        return;
    case State::Failed:
        m_sides->setPlainText(tr("There is nothing to compare with yet."));
        m_message->setMessage(models::Severity::Urgent, ErrorText::full(m_error));
        return;
    case State::Compared:
        break;
    }
    const bool isOtherOlder = m_other->takenUtc <= m_inventory->takenUtc;
    const QString other = sideText(m_otherName, m_other);
    const QString open = sideText(m_name, m_inventory);
    //: the two sides of a comparison
    m_sides->setPlainText(tr("Before: %1\nAfter: %2").arg(isOtherOlder ? other : open, isOtherOlder ? open : other));
    const auto count = static_cast<int>(m_model->changes().size());
    if (m_inventory->organisation.compare(m_other->organisation, Qt::CaseInsensitive) != 0)
        m_message->setMessage(models::Severity::Soon, tr("These are two different organisations."));
    else
        m_message->setMessage(models::Severity::Information,
            count == 0 ? tr("Nothing differs in what concerns certificates.") : tr("%n difference(s)", nullptr, count));
}

void SnapshotComparisonDialog::retranslate()
{
    setWindowTitle(tr("Compare with a snapshot"));
    m_title->setPlainText(tr("What has changed"));
    m_archive->setText(tr("Choose &files…"));
    m_folder->setText(tr("Choose a f&older…"));
    m_copy->setText(tr("&Copy"));
    m_export->setText(tr("&Export as CSV…"));
    m_close->setText(tr("Close"));
    m_table->setAccessibleName(tr("Differences"));
    m_rows->retranslate();
    showState();
}

} // namespace kakuin::ui
