// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/rotatedraft.h"
#include "ui/wizards/shared/formpage.h"

class QComboBox;
class QPlainTextEdit;

namespace kakuin::ui {

/// On which server the new Auth certificate is created, and with which names.
class CertificatePage final : public FormPage {
    Q_OBJECT
public:
    explicit CertificatePage(plan::RotateDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] bool isNeeded() const override { return m_draft.source() == plan::RotateDraft::Source::New; }
    void enter() override;

protected:
    void retranslate() override;

private:
    void fillServers();
    void bind();
    void check();

    plan::RotateDraft &m_draft;
    WrapLabel *m_serverHeading = nullptr;
    QComboBox *m_server = nullptr;
    WrapLabel *m_serverNote = nullptr;
    WrapLabel *m_namesHeading = nullptr;
    Choice m_none;
    Choice m_all;
    QPlainTextEdit *m_names = nullptr;
    bool m_isBinding = false;
};

} // namespace kakuin::ui
