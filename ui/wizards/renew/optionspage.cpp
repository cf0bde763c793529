// SPDX-License-Identifier: MIT
#include "ui/wizards/renew/optionspage.h"

#include "core/base/untrustedtext.h"
#include "text/plantext.h"
#include "text/servertext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scrollcolumn.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace kakuin::ui {
namespace {

using plan::RenewDraft;

constexpr int noteIndent = 24;
constexpr int serviceColumns = 4;
constexpr qsizetype mostServersShown = 4;

} // namespace

OptionsPage::OptionsPage(plan::RenewDraft &draft, QWidget *parent)
    : WizardPage(parent)
    , m_draft(draft)
{
    setObjectName(QStringLiteral("optionsPage"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new ScrollColumn(this);
    scroll->setObjectName(QStringLiteral("optionsScrollArea"));
    m_content = scroll->content();
    auto *layout = scroll->column();
    layout->setContentsMargins(0, 0, metric::related, 0);
    layout->setSpacing(4);
    buildServices();
    buildTransport();
    buildKey();
    buildPolicy();
    layout->addStretch(1);
    outer->addWidget(scroll, 1);
    m_problems = new MessageBar(this);
    m_problems->setObjectName(QStringLiteral("optionsProblemBar"));
    outer->addWidget(m_problems);
    bind();
    retranslate();
}

WrapLabel *OptionsPage::addHeading(QWidget *parent, const char *name)
{
    auto *heading = sentence(parent, QLatin1String(name), WrapLabel::Look::Strong);
    heading->setContentsMargins(0, m_headings.isEmpty() ? 0 : metric::related, 0, 2);
    m_headings.append(heading);
    parent->layout()->addWidget(heading);
    return heading;
}

OptionsPage::Choice OptionsPage::addChoice(QWidget *parent, const char *name)
{
    Choice choice;
    choice.button = new QRadioButton(parent);
    choice.button->setObjectName(QLatin1String(name));
    choice.note = note(parent, QLatin1String(name) + QLatin1String("Note"));
    choice.note->setContentsMargins(noteIndent, 0, 0, 4);
    parent->layout()->addWidget(choice.button);
    parent->layout()->addWidget(choice.note);
    return choice;
}

void OptionsPage::buildServices()
{
    auto *layout = m_content->layout();
    addHeading(m_content, "servicesHeading");
    m_keepServices = addChoice(m_content, "keepServicesRadio");
    m_chooseServices = addChoice(m_content, "chooseServicesRadio");
    auto *row = new QWidget(m_content);
    // a grid, because seven names side by side are wider than a small screen
    auto *boxes = new QGridLayout(row);
    boxes->setContentsMargins(noteIndent, 0, 0, metric::related);
    boxes->setHorizontalSpacing(metric::group);
    boxes->setVerticalSpacing(4);
    boxes->setColumnStretch(serviceColumns, 1);
    for (const domain::Service service : domain::allServices()) {
        auto *box = new QCheckBox(domain::cmdletName(service), row);
        box->setObjectName(QStringLiteral("service%1Check").arg(domain::cmdletName(service)));
        const int at = static_cast<int>(m_services.size());
        m_services.append(box);
        boxes->addWidget(box, at / serviceColumns, at % serviceColumns);
        connect(box, &QCheckBox::toggled, this, &OptionsPage::writeServices);
    }
    layout->addWidget(row);
    auto *group = new QButtonGroup(this);
    group->addButton(m_keepServices.button);
    group->addButton(m_chooseServices.button);
    connect(m_chooseServices.button, &QRadioButton::toggled, row, &QWidget::setEnabled);
    connect(m_chooseServices.button, &QRadioButton::toggled, this, &OptionsPage::writeServices);
}

void OptionsPage::buildTransport()
{
    auto *layout = m_content->layout();
    addHeading(m_content, "transportHeading");
    m_transportIntro = note(m_content, QStringLiteral("transportIntroLabel"));
    m_transportIntro->setContentsMargins(0, 0, 0, 4);
    layout->addWidget(m_transportIntro);
    m_followOld = addChoice(m_content, "followOldRadio");
    m_takeOver = addChoice(m_content, "takeOverRadio");
    m_keepTransport = addChoice(m_content, "keepTransportRadio");
    auto *group = new QButtonGroup(this);
    const auto add = [&](const Choice &choice, RenewDraft::TransportChoice value) {
        group->addButton(choice.button);
        connect(choice.button, &QRadioButton::toggled, this, [this, value](bool on) {
            if (on && !m_isBinding)
                m_draft.setTransportChoice(value);
        });
    };
    add(m_followOld, RenewDraft::TransportChoice::FollowOld);
    add(m_takeOver, RenewDraft::TransportChoice::TakeOver);
    add(m_keepTransport, RenewDraft::TransportChoice::Keep);
}

void OptionsPage::buildKey()
{
    auto *layout = m_content->layout();
    addHeading(m_content, "nameHeading");
    m_friendlyName = new QLineEdit(m_content);
    m_friendlyName->setObjectName(QStringLiteral("friendlyNameEdit"));
    m_friendlyName->setMaximumWidth(420);
    m_friendlyNote = note(m_content, QStringLiteral("friendlyNameNote"));
    layout->addWidget(m_friendlyName);
    layout->addWidget(m_friendlyNote);
    m_exportable = new QCheckBox(m_content);
    m_exportable->setObjectName(QStringLiteral("exportableKeyCheck"));
    m_exportableNote = note(m_content, QStringLiteral("exportableKeyNote"));
    m_exportableNote->setContentsMargins(noteIndent, 0, 0, 4);
    layout->addWidget(m_exportable);
    layout->addWidget(m_exportableNote);
    connect(
        m_friendlyName, &QLineEdit::textEdited, this, [this](const QString &text) { m_draft.setFriendlyName(text); });
    connect(m_exportable, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_isBinding)
            m_draft.setKeyExportable(on);
    });
    connect(&m_draft, &RenewDraft::changed, this, &OptionsPage::showProblems);
}

void OptionsPage::buildPolicy()
{
    m_policyBox = new QWidget(m_content);
    auto *layout = new QVBoxLayout(m_policyBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    addHeading(m_policyBox, "policyHeading");
    m_stop = addChoice(m_policyBox, "stopOnErrorRadio");
    m_continue = addChoice(m_policyBox, "continueOnErrorRadio");
    auto *group = new QButtonGroup(this);
    group->addButton(m_stop.button);
    group->addButton(m_continue.button);
    connect(m_continue.button, &QRadioButton::toggled, this, [this](bool on) {
        if (!m_isBinding)
            m_draft.setErrorPolicy(on ? plan::ErrorPolicy::ContinueWithNextServer : plan::ErrorPolicy::Stop);
    });
    m_content->layout()->addWidget(m_policyBox);
}

void OptionsPage::bind()
{
    m_isBinding = true;
    const auto services = m_draft.services();
    (services ? m_chooseServices : m_keepServices).button->setChecked(true);
    domain::ServiceSet shown = services.value_or(domain::ServiceSet());
    if (!services) {
        // what "choose" starts from: all that the chosen ones have today
        for (const RenewDraft::Target &target : m_draft.targets())
            shown |= target.services;
    }
    const QList<domain::Service> all = domain::allServices();
    for (int i = 0; i < m_services.size(); ++i) {
        m_services.at(i)->setChecked(shown.testFlag(all.at(i)));
        m_services.at(i)->parentWidget()->setEnabled(services.has_value());
    }
    switch (m_draft.transportChoice()) {
    case RenewDraft::TransportChoice::FollowOld:
        m_followOld.button->setChecked(true);
        break;
    case RenewDraft::TransportChoice::TakeOver:
        m_takeOver.button->setChecked(true);
        break;
    case RenewDraft::TransportChoice::Keep:
        m_keepTransport.button->setChecked(true);
        break;
    }
    m_friendlyName->setText(m_draft.friendlyName());
    m_exportable->setChecked(m_draft.isKeyExportable());
    (m_draft.errorPolicy() == plan::ErrorPolicy::Stop ? m_stop : m_continue).button->setChecked(true);
    m_isBinding = false;
}

void OptionsPage::enter()
{
    bind();
    QSet<domain::ServerId> servers;
    for (const RenewDraft::Target &target : m_draft.targets())
        servers.insert(target.id.server);
    m_policyBox->setVisible(servers.size() > 1);
    retranslate();
}

void OptionsPage::writeServices()
{
    if (m_isBinding)
        return;
    if (!m_chooseServices.button->isChecked()) {
        m_draft.setServices(std::nullopt);
        return;
    }
    domain::ServiceSet chosen;
    const QList<domain::Service> all = domain::allServices();
    for (int i = 0; i < m_services.size(); ++i)
        chosen.setFlag(all.at(i), m_services.at(i)->isChecked());
    m_draft.setServices(chosen);
}

bool OptionsPage::isComplete() const
{
    return m_draft.problems().isEmpty();
}

void OptionsPage::showProblems()
{
    QStringList lines;
    for (const RenewDraft::Problem &problem : m_draft.problems())
        lines.append(PlanText::problem(problem));
    lines.removeDuplicates();
    if (lines.isEmpty())
        m_problems->clear();
    else
        m_problems->setMessage(models::Severity::Expired, lines.join(u'\n'));
    Q_EMIT changed();
}

QString OptionsPage::title() const
{
    return tr("What do the successors get?");
}

QString OptionsPage::subtitle() const
{
    return tr("The settings below are right in most cases.");
}

QString OptionsPage::keptServices() const
{
    QStringList kept;
    const QList<RenewDraft::Target> targets = m_draft.targets();
    for (const RenewDraft::Target &target : targets) {
        const std::optional<domain::ServiceSet> services
            = target.areServicesKnown ? std::optional(target.services) : std::nullopt;
        kept.append(target.isWmSvc
                //: the certificate of the Web Management Service, which has no service of Exchange; %1 is a server
                ? tr("%1: none (WMSvc)").arg(singleLine(target.id.server.name()))
                //: services that a certificate's successor gets; %1 server, %2 services
                : tr("%1: %2").arg(singleLine(target.id.server.name()), ServerText::services(services)));
    }
    kept.removeDuplicates();
    const qsizetype more = kept.size() - mostServersShown;
    if (more > 0) {
        kept.resize(mostServersShown);
        //: after a list of servers with their services
        kept.append(tr("and %n more", nullptr, static_cast<int>(more)));
    }
    QString text = kept.join(QStringLiteral(" · "));
    const auto leavesOutIis
        = [](const RenewDraft::Target &target) { return target.leftOut.testFlag(domain::Service::Iis); };
    if (std::any_of(targets.begin(), targets.end(), leavesOutIis))
        text += u'\n'
            + tr(
                "IIS is left out where the old certificate serves port 444 only: no cmdlet assigns that port, and with "
                "IIS the successor would take over port 443.");
    return text;
}

void OptionsPage::retranslate()
{
    const QStringList headings{
        tr("Services"), tr("Internal transport certificate"), tr("Name and key"), tr("If a step fails")};
    for (int i = 0; i < m_headings.size(); ++i)
        m_headings.at(i)->setPlainText(headings.value(i));
    m_keepServices.button->setText(tr("The services of the old certificate"));
    m_keepServices.note->setPlainText(keptServices());
    m_chooseServices.button->setText(tr("These services"));
    m_chooseServices.note->setPlainText(
        tr("With IIS, the successor also takes over port 443 of the default web site."));
    m_transportIntro->setPlainText(
        tr("Each server protects mail to the other servers with one certificate, its internal transport "
           "certificate. While a certificate has this role it cannot be removed. The server asks before it "
           "changes; your choice here decides which answer is recommended."));
    m_followOld.button->setText(tr("Take over from the old certificate (recommended)"));
    m_followOld.note->setPlainText(
        tr("Where the old certificate has the role, the successor takes it over. Mail between servers goes on, and the "
           "old one can be removed later."));
    m_takeOver.button->setText(tr("Take over in any case"));
    m_takeOver.note->setPlainText(tr("Also where another certificate has the role today."));
    m_keepTransport.button->setText(tr("Leave the role as it is"));
    m_keepTransport.note->setPlainText(tr("Where the old certificate has the role, mail between servers goes on "
                                          "depending on it, and it cannot be removed."));
    m_friendlyName->setPlaceholderText(tr("Friendly name, if it shall differ"));
    m_friendlyName->setAccessibleName(tr("Friendly name"));
    m_friendlyNote->setPlainText(tr("Fewer than 64 characters. Left empty, Exchange chooses the name."));
    m_exportable->setText(tr("The private key can be exported"));
    m_exportableNote->setPlainText(
        tr("Needed to copy the certificate to another server. Anyone with administrative rights can then take "
           "the key along, so leave it off unless you need it."));
    m_stop.button->setText(tr("Stop (recommended)"));
    m_stop.note->setPlainText(tr("Nothing further is started, also not on the other servers."));
    m_continue.button->setText(tr("Go on with the next server"));
    m_continue.note->setPlainText(
        tr("The failed server's remaining steps are left out; the result lists every server."));
    showProblems();
}

} // namespace kakuin::ui
