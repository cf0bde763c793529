// SPDX-License-Identifier: MIT
#include "bench/baredownload.h"

#include <curl/curl.h>

namespace kakuin::bench {
namespace {

std::size_t keep(char *bytes, std::size_t size, std::size_t count, void *body)
{
    static_cast<QByteArray *>(body)->append(bytes, static_cast<qsizetype>(size * count));
    return size * count;
}

} // namespace

struct BareDownload::Private final {
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy{curl_easy_init(), &curl_easy_cleanup};
    QByteArray body;
};

BareDownload::BareDownload(const QString &url, const QString &caFile)
    : d(std::make_unique<Private>())
{
    CURL *easy = d->easy.get();
    curl_easy_setopt(easy, CURLOPT_URL, url.toUtf8().constData());
    curl_easy_setopt(easy, CURLOPT_CAINFO, caFile.toLocal8Bit().constData());
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &keep);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &d->body);
}

BareDownload::~BareDownload() = default;

Result<void> BareDownload::fetch(qsizetype bytes)
{
    const QByteArray request = "bytes " + QByteArray::number(bytes);
    d->body.resize(0); // its memory stays
    curl_easy_setopt(d->easy.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(request.size()));
    curl_easy_setopt(d->easy.get(), CURLOPT_POSTFIELDS, request.constData());
    const CURLcode code = curl_easy_perform(d->easy.get());
    if (code != CURLE_OK)
        return fail(ErrorCode::ConnectionLost, {}, QString::fromUtf8(curl_easy_strerror(code)));
    if (d->body.size() != bytes)
        return fail(ErrorCode::UnexpectedOutput, {}, QStringLiteral("%1 bytes").arg(d->body.size()));
    return {};
}

} // namespace kakuin::bench
