// SPDX-License-Identifier: MIT
#include "failingwrites.h"

#include <cerrno>
#include <csignal>
#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

namespace kakuin::testkit {
namespace {

WriteFault fault = WriteFault::None;
int remaining = 0; // calls until the fault
int failed = 0;

// True when this call is (or comes after) the one that must fail.
bool strikes()
{
    return fault != WriteFault::None && --remaining <= 0;
}

template <class F>
F next(const char *name)
{
    return reinterpret_cast<F>(dlsym(RTLD_NEXT, name));
}

int noSpace()
{
    ++failed;
    errno = ENOSPC;
    return -1;
}

} // namespace

void failWrite(WriteFault which, int n)
{
    fault = which;
    remaining = n;
    failed = 0;
}

int failedWrites()
{
    return failed;
}

} // namespace kakuin::testkit

using namespace kakuin::testkit;

extern "C" {

__attribute__((visibility("default"))) ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    if (!strikes())
        return real(file, bytes, count, offset);
    if (fault == WriteFault::Kill) {
        real(file, bytes, count / 2, offset);
        kill(getpid(), SIGKILL);
    }
    return noSpace();
}

__attribute__((visibility("default"))) int ftruncate64(int file, off64_t size)
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    if (!strikes())
        return real(file, size);
    if (fault == WriteFault::Kill)
        kill(getpid(), SIGKILL);
    return noSpace();
}

__attribute__((visibility("default"))) int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    if (!strikes())
        return real(file);
    if (fault == WriteFault::Kill)
        kill(getpid(), SIGKILL);
    return noSpace();
}
}
