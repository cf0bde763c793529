// SPDX-License-Identifier: MIT
#include "app/keychainpasswords.h"

#include "app/secretservice.h"
#include "core/base/whendone.h"

#include <QtCore/QTimer>
#include <qt6keychain/keychain.h>

#include <functional>

namespace kakuin::app {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.kakuin.Kakuin"_s;

enum class Kind { Read, Write, Remove };

/// One thing to be done in the keychain, until it has an answer. Read answers with the password, the others with an
/// empty one.
class Errand final : public QObject {
public:
    using Deliver = std::function<void(const Result<Secret> &)>;

    Errand(Kind kind, QString connection, Secret password, Deliver deliver, QObject *parent)
        : QObject(parent)
        , m_kind(kind)
        , m_connection(std::move(connection))
        , m_password(std::move(password))
        , m_deliver(std::move(deliver))
    {
    }

    [[nodiscard]] bool isSettled() const { return m_deliver == nullptr; }

    /// The job, not yet started. It has no parent: QtKeychain gives its address to the keychain's library, which uses
    /// it when the answer comes, however late. So it is never deleted by us; it deletes itself.
    [[nodiscard]] QKeychain::Job *makeJob()
    {
        QKeychain::Job *job = newJob();
        job->setKey(m_connection);
        job->setInsecureFallback(false);
        connect(job, &QKeychain::Job::finished, this, &Errand::onFinished);
        return job;
    }

    void settle(const Result<Secret> &result)
    {
        if (isSettled())
            return;
        std::exchange(m_deliver, nullptr)(result);
        forget();
    }

    void refuse(const QString &detail) { settle(fail(ErrorCode::KeychainRefused, m_connection, detail)); }

    void forget()
    {
        m_deliver = nullptr; // with its promise: whoever waits is told that it was cancelled
        m_password = Secret();
        deleteLater();
    }

private:
    [[nodiscard]] QKeychain::Job *newJob() const
    {
        switch (m_kind) {
        case Kind::Read:
            return new QKeychain::ReadPasswordJob(service);
        case Kind::Remove:
            return new QKeychain::DeletePasswordJob(service);
        case Kind::Write:
            break;
        }
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setTextData(m_password.text());
        return job;
    }

    void onFinished(QKeychain::Job *job)
    {
        switch (job->error()) {
        case QKeychain::NoError:
            return onSuccess(job);
        case QKeychain::EntryNotFound:
            if (m_kind != Kind::Write)
                return unlessDoubtful(Secret());
            break;
        case QKeychain::NoBackendAvailable:
        case QKeychain::NotImplemented:
            return settle(fail(ErrorCode::KeychainUnavailable, m_connection, job->errorString()));
        case QKeychain::OtherError:
            return unlessDoubtful(fail(ErrorCode::KeychainRefused, m_connection, job->errorString()));
        case QKeychain::CouldNotDeleteEntry:
        case QKeychain::AccessDeniedByUser:
        case QKeychain::AccessDenied:
            break;
        }
        refuse(job->errorString());
    }

    void onSuccess(QKeychain::Job *job)
    {
        if (m_kind == Kind::Remove)
            return unlessDoubtful(Secret());
        auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
        settle(read ? Secret(read->textData()) : Secret());
    }

    /// Settles with what QtKeychain said, corrected by what the Secret Service says about it.
    void unlessDoubtful(const Result<Secret> &said)
    {
        // the names under which QtKeychain keeps its key and its service
        const QMap<QString, QString> attributes{{u"user"_s, m_connection}, {u"server"_s, service}};
        whenDone(secretServiceState(attributes), this, [this, said](const Result<SecretServiceState> &state) {
            const bool isAbsent = state == Result<SecretServiceState>(SecretServiceState::Absent);
            if (!said && isAbsent)
                return settle(fail(ErrorCode::KeychainUnavailable, m_connection, said.error().detail));
            if (said && !state)
                return refuse(state.error().detail);
            if (said && *state == SecretServiceState::Locked)
                return refuse(u"locked"_s);
            settle(said);
        });
    }

    Kind m_kind;
    QString m_connection;
    Secret m_password;
    Deliver m_deliver; ///< empty once settled or cancelled
};

} // namespace

/// Gives the keychain one errand at a time. QtKeychain has a queue of its own, but nothing can be taken out of that
/// again: a password that was given up long ago would be written when a keychain that hung goes on.
class KeychainPasswords::Line final : public QObject {
public:
    explicit Line(std::chrono::milliseconds limit)
        : m_limit(limit)
    {
    }

    template <class T, class F>
    [[nodiscard]] QFuture<Result<T>> send(Kind kind, const QString &connection, const Secret &password, F convert)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto deliver = [promise, convert](const Result<Secret> &result) {
            promise->addResult(convert(result));
            promise->finish();
        };
        auto *errand = new Errand(kind, connection, password, deliver, this);
        const QFuture<Result<T>> future = promise->future();
        auto *watcher = new QFutureWatcher<Result<T>>(errand);
        connect(watcher, &QFutureWatcherBase::canceled, errand, &Errand::forget);
        watcher->setFuture(future);
        if (connection.contains(QChar::Null) || password.text().contains(QChar::Null))
            errand->refuse(u"null character"_s);
        else
            queue(errand);
        return future;
    }

private:
    void queue(Errand *errand)
    {
        QTimer::singleShot(m_limit, errand, [errand] { errand->refuse(u"no answer"_s); });
        m_waiting += errand;
        startNext();
    }

    void startNext()
    {
        while (!m_isBusy && !m_waiting.isEmpty()) {
            const QPointer<Errand> errand = m_waiting.takeFirst();
            if (!errand || errand->isSettled())
                continue;
            QKeychain::Job *job = errand->makeJob();
            m_isBusy = true;
            connect(job, &QKeychain::Job::finished, this, [this] {
                m_isBusy = false;
                startNext();
            });
            job->start();
        }
    }

    std::chrono::milliseconds m_limit;
    QList<QPointer<Errand>> m_waiting;
    bool m_isBusy = false; ///< the keychain has a job, though its errand may be settled
};

KeychainPasswords::KeychainPasswords(std::chrono::milliseconds limit)
    : m_line(std::make_unique<Line>(limit))
{
}

KeychainPasswords::~KeychainPasswords() = default;

QFuture<Result<Secret>> KeychainPasswords::read(const QString &connection)
{
    return m_line->send<Secret>(Kind::Read, connection, Secret(), [](const Result<Secret> &result) { return result; });
}

QFuture<Result<void>> KeychainPasswords::write(const QString &connection, const Secret &password)
{
    return m_line->send<void>(Kind::Write, connection, password,
        [](const Result<Secret> &result) { return result.transform([](const Secret &) {}); });
}

QFuture<Result<void>> KeychainPasswords::remove(const QString &connection)
{
    return m_line->send<void>(Kind::Remove, connection, Secret(),
        [](const Result<Secret> &result) { return result.transform([](const Secret &) {}); });
}

} // namespace kakuin::app
