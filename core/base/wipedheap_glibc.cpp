// SPDX-License-Identifier: MIT
// Compiled by itself: it defines malloc, and the compiler must not assume that it knows what that does.
#include "core/base/wipedheap.h"

#include <cerrno>
#include <cstddef>
#include <cstring>

#include <malloc.h>
#include <strings.h>
#include <unistd.h>

// glibc's own allocator, under the names that stay when malloc is replaced.
extern "C" {
void *__libc_malloc(std::size_t size) noexcept; // NOLINT(bugprone-reserved-identifier)
void *__libc_calloc(std::size_t count, std::size_t size) noexcept; // NOLINT(bugprone-reserved-identifier)
void *__libc_realloc(void *block, std::size_t size) noexcept; // NOLINT(bugprone-reserved-identifier)
void *__libc_memalign(std::size_t alignment, std::size_t size) noexcept; // NOLINT(bugprone-reserved-identifier)
void __libc_free(void *block) noexcept; // NOLINT(bugprone-reserved-identifier)
}

namespace {

bool isPowerOfTwo(std::size_t number)
{
    return number != 0 && (number & (number - 1)) == 0;
}

} // namespace

// The complete set that the manual names: a preloaded allocator must not give what is freed here.
extern "C" {

void *malloc(std::size_t size) noexcept
{
    return __libc_malloc(size);
}

void *calloc(std::size_t count, std::size_t size) noexcept
{
    return __libc_calloc(count, size);
}

void free(void *block) noexcept
{
    if (!block)
        return;
    explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

void *realloc(void *block, std::size_t size) noexcept
{
    if (!block)
        return __libc_malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const std::size_t had = malloc_usable_size(block);
    if (size <= had) {
        explicit_bzero(static_cast<char *>(block) + size, had - size);
        return __libc_realloc(block, size);
    }
    // not glibc's realloc: it would free the old place as it is
    void *grown = __libc_malloc(size);
    if (!grown)
        return nullptr;
    std::memcpy(grown, block, had);
    free(block);
    return grown;
}

void *memalign(std::size_t alignment, std::size_t size) noexcept
{
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(std::size_t alignment, std::size_t size) noexcept
{
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **block, std::size_t alignment, std::size_t size) noexcept
{
    if (alignment % sizeof(void *) != 0 || !isPowerOfTwo(alignment))
        return EINVAL;
    void *made = __libc_memalign(alignment, size);
    if (!made)
        return ENOMEM;
    *block = made;
    return 0;
}

void *valloc(std::size_t size) noexcept
{
    return __libc_memalign(static_cast<std::size_t>(sysconf(_SC_PAGESIZE)), size);
}

void *pvalloc(std::size_t size) noexcept
{
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return __libc_memalign(page, (size + page - 1) / page * page);
}

} // extern "C"

namespace kakuin {

bool wipesFreedMemory()
{
    return true;
}

} // namespace kakuin
