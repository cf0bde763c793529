// SPDX-License-Identifier: MIT
#include "core/remote/pendingshutdowns.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>

namespace kakuin::remote {

PendingShutdowns &PendingShutdowns::instance()
{
    static QPointer<PendingShutdowns> all; // one for each application object, of which tests make several
    if (!all)
        all = new PendingShutdowns(QCoreApplication::instance());
    return *all;
}

void PendingShutdowns::add(QObject *shutdown)
{
    ++m_count;
    connect(shutdown, &QObject::destroyed, this, [this] {
        if (--m_count == 0)
            Q_EMIT allEnded();
    });
}

} // namespace kakuin::remote
