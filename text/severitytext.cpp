// SPDX-License-Identifier: MIT
#include "text/severitytext.h"

namespace kakuin::ui {

QString SeverityText::word(models::Severity severity)
{
    switch (severity) {
    case models::Severity::NotKnown:
        return tr("Not known");
    case models::Severity::Ok:
        return tr("In order");
    case models::Severity::Information:
        return tr("Information");
    case models::Severity::Soon:
        return tr("Warning");
    case models::Severity::Urgent:
        return tr("Urgent");
    case models::Severity::Expired:
        return tr("Problem");
    }
    return {};
}

} // namespace kakuin::ui
