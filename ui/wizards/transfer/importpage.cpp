// SPDX-License-Identifier: MIT
#include "ui/wizards/transfer/importpage.h"

#include "core/base/untrustedtext.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/tasktext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/passwordfields.h"

#include <QtCore/QDir>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

using plan::ImportDraft;
constexpr int serverLines = 6;

} // namespace

ImportPage::ImportPage(plan::ImportDraft &draft, QWidget *parent)
    : FormPage(QStringLiteral("importPage"), parent)
    , m_draft(draft)
{
    m_fileHeading = addHeading("fileHeading");
    m_path = new QLineEdit(content());
    m_path->setObjectName(QStringLiteral("pathEdit"));
    m_browse = new QPushButton(content());
    m_browse->setObjectName(QStringLiteral("browseButton"));
    m_open = new QPushButton(content());
    m_open->setObjectName(QStringLiteral("openFileButton"));
    m_browse->setAutoDefault(false);
    m_open->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::related);
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    column()->addLayout(row);
    m_password = new PasswordFields(QStringLiteral("pfx"), false, content());
    auto *opening = new QHBoxLayout;
    opening->addWidget(m_password, 1);
    opening->addWidget(m_open);
    column()->addLayout(opening);
    m_summary = sentence(content(), QStringLiteral("summaryLabel"));
    m_summary->setContentsMargins(0, 4, 0, 4);
    column()->addWidget(m_summary);
    m_serversHeading = addHeading("serversHeading");
    m_servers = new QListWidget(content());
    m_servers->setObjectName(QStringLiteral("serversList"));
    m_servers->setUniformItemSizes(true);
    m_servers->setMinimumHeight(serverLines * metric::minimumRowHeight);
    column()->addWidget(m_servers, 1);
    m_exportable = addOption("exportableKeyCheck");
    connect(m_browse, &QPushButton::clicked, this, &ImportPage::choose);
    connect(m_open, &QPushButton::clicked, this, &ImportPage::open);
    connect(m_path, &QLineEdit::textChanged, this, &ImportPage::check);
    connect(m_exportable.button, &QCheckBox::toggled, &m_draft, &ImportDraft::setKeyExportable);
    connect(m_servers, &QListWidget::itemChanged, this, [this] {
        if (m_isBinding)
            return;
        QList<domain::ServerId> chosen;
        for (int i = 0; i < m_servers->count(); ++i) {
            if (m_servers->item(i)->checkState() == Qt::Checked)
                chosen.append(domain::ServerId(m_servers->item(i)->data(Qt::UserRole).toString()));
        }
        m_draft.setServers(chosen);
    });
    connect(&m_draft, &ImportDraft::changed, this, &ImportPage::check);
    fillServers();
    retranslate();
}

void ImportPage::enter()
{
    fillServers();
    check();
}

void ImportPage::fillServers()
{
    m_isBinding = true;
    m_servers->clear();
    for (const domain::ServerEntry &entry : m_draft.inventory()->servers) {
        auto *item = new QListWidgetItem(singleLine(entry.server.id.name(), 120), m_servers);
        item->setData(Qt::UserRole, entry.server.id.name());
        item->setSizeHint(QSize(0, metric::minimumRowHeight));
        item->setFlags(Qt::ItemIsUserCheckable | (entry.certificates ? Qt::ItemIsEnabled : Qt::NoItemFlags));
        item->setCheckState(m_draft.servers().contains(entry.server.id) ? Qt::Checked : Qt::Unchecked);
        if (!entry.certificates)
            item->setToolTip(ErrorText::brief(entry.certificates.error()));
    }
    m_isBinding = false;
}

void ImportPage::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a PFX file"), m_path->text());
    dialog->setObjectName(QStringLiteral("importFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Personal information exchange (*.pfx *.p12)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &path) { m_path->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void ImportPage::open()
{
    m_draft.setFile(QDir::fromNativeSeparators(m_path->text().trimmed()), m_password->password());
}

void ImportPage::check()
{
    const bool isOpening = m_draft.state() == ImportDraft::FileState::Opening;
    m_open->setEnabled(!isOpening && !m_path->text().trimmed().isEmpty());
    if (isOpening)
        m_summary->setPlainText(tr("The file is being opened…"));
    else if (m_draft.error())
        m_summary->setPlainText(ErrorText::full(*m_draft.error()));
    else if (m_draft.summary())
        //: %1: a subject name, %2: a date, %3: a thumbprint
        m_summary->setPlainText(tr("%1, valid until %2\n%3")
                                    .arg(singleLine(m_draft.summary()->facts.subject, 200),
                                        ExpiryText::day(m_draft.summary()->facts.notAfterUtc),
                                        m_draft.summary()->facts.thumbprint.toGroupedString()));
    else
        m_summary->setPlainText({});
    m_summary->setTone(m_draft.error() ? Tone::Expired : Tone::Plain);
    m_summary->setVisible(!m_summary->text().isEmpty());
    QStringList problems;
    const QList<ImportDraft::Problem> found = m_draft.problems();
    for (const ImportDraft::Problem &problem : found)
        problems.append(TaskText::problem(problem));
    showProblems(problems, m_draft.state() != ImportDraft::FileState::Open);
}

QString ImportPage::title() const
{
    return tr("Which file, and on which servers?");
}

QString ImportPage::subtitle() const
{
    return tr("The certificate goes into the servers' stores. Services are assigned afterwards.");
}

void ImportPage::retranslate()
{
    m_fileHeading->setPlainText(tr("PFX file"));
    m_path->setAccessibleName(tr("PFX file"));
    m_browse->setText(tr("Browse…"));
    m_open->setText(tr("Open the file"));
    m_serversHeading->setPlainText(tr("Servers"));
    m_servers->setAccessibleName(tr("Servers"));
    m_exportable.setTexts(tr("The private key can be exported again"),
        tr("Needed to copy the certificate from there to another server."));
    check();
}

} // namespace kakuin::ui
