// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/latestonly.h"
#include "core/session/workspace.h"
#include "ui/views/organisationrows.h"

#include <QtCore/QTimer>

namespace kakuin::ui {

/// Keeps the models of the main window at what the open organisation is: opens, refreshes, follows the clock.
/// Shape:   open…() and refresh…() start work and return; failed() says what went wrong, with the old organisation
///          still open. A fresh session is read at once. stateChanged() follows everything that a status bar shows.
/// Threads: the GUI thread. The workspace must outlive the feed.
class OrganisationFeed final : public QObject {
    Q_OBJECT
public:
    explicit OrganisationFeed(session::Workspace &workspace, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(OrganisationFeed)

    [[nodiscard]] session::Workspace &workspace() const { return m_workspace; }
    [[nodiscard]] session::Session *session() const { return m_workspace.session(); }
    [[nodiscard]] models::OrganisationTreeModel &tree() { return m_tree; }
    [[nodiscard]] const models::OrganisationTreeModel &tree() const { return m_tree; }
    [[nodiscard]] OrganisationRows &rows() { return m_rows; }
    /// How many commands the log of the session holds.
    [[nodiscard]] int commandCount() const;

    void openPractice();
    void createPractice(lab::Preset preset);
    void openExported(const QStringList &paths);
    /// What openExported() was last asked for.
    [[nodiscard]] const QStringList &exportedPaths() const { return m_exportedPaths; }
    void refresh();
    void refreshServer(const domain::ServerId &server);
    /// Looks at what the ports of these servers (of all, when none are named) serve.
    void checkPorts(const QList<domain::ServerId> &servers = {});
    /// Stops opening, refreshing or checking, whichever runs.
    void cancel();

    [[nodiscard]] bool isOpening() const { return m_isOpening; }
    [[nodiscard]] bool isCheckingPorts() const;
    [[nodiscard]] bool isBusy() const;
    /// Parts done and known of what runs; total 0: not known.
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int total() const { return m_total; }

Q_SIGNALS:
    void stateChanged();
    void commandCountChanged();
    /// A new session is open and its first picture is being read.
    void opened();
    void failed(const kakuin::Error &error);

private:
    void follow(const QFuture<Result<session::Session *>> &opening);
    void attach(session::Session *session);
    void detach();
    void show(const domain::InventoryPtr &inventory);
    void followClock();
    void setProgress(int done, int total);

    session::Workspace &m_workspace;
    models::OrganisationTreeModel m_tree;
    OrganisationRows m_rows;
    QTimer m_clock; ///< days left change while nobody does anything
    LatestOnly m_opening;
    QStringList m_exportedPaths;
    bool m_isOpening = false;
    int m_done = 0;
    int m_total = 0;
};

} // namespace kakuin::ui
