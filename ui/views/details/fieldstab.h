// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/latestonly.h"
#include "core/x509/description.h"
#include "text/certificatecontext.h"

#include <QtWidgets/QWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace kakuin::models {
class FieldListModel;
}

namespace kakuin::ui {

class MessageBar;

/// Every field and extension of a certificate, with a filter, and the chosen value whole beneath.
/// Shape:  the cheap part is there at once; x509::describe() runs on the thread pool when the tab is looked at, and
///         only the newest answer counts. The chosen field stays chosen from one certificate to the next.
class FieldsTab final : public QWidget {
    Q_OBJECT
public:
    explicit FieldsTab(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FieldsTab)

    void show(const CertificateContext &context);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void describe();
    void fill();
    void onCurrentChanged();
    void retranslate();
    [[nodiscard]] QString currentId() const;
    void choose(const QString &id);

    std::optional<CertificateContext> m_context;
    std::optional<x509::CertificateDescription> m_description;
    QByteArray m_describedDer; ///< whose description is there or under way
    LatestOnly m_latest;
    QString m_chosen; ///< id of the field that the person chose

    models::FieldListModel *m_model = nullptr;
    QSortFilterProxyModel *m_filtered = nullptr;
    QLineEdit *m_filter = nullptr;
    MessageBar *m_message = nullptr;
    QTreeView *m_tree = nullptr;
    QPlainTextEdit *m_value = nullptr;
    QPushButton *m_copyValue = nullptr;
    QPushButton *m_copyAll = nullptr;
};

} // namespace kakuin::ui
