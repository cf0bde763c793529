// SPDX-License-Identifier: MIT
#pragma once

#include "ui/views/matrixrows.h"

#include <QtCore/QPersistentModelIndex>
#include <QtWidgets/QWidget>

#include <array>

class QLabel;
class QMenu;
class QStackedLayout;
class QTableView;

namespace kakuin::ui {

class MatrixDelegate;

/// Servers down, roles of certificates across: what each server has, and for how long.
/// Shape:  a cell is a mark and days, the worst certificate first ("+1" for others; all of them in the tooltip and the
///         menu). A server that could not be read is a row with its reason. Sorted by server or by a column's expiry;
///         selection and place stay through refreshes.
/// Keys:   arrows move, Enter shows the certificate or server, the menu key lists the certificates of a cell and sorts.
class MatrixView final : public QWidget {
    Q_OBJECT
public:
    explicit MatrixView(QWidget *parent = nullptr);
    ~MatrixView() override;
    Q_DISABLE_COPY_MOVE(MatrixView)

    /// Null shows the empty page. Large inventories appear a moment later.
    void setEvaluation(const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc);
    /// The clock went on; cheap enough for every minute.
    void setNow(const QDateTime &nowUtc);
    /// Makes the cell that holds it current, or the server's where it has no role. While rows are being made, later.
    void select(const domain::CertificateId &id);
    [[nodiscard]] QTableView *table() const { return m_table; }
    /// What can be done with the current cell.
    void fillMenu(QMenu *menu);

Q_SIGNALS:
    void certificateRequested(const kakuin::domain::CertificateId &id);
    void serverRequested(const kakuin::domain::ServerId &id);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void retranslate();
    void onUpdated();
    void spanReasons();
    void measureColumns();
    void fitColumns();
    void updateBrevity();
    void request(const QModelIndex &index);
    bool choose(const domain::CertificateId &id);

    models::MatrixModel *m_model = nullptr;
    MatrixRows *m_rows = nullptr;
    QStackedLayout *m_stack = nullptr;
    QTableView *m_table = nullptr;
    MatrixDelegate *m_delegate = nullptr;
    QLabel *m_empty = nullptr;
    std::optional<domain::CertificateId> m_pending; ///< to be selected when its row has been made
    QPersistentModelIndex m_top; ///< first row in sight, over an update
    struct Widths final {
        int full = 0;
        int brief = 0;
    };
    std::array<Widths, models::MatrixModel::ColumnCount> m_widths; ///< what the columns need
    bool m_isFitting = false; ///< widths change by us, not by the person
    bool m_hasOwnWidths = false; ///< the person has chosen widths: they stay
};

} // namespace kakuin::ui
