// SPDX-License-Identifier: MIT
#include "core/remote/wsmanshelldeletion.h"

#include "core/remote/pendingshutdowns.h"
#include "core/remote/wsmananswer.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

namespace kakuin::remote {
namespace {

using namespace std::chrono_literals;

constexpr auto deletionPatience = 10s;

} // namespace

void WsmanShellDeletion::leave(std::unique_ptr<HttpPoster> connection, Pending pending, const WsmanRequest &request,
    const QString &shell, const QUuid &message)
{
    connection->disconnect(); // whoever listened is gone
    auto *deletion = new WsmanShellDeletion(std::move(connection), pending, request, shell, message);
    PendingShutdowns::instance().add(deletion);
    if (pending == Pending::Nothing)
        deletion->remove();
}

WsmanShellDeletion::WsmanShellDeletion(std::unique_ptr<HttpPoster> connection, Pending pending,
    const WsmanRequest &request, const QString &shell, const QUuid &message)
    : QObject(QCoreApplication::instance()) // at the latest, it ends with the application
    , m_connection(std::move(connection))
    , m_pending(pending)
    , m_request(request)
    , m_shell(shell)
    , m_message(message)
{
    connect(m_connection.get(), &HttpPoster::answered, this,
        [this](int, const QByteArray &, const QByteArray &body) { take(body); });
    connect(m_connection.get(), &HttpPoster::failed, this, &QObject::deleteLater);
    QTimer::singleShot(deletionPatience, this, &QObject::deleteLater);
}

void WsmanShellDeletion::take(const QByteArray &body)
{
    if (m_pending == Pending::Delete) {
        deleteLater();
        return;
    }
    if (m_pending == Pending::Create) {
        const auto answer = parseAnswer(body.size() <= mostControlBytes ? body : QByteArray());
        m_shell = answer ? answer->shell : QString();
    }
    remove();
}

void WsmanShellDeletion::remove()
{
    if (m_shell.isEmpty()) { // the server has not made it
        deleteLater();
        return;
    }
    m_pending = Pending::Delete;
    m_connection->post(m_request.remove(m_message, m_shell), WsmanRequest::controlTimeout);
}

} // namespace kakuin::remote
