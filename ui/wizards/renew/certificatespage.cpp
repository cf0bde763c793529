// SPDX-License-Identifier: MIT
#include "ui/wizards/renew/certificatespage.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "core/session/workspace.h"
#include "models/severity.h"
#include "text/expirytext.h"
#include "text/plantext.h"
#include "text/servertext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/messagebar.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

enum CertificateColumn { ChosenName, ChosenExpiry, ChosenServices, ChosenRole, ChosenColumns };
constexpr int idRole = Qt::UserRole;
constexpr int searchRole = Qt::UserRole + 1;
constexpr int serverRole = Qt::UserRole + 2;

domain::CertificateId idOf(const QTreeWidgetItem &item)
{
    return item.data(ChosenName, idRole).value<domain::CertificateId>();
}

} // namespace

CertificatesPage::CertificatesPage(plan::RenewDraft &draft, const session::Workspace &workspace, QWidget *parent)
    : WizardPage(parent)
    , m_draft(draft)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("certificatesPage"));
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("candidateFilterEdit"));
    m_filter->setClearButtonEnabled(true);
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("candidateTree"));
    m_tree->setColumnCount(ChosenColumns);
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(true);
    m_tree->header()->setStretchLastSection(true);
    m_problems = new MessageBar(this);
    m_problems->setObjectName(QStringLiteral("targetProblemBar"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::related);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_problems);
    connect(m_filter, &QLineEdit::textChanged, this, &CertificatesPage::filter);
    connect(m_tree, &QTreeWidget::itemChanged, this, &CertificatesPage::onItemChanged);
    connect(&m_draft, &plan::Draft::inventoryChanged, this, &CertificatesPage::fillAgain);
    connect(&m_draft, &plan::Draft::changed, this, &CertificatesPage::showProblems);
    fill();
    retranslate();
    constexpr std::array widths{250, 170, 150};
    for (int i = 0; i < static_cast<int>(widths.size()); ++i)
        m_tree->setColumnWidth(i, widths.at(static_cast<size_t>(i)));
}

QString CertificatesPage::title() const
{
    return tr("Which certificates?");
}

QString CertificatesPage::subtitle() const
{
    return tr("Each one gets a successor with the same names and a new key. The old one stays until you remove it.");
}

bool CertificatesPage::isComplete() const
{
    return m_draft.problems(plan::RenewDraft::Field::Targets).isEmpty();
}

QTreeWidgetItem *CertificatesPage::serverItem(const domain::ServerId &server)
{
    for (int i = m_tree->topLevelItemCount() - 1; i >= 0; --i) {
        if (m_tree->topLevelItem(i)->data(ChosenName, serverRole).value<domain::ServerId>() == server)
            return m_tree->topLevelItem(i);
    }
    auto *item = new QTreeWidgetItem(m_tree, {singleLine(server.name())});
    item->setData(ChosenName, serverRole, QVariant::fromValue(server));
    item->setSizeHint(ChosenName, QSize(0, metric::minimumRowHeight));
    item->setFlags(Qt::ItemIsEnabled);
    item->setExpanded(true);
    return item;
}

void CertificatesPage::addRow(const domain::CertificateId &id, bool isChosen)
{
    const domain::Certificate *certificate = m_draft.inventory()->find(id);
    auto *item = new QTreeWidgetItem(serverItem(id.server));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(ChosenName, isChosen ? Qt::Checked : Qt::Unchecked);
    const QString name = certificate == nullptr ? id.thumbprint.toGroupedString().left(17) : certificate->displayName();
    item->setText(ChosenName, name);
    item->setToolTip(ChosenName, id.thumbprint.toGroupedString());
    item->setSizeHint(ChosenName, QSize(0, metric::minimumRowHeight));
    item->setData(ChosenName, idRole, QVariant::fromValue(id));
    const QStringList searched{name, certificate == nullptr ? QString() : certificate->facts.subject, id.server.name(),
        id.thumbprint.toString()};
    item->setData(ChosenName, searchRole, searched.join(u' ').toCaseFolded());
    if (isChosen && m_tree->currentItem() == nullptr)
        m_tree->setCurrentItem(item);
}

void CertificatesPage::fill()
{
    m_isFilling = true;
    m_tree->clear();
    QList<domain::CertificateId> chosen;
    for (const plan::RenewDraft::Target &target : m_draft.targets())
        chosen.append(target.id);
    for (const plan::RenewDraft::Target &candidate : m_draft.candidates())
        addRow(candidate.id, chosen.removeAll(candidate.id) > 0);
    // what was chosen and cannot be renewed (any more) stays in sight, so that it can be taken off the list
    for (const domain::CertificateId &id : std::as_const(chosen))
        addRow(id, true);
    if (QTreeWidgetItem *current = m_tree->currentItem())
        m_tree->scrollToItem(current);
    m_isFilling = false;
}

void CertificatesPage::fillAgain()
{
    const QTreeWidgetItem *before = m_tree->currentItem();
    const domain::CertificateId current = before == nullptr ? domain::CertificateId() : idOf(*before);
    const int scrolled = m_tree->verticalScrollBar()->value();
    fill();
    retranslate();
    filter(m_filter->text());
    for (QTreeWidgetItemIterator it(m_tree); *it != nullptr; ++it) {
        if (!current.thumbprint.isNull() && idOf(**it) == current)
            m_tree->setCurrentItem(*it);
    }
    m_tree->verticalScrollBar()->setValue(scrolled);
    Q_EMIT changed();
}

void CertificatesPage::onItemChanged(QTreeWidgetItem *)
{
    if (m_isFilling)
        return;
    QList<domain::CertificateId> ids;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *server = m_tree->topLevelItem(i);
        for (int j = 0; j < server->childCount(); ++j) {
            if (server->child(j)->checkState(ChosenName) == Qt::Checked)
                ids.append(idOf(*server->child(j)));
        }
    }
    m_draft.setTargets(ids);
    Q_EMIT changed();
}

void CertificatesPage::filter(const QString &text)
{
    const QString wanted = text.trimmed().toCaseFolded();
    const QString digits = domain::thumbprintFragment(text).toCaseFolded();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *server = m_tree->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < server->childCount(); ++j) {
            const QString searched = server->child(j)->data(ChosenName, searchRole).toString();
            const bool matches = searched.contains(wanted) || (digits.size() >= 4 && searched.contains(digits));
            server->child(j)->setHidden(!matches);
            any = any || matches;
        }
        server->setHidden(!any);
    }
}

void CertificatesPage::showProblems()
{
    QStringList lines;
    for (const plan::RenewDraft::Problem &problem : m_draft.problems(plan::RenewDraft::Field::Targets))
        lines.append(PlanText::problem(problem));
    lines.removeDuplicates();
    // that nothing is chosen yet is no mistake: the button says it
    if (lines.isEmpty() || m_draft.targets().isEmpty())
        m_problems->clear();
    else
        m_problems->setMessage(models::Severity::Expired, lines.join(u'\n'));
}

void CertificatesPage::retranslate()
{
    m_filter->setPlaceholderText(tr("Search name, server, thumbprint"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_tree->setAccessibleName(tr("Certificates that can be renewed"));
    m_tree->setHeaderLabels({tr("Name"), tr("Expires"), tr("Services"), tr("Role")});
    m_isFilling = true;
    QHash<domain::CertificateId, plan::RenewDraft::Target> byId;
    for (const plan::RenewDraft::Target &candidate : m_draft.candidates())
        byId.insert(candidate.id, candidate);
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *server = m_tree->topLevelItem(i);
        for (int j = 0; j < server->childCount(); ++j) {
            QTreeWidgetItem *item = server->child(j);
            const domain::Certificate *certificate = m_draft.inventory()->find(idOf(*item));
            if (certificate == nullptr)
                continue;
            const domain::Expiry expiry = domain::expiryOf(certificate->facts.notAfterUtc, m_draft.nowUtc());
            item->setText(ChosenExpiry, ExpiryText::remaining(expiry, certificate->facts.notAfterUtc));
            item->setToolTip(ChosenExpiry, ExpiryText::dayAndTime(certificate->facts.notAfterUtc));
            item->setText(ChosenServices, ServerText::services(certificate->services));
            const plan::RenewDraft::Target target = byId.value(idOf(*item));
            //: role of a certificate, in a column
            item->setText(ChosenRole,
                target.isInternalTransport ? tr("Internal transport")
                    : target.isWmSvc       ? QStringLiteral("WMSvc")
                                           : QString());
        }
    }
    m_isFilling = false;
    showProblems();
    decorate();
}

void CertificatesPage::decorate()
{
    m_isFilling = true;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *server = m_tree->topLevelItem(i);
        server->setIcon(ChosenName, lineIcon(QStringLiteral("server"), Tone::Muted, palette()));
        for (int j = 0; j < server->childCount(); ++j) {
            const domain::Certificate *certificate = m_draft.inventory()->find(idOf(*server->child(j)));
            if (certificate == nullptr)
                continue;
            const models::Severity severity
                = models::severityOf(*certificate, m_workspace.evaluation(), m_draft.nowUtc());
            server->child(j)->setIcon(ChosenExpiry, severityIcon(severity, palette()));
        }
    }
    m_isFilling = false;
}

} // namespace kakuin::ui
