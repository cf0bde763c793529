// SPDX-License-Identifier: MIT
#pragma once

#include "core/remote/httpposter.h"
#include "core/remote/wsmanrequest.h"

namespace kakuin::remote {

/// Deletes a shell on a server for a transport that is gone.
/// Shape:   leave() takes the connection over with what is still unanswered on it. When the shell was only being
///          created, its answer is waited for, because the shell's name is in it. Ends by itself: when the server has
///          answered, when the connection breaks, or after ten seconds.
class WsmanShellDeletion final : public QObject {
    Q_OBJECT
public:
    enum class Pending { Nothing, Create, Delete, Another };
    static void leave(std::unique_ptr<HttpPoster> connection, Pending pending, const WsmanRequest &request,
        const QString &shell, const QUuid &message);

private:
    WsmanShellDeletion(std::unique_ptr<HttpPoster> connection, Pending pending, const WsmanRequest &request,
        const QString &shell, const QUuid &message);
    void take(const QByteArray &body);
    void remove();

    std::unique_ptr<HttpPoster> m_connection;
    Pending m_pending;
    WsmanRequest m_request;
    QString m_shell;
    QUuid m_message;
};

} // namespace kakuin::remote
