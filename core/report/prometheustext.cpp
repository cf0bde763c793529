// SPDX-License-Identifier: MIT
#include "core/report/prometheustext.h"

#include "core/base/untrustedtext.h"
#include "core/domain/expiry.h"
#include "core/domain/roles.h"
#include "core/report/factname.h"
#include "core/report/inventoryjson.h"

#include <QtCore/QHash>
#include <QtCore/QMap>

#include <algorithm>

namespace kakuin::report {
namespace {

using namespace Qt::StringLiterals;
using findings::Code;
using findings::Severity;

constexpr qsizetype prefixLength = 12; ///< of a thumbprint: enough to tell 100,000 certificates apart

struct Label final {
    const char *name;
    QString value;
};

QByteArray escaped(const QString &value)
{
    QString text = singleLine(value, 300);
    return text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).toUtf8();
}

/// Writes metrics, all series of one after the other.
class MetricWriter final {
public:
    explicit MetricWriter(QByteArray common = {})
        : m_common(std::move(common))
    {
    }

    void begin(const char *name, const char *help)
    {
        m_name = name;
        m_bytes += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + " gauge\n";
    }
    void add(const QByteArray &labels, qint64 value)
    {
        const QByteArray both = labels.isEmpty() || m_common.isEmpty() ? labels + m_common : labels + ',' + m_common;
        m_bytes += m_name + (both.isEmpty() ? both : '{' + both + '}') + ' ' + QByteArray::number(value) + '\n';
    }
    void comment(const QString &text) { m_bytes += "# " + singleLine(text.simplified(), 1000).toUtf8() + '\n'; }
    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

    [[nodiscard]] static QByteArray labels(std::initializer_list<Label> list)
    {
        QByteArray out;
        for (const Label &label : list)
            out += (out.isEmpty() ? "" : ",") + QByteArray(label.name) + "=\"" + escaped(label.value) + '"';
        return out;
    }

private:
    QByteArray m_common;
    QByteArray m_name;
    QByteArray m_bytes;
};

void addState(MetricWriter &out, int exitCode)
{
    out.begin("kakuin_check_state", "Result of kakuin check: 0 nothing is wrong, 1 warnings, 2 critical, 3 not known.");
    out.add({}, exitCode);
}

// A certificate has a series for each of its roles. Two with the same labels would make the whole file useless.
void addDays(MetricWriter &out, const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    out.begin("kakuin_certificate_days_left",
        "Whole days until the certificate expires, negative afterwards; one series for each of its roles.");
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (!entry.certificates)
            continue;
        QMap<QByteArray, qint64> series;
        for (const domain::Certificate &certificate : *entry.certificates) {
            if (!certificate.facts.notAfterUtc.isValid())
                continue;
            const qint64 days = domain::wholeDays(nowUtc, certificate.facts.notAfterUtc);
            QStringList roles;
            const QList<domain::RoleEvidence> evidence = domain::rolesOf(certificate, &entry, inventory);
            for (const domain::RoleEvidence &one : evidence)
                roles.append(nameOf(one.role));
            roles.removeDuplicates();
            if (roles.isEmpty())
                roles.append(areRolesKnown(certificate, entry, inventory) ? u"none"_s : u"notKnown"_s);
            for (const QString &role : std::as_const(roles)) {
                const QByteArray labels = MetricWriter::labels({{"server", entry.server.id.name()},
                    {"thumbprint", certificate.facts.thumbprint.toString().left(prefixLength)}, {"role", role}});
                const auto known = series.constFind(labels);
                series.insert(labels, known == series.constEnd() ? days : std::min(*known, days));
            }
        }
        for (auto it = series.begin(); it != series.end(); ++it)
            out.add(it.key(), it.value());
    }
}

int stateOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return 2;
    case Severity::Warning:
        return 1;
    case Severity::NotKnown:
        return 3;
    case Severity::Information:
        break;
    }
    return 0;
}

// What was found outranks what could not be looked at elsewhere
int worse(int a, int b)
{
    constexpr int ranks[]{0, 2, 3, 1};
    return ranks[a] > ranks[b] ? a : b;
}

void addCodes(MetricWriter &out, const QList<findings::Finding> &counted)
{
    QHash<Code, int> states;
    for (const findings::Finding &finding : counted) {
        states[finding.code] = worse(states.value(finding.code), stateOf(finding.severity));
        for (const Code code : finding.unanswered)
            states[code] = worse(states.value(code), stateOf(Severity::NotKnown));
    }
    out.begin("kakuin_code_state",
        "Worst finding of a code: 0 none or worth knowing, 1 warning, 2 critical, 3 could not be looked at "
        "everywhere.");
    const QList<Code> codes = findings::allCodes();
    for (const Code code : codes)
        out.add(MetricWriter::labels({{"code", codeName(code)}}), states.value(code));
}

void addCounts(MetricWriter &out, const findings::Sifted &sifted)
{
    out.begin("kakuin_findings", "Findings of a severity, without those that are ignored.");
    for (const Severity severity : {Severity::Critical, Severity::Warning, Severity::Information, Severity::NotKnown}) {
        const auto count = std::count_if(sifted.counted.begin(), sifted.counted.end(),
            [severity](const findings::Finding &finding) { return finding.severity == severity; });
        out.add(MetricWriter::labels({{"severity", severityName(severity)}}), count);
    }
    out.begin("kakuin_ignored_findings", "Findings that --ignore and --ignore-file took out.");
    out.add({}, sifted.ignored.size());
    out.begin("kakuin_ended_ignores", "Ignores whose end has passed: their findings are counted again.");
    out.add({}, sifted.ended.size());
}

} // namespace

QByteArray prometheusText(
    const domain::Inventory &inventory, const findings::Sifted &sifted, int exitCode, const QDateTime &nowUtc)
{
    MetricWriter out(inventory.organisation.isEmpty()
            ? QByteArray()
            : MetricWriter::labels({{"organisation", inventory.organisation}}));
    addState(out, exitCode);
    if (inventory.takenUtc.isValid()) {
        out.begin("kakuin_reading_timestamp_seconds", "When the organisation was read, in seconds since 1970 (UTC).");
        out.add({}, inventory.takenUtc.toSecsSinceEpoch());
    }
    addCounts(out, sifted);
    addCodes(out, sifted.counted);
    addDays(out, inventory, nowUtc);
    return out.bytes();
}

QByteArray prometheusFailure(const QString &sentence)
{
    MetricWriter out;
    out.comment(sentence);
    addState(out, stateOf(Severity::NotKnown));
    return out.bytes();
}

} // namespace kakuin::report
