// SPDX-License-Identifier: MIT
#include "core/connection/connectionfile.h"

#include "core/base/privatefolder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>
#include <QtCore/QSet>
#include <QtCore/QStandardPaths>

#include <array>

namespace kakuin::connection {
namespace {

using namespace Qt::StringLiterals;
using ConnectionKind = ConnectionProfile::Kind;

constexpr int formatNow = 1;

template <class Value>
struct Word final {
    Value value;
    QLatin1String word;
};

constexpr std::array kinds{Word<ConnectionKind>{ConnectionKind::Server, QLatin1String("server")},
    Word<ConnectionKind>{ConnectionKind::Computer, QLatin1String("computer")},
    Word<ConnectionKind>{ConnectionKind::Ssh, QLatin1String("ssh")},
    Word<ConnectionKind>{ConnectionKind::Program, QLatin1String("program")}};
constexpr std::array signIns{Word<SignIn>{SignIn::Kerberos, QLatin1String("kerberos")},
    Word<SignIn>{SignIn::Negotiate, QLatin1String("negotiate")}, Word<SignIn>{SignIn::Basic, QLatin1String("basic")},
    Word<SignIn>{SignIn::Certificate, QLatin1String("certificate")}};

constexpr std::array directorySecurities{
    Word<DirectorySecurity>{DirectorySecurity::SaslProtected, QLatin1String("kerberos")},
    Word<DirectorySecurity>{DirectorySecurity::Ldaps, QLatin1String("ldaps")},
    Word<DirectorySecurity>{DirectorySecurity::StartTls, QLatin1String("startTls")}};

struct Text final {
    QLatin1String key;
    QString ConnectionProfile::*member;
};
constexpr std::array texts{Text{QLatin1String("name"), &ConnectionProfile::name},
    Text{QLatin1String("address"), &ConnectionProfile::address}, Text{QLatin1String("user"), &ConnectionProfile::user},
    Text{QLatin1String("authorityFile"), &ConnectionProfile::authorityFile},
    Text{QLatin1String("clientCertificateFile"), &ConnectionProfile::clientCertificateFile},
    Text{QLatin1String("servicePrincipal"), &ConnectionProfile::servicePrincipal},
    Text{QLatin1String("command"), &ConnectionProfile::command},
    Text{QLatin1String("directoryAddress"), &ConnectionProfile::directoryAddress}};

template <class Words, class Value>
QString wordOf(const Words &words, Value value)
{
    const auto it = std::find_if(words.begin(), words.end(), [value](const auto &w) { return w.value == value; });
    return it == words.end() ? QString() : QString(it->word);
}

template <class Words, class Value>
bool takeWord(const Words &words, const QJsonValue &json, Value *value)
{
    const auto it = std::find_if(words.begin(), words.end(), [&](const auto &w) { return json.toString() == w.word; });
    if (it == words.end())
        return false;
    *value = it->value;
    return true;
}

QJsonObject jsonOf(const ConnectionProfile &profile)
{
    QJsonObject json{{u"kind"_s, wordOf(kinds, profile.kind)}, {u"signIn"_s, wordOf(signIns, profile.signIn)}};
    for (const Text &text : texts) {
        if (!(profile.*text.member).isEmpty())
            json.insert(text.key, profile.*text.member);
    }
    if (!profile.pinnedSha256.isEmpty())
        json.insert(u"pinnedSha256"_s, QString::fromLatin1(profile.pinnedSha256.toHex().toUpper()));
    if (profile.parallelCommands != ConnectionProfile().parallelCommands)
        json.insert(u"parallelCommands"_s, profile.parallelCommands);
    if (!profile.furtherAddresses.isEmpty())
        json.insert(u"furtherAddresses"_s, QJsonArray::fromStringList(profile.furtherAddresses));
    if (profile.isReadOnly)
        json.insert(u"isReadOnly"_s, true);
    if (!profile.directoryAddress.isEmpty())
        json.insert(u"directorySecurity"_s, wordOf(directorySecurities, profile.directorySecurity));
    return json;
}

// Absent is empty; anything but a short list of short texts is not a list of addresses
bool takeAddresses(const QJsonValue &json, QStringList *addresses)
{
    if (json.isUndefined())
        return true;
    const QJsonArray entries = json.toArray();
    if (!json.isArray() || entries.size() > ConnectionProfile::mostFurtherAddresses)
        return false;
    for (const auto &entry : entries) {
        const QString address = entry.toString();
        if (address.isEmpty() || address.size() > ConnectionProfile::mostCharacters)
            return false;
        addresses->append(address);
    }
    return true;
}

// Half a connection could sign in somewhere else: all of it, or nothing
std::optional<ConnectionProfile> profileOf(const QJsonObject &json)
{
    ConnectionProfile profile;
    if (!takeWord(kinds, json.value(u"kind"), &profile.kind)
        || !takeWord(signIns, json.value(u"signIn"), &profile.signIn))
        return std::nullopt;
    for (const Text &text : texts) {
        const QJsonValue value = json.value(text.key);
        if (!value.isUndefined() && !value.isString())
            return std::nullopt;
        profile.*text.member = value.toString();
        if ((profile.*text.member).size() > ConnectionProfile::mostCharacters)
            return std::nullopt;
    }
    if (json.contains(u"pinnedSha256"_s)) {
        const Result<QByteArray> pin = sha256FromText(json.value(u"pinnedSha256").toString());
        if (!pin)
            return std::nullopt;
        profile.pinnedSha256 = *pin;
    }
    if (!takeAddresses(json.value(u"furtherAddresses"), &profile.furtherAddresses))
        return std::nullopt;
    if (json.contains(u"directorySecurity"_s)
        && !takeWord(directorySecurities, json.value(u"directorySecurity"), &profile.directorySecurity))
        return std::nullopt;
    const QJsonValue readOnly = json.value(u"isReadOnly");
    if (!readOnly.isUndefined() && !readOnly.isBool())
        return std::nullopt;
    profile.isReadOnly = readOnly.toBool();
    profile.parallelCommands = json.value(u"parallelCommands").toInt(profile.parallelCommands);
    if (profile.parallelCommands < 1 || profile.parallelCommands > ConnectionProfile::mostParallelCommands)
        return std::nullopt;
    return profile.name.isEmpty() ? std::nullopt : std::optional(profile);
}

} // namespace

ConnectionFile::ConnectionFile(QString path)
    : m_path(std::move(path))
{
}

ConnectionFile ConnectionFile::ofUser()
{
    return ConnectionFile(
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)).filePath(u"connections.json"_s));
}

Result<QList<ConnectionProfile>> ConnectionFile::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<ConnectionProfile>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, m_path, file.errorString());
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return fail(ErrorCode::StorageDamaged, m_path, u"size"_s);
    QJsonParseError problem;
    const QJsonObject json = QJsonDocument::fromJson(bytes, &problem).object();
    if (problem.error != QJsonParseError::NoError || !json.value(u"format").isDouble())
        return fail(ErrorCode::StorageDamaged, m_path, problem.errorString());
    if (json.value(u"format").toInt() > formatNow)
        return fail(ErrorCode::StorageTooNew, m_path);
    const QJsonArray entries = json.value(u"connections").toArray();
    if (entries.size() > mostConnections)
        return fail(ErrorCode::StorageDamaged, m_path, u"connections"_s);
    QList<ConnectionProfile> profiles;
    QSet<QString> names;
    for (const auto &entry : entries) {
        const std::optional<ConnectionProfile> profile = profileOf(entry.toObject());
        if (!profile || names.contains(profile->name.toCaseFolded()))
            return fail(ErrorCode::StorageDamaged, m_path, u"connections[%1]"_s.arg(profiles.size()));
        names.insert(profile->name.toCaseFolded());
        profiles.append(*profile);
    }
    return profiles;
}

Result<void> ConnectionFile::save(const QList<ConnectionProfile> &profiles) const
{
    QJsonArray entries;
    for (const ConnectionProfile &profile : profiles)
        entries.append(jsonOf(profile));
    const QByteArray bytes = QJsonDocument(QJsonObject{{u"format"_s, formatNow}, {u"connections"_s, entries}}).toJson();
    if (const Result<void> made = makePrivateFolder(QFileInfo(m_path).absolutePath()); !made)
        return fail(ErrorCode::FileUnwritable, m_path);
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, m_path, file.errorString());
    // names of accounts and servers are nobody else's business
    file.setPermissions(privateFile);
    if (file.write(bytes) != bytes.size() || !file.commit()) {
        const bool isFull = file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
        return fail(isFull ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, m_path, file.errorString());
    }
    return {};
}

Result<ConnectionProfile> ConnectionFile::find(const QString &name) const
{
    const Result<QList<ConnectionProfile>> profiles = load();
    if (!profiles)
        return tl::unexpected<Error>(profiles.error());
    const auto it = std::find_if(profiles->begin(), profiles->end(),
        [&](const ConnectionProfile &profile) { return profile.name.compare(name, Qt::CaseInsensitive) == 0; });
    if (it == profiles->end())
        return fail(ErrorCode::ConnectionNotFound, name);
    return *it;
}

} // namespace kakuin::connection
