// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <deque>
#include <functional>

class QWidget;

namespace kakuin::app {

/// Goes through the program's real windows by itself, as a person would, and writes pictures of them.
/// Shape:   steps wait until what they need is on screen, then act; the first one that waits for more than a minute
///          ends the walk. finished() is emitted once.
/// Errors:  InvalidArgument (subject: the step that waited in vain), FileUnwritable (subject: the picture).
/// Threads: the GUI thread; no nested event loop.
class PictureWalk final : public QObject {
    Q_OBJECT
public:
    PictureWalk(QString folder, QObject *parent = nullptr);

    /// Waits until `ready` holds, then runs `act`.
    void add(const QString &name, std::function<bool()> ready, std::function<void()> act);
    /// Waits until `find` gives a visible widget, then writes it to "<folder>/<name>.png".
    void addPicture(const QString &name, const std::function<QWidget *()> &find);
    void start();
    [[nodiscard]] QStringList pictures() const { return m_pictures; }

Q_SIGNALS:
    void finished(const kakuin::Result<void> &outcome);

private:
    struct Step {
        QString name;
        std::function<bool()> ready;
        std::function<void()> act;
    };
    void look();
    void save(const QString &name, QWidget *widget);
    void end(const Result<void> &outcome);

    QString m_folder;
    std::deque<Step> m_steps;
    QStringList m_pictures;
    QTimer m_timer;
    QElapsedTimer m_waiting;
};

} // namespace kakuin::app
