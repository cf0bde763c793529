// SPDX-License-Identifier: MIT
#include "bench/benchmarks.h"
#include "bench/eventturn.h"
#include "bench/exportedcertificates.h"
#include "bench/practicecertificates.h"
#include "core/session/session.h"
#include "core/snapshot/snapshotshell.h"
#include "models/organisationtreemodel.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>

#include <openssl/x509.h>

namespace kakuin::bench {
namespace {

constexpr int fullRowsSize = 10'000;
constexpr int rowsRepetitions = 5;

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return fail(ErrorCode::FileUnwritable, path, file.errorString());
    return {};
}

// The least that any reader of such a file does: one pass over the XML, one d2i_X509 a certificate
Result<void> readBareRows(const QString &path, const QList<QByteArray> &ders)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    QXmlStreamReader xml(&file);
    while (!xml.atEnd())
        xml.readNext();
    for (const QByteArray &der : ders) {
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
        X509_free(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
    }
    return {};
}

Result<void> readOurRows(const QString &path, int expected)
{
    const auto shell = await(snapshot::SnapshotShell::open({path}));
    if (!shell)
        return tl::unexpected<Error>(shell.error());
    session::Session session(*shell);
    const auto inventory = await(session.refresh());
    if (!inventory)
        return tl::unexpected<Error>(inventory.error());
    if ((*inventory)->certificateCount() != expected)
        return fail(ErrorCode::UnexpectedOutput, path, QString::number((*inventory)->certificateCount()));
    models::OrganisationTreeModel model;
    model.setInventory(*inventory, session.nowUtc());
    if (!turnUntil([&model] { return model.rowCount() > 0; }))
        return fail(ErrorCode::Internal, path, QStringLiteral("no rows"));
    return {};
}

Result<Figure> measureRowsOf(int size)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("certificates.xml"));
    const auto ders = practiceCertificates(size);
    const auto written = exportedCertificates(size).and_then([&](const QByteArray &b) { return write(path, b); });
    if (!written)
        return tl::unexpected<Error>(written.error());
    Figure figure{QStringLiteral("rows"), QStringLiteral("file to tree row"), QStringLiteral("certificates/s"), size,
        QStringLiteral("certificates"), {}, Samples{}, QStringLiteral("XML pass + d2i_X509"), std::nullopt, {}};
    for (int i = 0; i < rowsRepetitions; ++i) {
        Result<void> ended;
        const double bareMs = timed([&] { ended = readBareRows(path, *ders); });
        if (!ended)
            return tl::unexpected<Error>(ended.error());
        const double oursMs = timed([&] { ended = readOurRows(path, size); });
        if (!ended)
            return tl::unexpected<Error>(ended.error());
        figure.bare->values.append(size * 1e3 / bareMs);
        figure.ours.values.append(size * 1e3 / oursMs);
    }
    return figure;
}

} // namespace

Result<QList<Figure>> measureRows()
{
    QList<Figure> figures;
    for (const int size : {fullRowsSize / 10, fullRowsSize}) {
        const auto figure = measureRowsOf(size);
        if (!figure)
            return tl::unexpected<Error>(figure.error());
        figures.append(*figure);
    }
    return figures;
}

} // namespace kakuin::bench
