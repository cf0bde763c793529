// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/server.h"

#include <QtCore/QStringList>

#include <functional>
#include <variant>

namespace kakuin::lab {

class CmdletContext;

/// What a parameter takes; the binder converts to it.
enum class ParameterType { Text, Texts, Switch, Bool, Int, Date, Bytes, Password, Services, Certificate };

/// One parameter of a cmdlet.
struct ParameterSpec final {
    enum Flag {
        Plain = 0,
        Mandatory = 1,
        FromPipeline = 2, ///< takes the pipeline's objects, by value
        Only2013 = 4, ///< removed from Exchange 2016 and later
    };
    QLatin1String name;
    ParameterType type = ParameterType::Text;
    int flags = Plain;
    QStringList sets = {}; ///< parameter sets that it belongs to; empty: all
};

/// A question that a cmdlet asks; `then` goes on with the answer, on a fresh state.
struct Question;
struct Finished final { };
/// A cmdlet's turn ends: it is done with this input, or it asks.
using Outcome = std::variant<Finished, Question>;

struct Question final {
    domain::ServerId server;
    QString message;
    std::function<Outcome(CmdletContext &, bool isYes)> then;
};

/// One cmdlet of the practice organisation: its name, its parameters, its code.
/// Shape:  `run` handles one input object (or none); it never blocks and never asks by itself: it returns the Question.
struct CmdletDefinition final {
    QLatin1String name; ///< "New-ExchangeCertificate"
    QList<ParameterSpec> parameters;
    QLatin1String defaultSet = {};
    bool contactsServer = false; ///< talks to the server of -Server or -Identity by RPC
    bool confirmsItself = false; ///< asks its own question unless -Confirm:$false
    std::function<Outcome(CmdletContext &)> run = {};
    QLatin1String package = QLatin1String("Microsoft.Exchange.Management.SystemConfigurationTasks");

    /// Of FullyQualifiedErrorId: "…SystemConfigurationTasks.NewExchangeCertificate"
    [[nodiscard]] QString className() const;
    /// Everything but Get- and Export-: takes -Confirm, -WhatIf and -DomainController.
    [[nodiscard]] bool isChanging() const
    {
        return !name.startsWith(QLatin1String("Get-")) && !name.startsWith(QLatin1String("Export-"));
    }
};

/// Every cmdlet that the practice organisation has.   To add one: cmdlets/README.md.
[[nodiscard]] const QList<CmdletDefinition> &allCmdlets();
/// By name, without case; null when there is none.
[[nodiscard]] const CmdletDefinition *findCmdlet(const QString &name);

} // namespace kakuin::lab
