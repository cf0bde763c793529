// SPDX-License-Identifier: MIT
#include "bench/benchmarks.h"
#include "bench/largeinventory.h"
#include "bench/stopwatch.h"
#include "core/advice/advice.h"
#include "core/findings/evaluation.h"
#include "ui/views/details/detailspanel.h"

namespace kakuin::bench {
namespace {

constexpr int fullFindingsSize = 100'000;
constexpr int findingsRepetitions = 5;
constexpr int selections = 20;
constexpr double longestSelectionMs = 50;
constexpr double aimMicroseconds = 10; ///< a certificate: 100,000 of them in a second, away from the GUI thread

// What any evaluation does at the least: one look at every certificate's dates and services
qsizetype lookOnce(const domain::Inventory &inventory, const QDateTime &nowUtc)
{
    qsizetype count = 0;
    for (const domain::ServerEntry &entry : inventory.servers) {
        if (!entry.certificates)
            continue;
        for (const domain::Certificate &certificate : *entry.certificates)
            count += certificate.facts.notAfterUtc < nowUtc && certificate.hasService(domain::Service::Smtp) ? 1 : 0;
    }
    return count;
}

// What the adviser says of each certificate alone; how many of them want something
qsizetype adviceOfAll(const domain::InventoryPtr &inventory, const QDateTime &nowUtc)
{
    const advice::Policy policy;
    const advice::Picture picture(*inventory, policy, nowUtc);
    qsizetype count = 0;
    for (const domain::ServerEntry &entry : inventory->servers) {
        const advice::ServerView server = advice::viewOf(entry, picture);
        for (const advice::CertificateView &view : server.certificates)
            count += advice::adviceFor(view, server, picture).reason != advice::Reason::NothingToDo ? 1 : 0;
    }
    return count;
}

// What all surfaces share: findings, and how urgent they are by what they concern
qsizetype evaluationOfAll(const domain::InventoryPtr &inventory, const QDateTime &nowUtc)
{
    return findings::Evaluation(inventory, {}, nowUtc).findings().size();
}

qsizetype findingsOfAll(const domain::InventoryPtr &inventory, const QDateTime &nowUtc)
{
    return findings::findingsOf(*inventory, {}, nowUtc).size();
}

using Evaluate = qsizetype (*)(const domain::InventoryPtr &, const QDateTime &);

Result<Figure> measureEvaluation(const QString &title, Evaluate evaluate, int size)
{
    const auto inventory = largeInventory(size);
    if (!inventory)
        return tl::unexpected<Error>(inventory.error());
    Figure figure{QStringLiteral("findings"), title, QStringLiteral("us a certificate"), size,
        QStringLiteral("certificates"), {}, Samples{}, QStringLiteral("one look at each"),
        Aim{Aim::Of::Value, Aim::Bound::AtMost, aimMicroseconds}, {}};
    qsizetype found = 0;
    qsizetype looked = 0;
    for (int i = 0; i < findingsRepetitions; ++i) {
        figure.bare->values.append(timed([&] { looked += lookOnce(**inventory, lookedAtUtc()); }) * 1e3 / size);
        figure.ours.values.append(timed([&] { found = evaluate(*inventory, lookedAtUtc()); }) * 1e3 / size);
    }
    if (found == 0 || looked < 0)
        return fail(ErrorCode::UnexpectedOutput, QStringLiteral("findings"), QString::number(found));
    figure.note = QStringLiteral("%1 among %2 certificates").arg(found).arg(size);
    return figure;
}

// The sheet of a server and its next step, or those of a certificate, as they follow a click in the tree
Result<Figure> measureSelection(const QString &title, bool isServer, int size)
{
    const auto inventory = largeInventory(size);
    if (!inventory)
        return tl::unexpected<Error>(inventory.error());
    ui::DetailsPanel panel;
    panel.resize(500, 700);
    panel.setEvaluation(
        std::make_shared<const findings::Evaluation>(*inventory, advice::Policy(), lookedAtUtc()), lookedAtUtc());
    panel.show();
    Figure figure{QStringLiteral("findings"), title, QStringLiteral("ms"), size, QStringLiteral("certificates"), {},
        std::nullopt, {}, Aim{Aim::Of::Value, Aim::Bound::AtMost, longestSelectionMs}, {}};
    const QList<domain::ServerEntry> &servers = (*inventory)->servers;
    for (qsizetype i = 0; i < selections; ++i) {
        const domain::ServerEntry &entry = servers.at(i * (servers.size() - 1) / (selections - 1));
        const domain::CertificateId certificate = entry.certificates->constLast().id();
        figure.ours.values.append(timed([&] {
            if (isServer)
                panel.showServer(entry.server.id);
            else
                panel.showCertificate(certificate);
        }));
    }
    return figure;
}

} // namespace

Result<QList<Figure>> measureFindings()
{
    QList<Figure> figures;
    const std::pair<QString, Evaluate> evaluations[] = {{QStringLiteral("findings of an organisation"), findingsOfAll},
        {QStringLiteral("advice for every certificate"), adviceOfAll},
        {QStringLiteral("evaluation for all surfaces"), evaluationOfAll}};
    for (const auto &[title, evaluate] : evaluations) {
        for (const int size : {fullFindingsSize / 10, fullFindingsSize}) {
            const auto figure = measureEvaluation(title, evaluate, size);
            if (!figure)
                return tl::unexpected<Error>(figure.error());
            figures.append(*figure);
        }
    }
    for (const bool isServer : {true, false}) {
        for (const int size : {fullFindingsSize / 10, fullFindingsSize}) {
            const auto figure = measureSelection(
                isServer ? QStringLiteral("select a server") : QStringLiteral("select a certificate"), isServer, size);
            if (!figure)
                return tl::unexpected<Error>(figure.error());
            figures.append(*figure);
        }
    }
    return figures;
}

} // namespace kakuin::bench
