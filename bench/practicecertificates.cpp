// SPDX-License-Identifier: MIT
#include "bench/practicecertificates.h"

#include "core/x509/maker.h"

#include <QtConcurrent/QtConcurrentMap>

#include <numeric>

namespace kakuin::bench {
namespace {

constexpr int keyBits = 2048;
constexpr int keyCount = 4;
constexpr int practicePerServer = 50;

Result<QList<x509::PrivateKey>> makeKeys()
{
    QList<x509::PrivateKey> keys;
    for (int i = 0; i < keyCount; ++i) {
        const auto key = x509::PrivateKey::generateRsa(keyBits);
        if (!key)
            return tl::unexpected<Error>(key.error());
        keys.append(*key);
    }
    return keys;
}

Result<QByteArray> makeCertificate(int index, const QList<x509::PrivateKey> &keys)
{
    const QString server = serverName(index / practicePerServer);
    x509::CertificateRequest request;
    const auto subject = x509::parseName(QStringLiteral("CN=%1").arg(server));
    if (!subject)
        return tl::unexpected<Error>(subject.error());
    request.subject = *subject;
    request.notBeforeUtc = QDateTime(QDate(2024, 1, 1), QTime(8, 0), Qt::UTC).addDays(index % 700);
    request.notAfterUtc = request.notBeforeUtc.addYears(5);
    request.dnsNames = {server, server.toLower() + QStringLiteral(".contoso.local")};
    return x509::makeSelfSigned(request, keys.at(index % keys.size()));
}

} // namespace

Result<QList<QByteArray>> practiceCertificates(int count)
{
    static QList<QByteArray> kept;
    if (kept.size() < count) {
        const auto keys = makeKeys();
        if (!keys)
            return tl::unexpected<Error>(keys.error());
        QList<int> missing(count - kept.size());
        std::iota(missing.begin(), missing.end(), static_cast<int>(kept.size()));
        const auto make = [&keys](int index) { return makeCertificate(index, *keys); };
        const auto made = QtConcurrent::blockingMapped<QList<Result<QByteArray>>>(missing, make);
        for (const Result<QByteArray> &one : made) {
            if (!one)
                return tl::unexpected<Error>(one.error());
            kept.append(*one);
        }
    }
    return kept.first(count);
}

QString serverName(int index)
{
    return QStringLiteral("MBX%1").arg(index, 4, 10, QLatin1Char('0'));
}

} // namespace kakuin::bench
