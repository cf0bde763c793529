// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/policy.h"
#include "core/base/secret.h"
#include "core/connection/connectionprofile.h"
#include "core/findings/evaluation.h"
#include "core/lab/labshell.h"
#include "core/plan/lefttodo.h"
#include "core/session/datafolder.h"
#include "core/session/session.h"
#include "core/snapshot/snapshotshell.h"

namespace kakuin::session {

/// The organisation that is open, however it was opened, and the journal beside it. What the windows are given.
/// Shape:   open…() answer with the session after it has replaced the one before; a failure leaves the old one open.
/// Files:   dataFolder/practice/<time>-<preset>.kakuinlab (the newest is the one that is opened; older ones are kept),
///          dataFolder/journal.sqlite. A second program on the same folder gets StorageLocked for practice
///          organisations; real ones and exported data it can open.
///          dataFolder/kept/<hash>.inventory: what a connection's organisation was when it was read last, if
///          keepsInventories(); the session begins with it (Session::startFrom()).
/// Changes: one window, of all programs on the folder, may change a real organisation, and only with a journal. The
///          others read: see changeRefusal().
/// Threads: the GUI thread.
class Workspace final : public QObject {
    Q_OBJECT
public:
    /// `dataFolder` is made when it is needed.
    explicit Workspace(QString dataFolder, QObject *parent = nullptr);
    /// One of several: each has its own organisation, all of them one folder.
    explicit Workspace(std::shared_ptr<DataFolder> folder, QObject *parent = nullptr);
    ~Workspace() override;
    Q_DISABLE_COPY_MOVE(Workspace)

    /// Opens the practice organisation of the data folder; makes Contoso 2013 when there is none.
    [[nodiscard]] QFuture<Result<Session *>> openPractice();
    /// Makes a new one beside the present one, whose file stays.
    [[nodiscard]] QFuture<Result<Session *>> createPractice(lab::Preset preset);
    [[nodiscard]] QFuture<Result<Session *>> openExported(const QStringList &paths);
    /// Connects and signs in. The password is used for this connection only, and for opening it again when it was lost.
    [[nodiscard]] QFuture<Result<Session *>> openConnection(
        const connection::ConnectionProfile &profile, const Secret &password);

    /// Cancels an open…() under way: its future ends with Cancelled, what was open stays open.
    void cancelOpening();

    [[nodiscard]] Session *session() const; ///< null before the first open
    /// Who can say what the ports of the open organisation serve: a practice organisation itself, else the network.
    /// Null when nothing is open, or where this program cannot ask a network.
    [[nodiscard]] std::shared_ptr<live::PortProbe> portProbe() const;
    [[nodiscard]] lab::LabShell *lab() const; ///< null unless a practice organisation is open
    [[nodiscard]] snapshot::SnapshotShell *exported() const; ///< null unless exported data is open
    /// What it was opened by; nothing unless it is a real organisation.
    [[nodiscard]] std::optional<connection::ConnectionProfile> connection() const;
    /// Cmdlets, and "cmdlet -parameter", that Kakuin uses and the account of a connection does not have.
    [[nodiscard]] QStringList missingRights() const;
    /// Under which name the journal files this organisation's operations.
    [[nodiscard]] QString organisationKey() const;
    /// Null when it could not be opened; journalError() says why.
    [[nodiscard]] std::shared_ptr<plan::Journal> journal() const;
    [[nodiscard]] std::optional<Error> journalError() const;
    /// Why nothing may be changed although the shell would: OrganisationInUse, or JournalMissing and what is wrong with the
    /// journal in `detail`. Empty for practice and exported data, which decide for themselves. Tried again with each
    /// refresh: the other window may have closed.
    [[nodiscard]] std::optional<Error> changeRefusal() const;
    /// Reads the whole journal once and compares it with its chain; on the thread pool.
    [[nodiscard]] QFuture<Result<plan::JournalCondition>> verifyJournal() const;
    [[nodiscard]] QString journalPath() const;
    /// What the journal holds of this organisation, newest first; read on the thread pool.
    [[nodiscard]] QFuture<Result<QList<plan::OperationRecord>>> readOperations() const;
    /// What is left to do in the organisation as it was read last, or what one operation has left; found on the thread
    /// pool. Nothing before the first reading and for exported data, which nothing was done to.
    [[nodiscard]] QFuture<Result<plan::LeftToDo>> readLeftToDo(qint64 operation = 0) const;
    /// Whether the person can tick off what is left: where this window may change the organisation.
    [[nodiscard]] bool mayTick() const;
    /// Journal::tick() in the name of this person; ticked() follows. Errors: also JournalMissing.
    [[nodiscard]] Result<void> tick(qint64 operation, const plan::HandWork &work, bool isDone);
    /// Journal::setAside() with what the operation has left. Errors: also JournalMissing.
    [[nodiscard]] Result<void> setAside(const plan::OperationRecord &operation);
    [[nodiscard]] QString dataFolder() const;
    /// Whether the last inventory of each connection is kept in a file; the same for all workspaces on the folder, and off
    /// at first. Switching it off removes the files that are there.
    [[nodiscard]] bool keepsInventories() const;
    void setKeepsInventories(bool isKeeping);
    /// Language in which servers ask and explain: "ja-JP" or "en-US". A real one changes when it is connected to again.
    void setCulture(const QString &culture);
    [[nodiscard]] QString culture() const;
    /// The person's thresholds, for everything that is shown and advised. One that is not valid is refused.
    [[nodiscard]] const advice::Policy &policy() const;
    void setPolicy(const advice::Policy &policy);
    /// What the adviser said about the inventory that was evaluated last, which may be the one before the newest; null
    /// before the first. The feed of a window sets it, for windows that open later.
    [[nodiscard]] const findings::EvaluationPtr &evaluation() const;
    void setEvaluation(const findings::EvaluationPtr &evaluation);

Q_SIGNALS:
    /// Before the old session goes: drop what refers to it.
    void sessionAboutToChange();
    void sessionChanged(kakuin::session::Session *session);
    void changeRefusalChanged();
    void ticked();
    void policyChanged(const kakuin::advice::Policy &policy);
    /// Opening takes time: permille done, -1 when not known.
    void openProgressed(int permille);

private:
    struct Private;
    struct Opened;
    void replaceSession(Opened opened);
    void claimOrganisation();
    void keepInventory();
    template <class What, class Wrap>
    [[nodiscard]] QFuture<Result<Session *>> adopt(const QFuture<Result<What>> &opening, Wrap wrap);
    [[nodiscard]] QFuture<Result<Session *>> adoptLab(
        const QString &path, const QFuture<Result<std::shared_ptr<lab::LabShell>>> &opening);
    void watchProgress(const QFuture<Result<std::shared_ptr<lab::LabShell>>> &opening);

    std::unique_ptr<Private> d;
};

} // namespace kakuin::session
