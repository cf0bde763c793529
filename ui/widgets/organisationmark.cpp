// SPDX-License-Identifier: MIT
#include "ui/widgets/organisationmark.h"

#include "core/base/untrustedtext.h"
#include "ui/decoration/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>

namespace kakuin::ui {
namespace {

using Kind = OrganisationIdentity::Kind;

constexpr qsizetype longestPart = 120;
constexpr int badgeInset = 7;
constexpr int badgeGap = 5;
constexpr int badgePadding = 3;

QString iconOf(Kind kind)
{
    switch (kind) {
    case Kind::None:
        break;
    case Kind::Real:
        return QStringLiteral("server");
    case Kind::Practice:
        return QStringLiteral("practice");
    case Kind::Exported:
        return QStringLiteral("folder");
    }
    return {};
}

Tone toneOfKind(Kind kind)
{
    switch (kind) {
    case Kind::Real:
        return Tone::Information;
    case Kind::Practice:
        return Tone::Ok;
    case Kind::None:
    case Kind::Exported:
        break;
    }
    return Tone::Muted;
}

void drawOutline(QPainter &painter, const QRectF &badge, Kind kind, const QPalette &palette)
{
    const QColor tone = colour(toneOfKind(kind), palette);
    QPen pen(tone, 1.0);
    if (kind == Kind::Practice)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(kind == Kind::Real ? QBrush(tone)
            : kind == Kind::Exported    ? QBrush(tint(Tone::Muted, palette))
                                        : QBrush(Qt::NoBrush));
    const qreal radius = kind == Kind::Exported ? 0 : metric::badgeRadius;
    painter.drawRoundedRect(badge, radius, radius);
}

} // namespace

OrganisationMark::OrganisationMark(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("organisationMark"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslate();
}

void OrganisationMark::setIdentity(const OrganisationIdentity &identity)
{
    m_identity = identity;
    retranslate();
}

QString OrganisationMark::details() const
{
    QStringList parts;
    for (const QString &part : {m_identity.name, m_identity.server}) {
        const QString shown = singleLine(part, longestPart);
        if (!shown.isEmpty() && !parts.contains(shown))
            parts.append(shown);
    }
    if (!m_identity.account.isEmpty())
        //: %1: the account that a connection is signed in with
        parts.append(tr("as %1").arg(singleLine(m_identity.account, longestPart)));
    else if (m_identity.isByTicket)
        parts.append(tr("with this computer's Kerberos ticket"));
    //: between the parts of the mark: connection, server, account
    return parts.join(tr(" · "));
}

void OrganisationMark::retranslate()
{
    switch (m_identity.kind) {
    case Kind::None:
        m_kind.clear();
        break;
    case Kind::Real:
        //: mark on windows that change a real organisation
        m_kind = tr("Real organisation");
        break;
    case Kind::Practice:
        //: mark on windows that work on a practice organisation
        m_kind = tr("Practice");
        break;
    case Kind::Exported:
        //: mark on windows that show exported data
        m_kind = tr("Exported data");
        break;
    }
    m_details = details();
    //: %1: "Real organisation", %2: name, server and account
    const QString whole = m_details.isEmpty() ? m_kind : tr("%1: %2").arg(m_kind, m_details);
    setAccessibleName(whole);
    setToolTip(whole);
    setVisible(m_identity.kind != Kind::None);
    updateGeometry();
    update();
}

QSize OrganisationMark::badgeSize() const
{
    const QFontMetrics metrics(boldFont(secondaryFont(font())));
    return {badgeInset + metric::iconSide + badgeGap + metrics.horizontalAdvance(m_kind) + badgeInset,
        std::max(metrics.height(), metric::iconSide) + 2 * badgePadding};
}

QSize OrganisationMark::sizeHint() const
{
    const QSize badge = badgeSize();
    const int words = QFontMetrics(secondaryFont(font())).horizontalAdvance(m_details);
    return {badge.width() + (words > 0 ? metric::related + words + 2 : 0), badge.height()};
}

QSize OrganisationMark::minimumSizeHint() const
{
    return badgeSize();
}

void OrganisationMark::paintEvent(QPaintEvent *)
{
    if (m_identity.kind == Kind::None)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSize size = badgeSize();
    const QRect badge(QPoint(0, (height() - size.height()) / 2), size);
    drawOutline(painter, QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), m_identity.kind, palette());

    QPalette onBadge = palette();
    const QColor ink = m_identity.kind == Kind::Real ? palette().color(QPalette::Base)
                                                     : colour(toneOfKind(m_identity.kind), palette());
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
        onBadge.setColor(group, QPalette::WindowText, ink);
    QRect inside = badge.adjusted(badgeInset, 0, -badgeInset, 0);
    const QPoint corner(inside.left(), inside.center().y() - metric::iconSide / 2 + 1);
    painter.drawPixmap(corner,
        lineIcon(iconOf(m_identity.kind), Tone::Plain, onBadge)
            .pixmap(QSize(metric::iconSide, metric::iconSide), devicePixelRatioF()));
    inside.setLeft(inside.left() + metric::iconSide + badgeGap);
    painter.setFont(boldFont(secondaryFont(font())));
    painter.setPen(ink);
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft, m_kind);

    const QRect rest(badge.right() + metric::related, 0, width() - badge.right() - metric::related, height());
    painter.setFont(secondaryFont(font()));
    painter.setPen(colour(Tone::Muted, palette()));
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(painter.font()).elidedText(m_details, Qt::ElideMiddle, rest.width()));
}

void OrganisationMark::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

} // namespace kakuin::ui
