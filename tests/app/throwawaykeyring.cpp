// SPDX-License-Identifier: MIT
#include "throwawaykeyring.h"

#include "tests/testkit/await.h"

#include <QtCore/QFile>
#include <QtCore/QLibrary>
#include <QtCore/QStandardPaths>
#include <QtDBus/QDBusArgument>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusConnectionInterface>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusVariant>
#include <QtDBus/QDBusVirtualObject>
#include <QtTest/QTest>

#include <csignal>
#include <cstdio>

namespace kakuin::testkit {

using namespace Qt::StringLiterals;

namespace {

const QString secrets = u"org.freedesktop.secrets"_s;
constexpr QByteArrayView keyringPassword = "the keyring's own password";
const QString prompterName = u"org.gnome.keyring.SystemPrompter"_s;

// no <servicedir>: what is not started by the test is not there
constexpr QByteArrayView busConfiguration
    = "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\"\n"
      " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
      "<busconfig><type>session</type><listen>unix:dir=FOLDER</listen><auth>EXTERNAL</auth><policy context=\"default\">"
      "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>"
      "</policy></busconfig>\n";

QDBusConnection bus()
{
    return QDBusConnection(u"throwaway"_s);
}

QDBusObjectPath keyring()
{
    return QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s);
}

/// A secret as the Secret Service takes it in a session that encrypts nothing.
struct PlainSecret final {
    QDBusObjectPath session;
    QByteArray text;
};

QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << QByteArray() << secret.text << u"text/plain"_s;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &secret)
{
    QByteArray parameters;
    QString contentType;
    argument.beginStructure();
    argument >> secret.session >> parameters >> secret.text >> contentType;
    argument.endStructure();
    return argument;
}

Result<QVariantList> call(const QString &interface, const QString &method, const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(secrets, u"/org/freedesktop/secrets"_s, interface, method);
    message.setArguments(arguments);
    const QDBusMessage reply = bus().call(message, QDBus::Block, foreignPatienceMs);
    if (reply.type() != QDBusMessage::ReplyMessage)
        return fail(ErrorCode::Internal, method, reply.errorMessage());
    return reply.arguments();
}

Result<void> ended(QProcess &process)
{
    process.kill();
    if (process.state() == QProcess::NotRunning || process.waitForFinished(foreignPatienceMs))
        return {};
    return fail(ErrorCode::Internal, process.program(), process.errorString());
}

Result<void> saidBy(QProcess &process)
{
    return fail(ErrorCode::Internal, process.program(), QString::fromUtf8(process.readAllStandardError()));
}

} // namespace

/// The window that asks for the keyring's password, and stays.
class ThrowawayKeyring::Prompter final : public QDBusVirtualObject {
public:
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        m_isAsked = m_isAsked || message.member() == u"BeginPrompting"_s;
        connection.send(message.createReply());
        return true;
    }
    [[nodiscard]] bool isAsked() const { return m_isAsked; }

private:
    bool m_isAsked = false;
};

ThrowawayKeyring::ThrowawayKeyring() = default;

ThrowawayKeyring::~ThrowawayKeyring()
{
    dismissQuestions();
    QDBusConnection::disconnectFromBus(u"throwaway"_s);
    for (QProcess *process : {&m_service, &m_bus}) {
        if (const auto done = ended(*process); !done)
            qWarning("%s does not end", qPrintable(done.error().subject));
    }
}

bool ThrowawayKeyring::isInstalled()
{
    // QtKeychain finds the library in the same way
    return QLibrary(u"secret-1"_s, 0).load() && !QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()
        && !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty();
}

Result<void> ThrowawayKeyring::startBus()
{
    QFile file(m_folder.filePath(u"session.conf"_s));
    const QByteArray text = busConfiguration.toByteArray().replace("FOLDER", m_folder.path().toUtf8());
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
        return fail(ErrorCode::FileUnwritable, file.fileName(), file.errorString());
    m_bus.start(u"dbus-daemon"_s, {u"--config-file"_s, file.fileName(), u"--nofork"_s, u"--print-address"_s});
    if (!m_bus.waitForReadyRead(foreignPatienceMs))
        return saidBy(m_bus);
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    // with these QtKeychain takes the Secret Service
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    const auto connection = QDBusConnection::connectToBus(QString::fromUtf8(address), u"throwaway"_s);
    if (!connection.isConnected())
        return fail(ErrorCode::Internal, u"dbus-daemon"_s, connection.lastError().message());
    return {};
}

Result<void> ThrowawayKeyring::startService()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name :
        {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, m_folder.path());
    m_service.setProcessEnvironment(environment);
    m_service.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    m_service.write(keyringPassword.toByteArray());
    m_service.closeWriteChannel();
    return waitForService(true);
}

Result<void> ThrowawayKeyring::stopService()
{
    if (auto done = ended(m_service); !done)
        return done;
    return waitForService(false);
}

Result<void> ThrowawayKeyring::waitForService(bool isThere)
{
    const auto isSo = [this, isThere] {
        const bool hasFailed = isThere && m_service.state() == QProcess::NotRunning;
        return hasFailed || bus().interface()->isServiceRegistered(secrets) == isThere;
    };
    if (!QTest::qWaitFor(isSo, foreignPatienceMs) || (isThere && m_service.state() == QProcess::NotRunning))
        return saidBy(m_service);
    return {};
}

void ThrowawayKeyring::freeze()
{
    ::kill(static_cast<pid_t>(m_service.processId()), SIGSTOP);
}

void ThrowawayKeyring::thaw()
{
    ::kill(static_cast<pid_t>(m_service.processId()), SIGCONT);
}

Result<void> ThrowawayKeyring::lock()
{
    const auto done = call(
        u"org.freedesktop.Secret.Service"_s, u"Lock"_s, {QVariant::fromValue(QList<QDBusObjectPath>{keyring()})});
    return done.transform([](const QVariantList &) {});
}

Result<void> ThrowawayKeyring::unlock()
{
    qDBusRegisterMetaType<PlainSecret>();
    const auto session = call(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
        {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    return session
        .and_then([](const QVariantList &answer) {
            const PlainSecret secret{answer.value(1).value<QDBusObjectPath>(), keyringPassword.toByteArray()};
            return call(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
                {QVariant::fromValue(keyring()), QVariant::fromValue(secret)});
        })
        .transform([](const QVariantList &) {});
}

Result<void> ThrowawayKeyring::leaveQuestionsOpen()
{
    m_prompter = std::make_unique<Prompter>();
    const bool isThere = bus().registerVirtualObject(u"/org/gnome/keyring/Prompter"_s, m_prompter.get())
        && bus().registerService(prompterName);
    return isThere ? Result<void>() : fail(ErrorCode::Internal, prompterName, bus().lastError().message());
}

bool ThrowawayKeyring::isAsking() const
{
    return m_prompter && m_prompter->isAsked();
}

void ThrowawayKeyring::dismissQuestions()
{
    if (!m_prompter)
        return;
    bus().unregisterService(prompterName);
    bus().unregisterObject(u"/org/gnome/keyring/Prompter"_s);
    m_prompter.reset();
}

} // namespace kakuin::testkit
