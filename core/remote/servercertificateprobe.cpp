// SPDX-License-Identifier: MIT
#include "core/remote/servercertificateprobe.h"

#include "core/remote/curlconnection.h"
#include "core/x509/tlspeer.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QCryptographicHash>
#include <QtCore/QUrl>

namespace kakuin::remote {

using namespace Qt::StringLiterals;

namespace {

Result<ServerCertificates> probe(const QString &url, const QString &caFile)
{
    const QUrl address(url);
    if (address.scheme().compare(u"https"_s, Qt::CaseInsensitive) != 0)
        return fail(ErrorCode::InvalidArgument, url, u"no https"_s);
    HttpSettings settings;
    settings.url = url;
    settings.caFile = caFile;
    ServerCertificates found;
    auto chain = CurlConnection(settings, nullptr).certificatesOnly(found.problem);
    if (!chain)
        return tl::unexpected<Error>(chain.error());
    const QString host = address.host(QUrl::FullyEncoded);
    if (chain->isEmpty())
        return fail(ErrorCode::TlsFailed, host, u"a server without a certificate"_s);
    found.chain = std::move(*chain);
    found.sha256 = QCryptographicHash::hash(found.chain.constFirst(), QCryptographicHash::Sha256);
    found.isTrusted = found.problem.isEmpty();
    found.isForHost = x509::isForHost(found.chain.constFirst(), host);
    return found;
}

} // namespace

QFuture<Result<ServerCertificates>> probeServerCertificates(const QString &url, const QString &caFile)
{
    return QtConcurrent::run(probe, url, caFile);
}

} // namespace kakuin::remote
