// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>

/// One fuzz target: what is done with any bytes at all. It must come back, and touch what it read.
void fuzzOne(const QByteArray &data);
