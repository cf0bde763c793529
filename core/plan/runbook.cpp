// SPDX-License-Identifier: MIT
#include "core/plan/runbook.h"

#include "core/base/untrustedtext.h"
#include "core/plan/checkoutcome.h"
#include "core/shell/powershelltext.h"

#include <algorithm>

namespace kakuin::plan {
namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1String indent("    ");

using shell::commentLines;

QString oneLine(const QString &text)
{
    return singleLine(multiLine(text).replace(u'\n', u' '));
}

QString variable(int step)
{
    return u"$step%1"_s.arg(step);
}

QString lateText(const shell::LateValue &value)
{
    switch (value.kind) {
    case shell::LateValue::Kind::ThumbprintOfStep:
        return variable(value.step) + u".Thumbprint"_s;
    case shell::LateValue::Kind::FileDataOfStep:
        return variable(value.step) + u".FileData"_s;
    case shell::LateValue::Kind::Password:
        return u"$password"_s; // asked for once, at the head
    case shell::LateValue::Kind::TimeOfSending:
    case shell::LateValue::Kind::FileContent:
        break;
    }
    return shell::previewLateText(value);
}

QString referenceText(const CertificateReference &reference)
{
    return reference.isLate() ? lateText(shell::LateValue::thumbprintOfStep(reference.step))
                              : shell::quoted(reference.thumbprint.toString());
}

// One line a cmdlet.
QStringList commandLines(const shell::Pipeline &pipeline)
{
    QStringList out;
    for (const shell::Cmdlet &cmdlet : pipeline.cmdlets) {
        const bool isLast = out.size() + 1 == pipeline.cmdlets.size();
        out.append((out.isEmpty() ? QString() : QString(indent))
            + shell::toPowerShell(shell::Pipeline(cmdlet), lateText) + (isLast ? QString() : u" |"_s));
    }
    return out;
}

QStringList assigned(const QString &name, const QString &before, QStringList command, const QString &after)
{
    if (command.isEmpty())
        return command;
    command.first().prepend(name + u" = "_s + before);
    command.last().append(after);
    return command;
}

QString stopUnless(const QString &condition, const QString &message)
{
    return u"if (-not (%1)) { throw %2 }"_s.arg(condition, shell::quoted(oneLine(message)));
}

QString x509Type()
{
    return u"System.Security.Cryptography.X509Certificates.X509Certificate2"_s;
}

// True where $found shows the state that must hold.
QString condition(const Check &check)
{
    const QString wanted = concernsCertificate(check.kind) ? referenceText(check.certificate) : QString();
    if (check.kind == Check::Kind::CertificateAbsent)
        return u"@($found | Where-Object { $_.Thumbprint -eq %1 }).Count -eq 0"_s.arg(wanted);
    QStringList parts{u"$found.Count -eq 1"_s};
    switch (check.kind) {
    case Check::Kind::CertificatePresent:
        parts.append(u"$found[0].Thumbprint -eq "_s + wanted);
        for (const domain::Service service : domain::allServices()) {
            if (check.services.testFlag(service))
                parts.append(
                    u"('' + $found[0].Services -split ',\\s*') -contains '%1'"_s.arg(domain::cmdletName(service)));
        }
        break;
    case Check::Kind::InternalTransportIs:
        if (!check.command.isEmpty() && check.command.cmdlets.last().name() == "Get-ADObject"_L1)
            parts.append(u"([Security.Cryptography.X509Certificates.X509Certificate2]"
                         "$found[0].msExchServerInternalTLSCert).Thumbprint -eq "_s
                + wanted);
        else
            parts.append(u"$found[0].InternalTransportCertificateThumbprint -eq "_s + wanted);
        break;
    case Check::Kind::AuthNextIs:
        parts.append(u"$found[0].NextCertificateThumbprint -eq "_s + wanted);
        break;
    case Check::Kind::AuthCurrentIs:
        parts.append(u"$found[0].CurrentCertificateThumbprint -eq "_s + wanted);
        break;
    case Check::Kind::AuthPreviousIsEmpty:
        parts.append(u"-not $found[0].PreviousCertificateThumbprint"_s);
        break;
    case Check::Kind::PfxHoldsCertificate:
        parts.append(u"$found[0].HasPrivateKey -and $found[0].Thumbprint -eq "_s + wanted);
        break;
    case Check::Kind::CertificateAbsent:
        break; // above
    case Check::Kind::NothingNewInStore: // preconditions: a script is read and run by a person, who sees what is there
    case Check::Kind::ServicesAre:
    case Check::Kind::NoFurtherServices:
    case Check::Kind::AuthConfigIs:
        break;
    }
    return parts.join(u" -and "_s);
}

bool hasLate(const shell::Pipeline &pipeline, shell::LateValue::Kind kind, int step = 0)
{
    for (const shell::Cmdlet &cmdlet : pipeline.cmdlets) {
        for (const shell::Parameter &parameter : cmdlet.parameters()) {
            const auto *late = std::get_if<shell::LateValue>(&parameter.value);
            if (late != nullptr && late->kind == kind && (step == 0 || late->step == step))
                return true;
        }
    }
    return false;
}

class Writer final {
public:
    Writer(const Plan &plan, const RunbookText &text)
        : m_plan(plan)
        , m_text(text)
    {
    }
    [[nodiscard]] QStringList script() const;

private:
    [[nodiscard]] QStringList head() const;
    [[nodiscard]] QStringList steps(QList<Step>::const_iterator from, QList<Step>::const_iterator to) const;
    [[nodiscard]] QStringList step(const Step &step) const;
    [[nodiscard]] QStringList check(const Step &step, const Check &check) const;
    [[nodiscard]] bool isExpected(const std::optional<Check::Condition> &condition) const;
    [[nodiscard]] bool isUsedLater(int number) const;
    [[nodiscard]] bool usesPassword() const;
    [[nodiscard]] QStringList command(const Step &step) const;
    [[nodiscard]] const Check *firstCheckOf(int producer) const;
    [[nodiscard]] bool usesDirectory() const;

    const Plan &m_plan;
    const RunbookText &m_text;
};

bool Writer::usesDirectory() const
{
    const auto asksDirectory = [](const Check &check) {
        return !check.command.isEmpty() && check.command.cmdlets.last().name() == "Get-ADObject"_L1;
    };
    return std::any_of(m_plan.steps.begin(), m_plan.steps.end(),
        [&](const Step &step) { return std::any_of(step.checks.begin(), step.checks.end(), asksDirectory); });
}

QStringList Writer::head() const
{
    QStringList out = commentLines(m_text.title(m_plan));
    out.append(u"#"_s);
    out.append(commentLines(m_text.introduction(m_plan)));
    if (!m_plan.cautions.isEmpty())
        out.append(u"#"_s);
    for (const Caution caution : m_plan.cautions)
        out.append(commentLines(m_text.caution(caution), u"* "_s, u"  "_s));
    out.append({QString(), u"$ErrorActionPreference = 'Stop'"_s});
    if (usesDirectory())
        out.append(u"Import-Module ActiveDirectory"_s);
    if (usesPassword())
        out.append(u"$password = Read-Host -AsSecureString"_s);
    return out;
}

// What a script cannot know is how the person will answer; it checks what the recommended answer leads to.
bool Writer::isExpected(const std::optional<Check::Condition> &condition) const
{
    if (!condition)
        return true;
    const Step *asking = m_plan.find(condition->step);
    if (asking != nullptr) {
        for (const ExpectedPrompt &prompt : asking->prompts) {
            if (prompt.kind != condition->prompt)
                continue;
            const bool isYes
                = prompt.recommended == shell::Confirmation::Yes || prompt.recommended == shell::Confirmation::YesToAll;
            return isYes == condition->answeredYes;
        }
    }
    return condition->appliesWhenNotAsked;
}

bool Writer::usesPassword() const
{
    return std::any_of(m_plan.steps.begin(), m_plan.steps.end(),
        [](const Step &step) { return hasLate(step.command, shell::LateValue::Kind::Password); });
}

bool Writer::isUsedLater(int number) const
{
    return std::any_of(m_plan.steps.begin(), m_plan.steps.end(), [number](const Step &step) {
        return hasLate(step.command, shell::LateValue::Kind::FileDataOfStep, number)
            || (step.number == number && !step.file.isEmpty());
    });
}

const Check *Writer::firstCheckOf(int producer) const
{
    for (const Step &step : m_plan.steps) {
        for (const Check &check : step.checks) {
            if (check.certificate.isLate() && check.certificate.step == producer)
                return &check;
        }
    }
    return nullptr;
}

QStringList Writer::check(const Step &step, const Check &check) const
{
    QStringList out = commentLines(m_text.check(check));
    if (check.kind == Check::Kind::PfxHoldsCertificate)
        out.append(u"$found = @(New-Object -TypeName %1 -ArgumentList %2, $password)"_s.arg(
            x509Type(), shell::quoted(step.file)));
    else
        out.append(assigned(u"$found"_s, u"@("_s, commandLines(check.command), u")"_s));
    out.append(stopUnless(condition(check), m_text.checkFailed(check)));
    return out;
}

QStringList Writer::step(const Step &step) const
{
    QStringList out{QString()};
    out.append(commentLines(m_text.step(step), u"%1. "_s.arg(step.number), u"   "_s));
    for (const ExpectedPrompt &prompt : step.prompts)
        out.append(commentLines(m_text.expectedPrompt(step, prompt), u"? "_s, u"  "_s));
    QStringList code = command(step);
    for (const Check &expected : step.checks) {
        if (isExpected(expected.condition))
            code.append(check(step, expected));
    }
    // what the recommended answers do not lead to is there to be read, and to be run by whoever answered otherwise
    if (!isExpected(step.condition)) {
        for (const QString &line : std::as_const(code))
            out.append(line.startsWith(u'#') ? commentLines(line.mid(1).trimmed()) : commentLines(indent + line));
        return out;
    }
    return out + code;
}

// A step that changes nothing shows what it reads; one that does keeps what it made for those that follow.
QStringList Writer::command(const Step &step) const
{
    QStringList out;
    if (const Check *guard = firstCheckOf(step.number)) {
        out.append(assigned(variable(step.number), {}, commandLines(step.command), {}));
        // a cmdlet of an imported session may fail without ending the script, and an empty thumbprint means "all"
        out.append(stopUnless(variable(step.number) + u".Thumbprint"_s, m_text.checkFailed(*guard)));
        out.append(u"$step%1 | Format-List -Property Thumbprint,Services,NotAfter,Subject"_s.arg(step.number));
    } else if (isUsedLater(step.number)) {
        out.append(assigned(variable(step.number), {}, commandLines(step.command), {}));
        if (!step.file.isEmpty())
            out.append(u"[System.IO.File]::WriteAllBytes(%1, %2.FileData)"_s.arg(
                shell::quoted(step.file), variable(step.number)));
    } else {
        out.append(commandLines(step.command));
    }
    return out;
}

QStringList Writer::steps(QList<Step>::const_iterator from, QList<Step>::const_iterator to) const
{
    QStringList out;
    for (auto it = from; it != to; ++it)
        out.append(step(*it));
    return out;
}

QStringList Writer::script() const
{
    QStringList out = head();
    const auto end = m_plan.steps.constEnd();
    if (m_plan.errorPolicy == ErrorPolicy::Stop) {
        out.append(steps(m_plan.steps.constBegin(), end));
        return out;
    }
    for (auto it = m_plan.steps.constBegin(); it != end;) {
        const auto next = std::find_if(it, end, [&](const Step &step) { return step.server != it->server; });
        out.append({QString(), u"try {"_s});
        for (const QString &line : steps(it, next))
            out.append(line.isEmpty() ? line : indent + line);
        out.append({u"}"_s, u"catch {"_s,
            indent + u"Write-Warning -Message (%1 + ': ' + $_)"_s.arg(shell::quoted(oneLine(it->server.name()))),
            u"}"_s});
        it = next;
    }
    return out;
}

} // namespace

QByteArray runbookScript(const Plan &plan, const RunbookText &text)
{
    return QByteArray("\xef\xbb\xbf") + (Writer(plan, text).script().join(u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

} // namespace kakuin::plan
