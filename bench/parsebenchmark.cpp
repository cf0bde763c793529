// SPDX-License-Identifier: MIT
#include "bench/benchmarks.h"
#include "bench/practicecertificates.h"
#include "bench/stopwatch.h"
#include "core/x509/reader.h"

#include <openssl/x509.h>

namespace kakuin::bench {
namespace {

constexpr int fullParseSize = 10'000;
constexpr int parseRepetitions = 9;
constexpr double parseAimedRatio = 0.5;

Result<void> parseBare(const QList<QByteArray> &ders)
{
    for (const QByteArray &der : ders) {
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
        X509 *certificate = d2i_X509(nullptr, &bytes, static_cast<long>(der.size()));
        if (certificate == nullptr)
            return fail(ErrorCode::MalformedCertificate, QStringLiteral("d2i_X509"));
        X509_free(certificate);
    }
    return {};
}

Result<void> parseOurs(const QList<QByteArray> &ders)
{
    for (const QByteArray &der : ders) {
        if (const auto facts = x509::readDer(der); !facts)
            return tl::unexpected<Error>(facts.error());
    }
    return {};
}

Result<Figure> measureParseOf(int size)
{
    const auto ders = practiceCertificates(size);
    if (!ders)
        return tl::unexpected<Error>(ders.error());
    Figure figure{QStringLiteral("parse"), QStringLiteral("x509::readDer"), QStringLiteral("certificates/s"), size,
        QStringLiteral("certificates"), {}, Samples{}, QStringLiteral("d2i_X509"),
        Aim{Aim::Of::Ratio, Aim::Bound::AtLeast, parseAimedRatio}, {}};
    for (int i = 0; i < parseRepetitions; ++i) {
        Result<void> ended;
        const double bareMs = timed([&] { ended = parseBare(*ders); });
        if (!ended)
            return tl::unexpected<Error>(ended.error());
        const double oursMs = timed([&] { ended = parseOurs(*ders); });
        if (!ended)
            return tl::unexpected<Error>(ended.error());
        figure.bare->values.append(size * 1e3 / bareMs);
        figure.ours.values.append(size * 1e3 / oursMs);
    }
    return figure;
}

} // namespace

Result<QList<Figure>> measureParse()
{
    QList<Figure> figures;
    for (const int size : {fullParseSize / 10, fullParseSize}) {
        const auto figure = measureParseOf(size);
        if (!figure)
            return tl::unexpected<Error>(figure.error());
        figures.append(*figure);
    }
    return figures;
}

} // namespace kakuin::bench
