// SPDX-License-Identifier: MIT
#include "ui/layoutstore.h"

namespace kakuin::ui {
namespace {

QString keyOf(const QString &name)
{
    return u"layout/"_qs + name;
}

} // namespace

LayoutStore::LayoutStore(QSettings &settings)
    : m_settings(settings)
{
}

QByteArray LayoutStore::blob(const QString &name) const
{
    return m_settings.value(keyOf(name)).toByteArray();
}

void LayoutStore::setBlob(const QString &name, const QByteArray &value)
{
    m_settings.setValue(keyOf(name), value);
}

QString LayoutStore::word(const QString &name, const QString &fallback) const
{
    const QString value = m_settings.value(keyOf(name)).toString();
    return value.isEmpty() ? fallback : value;
}

void LayoutStore::setWord(const QString &name, const QString &value)
{
    m_settings.setValue(keyOf(name), value);
}

} // namespace kakuin::ui
