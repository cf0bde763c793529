// SPDX-License-Identifier: MIT
#include "core/connection/connectionprofile.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>

namespace kakuin::connection {
namespace {

using namespace Qt::StringLiterals;

constexpr int highestPort = 65535;

bool protectsByItself(SignIn signIn)
{
    return signIn == SignIn::Kerberos || signIn == SignIn::Negotiate;
}

// "user@host" of ssh, where neither may be taken for an option or hold another argument
Result<void> checkSshWord(const QString &word)
{
    static const QRegularExpression plain(u"^[\\p{L}\\p{N}_.\\\\][\\p{L}\\p{N}_.@\\\\-]*$"_s);
    if (!plain.match(word).hasMatch())
        return fail(ErrorCode::InvalidArgument, word, u"host"_s);
    return {};
}

Result<QStringList> sshCall(const ConnectionProfile &profile)
{
    const QString host = profile.address.section(u':', 0, 0);
    const QString port = profile.address.section(u':', 1);
    if (const Result<void> word = checkSshWord(host); !word)
        return tl::unexpected<Error>(word.error());
    // without a terminal, and asking nothing that nobody could answer
    QStringList call{u"ssh"_s, u"-T"_s, u"-o"_s, u"BatchMode=yes"_s};
    if (!port.isEmpty()) {
        const int number = port.toInt();
        if (number <= 0 || number > highestPort)
            return fail(ErrorCode::InvalidArgument, profile.address, u"port"_s);
        call << u"-p"_s << QString::number(number);
    }
    if (!profile.user.isEmpty()) {
        if (const Result<void> word = checkSshWord(profile.user); !word)
            return tl::unexpected<Error>(word.error());
        call << u"-l"_s << profile.user;
    }
    return call << u"-s"_s << host << u"powershell"_s;
}

} // namespace

Result<QUrl> endpointUrl(const ConnectionProfile &profile)
{
    const QString address = profile.address.trimmed();
    if (address.isEmpty() || address.size() > ConnectionProfile::mostCharacters)
        return fail(ErrorCode::InvalidArgument, address.left(80), u"address"_s);
    const QString scheme = protectsByItself(profile.signIn) ? u"http://"_s : u"https://"_s;
    QUrl url(address.contains(u"://"_s) ? address : scheme + address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return fail(ErrorCode::InvalidArgument, address, url.isValid() ? u"host"_s : url.errorString());
    if (url.scheme() != u"http" && url.scheme() != u"https")
        return fail(ErrorCode::InvalidArgument, address, u"scheme"_s);
    if (!url.userInfo().isEmpty()) // it would be stored and shown
        return fail(ErrorCode::InvalidArgument, url.toDisplayString(QUrl::RemoveUserInfo), u"userInfo"_s);
    if (url.scheme() == u"http" && !protectsByItself(profile.signIn))
        return fail(ErrorCode::InvalidArgument, address, u"passwordOverHttp"_s);
    url.setFragment(QString());
    if (url.path().isEmpty() || url.path() == u"/")
        url.setPath(u"/PowerShell/"_s);
    if (!url.hasQuery() && url.path().startsWith(u"/powershell"_s, Qt::CaseInsensitive))
        url.setQuery(u"serializationLevel=Full;clientApplication=ManagementShell;PSVersion=5.1.17763.592"_s);
    return url;
}

Result<QStringList> programCall(const ConnectionProfile &profile)
{
    switch (profile.kind) {
    case ConnectionProfile::Kind::Server:
        break;
    case ConnectionProfile::Kind::Computer:
#ifdef Q_OS_WIN
        return QStringList{u"powershell.exe"_s, u"-s"_s, u"-NoLogo"_s, u"-NoProfile"_s};
#else
        return QStringList{u"pwsh"_s, u"-s"_s, u"-NoLogo"_s, u"-NoProfile"_s};
#endif
    case ConnectionProfile::Kind::Ssh:
        return sshCall(profile);
    case ConnectionProfile::Kind::Program:
        if (const QStringList call = QProcess::splitCommand(profile.command); !call.isEmpty())
            return call;
        break;
    }
    return fail(ErrorCode::InvalidArgument, profile.command, u"command"_s);
}

bool needsPassword(const ConnectionProfile &profile)
{
    if (profile.kind != ConnectionProfile::Kind::Server)
        return false;
    return profile.signIn == SignIn::Basic || (protectsByItself(profile.signIn) && !profile.user.isEmpty());
}

QString peerName(const ConnectionProfile &profile)
{
    if (profile.kind == ConnectionProfile::Kind::Server) {
        const Result<QUrl> url = endpointUrl(profile);
        return url ? url->host() : profile.address;
    }
    if (profile.kind == ConnectionProfile::Kind::Ssh)
        return profile.address.section(u':', 0, 0);
    const Result<QStringList> call = programCall(profile);
    return call ? call->first() : profile.command;
}

Result<QByteArray> sha256FromText(const QString &text)
{
    static const QRegularExpression separators(u"[\\s:]"_s);
    static const QRegularExpression digits(u"^[0-9A-Fa-f]{64}$"_s);
    const QString plain = QString(text).remove(separators);
    if (!digits.match(plain).hasMatch())
        return fail(ErrorCode::InvalidArgument, text.left(200), u"SHA-256"_s);
    return QByteArray::fromHex(plain.toLatin1());
}

} // namespace kakuin::connection
