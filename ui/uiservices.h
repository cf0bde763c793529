// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/journal.h"
#include "core/session/workspace.h"

#include <functional>

class QWidget;

namespace kakuin::ui {

/// Opens the windows that the main window leads to. An interface, so that tests see what would open.
/// Contract: every function returns at once; windows belong to `parent` and delete themselves.
class UiServices {
public:
    using PathsChosen = std::function<void(const QStringList &)>;

    UiServices() = default;
    virtual ~UiServices() = default;
    Q_DISABLE_COPY_MOVE(UiServices)

    virtual void renew(session::Workspace &workspace, const QList<domain::CertificateId> &certificates, QWidget *parent)
        = 0;
    virtual void newPractice(session::Workspace &workspace, QWidget *parent) = 0;
    virtual void moveLabClock(session::Workspace &workspace, QWidget *parent) = 0;
    virtual void setLabFaults(session::Workspace &workspace, QWidget *parent) = 0;
    virtual void showOperations(const QList<plan::OperationRecord> &operations, QWidget *parent) = 0;
    virtual void about(QWidget *parent) = 0;
    /// Not called when the person thinks better of it.
    virtual void chooseExportedFolder(QWidget *parent, const PathsChosen &chosen) = 0;
    virtual void chooseExportedFiles(QWidget *parent, const PathsChosen &chosen) = 0;
};

} // namespace kakuin::ui
