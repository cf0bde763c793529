// SPDX-License-Identifier: MIT
#include "core/shell/decode/transportservice.h"

#include "core/shell/decode/directoryidentity.h"
#include "core/shell/decode/typenames.h"
#include "core/x509/reader.h"

namespace kakuin::shell::decode {
namespace {

using clixml::Object;
using domain::TransportAssignment;

// No capture of Get-TransportService is public: the property decides, the type names are accepted in both spellings
constexpr QLatin1String serviceType("Microsoft.Exchange.Data.Directory.Management.TransportService");
constexpr QLatin1String legacyType("Microsoft.Exchange.Data.Directory.Management.TransportServer");
constexpr QLatin1String directoryType("Microsoft.ActiveDirectory.Management.ADObject");
constexpr char16_t thumbprintProperty[] = u"InternalTransportCertificateThumbprint";
constexpr char16_t attribute[] = u"msExchServerInternalTLSCert";

Result<domain::ServerId> transportServerOf(const Object &object)
{
    const Result<domain::ServerId> name = directoryServerId(object.property(u"Name"));
    return name && name->isEmpty() ? directoryServerId(object.property(u"Identity")) : name;
}

// An attribute of one value is a byte array, or a collection that holds one; a flattened byte array is a list of
// numbers
Result<std::optional<QByteArray>> attributeBytes(const clixml::Value &value)
{
    if (value.isNull())
        return std::optional<QByteArray>();
    if (auto bytes = value.toBytes())
        return std::optional<QByteArray>(std::move(bytes));
    const QList<clixml::Value> items = value.toList();
    if (items.isEmpty())
        return std::optional<QByteArray>();
    if (auto bytes = items.constFirst().toBytes())
        return std::optional<QByteArray>(std::move(bytes));
    if (items.size() > x509::maxDerBytes)
        return fail(ErrorCode::MalformedCertificate);
    QByteArray out;
    out.reserve(items.size());
    for (const clixml::Value &item : items) {
        const auto number = item.toInt();
        if (!number || *number < 0 || *number > 255)
            return fail(ErrorCode::MalformedCertificate);
        out += static_cast<char>(*number);
    }
    return std::optional<QByteArray>(out);
}

} // namespace

bool isTransportService(const clixml::Value &value)
{
    return isOfType(value, serviceType) || isOfType(value, legacyType);
}

Result<TransportAssignment> transportService(const clixml::Value &value)
{
    const clixml::ObjectPtr object = value.object();
    const Result<domain::ServerId> server = object ? transportServerOf(*object) : domain::ServerId();
    if (!server)
        return tl::unexpected<Error>(server.error());
    if (server->isEmpty() || !object->hasProperty(thumbprintProperty))
        return fail(ErrorCode::UnexpectedOutput, QStringLiteral("Get-TransportService"), bareTypeNameOf(value));
    TransportAssignment assignment;
    assignment.server = *server;
    assignment.origin = TransportAssignment::Origin::TransportService;
    const QString text = object->property(thumbprintProperty).text().trimmed();
    if (text.isEmpty())
        return assignment;
    const auto thumbprint = domain::Thumbprint::parse(text);
    if (!thumbprint)
        return fail(ErrorCode::InvalidThumbprint, assignment.server.name(), text.left(200));
    assignment.thumbprint = *thumbprint;
    return assignment;
}

bool isDirectoryServer(const clixml::Value &value)
{
    return isOfType(value, directoryType);
}

Result<TransportAssignment> directoryServer(const clixml::Value &value)
{
    const clixml::ObjectPtr object = value.object();
    const Result<domain::ServerId> server = object ? transportServerOf(*object) : domain::ServerId();
    if (!server)
        return tl::unexpected<Error>(server.error());
    if (server->isEmpty())
        return fail(ErrorCode::UnexpectedOutput, QStringLiteral("Get-ADObject"), bareTypeNameOf(value));
    TransportAssignment assignment;
    assignment.server = *server;
    assignment.origin = TransportAssignment::Origin::Directory;
    const auto der = attributeBytes(object->property(attribute));
    if (!der)
        return fail(der.error().code, assignment.server.name());
    if (!der->has_value()) // the attribute is not there: the server has no certificate set
        return assignment;
    const auto facts = x509::readDer(**der);
    if (!facts)
        return fail(facts.error().code, assignment.server.name(), facts.error().detail);
    assignment.thumbprint = facts->thumbprint;
    return assignment;
}

} // namespace kakuin::shell::decode
