// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/evaluation.h"
#include "core/session/session.h"
#include "text/certificatecontext.h"
#include "text/nextstep.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QStackedWidget>

namespace kakuin::ui {

class CertificateDetails;
class NextStepBox;
class SheetPage;
struct SheetBlock;

/// The right half of the window: what is chosen in the tree, in full.
/// Shape:  show…() chooses what it is about; the content follows what it is given in place (tab, scroll position, chosen
///         field stay) and the clock of the session once a minute. What has vanished says so.
/// Threads: the GUI thread. The session may die first.
class DetailsPanel final : public QStackedWidget {
    Q_OBJECT
public:
    explicit DetailsPanel(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(DetailsPanel)

    /// Null: nothing is open. Nothing is shown of it until it was evaluated.
    void setSession(session::Session *session);
    /// What it shows, colours by and advises. Null: nothing was read yet.
    void setEvaluation(const findings::EvaluationPtr &evaluation, const QDateTime &nowUtc);

    void showNothing();
    void showOrganisation();
    void showServer(const domain::ServerId &server);
    void showCertificate(const domain::CertificateId &certificate);
    void showCertificates(const QList<domain::CertificateId> &certificates);

Q_SIGNALS:
    /// The next step of what is shown.
    void taskRequested(const kakuin::advice::Task &task);
    /// A certificate that is shown by its name is to be shown itself.
    void certificateRequested(const kakuin::domain::CertificateId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Subject { Nothing, Organisation, Server, Certificate, Certificates };
    [[nodiscard]] CertificateDetails *certificatePage();
    void makeSelectionPage();
    void choose(Subject subject);
    void refresh();
    void updateServer();
    void updateCertificate();
    void updateSelection();
    void updateServerStep();
    void say(const QString &title, const QString &sentence);
    void showSheet(const QList<SheetBlock> &blocks, bool hasNextStep = false);
    [[nodiscard]] QList<domain::CertificateId> renewable() const;

    QPointer<session::Session> m_session;
    findings::EvaluationPtr m_evaluation;
    QDateTime m_nowUtc;
    QTimer m_minute;
    Subject m_subject = Subject::Nothing;
    domain::ServerId m_server;
    QList<domain::CertificateId> m_certificates;

    QWidget *m_plainPage = nullptr; ///< nothing, organisation, server, what has vanished
    SheetPage *m_sheetPage = nullptr; ///< on it
    QWidget *m_serverStep = nullptr; ///< null until a server was chosen
    NextStepBox *m_serverNext = nullptr;
    CertificateDetails *m_certificatePage = nullptr; ///< null until a certificate was chosen
    QWidget *m_selectionPage = nullptr; ///< null until several were
    SheetPage *m_selectionSheet = nullptr;
    NextStepBox *m_selectionNext = nullptr;
};

} // namespace kakuin::ui
