// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/latestonly.h"
#include "core/plan/draft.h"
#include "core/plan/pfxfile.h"

namespace kakuin::plan {

/// Import-ExchangeCertificate of what an earlier step exported, or of a file.
/// Source: Import-ExchangeCertificate -FileData -Password -PrivateKeyExportable (FileName exists on 2013 only).
[[nodiscard]] Step importStep(int number, const domain::ServerId &server, const shell::LateValue &data,
    const domain::Thumbprint &expected, bool isExportable, const QString &friendlyName = {});

/// What a person composes to bring a PFX file to one or several servers.
/// Shape:   setFile() opens the file on the thread pool; state() tells how far that is, summary() what it holds.
class ImportDraft final : public Draft {
    Q_OBJECT
public:
    enum class FileState { None, Opening, Open, Failed };
    enum class ProblemCode {
        FileMissing,
        FileNotOpen, ///< it could not be opened: see error()
        NoKeyInside,
        NoServer,
        ServerUnreachable,
        AlreadyThere, ///< the server has that certificate
        Expired, ///< it would be of no use
        FriendlyNameTooLong,
    };
    struct Problem final {
        ProblemCode code = ProblemCode::FileMissing;
        domain::ServerId server;
        friend bool operator==(const Problem &, const Problem &) = default;
    };

    ImportDraft(domain::InventoryPtr inventory, const QDateTime &nowUtc, QObject *parent = nullptr);
    ~ImportDraft() override;
    Q_DISABLE_COPY_MOVE(ImportDraft)

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] Secret password() const override { return m_password; }
    void setFile(const QString &path, const Secret &password);
    [[nodiscard]] FileState state() const { return m_state; }
    [[nodiscard]] const std::optional<PfxSummary> &summary() const { return m_summary; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] QList<domain::ServerId> servers() const { return m_servers; }
    void setServers(const QList<domain::ServerId> &servers);
    [[nodiscard]] bool isKeyExportable() const { return m_isExportable; }
    void setKeyExportable(bool exportable);
    [[nodiscard]] QString friendlyName() const { return m_friendlyName; }
    void setFriendlyName(const QString &name); ///< empty: that of the file
    [[nodiscard]] ErrorPolicy errorPolicy() const { return m_errorPolicy; }
    void setErrorPolicy(ErrorPolicy policy);

    [[nodiscard]] QList<Problem> problems() const;
    [[nodiscard]] Plan plan() const override;

private:
    QString m_path;
    Secret m_password;
    FileState m_state = FileState::None;
    std::optional<PfxSummary> m_summary;
    std::optional<Error> m_error;
    LatestOnly m_opening;
    QList<domain::ServerId> m_servers;
    bool m_isExportable = false;
    QString m_friendlyName;
    ErrorPolicy m_errorPolicy = ErrorPolicy::Stop;
};

} // namespace kakuin::plan
