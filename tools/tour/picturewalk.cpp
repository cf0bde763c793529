// SPDX-License-Identifier: MIT
#include "tools/tour/picturewalk.h"

#include <QtCore/QDir>
#include <QtGui/QPixmap>
#include <QtWidgets/QWidget>

#include <chrono>

namespace kakuin::tour {
namespace {

// Between two looks layouts settle and animations end; a minute is far beyond any step on a slow machine
constexpr std::chrono::milliseconds lookEvery{150};
constexpr std::chrono::milliseconds longestWait{60'000};

} // namespace

PictureWalk::PictureWalk(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &PictureWalk::look);
}

void PictureWalk::act(std::function<void()> what)
{
    m_steps.push_back({{}, [] { return true; }, std::move(what)});
}

void PictureWalk::wait(const QString &name, std::function<bool()> ready, std::function<void()> what)
{
    m_steps.push_back({name + m_suffix, std::move(ready), std::move(what)});
}

void PictureWalk::picture(const QString &name, const std::function<QWidget *()> &find)
{
    const QString path = QDir(m_folder).filePath(name + m_suffix + QStringLiteral(".png"));
    wait(
        name, [find] { return find() != nullptr && find()->isVisible(); }, [this, path, find] { save(path, find()); });
}

void PictureWalk::start()
{
    m_waiting.start();
    m_timer.start();
}

void PictureWalk::look()
{
    if (m_steps.empty()) {
        end({});
    } else if (m_steps.front().ready()) {
        const Step step = std::move(m_steps.front());
        m_steps.pop_front();
        m_waiting.restart();
        step.what();
    } else if (std::chrono::milliseconds(m_waiting.elapsed()) > longestWait) {
        end(fail(ErrorCode::InvalidArgument, m_steps.front().name));
    }
}

void PictureWalk::save(const QString &path, QWidget *widget)
{
    if (QDir().mkpath(m_folder) && widget->grab().save(path))
        Q_EMIT pictureWritten(path);
    else
        end(fail(ErrorCode::FileUnwritable, path));
}

void PictureWalk::end(const Result<void> &outcome)
{
    m_timer.stop();
    m_steps.clear();
    Q_EMIT finished(outcome);
}

} // namespace kakuin::tour
