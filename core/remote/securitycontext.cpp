// SPDX-License-Identifier: MIT
#include "core/remote/securitycontext.h"

namespace kakuin::remote {

SecurityContext::~SecurityContext() = default;
SecurityCredential::~SecurityCredential() = default;

} // namespace kakuin::remote
