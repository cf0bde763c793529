// SPDX-License-Identifier: MIT
#include "ui/views/findings/findingsfeed.h"

#include "core/base/privatefolder.h"
#include "core/findings/mutestore.h"
#include "text/findingtext.h"
#include "ui/layoutstore.h"
#include "ui/organisationfeed.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace kakuin::ui {
namespace {

constexpr std::chrono::seconds findingsClockInterval{60};
const QString groupingWord = QStringLiteral("findings-grouping");

models::FindingWordSource findingWords()
{
    return {&FindingText::title, &FindingText::subject, &FindingText::severity, &FindingText::kind};
}

} // namespace

FindingsFeed::FindingsFeed(OrganisationFeed &feed, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_model(findingWords())
{
    connect(&feed.tree(), &models::OrganisationTreeModel::updated, this, &FindingsFeed::follow);
    connect(&feed.workspace(), &session::Workspace::sessionChanged, this, &FindingsFeed::follow);
    connect(&m_clock, &QTimer::timeout, this, &FindingsFeed::follow);
    m_clock.start(findingsClockInterval);
    follow();
}

FindingsFeed::~FindingsFeed() = default;

void FindingsFeed::follow()
{
    const session::Session *session = m_feed.session();
    if (session == nullptr) {
        m_organisation.clear();
        m_evaluation.reset();
        m_model.setEvaluation(nullptr, {});
        return;
    }
    if (m_organisation != m_feed.workspace().organisationKey())
        readMutes();
    const findings::EvaluationPtr evaluation = m_feed.tree().evaluation();
    if (m_evaluation.lock() == evaluation)
        return m_model.setNow(session->nowUtc());
    m_evaluation = evaluation;
    m_model.setEvaluation(evaluation, session->nowUtc());
}

// The file is only made when something is muted: looking leaves no trace.
void FindingsFeed::readMutes()
{
    m_organisation = m_feed.workspace().organisationKey();
    m_muteError.reset();
    const QString path = QDir(m_feed.workspace().dataFolder()).filePath(QStringLiteral("mutes.sqlite"));
    if (m_store == nullptr && !QFileInfo::exists(path))
        return useMutes({});
    if (m_store == nullptr) {
        auto opened = findings::MuteStore::open(path);
        if (!opened) {
            m_muteError = opened.error();
            return useMutes({});
        }
        m_store = std::move(*opened);
    }
    const auto mutes = m_store->mutes(m_organisation, m_feed.session()->nowUtc());
    if (!mutes)
        m_muteError = mutes.error();
    useMutes(mutes.value_or(findings::Mutes()));
}

void FindingsFeed::useMutes(const findings::Mutes &mutes)
{
    m_model.setMutes(mutes);
    m_feed.tree().setMutes(mutes); // and with its evaluation every other surface
}

Result<void> FindingsFeed::mute(const QString &finding, const QString &reason, const QDateTime &untilUtc)
{
    if (m_feed.session() == nullptr)
        return fail(ErrorCode::InvalidArgument, finding);
    if (m_store == nullptr) {
        const QDir folder(m_feed.workspace().dataFolder());
        if (const Result<void> made = makePrivateFolder(folder.path()); !made)
            return made;
        auto opened = findings::MuteStore::open(folder.filePath(QStringLiteral("mutes.sqlite")));
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        m_store = std::move(*opened);
    }
    const auto stored = m_store->mute(m_organisation, finding, {reason, untilUtc, m_feed.session()->nowUtc()});
    if (stored)
        readMutes();
    return stored;
}

Result<void> FindingsFeed::unmute(const QString &finding)
{
    if (m_store == nullptr || m_feed.session() == nullptr)
        return fail(ErrorCode::InvalidArgument, finding);
    const auto stored = m_store->unmute(m_organisation, finding);
    if (stored)
        readMutes();
    return stored;
}

const advice::Policy &FindingsFeed::policy() const
{
    return m_feed.workspace().policy();
}

void FindingsFeed::setPolicy(const advice::Policy &policy)
{
    m_feed.workspace().setPolicy(policy);
}

void FindingsFeed::retranslate()
{
    m_model.retranslate();
}

void FindingsFeed::saveLayout(LayoutStore &store) const
{
    store.setWord(groupingWord, QString::number(static_cast<int>(m_model.grouping())));
}

void FindingsFeed::restoreLayout(const LayoutStore &store)
{
    const int grouping = store.word(groupingWord).toInt();
    if (grouping >= 0 && grouping <= static_cast<int>(models::FindingGrouping::Kind))
        m_model.setGrouping(static_cast<models::FindingGrouping>(grouping));
}

} // namespace kakuin::ui
