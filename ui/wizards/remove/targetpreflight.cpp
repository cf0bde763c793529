// SPDX-License-Identifier: MIT
#include "ui/wizards/remove/targetpreflight.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "text/expirytext.h"
#include "text/preflighttext.h"
#include "text/roletext.h"
#include "ui/decoration/theme.h"
#include "ui/views/details/filesaver.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace kakuin::ui {
namespace {

using plan::Verdict;

} // namespace

TargetPreflight::TargetPreflight(plan::RemoveDraft &draft, domain::CertificateId id, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_id(std::move(id))
    , m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("targetPreflight"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metric::related);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(0, 20);
    m_grid->setColumnStretch(1, 1);
    m_heading = new WrapLabel(this, WrapLabel::Look::Strong);
    m_heading->setObjectName(QStringLiteral("targetHeading"));
    m_grid->addWidget(m_heading, 0, 0, 1, 3);
    const QList<plan::RemoveDraft::Target> targets = m_draft.targets();
    for (const plan::RemoveDraft::Target &target : targets) {
        if (target.id == m_id)
            m_target = target;
    }
    for (const plan::PreflightItem &item : std::as_const(m_target.items)) {
        if (item.verdict == Verdict::Clear) {
            m_clear.append(item.check);
            continue;
        }
        addRow(item);
        if (item.mend == plan::Mend::ReplaceTransport)
            addReplacement();
        if (item.mend == plan::Mend::ExportPfx)
            addBackup();
    }
    m_clearLabel = new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted);
    m_clearLabel->setObjectName(QStringLiteral("clearLabel"));
    m_grid->addWidget(m_clearLabel, m_grid->rowCount(), 1, 1, 2);
    retranslate();
}

void TargetPreflight::addRow(const plan::PreflightItem &item)
{
    Row row;
    row.item = item;
    row.mark = new QLabel(this);
    row.mark->setObjectName(QStringLiteral("verdictMark"));
    row.title = new WrapLabel(this, WrapLabel::Look::Strong);
    row.title->setObjectName(QStringLiteral("checkLabel"));
    row.finding = new WrapLabel(this);
    row.finding->setObjectName(QStringLiteral("findingLabel"));
    row.evidence = new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted);
    row.evidence->setObjectName(QStringLiteral("evidenceLabel"));
    row.mend = new WrapLabel(this);
    row.mend->setObjectName(QStringLiteral("mendLabel"));
    const int at = m_grid->rowCount();
    m_grid->addWidget(row.mark, at, 0, Qt::AlignTop);
    m_grid->addWidget(row.title, at, 1);
    m_grid->addWidget(row.finding, at + 1, 1, 1, 2);
    m_grid->addWidget(row.evidence, at + 2, 1, 1, 2);
    m_grid->addWidget(row.mend, at + 3, 1, 1, 2);
    if (!PreflightText::mendButton(item).isEmpty()) {
        row.button = new QPushButton(this);
        row.button->setObjectName(QStringLiteral("mendButton%1").arg(static_cast<int>(item.check)));
        row.button->setAutoDefault(false);
        m_grid->addWidget(row.button, at, 2, Qt::AlignTop);
        connect(
            row.button, &QPushButton::clicked, this, [this, mend = item.mend] { Q_EMIT mendRequested(mend, m_id); });
    }
    m_rows.append(row);
}

void TargetPreflight::addReplacement()
{
    m_replacementLabel = new QLabel(this);
    m_replacement = new QComboBox(this);
    m_replacement->setObjectName(QStringLiteral("replacementCombo"));
    m_replacement->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_replacementLabel->setBuddy(m_replacement);
    const int at = m_grid->rowCount();
    m_grid->addWidget(m_replacementLabel, at, 1, 1, 2);
    m_grid->addWidget(m_replacement, at + 1, 1, 1, 2);
    fillReplacements();
    connect(m_replacement, &QComboBox::activated, this, [this](int index) {
        m_draft.setReplacement(
            m_id, domain::Thumbprint::parse(m_replacement->itemData(index).toString()).value_or(domain::Thumbprint()));
    });
}

void TargetPreflight::fillReplacements()
{
    if (m_replacement == nullptr)
        return;
    m_replacement->clear();
    const auto offered = plan::transportReplacements(m_id, *m_draft.inventory(), m_draft.nowUtc());
    for (const domain::Thumbprint &thumbprint : offered) {
        const domain::Certificate *one = m_draft.inventory()->find({m_id.server, thumbprint});
        if (one == nullptr)
            continue;
        //: a certificate in a list; %1 its name, %2 beginning of its thumbprint, %3 a date
        m_replacement->addItem(tr("%1 (%2), valid until %3")
                                   .arg(one->displayName(), thumbprint.toString().left(8) + QStringLiteral("…"),
                                       ExpiryText::day(one->facts.notAfterUtc)),
            thumbprint.toString());
    }
    if (m_replacement->count() == 0)
        m_replacement->addItem(tr("None on this server: renew the certificate first"));
    m_replacement->setEnabled(!offered.isEmpty());
    m_replacement->setCurrentIndex(qMax(0, m_replacement->findData(m_target.replacement.toString())));
}

void TargetPreflight::addBackup()
{
    m_backup = new QCheckBox(this);
    m_backup->setObjectName(QStringLiteral("backupCheck"));
    m_path = new QLineEdit(this);
    m_path->setObjectName(QStringLiteral("backupPathEdit"));
    m_browse = new QPushButton(this);
    m_browse->setObjectName(QStringLiteral("backupBrowseButton"));
    m_browse->setAutoDefault(false);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_path->setText(QDir::toNativeSeparators(QDir(folder).filePath(
        QStringLiteral("%1-%2.pfx")
            .arg(FileSaver::fileNameFor(m_id.server.name()), m_id.thumbprint.toString().left(8)))));
    const int at = m_grid->rowCount();
    m_grid->addWidget(m_backup, at, 1, 1, 2);
    m_grid->addWidget(m_path, at + 1, 1);
    m_grid->addWidget(m_browse, at + 1, 2);
    m_path->setEnabled(false);
    m_browse->setEnabled(false);
    connect(m_backup, &QCheckBox::toggled, this, [this](bool on) {
        m_path->setEnabled(on);
        m_browse->setEnabled(on);
        writeBackup();
    });
    connect(m_path, &QLineEdit::textEdited, this, &TargetPreflight::writeBackup);
    connect(m_browse, &QPushButton::clicked, this, &TargetPreflight::chooseBackup);
}

void TargetPreflight::writeBackup()
{
    m_draft.setBackupPath(
        m_id, m_backup->isChecked() ? QDir::fromNativeSeparators(m_path->text().trimmed()) : QString());
}

void TargetPreflight::chooseBackup()
{
    auto *dialog = new QFileDialog(this, tr("Save the certificate with its key"), m_path->text());
    dialog->setObjectName(QStringLiteral("backupFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pfx"));
    dialog->setNameFilters({tr("Personal information exchange (*.pfx)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_path->setText(QDir::toNativeSeparators(path));
        writeBackup();
    });
    dialog->open();
}

void TargetPreflight::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        decorate();
}

void TargetPreflight::retranslate()
{
    const domain::Certificate *certificate = m_draft.inventory()->find(m_id);
    const QString server = singleLine(m_id.server.name(), 120);
    if (certificate == nullptr) {
        //: %1: a thumbprint, %2: a server
        m_heading->setPlainText(tr("%1 is no longer on %2").arg(m_id.thumbprint.toGroupedString(), server));
        return;
    }
    const domain::Expiry expiry = domain::expiryOf(certificate->facts.notAfterUtc, m_draft.nowUtc());
    //: %1: name of a certificate, %2: a server, %3: beginning of a thumbprint, %4: "in 12 days"
    m_heading->setPlainText(
        tr("“%1” on %2 (%3, %4)")
            .arg(certificate->displayName(), server, m_id.thumbprint.toString().left(8) + QStringLiteral("…"),
                ExpiryText::remaining(expiry, certificate->facts.notAfterUtc, m_draft.nowUtc())));
    for (const Row &row : std::as_const(m_rows)) {
        row.title->setPlainText(PreflightText::check(row.item.check));
        row.finding->setPlainText(PreflightText::finding(row.item, *certificate));
        row.evidence->setPlainText(PreflightText::evidence(row.item, m_draft.nowUtc()));
        row.evidence->setVisible(!row.evidence->text().isEmpty());
        row.mend->setPlainText(PreflightText::mend(row.item, *certificate));
        row.mend->setVisible(!row.mend->text().isEmpty());
        if (row.button != nullptr)
            row.button->setText(PreflightText::mendButton(row.item));
    }
    QStringList clear;
    for (const plan::RemovalCheck check : std::as_const(m_clear))
        clear.append(PreflightText::check(check));
    //: %1: a list of what was looked at
    m_clearLabel->setPlainText(tr("Looked at, and nothing depends on the certificate: %1.").arg(RoleText::list(clear)));
    m_clearLabel->setVisible(!clear.isEmpty());
    if (m_replacement != nullptr) {
        m_replacementLabel->setText(tr("Takes internal transport over:"));
        fillReplacements();
    }
    if (m_backup != nullptr) {
        m_backup->setText(tr("Save it in a PFX file before it is removed"));
        m_path->setAccessibleName(tr("PFX file"));
        m_browse->setText(tr("Browse…"));
    }
    decorate();
}

void TargetPreflight::decorate()
{
    for (const Row &row : std::as_const(m_rows)) {
        row.mark->setPixmap(severityIcon(PreflightText::severity(row.item.verdict), palette())
                                .pixmap(QSize(16, 16), devicePixelRatioF()));
        row.mark->setAccessibleName(PreflightText::verdict(row.item.verdict));
    }
}

} // namespace kakuin::ui
