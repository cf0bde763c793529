// SPDX-License-Identifier: MIT
#pragma once

#include "app/application.h"
#include "tools/tour/picturewalk.h"

#include <chrono>
#include <functional>
#include <memory>

namespace kakuin::tour {

class LabServerProcess;

/// Works through the program's tasks on practice organisations as a user would, and takes a picture of each window; in
/// English and Japanese, the main window in light and dark. Over the network, too, where kakuin-lab-server has been
/// built.
/// Shape:   made once; start() shows the window and returns, finished() says how it went.
/// Errors:  PictureWalk's.
/// Threads: the GUI thread.
class Tour final : public QObject {
    Q_OBJECT
public:
    /// The application has been made for this, and not been started; it must outlive the tour. Pictures go to
    /// "<folder>/<name>-<language>.png".
    Tour(app::Application &application, const QString &folder, QObject *parent = nullptr);
    ~Tour() override;
    Q_DISABLE_COPY_MOVE(Tour)

    void start();

Q_SIGNALS:
    void pictureWritten(const QString &path);
    void finished(const kakuin::Result<void> &outcome);

private:
    // The parts: each adds its steps to the walk
    void addLanguage(const QString &language);
    void addOpening();
    void addRenewal();
    void addViews();
    void addTransfer();
    void addPorts();
    void addRotation();
    void addRemoval();
    void addHistory();
    void addConnecting();
    void addNetwork();

    // What parts are made of
    void pictureOfMain(const QString &name);
    void pictureOf(const QString &windowName, const QString &name);
    void untilClosed(const QString &windowName);
    /// A picture of a wizard's page, then its main button.
    void page(const QString &wizard, const QString &pageName, const QString &name);
    /// A picture of the server's question, then the answer.
    void answer(const QString &name, const QString &button);
    /// The pages of a renewal of what is selected, from the first to the result.
    void renew(const QString &prefix = {});
    /// Opens a task, takes a picture of its first page and leaves it. `path` is what a page that asks for a file shows.
    void lookInto(const QString &action, const QString &wizard, const QString &name, const QString &path = {});
    /// Selects a certificate of the server until it is there, stays selected, and the action can be triggered for it.
    void select(const QString &name, const std::function<domain::Thumbprint()> &which, const QString &action);
    void passTime(const QString &name, std::chrono::hours by, const std::function<bool()> &arrived);

    void leaveInterrupted();
    void typeConnection() const;
    [[nodiscard]] ui::MainWindow &window() const { return m_application.firstWindow(); }
    [[nodiscard]] session::Workspace &workspace() const { return m_application.firstWorkspace(); }
    [[nodiscard]] domain::InventoryPtr inventory() const; ///< null before something is open
    [[nodiscard]] domain::Thumbprint transportOf(const QString &server) const;
    void refresh() const;

    app::Application &m_application;
    PictureWalk m_walk;
    QString m_before; ///< the organisation that was open before the language's own
    domain::Thumbprint m_old; ///< the certificate that is renewed, and removed in the end
    int m_looks = 0; ///< in a row that found the certificate selected
    std::unique_ptr<LabServerProcess> m_labServer;
};

} // namespace kakuin::tour
