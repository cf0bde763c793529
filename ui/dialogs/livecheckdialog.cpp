// SPDX-License-Identifier: MIT
#include "ui/dialogs/livecheckdialog.h"

#include "core/base/untrustedtext.h"
#include "core/live/standardports.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr int liveCheckWidth = 520;
constexpr qsizetype longestServerName = 120;

} // namespace

LiveCheckDialog::LiveCheckDialog(
    const session::Workspace &workspace, const QList<domain::ServerId> &servers, QWidget *parent)
    : QDialog(parent)
    , m_isPractice(workspace.lab() != nullptr)
    , m_isExported(workspace.exported() != nullptr)
    , m_title(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_what(new WrapLabel(this))
    , m_how(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , m_allow(new QCheckBox(this))
    , m_check(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("liveCheckDialog"));
    setWindowModality(Qt::WindowModal);
    countTargets(*workspace.session()->inventory(), servers);
    m_allow->setObjectName(QStringLiteral("allowCheck"));
    m_allow->setVisible(m_isExported);
    m_check->setObjectName(QStringLiteral("checkPortsButton"));
    m_check->setAutoDefault(!m_isExported);
    m_check->setDefault(!m_isExported);
    m_check->setEnabled(!m_isExported);
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setAutoDefault(m_isExported);
    m_cancel->setDefault(m_isExported);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    layout->setSpacing(metric::related);
    layout->addWidget(m_title);
    layout->addWidget(m_what);
    layout->addWidget(m_how);
    layout->addWidget(m_allow);
    layout->addSpacing(metric::related);
    layout->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addStretch(1);
    buttons->addWidget(m_check);
    buttons->addWidget(m_cancel);
    layout->addLayout(buttons);
    connect(m_allow, &QCheckBox::toggled, m_check, &QWidget::setEnabled);
    connect(m_check, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    resizeOnScreen(*this, {liveCheckWidth, layout->totalHeightForWidth(liveCheckWidth)});
}

void LiveCheckDialog::countTargets(const domain::Inventory &inventory, const QList<domain::ServerId> &servers)
{
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (!servers.isEmpty() && !servers.contains(entry.server.id))
            continue;
        ++m_servers;
        m_ports += static_cast<int>(live::portsOf(entry.server).size());
        m_onlyServer = singleLine(entry.server.id.name(), longestServerName);
    }
}

void LiveCheckDialog::retranslate()
{
    setWindowTitle(tr("Check what the ports serve"));
    m_title->setPlainText(tr("Check what the ports serve"));
    const QString ports = tr("%n ports", nullptr, m_ports);
    m_what->setPlainText(m_servers == 1
            //: %1: "11 ports", %2: a server
            ? tr("Kakuin connects to %1 of %2 and looks which certificate each of them shows.").arg(ports, m_onlyServer)
            //: %1: "33 ports", %2: "3 servers"
            : tr("Kakuin connects to %1 of %2 and looks which certificate each of them shows.", "several servers")
                  .arg(ports, tr("%n servers", nullptr, m_servers)));
    if (m_isPractice)
        m_how->setPlainText(
            tr("In a practice organisation its servers answer from what they are set to: nothing leaves "
               "this computer."));
    else
        m_how->setPlainText(
            tr("Web sites, SMTP, IMAP and POP. Nobody signs in and nothing is sent; the servers may note the "
               "connections in their logs, and a monitoring of the network may notice them."));
    m_allow->setText(tr("These servers belong to my organisation, and I may &connect to them"));
    m_check->setText(tr("Check"));
    m_cancel->setText(tr("Cancel"));
}

void LiveCheckDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kakuin::ui
