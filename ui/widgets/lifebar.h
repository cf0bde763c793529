// SPDX-License-Identifier: MIT
#pragma once

#include "models/severity.h"

#include <QtCore/QDateTime>
#include <QtWidgets/QWidget>

namespace kakuin::ui {

/// A certificate's life as a bar: issued at the left, expiry at the right, today as a mark with its words above.
/// Shape:  filled up to today in the colour of the severity, grey while there is nothing to say. After expiry the bar
///         goes on to today; before the first valid day it begins with today. Dates that are not known give an empty
///         bar that says so.
class LifeBar final : public QWidget {
    Q_OBJECT
public:
    explicit LifeBar(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(LifeBar)

    /// `severity` is the mark that the certificate has elsewhere.
    void setLife(const QDateTime &issuedUtc, const QDateTime &expiresUtc, const QDateTime &nowUtc,
        models::Severity severity = models::Severity::Ok);
    [[nodiscard]] QString text() const; ///< "12 days left of 5 years"
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] bool isKnown() const;

    QDateTime m_issuedUtc;
    QDateTime m_expiresUtc;
    QDateTime m_nowUtc;
    models::Severity m_severity = models::Severity::Ok;
};

} // namespace kakuin::ui
