// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/resumption.h"
#include "ui/wizards/shared/wizardpage.h"

#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;

namespace kakuin::ui {

class BusyOverlay;
class MessageBar;

/// Where each step of an operation stands, by the organisation as it is now.
class StandingPage final : public WizardPage {
    Q_OBJECT
public:
    StandingPage(const plan::OperationRecord &operation, QWidget *parent = nullptr);

    /// The organisation is being read; setProgress as it goes.
    void startReading();
    void setProgress(int done, int total);
    void setResumption(const plan::Resumption &resumption);
    void setFailure(const Error &error);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] bool isComplete() const override;

Q_SIGNALS:
    void cancelRequested();
    void readRequested();
    void setAsideRequested();

protected:
    void retranslate() override;
    void decorate() override;

private:
    struct Row {
        QLabel *mark = nullptr;
        WrapLabel *words = nullptr;
        WrapLabel *standing = nullptr;
    };
    [[nodiscard]] const plan::StepRecord &record(int step) const;

    plan::OperationRecord m_operation;
    std::optional<plan::Resumption> m_resumption;
    std::optional<Error> m_error;
    WrapLabel *m_summary = nullptr;
    MessageBar *m_failure = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_setAside = nullptr;
    BusyOverlay *m_busy = nullptr;
    QList<Row> m_rows;
};

} // namespace kakuin::ui
