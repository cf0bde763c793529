// SPDX-License-Identifier: MIT
#include "core/snapshot/healthcheckerreport.h"

#include "core/base/untrustedtext.h"
#include "core/clixml/object.h"
#include "core/domain/serverid.h"
#include "core/shell/decode/exchangecertificate.h"
#include "core/snapshot/exportkind.h"

#include <QtCore/QSet>

#include <algorithm>
#include <array>

namespace kakuin::snapshot {
namespace {

using namespace Qt::StringLiterals;
namespace decode = shell::decode;
using clixml::Object;
using clixml::ObjectBuilder;
using clixml::ObjectPtr;
using clixml::Value;

constexpr int deepest = 12;
constexpr int mostVisited = 1'000'000;
const QString summaryType
    = u"Deserialized.Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate"_s;
const QString reportedType = u"Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration."_s;
const QString reportedTransportType = u"Deserialized.Microsoft.Exchange.Data.Directory.Management.TransportServer"_s;

ObjectPtr objectAt(const ObjectPtr &object, QStringView property)
{
    return object ? object->property(property).object() : nullptr;
}

QString textAt(const ObjectPtr &object, QStringView property)
{
    constexpr qsizetype longest = 10'000;
    return object ? object->property(property).text().trimmed().left(longest) : QString();
}

/// Walks one report.
class Report final {
public:
    explicit Report(ObjectPtr root)
        : m_root(std::move(root))
        , m_exchange(objectAt(m_root, u"ExchangeInformation"))
        , m_server(domain::ServerId::fromHostName(safeName(textAt(m_root, u"ServerName")).value_or(QString())).name())
    {
    }

    [[nodiscard]] QList<Value> objects()
    {
        visit(Value(m_root), deepest);
        addTransport();
        addAuth();
        if (!m_kinds.contains(ExportKind::SendConnector) && !m_kinds.contains(ExportKind::ReceiveConnector))
            addConnectors();
        return m_objects;
    }

private:
    void visit(const Value &value, int depth)
    {
        const ObjectPtr object = value.object();
        if (!object || depth == 0 || ++m_visited > mostVisited)
            return;
        if (const ExportKind kind = kindOf(value); kind != ExportKind::Unknown) {
            m_kinds.insert(kind);
            m_objects.append(kind == ExportKind::Certificate ? ofServer(*object) : value);
            return;
        }
        if (isSummary(*object))
            m_objects.append(certificateOf(*object));
        for (const Value &item : object->items)
            visit(item, depth - 1);
        for (const auto &entry : object->entries)
            visit(entry.second, depth - 1);
        for (const auto *properties : {&object->adapted, &object->extended}) {
            for (const clixml::Property &property : *properties)
                visit(property.value, depth - 1);
        }
    }

    [[nodiscard]] Value ofServer(const Object &certificate) const
    {
        auto copy = std::make_shared<Object>(certificate);
        if (!m_server.isEmpty())
            copy->extended.append({QString(decode::exportServerProperty), Value(m_server)});
        return Value(ObjectPtr(std::move(copy)));
    }

    // CustomCertificates, or ExchangeCertificates of older versions
    [[nodiscard]] static bool isSummary(const Object &object)
    {
        return object.hasProperty(u"Thumbprint") && object.hasProperty(u"LifetimeInDays")
            && object.hasProperty(u"Services");
    }

    [[nodiscard]] Value certificateOf(const Object &summary)
    {
        note(summary, u"IsCurrentAuthConfigCertificate", m_current);
        note(summary, u"IsNextAuthConfigCertificate", m_next);
        m_tellsNext = m_tellsNext || summary.property(u"IsNextAuthConfigCertificate").toBool().has_value();
        note(summary, u"IsInternalTransportCertificate", m_transport);
        ObjectBuilder builder(QStringList{summaryType});
        builder.extended(decode::printedTextProperty, Value::fromBool(true));
        for (const QString &name : {u"Thumbprint"_s, u"Subject"_s, u"Issuer"_s, u"Services"_s, u"Status"_s})
            builder.extended(name, summary.property(name));
        if (const Value names = summary.property(u"Namespaces"); names.text() != u"None") {
            builder.extended(u"CertificateDomains"_s, names);
            builder.extended(decode::printedNamesProperty, Value::fromBool(names.object() != nullptr));
        }
        if (!m_server.isEmpty())
            builder.extended(decode::exportServerProperty, Value(m_server));
        return Value(builder.build());
    }

    static void note(const Object &summary, QStringView flag, QString &thumbprint)
    {
        if (summary.property(flag).toBool().value_or(false))
            thumbprint = summary.property(u"Thumbprint").text();
    }

    // FriendlyName is not taken: HealthChecker puts the first name of the certificate where there is none

    void addTransport()
    {
        const QString told
            = textAt(objectAt(m_exchange, u"ExchangeCertificateInformation"), u"InternalCertificateThumbprint");
        const QString thumbprint = told.isEmpty() ? m_transport : told;
        if (m_kinds.contains(ExportKind::TransportService) || thumbprint.isEmpty() || m_server.isEmpty())
            return;
        m_objects.append(Value(ObjectBuilder(QStringList{reportedTransportType})
                                   .adapted(u"Name"_s, Value(m_server))
                                   .adapted(u"InternalTransportCertificateThumbprint"_s, Value(thumbprint))
                                   .build()));
    }

    // Of the previous one nothing is told; without the flag for the next one neither is whether one is staged
    void addAuth()
    {
        if (m_kinds.contains(ExportKind::AuthConfig) || m_current.isEmpty() || !m_tellsNext)
            return;
        m_objects.append(Value(ObjectBuilder(QStringList{reportedType + u"AuthConfig"_s})
                                   .adapted(u"CurrentCertificateThumbprint"_s, Value(m_current))
                                   .adapted(u"NextCertificateThumbprint"_s, Value(m_next))
                                   .build()));
    }

    void addConnectors()
    {
        for (const QString &property : {u"ExchangeCustomConnector"_s, u"ExchangeConnectors"_s}) {
            if (!m_exchange)
                return;
            for (const Value &item : m_exchange->property(property).toList()) {
                const ObjectPtr connector = item.object();
                if (!connector || textAt(connector, u"Identity").isEmpty())
                    continue;
                m_objects.append(connectorOf(connector));
            }
        }
    }

    [[nodiscard]] static Value connectorOf(const ObjectPtr &connector)
    {
        const bool isReceive = textAt(connector, u"ConnectorType") == u"Receive";
        const bool isCloud = connector->property(u"CloudEnabled").toBool().value_or(false);
        ObjectBuilder builder(
            QStringList{reportedType + (isReceive ? u"ReceiveConnector"_s : u"SmtpSendConnectorConfig"_s)});
        for (const QString &name : {u"Identity"_s, u"Name"_s, u"Fqdn"_s, u"Enabled"_s})
            builder.adapted(name, connector->property(name));
        builder.adapted(
            u"TlsCertificateName"_s, Value(textAt(objectAt(connector, u"CertificateDetails"), u"TlsCertificateName")));
        if (isReceive) {
            // which domains, it does not tell
            builder.adapted(u"TlsDomainCapabilities"_s, Value(isCloud ? u"AcceptCloudServicesMail"_s : QString()));
            return Value(builder.build());
        }
        builder.adapted(u"CloudServicesMailEnabled"_s, Value::fromBool(isCloud));
        for (const QString &name :
            {u"SmartHosts"_s, u"AddressSpaces"_s, u"RequireTLS"_s, u"TlsAuthLevel"_s, u"TlsDomain"_s})
            builder.adapted(name, connector->property(name));
        return Value(builder.build());
    }

    ObjectPtr m_root;
    ObjectPtr m_exchange;
    QString m_server;
    QList<Value> m_objects;
    QSet<ExportKind> m_kinds;
    QString m_current; ///< Auth certificate, by the flags of the summaries
    QString m_next;
    QString m_transport;
    bool m_tellsNext = false;
    int m_visited = 0;
};

} // namespace

std::optional<QList<Value>> healthCheckerObjects(const Value &value)
{
    ObjectPtr root = value.object();
    if (const ObjectPtr inside = objectAt(root, u"HealthCheckerExchangeServer"))
        root = inside;
    const bool isReport
        = root && root->hasProperty(u"ExchangeInformation") && root->hasProperty(u"HealthCheckerVersion");
    if (!isReport)
        return std::nullopt;
    return Report(root).objects();
}

} // namespace kakuin::snapshot
