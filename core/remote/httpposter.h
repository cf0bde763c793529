// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QtCore/QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace kakuin::remote {

/// One connection to a server, on which requests are answered one after the other.
/// Shape:   post() queues; each request gets answered or failed, in order. Deleting it breaks off what runs.
/// Errors:  of failed: ServerUnreachable when no connection could be made; ConnectionLost when one broke.
/// Threads: that of the object; nothing blocks.
class HttpPoster : public QObject {
    Q_OBJECT
public:
    HttpPoster() = default;
    ~HttpPoster() override;
    Q_DISABLE_COPY_MOVE(HttpPoster)
    virtual void post(const QByteArray &body, std::chrono::seconds timeout) = 0;

Q_SIGNALS:
    void answered(int status, const QByteArray &contentType, const QByteArray &body);
    void failed(const kakuin::Error &error);
};

using HttpPosterFactory = std::function<std::unique_ptr<HttpPoster>()>;

} // namespace kakuin::remote
