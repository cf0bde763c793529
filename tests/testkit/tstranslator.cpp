// SPDX-License-Identifier: MIT
#include "tstranslator.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QXmlStreamReader>

#include <algorithm>

namespace kakuin::testkit {
namespace {

QString keyOf(const QString &context, const QString &source, const QString &comment)
{
    return context + u'\x1f' + source + u'\x1f' + comment;
}

} // namespace

TsTranslator::TsTranslator(const QString &language)
    : m_language(language)
{
    QFile file(QStringLiteral(KAKUIN_SOURCE_DIR "/translations/kakuin_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QXmlStreamReader xml(&file);
    QString context;
    QString source;
    QString comment;
    bool isInContext = false;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement()) {
            if (xml.name() == u"context")
                isInContext = false;
            continue;
        }
        if (xml.name() == u"context") {
            isInContext = true;
        } else if (isInContext && xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            source.clear();
            comment.clear();
        } else if (xml.name() == u"source") {
            source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            const bool isFinished = xml.attributes().value(QLatin1String("type")).isEmpty();
            QStringList forms;
            QString text;
            while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"translation") && !xml.atEnd()) {
                if (xml.isStartElement() && xml.name() == u"numerusform")
                    forms.append(xml.readElementText());
                else if (xml.isCharacters())
                    text.append(xml.text());
            }
            if (forms.isEmpty())
                forms.append(text);
            if (isFinished && !forms.first().isEmpty())
                m_forms.insert(keyOf(context, source, comment), forms);
        }
    }
}

QString TsTranslator::translate(const char *context, const char *source, const char *comment, int n) const
{
    const QStringList forms
        = m_forms.value(keyOf(QString::fromUtf8(context), QString::fromUtf8(source), QString::fromUtf8(comment)));
    if (forms.isEmpty())
        return {};
    const bool isPlural = m_language == QLatin1String("en") && n != 1 && forms.size() > 1;
    return isPlural ? forms.at(1) : forms.first(); // Japanese has one form
}

bool TsTranslator::covers(const QString &className) const
{
    return std::any_of(m_forms.keyBegin(), m_forms.keyEnd(),
        [&](const QString &key) { return key.section(u'\x1f', 0, 0).section(QStringLiteral("::"), -1) == className; });
}

JapaneseScope::JapaneseScope()
    : m_translator(QStringLiteral("ja"))
{
    QCoreApplication::installTranslator(&m_translator);
}

JapaneseScope::~JapaneseScope()
{
    QCoreApplication::removeTranslator(&m_translator);
}

bool hasJapanese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana
            || c.script() == QChar::Script_Han;
    });
}

} // namespace kakuin::testkit
