// SPDX-License-Identifier: MIT
#include "labserver/labserver.h"

#include "labserver/httpfront.h"
#include "labserver/shellserver.h"
#include "labserver/wsmanfront.h"
#ifdef KAKUIN_HAS_KERBEROS
#include "labserver/kerberosguard.h"
#endif

#include <QtCore/QCryptographicHash>
#include <QtCore/QFileInfo>

namespace kakuin::labserver {

using namespace Qt::StringLiterals;
using Kind = Fault::Kind;
using Moment = Fault::Moment;

namespace {

constexpr qsizetype longestLog = 1000;

QByteArray basic(const QString &user, const QString &password)
{
    return "Basic " + (user + u':' + password).toUtf8().toBase64();
}

// With these the command runs all the same: only the way back is troubled.
bool lets(Kind kind)
{
    return kind == Kind::Slow || kind == Kind::Cut || kind == Kind::None;
}

} // namespace

#ifndef KAKUIN_HAS_KERBEROS
struct KerberosGuardPlan final { };
#endif

QString fingerprintText(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':').toUpper());
}

LabServer::LabServer(std::shared_ptr<lab::LabShell> lab, const Options &options)
    : m_lab(std::move(lab))
    , m_options(options)
{
    PipelineWatcher *watcher = this;
    m_wsman = std::make_unique<WsmanFront>([this, watcher](const QString &culture) {
        m_lab->setCulture(culture);
        return std::make_shared<ShellServer>(m_lab, watcher);
    });
    m_http = std::make_unique<HttpFront>(m_wsman->connections());
    m_http->setClock(m_lab->clock());
    // whichever answer it was: nobody goes on with this session
    connect(
        m_http.get(), &HttpFront::answerCut, this, [this] { m_wsman->forgetShells(); }, Qt::QueuedConnection);
    m_recovery.setSingleShot(true);
    connect(&m_recovery, &QTimer::timeout, this, [this] { setFault({}); });
}

LabServer::~LabServer() = default;

Result<std::unique_ptr<LabServer>> LabServer::start(std::shared_ptr<lab::LabShell> lab, const Options &options)
{
    std::unique_ptr<LabServer> server(new LabServer(std::move(lab), options));
    if (const auto listening = server->listen(); !listening)
        return tl::unexpected<Error>(listening.error());
    return server;
}

Result<void> LabServer::listen()
{
    HttpFront::Options http;
    http.isTls = m_options.keytab.isEmpty();
    http.port = m_options.port;
    http.path = '/' + m_options.endpoint.toUtf8() + '/';
    if (!http.isTls) {
#ifdef KAKUIN_HAS_KERBEROS
        if (const QFileInfo file(m_options.keytab); !file.isFile() || !file.isReadable())
            return fail(ErrorCode::FileUnreadable, m_options.keytab);
        m_kerberos = std::make_shared<KerberosGuardPlan>();
        m_kerberos->keytab = m_options.keytab.toUtf8();
        m_http->setGuards(kerberosGuards(m_kerberos));
#else
        return fail(ErrorCode::KerberosUnavailable, m_options.keytab);
#endif
    }
    letIn(true);
    return m_http->listen(http);
}

void LabServer::letIn(bool isLetIn)
{
    if (!m_kerberos)
        m_http->setAuthorization(
            isLetIn ? basic(m_options.user, m_options.password.text()) : QByteArray("a password that nobody has"));
#ifdef KAKUIN_HAS_KERBEROS
    else
        m_kerberos->forgetsEverybody = !isLetIn;
#endif
}

QString LabServer::url() const
{
    return m_http->url();
}

QByteArray LabServer::certificateSha256() const
{
    return m_kerberos ? QByteArray() : QCryptographicHash::hash(m_http->certificate(), QCryptographicHash::Sha256);
}

connection::ConnectionProfile LabServer::profile() const
{
    connection::ConnectionProfile profile;
    profile.name = m_lab->description().name;
    profile.address = url();
    profile.signIn = m_kerberos ? connection::SignIn::Kerberos : connection::SignIn::Basic;
    profile.user = m_options.user;
    profile.pinnedSha256 = certificateSha256();
    return profile;
}

int LabServer::timesRun(const QString &cmdlet) const
{
    return m_runs.value(cmdlet.toLower());
}

int LabServer::shells() const
{
    return m_wsman->shells();
}

int LabServer::commands() const
{
    return m_wsman->commands();
}

int LabServer::refusedPasswords() const
{
    return m_http->refusals();
}

void LabServer::setFault(const Fault &fault)
{
    recover();
    m_fault = fault;
    m_pipelines = 0;
    if (fault.kind != Kind::None)
        m_hasStruck = false;
    if (fault.kind != Kind::None && fault.moment == Moment::Now)
        strike();
}

void LabServer::strike()
{
    m_hasStruck = true;
    switch (m_fault.kind) {
    case Kind::None:
        return;
    case Kind::Slow:
        m_http->setDelay(m_fault.lasts);
        break;
    case Kind::Drop:
        m_http->dropConnections();
        if (m_fault.moment != Moment::Now && m_fault.moment != Moment::After)
            m_wsman->forgetShells(); // else a client that had nothing under way just then would wait for ever
        break;
    case Kind::Cut:
        m_http->cutNextAnswer();
        break;
    case Kind::Password:
        letIn(false);
        m_http->dropConnections(); // whoever is in has to sign in again
        break;
    case Kind::Restart:
        m_http->setAnswer(FrontAnswer{503, "text/html", "<html><title>Service Unavailable</title></html>", {}});
        m_http->dropConnections();
        m_wsman->forgetShells();
        break;
    case Kind::Forget:
        m_wsman->forgetShells();
        break;
    case Kind::Silent:
        m_http->setSilent(true);
        break;
    }
    write(u"fault: "_s + m_fault.text());
    Q_EMIT struck(m_fault.text());
    const bool lasts = m_fault.kind == Kind::Restart || m_fault.kind == Kind::Silent;
    if (lasts && m_fault.lasts.count() > 0)
        m_recovery.start(m_fault.lasts);
}

void LabServer::recover()
{
    m_recovery.stop();
    const bool wasSilent = m_hasStruck && m_fault.kind == Kind::Silent;
    m_http->setDelay({});
    m_http->setSilent(false);
    m_http->setAnswer(std::nullopt);
    letIn(true);
    if (!wasSilent)
        return;
    m_http->dropConnections(); // nobody waits so long
    m_wsman->forgetShells();
}

bool LabServer::comesNow(Moment moment, const shell::Pipeline &pipeline)
{
    if (m_hasStruck || m_fault.moment != moment || !m_fault.concerns(pipeline, m_pipelines))
        return false;
    if (lets(m_fault.kind)) {
        strike();
        return false;
    }
    // never from inside the server's own calls: the fault may take it away
    m_hasStruck = true;
    QMetaObject::invokeMethod(this, &LabServer::strike, Qt::QueuedConnection);
    return true;
}

PipelineWatcher::Verdict LabServer::arrived(const shell::Pipeline &pipeline)
{
    ++m_pipelines;
    if (comesNow(Moment::Before, pipeline)) {
        write(u"not run: "_s + logLine(pipeline));
        return Verdict::StaySilent;
    }
    for (const shell::Cmdlet &cmdlet : pipeline.cmdlets)
        ++m_runs[cmdlet.name().toLower()];
    write(logLine(pipeline));
    return Verdict::GoOn;
}

PipelineWatcher::Verdict LabServer::asked(const shell::Pipeline &pipeline)
{
    return comesNow(Moment::Asked, pipeline) ? Verdict::StaySilent : Verdict::GoOn;
}

PipelineWatcher::Verdict LabServer::ran(const shell::Pipeline &pipeline)
{
    return comesNow(Moment::During, pipeline) ? Verdict::StaySilent : Verdict::GoOn;
}

// A practice server that dies in the middle takes the session along.
void LabServer::lost(const shell::Pipeline &pipeline)
{
    write(u"lost: "_s + logLine(pipeline));
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_http->dropConnections();
            m_wsman->forgetShells();
        },
        Qt::QueuedConnection);
}

void LabServer::released(const shell::Pipeline &pipeline)
{
    (void)comesNow(Moment::After, pipeline);
}

void LabServer::write(const QString &line)
{
    m_log.append(line);
    if (m_log.size() > longestLog)
        m_log.removeFirst();
    Q_EMIT logged(line);
}

} // namespace kakuin::labserver
