// SPDX-License-Identifier: MIT
#include "core/directory/ldaplayers_p.h"

#include <cerrno>

namespace kakuin::directory {
namespace {

int keepObject(Sockbuf_IO_Desc *layer, void *object)
{
    layer->sbiod_pvt = object;
    return 0;
}

int forget(Sockbuf_IO_Desc *layer)
{
    layer->sbiod_pvt = nullptr;
    return 0;
}

int doNothing(Sockbuf_IO_Desc *)
{
    return 0;
}

// The library need not wait before it reads: the socket's read() waits, and knows for how long.
int answerForSocket(Sockbuf_IO_Desc *, int option, void *)
{
    return option == LBER_SB_OPT_DATA_READY ? 1 : 0;
}

ber_slen_t readSocket(Sockbuf_IO_Desc *layer, void *bytes, ber_len_t most)
{
    auto *socket = static_cast<DeadlineSocket *>(layer->sbiod_pvt);
    return static_cast<ber_slen_t>(socket->read(static_cast<char *>(bytes), static_cast<qint64>(most)));
}

ber_slen_t writeSocket(Sockbuf_IO_Desc *layer, void *bytes, ber_len_t count)
{
    auto *socket = static_cast<DeadlineSocket *>(layer->sbiod_pvt);
    return static_cast<ber_slen_t>(socket->write(static_cast<const char *>(bytes), static_cast<qint64>(count)));
}

int closeSocket(Sockbuf_IO_Desc *layer)
{
    if (auto *socket = static_cast<DeadlineSocket *>(layer->sbiod_pvt))
        socket->close();
    return 0;
}

int answerForNext(Sockbuf_IO_Desc *layer, int option, void *argument)
{
    return LBER_SBIOD_CTRL_NEXT(layer, option, argument);
}

ber_slen_t readSealed(Sockbuf_IO_Desc *layer, void *bytes, ber_len_t most)
{
    auto *stream = static_cast<SealedStream *>(layer->sbiod_pvt);
    while (const qsizetype wanted = stream->wantedBytes()) {
        QByteArray part(qMin<qsizetype>(wanted, 0x10000), Qt::Uninitialized);
        const ber_slen_t got = LBER_SBIOD_READ_NEXT(layer, part.data(), static_cast<ber_len_t>(part.size()));
        if (got <= 0)
            return got;
        part.truncate(static_cast<qsizetype>(got));
        if (const auto fed = stream->feed(part); !fed) {
            errno = EBADMSG;
            return -1;
        }
    }
    const QByteArray plain = stream->take(static_cast<qsizetype>(most));
    std::copy(plain.begin(), plain.end(), static_cast<char *>(bytes));
    return static_cast<ber_slen_t>(plain.size());
}

ber_slen_t writeSealed(Sockbuf_IO_Desc *layer, void *bytes, ber_len_t count)
{
    auto *stream = static_cast<SealedStream *>(layer->sbiod_pvt);
    Result<QByteArray> frames
        = stream->packed(QByteArray(static_cast<const char *>(bytes), static_cast<qsizetype>(count)));
    if (!frames) {
        errno = EBADMSG;
        return -1;
    }
    for (qsizetype at = 0; at < frames->size();) {
        const ber_slen_t sent
            = LBER_SBIOD_WRITE_NEXT(layer, frames->data() + at, static_cast<ber_len_t>(frames->size() - at));
        if (sent <= 0)
            return -1;
        at += static_cast<qsizetype>(sent);
    }
    return static_cast<ber_slen_t>(count);
}

Sockbuf_IO socketLayer{keepObject, forget, answerForSocket, readSocket, writeSocket, closeSocket};
Sockbuf_IO sealingLayer{keepObject, forget, answerForNext, readSealed, writeSealed, doNothing};

} // namespace

bool addSocketLayer(Sockbuf *buffer, DeadlineSocket *socket)
{
    return ber_sockbuf_add_io(buffer, &socketLayer, LBER_SBIOD_LEVEL_PROVIDER, socket) == 0;
}

bool addSealingLayer(Sockbuf *buffer, SealedStream *stream)
{
    return ber_sockbuf_add_io(buffer, &sealingLayer, LBER_SBIOD_LEVEL_APPLICATION, stream) == 0;
}

} // namespace kakuin::directory
