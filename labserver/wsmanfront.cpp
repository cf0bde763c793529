// SPDX-License-Identifier: MIT
#include "labserver/wsmanfront.h"

#include <QtCore/QPointer>
#include <QtCore/QQueue>
#include <QtCore/QRegularExpression>
#include <QtCore/QTimer>

namespace kakuin::labserver {

using namespace Qt::StringLiterals;

namespace {

constexpr int httpOk = 200;
constexpr int httpFault = 500;
const QByteArray soapType("application/soap+xml;charset=UTF-8");

QString match(const QString &text, const QString &pattern)
{
    return QRegularExpression(pattern).match(text).captured(1);
}

QByteArray fragmentsOf(const QString &request, const QString &element)
{
    return QByteArray::fromBase64(match(request, element + u"[^>]*>([^<]*)<"_s).toLatin1());
}

QUuid commandOf(const QString &request)
{
    return QUuid(match(request, u"CommandId=\"([^\"]+)\""_s));
}

QString actionOf(const QString &request)
{
    return match(request, u"/(\\w+)</a:Action>"_s);
}

QByteArray envelope(const QByteArray &action, const QByteArray &body)
{
    return "\xEF\xBB\xBF<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
           "xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" "
           "xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\" "
           "xmlns:rsp=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell\" "
           "xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\"><s:Header><a:Action>http://x/"
        + action + "</a:Action></s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
}

QByteArray fault(const QByteArray &code, const QByteArray &subcode)
{
    return Forgery::fault(code, subcode);
}

QByteArray noSuchShell()
{
    return fault("2150858843", "InvalidSelectors");
}

} // namespace

QByteArray Forgery::fault(const QByteArray &code, const QByteArray &subcode)
{
    return envelope("fault",
        "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:" + subcode
            + "</s:Value></s:Subcode></s:Code><s:Reason><s:Text/></s:Reason><s:Detail><f:WSManFault Code=\"" + code
            + "\"><f:Message>told in the server's language</f:Message></f:WSManFault></s:Detail></s:Fault>");
}

/// One connection: its answers come later, from the event loop, one after the other.
class WsmanFront::Connection final : public remote::HttpPoster {
public:
    explicit Connection(WsmanFront *front)
        : m_front(front)
    {
    }
    void post(const QByteArray &body, std::chrono::seconds) override
    {
        m_requests.enqueue(body);
        QMetaObject::invokeMethod(
            this, [this] { next(); }, Qt::QueuedConnection);
    }

private:
    void next()
    {
        if (m_isBusy || m_requests.isEmpty())
            return;
        const QByteArray request = m_requests.dequeue();
        if (!m_front) {
            Q_EMIT failed({ErrorCode::ConnectionLost, {}, u"the server is gone"_s});
            return;
        }
        if (const auto &trouble = m_front->m_trouble) {
            if (trouble->status == 0)
                Q_EMIT failed({ErrorCode::ConnectionLost, {}, u"broken off"_s});
            else
                Q_EMIT answered(trouble->status, trouble->contentType, trouble->body);
            return;
        }
        m_isBusy = true;
        const QString text = QString::fromUtf8(request);
        const std::optional<Forgery> forged = m_front->forgeryOf(text);
        if (forged && forged->when == Forgery::When::Before) {
            giveForged(*forged);
            return;
        }
        const QPointer<Connection> self(this);
        m_front->take(text, [self, forged](int status, const QByteArray &envelope) {
            if (!self)
                return;
            if (forged)
                self->giveForged(*forged);
            else
                self->give(status, soapType, envelope);
        });
    }
    void giveForged(const Forgery &forged) { give(forged.status, forged.contentType, forged.body); }
    void give(int status, const QByteArray &type, const QByteArray &body)
    {
        m_isBusy = false;
        QMetaObject::invokeMethod(
            this, [this] { next(); }, Qt::QueuedConnection);
        if (m_front && m_front->m_beforeAnswer)
            m_front->m_beforeAnswer(body.size());
        if (status == 0)
            Q_EMIT failed({ErrorCode::ConnectionLost, {}, u"broken off"_s});
        else
            Q_EMIT answered(status, type, body);
    }
    QPointer<WsmanFront> m_front;
    QQueue<QByteArray> m_requests;
    bool m_isBusy = false;
};

/// One shell: its backend, and the Receive that waits for it. The object is the receiver of its own connections.
struct WsmanFront::Shell final : public QObject {
    struct Waiting final {
        QUuid channel;
        Reply reply;
    };
    std::shared_ptr<PsrpBackend> backend;
    std::optional<Waiting> waiting;
    QTimer timer;
};

WsmanFront::WsmanFront(Backends backends)
    : m_backends(std::move(backends))
{
}

WsmanFront::WsmanFront(std::unique_ptr<PsrpBackend> server)
    : WsmanFront([shared = std::shared_ptr<PsrpBackend>(std::move(server))](const QString &) { return shared; })
{
}

WsmanFront::~WsmanFront() = default;

remote::HttpPosterFactory WsmanFront::connections()
{
    return [self = QPointer<WsmanFront>(this)] { return std::make_unique<Connection>(self); };
}

void WsmanFront::fail(int status, const QByteArray &contentType, const QByteArray &body)
{
    m_trouble = Trouble{status, contentType, body};
}

void WsmanFront::forgetShells()
{
    const QStringList ids = m_shells.keys();
    for (const QString &id : ids)
        remove(id);
    m_commands = 0;
}

void WsmanFront::remove(const QString &id)
{
    const auto shell = m_shells.take(id);
    if (!shell)
        return;
    shell->disconnect();
    shell->backend->disconnect(shell.get());
    // what waits for it is told after it has gone
    if (const auto waiting = std::exchange(shell->waiting, std::nullopt))
        waiting->reply(httpFault, noSuchShell());
}

std::optional<Forgery> WsmanFront::forgeryOf(const QString &request)
{
    const QString action = actionOf(request);
    ++m_requests[action];
    if (!m_forgery || m_forgery->action != action || m_forgery->times == 0)
        return std::nullopt;
    m_forgery->times -= m_forgery->times > 0 ? 1 : 0;
    return m_forgery;
}

void WsmanFront::take(const QString &request, const Reply &reply)
{
    const QString action = actionOf(request);
    if (action == u"Create") {
        create(request, reply);
        return;
    }
    const QString id = match(request, u"Name=\"ShellId\">([^<]+)<"_s);
    const auto shell = m_shells.value(id);
    if (!shell) {
        reply(httpFault, noSuchShell());
    } else if (action == u"Delete") {
        remove(id);
        reply(httpOk, envelope("DeleteResponse", {}));
    } else {
        takeForShell(*shell, action, request, reply);
    }
}

void WsmanFront::create(const QString &request, const Reply &reply)
{
    const QString id = match(request, u"ShellId=\"([^\"]+)\""_s);
    const auto shell = std::make_shared<Shell>();
    shell->backend = m_backends(match(request, u"<w:Locale[^>]*xml:lang=\"([^\"]+)\""_s));
    shell->timer.setSingleShot(true);
    shell->timer.setInterval(m_receiveTimeout);
    Shell *raw = shell.get();
    connect(&shell->timer, &QTimer::timeout, raw, [this, raw] { timeOut(*raw); });
    connect(shell->backend.get(), &PsrpBackend::talked, raw, [this, raw] { giveWaiting(*raw); });
    m_shells.insert(id, shell);
    (void)shell->backend->receive({}, fragmentsOf(request, u"<creationXml"_s));
    reply(httpOk,
        envelope("CreateResponse",
            "<w:SelectorSet><w:Selector Name=\"ShellId\">" + id.toLatin1() + "</w:Selector></w:SelectorSet>"));
}

void WsmanFront::takeForShell(Shell &shell, const QString &action, const QString &request, const Reply &reply)
{
    const QUuid command = commandOf(request);
    if (action == u"Command") {
        ++m_commands;
        (void)shell.backend->receive(command, fragmentsOf(request, u"<rsp:Arguments"_s));
        reply(httpOk,
            envelope("CommandResponse",
                "<rsp:CommandResponse><rsp:CommandId>" + command.toByteArray(QUuid::WithoutBraces).toUpper()
                    + "</rsp:CommandId></rsp:CommandResponse>"));
    } else if (action == u"Send") {
        send(shell, request, reply);
    } else if (action == u"Receive") {
        receive(shell, command, reply);
    } else if (action == u"Signal") {
        const bool isStop = request.contains(u">powershell/signal/crtl_c<"_s);
        if (isStop)
            shell.backend->stop(command);
        else
            shell.backend->forget(command);
        m_commands -= isStop ? 0 : 1;
        reply(httpOk, envelope("SignalResponse", "<rsp:SignalResponse/>"));
    } else {
        reply(httpFault, fault("2150858767", "InvalidHeader"));
    }
}

void WsmanFront::send(const Shell &shell, const QString &request, const Reply &reply)
{
    // answers to questions come without a command's id: the message inside has it
    const bool isAnswer = request.contains(u"Name=\"pr\""_s);
    const QByteArray bytes = fragmentsOf(request, u"<rsp:Stream"_s);
    const auto taken
        = isAnswer ? shell.backend->receiveAnswer(bytes) : shell.backend->receive(commandOf(request), bytes);
    reply(taken ? httpOk : httpFault, taken ? envelope("SendResponse", "<rsp:SendResponse/>") : fault("87", "x"));
}

void WsmanFront::receive(Shell &shell, const QUuid &channel, const Reply &reply) const
{
    for (const auto &other : m_shells) { // one backend behind several: what it says is for the newest question
        if (other.get() != &shell && other->backend == shell.backend)
            other->waiting.reset();
    }
    shell.waiting = Shell::Waiting{channel, reply};
    shell.timer.start();
    giveWaiting(shell);
}

void WsmanFront::giveWaiting(Shell &shell) const
{
    if (!shell.waiting)
        return;
    const QByteArray chunk = shell.backend->nextChunk(shell.waiting->channel, m_chunkBytes);
    if (chunk.isEmpty())
        return;
    shell.timer.stop();
    const Shell::Waiting waiting = *std::exchange(shell.waiting, std::nullopt);
    // in two pieces, which may cut a fragment anywhere
    const qsizetype half = chunk.size() / 2;
    const QByteArray id = waiting.channel.isNull()
        ? QByteArray()
        : " CommandId=\"" + waiting.channel.toByteArray(QUuid::WithoutBraces).toUpper() + '"';
    waiting.reply(httpOk,
        envelope("ReceiveResponse",
            "<rsp:ReceiveResponse><rsp:Stream Name=\"stdout\"" + id + '>' + chunk.first(half).toBase64()
                + "</rsp:Stream><rsp:Stream Name=\"stdout\"" + id + '>' + chunk.sliced(half).toBase64()
                + "</rsp:Stream></rsp:ReceiveResponse>"));
}

void WsmanFront::timeOut(Shell &shell)
{
    if (!shell.waiting)
        return;
    ++m_timeouts;
    std::exchange(shell.waiting, std::nullopt)->reply(httpFault, fault("2150858793", "TimedOut"));
}

} // namespace kakuin::labserver
