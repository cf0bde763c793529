// SPDX-License-Identifier: MIT
#include "bench/benchmarks.h"
#include "core/lab/labpreset.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <chrono>

namespace kakuin::bench {
namespace {

constexpr int startRepetitions = 15;
constexpr double startAimedRatio = 1.5;
constexpr int longestStartMs = 120'000;

const QString kakuin = QStringLiteral("kakuin_bench_kakuin");
const QString emptyWindow = QStringLiteral("kakuin_bench_emptywindow");

/// Starts programs as a desktop does, with settings and data of their own.
class Starter final {
public:
    explicit Starter(const QString &folder)
        : m_environment(QProcessEnvironment::systemEnvironment())
    {
        m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder);
        m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    }

    /// Milliseconds from before the process is made until it has painted a window, or `until` "rows": a list with rows.
    [[nodiscard]] Result<double> start(const QString &program, const QStringList &arguments, const QString &until)
    {
        QProcessEnvironment environment = m_environment;
        environment.insert(QStringLiteral("KAKUIN_BENCH_UNTIL"), until);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProgram(QDir(QCoreApplication::applicationDirPath()).filePath(program));
        process.setArguments(arguments);
        const auto began = std::chrono::steady_clock::now();
        process.start(QIODevice::ReadOnly);
        if (!process.waitForFinished(longestStartMs)) {
            process.kill();
            return fail(ErrorCode::Internal, program, process.errorString());
        }
        bool isNumber = false;
        const qint64 painted = process.readAllStandardOutput().trimmed().toLongLong(&isNumber);
        if (!isNumber)
            return fail(ErrorCode::Internal, program, QString::fromUtf8(process.readAllStandardError()));
        // the steady clock counts from one instant for all processes
        const std::chrono::steady_clock::duration sinceEpoch(painted);
        return std::chrono::duration<double, std::milli>(sinceEpoch - began.time_since_epoch()).count();
    }

private:
    QProcessEnvironment m_environment;
};

Result<void> measurePair(Starter &starter, const QStringList &arguments, const QString &until, Figure &figure)
{
    const auto bare = starter.start(emptyWindow, {}, QStringLiteral("window"));
    const auto ours = bare ? starter.start(kakuin, arguments, until) : bare;
    if (!ours)
        return tl::unexpected<Error>(ours.error());
    figure.bare->values.append(*bare);
    figure.ours.values.append(*ours);
    return {};
}

// An organisation that exists already, as at every start but the very first
Result<QList<Figure>> measureStartOf(lab::Preset preset)
{
    const QTemporaryDir folder;
    Starter starter(folder.path());
    const QStringList arguments{QStringLiteral("--data-folder"), folder.path()};
    const QStringList making{QStringLiteral("--lab"), lab::presetName(preset)};
    if (const auto made = starter.start(kakuin, arguments + making, QStringLiteral("rows")); !made)
        return tl::unexpected<Error>(made.error());
    Figure window{QStringLiteral("start"), QStringLiteral("first painted window"), QStringLiteral("ms"),
        lab::serverCount(preset), QStringLiteral("servers"), {}, Samples{}, QStringLiteral("empty QWidget"),
        Aim{Aim::Of::Ratio, Aim::Bound::AtMost, startAimedRatio}, {}};
    Figure rows = window;
    rows.what = QStringLiteral("first painted rows");
    rows.aim.reset();
    for (int i = 0; i < startRepetitions; ++i) {
        const auto ended = measurePair(starter, arguments, QStringLiteral("window"), window).and_then([&] {
            return measurePair(starter, arguments, QStringLiteral("rows"), rows);
        });
        if (!ended)
            return tl::unexpected<Error>(ended.error());
    }
    return QList<Figure>{window, rows};
}

// How much of a start is the first text on the screen, whoever shows it
Result<Figure> measureText()
{
    const QTemporaryDir folder;
    Starter starter(folder.path());
    Figure figure{QStringLiteral("start"), QStringLiteral("a window with one text"), QStringLiteral("ms"), 0,
        QStringLiteral("servers"), {}, Samples{}, QStringLiteral("empty QWidget"), std::nullopt,
        QStringLiteral("not Kakuin: what finding and loading fonts costs any program")};
    for (int i = 0; i < startRepetitions; ++i) {
        const auto bare = starter.start(emptyWindow, {}, QStringLiteral("window"));
        const auto text
            = bare ? starter.start(emptyWindow, {QStringLiteral("Kakuin")}, QStringLiteral("window")) : bare;
        if (!text)
            return tl::unexpected<Error>(text.error());
        figure.bare->values.append(*bare);
        figure.ours.values.append(*text);
    }
    return figure;
}

} // namespace

Result<QList<Figure>> measureStart()
{
    const auto text = measureText();
    if (!text)
        return tl::unexpected<Error>(text.error());
    QList<Figure> figures{*text};
    for (const lab::Preset preset : {lab::Preset::Contoso2013, lab::Preset::Large}) {
        const auto measured = measureStartOf(preset);
        if (!measured)
            return tl::unexpected<Error>(measured.error());
        figures.append(*measured);
    }
    return figures;
}

} // namespace kakuin::bench
