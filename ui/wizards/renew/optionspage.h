// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/renewdraft.h"
#include "ui/wizards/shared/wizardpage.h"

class QCheckBox;
class QLineEdit;
class QRadioButton;

namespace kakuin::ui {

class MessageBar;

/// What the successors get: services, the internal transport role, a name, an exportable key; and what happens on an
/// error.
class OptionsPage final : public WizardPage {
    Q_OBJECT
public:
    explicit OptionsPage(plan::RenewDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] bool isComplete() const override;
    void enter() override;

protected:
    void retranslate() override;

private:
    /// A choice with the sentence that explains it beneath.
    struct Choice {
        QRadioButton *button = nullptr;
        WrapLabel *note = nullptr;
    };
    WrapLabel *addHeading(QWidget *parent, const char *name);
    [[nodiscard]] Choice addChoice(QWidget *parent, const char *name);
    void buildServices();
    void buildTransport();
    void buildKey();
    void buildPolicy();
    void bind();
    void writeServices();
    void showProblems();
    [[nodiscard]] QString keptServices() const;

    plan::RenewDraft &m_draft;
    QWidget *m_content = nullptr;
    QList<WrapLabel *> m_headings;
    Choice m_keepServices;
    Choice m_chooseServices;
    QList<QCheckBox *> m_services; ///< in the order of domain::allServices()
    Choice m_followOld;
    Choice m_takeOver;
    Choice m_keepTransport;
    WrapLabel *m_transportIntro = nullptr;
    QLineEdit *m_friendlyName = nullptr;
    WrapLabel *m_friendlyNote = nullptr;
    QCheckBox *m_exportable = nullptr;
    WrapLabel *m_exportableNote = nullptr;
    QWidget *m_policyBox = nullptr;
    Choice m_stop;
    Choice m_continue;
    MessageBar *m_problems = nullptr;
    bool m_isBinding = false;
};

} // namespace kakuin::ui
