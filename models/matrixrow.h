// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/roles.h"
#include "core/findings/evaluation.h"
#include "models/severity.h"

#include <array>

namespace kakuin::models {

/// The columns of the matrix behind the server's name. Connector stands for send and receive connectors and for hybrid
/// mail.
enum class MatrixColumn { Own, Transport, AuthCurrent, AuthNext, FrontEnd443, BackEnd444, WmSvc, Connector, Count_ };
inline constexpr int matrixColumnCount = static_cast<int>(MatrixColumn::Count_);

/// A certificate in a cell, with what proves that it belongs there.
struct MatrixEntry final {
    domain::CertificateId id;
    QString name; ///< safe to show
    QDateTime notAfterUtc;
    domain::ExpiryPolicy bands; ///< that its life is judged by
    findings::Urgency urgency = findings::Urgency::Nothing; ///< of its findings that are not muted
    QList<domain::RoleEvidence> evidence;
    domain::Expiry expiry;
    Severity severity = Severity::NotKnown;

    friend bool operator==(const MatrixEntry &, const MatrixEntry &) = default;
};

/// What the ports of a column were seen to show: the web site's, the Web Management Service's, those of SMTP.
struct MatrixPorts final {
    enum class State {
        NotChecked,
        Agree, ///< with what was read
        Differ, ///< some port shows a certificate that was not read, or that IIS does not name
        NotKnown, ///< none of them answered
    };
    State state = State::NotChecked;
    QList<domain::LiveReading> readings;

    friend bool operator==(const MatrixPorts &, const MatrixPorts &) = default;
};

/// What one server has in one role.
struct MatrixCell final {
    enum class State {
        Empty, ///< it was read, and there is none
        NotKnown, ///< the part that would tell was not read; `gap` or `isUntold` says why
        Missing, ///< the role is given to a certificate that the server does not hold
        Certificates,
    };
    State state = State::Empty;
    QList<MatrixEntry> entries; ///< the worst first
    domain::Thumbprint missing; ///< of State::Missing
    findings::Urgency urgency = findings::Urgency::Nothing; ///< of State::Missing: of what is found about that
    std::optional<Error> gap; ///< why it was not read; beside entries: there may be more of them
    bool isUntold = false; ///< the source holds too little of some certificate to tell; beside entries the same
    Severity severity = Severity::NotKnown; ///< of the worst
    MatrixPorts ports;

    friend bool operator==(const MatrixCell &, const MatrixCell &) = default;
};

/// One server as finished values, made once per inventory.
struct MatrixRow final {
    domain::ServerId server;
    QString name; ///< safe to show
    QString sortName;
    std::optional<Error> error; ///< nothing could be read from it: the cells say nothing
    QDateTime readUtc;
    domain::Reading reading; ///< how far it is up to date
    std::array<MatrixCell, matrixColumnCount> cells;

    [[nodiscard]] const MatrixCell &cell(MatrixColumn column) const { return cells[static_cast<size_t>(column)]; }
    friend bool operator==(const MatrixRow &, const MatrixRow &) = default;
};

/// Rows by name as people count (EX2 before EX10), each server once, marked as urgent as their findings are.
/// Cost:    linear in certificates x (servers + connectors).
/// Threads: any.
[[nodiscard]] QList<MatrixRow> buildMatrix(const findings::Evaluation &evaluation, const QDateTime &nowUtc);

/// Computes anew what depends on the clock; answers with the rows that look different now.
QList<int> applyClock(QList<MatrixRow> &rows, const QDateTime &nowUtc);

/// The order of buildMatrix().
[[nodiscard]] bool precedes(const MatrixRow &a, const MatrixRow &b);

} // namespace kakuin::models
