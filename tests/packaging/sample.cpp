// SPDX-License-Identifier: MIT
// Something for each hardening flag to act on.
#include <cstdio>
#include <cstring>
#include <vector>

int main(int count, char **arguments)
{
    char name[64];
    std::strcpy(
        name, arguments[0]); // NOLINT(clang-analyzer-security.insecureAPI.strcpy): _FORTIFY_SOURCE makes it safe
    const std::vector<int> numbers(static_cast<std::size_t>(count));
    std::printf("%s %d\n", name, numbers[static_cast<std::size_t>(count - 1)]);
    return 0;
}
