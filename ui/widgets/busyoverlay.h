// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace kakuin::ui {

/// Covers a widget while work for it runs: what happens, how far it is, Cancel.
/// Shape:  a child of the widget that it covers; follows its size. start(text) … setProgress(done, total) … stop().
///         After Cancel the button says so and waits for stop(): cancelling can take a moment.
class BusyOverlay final : public QWidget {
    Q_OBJECT
public:
    explicit BusyOverlay(QWidget *covered);
    Q_DISABLE_COPY_MOVE(BusyOverlay)

    void start(const QString &text);
    void setText(const QString &text);
    /// total 0: not known how much there is.
    void setProgress(int done, int total);
    void stop();
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    void setCancellable(bool isCancellable);

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void cancel();
    void retranslate();

    QLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    bool m_isBusy = false;
    bool m_isCancelling = false;
};

} // namespace kakuin::ui
