// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/draft.h"

namespace kakuin::plan {

/// Export-ExchangeCertificate into a file, which is then opened with the password and compared. An empty path keeps the
/// bytes for later steps only.
/// Source: Export-ExchangeCertificate -BinaryEncoded -Password (FileName exists on 2013 only).
[[nodiscard]] Step exportStep(int number, const domain::CertificateId &id, const QString &path);

/// Whether its server refuses to export a certificate because it is the organisation's Auth certificate: the current or
/// the next one. nullopt where the update level, or which certificate that is, is not known; see
/// domain::ServerVersion::refusesAuthExport().
/// Source: KB5069337. It does not say whether the next one is refused; it is taken to be.
[[nodiscard]] std::optional<bool> refusesExport(const domain::Inventory &inventory, const domain::CertificateId &id);

/// How well a password keeps a PFX from whoever finds the file.
enum class PasswordQuality { Empty, Weak, Fair, Good };

/// A rough estimate from length and kinds of characters; repeated and sequential characters count little.
[[nodiscard]] PasswordQuality passwordQuality(const Secret &password);

/// What a person composes to save a certificate with its key.
class ExportDraft final : public Draft {
    Q_OBJECT
public:
    enum class ProblemCode {
        TargetNotFound,
        NotExportable,
        AuthExportRefused, ///< the server is known to refuse the Auth certificate
        PathMissing,
        PasswordMissing,
        PasswordsDiffer
    };

    ExportDraft(
        domain::InventoryPtr inventory, const QDateTime &nowUtc, domain::CertificateId id, QObject *parent = nullptr);
    ~ExportDraft() override;
    Q_DISABLE_COPY_MOVE(ExportDraft)

    [[nodiscard]] const domain::CertificateId &id() const { return m_id; }
    [[nodiscard]] const domain::Certificate *certificate() const { return inventory()->find(m_id); }
    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString &path);
    [[nodiscard]] Secret password() const override { return m_password; }
    void setPassword(const Secret &password);
    void setRepeatedPassword(const Secret &password);

    [[nodiscard]] QList<ProblemCode> problems() const;
    [[nodiscard]] Plan plan() const override;

private:
    domain::CertificateId m_id;
    QString m_path;
    Secret m_password;
    Secret m_repeated;
};

} // namespace kakuin::plan
