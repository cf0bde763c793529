// SPDX-License-Identifier: MIT
#pragma once

#include "core/advice/task.h"
#include "core/domain/certificate.h"
#include "core/domain/livereading.h"
#include "core/domain/roles.h"
#include "core/findings/code.h"

#include <variant>

namespace kakuin::findings {

/// Critical: something fails now or within days. Warning: it will, or is wrong. Information: worth knowing.
/// NotKnown: could not be looked at; neither good nor bad.
enum class Severity { Critical, Warning, Information, NotKnown };

/// What a finding concerns; key() names it in settings and survives a refresh.
struct Subject final {
    enum class Kind { Organisation, Server, Certificate, Connector, Site };
    Kind kind = Kind::Organisation;
    domain::ServerId server; ///< Server, Certificate
    domain::Thumbprint thumbprint; ///< Certificate; an Auth certificate of the whole organisation may have no server
    QString name; ///< Connector, Site; of an Organisation the part that is meant; untrusted text

    [[nodiscard]] static Subject organisation(const QString &part = {}) { return {Kind::Organisation, {}, {}, part}; }
    [[nodiscard]] static Subject of(const domain::ServerId &server) { return {Kind::Server, server, {}, {}}; }
    [[nodiscard]] static Subject of(const domain::CertificateId &id)
    {
        return {Kind::Certificate, id.server, id.thumbprint, {}};
    }
    [[nodiscard]] static Subject connector(const QString &name) { return {Kind::Connector, {}, {}, name}; }
    [[nodiscard]] static Subject site(const QString &name) { return {Kind::Site, {}, {}, name}; }

    [[nodiscard]] domain::CertificateId certificate() const { return {server, thumbprint}; }
    /// "certificate/ex01/9A0B…": without case, the same from one reading to the next.
    [[nodiscard]] QString key() const;
    friend bool operator==(const Subject &, const Subject &) = default;
};

/// What a line of evidence says; the comment names the value that goes with it.
enum class Fact {
    ExpiresOn, ///< QDateTime
    DaysLeft, ///< qint64, whole days, negative when past
    ValidFrom, ///< QDateTime
    LimitDays, ///< qint64: the threshold that was crossed
    StatusIs, ///< qint64: domain::CertificateStatus
    KeyBits, ///< qint64
    SmallestKeyBits, ///< qint64
    SignedWith, ///< QString
    UsedAs, ///< RoleEvidence
    UseNotKnown, ///< nothing
    Carries, ///< qint64: bits of domain::ServiceSet
    Names, ///< QString: the names on the certificate
    IssuedBy, ///< QString
    RootCaTypeIs, ///< qint64: domain::RootCaType
    NewerGeneration, ///< Thumbprint: the certificate that can take over
    ServicesLacking, ///< qint64: bits of domain::ServiceSet that the newer one does not carry
    OtherGeneration, ///< Thumbprint
    Named, ///< Thumbprint: what the configuration names
    OnServer, ///< QString
    LackingServer, ///< QString
    NotReadServer, ///< QString
    ServersHaving, ///< qint64
    MoreServers, ///< qint64: further servers that are not listed
    EffectiveOn, ///< QDateTime
    HoursLeft, ///< qint64, negative when past
    NameLookedFor, ///< QString: "<I>…<S>…"
    NameOfHybrid, ///< QString
    Reason, ///< Error
    Missing, ///< qint64: Part
    Concerned, ///< qint64: how many certificates
    Unseen, ///< qint64: findings::Unseen
    PortAnswered, ///< LiveReading
    KeyProvider, ///< QString
    LifeDays, ///< qint64: days from the first to the last
    LongestLife, ///< qint64: days for which public authorities issue now
    ShorterFrom, ///< QDateTime: from then on they issue for a shorter time
    VersionIs, ///< QString: "2019 CU15", "15.2.2700.3"
};

/// What no inventory holds, because no cmdlet of a session reports it. HealthChecker reads it on the server itself.
enum class Unseen {
    WmSvcBinding, ///< which certificate the Web Management Service presents on port 8172
    ServedPorts, ///< which certificates the ports really serve: the live check was not made
    BackEndAddress, ///< that the Back End is bound to all addresses (*:444)
    TrustedRootStore, ///< what lies in the Trusted Root store, besides RootCAType
    ConnectorTlsSettings, ///< which TLS the other end of connectors really offers
    PayloadSigning, ///< whether serialized data is signed with the Auth certificate
    RootAutoUpdate, ///< DisableRootAutoUpdate
    EccSupport, ///< the override for certificates with elliptic curves
    AuthEntraKey, ///< the key that Entra holds for a hybrid application
    Count_ // keep last
};

struct Evidence final {
    using Value = std::variant<std::monostate, qint64, QString, QDateTime, domain::Thumbprint, domain::RoleEvidence,
        Error, domain::LiveReading>;
    Fact fact = Fact::UseNotKnown;
    Value value = {};
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// One thing that was found, or that could not be looked at.
struct Finding final {
    Code code = Code::ExpiredInUse;
    Severity severity = Severity::NotKnown;
    Subject subject;
    QList<Evidence> evidence;
    advice::Task task; ///< what fixes it; Instructions: work that `text` describes for the code
    QList<Code> unanswered; ///< NotKnown: what could not be looked at for its sake

    /// "expiredInUse:certificate/ex01/9A0B…": the same from one reading to the next. keysOf() tells doubles apart.
    [[nodiscard]] QString key() const;
    friend bool operator==(const Finding &, const Finding &) = default;
};

/// The place in every list and on the strip, the smallest first: severity; what fails now before what will; then what
/// stops, for how many (sign-in of the organisation, mail between servers, web sites, connectors); then the code.
/// Cost: linear in the evidence; a sort computes it once for each finding.
[[nodiscard]] int placeOf(const Finding &finding);

/// The copy or, without a server, the certificate of the organisation that a finding concerns; null: another thing.
[[nodiscard]] domain::CertificateId certificateOf(const Finding &finding);

/// Finding::key() of each; a number is added where the inventory holds a thing twice. What mutes go by.
[[nodiscard]] QStringList keysOf(const QList<Finding> &found);

[[nodiscard]] QLatin1String severityName(Severity severity); ///< "critical", "warning", "information", "notKnown"

} // namespace kakuin::findings

Q_DECLARE_METATYPE(kakuin::findings::Finding)
