// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/expiry.h"
#include "core/domain/inventory.h"
#include "core/plan/authrecommendation.h"
#include "core/plan/plan.h"

#include <QtCore/QObject>

namespace kakuin::plan {

/// What a person composes to rotate the organisation's Auth certificate.
/// Shape:   planned: create and stage, with at least 48 hours ahead; immediately: the article's steps 4.1-4.5, create,
///          stage now, publish, clear. The date is computed when its command is sent.
/// Source:  the article; exchange-domain 3.3; New-ExchangeCertificate, Set-AuthConfig.
class RotateDraft final : public QObject {
    Q_OBJECT
public:
    enum class Mode { Planned, Immediate };
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
    enum class Names { None, AllServers };
    enum class ProblemCode {
        NoServer,
        ServerUnreachable,
        ServerNotMailbox,
        NamesMissing,
        NameNotValid, ///< see name
        LeadTooShort,
        AuthConfigNotKnown,
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

    RotateDraft(domain::InventoryPtr inventory, const QDateTime &nowUtc, QObject *parent = nullptr);
    ~RotateDraft() override;
    Q_DISABLE_COPY_MOVE(RotateDraft)

    void setInventory(domain::InventoryPtr inventory, const QDateTime &nowUtc);
    [[nodiscard]] const domain::InventoryPtr &inventory() const { return m_inventory; }

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
    /// Whether an immediate rotation clears the previous certificate at once.
    [[nodiscard]] bool clearsPrevious() const { return m_clearsPrevious; }
    void setClearsPrevious(bool clears);

    [[nodiscard]] QList<Problem> problems() const;
    [[nodiscard]] Plan plan() const;

    static constexpr std::chrono::hours shortestLead{48};
    static constexpr std::chrono::hours proposedLead{49};

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] ServerReason reasonFor(const domain::ServerEntry &entry) const;
    void addCreation(QList<Step> &steps) const;
    void addStaging(QList<Step> &steps) const;
    void addPublication(QList<Step> &steps) const;

    domain::InventoryPtr m_inventory;
    QDateTime m_nowUtc;
    Mode m_mode = Mode::Planned;
    domain::ServerId m_server;
    Names m_names = Names::None;
    QStringList m_nameList;
    std::chrono::hours m_lead = proposedLead;
    bool m_clearsPrevious = true;
};

} // namespace kakuin::plan
