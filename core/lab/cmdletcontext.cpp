// SPDX-License-Identifier: MIT
#include "core/lab/cmdletcontext.h"

#include "core/lab/certificateobject.h"

#include <QtCore/QLocale>

namespace kakuin::lab {

using namespace Qt::StringLiterals;

namespace {

/// "server\thumbprint" of -Identity; the server part may be missing.
std::pair<QString, QString> splitIdentity(const QString &identity)
{
    const qsizetype slash = identity.indexOf(u'\\');
    return slash < 0 ? std::pair{QString(), identity} : std::pair{identity.left(slash), identity.mid(slash + 1)};
}

} // namespace

CmdletContext::CmdletContext(
    LabState &theState, const BoundCmdlet &theParameters, const LabTexts &theTexts, const QDateTime &theNowUtc)
    : state(theState)
    , parameters(theParameters)
    , texts(theTexts)
    , nowUtc(theNowUtc)
{
}

void CmdletContext::write(clixml::Value value, std::optional<domain::CertificateId> certificate)
{
    written.append(Produced{std::move(value), std::move(certificate)});
}

void CmdletContext::warn(const QString &message)
{
    written.append(shell::Warning{message});
}

void CmdletContext::fail(const Failure &failure)
{
    const CmdletDefinition &definition = *parameters.definition;
    const QString stamp = QLocale::c().toString(nowUtc, u"M/d/yyyy h:mm:ss AP"_s);
    shell::ErrorRecord record;
    record.message = failure.message;
    record.category = failure.category;
    record.exceptionType = failure.exceptionType;
    record.cmdlet = definition.name;
    record.fullyQualifiedErrorId = u"[Server=%1,RequestId=%2,TimeStamp=%3] [FailureCategory=Cmdlet-%4] %5,%6"_s.arg(
        state.organisation.sessionServer.name().toUpper(), QUuid::createUuid().toString(QUuid::WithoutBraces), stamp,
        failure.exceptionType, failure.code, definition.className());
    written.append(record);
}

void CmdletContext::failOn(const LabServer &server, Failure failure)
{
    failure.message = texts.rpcError(server.id().name(), failure.message);
    fail(failure);
}

void CmdletContext::failNotFound(const QString &identity)
{
    fail({texts.objectNotFound(identity, state.organisation.domainController), u"InvalidData"_s, u"1D6B9E5C"_s,
        u"ManagementObjectNotFoundException"_s});
}

LabServerPtr CmdletContext::reachServer()
{
    QString wanted = parameters.text(QLatin1String("Server"));
    if (wanted.isEmpty())
        wanted = splitIdentity(parameters.text(QLatin1String("Identity"))).first;
    if (wanted.isEmpty())
        wanted = state.organisation.sessionServer.name();
    LabServerPtr server = state.resolve(wanted);
    if (!server) {
        failNotFound(wanted);
        return nullptr;
    }
    if (server->about.isEdge()) {
        fail({texts.edgeServer(server->id().name()), u"InvalidOperation"_s, u"5E0B7F21"_s});
        return nullptr;
    }
    const auto unreachable = [&](const QString &text, const QString &category) {
        failOn(*server, {text, category, u"6D2C10F4"_s, u"RpcClientException"_s});
    };
    if (server->isBackEndUnbound) {
        fail({texts.sessionRefused(server->about.fqdn), u"OpenError"_s, u"6D2C10F5"_s,
            u"PSRemotingTransportException"_s});
        return nullptr;
    }
    switch (server->fault.kind) {
    case Fault::Kind::Unreachable:
        unreachable(texts.rpcUnavailable(), u"ResourceUnavailable"_s);
        return nullptr;
    case Fault::Kind::RpcError:
        unreachable(texts.endpointMissing(), u"ResourceUnavailable"_s);
        return nullptr;
    case Fault::Kind::AccessDenied:
        unreachable(texts.accessDenied(), u"PermissionDenied"_s);
        return nullptr;
    case Fault::Kind::DiesInTheMiddle:
    case Fault::Kind::RefusesAuthExport:
    case Fault::Kind::LosesBindings:
    case Fault::Kind::None:
        break;
    }
    contacted = server->id();
    return server;
}

QString CmdletContext::wantedThumbprint() const
{
    const QString given = parameters.text(QLatin1String("Thumbprint"));
    return given.isEmpty() ? splitIdentity(parameters.text(QLatin1String("Identity"))).second : given;
}

const Placement *CmdletContext::findCertificate(const LabServer &server, const QString &thumbprint, const QString &code)
{
    const auto parsed = domain::Thumbprint::parse(thumbprint);
    const Placement *placement = parsed ? server.find(*parsed) : nullptr;
    if (!placement)
        failOn(server, {texts.notFound(parsed ? parsed->toString() : thumbprint), u"NotSpecified"_s, code});
    return placement;
}

void CmdletContext::writeCertificate(const domain::ServerId &server, const domain::Thumbprint &thumbprint)
{
    const LabServerPtr owner = state.server(server);
    const Placement *placement = owner ? owner->find(thumbprint) : nullptr;
    const auto certificate = state.certificate(thumbprint);
    if (placement && certificate)
        write(certificateObject(*owner, *placement, *certificate, nowUtc), domain::CertificateId{server, thumbprint});
}

} // namespace kakuin::lab
