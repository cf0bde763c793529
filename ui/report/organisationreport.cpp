// SPDX-License-Identifier: MIT
#include "ui/report/organisationreport.h"

#include "core/base/untrustedtext.h"
#include "core/findings/findings.h"
#include "core/report/csvwriter.h"
#include "core/report/findingsjson.h"
#include "core/report/inventoryjson.h"
#include "core/report/inventoryrows.h"
#include "models/timelinecontent.h"
#include "models/timelinescale.h"
#include "text/errortext.h"
#include "text/expirytext.h"
#include "text/findingtext.h"
#include "text/reporttext.h"
#include "text/roletext.h"
#include "ui/report/pagewriter.h"
#include "ui/report/pdf.h"
#include "ui/views/timelineexporter.h"

#include <QtCore/QHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace kakuin::ui {
namespace {

using findings::Finding;
using findings::Severity;
using PageMark = PageWriter::Mark;

constexpr std::array severities{Severity::Critical, Severity::Warning, Severity::Information, Severity::NotKnown};
constexpr int pictureWidth = 640; ///< of the printed page, in its own pixels

PageMark markOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return PageMark::Critical;
    case Severity::Warning:
        return PageMark::Warning;
    case Severity::Information:
        return PageMark::Note;
    case Severity::NotKnown:
        break;
    }
    return PageMark::NotKnown;
}

// All of one code beside each other, at the place of the worst: they are explained together
QList<Finding> grouped(QList<Finding> found)
{
    QHash<std::pair<int, int>, int> places;
    const auto groupOf
        = [](const Finding &f) { return std::pair(static_cast<int>(f.severity), static_cast<int>(f.code)); };
    for (const Finding &finding : std::as_const(found)) {
        if (!places.contains(groupOf(finding)))
            places.insert(groupOf(finding), static_cast<int>(places.size()));
    }
    std::stable_sort(found.begin(), found.end(),
        [&](const Finding &a, const Finding &b) { return places.value(groupOf(a)) < places.value(groupOf(b)); });
    return found;
}

PageMark markOf(domain::ExpiryBand band)
{
    switch (band) {
    case domain::ExpiryBand::Expired:
    case domain::ExpiryBand::Today:
    case domain::ExpiryBand::Urgent:
        return PageMark::Critical;
    case domain::ExpiryBand::Soon:
    case domain::ExpiryBand::Upcoming:
        return PageMark::Warning;
    case domain::ExpiryBand::Later:
        return PageMark::Good;
    case domain::ExpiryBand::Unknown:
        break;
    }
    return PageMark::NotKnown;
}

QString rolesOf(
    const domain::Certificate &certificate, const domain::ServerEntry &entry, const domain::Inventory &inventory)
{
    QStringList out;
    const QList<domain::RoleEvidence> evidence = domain::rolesOf(certificate, &entry, inventory);
    for (const domain::RoleEvidence &one : evidence)
        out << RoleText::name(one.role);
    out.removeDuplicates();
    return out.join(u'\n');
}

} // namespace

OrganisationReport::OrganisationReport(
    domain::InventoryPtr inventory, const advice::Policy &policy, const QDateTime &nowUtc, const QFont &font)
    : m_inventory(inventory ? std::move(inventory) : std::make_shared<const domain::Inventory>())
    , m_nowUtc(nowUtc)
    , m_evaluation(m_inventory, policy, nowUtc)
    , m_found(grouped(m_evaluation.findings()))
    , m_font(font)
{
}

OrganisationReport::Form OrganisationReport::formOf(const QString &path)
{
    const QString ending = path.section(u'.', -1).toLower();
    if (ending == QLatin1String("pdf"))
        return Form::Pdf;
    if (ending == QLatin1String("csv"))
        return Form::Csv;
    return ending == QLatin1String("json") ? Form::Json : Form::Html;
}

QString OrganisationReport::title() const
{
    return ReportText::title(singleLine(m_inventory->organisation, 120));
}

QByteArray OrganisationReport::bytes(Form form) const
{
    switch (form) {
    case Form::Html:
        return page(false).toUtf8();
    case Form::Pdf:
        return pdfOf(page(true), title(), true);
    case Form::Csv:
        return csv();
    case Form::Json:
        break;
    }
    return json();
}

QString OrganisationReport::page(bool isForPrint) const
{
    PageWriter page(title(), ReportText::language());
    page.heading(1, title());
    page.note(ReportText::made(m_inventory->takenUtc, m_nowUtc));
    addSummary(page);
    addFindings(page);
    addTimeline(page, isForPrint);
    addInventory(page);
    return page.html();
}

void OrganisationReport::addSummary(PageWriter &page) const
{
    page.heading(2, ReportText::summaryHeading());
    QList<QList<PageWriter::Cell>> rows;
    for (const Severity severity : severities) {
        const auto number = std::count_if(
            m_found.begin(), m_found.end(), [severity](const Finding &f) { return f.severity == severity; });
        rows.append(
            {{FindingText::severity(severity), markOf(severity)}, {QLocale().toString(number), PageMark::Plain}});
    }
    page.table({ReportText::countsHeader(0), ReportText::countsHeader(1)}, rows);
}

void OrganisationReport::addFindings(PageWriter &page) const
{
    page.heading(2, ReportText::findingsHeading());
    if (m_found.isEmpty())
        page.paragraph(ReportText::nothingFound(), PageMark::Good);
    // what is the same everywhere is explained once; the rows say where it was found
    for (qsizetype from = 0; from < m_found.size();) {
        const Finding &first = m_found.at(from);
        page.heading(3, FindingText::severity(first.severity) + QStringLiteral(": ") + FindingText::title(first.code));
        page.paragraph(FindingText::why(first.code));
        QList<QList<PageWriter::Cell>> rows;
        for (; from < m_found.size() && m_found.at(from).code == first.code
             && m_found.at(from).severity == first.severity;
             ++from) {
            const Finding &finding = m_found.at(from);
            const bool isCertificate = finding.subject.kind == findings::Subject::Kind::Certificate;
            QStringList evidence;
            for (const findings::Evidence &one : finding.evidence)
                evidence << FindingText::evidence(one, m_nowUtc);
            rows.append({{FindingText::subject(finding.subject,
                              isCertificate ? m_inventory->find(finding.subject.certificate()) : nullptr),
                             markOf(finding.severity)},
                {evidence.join(u'\n'), PageMark::Plain}});
        }
        page.table({ReportText::concerned(), ReportText::evidence()}, rows);
        page.note(ReportText::whatToDo() + QStringLiteral(": ") + FindingText::steps(first.code));
    }
}

void OrganisationReport::addInventory(PageWriter &page) const
{
    page.heading(2, ReportText::inventoryHeading());
    for (const domain::ServerEntry &entry : m_inventory->servers) {
        page.heading(
            3, ReportText::serverHeading(singleLine(entry.server.id.name(), 120), entry.server.version.displayText()));
        if (!entry.certificates) {
            page.paragraph(ReportText::notRead(ErrorText::full(entry.certificates.error())), PageMark::NotKnown);
            continue;
        }
        QList<QList<PageWriter::Cell>> rows;
        for (const domain::Certificate &certificate : *entry.certificates) {
            const QDateTime until = certificate.facts.notAfterUtc;
            const domain::Expiry expiry = m_evaluation.policy().expiryOf(certificate, m_nowUtc);
            rows.append({{certificate.displayName(), PageMark::Plain},
                {certificate.facts.thumbprint.toString(), PageMark::Plain},
                {until.isValid() ? ExpiryText::day(until) : QString(), PageMark::Plain},
                {ExpiryText::remaining(expiry, until, m_nowUtc), markOf(expiry.band)},
                {RoleText::services(certificate), PageMark::Plain},
                {rolesOf(certificate, entry, *m_inventory), PageMark::Plain}});
        }
        page.table(ReportText::certificateColumns(), rows);
        for (const Error &error : entry.unreadable)
            page.paragraph(ReportText::notRead(ErrorText::full(error)), PageMark::NotKnown);
    }
}

void OrganisationReport::addTimeline(PageWriter &page, bool isForPrint) const
{
    page.heading(2, ReportText::timelineHeading());
    models::TimelineContent content = models::buildTimeline(m_evaluation, models::TimelineGroupBy::Server, m_nowUtc);
    models::TimelineScale scale;
    if (content.earliestUtc.isValid() && content.latestUtc.isValid())
        scale.setRange(content.earliestUtc, content.latestUtc);
    const TimelineExporter exporter(std::move(content), scale, m_nowUtc, models::TimelineGroupBy::Server, m_font);
    const Result<QByteArray> picture = isForPrint ? exporter.png() : exporter.svg(title());
    if (!picture)
        page.paragraph(ReportText::timelineTooLarge(), PageMark::NotKnown);
    else if (isForPrint)
        page.picture(*picture, QStringLiteral("image/png"), ReportText::timelineHeading(), pictureWidth);
    else
        page.picture(*picture, QStringLiteral("image/svg+xml"), ReportText::timelineHeading());
}

QByteArray OrganisationReport::csv() const
{
    report::CsvWriter out;
    QStringList header;
    const QStringList keys = report::inventoryColumns();
    for (const QString &key : keys)
        header << ReportText::column(key);
    out.add(header);
    const QList<QStringList> rows = report::inventoryRows(*m_inventory, m_nowUtc);
    for (const QStringList &row : rows)
        out.add(row);
    return out.bytes();
}

QByteArray OrganisationReport::json() const
{
    QJsonObject all = report::inventoryJson(*m_inventory, m_nowUtc);
    all.insert(QStringLiteral("findings"), report::findingsJson(m_found));
    return QJsonDocument(all).toJson();
}

} // namespace kakuin::ui
