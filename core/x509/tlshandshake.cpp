// SPDX-License-Identifier: MIT
#include "core/x509/tlshandshake.h"

#include "core/x509/openssl_p.h"
#include "core/x509/tlspeer.h"

#include <QtCore/QUrl>

#include <openssl/ssl.h>

namespace kakuin::x509 {

namespace {

using ContextPtr = Owned<SSL_CTX, SSL_CTX_free>;
using TlsPtr = Owned<SSL, SSL_free>;

// Without anonymous ciphers, which mail servers prefer when they are offered: those show no certificate at all.
constexpr char anyCipher[] = "ALL:!aNULL:!eNULL:!PSK:!SRP:@SECLEVEL=0";
// Not the library's default: from 3.5 on, it makes the first message longer than one packet, which old servers do not
// expect.
constexpr char usualGroups[] = "X25519:P-256:P-384:P-521:X448:ffdhe2048:ffdhe3072";

ContextPtr makeContext()
{
    ContextPtr context(SSL_CTX_new_ex(libraryContext(), nullptr, TLS_client_method()));
    if (!context)
        return {};
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
    SSL_CTX_set_options(context.get(), SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_NO_TICKET);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    if (SSL_CTX_set_cipher_list(context.get(), anyCipher) != 1
        || SSL_CTX_ctrl(context.get(), SSL_CTRL_SET_GROUPS_LIST, 0, const_cast<char *>(usualGroups)) != 1)
        return {};
    return context;
}

bool isAddress(const QByteArray &host)
{
    const OctetStringPtr address(a2i_IPADDRESS(host.constData()));
    return address != nullptr;
}

} // namespace

struct TlsHandshake::Private {
    TlsPeer peer; // outlives the context that refers to it
    ContextPtr context;
    TlsPtr tls;
    BIO *in = nullptr; ///< owned by tls
    BIO *out = nullptr; ///< owned by tls
    State state = State::UnderWay;
    QString reason;

    State fail(const QString &why)
    {
        reason = why;
        return state = State::Failed;
    }

    State go()
    {
        if (state != State::UnderWay)
            return state;
        const ErrorQueueMark mark;
        const int done = SSL_do_handshake(tls.get());
        if (done == 1)
            return state = State::Done;
        if (SSL_get_error(tls.get(), done) == SSL_ERROR_WANT_READ)
            return state;
        return fail(mark.reason(QStringLiteral("no handshake")));
    }
};

TlsHandshake::TlsHandshake(const QString &host)
    : d(std::make_unique<Private>())
{
    const ErrorQueueMark mark;
    d->peer.letPass();
    d->context = makeContext();
    if (d->context) {
        d->peer.install(d->context.get());
        d->tls.reset(SSL_new(d->context.get()));
    }
    BioPtr in(BIO_new(BIO_s_mem()));
    BioPtr out(BIO_new(BIO_s_mem()));
    if (!d->tls || !in || !out) {
        d->fail(mark.reason(QStringLiteral("no memory")));
        return;
    }
    BIO_set_mem_eof_return(in.get(), -1); // empty is "not yet", not the end
    d->in = in.get();
    d->out = out.get();
    SSL_set_bio(d->tls.get(), in.release(), out.release());
    SSL_set_connect_state(d->tls.get());
    QByteArray name = QUrl::toAce(host);
    if (!name.isEmpty() && !isAddress(host.toLatin1())) // the macro for it casts as C does
        SSL_ctrl(d->tls.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
}

TlsHandshake::~TlsHandshake() = default;

TlsHandshake::State TlsHandshake::begin()
{
    return d->go();
}

TlsHandshake::State TlsHandshake::feed(const QByteArray &bytes)
{
    if (d->state != State::UnderWay)
        return d->state;
    if (BIO_write(d->in, bytes.constData(), static_cast<int>(bytes.size())) != bytes.size())
        return d->fail(QStringLiteral("no memory"));
    return d->go();
}

QByteArray TlsHandshake::takeOutgoing()
{
    if (d->out == nullptr)
        return {};
    QByteArray bytes(static_cast<qsizetype>(BIO_ctrl_pending(d->out)), Qt::Uninitialized);
    const int got = bytes.isEmpty() ? 0 : BIO_read(d->out, bytes.data(), static_cast<int>(bytes.size()));
    bytes.truncate(qMax(0, got));
    return bytes;
}

TlsHandshake::State TlsHandshake::state() const
{
    return d->state;
}

QString TlsHandshake::reason() const
{
    return d->reason;
}

QList<QByteArray> TlsHandshake::certificates() const
{
    return d->peer.certificates();
}

QString TlsHandshake::version() const
{
    return d->state == State::Done ? QString::fromLatin1(SSL_get_version(d->tls.get())) : QString();
}

void TlsHandshake::closeNotify(const QByteArray &lastWord)
{
    if (d->state != State::Done)
        return;
    const ErrorQueueMark mark;
    if (!lastWord.isEmpty())
        SSL_write(d->tls.get(), lastWord.constData(), static_cast<int>(lastWord.size()));
    SSL_shutdown(d->tls.get());
}

} // namespace kakuin::x509
