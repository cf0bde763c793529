// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/serverid.h"
#include "core/domain/serviceset.h"
#include "core/domain/thumbprint.h"
#include "core/shell/parametervalue.h"

#include <QtCore/QList>

namespace kakuin::shell {

struct Parameter final {
    QString name; ///< without the dash
    ParameterValue value;
    friend bool operator==(const Parameter &, const Parameter &) = default;
};

/// One cmdlet with its parameters in the order in which they are shown.
class Cmdlet final {
public:
    Cmdlet() = default;
    explicit Cmdlet(QString name)
        : m_name(std::move(name))
    {
    }

    /// Appends a parameter; for chaining.
    Cmdlet &with(const QString &name, ParameterValue value);
    Cmdlet &withSwitch(const QString &name) { return with(name, Switch{true}); }
    Cmdlet &onServer(const domain::ServerId &server) { return with(QStringLiteral("Server"), server.name()); }
    Cmdlet &withThumbprint(const domain::Thumbprint &t) { return with(QStringLiteral("Thumbprint"), t.toString()); }
    /// `-Services IMAP,POP`; the empty set is `-Services None`.
    Cmdlet &withServices(domain::ServiceSet services)
    {
        return with(QStringLiteral("Services"), domain::cmdletNames(services));
    }

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QList<Parameter> &parameters() const { return m_parameters; }
    /// The value of a parameter, its name compared without case; null when it is not given.
    [[nodiscard]] const ParameterValue *value(QStringView parameter) const;
    /// The text of a parameter; empty when it is not given or is not a text.
    [[nodiscard]] QString text(QStringView parameter) const;
    /// The server that it names: in -Server, else in -Identity "server\thumbprint"; empty: the session's own.
    [[nodiscard]] QString namedServer() const;
    /// Replaces every late value by what f returns.
    template <class F>
    void resolve(F &&f)
    {
        for (Parameter &parameter : m_parameters) {
            if (const auto *late = std::get_if<LateValue>(&parameter.value))
                parameter.value = f(LateValue(*late));
        }
    }
    /// Whether running it alters the organisation: everything but Get-, Test- and Export-.
    [[nodiscard]] bool isChanging() const;

    friend bool operator==(const Cmdlet &, const Cmdlet &) = default;

private:
    QString m_name;
    QList<Parameter> m_parameters;
};

} // namespace kakuin::shell
