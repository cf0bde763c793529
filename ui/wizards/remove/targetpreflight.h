// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/removedraft.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kakuin::ui {

class WrapLabel;

/// The pre-flight of one certificate: a row for everything that was found, one line for all that is clear, the choice
/// of the replacement and of the backup.
class TargetPreflight final : public QWidget {
    Q_OBJECT
public:
    TargetPreflight(plan::RemoveDraft &draft, domain::CertificateId id, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TargetPreflight)

Q_SIGNALS:
    void mendRequested(kakuin::plan::Mend mend, const kakuin::domain::CertificateId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        plan::PreflightItem item;
        QLabel *mark = nullptr;
        WrapLabel *title = nullptr;
        WrapLabel *finding = nullptr;
        WrapLabel *evidence = nullptr;
        WrapLabel *mend = nullptr;
        QPushButton *button = nullptr; ///< null where Kakuin cannot mend it
    };
    void addRow(const plan::PreflightItem &item);
    void addReplacement();
    void addBackup();
    void chooseBackup();
    void writeBackup();
    void fillReplacements();
    void retranslate();
    void decorate();

    plan::RemoveDraft &m_draft;
    domain::CertificateId m_id;
    plan::RemoveDraft::Target m_target;
    QGridLayout *m_grid = nullptr;
    WrapLabel *m_heading = nullptr;
    QList<Row> m_rows;
    QList<plan::RemovalCheck> m_clear;
    WrapLabel *m_clearLabel = nullptr;
    QComboBox *m_replacement = nullptr;
    QLabel *m_replacementLabel = nullptr;
    QCheckBox *m_backup = nullptr;
    QLineEdit *m_path = nullptr;
    QPushButton *m_browse = nullptr;
};

} // namespace kakuin::ui
