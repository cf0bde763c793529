// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/draft.h"

namespace kakuin::plan {

/// What a person composes to give services to a certificate, or the internal transport role.
/// Shape:   one certificate on one server; services are only ever added, and takeovers() says who loses them.
/// Source:  Enable-ExchangeCertificate (additive; -DoNotRequireSsl); the article on internal transport.
class AssignDraft final : public Draft {
    Q_OBJECT
public:
    /// A service that moves here from another certificate of the server.
    struct Takeover final {
        domain::Service service = domain::Service::Smtp;
        domain::Thumbprint from;
        friend bool operator==(const Takeover &, const Takeover &) = default;
    };
    enum class ProblemCode {
        TargetNotFound,
        NothingToDo, ///< it has all of that already
        NoPrivateKey,
        Expired,
        TransportNeedsSmtp,
        ServiceOfFederation, ///< only the federation cmdlets assign it
        ServiceNotOfThisVersion, ///< Unified Messaging on Exchange 2019 and later
        IsAuthCertificate, ///< it should keep to its own purpose
    };

    AssignDraft(
        domain::InventoryPtr inventory, const QDateTime &nowUtc, domain::CertificateId id, QObject *parent = nullptr);
    ~AssignDraft() override;
    Q_DISABLE_COPY_MOVE(AssignDraft)

    [[nodiscard]] const domain::CertificateId &id() const { return m_id; }
    [[nodiscard]] const domain::Certificate *certificate() const { return inventory()->find(m_id); }
    /// What it has today; empty optional when that is not known.
    [[nodiscard]] std::optional<domain::ServiceSet> present() const;
    [[nodiscard]] domain::ServiceSet services() const { return m_services; } ///< to be sent
    void setServices(domain::ServiceSet services);
    /// Whether it is to become the internal transport certificate.
    [[nodiscard]] bool takesTransport() const { return m_takesTransport; }
    void setTakesTransport(bool takes);
    /// Whether the web site may go on without demanding TLS (-DoNotRequireSsl).
    [[nodiscard]] bool leavesSslOptional() const { return m_leavesSslOptional; }
    void setLeavesSslOptional(bool leaves);

    [[nodiscard]] QList<Takeover> takeovers() const;
    /// Who holds internal transport on that server; null when nobody does or it is not known.
    [[nodiscard]] domain::Thumbprint transportHolder() const;
    [[nodiscard]] QList<ProblemCode> problems() const;
    [[nodiscard]] Plan plan() const override;

private:
    [[nodiscard]] bool holdsTransport() const;
    [[nodiscard]] std::optional<ExpectedPrompt> expectedPrompt() const;

    domain::CertificateId m_id;
    domain::ServiceSet m_services;
    bool m_takesTransport = false;
    bool m_leavesSslOptional = false;
};

} // namespace kakuin::plan
