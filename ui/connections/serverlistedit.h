// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtWidgets/QWidget>

class QPlainTextEdit;
class QToolButton;

namespace kakuin::ui {

/// Names of servers, one a line, typed or taken from a file.
/// Shape:   an imported or dropped list is added to what is there, without repeating anything.
/// Errors:  importFailed() with those of connection::serverListFromFile(); what was there is as it was.
class ServerListEdit final : public QWidget {
    Q_OBJECT
public:
    explicit ServerListEdit(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ServerListEdit)

    void setServers(const QStringList &servers);
    [[nodiscard]] QStringList servers() const;
    void setPlaceholder(const QString &text);
    void importFrom(const QString &path);

Q_SIGNALS:
    void edited();
    void importFailed(const kakuin::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void browse();
    void retranslate();

    QPlainTextEdit *m_lines;
    QToolButton *m_import;
};

} // namespace kakuin::ui
