// SPDX-License-Identifier: MIT
#include "ui/wizards/transfer/exportpage.h"

#include "core/base/untrustedtext.h"
#include "text/tasktext.h"
#include "ui/decoration/theme.h"
#include "ui/views/details/filesaver.h"
#include "ui/widgets/passwordfields.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

ExportPage::ExportPage(plan::ExportDraft &draft, QWidget *parent)
    : FormPage(QStringLiteral("exportPage"), parent)
    , m_draft(draft)
{
    m_fileHeading = addHeading("fileHeading");
    m_path = new QLineEdit(content());
    m_path->setObjectName(QStringLiteral("pathEdit"));
    m_browse = new QPushButton(content());
    m_browse->setObjectName(QStringLiteral("browseButton"));
    m_browse->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::related);
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    column()->addLayout(row);
    m_passwordHeading = addHeading("passwordHeading");
    m_passwordNote = addNote("passwordNote");
    m_password = new PasswordFields(QStringLiteral("pfx"), true, content());
    column()->addWidget(m_password);
    column()->addStretch(1);
    connect(m_path, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_draft.setPath(QDir::fromNativeSeparators(text.trimmed())); });
    connect(m_browse, &QPushButton::clicked, this, &ExportPage::choose);
    connect(m_password, &PasswordFields::changed, this, [this] {
        m_draft.setPassword(m_password->password());
        m_draft.setRepeatedPassword(m_password->isRepeated() ? m_password->password() : Secret());
    });
    connect(&m_draft, &plan::ExportDraft::changed, this, &ExportPage::check);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_path->setText(QDir::toNativeSeparators(QDir(folder).filePath(
        QStringLiteral("%1-%2.pfx")
            .arg(FileSaver::fileNameFor(m_draft.id().server.name()), m_draft.id().thumbprint.toString().left(8)))));
    retranslate();
}

void ExportPage::choose()
{
    auto *dialog = new QFileDialog(this, tr("Save the certificate with its key"), m_path->text());
    dialog->setObjectName(QStringLiteral("exportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pfx"));
    dialog->setNameFilters({tr("Personal information exchange (*.pfx)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &path) { m_path->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void ExportPage::check()
{
    QStringList problems;
    const QList<plan::ExportDraft::ProblemCode> found = m_draft.problems();
    for (const plan::ExportDraft::ProblemCode code : found)
        problems.append(TaskText::problem(code));
    const bool isOnlyMissing = found == QList{plan::ExportDraft::ProblemCode::PasswordMissing};
    showProblems(problems, isOnlyMissing);
}

QString ExportPage::title() const
{
    return tr("Where is it saved?");
}

QString ExportPage::subtitle() const
{
    const domain::Certificate *certificate = m_draft.certificate();
    const QString server = singleLine(m_draft.id().server.name(), 120);
    return certificate == nullptr ? QString()
                                  //: %1: name of a certificate, %2: a server
                                  : tr("“%1” of %2, with its private key.").arg(certificate->displayName(), server);
}

void ExportPage::retranslate()
{
    m_fileHeading->setPlainText(tr("PFX file"));
    m_path->setAccessibleName(tr("PFX file"));
    m_browse->setText(tr("Browse…"));
    m_passwordHeading->setPlainText(tr("Password"));
    m_passwordNote->setPlainText(tr("Protects the private key in the file. Kakuin does not keep it: note it where only "
                                    "you find it."));
    check();
}

} // namespace kakuin::ui
