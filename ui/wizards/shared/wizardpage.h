// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QWidget>

class QLabel;

namespace kakuin::ui {

/// One page of a task wizard: shows a part of a draft and writes back what the person changes. It decides nothing.
class WizardPage : public QWidget {
    Q_OBJECT
public:
    explicit WizardPage(QWidget *parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString subtitle() const = 0; ///< may be empty
    /// Whether one may go on from here.
    [[nodiscard]] virtual bool isComplete() const { return true; }
    /// The page is about to be shown.
    virtual void enter() { }

Q_SIGNALS:
    /// Title or completeness may have changed.
    void changed();

protected:
    virtual void retranslate() = 0;
    virtual void decorate() { }
    void changeEvent(QEvent *event) override;

    /// A label for whole sentences: plain text, wrapped.
    [[nodiscard]] static QLabel *sentence(QWidget *parent, const QString &objectName);
    /// The same in the muted, smaller form for what explains something else; call decorateNote() when fonts change.
    static void decorateNote(QLabel *label);
};

} // namespace kakuin::ui
