// SPDX-License-Identifier: MIT
#include "bench/benchmarks.h"
#include "bench/certificateserver.h"
#include "bench/report.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QSaveFile>
#include <QtCore/QTextStream>
#include <QtWidgets/QApplication>

#include <cstdio>

namespace {

using namespace kakuin;
using namespace kakuin::bench;

constexpr int usageError = 2;

struct Benchmark final {
    const char *name;
    Result<QList<Figure>> (*measure)();
};

// Programs are started before this one has grown: making a process of a large one takes longer.
constexpr Benchmark benchmarks[] = {
    {"start", measureStart},
    {"memory", measureMemory},
    {"remote", measureRemote},
    {"pipelines", measurePipelines},
    {"refresh", measureRefresh},
    {"parse", measureParse},
    {"clixml", measureClixml},
    {"rows", measureRows},
    {"tree", measureTree},
    {"findings", measureFindings},
    {"check", measureCheck},
    {"servers", measureServers},
};

QStringList names()
{
    QStringList all;
    for (const Benchmark &benchmark : benchmarks)
        all.append(QString::fromLatin1(benchmark.name));
    return all;
}

QString reasonOf(const Error &error)
{
    return QStringLiteral("error %1: %2 %3")
        .arg(static_cast<int>(error.code))
        .arg(error.subject, error.detail)
        .trimmed();
}

void run(const QStringList &wanted, QList<Figure> &figures, QList<Failure> &failures)
{
    QTextStream out(stdout);
    for (const Benchmark &benchmark : benchmarks) {
        const QString name = QString::fromLatin1(benchmark.name);
        if (!wanted.isEmpty() && !wanted.contains(name))
            continue;
        out << QStringLiteral("measuring %1 ...").arg(name) << Qt::endl;
        const auto measured = benchmark.measure();
        if (measured)
            figures.append(*measured);
        else
            failures.append({name, reasonOf(measured.error())});
    }
}

int printRemoteMemory(const QStringList &where)
{
    const auto bytes = measureRemoteMemory(where.value(0), where.value(1), where.value(2).toInt());
    if (!bytes) {
        QTextStream(stderr) << reasonOf(bytes.error()) << Qt::endl;
        return 1;
    }
    QTextStream(stdout) << *bytes << Qt::endl;
    return 0;
}

bool write(const QString &path, const QByteArray &json)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
}

int printRowMemory(int certificates)
{
    const auto memory = measureRowMemory(certificates);
    if (!memory) {
        QTextStream(stderr) << reasonOf(memory.error()) << Qt::endl;
        return 1;
    }
    QTextStream(stdout) << memory->row << ' ' << memory->certificate << Qt::endl;
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication program(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    QCommandLineParser parser;
    const QCommandLineOption json(
        QStringLiteral("json"), QStringLiteral("Also write the figures as JSON."), QStringLiteral("file"));
    QCommandLineOption rowMemory(QStringLiteral("row-memory"), {}, QStringLiteral("certificates"));
    rowMemory.setFlags(QCommandLineOption::HiddenFromHelp); // a part of "memory", in a process of its own
    // parts of "remote": a server, and a client whose memory is nobody else's
    QCommandLineOption serve(QStringLiteral("serve-certificates"), {}, QStringLiteral("count"));
    QCommandLineOption remoteMemory(QStringLiteral("remote-memory"));
    serve.setFlags(QCommandLineOption::HiddenFromHelp);
    remoteMemory.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({json, rowMemory, serve, remoteMemory});
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("name"),
        QStringLiteral("What to measure (all): ") + names().join(QStringLiteral(", ")), QStringLiteral("[name...]"));
    parser.process(program);
    if (parser.isSet(rowMemory))
        return printRowMemory(parser.value(rowMemory).toInt());
    if (parser.isSet(serve))
        return CertificateServer::serve(parser.value(serve).toInt());
    if (parser.isSet(remoteMemory))
        return printRemoteMemory(parser.positionalArguments());
    const QStringList wanted = parser.positionalArguments();
    for (const QString &name : wanted) {
        if (!names().contains(name)) {
            err << QStringLiteral("there is no benchmark '%1'; there are %2").arg(name, names().join(u' ')) << Qt::endl;
            return usageError;
        }
    }

    QList<Figure> figures;
    QList<Failure> failures;
    run(wanted, figures, failures);
    out << QStringLiteral(
        "\n%1\nmedian (least..most) of pairs that were measured in turns; growth: beside the smallest "
        "size\n\n")
               .arg(machineText())
        << tableOf(figures) << Qt::flush;
    for (const Failure &failure : std::as_const(failures))
        err << QStringLiteral("%1 could not be measured: %2").arg(failure.benchmark, failure.reason) << Qt::endl;
    if (parser.isSet(json) && !write(parser.value(json), jsonOf(figures, failures))) {
        err << QStringLiteral("cannot write %1").arg(parser.value(json)) << Qt::endl;
        return 1;
    }
    return failures.isEmpty() ? 0 : 1;
}
