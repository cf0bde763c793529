// SPDX-License-Identifier: MIT
#include "core/remote/httpposter.h"

namespace kakuin::remote {

HttpPoster::~HttpPoster() = default;

} // namespace kakuin::remote
