// SPDX-License-Identifier: MIT
#include "app/secretservice.h"

#include "core/base/whendone.h"

#ifdef KAKUIN_HAS_SECRET_SERVICE
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#endif

namespace kakuin::app {

using namespace Qt::StringLiterals;

#ifdef KAKUIN_HAS_SECRET_SERVICE

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;
using Promise = std::shared_ptr<QPromise<Result<SecretServiceState>>>;

void settle(const Promise &promise, const Result<SecretServiceState> &state)
{
    promise->addResult(state);
    promise->finish();
}

/// f(reply) when it has come. The watcher belongs to the call, not to who asks: the promise outlives both.
template <class... Types, class F>
void whenAnswered(const QDBusPendingCall &call, F &&f)
{
    auto *watcher = new QDBusPendingCallWatcher(call);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, callback = std::forward<F>(f)] {
        watcher->deleteLater();
        callback(QDBusPendingReply<Types...>(*watcher));
    });
}

void searchItems(const Promise &promise, const Attributes &attributes)
{
    qDBusRegisterMetaType<Attributes>();
    auto search = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
        u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    search.setAutoStartService(false);
    search << QVariant::fromValue(attributes);
    // the answer: paths of items that are open, paths of items that are locked
    whenAnswered<Paths, Paths>(
        QDBusConnection::sessionBus().asyncCall(search), [promise](const QDBusPendingReply<Paths, Paths> &found) {
            if (found.isError())
                return settle(promise, fail(ErrorCode::KeychainRefused, {}, found.error().message()));
            settle(promise, found.argumentAt<1>().isEmpty() ? SecretServiceState::Open : SecretServiceState::Locked);
        });
}

bool isWallet(const QString &name)
{
    return name == u"org.kde.kwalletd6"_s || name == u"org.kde.kwalletd5"_s || name == u"org.kde.kwalletd"_s;
}

} // namespace

QFuture<Result<SecretServiceState>> secretServiceState(const Attributes &attributes)
{
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return readyFuture<SecretServiceState>(SecretServiceState::Absent);
    const auto promise = std::make_shared<QPromise<Result<SecretServiceState>>>();
    promise->start();
    const auto list = QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, u"ListNames"_s);
    whenAnswered<QStringList>(bus.asyncCall(list), [promise, attributes](const QDBusPendingReply<QStringList> &reply) {
        if (reply.isError())
            return settle(promise, fail(ErrorCode::KeychainRefused, {}, reply.error().message()));
        const QStringList names = reply.value();
        if (names.contains(u"org.freedesktop.secrets"_s))
            return searchItems(promise, attributes);
        const bool hasWallet = std::any_of(names.begin(), names.end(), isWallet);
        settle(promise, hasWallet ? SecretServiceState::Open : SecretServiceState::Absent);
    });
    return promise->future();
}

#else

QFuture<Result<SecretServiceState>> secretServiceState(const QMap<QString, QString> &)
{
    return readyFuture<SecretServiceState>(SecretServiceState::Open);
}

#endif

} // namespace kakuin::app
