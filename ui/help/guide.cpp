// SPDX-License-Identifier: MIT
#include "ui/help/guide.h"

#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

#include <mutex>

// outside every namespace, as Q_INIT_RESOURCE demands: a static library's resources are otherwise not linked
static void takeGuideIn()
{
    static std::once_flag once;
    std::call_once(once, [] { Q_INIT_RESOURCE(guide); });
}

namespace kakuin::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1String folder("/kakuin/docs/guide/");
constexpr QLatin1String suffix(".md");
constexpr qsizetype excerptBefore = 30;
constexpr qsizetype excerptLength = 90;

// What a person sees of a line of Markdown. Our own pages only: no HTML but anchors, no nested brackets.
QString plainLine(QString line)
{
    static const QRegularExpression picture(u"!\\[[^\\]]*\\]\\([^)]*\\)"_s);
    static const QRegularExpression link(u"\\[([^\\]]*)\\]\\([^)]*\\)"_s);
    static const QRegularExpression rule(u"^[|\\s:-]+$"_s);
    static const QRegularExpression item(u"^- "_s);
    line.remove(picture);
    line.replace(link, u"\\1"_s);
    if (line.startsWith(u'|'))
        line = rule.match(line).hasMatch() ? QString() : line.replace(u'|', u' ');
    line.remove(item).remove(u'`').remove(u"**"_s);
    return line.simplified();
}

QString excerptOf(const QString &text, qsizetype at)
{
    const qsizetype lineStart = text.lastIndexOf(u'\n', at) + 1;
    const qsizetype from = std::max(lineStart, at - excerptBefore);
    QString out = text.mid(from, excerptLength);
    if (const qsizetype end = out.indexOf(u'\n', at - from); end >= 0)
        out.truncate(end);
    if (from > lineStart)
        out.prepend(u'…');
    return out;
}

} // namespace

Guide::Guide(const QString &language)
    : m_language(language == u"ja" ? u"ja"_s : u"en"_s)
{
    takeGuideIn();
    for (const QString &page : pages())
        read(page);
}

QString Guide::currentLanguage()
{
    return QLocale().language() == QLocale::Japanese ? u"ja"_s : u"en"_s;
}

const QStringList &Guide::pages()
{
    static const QStringList pages{u"index"_s, u"first-steps"_s, u"renew"_s, u"rotate"_s, u"assign"_s, u"remove"_s,
        u"transfer"_s, u"interrupted"_s, u"findings"_s, u"ports"_s, u"exported"_s, u"connect"_s, u"rights"_s,
        u"stored"_s, u"messages"_s};
    return pages;
}

QString Guide::pageOf(const QUrl &url)
{
    const QString path = url.path();
    if (url.scheme() != u"qrc" || !path.startsWith(folder) || !path.endsWith(suffix))
        return {};
    const QString page = path.section(u'/', -1).chopped(suffix.size());
    return pages().contains(page) ? page : QString();
}

QUrl Guide::url(const QString &page, const QString &anchor) const
{
    QUrl url(u"qrc:"_s + folder + m_language + u'/' + page + suffix);
    url.setFragment(anchor.isEmpty() ? QString() : anchor);
    return url;
}

void Guide::read(const QString &page)
{
    QFile file(u":"_s + folder + m_language + u'/' + page + suffix);
    if (!file.open(QIODevice::ReadOnly))
        return;
    static const QRegularExpression anchor(u"^<a id=\"([a-z0-9-]+)\"></a>$"_s);
    static const QRegularExpression heading(u"^(#{1,3}) (.+)$"_s);
    static const QRegularExpression startsLine(u"^(?:\\||- |\\d+\\. | {4})"_s); // rows, items, commands
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    QStringList kept;
    QString name;
    for (const QString &line : lines) {
        if (const auto match = anchor.match(line); match.hasMatch()) {
            name = match.captured(1);
            continue;
        }
        kept.append(line);
        if (const auto match = heading.match(line); match.hasMatch()) {
            m_sections.append(
                {page, name, plainLine(match.captured(2)), static_cast<int>(match.capturedLength(1)), {}});
            name.clear();
        } else if (!m_sections.isEmpty() && m_sections.last().page == page) {
            const QString text = plainLine(line);
            // a paragraph may run over several lines; in Japanese, where a line's end would become a blank, it never
            // does
            QString &all = m_sections.last().text;
            if (text.isEmpty() || startsLine.match(line).hasMatch())
                all += u'\n';
            else if (!all.isEmpty() && !all.endsWith(u'\n'))
                all += u' ';
            all += text;
        }
    }
    m_markdown.insert(page, kept.join(u'\n'));
}

QList<GuideSection> Guide::sectionsOf(const QString &page) const
{
    QList<GuideSection> out;
    for (const GuideSection &section : m_sections) {
        if (section.page == page)
            out.append(section);
    }
    return out;
}

QList<Guide::Hit> Guide::find(const QString &words) const
{
    const QString wanted = words.simplified();
    QList<Hit> hits;
    if (wanted.isEmpty())
        return hits;
    for (const GuideSection &section : m_sections) {
        const qsizetype count
            = section.title.count(wanted, Qt::CaseInsensitive) + section.text.count(wanted, Qt::CaseInsensitive);
        if (count == 0)
            continue;
        const qsizetype at = section.text.indexOf(wanted, 0, Qt::CaseInsensitive);
        hits.append({section, at < 0 ? QString() : excerptOf(section.text, at), count});
    }
    return hits;
}

} // namespace kakuin::ui
