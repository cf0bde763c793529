// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/latestonly.h"
#include "core/session/workspace.h"

#include <QtWidgets/QWidget>

#include <memory>

namespace Ui {
class LeftToDoPanel;
}

namespace kakuin::models {
class LeftToDoModel;
}

namespace kakuin::ui {

class LeftToDoRows;

/// What is left to do by server, with boxes for work by hand, the commands that do it, and the button of a task.
/// Shape:   follows each reading and each tick. Of the organisation it shows everything; of one operation everything but
///          the advice, which the result page shows itself.
/// Ticks:   a box shows what the journal holds. A tick that cannot be written says so, and the box stays as it was.
class LeftToDoPanel final : public QWidget {
    Q_OBJECT
public:
    explicit LeftToDoPanel(session::Workspace &workspace, QWidget *parent = nullptr);
    ~LeftToDoPanel() override;
    Q_DISABLE_COPY_MOVE(LeftToDoPanel)

    /// At least so much of the list is in view, where the panel lies on a page that scrolls. Units: device-independent pixels.
    void setListHeight(int least);
    /// Reads what is left; 0: of the whole organisation.
    void showOperation(qint64 operation);
    /// Whether there is something to show, or a reason why there is not.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] const plan::LeftToDo &left() const { return m_left; }
    [[nodiscard]] QString asText() const;

Q_SIGNALS:
    void changed(); ///< it was read
    void taskRequested(const kakuin::advice::Task &task);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void take(const Result<plan::LeftToDo> &left);
    void tick(const plan::LeftItem &item, bool isDone);
    [[nodiscard]] const plan::LeftItem *current() const;
    void showCurrent();
    void retranslate();

    session::Workspace &m_workspace;
    std::unique_ptr<Ui::LeftToDoPanel> m_form;
    models::LeftToDoModel *m_model = nullptr;
    LeftToDoRows *m_rows = nullptr;
    LatestOnly m_reading;
    qint64 m_operation = 0;
    plan::LeftToDo m_left;
    std::optional<Error> m_readError;
    std::optional<Error> m_tickError; ///< of the newest tick
};

} // namespace kakuin::ui
