// SPDX-License-Identifier: MIT
#pragma once

#include "app/picturewalk.h"
#include "core/session/workspace.h"

class QAction;

namespace kakuin::ui {
class MainWindow;
}

namespace kakuin::app {

class LabServerProcess;

/// Walks the real windows over the practice organisation as a person would, and takes a picture of each: a renewal, a
/// planned rotation lived through with the practice clock, a removal, an interrupted renewal that is continued, the
/// history, the matrix, the timeline, and a renewal over the network where kakuin-lab-server is at hand; in English and
/// Japanese, the main window in light and dark. Shape:  made once; start() returns, finished() says how it went.
/// `setLanguage` and `setTheme` are the program's.
class Tour final : public QObject {
    Q_OBJECT
public:
    struct Stage final {
        ui::MainWindow *window = nullptr;
        session::Workspace *workspace = nullptr;
        std::function<void(const QString &)> setLanguage;
        std::function<void(const QString &)> setTheme;
    };
    Tour(Stage stage, const QString &folder, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(Tour)

    /// Whether there is a server to connect to; without it that part is left out.
    [[nodiscard]] static bool hasNetwork();
    void start();
    [[nodiscard]] QStringList pictures() const { return m_walk.pictures(); }

Q_SIGNALS:
    void finished(const kakuin::Result<void> &outcome);

private:
    using Find = std::function<QWidget *()>;
    void addWelcome(const QString &language);
    void addLanguage(const QString &language);
    void addOpening();
    void addRenewal();
    void addRotation();
    void addSheets();
    void addPorts();
    void addRemoval();
    void addHistory();
    void addConnecting();
    void addNetwork();
    void addNetworkRenewal();
    void typeConnection() const;
    void leaveBehind();
    void addViews();
    void act(const QString &name, const std::function<void()> &what);
    void picture(const QString &name, const Find &find);
    /// A picture of a wizard's page, then its main button.
    void page(const QString &wizard, const QString &pageName, const QString &name);
    void answer(const QString &name, const QString &button);
    void passTime(const QString &name, std::chrono::hours by, const std::function<bool()> &arrived);
    void trigger(const QString &action) const;
    void press(const QString &windowName, const QString &button) const;
    [[nodiscard]] QWidget *window(const QString &name) const;
    [[nodiscard]] domain::Thumbprint transportOf(const QString &server) const;

    Stage m_stage;
    PictureWalk m_walk;
    QString m_language; ///< of the part that is being added
    QString m_organisation; ///< open before the part that is under way
    domain::Thumbprint m_old; ///< the certificate that is renewed, and removed in the end
    int m_looks = 0;
    LabServerProcess *m_labServer = nullptr; // a child
};

} // namespace kakuin::app
