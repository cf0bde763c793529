// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/pipelineoutput.h"

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace kakuin::remote {

/// Which of the cmdlets and parameters that Kakuin uses an account has. Exchange leaves out what its roles do not
/// allow, so the answer to Get-Command is the answer to "what may I do".
/// Source: Get-Command; role-based access control leaves out cmdlets and single parameters.
class CmdletRights final {
public:
    /// Every cmdlet that plans and readers use.
    [[nodiscard]] static const QStringList &knownCmdlets();

    /// The answer to Get-Command -Name <knownCmdlets()>. An endpoint without Get-Command tells nothing: then
    /// everything counts as there, and whatever is missing says so itself.
    void learn(const shell::PipelineOutput &commands);
    [[nodiscard]] bool offers(const QString &cmdlet) const;
    [[nodiscard]] QStringList missingCmdlets() const;
    /// "New-ExchangeCertificate -Services", of cmdlets that are there and told their parameters.
    [[nodiscard]] QStringList missingParameters() const;

private:
    QSet<QString> m_offered; // lower case
    QHash<QString, QSet<QString>> m_parameters; // by cmdlet, lower case; none where they were not told
};

} // namespace kakuin::remote
