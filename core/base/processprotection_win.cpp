// SPDX-License-Identifier: MIT
#include "core/base/processprotection.h"

#include <windows.h>

#include <aclapi.h>

#include <vector>

namespace kakuin {

namespace {

// The user of this process, as bytes that begin with a TOKEN_USER; empty where the system does not say
std::vector<unsigned char> userOfProcess()
{
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
        return {};
    DWORD bytes = 0;
    GetTokenInformation(token, TokenUser, nullptr, 0, &bytes);
    std::vector<unsigned char> user(bytes);
    if (bytes == 0 || !GetTokenInformation(token, TokenUser, user.data(), bytes, &bytes))
        user.clear();
    CloseHandle(token);
    return user;
}

// The user may wait for this process, ask about it and end it, and nothing else: not read its memory.
bool denyAccess()
{
    constexpr DWORD allowed = SYNCHRONIZE | PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_TERMINATE;
    std::vector<unsigned char> user = userOfProcess();
    if (user.empty())
        return false;
    PSID sid = reinterpret_cast<TOKEN_USER *>(user.data())->User.Sid;
    const DWORD bytes
        = static_cast<DWORD>(sizeof(ACL) + sizeof(ACCESS_ALLOWED_ACE) - sizeof(DWORD)) + GetLengthSid(sid);
    std::vector<unsigned char> memory(bytes);
    auto *list = reinterpret_cast<ACL *>(memory.data());
    return InitializeAcl(list, bytes, ACL_REVISION) && AddAccessAllowedAce(list, ACL_REVISION, allowed, sid)
        && SetSecurityInfo(
               GetCurrentProcess(), SE_KERNEL_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr, list, nullptr)
        == ERROR_SUCCESS;
}

} // namespace

// Source: SetErrorMode (SEM_NOGPFAULTERRORBOX: no report with a dump), "Process Security and Access Rights".
bool protectProcess()
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    return denyAccess();
}

} // namespace kakuin
