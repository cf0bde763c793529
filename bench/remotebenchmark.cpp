// SPDX-License-Identifier: MIT
#include "bench/baredownload.h"
#include "bench/benchmarks.h"
#include "bench/certificateserver.h"
#include "bench/eventturn.h"
#include "bench/residentmemory.h"
#include "core/remote/httpchannel.h"
#include "core/remote/remoteshell.h"
#include "core/remote/wsmantransport.h"
#include "core/shell/decode/exchangecertificate.h"

#include <numeric>

namespace kakuin::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int fullRemoteSize = 10'000;
constexpr int remoteRepetitions = 5;
constexpr double remoteAimedRatio = 2;

/// A session with a server, and how large its answers were.
struct Reader final {
    std::shared_ptr<remote::RemoteShell> shell;
    std::shared_ptr<QList<qsizetype>> answers = std::make_shared<QList<qsizetype>>();
};

Result<Reader> signedInSession(const QString &url, const QString &caFile)
{
    Reader reader;
    const remote::HttpSettings settings{.url = url, .user = {}, .password = {}, .caFile = caFile};
    const auto channels = remote::HttpChannel::factory(settings);
    const auto counted = [channels, answers = reader.answers] {
        auto channel = channels();
        QObject::connect(channel.get(), &remote::HttpPoster::answered, channel.get(),
            [answers](int, const QByteArray &, const QByteArray &body) { answers->append(body.size()); });
        return channel;
    };
    remote::RemoteShell::Connection connection;
    connection.name = u"benchmark"_s;
    connection.transport = [url, counted](psrp::RunspacePool &pool) {
        remote::WsmanSessionFacts facts;
        facts.url = url;
        return std::make_unique<remote::WsmanTransport>(facts, counted, pool);
    };
    const auto shell = await(remote::RemoteShell::open(connection));
    if (!shell)
        return tl::unexpected<Error>(shell.error());
    reader.shell = *shell;
    return reader;
}

Result<QList<clixml::Value>> readObjects(const Reader &reader)
{
    return await(reader.shell->invoke(shell::Cmdlet(u"Get-ExchangeCertificate"_s)))
        .transform([](const shell::PipelineOutput &output) { return output.objects(); });
}

Result<QList<domain::Certificate>> read(const Reader &reader, int expected)
{
    const auto objects = readObjects(reader);
    if (!objects)
        return tl::unexpected<Error>(objects.error());
    QList<domain::Certificate> certificates;
    for (const clixml::Value &object : *objects) {
        const auto certificate = shell::decode::exchangeCertificate(object);
        if (!certificate)
            return tl::unexpected<Error>(certificate.error());
        certificates.append(*certificate);
    }
    if (certificates.size() != expected)
        return fail(ErrorCode::UnexpectedOutput, {}, QString::number(certificates.size()));
    return certificates;
}

Result<void> transfer(BareDownload &bare, const QList<qsizetype> &answers)
{
    for (const qsizetype bytes : answers) {
        if (const auto fetched = bare.fetch(bytes); !fetched)
            return fetched;
    }
    return {};
}

// Both read the same number of bytes in the same pieces from the same server, on connections that are open already.
Result<QList<Figure>> measureTime(const CertificateServer &server, int size)
{
    const auto reader = signedInSession(server.url(), server.caFile());
    if (!reader)
        return tl::unexpected<Error>(reader.error());
    reader->answers->clear();
    if (const auto warm = read(*reader, size); !warm)
        return tl::unexpected<Error>(warm.error());
    const QList<qsizetype> answers = *reader->answers;
    const double megabytes = double(std::accumulate(answers.begin(), answers.end(), qsizetype(0))) / 1e6;
    BareDownload bare(server.url(), server.caFile());
    if (const auto warm = transfer(bare, {1}); !warm)
        return tl::unexpected<Error>(warm.error());
    Figure figure{u"remote"_s, u"read over HTTPS"_s, u"ms"_s, size, u"certificates"_s, {}, Samples{}, u"libcurl"_s,
        Aim{Aim::Of::Ratio, Aim::Bound::AtMost, remoteAimedRatio},
        u"%1 MB in %2 answers"_s.arg(megabytes, 0, 'f', 1).arg(answers.size())};
    Figure objects = figure;
    objects.what = u"... as objects, not decoded"_s;
    objects.aim = std::nullopt;
    objects.note.clear();
    for (int i = 0; i < remoteRepetitions; ++i) {
        Result<void> ended;
        figure.bare->values.append(timed([&] { ended = transfer(bare, answers); }));
        if (!ended)
            return tl::unexpected<Error>(ended.error());
        objects.bare->values.append(figure.bare->values.constLast());
        figure.ours.values.append(timed([&] { ended = read(*reader, size).transform([](const auto &) {}); }));
        if (!ended)
            return tl::unexpected<Error>(ended.error());
        objects.ours.values.append(timed([&] { ended = readObjects(*reader).transform([](const auto &) {}); }));
        if (!ended)
            return tl::unexpected<Error>(ended.error());
    }
    return QList<Figure>{figure, objects};
}

Result<double> memoryInChild(const CertificateServer &server, int size)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
        {u"--remote-memory"_s, server.url(), server.caFile(), QString::number(size)});
    if (!child.waitForFinished(-1) || child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
        return fail(ErrorCode::Internal, u"--remote-memory"_s);
    return child.readAllStandardOutput().trimmed().toDouble();
}

} // namespace

Result<double> measureRemoteMemory(const QString &url, const QString &caFile, int certificates)
{
    const auto reader = signedInSession(url, caFile);
    if (!reader)
        return tl::unexpected<Error>(reader.error());
    const auto before = residentBytes();
    const auto held = read(*reader, certificates);
    if (!held)
        return tl::unexpected<Error>(held.error());
    const auto after = residentBytes();
    if (!before || !after)
        return tl::unexpected<Error>(before ? after.error() : before.error());
    return (*after - *before) / certificates;
}

Result<QList<Figure>> measureRemote()
{
    QList<Figure> figures;
    Figure memory{u"remote"_s, u"memory, read and held"_s, u"bytes"_s, 0, u"certificates"_s, {}, std::nullopt, {},
        std::nullopt, {}};
    for (const int size : {fullRemoteSize / 10, fullRemoteSize}) {
        CertificateServer server;
        if (const auto started = server.start(size); !started)
            return tl::unexpected<Error>(started.error());
        const auto time = measureTime(server, size);
        if (!time)
            return tl::unexpected<Error>(time.error());
        figures += *time;
        memory.size = size;
        memory.ours = {};
        for (int i = 0; i < remoteRepetitions; ++i) {
            const auto bytes = memoryInChild(server, size);
            if (!bytes)
                return tl::unexpected<Error>(bytes.error());
            memory.ours.values.append(*bytes);
        }
        figures.append(memory);
    }
    return figures;
}

} // namespace kakuin::bench
