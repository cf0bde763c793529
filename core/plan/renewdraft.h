// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/draft.h"

#include <optional>

namespace kakuin::plan {

/// What a person composes in the renewal wizard: which certificates, for which services, under which name.
/// Shape:   fields with setters that signal changed(); problems() says what stands in the way, plan() what would run.
///          No widget, no shell: the inventory is all it knows.
/// Source:  the article (Get-ExchangeCertificate | New-ExchangeCertificate); New-ExchangeCertificate -Services,
///          -FriendlyName, -PrivateKeyExportable.
class RenewDraft final : public Draft {
    Q_OBJECT
public:
    /// One certificate to renew, and what is preset from it.
    struct Target final {
        domain::CertificateId id;
        /// The preset: those of the old one. Without IIS when it is known to serve the Back End only (444 cannot be
        /// had by cmdlet, and IIS would take 443 from whoever holds it); without Federation, which only the federation
        /// cmdlets assign; with SMTP for the internal transport certificate; empty for WMSvc.
        domain::ServiceSet services;
        domain::ServiceSet leftOut; ///< services of the old one that the preset does not take over
        bool areServicesKnown = true; ///< false: RawData only, the person must choose
        bool isInternalTransport = false;
        bool isTransportKnown = true;
        bool isWmSvc = false;
        bool isSelfSigned = true;
        QString friendlyName; ///< of the old one; what Exchange gives the successor when none is chosen
        std::optional<bool> wasKeyExportable; ///< of the old one; not inherited
        friend bool operator==(const Target &, const Target &) = default;
    };
    /// Whether the successor becomes the internal transport certificate.
    enum class TransportChoice {
        FollowOld, ///< yes where the old one has the role today: recommended
        TakeOver, ///< yes on every server
        Keep, ///< no: leave internal transport as it is
    };
    enum class Field { Targets, Services, FriendlyName };
    enum class ProblemCode {
        NoTarget,
        TargetNotFound, ///< it is no longer in the inventory
        TargetNotSelfSigned, ///< issued by a CA: this cmdlet cannot renew it
        TargetIsAuthCertificate, ///< organisation-wide: has its own wizard
        TargetIsFederationCertificate, ///< the federation trust names it, and has a way of its own
        ServicesUnknown, ///< choose them: the export does not say
        FriendlyNameTooLong, ///< Exchange takes fewer than 64 characters
        FriendlyNameHasControlCharacters,
        TransportNeedsSmtp, ///< the internal transport role is wanted without SMTP among the services
    };
    struct Problem final {
        Field field = Field::Targets;
        ProblemCode code = ProblemCode::NoTarget;
        domain::CertificateId id; ///< which target, where it applies
        friend bool operator==(const Problem &, const Problem &) = default;
    };

    explicit RenewDraft(domain::InventoryPtr inventory, const QDateTime &nowUtc = {}, QObject *parent = nullptr);
    ~RenewDraft() override;
    Q_DISABLE_COPY_MOVE(RenewDraft)

    /// Every certificate that this wizard can renew, by server.
    [[nodiscard]] QList<Target> candidates() const;
    [[nodiscard]] QList<Target> targets() const { return m_targets; }
    /// Each once. Presets the services from them; name and exportability are sent only when they are chosen.
    void setTargets(const QList<domain::CertificateId> &ids);

    /// The services to give; empty optional: each target keeps its own (the preset).
    [[nodiscard]] std::optional<domain::ServiceSet> services() const { return m_services; }
    void setServices(const std::optional<domain::ServiceSet> &services);
    /// The services that one target's successor will get. Always none for WMSvc, which is no service of Exchange.
    [[nodiscard]] domain::ServiceSet servicesFor(const Target &target) const;
    [[nodiscard]] TransportChoice transportChoice() const { return m_transport; }
    void setTransportChoice(TransportChoice choice);
    /// Empty: not sent, Exchange keeps or chooses the name.
    [[nodiscard]] QString friendlyName() const { return m_friendlyName; }
    void setFriendlyName(const QString &name);
    [[nodiscard]] bool isKeyExportable() const { return m_keyExportable; }
    void setKeyExportable(bool exportable);
    [[nodiscard]] ErrorPolicy errorPolicy() const { return m_errorPolicy; }
    void setErrorPolicy(ErrorPolicy policy);

    [[nodiscard]] QList<Problem> problems() const;
    [[nodiscard]] QList<Problem> problems(Field field) const;
    /// Whether Exchange will ask P1 for this target, and what is then recommended. It asks when the successor gets
    /// SMTP, unless the server is known to have no internal transport certificate.
    [[nodiscard]] std::optional<ExpectedPrompt> expectedPrompt(const Target &target) const;
    [[nodiscard]] Plan plan() const override;
    void takeTargets(const QList<domain::CertificateId> &ids) override { setTargets(ids); }

private:
    void lookAgain() override;
    [[nodiscard]] Target targetFor(const domain::CertificateId &id) const;
    [[nodiscard]] Step createStep(const Target &target, int number) const;
    [[nodiscard]] Step verifyStep(const Target &target, const Step &created) const;
    [[nodiscard]] QList<Caution> cautions() const;

    QList<Target> m_targets;
    std::optional<domain::ServiceSet> m_services;
    TransportChoice m_transport = TransportChoice::FollowOld;
    QString m_friendlyName;
    bool m_keyExportable = false;
    ErrorPolicy m_errorPolicy = ErrorPolicy::Stop;
};

} // namespace kakuin::plan
