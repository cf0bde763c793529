// SPDX-License-Identifier: MIT
#include "app/language.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>

namespace kakuin::app {

Language::Language(QObject *parent)
    : QObject(parent)
    , m_system(QLocale::system())
{
}

Language::~Language()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

QString Language::culture() const
{
    return m_current == QLatin1String("ja") ? QStringLiteral("ja-JP") : QStringLiteral("en-US");
}

bool Language::load(const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, name, QStringLiteral("_"), folder)) {
        m_missing.append(name + u'_' + m_current);
        return false;
    }
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
    return true;
}

void Language::use(const QString &choice)
{
    m_choice = choice;
    const QString wanted = choice.isEmpty() ? m_system.name().section(u'_', 0, 0) : choice;
    m_current = wanted == QLatin1String("ja") ? QStringLiteral("ja") : QStringLiteral("en");
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    m_missing.clear();

    // Dates keep the person's own region where it speaks the chosen language
    const bool isSystems = m_system.name().startsWith(m_current);
    const QLocale locale = isSystems       ? m_system
        : m_current == QLatin1String("ja") ? QLocale(QLocale::Japanese, QLocale::Japan)
                                           : QLocale(QLocale::English, QLocale::UnitedStates);
    QLocale::setDefault(locale);
    load(QLocale(m_current), QStringLiteral("kakuin"), QStringLiteral(":/i18n"));
    if (m_current != QLatin1String("en"))
        load(QLocale(m_current), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    Q_EMIT changed();
}

} // namespace kakuin::app
