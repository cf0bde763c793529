// SPDX-License-Identifier: MIT
#include "ui/wizards/assign/servicespage.h"

#include "core/base/untrustedtext.h"
#include "text/tasktext.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

using domain::Service;
using plan::AssignDraft;

ServicesPage::ServicesPage(plan::AssignDraft &draft, QWidget *parent)
    : FormPage(QStringLiteral("servicesPage"), parent)
    , m_draft(draft)
{
    m_servicesHeading = addHeading("servicesHeading");
    for (const Service service : domain::allServices()) {
        const QByteArray name = "service" + domain::cmdletName(service).toLatin1() + "Check";
        Option option = addOption(name.constData());
        m_services.append(option);
        connect(option.button, &QCheckBox::toggled, this, &ServicesPage::write);
    }
    m_optionalSsl = addOption("optionalSslCheck");
    connect(m_optionalSsl.button, &QCheckBox::toggled, this, &ServicesPage::write);
    m_transportHeading = addHeading("transportHeading");
    m_holder = addNote("transportHolderLabel");
    m_take = addChoice("takeTransportRadio");
    m_leave = addChoice("leaveTransportRadio");
    column()->addStretch(1);
    auto *group = new QButtonGroup(this);
    group->addButton(m_take.button);
    group->addButton(m_leave.button);
    connect(m_take.button, &QRadioButton::toggled, this, &ServicesPage::write);
    connect(&m_draft, &AssignDraft::changed, this, [this] {
        bind();
        update();
    });
    bind();
    retranslate();
}

void ServicesPage::enter()
{
    bind();
    update();
}

void ServicesPage::bind()
{
    m_isBinding = true;
    const domain::ServiceSet had = m_draft.present().value_or(domain::ServiceSet());
    const domain::Certificate *certificate = m_draft.certificate();
    const QList<Service> all = domain::allServices();
    for (int i = 0; i < m_services.size(); ++i) {
        // what it has stays: services are only added. IIS may be there for the Back End alone.
        const bool isThere = had.testFlag(all.at(i))
            && (all.at(i) != Service::Iis
                || (certificate != nullptr && certificate->isBoundToSite(domain::IisBinding::frontEndSite)));
        m_services.at(i).button->setChecked(isThere || m_draft.services().testFlag(all.at(i)));
        m_services.at(i).button->setEnabled(!isThere && all.at(i) != Service::Federation);
    }
    m_optionalSsl.button->setChecked(m_draft.leavesSslOptional());
    (m_draft.takesTransport() ? m_take : m_leave).button->setChecked(true);
    m_isBinding = false;
}

void ServicesPage::write()
{
    if (m_isBinding)
        return;
    const bool takes = m_take.button->isChecked();
    domain::ServiceSet chosen;
    const QList<Service> all = domain::allServices();
    for (int i = 0; i < m_services.size(); ++i) {
        const bool isNew = m_services.at(i).button->isEnabled() && m_services.at(i).button->isChecked();
        // enabling SMTP once more is what moves the role
        const bool isForRole = takes && all.at(i) == Service::Smtp && m_services.at(i).button->isChecked();
        chosen.setFlag(all.at(i), isNew || isForRole);
    }
    m_draft.setLeavesSslOptional(m_optionalSsl.button->isChecked());
    m_draft.setServices(chosen);
    m_draft.setTakesTransport(takes);
}

QString ServicesPage::nameOf(const domain::Thumbprint &thumbprint) const
{
    const domain::Certificate *one = m_draft.inventory()->find({m_draft.id().server, thumbprint});
    const QString brief = thumbprint.toString().left(8) + QStringLiteral("…");
    //: %1: name of a certificate, %2: beginning of its thumbprint
    return one == nullptr ? brief : tr("“%1” (%2)").arg(one->displayName(), brief);
}

QString ServicesPage::noteFor(Service service) const
{
    if (m_draft.present() && m_draft.present()->testFlag(service) && service != Service::Iis)
        return tr("It has this service already. A service cannot be taken away, only given to another certificate.");
    const QList<AssignDraft::Takeover> takeovers = m_draft.takeovers();
    for (const AssignDraft::Takeover &takeover : takeovers) {
        if (takeover.service == service)
            //: %1: a certificate
            return tr("Taken over from %1.").arg(nameOf(takeover.from));
    }
    switch (service) {
    case Service::Iis:
        return tr("Port 443 of the default web site. Port 444 (Exchange Back End) stays as it is.");
    case Service::Federation:
        return tr("Assigned by the federation cmdlets only.");
    case Service::Imap:
    case Service::Pop:
    case Service::Um:
    case Service::Smtp:
    case Service::UmCallRouter:
        break;
    }
    return {};
}

void ServicesPage::update()
{
    const QList<Service> all = domain::allServices();
    for (int i = 0; i < m_services.size(); ++i)
        m_services.at(i).setTexts(domain::cmdletName(all.at(i)), noteFor(all.at(i)));
    m_optionalSsl.button->setVisible(m_draft.services().testFlag(Service::Iis));
    m_optionalSsl.note->setVisible(m_draft.services().testFlag(Service::Iis));
    const domain::Thumbprint holder = m_draft.transportHolder();
    const QString server = singleLine(m_draft.id().server.name(), 120);
    const bool isItself = !holder.isNull() && holder == m_draft.id().thumbprint;
    if (isItself)
        m_holder->setPlainText(tr("It is the internal transport certificate of %1 already.").arg(server));
    else
        m_holder->setPlainText(holder.isNull()
                ? tr("Which certificate %1 uses for internal transport is not known, or none is set.").arg(server)
                //: %1: a server, %2: a certificate
                : tr("Today %1 uses %2 for internal transport.").arg(server, nameOf(holder)));
    m_take.button->setEnabled(!isItself);
    m_leave.button->setEnabled(!isItself);
    QStringList problems;
    const QList<AssignDraft::ProblemCode> found = m_draft.problems();
    for (const AssignDraft::ProblemCode code : found)
        problems.append(TaskText::problem(code));
    const bool isUntouched = found == QList{AssignDraft::ProblemCode::NothingToDo} && !m_draft.services();
    showProblems(problems, isUntouched);
}

QString ServicesPage::title() const
{
    return tr("Which services?");
}

QString ServicesPage::subtitle() const
{
    //: %1: a certificate, %2: a server
    return tr("For %1 on %2.").arg(nameOf(m_draft.id().thumbprint), singleLine(m_draft.id().server.name(), 120));
}

void ServicesPage::retranslate()
{
    m_servicesHeading->setPlainText(tr("Services"));
    m_optionalSsl.setTexts(tr("Do not require TLS on the default web site"),
        tr("Otherwise Exchange switches the requirement on when IIS is assigned."));
    m_transportHeading->setPlainText(tr("Internal transport certificate"));
    m_take.setTexts(tr("Make it the internal transport certificate"),
        tr("Mail between the servers uses it from then on. The server asks first; the recommended answer is Yes."));
    m_leave.setTexts(tr("Leave internal transport as it is"),
        tr("If the server asks when SMTP is assigned, the recommended answer is No."));
    update();
}

} // namespace kakuin::ui
