// SPDX-License-Identifier: MIT
#include "await.h"
#include "fakeclock.h"
#include "verifyresult.h"
