// SPDX-License-Identifier: MIT
#include "ui/report/pagewriter.h"

#include "core/base/untrustedtext.h"

#include <limits>

namespace kakuin::ui {
namespace {

using namespace Qt::StringLiterals;

// Dark enough on white for print and for eyes (4.5:1); the words say the same as the colours
QString colourOf(PageWriter::Mark mark)
{
    switch (mark) {
    case PageWriter::Mark::Good:
        return u"#156a3a"_s;
    case PageWriter::Mark::Note:
        return u"#1b5bab"_s;
    case PageWriter::Mark::Warning:
        return u"#7a5200"_s;
    case PageWriter::Mark::Critical:
        return u"#b0201e"_s;
    case PageWriter::Mark::NotKnown:
        return u"#5b6470"_s;
    case PageWriter::Mark::Plain:
        break;
    }
    return {};
}

QString opened(const QString &tag, PageWriter::Mark mark)
{
    const QString colour = colourOf(mark);
    return colour.isEmpty() ? u'<' + tag + u'>' : u"<%1 style=\"color:%2\">"_s.arg(tag, colour);
}

} // namespace

PageWriter::PageWriter(const QString &title, const QString &language)
    : m_head(u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
             "content=\"width=device-width\">\n<title>%2</title>\n<style>\n"
             "body { font-family: \"Yu Gothic UI\", \"Hiragino Sans\", \"Noto Sans CJK JP\", sans-serif; "
             "color: #1b1f24; background: #ffffff; margin: 24px; line-height: 1.5; }\n"
             "h1 { font-size: 22pt; } h2 { font-size: 15pt; margin-top: 24px; } h3 { font-size: 12pt; }\n"
             "table { border-collapse: collapse; } th { text-align: left; background: #eef0f3; }\n"
             "th, td { border: 1px solid #c9ced6; padding: 4px 8px; vertical-align: top; }\n"
             "pre { background: #eef0f3; padding: 8px; white-space: pre-wrap; }\n"
             ".note { color: #5b6470; font-size: 90%; }\nimg { max-width: 100%; }\n"
             "@media print { body { margin: 0; } tr { page-break-inside: avoid; } }\n"
             "</style>\n</head>\n<body>\n"_s.arg(escaped(language), escaped(title)))
{
}

QString PageWriter::escaped(const QString &text)
{
    // HTML knows no way to write controls, a browser would refuse the page; and what turns the direction would show
    // something else than what is there
    return multiLine(text, std::numeric_limits<qsizetype>::max()).toHtmlEscaped();
}

void PageWriter::heading(int level, const QString &text)
{
    const QString tag = u"h%1"_s.arg(qBound(1, level, 4));
    m_body += u"<%1>%2</%1>\n"_s.arg(tag, escaped(text));
}

void PageWriter::paragraph(const QString &text, Mark mark)
{
    m_body += opened(u"p"_s, mark) + escaped(text).replace(u'\n', u"<br>"_s) + u"</p>\n"_s;
}

void PageWriter::note(const QString &text)
{
    m_body += u"<p class=\"note\">"_s + escaped(text).replace(u'\n', u"<br>"_s) + u"</p>\n"_s;
}

void PageWriter::list(const QStringList &items)
{
    m_body += u"<ul>\n"_s;
    for (const QString &item : items)
        m_body += u"<li>"_s + escaped(item) + u"</li>\n"_s;
    m_body += u"</ul>\n"_s;
}

void PageWriter::code(const QString &text)
{
    m_body += u"<pre>"_s + escaped(text) + u"</pre>\n"_s;
}

void PageWriter::table(const QStringList &header, const QList<QList<Cell>> &rows)
{
    // the attributes are for QTextDocument, which knows no border of cells from style sheets
    m_body += u"<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">\n<thead><tr>"_s;
    for (const QString &cell : header)
        m_body += u"<th>"_s + escaped(cell) + u"</th>"_s;
    m_body += u"</tr></thead>\n<tbody>\n"_s;
    for (const QList<Cell> &row : rows) {
        m_body += u"<tr>"_s;
        for (const Cell &cell : row)
            m_body += opened(u"td"_s, cell.mark) + escaped(cell.text).replace(u'\n', u"<br>"_s) + u"</td>"_s;
        m_body += u"</tr>\n"_s;
    }
    m_body += u"</tbody>\n</table>\n"_s;
}

void PageWriter::picture(const QByteArray &bytes, const QString &type, const QString &description, int width)
{
    const QString size = width > 0 ? u" width=\"%1\""_s.arg(width) : QString();
    m_body += u"<p><img src=\"data:%1;base64,%2\" alt=\"%3\"%4></p>\n"_s.arg(
        escaped(type), QString::fromLatin1(bytes.toBase64()), escaped(description), size);
}

void PageWriter::rule()
{
    m_body += u"<hr>\n"_s;
}

QString PageWriter::html() const
{
    return m_head + m_body + u"</body>\n</html>\n"_s;
}

} // namespace kakuin::ui
