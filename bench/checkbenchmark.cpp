// SPDX-License-Identifier: MIT
#include "bench/benchmarks.h"
#include "bench/eventturn.h"
#include "bench/exportedcertificates.h"
#include "bench/stopwatch.h"
#include "core/findings/findings.h"
#include "core/session/session.h"
#include "core/snapshot/snapshotshell.h"
#include "text/consoletext.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

namespace kakuin::bench {
namespace {

constexpr int fullCheckSize = 20'000;
constexpr int checkRepetitions = 3;
constexpr double aimMilliseconds = 1000;

// What `kakuin check` does, from the file to the text
Result<qsizetype> checkOnce(const QString &path)
{
    const auto shell = await(snapshot::SnapshotShell::open({path}));
    if (!shell)
        return tl::unexpected<Error>(shell.error());
    session::Session session(*shell);
    const auto inventory = await(session.refresh());
    if (!inventory)
        return tl::unexpected<Error>(inventory.error());
    const auto found = findings::findingsOf(**inventory, {}, session.nowUtc());
    const findings::Sifted sifted = findings::sift(found, {}, session.nowUtc());
    return ui::ConsoleText::check(sifted, 0, **inventory, session.nowUtc()).size();
}

Result<Figure> measureCheckOf(int size)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("certificates.xml")));
    const auto bytes = exportedCertificates(size, size);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.flush())
        return fail(ErrorCode::FileUnwritable, file.fileName(), file.errorString());
    Figure figure{QStringLiteral("check"), QStringLiteral("check as text, one server"), QStringLiteral("ms"), size,
        QStringLiteral("certificates"), {}, std::nullopt, {}, Aim{Aim::Of::Value, Aim::Bound::AtMost, aimMilliseconds},
        {}};
    for (int i = 0; i < checkRepetitions; ++i) {
        Result<qsizetype> written;
        figure.ours.values.append(timed([&] { written = checkOnce(file.fileName()); }));
        if (!written)
            return tl::unexpected<Error>(written.error());
        figure.note = QStringLiteral("%1 characters for %2 certificates").arg(*written).arg(size);
    }
    return figure;
}

} // namespace

Result<QList<Figure>> measureCheck()
{
    QList<Figure> figures;
    for (const int size : {fullCheckSize / 10, fullCheckSize, fullCheckSize * 10}) {
        auto figure = measureCheckOf(size);
        if (!figure)
            return tl::unexpected<Error>(figure.error());
        if (size > fullCheckSize)
            figure->aim = std::nullopt; // only its growth counts
        figures.append(*figure);
    }
    return figures;
}

} // namespace kakuin::bench
