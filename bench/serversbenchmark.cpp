// SPDX-License-Identifier: MIT
#include "bench/benchmarks.h"
#include "bench/eventturn.h"
#include "bench/stopwatch.h"
#include "core/base/whendone.h"
#include "core/clixml/object.h"
#include "core/session/session.h"

#include <QtCore/QHash>

namespace kakuin::bench {
namespace {

constexpr int fullServersSize = 16'000;
constexpr int serversRepetitions = 5;
constexpr double aimMilliseconds = 500;

using clixml::ObjectBuilder;
using clixml::Value;

Value objectOf(const QString &type, const QString &name, const QList<std::pair<QString, QString>> &properties)
{
    ObjectBuilder builder({type, QStringLiteral("System.Object")});
    builder.toString(name).adapted(QStringLiteral("Name"), name);
    for (const auto &[property, text] : properties)
        builder.adapted(property, text);
    return Value(builder.build());
}

/// Has the lists of an organisation, in no order, and nothing else; each answer is there at once.
class ListShell final : public shell::Shell {
public:
    explicit ListShell(int servers)
    {
        for (int i = 0; i < servers; ++i) {
            const QString name = QStringLiteral("MBX%1").arg((i * 7919) % servers, 5, 10, QLatin1Char('0'));
            m_lists[QStringLiteral("Get-ExchangeServer")].items.append(
                objectOf(QStringLiteral("Microsoft.Exchange.Data.Directory.Management.ExchangeServer"), name,
                    {{QStringLiteral("Fqdn"), name.toLower() + QStringLiteral(".contoso.local")},
                        {QStringLiteral("AdminDisplayVersion"), QStringLiteral("Version 15.2 (Build 1544.4)")},
                        {QStringLiteral("ServerRole"), QStringLiteral("Mailbox, ClientAccess")},
                        {QStringLiteral("DistinguishedName"),
                            QStringLiteral("CN=%1,CN=Servers,CN=Contoso,CN=Microsoft Exchange,CN=Services,"
                                           "CN=Configuration,DC=contoso,DC=local")
                                .arg(name)}}));
            m_lists[QStringLiteral("Get-MailboxServer")].items.append(
                objectOf(QStringLiteral("Microsoft.Exchange.Data.Directory.Management.MailboxServer"), name,
                    {{QStringLiteral("DatabaseAvailabilityGroup"), QStringLiteral("DAG1")}}));
            m_lists[QStringLiteral("Get-TransportService")].items.append(
                objectOf(QStringLiteral("Microsoft.Exchange.Data.Directory.Management.TransportService"), name,
                    {{QStringLiteral("InternalTransportCertificateThumbprint"), QString(40, QLatin1Char('A'))}}));
        }
    }
    [[nodiscard]] shell::ShellDescription description() const override
    {
        return {shell::ShellDescription::Kind::Snapshot, QStringLiteral("many"), false, {}};
    }
    [[nodiscard]] std::shared_ptr<const Clock> clock() const override { return std::make_shared<SystemClock>(); }
    [[nodiscard]] bool offers(const QString &) const override { return true; }
    [[nodiscard]] QFuture<Result<shell::PipelineOutput>> invoke(
        const shell::Pipeline &pipeline, const std::shared_ptr<shell::PromptHandler> &) override
    {
        return readyFuture<shell::PipelineOutput>(m_lists.value(pipeline.cmdlets.constFirst().name()));
    }

private:
    QHash<QString, shell::PipelineOutput> m_lists;
};

// What any reading does at the least: one look at the name of every object
qsizetype lookAtNames(shell::Shell &shell)
{
    qsizetype length = 0;
    for (const char *cmdlet : {"Get-ExchangeServer", "Get-MailboxServer", "Get-TransportService"}) {
        const auto output = await(shell.invoke(shell::Cmdlet(QString::fromLatin1(cmdlet))));
        if (!output)
            continue;
        for (const clixml::Value &item : output->objects())
            length += item.object() ? item.object()->property(u"Name").text().size() : 0;
    }
    return length;
}

Result<Figure> measureServersOf(int size)
{
    Figure figure{QStringLiteral("servers"), QStringLiteral("lists to an inventory"), QStringLiteral("ms"), size,
        QStringLiteral("servers"), {}, Samples{}, QStringLiteral("one look at each name"),
        Aim{Aim::Of::Value, Aim::Bound::AtMost, aimMilliseconds}, {}};
    const auto shell = std::make_shared<ListShell>(size);
    for (int i = 0; i < serversRepetitions; ++i) {
        qsizetype looked = 0;
        figure.bare->values.append(timed([&] { looked = lookAtNames(*shell); }));
        session::Session session(shell);
        Result<domain::InventoryPtr> read = fail(ErrorCode::Cancelled);
        figure.ours.values.append(timed([&] { read = await(session.refresh()); }));
        if (!read)
            return tl::unexpected<Error>(read.error());
        if ((*read)->servers.size() != size || looked == 0)
            return fail(
                ErrorCode::UnexpectedOutput, QStringLiteral("servers"), QString::number((*read)->servers.size()));
    }
    return figure;
}

} // namespace

Result<QList<Figure>> measureServers()
{
    QList<Figure> figures;
    for (const int size : {fullServersSize / 10, fullServersSize}) {
        const auto figure = measureServersOf(size);
        if (!figure)
            return tl::unexpected<Error>(figure.error());
        figures.append(*figure);
    }
    return figures;
}

} // namespace kakuin::bench
