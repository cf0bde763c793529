// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/wraplabel.h"

#include <QtWidgets/QWidget>

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
    /// Whether there is anything to choose on the page; else it is passed over, in both directions.
    [[nodiscard]] virtual bool isNeeded() const { return true; }
    /// The page is about to be shown.
    virtual void enter() { }

Q_SIGNALS:
    /// Title or completeness may have changed.
    void changed();

protected:
    virtual void retranslate() = 0;
    virtual void decorate() { }
    void changeEvent(QEvent *event) override;

    [[nodiscard]] static WrapLabel *sentence(QWidget *parent, const QString &objectName,
        WrapLabel::Look look = WrapLabel::Look::Body, Tone tone = Tone::Plain);
    /// The muted, smaller form for what explains something else.
    [[nodiscard]] static WrapLabel *note(QWidget *parent, const QString &objectName);
};

} // namespace kakuin::ui
