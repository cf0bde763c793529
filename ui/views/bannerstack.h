// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/lefttodo.h"
#include "models/findingsmodel.h"

#include <QtWidgets/QWidget>

class QPushButton;
class QVBoxLayout;

namespace kakuin::ui {

class AttentionStrip;
class MessageBar;
class OrganisationFeed;

/// What the main window has to say above the tree, one bar each: a failure, interrupted operations, that this is
/// exported data, a rotation that is not finished, the worst finding or else what is left to do. One more bar is one more row here.
class BannerStack final : public QWidget {
    Q_OBJECT
public:
    explicit BannerStack(OrganisationFeed &feed, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(BannerStack)

    [[nodiscard]] AttentionStrip *attention() const { return m_attention; }
    /// Shows the worst of these findings, which outlive this.
    void follow(const models::FindingsModel &findings);
    void showFailure(const Error &error);
    /// Language files that were not found; an empty list takes the bar away.
    void showMissingTexts(const QStringList &files);
    /// Looks into the journal of the open organisation.
    void readJournal();

Q_SIGNALS:
    void historyRequested();
    void continueRequested(const kakuin::plan::OperationRecord &operation);
    void newPracticeRequested();
    void rotationRequested();
    void leftToDoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showState();
    void showRotation();
    void showAge();
    void tryAgain();
    void readLeft();
    void setAside();
    void verifyJournal();
    void showDamage();
    MessageBar *addBar(const QString &objectName, QVBoxLayout *column);

    OrganisationFeed &m_feed;
    MessageBar *m_failure = nullptr;
    QPushButton *m_newPractice = nullptr;
    MessageBar *m_age = nullptr; ///< what is older than the rest, and why
    QPushButton *m_tryAgain = nullptr;
    MessageBar *m_refusal = nullptr; ///< why nothing may be changed
    MessageBar *m_damaged = nullptr; ///< records of the journal that cannot be trusted
    MessageBar *m_interrupted = nullptr;
    QPushButton *m_continue = nullptr;
    QPushButton *m_showOperations = nullptr;
    QPushButton *m_setAside = nullptr;
    MessageBar *m_rotation = nullptr; ///< a rotation of the Auth certificate that is not finished
    QPushButton *m_showRotation = nullptr;
    QPushButton *m_showLeft = nullptr;
    MessageBar *m_exported = nullptr;
    MessageBar *m_language = nullptr;
    AttentionStrip *m_attention = nullptr;
    std::optional<Error> m_error;
    std::optional<plan::JournalCondition>
        m_condition; ///< of the journal as it was found when the organisation was opened
    QList<plan::OperationRecord> m_operations;
    plan::LeftToDo m_left;
    bool m_isReadingLeft = false;
    bool m_isLeftStale = false; ///< something has changed since the reading began
    bool m_hasRotated = false; ///< the journal knows of a rotation that was made here
    QStringList m_missingTexts;
};

} // namespace kakuin::ui
