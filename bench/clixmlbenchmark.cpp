// SPDX-License-Identifier: MIT
#include "bench/benchmarks.h"
#include "bench/exportedcertificates.h"
#include "bench/stopwatch.h"
#include "core/clixml/reader.h"

#include <QtCore/QBuffer>
#include <QtCore/QXmlStreamReader>

namespace kakuin::bench {
namespace {

constexpr int fullClixmlSize = 10'000;
constexpr int clixmlRepetitions = 7;
constexpr double clixmlAimedRatio = 0.5;

Result<void> readBareClixml(QByteArray &document)
{
    QBuffer device(&document);
    device.open(QIODevice::ReadOnly);
    QXmlStreamReader xml(&device);
    while (!xml.atEnd())
        xml.readNext();
    return xml.hasError() ? Result<void>(fail(ErrorCode::MalformedClixml, {}, xml.errorString())) : Result<void>();
}

Result<void> readOurClixml(QByteArray &document, int expected)
{
    QBuffer device(&document);
    device.open(QIODevice::ReadOnly);
    int count = 0;
    const auto ended = clixml::Reader().readEach(device, [&count](const clixml::Value &) {
        ++count;
        return true;
    });
    if (ended && count != expected)
        return fail(ErrorCode::UnexpectedOutput, {}, QString::number(count));
    return ended;
}

Result<Figure> measureClixmlOf(int size)
{
    auto document = exportedCertificates(size);
    if (!document)
        return tl::unexpected<Error>(document.error());
    const double megabytes = double(document->size()) / 1e6;
    Figure figure{QStringLiteral("clixml"), QStringLiteral("clixml::Reader"), QStringLiteral("MB/s"), size,
        QStringLiteral("certificates"), {}, Samples{}, QStringLiteral("QXmlStreamReader"),
        Aim{Aim::Of::Ratio, Aim::Bound::AtLeast, clixmlAimedRatio}, {}};
    for (int i = 0; i < clixmlRepetitions; ++i) {
        Result<void> ended;
        const double bareMs = timed([&] { ended = readBareClixml(*document); });
        if (!ended)
            return tl::unexpected<Error>(ended.error());
        const double oursMs = timed([&] { ended = readOurClixml(*document, size); });
        if (!ended)
            return tl::unexpected<Error>(ended.error());
        figure.bare->values.append(megabytes * 1e3 / bareMs);
        figure.ours.values.append(megabytes * 1e3 / oursMs);
    }
    return figure;
}

} // namespace

Result<QList<Figure>> measureClixml()
{
    QList<Figure> figures;
    for (const int size : {fullClixmlSize / 10, fullClixmlSize}) {
        const auto figure = measureClixmlOf(size);
        if (!figure)
            return tl::unexpected<Error>(figure.error());
        figures.append(*figure);
    }
    return figures;
}

} // namespace kakuin::bench
