// SPDX-License-Identifier: MIT
#include "core/report/findingsjson.h"

#include "core/report/factname.h"
#include "core/report/inventoryjson.h"

#include <QtCore/QJsonObject>

namespace kakuin::report {
namespace {

using namespace Qt::StringLiterals;

struct ValueJson {
    QJsonValue operator()(std::monostate) const { return {}; }
    QJsonValue operator()(qint64 number) const { return number; }
    QJsonValue operator()(const QString &text) const { return text; }
    QJsonValue operator()(const QDateTime &utc) const
    {
        return utc.isValid() ? QJsonValue(timeText(utc)) : QJsonValue();
    }
    QJsonValue operator()(const domain::Thumbprint &thumbprint) const { return thumbprint.toString(); }
    QJsonValue operator()(const domain::RoleEvidence &evidence) const
    {
        return QJsonObject{{u"role"_s, QString(nameOf(evidence.role))}, {u"source"_s, QString(nameOf(evidence.source))},
            {u"subject"_s, evidence.subject}};
    }
    QJsonValue operator()(const domain::LiveReading &reading) const { return liveReadingJson(reading); }
    QJsonValue operator()(const Error &error) const { return errorJson(error); }
};

QJsonObject subjectJson(const findings::Subject &subject)
{
    return {{u"kind"_s, QString(nameOf(subject.kind))},
        {u"server"_s, subject.server.isEmpty() ? QJsonValue() : QJsonValue(subject.server.name())},
        {u"thumbprint"_s, subject.thumbprint.isNull() ? QJsonValue() : QJsonValue(subject.thumbprint.toString())},
        {u"name"_s, subject.name.isEmpty() ? QJsonValue() : QJsonValue(subject.name)}};
}

QJsonObject taskJson(const advice::Task &task)
{
    QJsonArray certificates;
    for (const domain::CertificateId &id : task.certificates)
        certificates.append(QJsonObject{{u"server"_s, id.server.name()}, {u"thumbprint"_s, id.thumbprint.toString()}});
    QJsonArray servers;
    for (const domain::ServerId &server : task.servers)
        servers.append(server.name());
    return {{u"kind"_s, QString(nameOf(task.kind))}, {u"certificates"_s, certificates}, {u"servers"_s, servers},
        {u"services"_s, task.services ? QJsonArray::fromStringList(domain::cmdletNames(task.services)) : QJsonArray()}};
}

QJsonObject findingJson(const findings::Finding &finding)
{
    QJsonArray evidence;
    for (const findings::Evidence &one : finding.evidence)
        evidence.append(
            QJsonObject{{u"fact"_s, QString(nameOf(one.fact))}, {u"value"_s, std::visit(ValueJson(), one.value)}});
    QJsonArray unanswered;
    for (const findings::Code code : finding.unanswered)
        unanswered.append(QString(findings::codeName(code)));
    return {{u"key"_s, finding.key()}, {u"code"_s, QString(findings::codeName(finding.code))},
        {u"severity"_s, QString(findings::severityName(finding.severity))},
        {u"subject"_s, subjectJson(finding.subject)}, {u"evidence"_s, evidence},
        {u"mend"_s, QString(nameOf(finding.task.kind))}, {u"task"_s, taskJson(finding.task)},
        {u"unanswered"_s, unanswered}};
}

void insertMute(QJsonObject &object, const findings::Mute &mute)
{
    object.insert(u"reason"_s, mute.reason.isEmpty() ? QJsonValue() : QJsonValue(mute.reason));
    object.insert(u"until"_s, mute.untilUtc.isValid() ? QJsonValue(timeText(mute.untilUtc)) : QJsonValue());
}

} // namespace

QJsonArray findingsJson(const QList<findings::Finding> &found)
{
    QJsonArray out;
    for (const findings::Finding &finding : found)
        out.append(findingJson(finding));
    return out;
}

QJsonObject siftedJson(const findings::Sifted &sifted)
{
    QJsonArray ignored;
    for (const findings::Sifted::Ignored &one : sifted.ignored) {
        QJsonObject object = findingJson(one.finding);
        insertMute(object, one.mute);
        ignored.append(object);
    }
    QJsonArray ended;
    for (const findings::Ignore &one : sifted.ended) {
        QJsonObject object{{u"finding"_s, one.text()}};
        insertMute(object, one.mute);
        ended.append(object);
    }
    return {{u"findings"_s, findingsJson(sifted.counted)}, {u"ignored"_s, ignored}, {u"endedIgnores"_s, ended}};
}

} // namespace kakuin::report
