// SPDX-License-Identifier: MIT
#include "core/remote/wirelog.h"

#include "core/base/untrustedtext.h"

#include <QtCore/QLoggingCategory>

namespace kakuin::remote {
namespace {

Q_LOGGING_CATEGORY(wireLog, "kakuin.remote.wire", QtWarningMsg)

constexpr qsizetype longestProblem = 1000;

} // namespace

void WireLog::add(const psrp::Evidence &evidence, const QString &problem)
{
    if (m_records.size() == most)
        m_records.removeFirst();
    m_records.append({evidence, singleLine(problem, longestProblem)});
    if (m_written++ < most)
        qCWarning(wireLog).noquote() << "received" << singleLine(evidence.text()) << "-"
                                     << m_records.constLast().problem;
}

} // namespace kakuin::remote
