// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <deque>
#include <functional>

class QWidget;

namespace kakuin::tour {

/// Steps through windows, one after the other, and pictures of them on the way.
/// Shape:   act(), wait() and picture() add steps; start() begins with the first and returns. Between two steps the
///          windows have a moment to settle. A step that waits for more than a minute ends the walk. finished() is
///          emitted once, after start() has returned.
/// Errors:  InvalidArgument (subject: the step whose time ran out), FileUnwritable (subject: the picture).
/// Threads: the GUI thread; no nested event loop.
class PictureWalk final : public QObject {
    Q_OBJECT
public:
    explicit PictureWalk(QString folder, QObject *parent = nullptr);

    /// Ends the names of all steps and pictures that are added from now on.
    void setSuffix(const QString &suffix) { m_suffix = suffix; }

    void act(std::function<void()> what);
    /// Waits until `ready` holds; then, at once, `what`.
    void wait(
        const QString &name, std::function<bool()> ready, std::function<void()> what = [] {});
    /// Waits until `find` gives a visible widget, then writes it to "<folder>/<name><suffix>.png".
    void picture(const QString &name, const std::function<QWidget *()> &find);

    void start();

Q_SIGNALS:
    void pictureWritten(const QString &path);
    void finished(const kakuin::Result<void> &outcome);

private:
    struct Step {
        QString name;
        std::function<bool()> ready;
        std::function<void()> what;
    };
    void look();
    void save(const QString &path, QWidget *widget);
    void end(const Result<void> &outcome);

    QString m_folder;
    QString m_suffix;
    std::deque<Step> m_steps;
    QTimer m_timer;
    QElapsedTimer m_waiting;
};

} // namespace kakuin::tour
