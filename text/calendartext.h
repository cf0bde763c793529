// SPDX-License-Identifier: MIT
#pragma once

#include "models/calendarfile.h"

#include <QtCore/QCoreApplication>

namespace kakuin::ui {

/// The words of an exported calendar, in the language of the moment.
class CalendarText final : public models::CalendarWords {
    Q_DECLARE_TR_FUNCTIONS(CalendarText)
public:
    explicit CalendarText(const QString &organisation);

    [[nodiscard]] QString calendarName() const override;
    [[nodiscard]] QString summary(const models::TimelineLine &certificate) const override;
    [[nodiscard]] QString description(const models::TimelineLine &certificate) const override;
    [[nodiscard]] QString reminder(const models::TimelineLine &certificate, int daysBefore) const override;

private:
    QString m_organisation; ///< safe to show; empty when not known
};

} // namespace kakuin::ui
