// SPDX-License-Identifier: MIT
#include "ui/wizards/rotate/certificatepage.h"

#include "core/base/untrustedtext.h"
#include "text/rotationtext.h"
#include "ui/decoration/theme.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

using plan::RotateDraft;
constexpr int nameLines = 6;

} // namespace

CertificatePage::CertificatePage(plan::RotateDraft &draft, QWidget *parent)
    : FormPage(QStringLiteral("certificatePage"), parent)
    , m_draft(draft)
{
    m_serverHeading = addHeading("serverHeading");
    m_server = new QComboBox(content());
    m_server->setObjectName(QStringLiteral("serverCombo"));
    m_server->setMaximumWidth(420);
    column()->addWidget(m_server);
    m_serverNote = addNote("serverNote");
    m_namesHeading = addHeading("namesHeading");
    m_none = addChoice("noNamesRadio");
    m_all = addChoice("allNamesRadio");
    m_names = new QPlainTextEdit(content());
    m_names->setObjectName(QStringLiteral("namesEdit"));
    m_names->setTabChangesFocus(true);
    m_names->setMinimumHeight(nameLines * m_names->fontMetrics().lineSpacing());
    auto *row = new QHBoxLayout;
    row->setContentsMargins(noteIndent, 0, 0, 4);
    row->addWidget(m_names);
    column()->addLayout(row, 1);
    auto *group = new QButtonGroup(this);
    group->addButton(m_none.button);
    group->addButton(m_all.button);
    connect(m_server, &QComboBox::activated, this,
        [this](int index) { m_draft.setServer(domain::ServerId(m_server->itemData(index).toString())); });
    connect(m_all.button, &QRadioButton::toggled, this, [this](bool on) {
        if (!m_isBinding)
            m_draft.setNames(on ? RotateDraft::Names::AllServers : RotateDraft::Names::None);
    });
    connect(m_names, &QPlainTextEdit::textChanged, this, [this] {
        static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
        if (!m_isBinding)
            m_draft.setNameList(m_names->toPlainText().split(between, Qt::SkipEmptyParts));
    });
    connect(&m_draft, &RotateDraft::changed, this, [this] {
        m_names->setEnabled(m_draft.names() == RotateDraft::Names::AllServers);
        check();
    });
    fillServers();
    bind();
    retranslate();
}

void CertificatePage::fillServers()
{
    m_isBinding = true;
    m_server->clear();
    const QList<RotateDraft::Candidate> candidates = m_draft.candidates();
    for (const RotateDraft::Candidate &candidate : candidates) {
        //: a server and why it is fit or not; %1 name, %2 reason
        m_server->addItem(
            tr("%1 (%2)").arg(singleLine(candidate.server.name(), 120), RotationText::serverReason(candidate.reason)),
            candidate.server.name());
        auto *model = qobject_cast<QStandardItemModel *>(m_server->model());
        if (model != nullptr && !candidate.isUsable())
            model->item(m_server->count() - 1)->setEnabled(false);
    }
    m_server->setCurrentIndex(m_server->findData(m_draft.server().name()));
    m_isBinding = false;
}

void CertificatePage::bind()
{
    m_isBinding = true;
    const bool isAll = m_draft.names() == RotateDraft::Names::AllServers;
    (isAll ? m_all : m_none).button->setChecked(true);
    m_names->setPlainText(m_draft.nameList().join(u'\n'));
    m_names->setEnabled(isAll);
    m_isBinding = false;
}

void CertificatePage::enter()
{
    fillServers();
    bind();
    check();
}

void CertificatePage::check()
{
    QStringList problems;
    const QList<RotateDraft::Problem> found = m_draft.problems();
    for (const RotateDraft::Problem &problem : found)
        problems.append(RotationText::problem(problem));
    showProblems(problems);
}

QString CertificatePage::title() const
{
    return tr("Where is it created, and with which names?");
}

QString CertificatePage::subtitle() const
{
    return tr("From there Exchange copies it to all other servers by itself.");
}

void CertificatePage::retranslate()
{
    m_serverHeading->setPlainText(tr("Server"));
    m_server->setAccessibleName(tr("Server"));
    m_serverNote->setPlainText(tr("A mailbox server that answers. The proposed one has the newest version of Exchange "
                                  "among those that have the present certificate."));
    m_namesHeading->setPlainText(tr("Names on the certificate"));
    m_none.setTexts(tr("None (recommended)"),
        tr("As Microsoft describes it today. Nothing looks for the Auth certificate by a name."));
    m_all.setTexts(tr("These names"),
        tr("As older instructions have it: the names and full names of all servers. One name a line."));
    m_names->setAccessibleName(tr("Names on the certificate"));
    fillServers();
    check();
}

} // namespace kakuin::ui
