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
constexpr double rowsAimedRatio = 1.2;
constexpr double exitAimedMs = 200;
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
        return run(program, arguments, until).transform([](const Times &times) {
            return milliseconds(times.told - times.began);
        });
    }

    /// Milliseconds from closing the windows, which show rows, until the process has ended.
    [[nodiscard]] Result<double> end(const QString &program, const QStringList &arguments)
    {
        return run(program, arguments, QStringLiteral("closed")).transform([](const Times &times) {
            return milliseconds(times.ended - times.told);
        });
    }

private:
    using Clock = std::chrono::steady_clock;
    struct Times final {
        Clock::time_point began;
        Clock::time_point told; ///< what the program wrote; the steady clock counts from one instant for all processes
        Clock::time_point ended;
    };

    static double milliseconds(Clock::duration duration)
    {
        return std::chrono::duration<double, std::milli>(duration).count();
    }

    Result<Times> run(const QString &program, const QStringList &arguments, const QString &until)
    {
        QProcessEnvironment environment = m_environment;
        environment.insert(QStringLiteral("KAKUIN_BENCH_UNTIL"), until);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProgram(QDir(QCoreApplication::applicationDirPath()).filePath(program));
        process.setArguments(arguments);
        const auto began = Clock::now();
        process.start(QIODevice::ReadOnly);
        if (!process.waitForFinished(longestStartMs)) {
            process.kill();
            return fail(ErrorCode::Internal, program, process.errorString());
        }
        const auto ended = Clock::now();
        bool isNumber = false;
        const qint64 painted = process.readAllStandardOutput().trimmed().toLongLong(&isNumber);
        if (!isNumber)
            return fail(ErrorCode::Internal, program, QString::fromUtf8(process.readAllStandardError()));
        return Times{began, Clock::time_point(Clock::duration(painted)), ended};
    }

    QProcessEnvironment m_environment;
};

/// A program and its arguments, started until it shows what `until` says.
struct Start final {
    QString program;
    QStringList arguments;
    QString until = QStringLiteral("window");
};

Result<void> measurePair(Starter &starter, const Start &plain, const Start &counted, Figure &figure)
{
    const auto bare = starter.start(plain.program, plain.arguments, plain.until);
    const auto ours = bare ? starter.start(counted.program, counted.arguments, counted.until) : bare;
    if (!ours)
        return tl::unexpected<Error>(ours.error());
    figure.bare->values.append(*bare);
    figure.ours.values.append(*ours);
    return {};
}

// The first text of a process, which Kakuin shows in any case: its fonts are found and loaded
const Start textWindow{emptyWindow, {QStringLiteral("Kakuin")}};

// An organisation that exists already, as at every start but the very first
Result<QList<Figure>> measureStartOf(lab::Preset preset)
{
    const QTemporaryDir folder;
    Starter starter(folder.path());
    const QStringList arguments{QStringLiteral("--data-folder"), folder.path()};
    const QStringList making{QStringLiteral("--lab"), lab::presetName(preset)};
    if (const auto made = starter.start(kakuin, arguments + making, QStringLiteral("rows")); !made)
        return tl::unexpected<Error>(made.error());
    const Start first{kakuin, arguments};
    Figure window{QStringLiteral("start"), QStringLiteral("first painted window"), QStringLiteral("ms"),
        lab::serverCount(preset), QStringLiteral("servers"), {}, Samples{}, QStringLiteral("QWidget with one text"),
        Aim{Aim::Of::Ratio, Aim::Bound::AtMost, startAimedRatio}, {}};
    Figure rows = window;
    rows.what = QStringLiteral("first painted rows");
    rows.bareWhat = QStringLiteral("first painted window");
    rows.aim->limit = rowsAimedRatio;
    Figure exit = window;
    exit.what = QStringLiteral("exit after the last window is closed");
    exit.bare.reset();
    exit.bareWhat.clear();
    exit.aim = Aim{Aim::Of::Value, Aim::Bound::AtMost, exitAimedMs};
    for (int i = 0; i < startRepetitions; ++i) {
        const auto measured
            = measurePair(starter, textWindow, first, window)
                  .and_then([&] {
                      return measurePair(starter, first, {kakuin, arguments, QStringLiteral("rows")}, rows);
                  })
                  .and_then([&] { return starter.end(kakuin, arguments); });
        if (!measured)
            return tl::unexpected<Error>(measured.error());
        exit.ours.values.append(*measured);
    }
    return QList<Figure>{window, rows, exit};
}

// How much of a start is the first text on the screen, which every program pays
Result<Figure> measureText()
{
    const QTemporaryDir folder;
    Starter starter(folder.path());
    Figure figure{QStringLiteral("start"), QStringLiteral("a window with one text"), QStringLiteral("ms"), 0,
        QStringLiteral("servers"), {}, Samples{}, QStringLiteral("empty QWidget"), std::nullopt,
        QStringLiteral("not Kakuin: what finding and loading fonts costs any program")};
    for (int i = 0; i < startRepetitions; ++i) {
        if (const auto measured = measurePair(starter, {emptyWindow, {}}, textWindow, figure); !measured)
            return tl::unexpected<Error>(measured.error());
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
