// SPDX-License-Identifier: MIT
#pragma once

namespace kakuin::findings {

/// How soon something should be done. It follows from the severity of findings and from nothing else (urgencyOf() of
/// `guidance.h`), so that the marks of the tree, the strip, the overview and the list of findings agree.
enum class Urgency { Nothing, WhenConvenient, Soon, Now };

} // namespace kakuin::findings
