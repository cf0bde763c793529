// SPDX-License-Identifier: MIT
#pragma once

#include "tests/testkit/exchangeobjects.h"
#include "tests/testkit/scriptedshell.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QMap>

namespace kakuin::testkit {

/// An organisation that a scripted shell answers from; tests alter it between two reads.
/// Shape:   fill the members, then answerFrom(shell); the shell keeps a reference, so the organisation must live
///          longer.
struct ScriptedOrganisation final {
    QList<clixml::Value> servers;
    QList<clixml::Value> mailboxServers;
    QMap<QString, QString> transport; ///< what Get-TransportService lists: server -> thumbprint
    QMap<QString, QByteArray> directory; ///< what the directory holds: server -> DER
    QMap<QString, ScriptedReply> certificates; ///< by server
    QList<clixml::Value> authConfigs;
    QList<clixml::Value> sendConnectors;
    QList<clixml::Value> receiveConnectors;

    /// A Mailbox server with one certificate of its own, which it uses for internal transport. The thumbprint.
    QString addMailboxServer(const QString &name, const QString &dag = {})
    {
        const QByteArray der = addServer(name, QStringLiteral("Mailbox"));
        mailboxServers.append(mailboxServerObject(name, dag));
        transport.insert(name, thumbprintOf(der));
        return thumbprintOf(der);
    }
    /// A server of any roles that Get-TransportService does not list. The DER of its certificate.
    QByteArray addServer(const QString &name, const QString &roles)
    {
        const QByteArray der = certificateDer(QLatin1String("CN=") + name);
        servers.append(exchangeServerObject(name, roles));
        certificates.insert(name,
            ScriptedReply::objects(
                {certificateObject(name + QLatin1String(".contoso.local"), der, domain::Service::Smtp)}));
        return der;
    }
    [[nodiscard]] static QString thumbprintOf(const QByteArray &der);
    void answerFrom(ScriptedShell &shell) const;
};

inline QString ScriptedOrganisation::thumbprintOf(const QByteArray &der)
{
    return domain::Thumbprint::fromSha1(QCryptographicHash::hash(der, QCryptographicHash::Sha1)).toString();
}

inline void ScriptedOrganisation::answerFrom(ScriptedShell &shell) const
{
    const auto list = [](const QList<clixml::Value> &values) {
        return [&values](const shell::Pipeline &) { return ScriptedReply::objects(values); };
    };
    const auto text = [](const shell::Pipeline &pipeline, QStringView parameter) {
        const auto *value = pipeline.cmdlets.constLast().value(parameter);
        return value == nullptr ? QString() : std::get<QString>(*value);
    };
    shell.on(QStringLiteral("Get-ExchangeServer"), list(servers));
    shell.on(QStringLiteral("Get-MailboxServer"), list(mailboxServers));
    shell.on(QStringLiteral("Get-AuthConfig"), list(authConfigs));
    shell.on(QStringLiteral("Get-SendConnector"), list(sendConnectors));
    shell.on(QStringLiteral("Get-ReceiveConnector"), list(receiveConnectors));
    shell.on(QStringLiteral("Get-HybridConfiguration"), ScriptedReply());
    shell.on(QStringLiteral("Get-TransportService"), [this, text](const shell::Pipeline &pipeline) {
        const QString identity = text(pipeline, u"Identity");
        QList<clixml::Value> found;
        for (auto it = transport.begin(); it != transport.end(); ++it) {
            if (identity.isEmpty() || it.key() == identity)
                found.append(transportServiceObject(it.key(), it.value()));
        }
        return ScriptedReply::objects(found);
    });
    shell.on(QStringLiteral("Get-ADObject"), [this, text](const shell::Pipeline &pipeline) {
        const QString name = text(pipeline, u"Filter").section(u'\'', -2, -2);
        return directory.contains(name) ? ScriptedReply::objects({directoryServerObject(name, directory.value(name))})
                                        : ScriptedReply();
    });
    shell.on(QStringLiteral("Get-ExchangeCertificate"), [this, text](const shell::Pipeline &pipeline) {
        const QString server = text(pipeline, u"Server");
        if (!server.isEmpty())
            return certificates.value(server);
        ScriptedReply all;
        for (const ScriptedReply &reply : certificates)
            all.output.items.append(reply.output.items);
        return all;
    });
}

} // namespace kakuin::testkit
