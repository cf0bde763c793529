// SPDX-License-Identifier: MIT
#include "core/domain/livereading.h"

namespace kakuin::domain {

QString LivePort::name() const
{
    const char *protocol = "HTTPS";
    switch (service) {
    case LiveService::FrontEnd:
    case LiveService::BackEnd:
    case LiveService::WmSvc:
        break;
    case LiveService::Smtp:
        protocol = "SMTP";
        break;
    case LiveService::Imap:
        protocol = "IMAP";
        break;
    case LiveService::Pop:
        protocol = "POP";
        break;
    }
    return QStringLiteral("%1 %2").arg(QLatin1String(protocol)).arg(number);
}

} // namespace kakuin::domain
