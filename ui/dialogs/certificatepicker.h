// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/evaluation.h"
#include "models/certificatechoices.h"

#include <QtCore/QDateTime>
#include <QtWidgets/QComboBox>

namespace kakuin::ui {

/// One certificate of an inventory, chosen from a list or by typing part of its name, server or thumbprint.
/// Shape:  text that names no certificate is taken back. The owner sets the accessible name.
class CertificatePicker final : public QComboBox {
    Q_OBJECT
public:
    /// `choices` must outlive the picker; several pickers may share it. They are marked by the evaluation.
    CertificatePicker(models::CertificateChoices &choices, const findings::EvaluationPtr &evaluation,
        const QDateTime &nowUtc, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CertificatePicker)

    /// A null thumbprint, or one that is not there: nothing is chosen.
    void choose(const domain::CertificateId &id);
    [[nodiscard]] const domain::Certificate *certificate() const;
    [[nodiscard]] domain::CertificateId id() const;

Q_SIGNALS:
    void chosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void restoreText();
    models::CertificateChoices &m_choices;
};

} // namespace kakuin::ui
