// SPDX-License-Identifier: MIT
#include "core/shell/shell.h"

namespace kakuin::shell {

Shell::Shell(QObject *parent)
    : QObject(parent)
{
}

Shell::~Shell() = default;

QList<Error> Shell::problems() const
{
    return {};
}

} // namespace kakuin::shell
