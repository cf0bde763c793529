// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/psrp/evidence.h"

#include <QtCore/QList>

namespace kakuin::remote {

/// What servers sent that could not be understood, of one session, to find out why.
/// Shape:   the newest records, at most `most`; the first ones, at most as many, are also written to the category
///          kakuin.remote.wire.
/// Secrets: none, see psrp::Evidence.
class WireLog final {
public:
    struct Record final {
        psrp::Evidence evidence;
        QString problem; ///< why it was not understood
        friend bool operator==(const Record &, const Record &) = default;
    };
    static constexpr qsizetype most = 100;

    void add(const psrp::Evidence &evidence, const QString &problem);
    [[nodiscard]] const QList<Record> &records() const { return m_records; }

private:
    QList<Record> m_records;
    qsizetype m_written = 0; ///< to the category
};

} // namespace kakuin::remote
