// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/draft.h"
#include "core/plan/removalpreflight.h"

namespace kakuin::plan {

/// What a person composes in the removal wizard: which certificates, what takes over internal transport from them, and
/// whether a PFX is saved before.
/// Shape:   fields with setters that signal changed(); problems() says what stands in the way, plan() what would run:
///          for each certificate the replacement first, then the backup, then the removal, each checked.
/// Source:  the article's removal procedure; exchange-domain 3.9.
class RemoveDraft final : public Draft {
    Q_OBJECT
public:
    struct Target final {
        domain::CertificateId id;
        QList<PreflightItem> items; ///< empty: it is no longer there
        domain::Thumbprint replacement; ///< takes internal transport over; null where nobody must
        QString backupPath; ///< empty: no backup
        friend bool operator==(const Target &, const Target &) = default;

        [[nodiscard]] const PreflightItem *item(RemovalCheck check) const;
        [[nodiscard]] bool needsReplacement() const;
        [[nodiscard]] bool canBackUp() const;
    };
    enum class ProblemCode {
        NoTarget,
        TargetNotFound,
        Blocked, ///< see check
        ReplacementMissing,
        ReplacementGoesToo, ///< the replacement is itself among those that are removed
        NotAcknowledged, ///< warnings or unknowns have not been confirmed
        BackupPasswordMissing,
        BackupPathTwice,
    };
    struct Problem final {
        ProblemCode code = ProblemCode::NoTarget;
        domain::CertificateId id;
        RemovalCheck check = RemovalCheck::AuthConfig; ///< of Blocked
        friend bool operator==(const Problem &, const Problem &) = default;
    };

    RemoveDraft(domain::InventoryPtr inventory, const QDateTime &nowUtc, QObject *parent = nullptr);
    ~RemoveDraft() override;
    Q_DISABLE_COPY_MOVE(RemoveDraft)

    [[nodiscard]] QList<Target> targets() const { return m_targets; }
    void setTargets(const QList<domain::CertificateId> &ids);
    void setReplacement(const domain::CertificateId &id, const domain::Thumbprint &replacement);
    void setBackupPath(const domain::CertificateId &id, const QString &path);
    /// For all backups; whoever runs the plan gets it from here, because a plan holds none.
    [[nodiscard]] Secret password() const override { return m_password; }
    void setPassword(const Secret &password);
    /// Whether the person has confirmed the warnings as they stand; a change of what is warned of takes it back.
    [[nodiscard]] bool isAcknowledged() const { return m_isAcknowledged; }
    void setAcknowledged(bool acknowledged);
    [[nodiscard]] bool needsAcknowledgement() const;
    [[nodiscard]] ErrorPolicy errorPolicy() const { return m_errorPolicy; }
    void setErrorPolicy(ErrorPolicy policy);

    [[nodiscard]] QList<Problem> problems() const;
    [[nodiscard]] Plan plan() const override;
    void takeTargets(const QList<domain::CertificateId> &ids) override { setTargets(ids); }

private:
    void lookAgain() override;
    [[nodiscard]] Target targetFor(const domain::CertificateId &id, const Target *before) const;
    [[nodiscard]] Target *find(const domain::CertificateId &id);
    void replaceTargets(QList<Target> targets);
    void addSteps(const Target &target, QList<Step> &steps) const;

    QList<Target> m_targets;
    Secret m_password;
    bool m_isAcknowledged = false;
    ErrorPolicy m_errorPolicy = ErrorPolicy::Stop;
};

} // namespace kakuin::plan
