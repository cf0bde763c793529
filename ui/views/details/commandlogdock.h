// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/commandlog.h"

#include <QtCore/QPointer>
#include <QtWidgets/QDockWidget>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace kakuin::models {
class CommandLogModel;
}

namespace kakuin::ui {

class CommandLogProxy;
class FileSaver;
class MessageBar;

/// Every command as it ran: when, for how long, what came of it; the chosen one whole beneath.
/// Shape:  follows the newest command while the newest is in view; a row that was chosen stays chosen. Save writes the
///         rows that the filter shows: a path that ends in .ps1 gets a script, any other text. Its widgets are made when it
///         is first shown.
class CommandLogDock final : public QDockWidget {
    Q_OBJECT
public:
    explicit CommandLogDock(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(CommandLogDock)

    /// Null: no session is open. The log may die first.
    void setLog(session::CommandLog *log);
    /// What Save would write.
    [[nodiscard]] QByteArray contentFor(const QString &path) const;
    void setVisible(bool visible) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void connectButtons();
    void onCurrentChanged();
    void updateButtons();
    void retranslate();
    [[nodiscard]] QList<session::CommandRecord> shownRecords() const;

    QPointer<session::CommandLog> m_log;
    models::CommandLogModel *m_model = nullptr;
    CommandLogProxy *m_proxy = nullptr;
    QLineEdit *m_filter = nullptr;
    MessageBar *m_message = nullptr;
    QTreeView *m_table = nullptr;
    QPlainTextEdit *m_detail = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_clear = nullptr;
    FileSaver *m_saver = nullptr;
    bool m_followsNewest = true; ///< the end of the list was in view before the newest command came
};

} // namespace kakuin::ui
