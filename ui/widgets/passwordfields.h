// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/secret.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;

namespace kakuin::ui {

/// A password, twice where a new one is chosen, with its quality in words. Nothing of it is kept but in the fields.
class PasswordFields final : public QWidget {
    Q_OBJECT
public:
    /// `name` begins the object names: "<name>PasswordEdit", "<name>RepeatEdit".
    PasswordFields(const QString &name, bool isNew, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(PasswordFields)

    [[nodiscard]] Secret password() const;
    /// Whether both fields agree; always for a password that exists already.
    [[nodiscard]] bool isRepeated() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showQuality();
    void retranslate();

    QLabel *m_label = nullptr;
    QLineEdit *m_edit = nullptr;
    QLabel *m_quality = nullptr;
    QLabel *m_repeatLabel = nullptr; ///< null for an existing password
    QLineEdit *m_repeat = nullptr;
};

} // namespace kakuin::ui
