// SPDX-License-Identifier: MIT
#pragma once

#include "core/connection/connectionprofile.h"
#include "core/connection/connectionstage.h"
#include "core/connection/directorytrial.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;

namespace kakuin::ui {

class WrapLabel;

/// How far connecting came: each stage with its mark and what it means.
class ConnectionTestPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionTestPanel(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConnectionTestPanel)

    void showNothing();
    /// Every stage of the server passed; `missing`: cmdlets and parameters that this account does not have. The
    /// directory is not known yet, where there is one.
    void showPassed(const connection::ConnectionProfile &profile, const QStringList &missing);
    void showDirectory(const Result<connection::DirectoryTrial> &trial);
    /// It ended there; what comes after it is not known.
    void showFailed(const connection::ConnectionProfile &profile, const Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Mark { Hidden, Passed, Partly, Failed, NotKnown };
    struct Row {
        QLabel *mark;
        WrapLabel *text;
        Mark state = Mark::Hidden;
    };
    void setStages(const connection::ConnectionProfile &profile, const std::optional<ErrorCode> &endedWith);
    void redecorate();
    [[nodiscard]] QString said(connection::ConnectionStage stage, const QString &name, Mark mark) const;

    QList<Row> m_stages;
    QStringList m_missing;
    connection::DirectoryTrial m_trial;
};

} // namespace kakuin::ui
