// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QPointer>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>

#include <functional>

namespace kakuin::testkit {

/// BER as LDAP uses it: one tag, a definite length, the content.
[[nodiscard]] QByteArray ber(int tag, const QByteArray &content);
[[nodiscard]] QByteArray berNumber(int value, int tag = 0x02);
[[nodiscard]] QByteArray berText(const QByteArray &text);

/// A directory that does what none should: TLS and enough of LDAP that a client believes it.
/// Shape:   listen(), then every sign-in succeeds and every search is answered by what setAnswer() says: bytes to send,
///          made from the message id. Nothing: silence.
class HostileDirectory final : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<QByteArray(int messageId)>;

    [[nodiscard]] Result<void> listen(bool hasTls = true);
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    /// To the sign-in, instead of success.
    void setSignInAnswer(Answer answer) { m_signInAnswer = std::move(answer); }
    void drop();
    [[nodiscard]] int searches() const { return m_searches; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] const QByteArray &received() const { return m_received; }

    /// One message (RFC 4511 4.1.1), with controls where there are any.
    [[nodiscard]] static QByteArray message(int id, const QByteArray &operation, const QByteArray &controls = {});
    [[nodiscard]] static QByteArray result(int tag, int code, const QByteArray &referral = {});
    [[nodiscard]] static QByteArray entry(const QByteArray &dn, const QByteArray &attribute, const QByteArray &value);
    /// SearchResultDone of a page.
    [[nodiscard]] static QByteArray endOfPage(int id, const QByteArray &cookie);

private:
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &message);

    QTemporaryDir m_folder;
    std::unique_ptr<QTcpServer> m_server;
    QList<QPointer<QTcpSocket>> m_sockets;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QByteArray m_received;
    Answer m_answer;
    Answer m_signInAnswer;
    int m_searches = 0;
    int m_connections = 0;
};

} // namespace kakuin::testkit
