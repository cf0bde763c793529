// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/rotatedraft.h"
#include "ui/wizards/shared/formpage.h"

#include <memory>

namespace Ui {
class SourcePage;
}

namespace kakuin::ui {

/// Whether a new Auth certificate is made, or one that is there is used, and which. Passed over where none can be used.
class SourcePage final : public FormPage {
    Q_OBJECT
public:
    explicit SourcePage(plan::RotateDraft &draft, QWidget *parent = nullptr);
    ~SourcePage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] bool isNeeded() const override;
    void enter() override;

protected:
    void retranslate() override;

private:
    void fill();
    void bind();
    void check();

    plan::RotateDraft &m_draft;
    std::unique_ptr<Ui::SourcePage> m_form;
    QWidget *m_root = nullptr;
    WrapLabel *m_lacking = nullptr;
    WrapLabel *m_newNote = nullptr;
    WrapLabel *m_othersHeading = nullptr;
    WrapLabel *m_others = nullptr;
    QList<advice::AuthCandidate> m_shown;
    bool m_isBinding = false;
};

} // namespace kakuin::ui
