// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QByteArray>

#include <memory>

namespace kakuin::bench {

/// libcurl and nothing else: posts on one connection and keeps what comes until the next.
class BareDownload final {
public:
    BareDownload(const QString &url, const QString &caFile);
    ~BareDownload();
    Q_DISABLE_COPY_MOVE(BareDownload)

    /// That many bytes of a CertificateServer. Errors: ConnectionLost, UnexpectedOutput for fewer or more.
    [[nodiscard]] Result<void> fetch(qsizetype bytes);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace kakuin::bench
