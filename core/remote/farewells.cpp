// SPDX-License-Identifier: MIT
#include "core/remote/farewells.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>

namespace kakuin::remote {

Farewells &Farewells::instance()
{
    static QPointer<Farewells> all; // one for each application object, of which tests make several
    if (!all)
        all = new Farewells(QCoreApplication::instance());
    return *all;
}

void Farewells::add(QObject *speaker)
{
    ++m_count;
    connect(speaker, &QObject::destroyed, this, [this] {
        if (--m_count == 0)
            Q_EMIT allSaid();
    });
}

} // namespace kakuin::remote
