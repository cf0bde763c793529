// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

namespace kakuin {

/// Deleter that calls a C library's function.
template <auto freeFunction>
struct FreeWith final {
    template <class T>
    void operator()(T *p) const
    {
        freeFunction(p);
    }
};

/// An object of a C library, which its function frees: Owned<CURL, curl_easy_cleanup>.
template <class T, auto freeFunction>
using Owned = std::unique_ptr<T, FreeWith<freeFunction>>;

} // namespace kakuin
