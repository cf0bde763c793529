// SPDX-License-Identifier: MIT
#pragma once

#include "models/findingsmodel.h"

#include <QtCore/QTimer>

namespace kakuin::findings {
class MuteStore;
}

namespace kakuin::ui {

class LayoutStore;
class OrganisationFeed;

/// Keeps the list of findings at what the open organisation is.
/// Shape:   follows the feed's inventory and clock; mutes belong to the organisation and are read when it opens.
/// Errors:  a mute that cannot be stored comes back as the Error; mutes that cannot be read are none, and muteError()
///          says why.
/// Threads: the GUI thread. The feed must outlive it.
class FindingsFeed final : public QObject {
    Q_OBJECT
public:
    explicit FindingsFeed(OrganisationFeed &feed, QObject *parent = nullptr);
    ~FindingsFeed() override;
    Q_DISABLE_COPY_MOVE(FindingsFeed)

    [[nodiscard]] models::FindingsModel &model() { return m_model; }
    [[nodiscard]] const models::FindingsModel &model() const { return m_model; }
    [[nodiscard]] Result<void> mute(const QString &finding, const QString &reason, const QDateTime &untilUtc);
    [[nodiscard]] Result<void> unmute(const QString &finding);
    [[nodiscard]] std::optional<Error> muteError() const { return m_muteError; }
    [[nodiscard]] const advice::Policy &policy() const;
    /// For the whole program, not for the list alone.
    void setPolicy(const advice::Policy &policy);
    void retranslate();

    void saveLayout(LayoutStore &store) const;
    void restoreLayout(const LayoutStore &store);

private:
    void follow();
    void readMutes();
    void useMutes(const findings::Mutes &mutes);

    OrganisationFeed &m_feed;
    models::FindingsModel m_model;
    std::unique_ptr<findings::MuteStore> m_store; ///< null until there is something to read or write
    std::optional<Error> m_muteError;
    QString m_organisation; ///< whose mutes were read
    std::weak_ptr<const findings::Evaluation> m_evaluation; ///< what the model was given last
    QTimer m_clock;
};

} // namespace kakuin::ui
