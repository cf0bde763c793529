// SPDX-License-Identifier: MIT
#include "bench/report.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>
#include <QtCore/QSysInfo>
#include <QtCore/QThread>
#include <QtGui/QGuiApplication>

#include <algorithm>

namespace kakuin::bench {
namespace {

// Three telling digits, thousands apart: 0.0123, 1.23, 12.3, 123, 12,345
QString number(double value)
{
    const double size = std::abs(value);
    const int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size > 0 ? 4 : 0;
    return QLocale(QLocale::English).toString(value, 'f', decimals);
}

QString samplesText(const Samples &samples)
{
    if (samples.values.isEmpty())
        return QStringLiteral("-");
    if (samples.values.size() == 1)
        return number(samples.median());
    return QStringLiteral("%1 (%2..%3)").arg(number(samples.median()), number(samples.least()), number(samples.most()));
}

QString optionalText(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', 2) : QStringLiteral("-");
}

QString aimText(const Figure &figure)
{
    if (!figure.aim)
        return QStringLiteral("-");
    const QString sign = figure.aim->bound == Aim::Bound::AtMost ? QStringLiteral("<=") : QStringLiteral(">=");
    const QString unit = figure.aim->of == Aim::Of::Ratio ? QStringLiteral("x") : u' ' + figure.unit;
    return sign + u' ' + QString::number(figure.aim->limit) + unit;
}

QString metText(const Figure &figure)
{
    const std::optional<bool> met = figure.isMet();
    return !met ? QStringLiteral("-") : *met ? QStringLiteral("met") : QStringLiteral("NOT MET");
}

QStringList headings()
{
    return {QStringLiteral("benchmark"), QStringLiteral("what"), QStringLiteral("size"), QStringLiteral("unit"),
        QStringLiteral("Kakuin"), QStringLiteral("compared with"), QStringLiteral("it"), QStringLiteral("ratio"),
        QStringLiteral("growth"), QStringLiteral("aim"), QStringLiteral("")};
}

QStringList cells(const Figure &figure, const QList<Figure> &all)
{
    const QString size = QLocale(QLocale::English).toString(figure.size) + u' ' + figure.sizeUnit;
    return {figure.benchmark, figure.what, size, figure.unit, samplesText(figure.ours),
        figure.bareWhat.isEmpty() ? QStringLiteral("-") : figure.bareWhat,
        figure.bare ? samplesText(*figure.bare) : QStringLiteral("-"), optionalText(figure.ratio()),
        optionalText(growthOf(figure, all)), aimText(figure), metText(figure)};
}

QJsonArray arrayOf(const Samples &samples)
{
    QJsonArray out;
    for (const double value : samples.values)
        out.append(value);
    return out;
}

QJsonValue valueOf(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonObject objectOf(const Figure &figure, const QList<Figure> &all)
{
    QJsonObject out{{QStringLiteral("benchmark"), figure.benchmark}, {QStringLiteral("what"), figure.what},
        {QStringLiteral("size"), figure.size}, {QStringLiteral("sizeUnit"), figure.sizeUnit},
        {QStringLiteral("unit"), figure.unit}, {QStringLiteral("median"), figure.ours.median()},
        {QStringLiteral("samples"), arrayOf(figure.ours)}, {QStringLiteral("ratio"), valueOf(figure.ratio())},
        {QStringLiteral("growth"), valueOf(growthOf(figure, all))}};
    if (figure.bare) {
        out.insert(QStringLiteral("comparedWith"), figure.bareWhat);
        out.insert(QStringLiteral("comparedMedian"), figure.bare->median());
        out.insert(QStringLiteral("comparedSamples"), arrayOf(*figure.bare));
    }
    if (figure.aim) {
        out.insert(QStringLiteral("aim"), aimText(figure));
        const std::optional<bool> met = figure.isMet();
        out.insert(QStringLiteral("met"), met ? QJsonValue(*met) : QJsonValue(QJsonValue::Null));
    }
    if (!figure.note.isEmpty())
        out.insert(QStringLiteral("note"), figure.note);
    return out;
}

} // namespace

QString tableOf(const QList<Figure> &figures)
{
    QList<QStringList> lines{headings()};
    for (const Figure &figure : figures)
        lines.append(cells(figure, figures));
    QList<qsizetype> widths(lines.constFirst().size(), 0);
    for (const QStringList &line : std::as_const(lines)) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths.at(i), line.at(i).size());
    }
    QString out;
    for (const QStringList &line : std::as_const(lines)) {
        QString text;
        for (qsizetype i = 0; i < line.size(); ++i)
            text += line.at(i).leftJustified(widths.at(i)) + QStringLiteral("  ");
        out += text.trimmed() + u'\n';
    }
    for (const Figure &figure : figures) {
        if (!figure.note.isEmpty())
            out += QStringLiteral("%1, %2, %3: %4\n")
                       .arg(figure.benchmark, figure.what, QString::number(figure.size), figure.note);
    }
    return out;
}

QByteArray jsonOf(const QList<Figure> &figures, const QList<Failure> &failures)
{
    QJsonArray measured;
    for (const Figure &figure : figures)
        measured.append(objectOf(figure, figures));
    QJsonArray failed;
    for (const Failure &failure : failures) {
        failed.append(
            QJsonObject{{QStringLiteral("benchmark"), failure.benchmark}, {QStringLiteral("reason"), failure.reason}});
    }
    const QJsonObject document{{QStringLiteral("measuredOn"), machineText()}, {QStringLiteral("figures"), measured},
        {QStringLiteral("failures"), failed}};
    return QJsonDocument(document).toJson();
}

QString machineText()
{
    QString load;
    QFile file(QStringLiteral("/proc/loadavg"));
    if (file.open(QIODevice::ReadOnly))
        load = QStringLiteral(", load ") + QString::fromLatin1(file.readAll().split(' ').constFirst());
    return QStringLiteral("%1, %2, %3 cores, Qt %4, platform %5%6")
        .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())
        .arg(QThread::idealThreadCount())
        .arg(QString::fromLatin1(qVersion()), QGuiApplication::platformName(), load);
}

} // namespace kakuin::bench
