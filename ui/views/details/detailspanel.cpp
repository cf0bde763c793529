// SPDX-License-Identifier: MIT
#include "ui/views/details/detailspanel.h"

#include "core/advice/renewal.h"
#include "core/base/untrustedtext.h"
#include "text/errortext.h"
#include "text/findingtext.h"
#include "ui/decoration/theme.h"
#include "ui/views/details/certificatedetails.h"
#include "ui/views/details/certificatesheet.h"
#include "ui/views/details/nextstepbox.h"
#include "ui/views/details/organisationsheet.h"
#include "ui/views/details/serversheet.h"
#include "ui/views/details/sheetpage.h"

#include <QtCore/QEvent>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {

using namespace std::chrono_literals;

DetailsPanel::DetailsPanel(QWidget *parent)
    : QStackedWidget(parent)
    , m_plainPage(new QWidget(this))
    , m_sheetPage(new SheetPage(m_plainPage))
{
    setObjectName(QStringLiteral("detailsPanel"));
    m_sheetPage->setObjectName(QStringLiteral("sheetPage"));
    // queued: the sheet's own rows are changed by what follows
    connect(m_sheetPage->sheet(), &FactSheet::certificateRequested, this, &DetailsPanel::certificateRequested,
        Qt::QueuedConnection);
    auto *column = new QVBoxLayout(m_plainPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_sheetPage, 1);
    m_plainPage->setObjectName(QStringLiteral("plainSheet"));
    addWidget(m_plainPage);
    setAccessibleName(tr("Details"));
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (m_session)
            setEvaluation(m_evaluation, m_session->nowUtc());
    });
    refresh();
}

// Pages that no start shows are made when they are first needed: the window's first picture need not wait for them.
CertificateDetails *DetailsPanel::certificatePage()
{
    if (m_certificatePage != nullptr)
        return m_certificatePage;
    m_certificatePage = new CertificateDetails(this);
    addWidget(m_certificatePage);
    connect(m_certificatePage, &CertificateDetails::nextStepPressed, this, &DetailsPanel::taskRequested);
    return m_certificatePage;
}

void DetailsPanel::makeSelectionPage()
{
    if (m_selectionPage != nullptr)
        return;
    m_selectionPage = new QWidget(this);
    m_selectionSheet = new SheetPage(m_selectionPage);
    m_selectionNext = new NextStepBox(QStringLiteral("selectionNextStep"), m_selectionPage);
    m_selectionPage->setObjectName(QStringLiteral("selectionPage"));
    m_selectionSheet->setObjectName(QStringLiteral("selectionSheet"));
    auto *column = new QVBoxLayout(m_selectionPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_selectionSheet, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(metric::group, 0, metric::group, metric::group);
    foot->addWidget(m_selectionNext);
    column->addLayout(foot);
    addWidget(m_selectionPage);
    connect(m_selectionNext, &NextStepBox::pressed, this, &DetailsPanel::taskRequested);
}

void DetailsPanel::setSession(session::Session *session)
{
    m_session = session;
    m_subject = Subject::Nothing;
    m_certificates.clear();
    m_server = {};
    if (session == nullptr)
        m_minute.stop();
    else
        m_minute.start();
    setEvaluation(nullptr, session == nullptr ? QDateTime() : session->nowUtc());
}

void DetailsPanel::setEvaluation(const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc)
{
    m_evaluation = evaluation;
    m_nowUtc = nowUtc;
    refresh();
}

void DetailsPanel::choose(Subject subject)
{
    m_subject = subject;
    refresh();
    // Another subject begins at its top; a refresh of the same one stays where it was
    if (currentWidget() == m_plainPage)
        m_sheetPage->verticalScrollBar()->setValue(0);
    else if (m_selectionPage != nullptr && currentWidget() == m_selectionPage)
        m_selectionSheet->verticalScrollBar()->setValue(0);
}

void DetailsPanel::showNothing()
{
    choose(Subject::Nothing);
}

void DetailsPanel::showOrganisation()
{
    choose(Subject::Organisation);
}

void DetailsPanel::showServer(const domain::ServerId &server)
{
    m_server = server;
    choose(Subject::Server);
}

void DetailsPanel::showCertificate(const domain::CertificateId &certificate)
{
    m_certificates = {certificate};
    choose(Subject::Certificate);
}

void DetailsPanel::showCertificates(const QList<domain::CertificateId> &certificates)
{
    m_certificates = certificates;
    choose(certificates.isEmpty()      ? Subject::Nothing
            : certificates.size() == 1 ? Subject::Certificate
                                       : Subject::Certificates);
}

void DetailsPanel::say(const QString &title, const QString &sentence)
{
    showSheet({SheetBlock::title(title), SheetBlock::subtitle(sentence)});
}

void DetailsPanel::showSheet(const QList<SheetBlock> &blocks, bool hasNextStep)
{
    m_sheetPage->sheet()->setBlocks(blocks);
    if (m_serverStep != nullptr)
        m_serverStep->setVisible(hasNextStep);
    setCurrentWidget(m_plainPage);
}

void DetailsPanel::refresh()
{
    if (m_evaluation == nullptr && m_subject != Subject::Nothing) {
        say(tr("Nothing read yet"), tr("The servers and certificates appear here as soon as they have been read."));
        return;
    }
    switch (m_subject) {
    case Subject::Nothing:
        say(tr("Nothing chosen"), tr("Choose a server or a certificate on the left to see what it does."));
        return;
    case Subject::Organisation:
        showSheet(OrganisationSheet::blocks(
            *m_evaluation, m_session ? m_session->shell()->description() : shell::ShellDescription(), m_nowUtc));
        return;
    case Subject::Server:
        updateServer();
        return;
    case Subject::Certificate:
        m_sheetPage->sheet()->setBlocks({}); // hidden: nothing on it may grow stale
        updateCertificate();
        return;
    case Subject::Certificates:
        updateSelection();
        return;
    }
}

void DetailsPanel::updateServer()
{
    const domain::ServerEntry *entry = m_evaluation->inventory()->find(m_server);
    if (entry == nullptr) {
        say(singleLine(m_server.name(), 200), tr("This server is no longer part of what was read."));
        return;
    }
    updateServerStep();
    showSheet(ServerSheet::blocks(*entry, *m_evaluation, m_nowUtc), true);
}

void DetailsPanel::updateServerStep()
{
    if (m_serverStep == nullptr) {
        m_serverStep = new QWidget(m_plainPage);
        m_serverNext = new NextStepBox(QStringLiteral("serverNextStep"), m_serverStep);
        auto *foot = new QVBoxLayout(m_serverStep);
        foot->setContentsMargins(metric::group, 0, metric::group, metric::group);
        foot->addWidget(m_serverNext);
        m_plainPage->layout()->addWidget(m_serverStep);
        connect(m_serverNext, &NextStepBox::pressed, this, &DetailsPanel::taskRequested);
    }
    const findings::Guidance guidance = m_evaluation->adviceFor(m_server);
    if (guidance.finding) {
        const findings::Finding &finding = *guidance.finding;
        const bool isByHand = guidance.task.kind == advice::Task::Kind::Instructions;
        m_serverNext->show(FindingText::title(finding.code),
            FindingText::subject(finding.subject, m_evaluation->inventory()->find(finding.subject.certificate()))
                + u'\n' + (isByHand ? FindingText::steps(finding.code) : FindingText::why(finding.code)),
            guidance.task);
        return;
    }
    QStringList unread;
    for (const findings::Part part : findings::partsIn(guidance.unread))
        unread.append(FindingText::part(part));
    if (unread.isEmpty())
        m_serverNext->show(tr("Nothing needs doing"), tr("No finding concerns this server or its certificates."), {});
    else
        m_serverNext->show(tr("Nothing is known that needs doing"),
            //: %1: parts of an organisation, such as "dates, services"
            tr("Not everything was read. What is missing: %1.").arg(unread.join(tr(", ", "between parts"))), {});
}

void DetailsPanel::updateCertificate()
{
    const domain::CertificateId &id = m_certificates.first();
    const std::optional<CertificateContext> context = CertificateContext::find(m_evaluation, id, m_nowUtc);
    if (context) {
        certificatePage()->show(*context);
        setCurrentWidget(m_certificatePage);
        return;
    }
    const QString thumbprint = id.thumbprint.toGroupedString();
    const QString server = singleLine(id.server.name(), 200);
    const domain::ServerEntry *entry = m_evaluation->inventory()->find(id.server);
    if (entry != nullptr && !entry->certificates) {
        say(thumbprint,
            tr("Whether %1 still has it is not known.").arg(server) + u'\n'
                + ErrorText::sentence(entry->certificates.error()));
        return;
    }
    say(thumbprint, tr("This certificate is no longer on %1.").arg(server));
}

void DetailsPanel::updateSelection()
{
    QList<CertificateContext> contexts;
    for (const domain::CertificateId &id : std::as_const(m_certificates)) {
        if (const auto context = CertificateContext::find(m_evaluation, id, m_nowUtc))
            contexts.append(*context);
    }
    const auto vanished = static_cast<int>(m_certificates.size() - contexts.size());
    makeSelectionPage();
    m_selectionSheet->sheet()->setBlocks(CertificateSheet::selection(contexts, vanished));
    m_selectionNext->showRenewable(renewable());
    setCurrentWidget(m_selectionPage);
}

QList<domain::CertificateId> DetailsPanel::renewable() const
{
    QList<domain::CertificateId> ids;
    for (const domain::CertificateId &id : m_certificates) {
        const auto context = CertificateContext::find(m_evaluation, id, m_nowUtc);
        const bool canRenew = context
            && advice::renewalObstacle(*context->certificate, *m_evaluation->inventory())
                == advice::RenewalObstacle::Nothing;
        if (canRenew)
            ids.append(id);
    }
    return ids;
}

void DetailsPanel::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Details"));
        refresh();
    }
}

} // namespace kakuin::ui
