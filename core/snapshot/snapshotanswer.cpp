// SPDX-License-Identifier: MIT
#include "core/snapshot/snapshotanswer.h"

#include "core/clixml/object.h"
#include "core/shell/decode/directoryidentity.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace kakuin::snapshot {
namespace {

using clixml::Value;
using domain::ServerId;
using domain::Thumbprint;
using shell::Cmdlet;
using shell::ErrorRecord;
using shell::PipelineOutput;

PipelineOutput recordOf(const Cmdlet &cmdlet, QLatin1String exception, const QString &errorId, const QString &subject)
{
    ErrorRecord record;
    record.message = subject;
    record.exceptionType = exception;
    record.fullyQualifiedErrorId = errorId;
    record.category = QStringLiteral("ObjectNotFound");
    record.cmdlet = cmdlet.name();
    record.isTerminating = true;
    return PipelineOutput{{record}};
}

PipelineOutput notFound(const Cmdlet &cmdlet, const QString &subject)
{
    PipelineOutput output = recordOf(cmdlet, QLatin1String("ManagementObjectNotFoundException"),
        QStringLiteral("ManagementObjectNotFoundException,") + cmdlet.name(), subject);
    std::get<ErrorRecord>(output.items.first()).isTerminating = false;
    return output;
}

// -Server takes a name, an FQDN or a distinguished name
bool namesServer(const QString &text, const ServerId &server)
{
    if (ServerId(text) == server || ServerId::fromHostName(text) == server)
        return true;
    const auto parts = shell::decode::nameParts(text);
    return !parts.isEmpty() && ServerId(parts.constFirst().second) == server;
}

QString propertyOf(const Value &value, QStringView name)
{
    const clixml::ObjectPtr object = value.object();
    return object ? object->property(name).text().trimmed() : QString();
}

bool isIdentity(const Value &value, const QString &identity)
{
    for (const QStringView name : {u"Identity", u"Name", u"DistinguishedName", u"Fqdn", u"Guid"}) {
        if (propertyOf(value, name).compare(identity, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

bool isServerKnown(const SnapshotContent &content, const QString &text)
{
    const bool hasCertificates = std::any_of(content.certificates.begin(), content.certificates.end(),
        [&](const ExportedCertificate &c) { return namesServer(text, c.server); });
    const QList<Value> servers = content.objects.value(ExportKind::Server);
    return hasCertificates || std::any_of(servers.begin(), servers.end(), [&](const Value &server) {
        return namesServer(text, ServerId(propertyOf(server, u"Name")));
    });
}

Result<PipelineOutput> certificates(const SnapshotContent &content, const Cmdlet &cmdlet)
{
    QString server = cmdlet.text(u"Server").trimmed();
    QString thumbprint = cmdlet.text(u"Thumbprint").trimmed();
    // "EX01\9A…" or a thumbprint alone
    if (const QString identity = cmdlet.text(u"Identity").trimmed(); !identity.isEmpty()) {
        thumbprint = identity.section(u'\\', -1);
        server = identity.contains(u'\\') ? identity.section(u'\\', 0, 0) : server;
    }
    const auto wanted = Thumbprint::parse(thumbprint);
    PipelineOutput output;
    bool isAnyOfServer = false;
    for (const ExportedCertificate &certificate : content.certificates) {
        if (!server.isEmpty() && !namesServer(server, certificate.server))
            continue;
        isAnyOfServer = true;
        if (thumbprint.isEmpty() || (wanted && *wanted == certificate.thumbprint))
            output.items.append(certificate.value);
    }
    if (!isAnyOfServer)
        return isServerKnown(content, server) ? Result<PipelineOutput>(fail(ErrorCode::NotExported, server))
                                              : notFound(cmdlet, server);
    if (output.items.isEmpty())
        return notFound(cmdlet, thumbprint);
    return output;
}

// name -eq 'EXCAS1' in the filter of Get-ADObject; quotes inside are doubled
QString nameInFilter(const QString &filter)
{
    static const QRegularExpression clause(
        QStringLiteral("\\bname\\s+-eq\\s+['\"]((?:[^'\"]|'')*)['\"]"), QRegularExpression::CaseInsensitiveOption);
    return clause.match(filter.left(10'000)).captured(1).replace(QLatin1String("''"), QLatin1String("'"));
}

PipelineOutput objects(const QList<Value> &values, ExportKind kind, const Cmdlet &cmdlet)
{
    QString identity = cmdlet.text(u"Identity").trimmed();
    if (kind == ExportKind::DirectoryServer && identity.isEmpty())
        identity = nameInFilter(cmdlet.text(u"Filter"));
    const QString server = cmdlet.text(u"Server").trimmed();
    const bool isServerLike
        = kind == ExportKind::Server || kind == ExportKind::MailboxServer || kind == ExportKind::TransportService;
    PipelineOutput output;
    for (const Value &value : values) {
        const bool isWanted = identity.isEmpty() || isIdentity(value, identity)
            || (isServerLike && namesServer(identity, ServerId(propertyOf(value, u"Name"))));
        const bool isOfServer = server.isEmpty()
            || namesServer(
                server, shell::decode::directoryServerId(value.object()->property(u"Server")).value_or(ServerId()));
        if (isWanted && isOfServer)
            output.items.append(value);
    }
    // A search of the directory that finds nothing is no error
    if (output.items.isEmpty() && !identity.isEmpty() && kind != ExportKind::DirectoryServer)
        return notFound(cmdlet, identity);
    return output;
}

} // namespace

Result<PipelineOutput> answer(const SnapshotContent &content, const shell::Pipeline &pipeline)
{
    if (pipeline.isEmpty())
        return fail(ErrorCode::InvalidArgument);
    if (pipeline.hasLateValues())
        return fail(ErrorCode::LateValueMissing, pipeline.cmdlets.constFirst().name());
    for (const Cmdlet &cmdlet : pipeline.cmdlets) {
        if (cmdlet.isChanging())
            return fail(ErrorCode::ReadOnlyShell, cmdlet.name());
        const ExportKind kind = kindOfCmdlet(cmdlet.name());
        if (kind == ExportKind::Unknown)
            return recordOf(cmdlet, QLatin1String("CommandNotFoundException"),
                QStringLiteral("CommandNotFoundException"), cmdlet.name());
        const QStringList known = parametersOf(kind);
        for (const shell::Parameter &parameter : cmdlet.parameters()) {
            if (!known.contains(parameter.name, Qt::CaseInsensitive))
                return recordOf(cmdlet, QLatin1String("ParameterBindingException"),
                    QStringLiteral("NamedParameterNotFound,") + cmdlet.name(), parameter.name);
        }
    }
    const Cmdlet &cmdlet = pipeline.cmdlets.constFirst();
    if (pipeline.cmdlets.size() > 1)
        return fail(ErrorCode::InvalidArgument, pipeline.cmdlets.at(1).name());
    const ExportKind kind = kindOfCmdlet(cmdlet.name());
    if (!content.holds(kind))
        return fail(ErrorCode::NotExported, cmdletOf(kind));
    if (kind == ExportKind::Certificate)
        return certificates(content, cmdlet);
    return objects(content.objects.value(kind), kind, cmdlet);
}

} // namespace kakuin::snapshot
