// SPDX-License-Identifier: MIT
#include "labserver/wsmanfront.h"

#include <QtCore/QRegularExpression>

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

} // namespace

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
        const QPointer<Connection> self(this);
        m_front->take(QString::fromUtf8(request), [self](int status, const QByteArray &envelope) {
            if (!self)
                return;
            self->m_isBusy = false;
            QMetaObject::invokeMethod(
                self, [self] { self->next(); }, Qt::QueuedConnection);
            Q_EMIT self->answered(status, soapType, envelope);
        });
    }
    QPointer<WsmanFront> m_front;
    QQueue<QByteArray> m_requests;
    bool m_isBusy = false;
};

WsmanFront::WsmanFront(std::unique_ptr<PsrpBackend> server)
    : m_server(std::move(server))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds(20));
    connect(&m_timer, &QTimer::timeout, this, &WsmanFront::timeOut);
    connect(m_server.get(), &PsrpBackend::talked, this, &WsmanFront::giveWaiting);
}

remote::HttpPosterFactory WsmanFront::connections()
{
    return [self = QPointer<WsmanFront>(this)] { return std::make_unique<Connection>(self); };
}

void WsmanFront::fail(int status, const QByteArray &contentType, const QByteArray &body)
{
    m_trouble = Trouble{status, contentType, body};
}

QByteArray WsmanFront::envelope(const QByteArray &action, const QByteArray &body)
{
    return "\xEF\xBB\xBF<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
           "xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\" "
           "xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\" "
           "xmlns:rsp=\"http://schemas.microsoft.com/wbem/wsman/1/windows/shell\" "
           "xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\"><s:Header><a:Action>http://x/"
        + action + "</a:Action></s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
}

QByteArray WsmanFront::fault(const QByteArray &code, const QByteArray &subcode)
{
    return envelope("fault",
        "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:" + subcode
            + "</s:Value></s:Subcode></s:Code><s:Reason><s:Text/></s:Reason><s:Detail><f:WSManFault Code=\"" + code
            + "\"><f:Message>told in the server's language</f:Message></f:WSManFault></s:Detail></s:Fault>");
}

void WsmanFront::take(const QString &request, const Reply &reply)
{
    const QString action = match(request, u"/(\\w+)</a:Action>"_s);
    const QString commandText = match(request, u"CommandId=\"([^\"]+)\""_s);
    const QUuid command(commandText);
    const auto fragments = [&](const QString &element) {
        return QByteArray::fromBase64(match(request, element + u"[^>]*>([^<]*)<"_s).toLatin1());
    };
    if (action == u"Create") {
        ++m_shells;
        const QByteArray shell = match(request, u"ShellId=\"([^\"]+)\""_s).toLatin1();
        (void)m_server->receive({}, fragments(u"<creationXml"_s));
        reply(httpOk,
            envelope("CreateResponse",
                "<w:SelectorSet><w:Selector Name=\"ShellId\">" + shell + "</w:Selector></w:SelectorSet>"));
    } else if (action == u"Command") {
        ++m_commands;
        (void)m_server->receive(command, fragments(u"<rsp:Arguments"_s));
        reply(httpOk,
            envelope("CommandResponse",
                "<rsp:CommandResponse><rsp:CommandId>" + commandText.toLatin1()
                    + "</rsp:CommandId></rsp:CommandResponse>"));
    } else if (action == u"Send") {
        // answers to questions come without a command's id: the message inside has it
        const bool isAnswer = request.contains(u"Name=\"pr\""_s);
        const QByteArray bytes = fragments(u"<rsp:Stream"_s);
        const auto taken = isAnswer ? m_server->receiveAnswer(bytes) : m_server->receive(command, bytes);
        reply(taken ? httpOk : httpFault, taken ? envelope("SendResponse", "<rsp:SendResponse/>") : fault("87", "x"));
    } else if (action == u"Receive") {
        receive(command, reply);
    } else if (action == u"Signal") {
        const bool isStop = request.contains(u">powershell/signal/crtl_c<"_s);
        if (isStop)
            m_server->stop(command);
        else
            m_server->forget(command);
        m_commands -= isStop ? 0 : 1;
        reply(httpOk, envelope("SignalResponse", "<rsp:SignalResponse/>"));
    } else if (action == u"Delete") {
        --m_shells;
        reply(httpOk, envelope("DeleteResponse", {}));
    } else {
        reply(httpFault, fault("2150858767", "InvalidHeader"));
    }
}

void WsmanFront::receive(const QUuid &channel, const Reply &reply)
{
    m_waiting = Waiting{channel, reply};
    m_timer.start();
    giveWaiting();
}

void WsmanFront::giveWaiting()
{
    if (!m_waiting)
        return;
    const QByteArray chunk = m_server->nextChunk(m_waiting->channel, m_chunkBytes);
    if (chunk.isEmpty())
        return;
    m_timer.stop();
    const Waiting waiting = *std::exchange(m_waiting, std::nullopt);
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

void WsmanFront::timeOut()
{
    if (!m_waiting)
        return;
    ++m_timeouts;
    std::exchange(m_waiting, std::nullopt)->reply(httpFault, fault("2150858793", "TimedOut"));
}

} // namespace kakuin::labserver
