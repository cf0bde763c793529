// SPDX-License-Identifier: MIT
#include "ui/wizards/renew/certificatespage.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "ui/decoration/theme.h"
#include "ui/text/expirytext.h"
#include "ui/text/plantext.h"
#include "ui/text/servertext.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

enum Column { NameColumn, ExpiryColumn, ServicesColumn, RoleColumn, ColumnCount };
constexpr int idRole = Qt::UserRole;
constexpr int searchRole = Qt::UserRole + 1;

domain::CertificateId idOf(const QTreeWidgetItem &item)
{
    return item.data(NameColumn, idRole).value<domain::CertificateId>();
}

} // namespace

CertificatesPage::CertificatesPage(
    plan::RenewDraft &draft, domain::InventoryPtr inventory, QDateTime nowUtc, QWidget *parent)
    : WizardPage(parent)
    , m_draft(draft)
    , m_inventory(std::move(inventory))
    , m_nowUtc(std::move(nowUtc))
{
    setObjectName(QStringLiteral("certificatesPage"));
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("candidateFilterEdit"));
    m_filter->setClearButtonEnabled(true);
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("candidateTree"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(true);
    m_tree->header()->setStretchLastSection(true);
    m_problems = sentence(this, QStringLiteral("targetProblemLabel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_problems);
    connect(m_filter, &QLineEdit::textChanged, this, &CertificatesPage::filter);
    connect(m_tree, &QTreeWidget::itemChanged, this, &CertificatesPage::onItemChanged);
    connect(&m_draft, &plan::RenewDraft::changed, this, &CertificatesPage::showProblems);
    fill();
    retranslate();
    constexpr std::array widths{250, 150, 130};
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
    const int last = m_tree->topLevelItemCount() - 1;
    if (last >= 0 && m_tree->topLevelItem(last)->text(NameColumn) == singleLine(server.name()))
        return m_tree->topLevelItem(last);
    auto *item = new QTreeWidgetItem(m_tree, {singleLine(server.name())});
    item->setFlags(Qt::ItemIsEnabled);
    item->setExpanded(true);
    return item;
}

void CertificatesPage::fill()
{
    m_isFilling = true;
    QSet<domain::CertificateId> chosen;
    for (const plan::RenewDraft::Target &target : m_draft.targets())
        chosen.insert(target.id);
    const QList<plan::RenewDraft::Target> candidates = m_draft.candidates();
    QTreeWidgetItem *firstChosen = nullptr;
    for (const plan::RenewDraft::Target &candidate : candidates) {
        const domain::Certificate *certificate = m_inventory->find(candidate.id);
        if (certificate == nullptr)
            continue;
        auto *item = new QTreeWidgetItem(serverItem(candidate.id.server));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool isChosen = chosen.contains(candidate.id);
        item->setCheckState(NameColumn, isChosen ? Qt::Checked : Qt::Unchecked);
        item->setText(NameColumn, certificate->displayName());
        item->setToolTip(NameColumn, candidate.id.thumbprint.toGroupedString());
        item->setData(NameColumn, idRole, QVariant::fromValue(candidate.id));
        item->setData(NameColumn, searchRole,
            (certificate->displayName() + u' ' + certificate->facts.subject + u' ' + candidate.id.server.name() + u' '
                + candidate.id.thumbprint.toString())
                .toCaseFolded());
        if (isChosen && firstChosen == nullptr)
            firstChosen = item;
    }
    if (firstChosen != nullptr)
        m_tree->scrollToItem(firstChosen);
    m_isFilling = false;
}

void CertificatesPage::onItemChanged(QTreeWidgetItem *)
{
    if (m_isFilling)
        return;
    QList<domain::CertificateId> ids;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *server = m_tree->topLevelItem(i);
        for (int j = 0; j < server->childCount(); ++j) {
            if (server->child(j)->checkState(NameColumn) == Qt::Checked)
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
            const QString searched = server->child(j)->data(NameColumn, searchRole).toString();
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
    m_problems->setText(lines.join(u'\n'));
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
            const domain::Certificate *certificate = m_inventory->find(idOf(*item));
            if (certificate == nullptr)
                continue;
            const domain::Expiry expiry = domain::expiryOf(certificate->facts.notAfterUtc, m_nowUtc);
            item->setText(ExpiryColumn, ExpiryText::remaining(expiry, certificate->facts.notAfterUtc));
            item->setToolTip(ExpiryColumn, ExpiryText::dayAndTime(certificate->facts.notAfterUtc));
            item->setText(ServicesColumn, ServerText::services(certificate->services));
            const plan::RenewDraft::Target target = byId.value(idOf(*item));
            //: role of a certificate, in a column
            item->setText(RoleColumn,
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
        server->setIcon(NameColumn, lineIcon(QStringLiteral("server"), Tone::Muted, palette()));
        for (int j = 0; j < server->childCount(); ++j) {
            const domain::Certificate *certificate = m_inventory->find(idOf(*server->child(j)));
            if (certificate == nullptr)
                continue;
            const domain::Expiry expiry = domain::expiryOf(certificate->facts.notAfterUtc, m_nowUtc);
            server->child(j)->setIcon(ExpiryColumn, severityIcon(models::severityOf(expiry.band), palette()));
        }
    }
    m_isFilling = false;
    decorateNote(m_problems);
}

} // namespace kakuin::ui
