// SPDX-License-Identifier: MIT
#pragma once

#include "text/organisationidentity.h"

#include <QtWidgets/QWidget>

namespace kakuin::ui {

/// Says whether a window works on a REAL organisation, a PRACTICE organisation or EXPORTED data, and on real ones where
/// and as whom. The same in the main window, in wizards and in questions.
/// Shape:  told apart by word, icon and outline, not by colour alone: filled is real, dashed is practice, square grey is
///         exported. One line; the kind is never cut, what follows it is elided and whole in the tooltip.
class OrganisationMark final : public QWidget {
    Q_OBJECT
public:
    explicit OrganisationMark(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(OrganisationMark)

    void setIdentity(const OrganisationIdentity &identity); ///< hidden when nothing is open
    [[nodiscard]] const OrganisationIdentity &identity() const { return m_identity; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString details() const;
    [[nodiscard]] QSize badgeSize() const;

    OrganisationIdentity m_identity;
    QString m_kind;
    QString m_details;
};

} // namespace kakuin::ui
