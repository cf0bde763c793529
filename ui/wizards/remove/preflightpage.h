// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/removedraft.h"
#include "ui/wizards/shared/formpage.h"

class QCheckBox;
class QVBoxLayout;

namespace kakuin::ui {

class PasswordFields;
class TargetPreflight;

/// What depends on the certificates, what takes over from them, and whether they are saved before they go.
class PreflightPage final : public FormPage {
    Q_OBJECT
public:
    explicit PreflightPage(plan::RemoveDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    void enter() override;

Q_SIGNALS:
    void mendRequested(kakuin::plan::Mend mend, const kakuin::domain::CertificateId &id);

protected:
    void retranslate() override;

private:
    void rebuild();
    void check();

    plan::RemoveDraft &m_draft;
    QVBoxLayout *m_targets = nullptr;
    QList<TargetPreflight *> m_sections;
    QList<plan::RemoveDraft::Target> m_shown; ///< what the sections were made from
    WrapLabel *m_passwordHeading = nullptr;
    PasswordFields *m_password = nullptr;
    QCheckBox *m_acknowledged = nullptr;
};

} // namespace kakuin::ui
