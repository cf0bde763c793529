// SPDX-License-Identifier: MIT
#include "sourcetree.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>

namespace kakuin::lint {
namespace {

QList<SourceFile> readTree()
{
    const QDir top(QStringLiteral(KAKUIN_SOURCE_DIR));
    QStringList paths{top.filePath(QStringLiteral("CMakeLists.txt"))};
    for (const auto &folder :
        {u"app", u"bench", u"core", u"labserver", u"models", u"text", u"ui", u"tools", u"tests", u"cmake"}) {
        QDirIterator it(top.filePath(QStringView(folder).toString()),
            {QStringLiteral("*.cpp"), QStringLiteral("*.h"), QStringLiteral("*.md"), QStringLiteral("*.cmake"),
                QStringLiteral("CMakeLists.txt"), QStringLiteral("*.cs")},
            QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            paths += it.next();
    }
    paths.sort();
    QList<SourceFile> files;
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(path));
        SourceFile source{top.relativeFilePath(path), QString::fromUtf8(file.readAll()), {}};
        if (source.isCpp())
            source.blanked = codeOnly(source.text);
        files.append(std::move(source));
    }
    return files;
}

// The end of the comment or literal that begins at `at`; `at` itself when none begins there.
qsizetype endOfOpaque(const QString &text, qsizetype at)
{
    const QStringView rest = QStringView(text).sliced(at);
    const auto after = [&](qsizetype found, qsizetype length) { return found < 0 ? text.size() : found + length; };
    if (rest.startsWith(u"//"))
        return after(text.indexOf(u'\n', at), 0);
    if (rest.startsWith(u"/*"))
        return after(text.indexOf(QLatin1String("*/"), at + 2), 2);
    if (rest.startsWith(u"R\"")) {
        const qsizetype open = text.indexOf(u'(', at);
        const QString close = u')' + text.mid(at + 2, open - at - 2) + u'"';
        return after(text.indexOf(close, open), close.size());
    }
    const QChar quote = rest.front();
    // an apostrophe behind a digit or letter separates digits (1'000)
    const bool separatesDigits = quote == u'\'' && at > 0 && text.at(at - 1).isDigit();
    if ((quote != u'"' && quote != u'\'') || separatesDigits)
        return at;
    qsizetype i = at + 1;
    while (i < text.size() && text.at(i) != quote && text.at(i) != u'\n')
        i += text.at(i) == u'\\' ? 2 : 1;
    return qMin(i + 1, text.size());
}

} // namespace

const QList<SourceFile> &sourceTree()
{
    static const QList<SourceFile> files = readTree();
    return files;
}

QString codeOnly(const QString &cpp)
{
    QString code = cpp;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const qsizetype end = endOfOpaque(code, i);
        const bool isInclude = QStringView(code).left(i).trimmed().endsWith(QLatin1String("#include"));
        if (isInclude || end <= i)
            continue;
        const bool keepsQuotes = code.at(i) == u'"' || code.at(i) == u'\'';
        for (qsizetype k = i + (keepsQuotes ? 1 : 0); k < end - (keepsQuotes ? 1 : 0); ++k) {
            if (code.at(k) != u'\n')
                code[k] = u' ';
        }
        i = end - 1;
    }
    return code;
}

QString place(const SourceFile &file, qsizetype offset)
{
    const auto line = QStringView(file.text).left(offset).count(u'\n') + 1;
    return file.path + u':' + QString::number(line);
}

} // namespace kakuin::lint
