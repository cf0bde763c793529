// SPDX-License-Identifier: MIT
#include "ui/views/details/sheetrow.h"

#include "text/severitytext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/sectionheading.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace kakuin::ui {
namespace {

constexpr int bulletWidth = 18;

} // namespace

SheetRow::SheetRow(SheetBlock::Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
{
    switch (kind) {
    case SheetBlock::Kind::Title:
        m_text = new WrapLabel(this, WrapLabel::Look::Heading);
        break;
    case SheetBlock::Kind::Subtitle:
        m_text = new WrapLabel(this, WrapLabel::Look::Body, Tone::Muted);
        break;
    case SheetBlock::Kind::Heading:
        m_heading = new SectionHeading(this);
        break;
    case SheetBlock::Kind::Item:
        makeItem();
        return;
    case SheetBlock::Kind::Fact:
        makeFact();
        return;
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kind == SheetBlock::Kind::Heading ? metric::related : 0, 0, 0);
    column->addWidget(m_heading != nullptr ? m_heading : static_cast<QLabel *>(m_text));
}

void SheetRow::makeItem()
{
    m_bullet = new QLabel(this);
    m_bullet->setFixedWidth(bulletWidth);
    m_bullet->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_text = new WrapLabel(this);
    m_detail = new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto *column = new QVBoxLayout;
    column->setSpacing(1);
    column->addWidget(m_text);
    column->addWidget(m_detail);
    row->addWidget(m_bullet, 0, Qt::AlignTop);
    row->addLayout(column, 1);
}

void SheetRow::makeFact()
{
    m_text = new WrapLabel(this, WrapLabel::Look::Body, Tone::Muted);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_detail = new WrapLabel(this);
    m_detail->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::group);
    row->addWidget(m_text, 0, Qt::AlignTop);
    row->addWidget(m_detail, 1, Qt::AlignTop);
}

void SheetRow::setBlock(const SheetBlock &block)
{
    Q_ASSERT(block.kind == m_kind);
    m_mark = block.mark;
    if (m_heading != nullptr)
        m_heading->setText(block.text);
    if (m_text != nullptr)
        m_text->setPlainText(block.text);
    if (m_detail != nullptr) {
        m_detail->setPlainText(block.detail);
        m_detail->setVisible(!block.detail.isEmpty());
    }
    m_target = block.target;
    showTarget();
    updateMark();
}

void SheetRow::showTarget()
{
    const bool leads = m_kind == SheetBlock::Kind::Item && !m_target.thumbprint.isNull();
    if (leads && m_show == nullptr) {
        m_show = new QToolButton(this);
        m_show->setObjectName(QStringLiteral("showCertificateButton"));
        m_show->setFocusPolicy(Qt::StrongFocus);
        static_cast<QHBoxLayout *>(layout())->addWidget(m_show, 0, Qt::AlignTop);
        connect(m_show, &QToolButton::clicked, this, [this] { Q_EMIT certificateRequested(m_target); });
    }
    if (m_show == nullptr)
        return;
    m_show->setVisible(leads);
    retranslate();
}

void SheetRow::retranslate()
{
    if (m_show == nullptr)
        return;
    m_show->setText(tr("Show", "a certificate"));
    //: for screen readers; %1: what the certificate belongs to, such as "HTTPS 443"
    m_show->setAccessibleName(tr("Show the certificate of %1").arg(m_text->text()));
}

void SheetRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

int SheetRow::nameWidth() const
{
    if (m_kind != SheetBlock::Kind::Fact)
        return 0;
    return m_text->fontMetrics().horizontalAdvance(m_text->text()) + 2;
}

void SheetRow::setNameWidth(int width)
{
    if (m_kind == SheetBlock::Kind::Fact)
        m_text->setFixedWidth(width);
}

void SheetRow::updateMark()
{
    if (m_bullet == nullptr)
        return;
    if (m_mark) {
        m_bullet->setPixmap(
            severityIcon(*m_mark, palette()).pixmap(QSize(metric::iconSide, metric::iconSide), devicePixelRatioF()));
        m_bullet->setAccessibleName(SeverityText::word(*m_mark));
        m_bullet->setToolTip(SeverityText::word(*m_mark));
        // Beside the middle of the first line of text
        const int above = std::max(0, (m_text->fontMetrics().height() - metric::iconSide) / 2);
        m_bullet->setContentsMargins(0, above, 0, 0);
        return;
    }
    m_bullet->setContentsMargins(0, 0, 0, 0);
    m_bullet->setText(QStringLiteral("•"));
    m_bullet->setAccessibleName({});
    m_bullet->setToolTip({});
}

} // namespace kakuin::ui
