// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/authcandidates.h"
#include "core/domain/expiry.h"
#include "core/plan/authrecommendation.h"
#include "core/plan/draft.h"

namespace kakuin::plan {

/// What a person composes to rotate the organisation's Auth certificate.
/// Shape:   planned: create and stage, with at least 48 hours ahead; immediately: the article's steps 4.1-4.5, create,
///          stage now, publish, clear. With a certificate that is there the first step falls away. The date is computed
///          when its command is sent.
/// Cost:    makes the picture of the organisation for each inventory.
/// Source:  the article; exchange-domain 3.3; New-ExchangeCertificate, Set-AuthConfig.
class RotateDraft final : public Draft {
    Q_OBJECT
public:
    enum class Mode { Planned, Immediate };
    enum class Source { New, Existing };
    /// Why a mode is recommended.
    enum class ModeReason {
        StillValid, ///< there is time: nobody notices a planned rotation
        ExpiresTooSoon, ///< it ends before a staged one could take over
        Expired,
        CurrentMissing, ///< no server that was read has it
        CurrentNotKnown, ///< AuthConfig could not be read
    };
    /// Why a server is proposed or not.
    enum class ServerReason { HoldsCurrent, Mailbox, NotMailbox, Unreachable, Edge };
    /// What speaks for or against clearing the previous certificate in the same step as the publication.
    enum class ClearingReason {
        CurrentGone, ///< the one in use has expired, or no server has it: nothing is signed with it any more
        CurrentCannotSign, ///< the one in use has not expired, but no server can sign with it
        ServersLackNew, ///< the one in use is valid, and not every server has the new one
        StillValid, ///< every server has the new one, and what began before still needs the old one
        NotKnown, ///< whether the one in use is valid could not be read
    };
    enum class Names { None, AllServers };
    enum class ProblemCode {
        NoServer,
        ServerUnreachable,
        ServerNotMailbox,
        NamesMissing,
        NameNotValid, ///< see name
        LeadTooShort,
        AuthConfigNotKnown,
        NoExisting,
        ExistingNotFit, ///< see name: the beginning of its thumbprint
    };
    struct Candidate final {
        domain::ServerId server;
        ServerReason reason = ServerReason::Mailbox;
        friend bool operator==(const Candidate &, const Candidate &) = default;

        [[nodiscard]] bool isUsable() const
        {
            return reason == ServerReason::HoldsCurrent || reason == ServerReason::Mailbox;
        }
    };
    struct Problem final {
        ProblemCode code = ProblemCode::NoServer;
        QString name;
        friend bool operator==(const Problem &, const Problem &) = default;
    };

    RotateDraft(domain::InventoryPtr picture, const QDateTime &nowUtc, const advice::Policy &policy = {},
        QObject *parent = nullptr);
    ~RotateDraft() override;
    Q_DISABLE_COPY_MOVE(RotateDraft)

    /// One that waits is proposed (made by a rotation that failed, or by hand), and one that is staged without a date.
    [[nodiscard]] Source source() const { return m_source; }
    void setSource(Source source);
    /// Certificates that could be used, the proposed one first, and those that cannot, with the reason.
    [[nodiscard]] const QList<advice::AuthCandidate> &existingCandidates() const { return m_existingCandidates; }
    [[nodiscard]] bool hasFitExisting() const;
    [[nodiscard]] domain::Thumbprint existing() const { return m_existing; } ///< null where none can be used
    void setExisting(const domain::Thumbprint &thumbprint);
    /// Servers that take part, were read, and do not have the one that takes over; with a new one, all of them.
    [[nodiscard]] QList<domain::ServerId> lackingExisting() const;

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    [[nodiscard]] Mode recommendedMode() const;
    [[nodiscard]] ModeReason modeReason() const;
    /// What the decision table says about the inventory; the mode follows it where it decides.
    [[nodiscard]] AuthRecommendation recommendation() const;
    /// The current certificate on some server; null when no server that was read has it.
    [[nodiscard]] const domain::Certificate *current() const;
    /// Whether another one is staged already, which this one would replace.
    [[nodiscard]] bool replacesStaged() const;

    /// All servers, the proposed one first.
    [[nodiscard]] QList<Candidate> candidates() const;
    [[nodiscard]] domain::ServerId server() const { return m_server; }
    void setServer(const domain::ServerId &server);

    [[nodiscard]] Names names() const { return m_names; }
    void setNames(Names names);
    /// Names and FQDNs of all servers but Edge, by name: what the article puts on the certificate.
    [[nodiscard]] QStringList namesOfAllServers() const;
    [[nodiscard]] QStringList nameList() const { return m_nameList; }
    void setNameList(const QStringList &names);

    /// How far ahead a planned one takes effect.
    [[nodiscard]] std::chrono::hours lead() const { return m_lead; }
    void setLead(std::chrono::hours lead);
    /// Whether servers that did not answer keep the decision table from deciding. What is left out is recorded in the plan.
    [[nodiscard]] bool leavesOutUnreachable() const { return m_leavesOutUnreachable; }
    void setLeavesOutUnreachable(bool leavesOut);
    /// Whether an immediate rotation clears the previous certificate at once. Preset only where nothing depends on it.
    [[nodiscard]] bool clearsPrevious() const;
    [[nodiscard]] ClearingReason clearingReason() const;
    void setClearsPrevious(bool clears);

    [[nodiscard]] QList<Problem> problems() const;
    [[nodiscard]] Plan plan() const override;

    static constexpr std::chrono::hours shortestLead{48};
    /// An hour more than Exchange and the policy want.
    [[nodiscard]] std::chrono::hours proposedLead() const;

private:
    void lookAgain() override;
    void read();
    [[nodiscard]] bool usesExisting() const { return m_source == Source::Existing; }
    [[nodiscard]] const advice::AuthCandidate *existingCandidate() const;
    [[nodiscard]] CertificateReference successor() const;
    [[nodiscard]] ServerReason reasonFor(const domain::ServerEntry &entry) const;
    void addProblemsOfExisting(QList<Problem> &out) const;
    void addProblemsOfNew(QList<Problem> &out) const;
    void addCreation(QList<Step> &steps) const;
    void addStaging(QList<Step> &steps) const;
    void addPublication(QList<Step> &steps) const;

    advice::Policy m_policy;
    QList<advice::AuthCandidate> m_existingCandidates;
    QList<domain::ServerId> m_authServers; ///< those that were read, of those to which it belongs
    std::optional<ClearingReason> m_current; ///< nothing: the one in use is valid
    Source m_source = Source::New;
    domain::Thumbprint m_existing;
    Mode m_mode = Mode::Planned;
    bool m_isModeChosen = false;
    bool m_leavesOutUnreachable = false;
    domain::ServerId m_server;
    Names m_names = Names::None;
    QStringList m_nameList;
    bool m_hasAllNames = true; ///< as proposed: follows the organisation
    std::chrono::hours m_lead{0};
    std::optional<bool> m_clearsPrevious; ///< what the person chose
};

} // namespace kakuin::plan
