// SPDX-License-Identifier: MIT
#include "ui/views/welcomepage.h"

#include "core/base/untrustedtext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/sectionheading.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QCommandLinkButton>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr int mostWidth = 620;
constexpr int longestPlaceText = 90;

QString iconOf(RecentPlace::Kind kind)
{
    switch (kind) {
    case RecentPlace::Kind::Practice:
        return QStringLiteral("organisation");
    case RecentPlace::Kind::Connection:
        return QStringLiteral("connector");
    case RecentPlace::Kind::Exported:
        return QStringLiteral("folder");
    }
    return {};
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_title(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_what(new WrapLabel(this))
    , m_practice(addWay("welcomePracticeButton", "organisation"))
    , m_connect(addWay("welcomeConnectButton", "connector"))
    , m_exported(addWay("welcomeExportedButton", "folder"))
    , m_recent(new SectionHeading(this))
    , m_list(new QWidget(this))
    , m_listColumn(new QVBoxLayout(m_list))
{
    setObjectName(QStringLiteral("welcomePage"));
    auto *body = new QWidget(this);
    body->setMaximumWidth(mostWidth);
    auto *column = new QVBoxLayout(body);
    column->setSpacing(metric::related);
    column->addWidget(m_title);
    column->addWidget(m_what);
    column->addSpacing(metric::related);
    for (QWidget *way :
        {static_cast<QWidget *>(m_connect), static_cast<QWidget *>(m_practice), static_cast<QWidget *>(m_exported)})
        column->addWidget(way);
    column->addSpacing(metric::group);
    column->addWidget(m_recent);
    column->addWidget(m_list);
    m_listColumn->setContentsMargins({});
    m_listColumn->setSpacing(metric::related / 2);
    auto *scroll = new ScrollColumn(this); // in a small window everything is still there
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(body, 4);
    row->addStretch(1);
    scroll->column()->addStretch(2);
    scroll->column()->addLayout(row);
    scroll->column()->addStretch(3);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->addWidget(scroll);
    setTabOrder(m_connect, m_practice);
    setTabOrder(m_practice, m_exported);
    connect(m_practice, &QAbstractButton::clicked, this, &WelcomePage::practiceRequested);
    connect(m_connect, &QAbstractButton::clicked, this, &WelcomePage::connectRequested);
    connect(m_exported, &QAbstractButton::clicked, this, &WelcomePage::exportedRequested);
    setFocusProxy(m_connect);
    redecorate();
    retranslate();
}

QCommandLinkButton *WelcomePage::addWay(const char *objectName, const char *icon)
{
    auto *button = new QCommandLinkButton(this);
    button->setObjectName(QLatin1String(objectName));
    button->setProperty("iconName", QLatin1String(icon));
    return button;
}

void WelcomePage::setPlaces(const QList<RecentPlace> &places)
{
    m_places = places;
    showPlaces();
}

void WelcomePage::showPlaces()
{
    qDeleteAll(m_list->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly));
    m_recent->setVisible(!m_places.isEmpty());
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const RecentPlace place = m_places.at(i);
        auto *button = new QToolButton(m_list);
        button->setObjectName(QStringLiteral("recentButton%1").arg(i));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setIcon(lineIcon(iconOf(place.kind), Tone::Muted, palette()));
        const QString text = RecentPlaces::textOf(place);
        button->setText(singleLine(text, longestPlaceText).replace(u'&', QLatin1String("&&")));
        button->setToolTip(text.size() > longestPlaceText ? singleLine(text).toHtmlEscaped() : QString());
        connect(button, &QAbstractButton::clicked, this, [this, place] { Q_EMIT placeRequested(place); });
        m_listColumn->addWidget(button, 0, Qt::AlignLeft);
    }
}

void WelcomePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        redecorate();
}

void WelcomePage::redecorate()
{
    for (QCommandLinkButton *way : {m_practice, m_connect, m_exported})
        way->setIcon(lineIcon(way->property("iconName").toString(), Tone::Seal, palette()));
    showPlaces();
}

void WelcomePage::retranslate()
{
    m_title->setPlainText(tr("Which organisation?"));
    m_what->setPlainText(
        tr("Kakuin shows the certificates that Exchange servers issue to themselves, and renews, rotates, "
           "assigns and removes them. Nothing is changed before you have seen the command."));
    m_connect->setText(tr("Connect to Exchange"));
    m_connect->setDescription(tr("Your own organisation, through the PowerShell of one of its servers."));
    m_practice->setText(tr("Practise"));
    m_practice->setDescription(
        tr("A made-up organisation with real keys and certificates, on this computer only. Nothing can go wrong."));
    m_exported->setText(tr("Look at exported data"));
    m_exported->setDescription(
        tr("A folder or .zip from the collector script or another Kakuin. Nothing can be changed; "
           "tasks end with a script."));
    m_recent->setText(tr("Opened before"));
    showPlaces();
}

} // namespace kakuin::ui
