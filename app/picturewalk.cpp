// SPDX-License-Identifier: MIT
#include "app/picturewalk.h"

#include <QtCore/QDir>
#include <QtGui/QPixmap>
#include <QtWidgets/QWidget>

namespace kakuin::app {
namespace {

using namespace std::chrono_literals;

// Between two looks layouts settle and animations end; a minute is far beyond any step on a slow machine
constexpr auto lookEvery = 150ms;
constexpr auto longestWait = 60s;

} // namespace

PictureWalk::PictureWalk(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &PictureWalk::look);
}

void PictureWalk::add(const QString &name, std::function<bool()> ready, std::function<void()> act)
{
    m_steps.push_back({name, std::move(ready), std::move(act)});
}

void PictureWalk::addPicture(const QString &name, const std::function<QWidget *()> &find)
{
    add(
        name, [find] { return find() != nullptr && find()->isVisible(); }, [this, name, find] { save(name, find()); });
}

void PictureWalk::start()
{
    if (!QDir().mkpath(m_folder)) {
        end(fail(ErrorCode::FileUnwritable, m_folder));
        return;
    }
    m_waiting.start();
    m_timer.start();
}

void PictureWalk::look()
{
    if (m_steps.empty()) {
        end({});
        return;
    }
    if (m_steps.front().ready()) {
        const Step step = std::move(m_steps.front());
        m_steps.pop_front();
        m_waiting.restart();
        step.act();
    } else if (m_waiting.elapsed() > std::chrono::milliseconds(longestWait).count()) {
        end(fail(ErrorCode::InvalidArgument, m_steps.front().name));
    }
}

void PictureWalk::save(const QString &name, QWidget *widget)
{
    const QString path = QDir(m_folder).filePath(name + QStringLiteral(".png"));
    if (widget->grab().save(path))
        m_pictures.append(path);
    else
        end(fail(ErrorCode::FileUnwritable, path));
}

void PictureWalk::end(const Result<void> &outcome)
{
    if (!m_timer.isActive() && m_waiting.isValid())
        return;
    m_timer.stop();
    m_steps.clear();
    Q_EMIT finished(outcome);
}

} // namespace kakuin::app
