// SPDX-License-Identifier: MIT
#include "ui/help/helpcontents.h"

#include "ui/decoration/theme.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int pageRole = Qt::UserRole;
constexpr int anchorRole = Qt::UserRole + 1;
constexpr int sectionLevel = 2; ///< deeper headings are for reading, not for choosing

} // namespace

HelpContents::HelpContents(QWidget *parent)
    : QStackedWidget(parent)
    , m_tree(new QTreeWidget(this))
    , m_hits(new QListWidget(this))
{
    m_tree->setObjectName(u"contentsTree"_s);
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(1);
    m_tree->setRootIsDecorated(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_hits->setObjectName(u"hitsList"_s);
    m_hits->setWordWrap(true);
    m_hits->setFrameShape(QFrame::NoFrame);
    m_hits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hits->setSpacing(metric::related / 2);
    auto *empty = new QWidget(this);
    auto *column = new QVBoxLayout(empty);
    m_nothing = new WrapLabel(empty, WrapLabel::Look::Body, Tone::Muted);
    m_nothing->setObjectName(u"nothingFoundLabel"_s);
    column->addWidget(m_nothing);
    column->addStretch(1);
    addWidget(m_tree);
    addWidget(m_hits);
    addWidget(empty);
    const auto choose = [this](const auto *item) {
        if (item != nullptr)
            Q_EMIT chosen(item->data(pageRole).toString(), item->data(anchorRole).toString());
    };
    const auto chooseTree = [this](const QTreeWidgetItem *item) {
        if (item != nullptr)
            Q_EMIT chosen(item->data(0, pageRole).toString(), item->data(0, anchorRole).toString());
    };
    connect(m_tree, &QTreeWidget::currentItemChanged, this, chooseTree);
    connect(m_tree, &QTreeWidget::itemClicked, this, chooseTree); // the current one once more
    connect(m_hits, &QListWidget::currentItemChanged, this, choose);
    connect(m_hits, &QListWidget::itemClicked, this, choose);
}

void HelpContents::setGuide(std::shared_ptr<const Guide> guide)
{
    m_guide = std::move(guide);
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    QTreeWidgetItem *page = nullptr;
    for (const GuideSection &section : m_guide->sections()) {
        if (section.level > sectionLevel || (section.level == sectionLevel && section.anchor.isEmpty()))
            continue;
        auto *item = section.level == 1 || page == nullptr ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(page);
        if (section.level == 1)
            page = item;
        item->setText(0, section.title);
        item->setSizeHint(0, {0, metric::minimumRowHeight});
        item->setToolTip(0, section.title);
        item->setData(0, pageRole, section.page);
        item->setData(0, anchorRole, section.anchor);
    }
    search(m_words);
}

void HelpContents::setCurrentPage(const QString &page)
{
    const QTreeWidgetItem *current = m_tree->currentItem();
    if (current != nullptr && current->data(0, pageRole).toString() == page)
        return;
    const QSignalBlocker quiet(m_tree);
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_tree->topLevelItem(i);
        const bool isThis = item->data(0, pageRole).toString() == page;
        item->setExpanded(isThis);
        if (isThis)
            m_tree->setCurrentItem(item);
    }
}

void HelpContents::search(const QString &words)
{
    m_words = words;
    const QSignalBlocker quiet(m_hits);
    m_hits->clear();
    if (words.simplified().isEmpty() || m_guide == nullptr) {
        setCurrentWidget(m_tree);
        return;
    }
    const QList<Guide::Hit> hits = m_guide->find(words);
    for (const Guide::Hit &hit : hits) {
        const QString page = m_guide->sectionsOf(hit.section.page).value(0).title;
        QString text = hit.section.title == page ? page : page + u" – "_s + hit.section.title;
        if (!hit.excerpt.isEmpty())
            text += u'\n' + hit.excerpt;
        auto *item = new QListWidgetItem(text, m_hits);
        item->setData(pageRole, hit.section.page);
        item->setData(anchorRole, hit.section.anchor);
    }
    setCurrentIndex(hits.isEmpty() ? 2 : 1);
    retranslate();
}

void HelpContents::focusList()
{
    if (currentWidget() == m_hits && m_hits->count() > 0) {
        m_hits->setFocus(Qt::OtherFocusReason);
        m_hits->setCurrentRow(std::max(0, m_hits->currentRow()));
    } else {
        m_tree->setFocus(Qt::OtherFocusReason);
    }
}

void HelpContents::retranslate()
{
    //: for screen readers
    m_tree->setAccessibleName(tr("Table of contents"));
    //: for screen readers
    m_hits->setAccessibleName(tr("Places found"));
    //: %1 is what was searched for
    m_nothing->setPlainText(tr("The guide does not say “%1”.").arg(m_words.simplified()));
}

} // namespace kakuin::ui
