// SPDX-License-Identifier: MIT
#include "tests/ui/wizards/renewaljourney.h"

#include "core/domain/roles.h"
#include "core/shell/decode/authconfig.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/shell/decode/transportservice.h"
#include "core/shell/directoryquery.h"
#include "tests/testkit/await.h"
#ifdef KAKUIN_HAS_KERBEROS
#include "tests/testkit/throwawaykdc.h"
#endif
#include "tests/testkit/ui/widgetverbs.h"
#include "ui/prompts/promptdialog.h"
#include "ui/wizards/shared/wizardpage.h"

#include <QtCore/QDir>
#include <QtWidgets/QLabel>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

namespace {

/// How a lab server lets people in, and the password with which they come.
struct ServedBy final {
    labserver::LabServer::Options options;
    Secret password;
};

Result<ServedBy> basicDoor()
{
    const Secret password(u"geheim-秘密"_s);
    labserver::LabServer::Options options;
    options.password = password;
    return ServedBy{options, password};
}

// One domain for all journeys of a test program
Result<ServedBy> kerberosDoor()
{
#ifdef KAKUIN_HAS_KERBEROS
    if (!ThrowawayKdc::isInstalled())
        std::exit(ThrowawayKdc::requirement());
    static ThrowawayKdc kdc;
    static const Result<void> started = kdc.start();
    if (!started)
        return tl::unexpected<Error>(started.error());
    labserver::LabServer::Options options;
    options.user = ThrowawayKdc::user();
    options.keytab = QString::fromUtf8(kdc.keytab());
    return ServedBy{options, Secret(ThrowawayKdc::password())};
#else
    return fail(ErrorCode::KerberosUnavailable);
#endif
}

Result<ServedBy> doorOf(Place place)
{
    return place == Place::Kerberos ? kerberosDoor() : basicDoor();
}

// Made once: ten RSA keys take seconds
Result<QString> contoso()
{
    static const QTemporaryDir folder;
    static const QString path = folder.filePath(u"contoso.kakuinlab"_s);
    if (QFile::exists(path))
        return path;
    return await(lab::LabShell::create(path, lab::Preset::Contoso2013)).transform([](const auto &) { return path; });
}

} // namespace

RenewalJourney::RenewalJourney() = default;

RenewalJourney::~RenewalJourney()
{
    delete m_wizard.data();
    m_workspace.reset(); // before the server that it is connected to
}

Result<void> RenewalJourney::open(const QString &culture)
{
    // the environment points to the domain, and is changed only before there are threads
    const auto door = doorOf(place());
    const auto made = contoso();
    if (!door || !made)
        return tl::unexpected<Error>(door ? made.error() : door.error());
    QDir(m_folder.path()).mkpath(u"practice"_s);
    const QString copy = m_folder.filePath(u"practice/20260101-000000000-contoso-2013.kakuinlab"_s);
    if (!QFile::copy(*made, copy))
        return fail(ErrorCode::FileUnwritable, m_folder.path());
    m_workspace = std::make_unique<session::Workspace>(m_folder.path());
    m_workspace->setCulture(culture);
    return readAll(place() == Place::InProcess ? await(m_workspace->openPractice()) : serve(copy));
}

Result<void> RenewalJourney::restart()
{
    Q_ASSERT(!m_server);
    delete m_wizard.data();
    const QString culture = m_workspace->culture();
    m_workspace.reset();
    m_workspace = std::make_unique<session::Workspace>(m_folder.path());
    m_workspace->setCulture(culture);
    return readAll(await(m_workspace->openPractice()));
}

Place RenewalJourney::place()
{
    const QByteArray word = qgetenv("KAKUIN_JOURNEYS");
    return word == "https" ? Place::Https : word == "kerberos" ? Place::Kerberos : Place::InProcess;
}

Result<session::Session *> RenewalJourney::serve(const QString &file)
{
    const Result<ServedBy> door = doorOf(place());
    if (!door)
        return tl::unexpected<Error>(door.error());
    const auto lab = await(lab::LabShell::open(file));
    if (!lab)
        return tl::unexpected<Error>(lab.error());
    auto started = labserver::LabServer::start(*lab, door->options);
    if (!started)
        return tl::unexpected<Error>(started.error());
    m_server = std::move(*started);
    return await(m_workspace->openConnection(m_server->profile(), door->password), foreignPatienceMs);
}

void RenewalJourney::setNetworkFault(const QString &words) const
{
    const auto fault = labserver::Fault::parse(words);
    Q_ASSERT(m_server && fault);
    m_server->setFault(*fault);
}

Result<void> RenewalJourney::connectTo(
    const connection::ConnectionProfile &profile, const Secret &password, const QString &culture)
{
    m_workspace = std::make_unique<session::Workspace>(m_folder.path());
    if (!culture.isEmpty())
        m_workspace->setCulture(culture);
    return readAll(await(m_workspace->openConnection(profile, password), foreignPatienceMs));
}

Result<void> RenewalJourney::readAll(const Result<session::Session *> &opened)
{
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    const auto refreshed = await(session().refresh());
    if (!refreshed)
        return tl::unexpected<Error>(refreshed.error());
    m_before = *refreshed;
    return {};
}

domain::CertificateId RenewalJourney::own(const QString &server) const
{
    const domain::ServerEntry *entry = m_before->find(domain::ServerId::fromHostName(server));
    return entry == nullptr || !entry->transport
        ? domain::CertificateId()
        : domain::CertificateId{entry->server.id, entry->transport->thumbprint};
}

domain::CertificateId RenewalJourney::wmSvc(const QString &server) const
{
    const domain::ServerEntry *entry = m_before->find(domain::ServerId::fromHostName(server));
    if (entry == nullptr || !entry->certificates)
        return {};
    for (const domain::Certificate &certificate : *entry->certificates) {
        if (domain::hasRole(domain::rolesOf(certificate, *m_before), domain::Role::WmSvc))
            return certificate.id();
    }
    return {};
}

void RenewalJourney::start(const QList<domain::CertificateId> &ids)
{
    startTask(ui::makeTaskWizard(*m_workspace, {advice::Task::Kind::Renew, ids}));
}

void RenewalJourney::startTask(ui::TaskWizard *wizard)
{
    m_wizard = wizard;
    m_wizard->open();
}

QString RenewalJourney::page() const
{
    return m_wizard ? m_wizard->currentPage()->objectName() : QString();
}

void RenewalJourney::next()
{
    press(m_wizard, u"nextButton"_s);
}

void RenewalJourney::goToReview()
{
    next();
    next();
}

void RenewalJourney::goToRun()
{
    goToReview();
    next();
}

ui::PromptDialog *RenewalJourney::question()
{
    const auto shown = [this]() -> ui::PromptDialog * {
        const auto dialogs = m_wizard ? m_wizard->findChildren<ui::PromptDialog *>() : QList<ui::PromptDialog *>();
        for (ui::PromptDialog *dialog : dialogs) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    };
    const bool isThere = waitUntil([&] { return shown() != nullptr || page() == u"resultPage"_s; }, foreignPatienceMs);
    return isThere ? shown() : nullptr;
}

bool RenewalJourney::hasResult()
{
    return waitUntil([this] { return page() == u"resultPage"_s; }, foreignPatienceMs);
}

QString RenewalJourney::text(const QString &objectName) const
{
    const auto *label = m_wizard ? m_wizard->findChild<QLabel *>(objectName) : nullptr;
    return label == nullptr ? QString() : label->text();
}

QList<clixml::Value> RenewalJourney::read(const shell::Pipeline &pipeline)
{
    // asked of the organisation itself, where it is at hand: the wire is not what is asserted
    const auto output = await(m_server ? m_server->lab().invoke(pipeline) : session().shell()->invoke(pipeline));
    return output ? output->objects() : QList<clixml::Value>();
}

QList<domain::Certificate> RenewalJourney::certificates(const QString &server)
{
    const auto id = domain::ServerId::fromHostName(server);
    QList<domain::Certificate> out;
    for (const clixml::Value &object : read(shell::Cmdlet(u"Get-ExchangeCertificate"_s).onServer(id))) {
        if (const auto certificate = shell::decode::exchangeCertificate(object, id))
            out.append(*certificate);
    }
    return out;
}

QList<domain::Certificate> RenewalJourney::added(const QString &server)
{
    QList<domain::Certificate> out = certificates(server);
    out.removeIf([this](const domain::Certificate &each) { return m_before->find(each.id()) != nullptr; });
    return out;
}

domain::Thumbprint RenewalJourney::transport(const QString &server)
{
    const domain::ServerEntry *entry = m_before->find(domain::ServerId::fromHostName(server));
    if (entry->server.isClientAccessOnly()) {
        const auto objects = read(*shell::directoryQuery(entry->server));
        return objects.isEmpty() ? domain::Thumbprint()
                                 : shell::decode::directoryServer(objects.first())
                                       .transform([](const auto &assignment) { return assignment.thumbprint; })
                                       .value_or(domain::Thumbprint());
    }
    const auto objects = read(shell::Cmdlet(u"Get-TransportService"_s).with(u"Identity"_s, server));
    return objects.isEmpty() ? domain::Thumbprint()
                             : shell::decode::transportService(objects.first())
                                   .transform([](const auto &assignment) { return assignment.thumbprint; })
                                   .value_or(domain::Thumbprint());
}

domain::AuthConfig RenewalJourney::authConfig()
{
    const auto objects = read(shell::Cmdlet(u"Get-AuthConfig"_s));
    return objects.isEmpty() ? domain::AuthConfig()
                             : shell::decode::authConfig(objects.first()).value_or(domain::AuthConfig());
}

QList<plan::OperationRecord> RenewalJourney::operations()
{
    return m_workspace->journal()
        ? m_workspace->journal()->operations(m_workspace->organisationKey()).value_or(QList<plan::OperationRecord>())
        : QList<plan::OperationRecord>();
}

} // namespace kakuin::testkit
