// SPDX-License-Identifier: MIT
#include "core/connection/connectionprofile.h"

#include "core/base/untrustedtext.h"

#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>

#include <array>

namespace kakuin::connection {
namespace {

using namespace Qt::StringLiterals;

constexpr int highestPort = 65535;

constexpr std::array problemNames{std::pair{ProfileProblem::AddressMissing, QLatin1String("addressMissing")},
    std::pair{ProfileProblem::AddressMalformed, QLatin1String("addressMalformed")},
    std::pair{ProfileProblem::SchemeUnknown, QLatin1String("schemeUnknown")},
    std::pair{ProfileProblem::UserInAddress, QLatin1String("userInAddress")},
    std::pair{ProfileProblem::PasswordOverHttp, QLatin1String("passwordOverHttp")},
    std::pair{ProfileProblem::HostMalformed, QLatin1String("hostMalformed")},
    std::pair{ProfileProblem::PortMalformed, QLatin1String("portMalformed")},
    std::pair{ProfileProblem::UserMalformed, QLatin1String("userMalformed")},
    std::pair{ProfileProblem::CommandMissing, QLatin1String("commandMissing")},
    std::pair{ProfileProblem::NameUnsafe, QLatin1String("nameUnsafe")},
    std::pair{ProfileProblem::PinMalformed, QLatin1String("pinMalformed")},
    std::pair{ProfileProblem::TooManyFurther, QLatin1String("tooManyFurther")},
    std::pair{ProfileProblem::DirectoryMalformed, QLatin1String("directoryMalformed")},
    std::pair{ProfileProblem::DirectoryUnprotected, QLatin1String("directoryUnprotected")}};

tl::unexpected<Error> refuse(ProfileProblem problem, const QString &subject)
{
    return fail(ErrorCode::InvalidArgument, subject.left(200), nameOf(problem));
}

bool protectsByItself(SignIn signIn)
{
    return signIn == SignIn::Kerberos || signIn == SignIn::Negotiate;
}

// "user@host" of ssh, where neither may be taken for an option or hold another argument
Result<void> checkSshWord(const QString &word, ProfileProblem problem)
{
    static const QRegularExpression plain(u"^[\\p{L}\\p{N}_.\\\\][\\p{L}\\p{N}_.@\\\\-]*$"_s);
    if (!plain.match(word).hasMatch())
        return refuse(problem, word);
    return {};
}

Result<QStringList> sshCall(const ConnectionProfile &profile)
{
    const QString host = profile.address.section(u':', 0, 0);
    const QString port = profile.address.section(u':', 1);
    if (host.isEmpty())
        return refuse(ProfileProblem::AddressMissing, {});
    if (const Result<void> word = checkSshWord(host, ProfileProblem::HostMalformed); !word)
        return tl::unexpected<Error>(word.error());
    // without a terminal, and asking nothing that nobody could answer
    QStringList call{u"ssh"_s, u"-T"_s, u"-o"_s, u"BatchMode=yes"_s};
    if (!port.isEmpty()) {
        const int number = port.toInt();
        if (number <= 0 || number > highestPort)
            return refuse(ProfileProblem::PortMalformed, profile.address);
        call << u"-p"_s << QString::number(number);
    }
    if (!profile.user.isEmpty()) {
        if (const Result<void> word = checkSshWord(profile.user, ProfileProblem::UserMalformed); !word)
            return tl::unexpected<Error>(word.error());
        call << u"-l"_s << profile.user;
    }
    return call << u"-s"_s << host << u"powershell"_s;
}

// "dc01", "dc01:636" or "ldaps://dc01:636"; the scheme says how it is protected, too
Result<directory::DirectorySettings> directoryPlace(const ConnectionProfile &profile)
{
    directory::DirectorySettings settings;
    settings.security = profile.directorySecurity;
    const QString address = profile.directoryAddress.trimmed();
    const QUrl url(address.contains(u"://"_s) ? address : u"ldap://"_s + address, QUrl::StrictMode);
    const bool hasMore = !url.userInfo().isEmpty() || url.path().size() > 1 || url.hasQuery() || url.hasFragment();
    if (!url.isValid() || url.host().isEmpty() || hasMore || url.port() == 0)
        return refuse(ProfileProblem::DirectoryMalformed, url.toDisplayString(QUrl::RemoveUserInfo));
    if (url.scheme() != u"ldap" && url.scheme() != u"ldaps")
        return refuse(ProfileProblem::DirectoryMalformed, address);
    if (url.scheme() == u"ldaps")
        settings.security = DirectorySecurity::Ldaps;
    settings.host = url.host();
    settings.port = static_cast<quint16>(url.port(0));
    return settings;
}

} // namespace

QLatin1String nameOf(ProfileProblem problem)
{
    const auto it = std::find_if(
        problemNames.begin(), problemNames.end(), [problem](const auto &known) { return known.first == problem; });
    return it == problemNames.end() ? QLatin1String() : it->second;
}

std::optional<ProfileProblem> problemOf(const Error &error)
{
    const auto it = std::find_if(
        problemNames.begin(), problemNames.end(), [&error](const auto &known) { return error.detail == known.second; });
    if (error.code != ErrorCode::InvalidArgument || it == problemNames.end())
        return std::nullopt;
    return it->first;
}

Result<void> check(const ConnectionProfile &profile)
{
    const QStringList names
        = QStringList{profile.name, profile.address, profile.user, profile.servicePrincipal, profile.directoryAddress}
        + profile.furtherAddresses;
    for (const QString &name : names) {
        if (isUnsafeInName(name))
            return refuse(ProfileProblem::NameUnsafe, name);
    }
    if (const auto directory = directorySettings(profile, {}); !directory)
        return tl::unexpected<Error>(directory.error());
    if (profile.kind != ConnectionProfile::Kind::Server)
        return programCall(profile).transform([](const QStringList &) {});
    if (profile.furtherAddresses.size() > ConnectionProfile::mostFurtherAddresses)
        return refuse(ProfileProblem::TooManyFurther, QString::number(profile.furtherAddresses.size()));
    Result<QUrl> url = endpointUrl(profile);
    for (const QString &address : profile.furtherAddresses) {
        if (url)
            url = endpointUrl(furtherProfile(profile, address));
    }
    return url.transform([](const QUrl &) {});
}

ConnectionProfile furtherProfile(const ConnectionProfile &profile, const QString &address)
{
    ConnectionProfile further = profile;
    further.address = address;
    further.furtherAddresses.clear();
    // both belong to one server
    further.pinnedSha256.clear();
    further.servicePrincipal.clear();
    return further;
}

Result<std::optional<directory::DirectorySettings>> directorySettings(
    const ConnectionProfile &profile, const Secret &password)
{
    using Settings = directory::DirectorySettings;
    if (profile.directoryAddress.trimmed().isEmpty())
        return std::optional<Settings>();
    return directoryPlace(profile).and_then([&](Settings settings) -> Result<std::optional<Settings>> {
        settings.caFile = profile.authorityFile;
        if (needsPassword(profile)) {
            const bool isTicket = protectsByItself(profile.signIn);
            if (!isTicket && settings.security == DirectorySecurity::SaslProtected)
                return refuse(ProfileProblem::DirectoryUnprotected, profile.directoryAddress);
            settings.signIn = isTicket ? Settings::SignIn::UserPassword : Settings::SignIn::Simple;
            settings.user = profile.user;
            settings.password = password;
        }
        return std::optional(settings);
    });
}

Result<QUrl> endpointUrl(const ConnectionProfile &profile)
{
    const QString address = profile.address.trimmed();
    if (address.isEmpty())
        return refuse(ProfileProblem::AddressMissing, {});
    const QString scheme = protectsByItself(profile.signIn) ? u"http://"_s : u"https://"_s;
    QUrl url(address.contains(u"://"_s) ? address : scheme + address, QUrl::StrictMode);
    if (!url.userInfo().isEmpty())
        return refuse(ProfileProblem::UserInAddress, url.toDisplayString(QUrl::RemoveUserInfo));
    if (address.size() > ConnectionProfile::mostCharacters || !url.isValid())
        return refuse(ProfileProblem::AddressMalformed, address);
    if (url.scheme() != u"http" && url.scheme() != u"https")
        return refuse(ProfileProblem::SchemeUnknown, address);
    if (url.host().isEmpty())
        return refuse(ProfileProblem::AddressMalformed, address);
    if (url.scheme() == u"http" && !protectsByItself(profile.signIn))
        return refuse(ProfileProblem::PasswordOverHttp, address);
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
    return refuse(ProfileProblem::CommandMissing, profile.command);
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
    return call ? QFileInfo(call->first()).fileName() : profile.command;
}

Result<QByteArray> sha256FromText(const QString &text)
{
    static const QRegularExpression separators(u"[\\s:]"_s);
    static const QRegularExpression digits(u"^[0-9A-Fa-f]{64}$"_s);
    const QString plain = QString(text).remove(separators);
    if (!digits.match(plain).hasMatch())
        return refuse(ProfileProblem::PinMalformed, text);
    return QByteArray::fromHex(plain.toLatin1());
}

} // namespace kakuin::connection
