// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/details/factsheet.h"

class QLabel;
class QToolButton;

namespace kakuin::ui {

class WrapLabel;

/// The widgets of one block of a sheet.
class SheetRow final : public QWidget {
    Q_OBJECT
public:
    SheetRow(SheetBlock::Kind kind, QWidget *parent);
    Q_DISABLE_COPY_MOVE(SheetRow)

    void setBlock(const SheetBlock &block);
    /// The width that a fact's name wants; 0 for other kinds.
    [[nodiscard]] int nameWidth() const;
    void setNameWidth(int width);
    void updateMark();

Q_SIGNALS:
    void certificateRequested(const kakuin::domain::CertificateId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTarget();
    void retranslate();
    void makeItem();
    void makeFact();

    SheetBlock::Kind m_kind;
    std::optional<models::Severity> m_mark;
    domain::CertificateId m_target;
    QLabel *m_bullet = nullptr;
    QLabel *m_heading = nullptr;
    WrapLabel *m_text = nullptr;
    WrapLabel *m_detail = nullptr;
    QToolButton *m_show = nullptr; ///< null until a block led somewhere
};

} // namespace kakuin::ui
