// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/exportdraft.h"
#include "ui/wizards/shared/formpage.h"

class QLineEdit;
class QPushButton;

namespace kakuin::ui {

class PasswordFields;

/// In which file the certificate is saved, and under which password.
class ExportPage final : public FormPage {
    Q_OBJECT
public:
    explicit ExportPage(plan::ExportDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    void enter() override { check(); }

protected:
    void retranslate() override;

private:
    void choose();
    void check();

    plan::ExportDraft &m_draft;
    WrapLabel *m_fileHeading = nullptr;
    QLineEdit *m_path = nullptr;
    QPushButton *m_browse = nullptr;
    WrapLabel *m_passwordHeading = nullptr;
    WrapLabel *m_passwordNote = nullptr;
    PasswordFields *m_password = nullptr;
};

} // namespace kakuin::ui
