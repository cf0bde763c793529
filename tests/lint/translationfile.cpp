// SPDX-License-Identifier: MIT
#include "translationfile.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QXmlStreamReader>

namespace kakuin::lint {
namespace {

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.type = xml.attributes().value(QLatin1String("type")).toString();
    QString text;
    while (!xml.atEnd()
        && !(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == QLatin1String("translation"))) {
        if (xml.isCharacters())
            text += xml.text();
        else if (xml.isStartElement() && xml.name() == QLatin1String("numerusform"))
            message.translations += xml.readElementText();
    }
    if (!message.isNumerus)
        message.translations = QStringList(text);
}

QSet<QString> arguments(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("%(L?\\d{1,2}|n)"));
    QSet<QString> found;
    auto it = form.globalMatch(text);
    while (it.hasNext())
        found += it.next().captured(1).remove(u'L');
    return found;
}

// "&X" but neither "&&" nor, in marked-up text, "&nbsp;".
bool hasMnemonic(QString text)
{
    static const QRegularExpression entity(QStringLiteral("&#?\\w+;"));
    static const QRegularExpression mnemonic(QStringLiteral("&\\S"));
    text.remove(QLatin1String("&&"));
    text.remove(entity);
    return text.contains(mnemonic);
}

QString mnemonicFlaw(const Message &message, const QString &translation)
{
    static const QRegularExpression behind(QStringLiteral("\\(&[A-Z0-9]\\)(…|\\.\\.\\.|:|：)?$"));
    if (hasMnemonic(message.source) != hasMnemonic(translation))
        return QStringLiteral("mnemonic in one of the two only");
    if (hasMnemonic(translation) && !translation.contains(behind))
        return QStringLiteral("mnemonic not written (&X) behind the word");
    return {};
}

QStringList formFlaws(const Message &message, const QString &translation, bool isJapanese)
{
    QStringList found;
    if (translation.trimmed().isEmpty())
        return {QStringLiteral("empty")};
    QSet<QString> wanted = arguments(message.source);
    QSet<QString> there = arguments(translation);
    if (message.isNumerus && !isJapanese) { // "one certificate" needs no number
        wanted.remove(QStringLiteral("n"));
        there.remove(QStringLiteral("n"));
    }
    if (wanted != there)
        found += QStringLiteral("other arguments than in the source");
    if (isJapanese) {
        if (const QString flaw = mnemonicFlaw(message, translation); !flaw.isEmpty())
            found += flaw;
    }
    return found;
}

} // namespace

TranslationFile readTranslations(const QString &text)
{
    TranslationFile file;
    QXmlStreamReader xml(text);
    QString context;
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == QLatin1String("message"))
            file.messages.append(message);
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            message
                = {context, {}, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes")};
        else if (xml.name() == QLatin1String("source"))
            message.source = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        else if (xml.name() == QLatin1String("comment"))
            message.comment = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, message);
    }
    if (xml.hasError())
        file.xmlError = xml.errorString();
    return file;
}

QStringList flaws(const TranslationFile &file, int pluralForms)
{
    QStringList found;
    if (!file.xmlError.isEmpty())
        found += QLatin1String("XML: ") + file.xmlError;
    for (const Message &message : file.messages) {
        if (!message.type.isEmpty())
            found += message.name() + QLatin1String(": ") + message.type;
        const qsizetype forms = message.isNumerus ? pluralForms : 1;
        if (message.translations.size() != forms)
            found += message.name() + QLatin1String(": not all plural forms");
        for (const QString &translation : message.translations) {
            const QStringList flawsHere = formFlaws(message, translation, pluralForms == 1);
            for (const QString &flaw : flawsHere)
                found += message.name() + QLatin1String(": ") + flaw;
        }
    }
    return found;
}

QStringList difference(const TranslationFile &kept, const TranslationFile &fresh)
{
    const auto keys = [](const TranslationFile &file) {
        QSet<QString> all;
        for (const Message &message : file.messages)
            all += message.name() + (message.comment.isEmpty() ? QString() : QLatin1String(" / ") + message.comment)
                + (message.isNumerus ? QLatin1String(" (count)") : QLatin1String());
        return all;
    };
    QStringList found;
    for (const QString &key : keys(fresh) - keys(kept))
        found += QLatin1String("not in the file: ") + key;
    for (const QString &key : keys(kept) - keys(fresh))
        found += QLatin1String("no longer in the sources: ") + key;
    found.sort();
    return found;
}

} // namespace kakuin::lint
