// SPDX-License-Identifier: MIT
#include "ui/wizards/rotate/sourcepage.h"

#include "text/authadvicetext.h"
#include "text/expirytext.h"
#include "text/rotationtext.h"
#include "ui_sourcepage.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QHeaderView>

namespace kakuin::ui {
namespace {

using plan::RotateDraft;
enum SourceColumn { SourceThumbprint, SourceMade, SourceEnds, SourceHolders, SourceRemark, SourceColumns };
constexpr int fewestRowsShown = 3;

} // namespace

SourcePage::SourcePage(RotateDraft &draft, QWidget *parent)
    : FormPage(QStringLiteral("sourcePage"), parent)
    , m_draft(draft)
    , m_form(std::make_unique<Ui::SourcePage>())
    , m_root(new QWidget(content()))
{
    m_root->setObjectName(QStringLiteral("sourceForm"));
    m_form->setupUi(m_root);
    column()->addWidget(m_root);
    QTableWidget *table = m_form->existingTable;
    table->setColumnCount(SourceColumns);
    // the button in the corner of every table; without row headers it is never seen
    if (auto *corner = table->findChild<QAbstractButton *>())
        corner->setObjectName(QStringLiteral("existingTableCorner"));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {SourceHolders, SourceRemark}) // long texts share the width and wrap
        table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setMinimumHeight((2 * fewestRowsShown + 2) * table->fontMetrics().lineSpacing());
    m_lacking = note(m_root, QStringLiteral("lackingLabel"));
    m_newNote = note(m_root, QStringLiteral("newRadioNote"));
    m_newNote->setContentsMargins(noteIndent, 0, 0, 4);
    m_form->column->insertWidget(m_form->column->indexOf(table) + 1, m_lacking);
    m_form->column->addWidget(m_newNote);
    m_othersHeading = addHeading("notOfferedHeading");
    m_others = addNote("notOfferedLabel");
    column()->addStretch(1);
    connect(m_form->existingRadio, &QRadioButton::toggled, this, [this](bool on) {
        if (!m_isBinding)
            m_draft.setSource(on ? RotateDraft::Source::Existing : RotateDraft::Source::New);
    });
    connect(table, &QTableWidget::itemSelectionChanged, this, [this, table] {
        const QTableWidgetItem *chosen = table->item(table->currentRow(), SourceThumbprint);
        if (!m_isBinding && chosen != nullptr)
            m_draft.setExisting(
                domain::Thumbprint::parse(chosen->data(Qt::UserRole).toString()).value_or(domain::Thumbprint()));
    });
    connect(&m_draft, &RotateDraft::changed, this, [this] {
        if (m_shown == m_draft.existingCandidates())
            bind();
        else
            fill(); // the organisation was read again
        check();
    });
    retranslate();
}

SourcePage::~SourcePage() = default;

bool SourcePage::isNeeded() const
{
    return m_draft.hasFitExisting() || m_draft.source() == RotateDraft::Source::Existing;
}

void SourcePage::enter()
{
    retranslate();
}

void SourcePage::fill()
{
    m_isBinding = true;
    m_shown = m_draft.existingCandidates();
    QTableWidget *table = m_form->existingTable;
    table->setRowCount(0);
    QStringList others;
    for (const advice::AuthCandidate &candidate : std::as_const(m_shown)) {
        const domain::CertificateFacts &facts = candidate.certificate.facts;
        const QString remark = RotationText::candidate(candidate);
        if (!candidate.isFit()) {
            //: a certificate that is not offered; %1: the beginning of its thumbprint, %2: why, a sentence
            others.append(tr("%1: %2").arg(facts.thumbprint.toShortString(), remark));
            continue;
        }
        const int row = table->rowCount();
        table->insertRow(row);
        const QStringList texts{facts.thumbprint.toShortString(), ExpiryText::day(facts.notBeforeUtc),
            ExpiryText::day(facts.notAfterUtc), AuthAdviceText::servers(candidate.holders), remark};
        for (int i = 0; i < SourceColumns; ++i) {
            auto *item = new QTableWidgetItem(texts.at(i));
            item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
            table->setItem(row, i, item);
        }
        table->item(row, SourceThumbprint)->setData(Qt::UserRole, facts.thumbprint.toString());
        table->item(row, SourceThumbprint)->setToolTip(facts.thumbprint.toGroupedString());
    }
    m_others->setPlainText(others.join(u'\n'));
    m_others->setVisible(!others.isEmpty());
    m_othersHeading->setVisible(!others.isEmpty());
    m_isBinding = false;
    bind();
}

void SourcePage::bind()
{
    m_isBinding = true;
    const bool isExisting = m_draft.source() == RotateDraft::Source::Existing;
    (isExisting ? m_form->existingRadio : m_form->newRadio)->setChecked(true);
    QTableWidget *table = m_form->existingTable;
    table->setEnabled(isExisting);
    const QString existing = m_draft.existing().toString();
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->item(row, SourceThumbprint)->data(Qt::UserRole).toString() == existing)
            table->setCurrentCell(row, SourceThumbprint);
    }
    const QList<domain::ServerId> lacking = m_draft.lackingExisting();
    m_lacking->setVisible(isExisting && !lacking.isEmpty());
    //: %1: servers
    m_lacking->setPlainText(tr("Not on %1 yet: Exchange copies it there once the configuration names it.")
                                .arg(AuthAdviceText::servers(lacking)));
    m_isBinding = false;
}

void SourcePage::check()
{
    QStringList problems;
    for (const RotateDraft::Problem &problem : m_draft.problems()) {
        if (problem.code == RotateDraft::ProblemCode::NoExisting
            || problem.code == RotateDraft::ProblemCode::ExistingNotFit)
            problems.append(RotationText::problem(problem));
    }
    showProblems(problems);
}

QString SourcePage::title() const
{
    return tr("Use a certificate that is there");
}

QString SourcePage::subtitle() const
{
    return tr("The organisation has a certificate that can become the Auth certificate and is not in use yet.");
}

void SourcePage::retranslate()
{
    m_form->retranslateUi(m_root);
    m_form->existingTable->setHorizontalHeaderLabels(
        {tr("Thumbprint"), tr("Made"), tr("Ends"), tr("Servers with its key"), tr("Remark")});
    m_newNote->setPlainText(tr("Right when the key of the one that is there may be known to others, or when it is not "
                               "clear who made it."));
    m_othersHeading->setPlainText(tr("Not offered"));
    fill();
    check();
}

} // namespace kakuin::ui
