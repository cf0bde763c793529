// SPDX-License-Identifier: MIT
#include "app/console/consolelanguage.h"

#include <QtCore/QCoreApplication>

namespace kakuin::app {

using namespace Qt::StringLiterals;

ConsoleLanguage::ConsoleLanguage(const QString &wanted)
{
    const QString language = wanted.isEmpty() ? QLocale::system().name().section(u'_', 0, 0) : wanted;
    const bool isJapanese = language == u"ja";
    m_culture = isJapanese ? u"ja-JP"_s : u"en-US"_s;
    const QLocale locale
        = isJapanese ? QLocale(QLocale::Japanese, QLocale::Japan) : QLocale(QLocale::English, QLocale::UnitedStates);
    QLocale::setDefault(locale);
    if (m_texts.load(QLocale(isJapanese ? u"ja"_s : u"en"_s), u"kakuin"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&m_texts);
}

ConsoleLanguage::~ConsoleLanguage()
{
    QCoreApplication::removeTranslator(&m_texts);
}

} // namespace kakuin::app
