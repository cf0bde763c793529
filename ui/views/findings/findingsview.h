// SPDX-License-Identifier: MIT
#pragma once

#include "models/findingrow.h"

#include <QtCore/QSet>
#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace kakuin::ui {

class FindingDetails;
class FindingsFeed;
class MuteDialog;
class WrapLabel;

/// The page "Findings": a bar, the list in groups, the chosen finding whole.
/// Shape:  selection, expansion and place go by key and stay through refreshes, filters and groupings.
/// Keys:   arrows move, Enter shows what is concerned, Ctrl+C copies, Delete mutes or shows again.
class FindingsView final : public QWidget {
    Q_OBJECT
public:
    explicit FindingsView(FindingsFeed &feed, QWidget *parent = nullptr);
    ~FindingsView() override;
    Q_DISABLE_COPY_MOVE(FindingsView)

    /// Makes the first finding about it current, unless the current one is about it already.
    void select(const domain::CertificateId &id);
    /// By its key, whatever is filtered away; nothing when it is gone.
    void select(const QString &key);
    [[nodiscard]] QTreeView *tree() const { return m_tree; }

Q_SIGNALS:
    void certificateRequested(const kakuin::domain::CertificateId &id);
    void serverRequested(const kakuin::domain::ServerId &server);
    void mendRequested(const kakuin::advice::Task &mend);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildBar();
    void buildTree();
    void connectParts();
    void retranslate();
    void showSummary();
    void onUpdated();
    void rememberPlace();
    void expandGroups();
    void fitColumns();
    void showDetails();
    void showConcerned();
    void copy();
    void askMute();
    void storeMute(MuteDialog *dialog, const QString &key);
    void unmute();
    void askThresholds();
    void fillMenu(QMenu *menu);
    [[nodiscard]] models::FindingRowPtr current() const;

    FindingsFeed &m_feed;
    QLabel *m_groupingLabel = nullptr;
    QComboBox *m_grouping = nullptr;
    QLineEdit *m_filter = nullptr;
    QCheckBox *m_muted = nullptr;
    QPushButton *m_thresholds = nullptr;
    WrapLabel *m_summary = nullptr;
    WrapLabel *m_problem = nullptr;
    QSplitter *m_splitter = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTreeView *m_tree = nullptr;
    QLabel *m_empty = nullptr;
    FindingDetails *m_details = nullptr;
    QSet<QString> m_collapsed; ///< groups that the person has closed
    QString m_currentKey;
    QString m_topKey; ///< first row in sight, over a reset
    bool m_isUpdating = false; ///< what opens and closes now is not the person's doing
};

} // namespace kakuin::ui
