// SPDX-License-Identifier: MIT
#pragma once

#include "core/shell/prompt.h"
#include "text/promptcontext.h"

#include <QtWidgets/QDialog>

class QAbstractButton;
class QBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace kakuin::ui {

class CertificateCard;
class ChoiceCard;
class GuardNotice;
class InputGuard;
class MessageBar;
class OrganisationMark;
class ScrollColumn;
class WrapLabel;

/// A question of the server, and beneath it in Kakuin's words what it means and what each answer leads to.
/// Shape:  answered() is emitted exactly once, also when the dialog is closed or destroyed: then as stop. Esc, closing
///         and "Stop here" first say what stopping leaves behind; only the second time they stop. No answer has the
///         focus at first and none is a default button, so Enter alone answers nothing.
/// Input:   nothing counts in the first second, nor in the first second after the window became active or an answer was
///          given anywhere (InputGuard); no button lies where the pointer was pressed last, as long as the window has
///          another place for it.
/// Labels:  the server's own, always. What Kakuin says stands beside them, and only about questions that it knows.
/// Size:    the answers and the buttons are always in view; where the screen has no room for the words beside the
///          answers, the words scroll with the question. While it asks whether to stop, a small window hides the answers.
/// Words:  the server's are plain text, whole and unchanged but for control characters, which are made visible.
class PromptDialog final : public QDialog {
    Q_OBJECT
public:
    PromptDialog(shell::Prompt prompt, PromptContext context, QWidget *parent = nullptr);
    ~PromptDialog() override;

    [[nodiscard]] const shell::Prompt &prompt() const { return m_prompt; }

    void reject() override; ///< Esc and closing
    /// The command that asked is gone: closes at once; answered() says stop.
    void withdraw();

Q_SIGNALS:
    void answered(const kakuin::shell::PromptAnswer &answer);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    /// Where the buttons of the lowest row stand.
    enum class ButtonsAt { Ends, Left, Right, Centre };
    struct Arrangement {
        bool isMirrored = false; ///< answers at the right
        ButtonsAt buttons = ButtonsAt::Ends;
    };
    static QList<Arrangement> everyArrangement();

    void build();
    void fitScreen();
    void arrange(int height);
    void askOrKeep(bool isAsking);
    void setCompact(bool isCompact, int height);
    void fitAnswers(int height);
    void setArrangement(const Arrangement &arrangement);
    void avoidLastPress();
    [[nodiscard]] bool isUnderLastPress() const;
    [[nodiscard]] int wantedHeight(int width) const;
    void buildCards(QVBoxLayout *layout);
    void buildChoices(QVBoxLayout *layout);
    void buildStopPanel(QVBoxLayout *layout);
    void retranslate();
    void retranslateCards();
    void retranslateChoices();
    void decorate();
    void answer(int choice);
    void showStopBar(bool isAsking);
    void askToStop();
    void keepAsking();
    void stop();
    [[nodiscard]] bool isKnown() const;
    [[nodiscard]] bool isRecommended(int choice) const;

    shell::Prompt m_prompt;
    PromptContext m_context;
    bool m_isAnswered = false;
    bool m_isCompact = false;
    Arrangement m_arrangement;
    bool m_isArranging = false; ///< a layout that arrange() causes does not arrange again
    InputGuard *m_guard = nullptr;
    OrganisationMark *m_mark = nullptr;
    ScrollColumn *m_scroll = nullptr; ///< the question and what Kakuin says about it
    ScrollColumn *m_answers = nullptr;
    QBoxLayout *m_answerLayout = nullptr;
    QBoxLayout *m_buttonLayout = nullptr;
    GuardNotice *m_notice = nullptr;
    WrapLabel *m_title = nullptr;
    WrapLabel *m_position = nullptr;
    QWidget *m_serverBlock = nullptr;
    WrapLabel *m_serverText = nullptr;
    WrapLabel *m_meaning = nullptr;
    QList<CertificateCard *> m_cards;
    QLabel *m_arrow = nullptr;
    QList<ChoiceCard *> m_choices; ///< by index of the server's choices; null where the answer is in the menu
    QPushButton *m_toAll = nullptr;
    QMenu *m_toAllMenu = nullptr;
    WrapLabel *m_coverage = nullptr;
    QPushButton *m_stop = nullptr;
    MessageBar *m_stopBar = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_confirmStop = nullptr;
};

} // namespace kakuin::ui
