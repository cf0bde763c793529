// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

#include <memory>

namespace kakuin::remote {

/// Cookies in memory, for the connections of one session: load balancers may use them to keep it on one server.
/// Threads: any; libcurl locks it.
class CookieJar final {
public:
    CookieJar();
    ~CookieJar();
    Q_DISABLE_COPY_MOVE(CookieJar)
    [[nodiscard]] void *handle() const; ///< libcurl's CURLSH

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace kakuin::remote
