// SPDX-License-Identifier: MIT
#pragma once

#include "ui/prompts/answerbutton.h"

#include <QtWidgets/QWidget>

class QBoxLayout;

namespace kakuin::ui {

class WrapLabel;

/// What Kakuin says beside an answer: whether it is recommended, whether it is the server's default, what it leads to.
class ChoiceWords final : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceWords(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ChoiceWords)

    WrapLabel *title; ///< the server's label again, where the words do not stand beside the button
    WrapLabel *mark;
    WrapLabel *remark;
    WrapLabel *consequence;
};

/// An answer: the server's label on a button, Kakuin's words beside it.
/// Shape:  setCompact() leaves the button alone; words() then stand where the owner puts them, until they are taken back.
class ChoiceCard final : public QWidget {
    Q_OBJECT
public:
    explicit ChoiceCard(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ChoiceCard)

    [[nodiscard]] AnswerButton *button() const { return m_button; }
    [[nodiscard]] ChoiceWords *words() const { return m_words; }

    void setLabel(const QString &label, QChar accelerator);
    void setConsequence(const QString &text);
    /// Text of the mark beside the title ("Recommended"); empty: none, and no frame in its colour.
    void setRecommendation(const QString &mark);
    /// A quiet word beside the title ("The server's default").
    void setRemark(const QString &remark);

    void setCompact(bool isCompact);
    /// Button at the right, words at the left.
    void setMirrored(bool isMirrored);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    AnswerButton *m_button = nullptr;
    ChoiceWords *m_words = nullptr;
    QBoxLayout *m_row = nullptr;
    bool m_isCompact = false;
};

} // namespace kakuin::ui
