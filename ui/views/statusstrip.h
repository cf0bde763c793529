// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QStatusBar>

class QLabel;
class QProgressBar;
class QToolButton;

namespace kakuin::ui {

class OrganisationFeed;

/// The status bar: what one is connected to, how much of it, read when; progress with Cancel in place; the command
/// log's button with the number of commands.
class StatusStrip final : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusStrip(OrganisationFeed &feed, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(StatusStrip)

    /// The button follows the dock, however that was opened.
    void setCommandLogShown(bool isShown);

Q_SIGNALS:
    void commandLogToggled(bool isShown);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateProgress();
    void showCommandCount();
    [[nodiscard]] QString summary() const;

    OrganisationFeed &m_feed;
    QLabel *m_summary = nullptr;
    QLabel *m_activity = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
    QToolButton *m_commands = nullptr;
};

} // namespace kakuin::ui
