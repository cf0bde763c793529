// SPDX-License-Identifier: MIT
#include "fakeclock.h"
#include "verifyresult.h"
