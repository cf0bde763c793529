// SPDX-License-Identifier: MIT
#pragma once

#include "models/findingrow.h"
#include "text/certificatecontext.h"

#include <QtWidgets/QWidget>

class QPushButton;
class QVBoxLayout;

namespace kakuin::ui {

class SectionHeading;
class ScrollColumn;
class WrapLabel;

/// One finding whole: what it concerns, why it matters, what it was seen by, what to do, and the button that does it.
class FindingDetails final : public QWidget {
    Q_OBJECT
public:
    explicit FindingDetails(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FindingDetails)

    /// A null row shows nothing but a hint. `context`: of the certificate that it concerns, if it concerns one.
    void setFinding(const models::FindingRowPtr &row, const std::optional<findings::Mute> &mute,
        const QDateTime &nowUtc, const std::optional<CertificateContext> &context = {});
    /// Everything that is shown, as text to be pasted into a ticket.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void mendRequested();
    void muteRequested();
    void unmuteRequested();
    void showRequested();
    void copyRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addSection(SectionHeading *&heading, WrapLabel *&body, const char *name);
    void buildButtons(QVBoxLayout *column);
    void retranslate();
    [[nodiscard]] QString evidenceText() const;
    [[nodiscard]] QString stepsText() const;
    [[nodiscard]] QString unansweredText() const;
    [[nodiscard]] QString muteText() const;

    models::FindingRowPtr m_row;
    std::optional<findings::Mute> m_mute;
    QDateTime m_nowUtc;
    std::optional<CertificateContext> m_context;
    ScrollColumn *m_scroll = nullptr;
    WrapLabel *m_hint = nullptr;
    WrapLabel *m_title = nullptr;
    WrapLabel *m_subject = nullptr;
    WrapLabel *m_muted = nullptr;
    SectionHeading *m_whyHeading = nullptr;
    WrapLabel *m_why = nullptr;
    SectionHeading *m_evidenceHeading = nullptr;
    WrapLabel *m_evidence = nullptr;
    SectionHeading *m_unansweredHeading = nullptr;
    WrapLabel *m_unanswered = nullptr;
    SectionHeading *m_stepsHeading = nullptr;
    WrapLabel *m_steps = nullptr;
    QPushButton *m_mend = nullptr;
    QPushButton *m_show = nullptr;
    QPushButton *m_muteButton = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace kakuin::ui
