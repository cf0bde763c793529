// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/inventory.h"
#include "core/findings/finding.h"

#include <QtWidgets/QWidget>

class QStackedWidget;
class QTabBar;

namespace kakuin::ui {

class FindingsFeed;
class FindingsView;
class MatrixView;
class OrganisationFeed;
class TimelineView;

/// Four ways to look at the organisation, one at a time: the tree of certificates, the matrix of roles, the timeline
/// of expiry, what is wrong. All but the first are made when they are first looked at, and filled only while they are
/// shown; what is wrong is counted all the time.
class OrganisationPages final : public QWidget {
    Q_OBJECT
public:
    enum Page { Certificates, Matrix, Timeline, Findings, PageCount };

    /// `certificates` is the page of the tree.
    OrganisationPages(OrganisationFeed &feed, QWidget *certificates, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(OrganisationPages)

    [[nodiscard]] Page page() const;
    void setPage(Page page);
    /// Shows a certificate in the page that is open now.
    void select(const domain::CertificateId &id);
    /// Opens the page of the findings at that one, by its key.
    void showFinding(const QString &key);
    [[nodiscard]] FindingsFeed &findings() const { return *m_findingsFeed; }

Q_SIGNALS:
    void certificateRequested(const kakuin::domain::CertificateId &id);
    void serverRequested(const kakuin::domain::ServerId &server);
    void mendRequested(const kakuin::advice::Task &mend);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(int page);
    void fill();
    void showCounts();
    void retranslate();

    OrganisationFeed &m_feed;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    MatrixView *m_matrix = nullptr; ///< null until it was looked at
    TimelineView *m_timeline = nullptr; ///< null until it was looked at
    FindingsFeed *m_findingsFeed = nullptr;
    FindingsView *m_findings = nullptr; ///< null until it was looked at
    domain::CertificateId m_selected;
};

} // namespace kakuin::ui
