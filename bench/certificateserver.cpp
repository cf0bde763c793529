// SPDX-License-Identifier: MIT
#include "bench/certificateserver.h"

#include "bench/exportedcertificates.h"
#include "core/clixml/reader.h"
#include "core/clixml/writer.h"
#include "labserver/httpfront.h"
#include "labserver/psrpserver.h"
#include "labserver/wsmanfront.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSocketNotifier>

#include <cstdio>

namespace kakuin::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestServerStartMs = 300'000; // it signs the certificates
// Windows fills envelopes of 512,000 bytes once both ends speak protocol 2.2
constexpr qsizetype fragmentBytes = 370'000;
constexpr int httpOk = 200;

/// A pool whose pipelines answer with messages that are there already.
class PreparedBackend final : public labserver::PsrpBackend {
public:
    explicit PreparedBackend(const QByteArrayList &messages)
        : m_messages(messages)
    {
    }
    [[nodiscard]] Result<void> receive(const QUuid &channel, const QByteArray &bytes) override
    {
        const auto received = m_psrp.receive(channel, bytes);
        while (const auto request = m_psrp.nextRequest()) {
            if (const auto *asked = std::get_if<labserver::PsrpServer::PipelineRequested>(&*request))
                answer(*asked);
        }
        Q_EMIT talked();
        return received;
    }
    [[nodiscard]] Result<void> receiveAnswer(const QByteArray &bytes) override { return receive({}, bytes); }
    [[nodiscard]] QByteArray nextChunk(const QUuid &channel, qsizetype maxBytes) override
    {
        return m_psrp.nextChunk(channel, maxBytes);
    }
    void stop(const QUuid &pipeline) override { m_psrp.sendState(pipeline, psrp::PipelineState::Stopped); }
    void forget(const QUuid &pipeline) override { m_psrp.forget(pipeline); }

private:
    void answer(const labserver::PsrpServer::PipelineRequested &asked)
    {
        if (asked.request.commands.constFirst().text == u"Get-ExchangeCertificate") {
            for (const QByteArray &message : m_messages)
                m_psrp.sendRaw(asked.pipeline, psrp::MessageType::PipelineOutput, asked.pipeline, message);
        }
        m_psrp.sendState(asked.pipeline, psrp::PipelineState::Completed);
    }
    labserver::PsrpServer m_psrp;
    QByteArrayList m_messages;
};

/// Bytes for whoever asks for bytes; everything else goes on.
class BytesOrShell final : public remote::HttpPoster {
public:
    explicit BytesOrShell(std::unique_ptr<remote::HttpPoster> shell)
        : m_shell(std::move(shell))
    {
        connect(m_shell.get(), &HttpPoster::answered, this, &HttpPoster::answered);
        connect(m_shell.get(), &HttpPoster::failed, this, &HttpPoster::failed);
    }
    void post(const QByteArray &body, std::chrono::seconds timeout) override
    {
        if (body.startsWith("bytes "))
            Q_EMIT answered(httpOk, "application/octet-stream", QByteArray(body.mid(6).toInt(), 'x'));
        else
            m_shell->post(body, timeout);
    }

private:
    std::unique_ptr<remote::HttpPoster> m_shell;
};

// One message each, as a server writes its output.
Result<QByteArrayList> preparedMessages(int certificates)
{
    const auto document = exportedCertificates(certificates);
    if (!document)
        return tl::unexpected<Error>(document.error());
    const auto values = clixml::Reader().readAll(*document);
    if (!values)
        return tl::unexpected<Error>(values.error());
    QByteArrayList messages;
    for (const clixml::Value &value : *values) {
        const auto message = clixml::writeMessage(value);
        if (!message)
            return tl::unexpected<Error>(message.error());
        messages.append(*message);
    }
    return messages;
}

} // namespace

CertificateServer::~CertificateServer()
{
    m_process.closeWriteChannel(); // the end of its input is its end
    m_process.waitForFinished();
}

Result<void> CertificateServer::start(int certificates)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        QCoreApplication::applicationFilePath(), {u"--serve-certificates"_s, QString::number(certificates)});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(longestServerStartMs))
            return fail(ErrorCode::Internal, u"--serve-certificates"_s, m_process.errorString());
    }
    const QStringList words = QString::fromUtf8(m_process.readLine()).trimmed().split(u' ');
    if (words.size() != 2)
        return fail(ErrorCode::UnexpectedOutput, u"--serve-certificates"_s);
    m_url = words.at(0);
    m_caFile = words.at(1);
    return {};
}

int CertificateServer::serve(int certificates)
{
    const auto messages = preparedMessages(certificates);
    if (!messages) {
        std::fprintf(stderr, "%s\n", qPrintable(messages.error().detail));
        return 1;
    }
    labserver::WsmanFront wsman(std::make_unique<PreparedBackend>(*messages));
    wsman.setChunkBytes(fragmentBytes);
    const auto shells = wsman.connections();
    labserver::HttpFront http([shells] { return std::make_unique<BytesOrShell>(shells()); });
    if (const auto listening = http.listen(); !listening) {
        std::fprintf(stderr, "%s\n", qPrintable(listening.error().detail));
        return 1;
    }
    std::printf("%s %s\n", qPrintable(http.url()), qPrintable(http.caFile()));
    std::fflush(stdout);
    QSocketNotifier input(fileno(stdin), QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

} // namespace kakuin::bench
