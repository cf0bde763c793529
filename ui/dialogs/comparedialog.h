// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/latestonly.h"
#include "core/findings/evaluation.h"
#include "core/x509/description.h"
#include "models/certificatechoices.h"
#include "models/fieldlistmodel.h"

#include <QtWidgets/QDialog>

#include <array>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace kakuin::models {
class ComparisonModel;
}

namespace kakuin::ui {

class CertificatePicker;
class ComparisonRows;
class MessageBar;
class WrapLabel;

/// Two certificates field by field: a generation and its successor at first, any two by choice.
/// Shape:  the cheap fields are there at once; x509::describe() of both runs on the thread pool, and only the newest
///         answers count. Extensions are compared when both are described.
class CompareDialog final : public QDialog {
    Q_OBJECT
public:
    /// Without `right` (a null thumbprint) the pair is made of `left` and its successor or predecessor.
    CompareDialog(const findings::EvaluationPtr &evaluation, const domain::CertificateId &left,
        const domain::CertificateId &right, const QDateTime &nowUtc, QWidget *parent = nullptr);
    ~CompareDialog() override;
    Q_DISABLE_COPY_MOVE(CompareDialog)

    [[nodiscard]] const models::ComparisonModel &model() const { return *m_model; }

protected:
    void changeEvent(QEvent *event) override;

private:
    /// Left or right.
    struct Side final {
        QLabel *label = nullptr;
        CertificatePicker *picker = nullptr;
        QPlainTextEdit *value = nullptr;
        LatestOnly latest;
        QByteArray der; ///< whose description is there or under way
        std::optional<x509::CertificateDescription> description;
    };
    void buildPickers();
    void buildTable();
    void buildLayout();
    void connectParts();
    void describe(Side &side);
    void swapSides();
    void fill();
    void showSummary();
    void showWhole();
    void choose(const QString &id);
    void copyRows(QList<int> rows);
    void copySelected();
    void retranslate();

    findings::EvaluationPtr m_evaluation; ///< what the certificates of the pickers are in
    QDateTime m_nowUtc;
    models::CertificateChoices m_choices;
    std::array<Side, 2> m_sides;
    models::ComparisonModel *m_model = nullptr;
    ComparisonRows *m_rows = nullptr;
    QString m_chosen; ///< id of the field that the person chose

    WrapLabel *m_title = nullptr;
    QPushButton *m_swap = nullptr;
    WrapLabel *m_summary = nullptr;
    QCheckBox *m_onlyDifferences = nullptr;
    MessageBar *m_message = nullptr;
    QTreeView *m_table = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_copyAll = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace kakuin::ui
