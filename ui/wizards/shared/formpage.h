// SPDX-License-Identifier: MIT
#pragma once

#include "ui/wizards/shared/wizardpage.h"

#include <QtCore/QHash>

class QCheckBox;
class QRadioButton;
class QVBoxLayout;

namespace kakuin::ui {

class MessageBar;

/// A page that is a form: headings, choices with a note beneath each, a bar that says what stands in the way.
/// Shape:  a subclass adds parts in its constructor and sets their words in retranslate(); showProblems() keeps the bar
///         and isComplete() in step.
class FormPage : public WizardPage {
    Q_OBJECT
public:
    [[nodiscard]] bool isComplete() const override { return m_isComplete; }

protected:
    /// A radio button or check box and the note beneath it.
    template <class Button>
    struct Noted {
        Button *button = nullptr;
        WrapLabel *note = nullptr;

        void setTexts(const QString &text, const QString &explanation) const
        {
            button->setText(text);
            note->setPlainText(explanation);
            note->setVisible(!explanation.isEmpty());
        }
    };
    using Choice = Noted<QRadioButton>;
    using Option = Noted<QCheckBox>;

    /// `name` is the page's object name; the problem bar is "<name>ProblemBar".
    explicit FormPage(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *content() const { return m_content; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    WrapLabel *addHeading(const char *name);
    WrapLabel *addNote(const char *name);
    Choice addChoice(const char *name);
    Option addOption(const char *name, bool isIndented = false);
    /// A widget on a line of its own, as far in as the notes.
    void addIndented(QWidget *widget);
    /// `hidden` problems stop the person without being written out (nothing has been chosen yet).
    void showProblems(QStringList problems, bool isHidden = false);

    static constexpr int noteIndent = 24;

private:
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    MessageBar *m_problems = nullptr;
    bool m_hasHeading = false;
    bool m_isComplete = false;
};

} // namespace kakuin::ui
