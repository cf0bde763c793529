// SPDX-License-Identifier: MIT
#include "core/session/keptinventory.h"

#include "core/base/privatefolder.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDataStream>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QSet>

namespace kakuin::session {
namespace {

using namespace domain;

const QByteArray keptMagic = QByteArrayLiteral("Kakuin inventory 1\n");
constexpr qint64 mostKeptBytes = 500'000'000; ///< 100,000 certificates take a third of it
constexpr auto keptHash = QCryptographicHash::Sha256;
constexpr qsizetype keptHashBytes = 32;

/// Writes values, or reads them into their places: one list of members serves both ways.
class Members final {
public:
    Members(QDataStream &stream, bool isReading)
        : m_stream(stream)
        , m_isReading(isReading)
    {
        m_stream.setVersion(QDataStream::Qt_6_0);
    }

    template <class... T>
    void operator()(T &...members)
    {
        (visit(members), ...);
    }

private:
    template <class T>
    void plain(T &value)
    {
        if (m_isReading)
            m_stream >> value;
        else
            m_stream << value;
    }
    void visit(bool &value) { plain(value); }
    void visit(int &value) { plain(value); }
    void visit(QString &value) { plain(value); }
    void visit(QByteArray &value) { plain(value); }
    void visit(QStringList &value) { plain(value); }
    void visit(QDateTime &value) { plain(value); }
    void visit(QVersionNumber &value) { plain(value); }

    template <class T>
    requires std::is_enum_v<T>
    void visit(T &value)
    {
        auto number = static_cast<qint32>(value);
        plain(number);
        value = static_cast<T>(number);
    }
    template <class T>
    void visit(QFlags<T> &value)
    {
        auto number = static_cast<quint32>(value.toInt());
        plain(number);
        value = QFlags<T>::fromInt(static_cast<typename QFlags<T>::Int>(number));
    }
    template <class T>
    void visit(QList<T> &list)
    {
        auto count = static_cast<qint64>(list.size());
        plain(count);
        if (!m_isReading) {
            for (T &one : list)
                visit(one);
            return;
        }
        list.clear();
        for (qint64 i = 0; i < count && m_stream.status() == QDataStream::Ok; ++i)
            visit(list.emplace_back());
    }
    template <class T>
    void visit(std::optional<T> &value)
    {
        bool isThere = value.has_value();
        plain(isThere);
        if (m_isReading)
            value = isThere ? std::optional<T>(std::in_place) : std::nullopt;
        if (value)
            visit(*value);
    }
    // Why something was not read is of no use in another session, and a peer's text does not belong into a file
    template <class T>
    void visit(Result<T> &value)
    {
        bool isThere = value.has_value();
        plain(isThere);
        if (m_isReading)
            value = isThere ? Result<T>() : Result<T>(fail(ErrorCode::NotRead));
        if constexpr (!std::is_void_v<T>) {
            if (value)
                visit(*value);
        }
    }

    void visit(ServerId &id)
    {
        QString name = id.name();
        plain(name);
        id = ServerId(name);
    }
    void visit(Thumbprint &thumbprint)
    {
        QByteArray bytes = thumbprint.isNull() ? QByteArray() : thumbprint.bytes();
        plain(bytes);
        thumbprint = Thumbprint::fromSha1(bytes);
    }
    void visit(ServerVersion &version) { visit(version.number); }
    void visit(Server &s) { (*this)(s.id, s.fqdn, s.version, s.roles, s.edition, s.site, s.dag, s.distinguishedName); }
    void visit(KeyFacts &k) { (*this)(k.algorithm, k.bits, k.algorithmName); }
    void visit(CertificateFacts &f)
    {
        (*this)(f.der, f.thumbprint, f.subject, f.issuer, f.subjectCommonName, f.issuerCommonName, f.isSelfIssued,
            f.serialNumber, f.notBeforeUtc, f.notAfterUtc, f.key, f.signatureAlgorithm, f.signatureHash, f.dnsNames,
            f.dnsNameCount, f.extendedKeyUsageOids, f.publicKeySha256);
    }
    void visit(IisBinding &b) { (*this)(b.serviceName, b.siteId); }
    void visit(Certificate &c)
    {
        (*this)(c.server, c.facts, c.source, c.friendlyName, c.services, c.hasPrivateKey, c.privateKeyExportable,
            c.isSelfSigned, c.status, c.rootCaType, c.iisBindings, c.keyContainer, c.keyProvider, c.identity);
    }
    void visit(TransportAssignment &t) { (*this)(t.server, t.thumbprint, t.origin); }
    void visit(AuthConfig &a)
    {
        (*this)(a.current, a.previous, a.next, a.nextEffectiveUtc, a.nextEffectiveText, a.organisation, a.serviceName,
            a.realm);
    }
    void visit(TlsCertificateName &n) { (*this)(n.issuer, n.subject); }
    void visit(Connector &c)
    {
        (*this)(c.kind, c.name, c.servers, c.fqdn, c.tlsCertificateName, c.malformedTlsName, c.isCloudMailEnabled,
            c.isEnabled, c.offersTls, c.isRelayThroughCloud, c.requiresTls, c.tlsAuthLevel, c.tlsDomain);
    }
    void visit(HybridConfiguration &h)
    {
        (*this)(h.tlsCertificateName, h.sendingTransportServers, h.receivingTransportServers);
    }
    // of an unreadable certificate only that there is one: see Result
    void visit(Error &e)
    {
        plain(e.subject);
        if (m_isReading)
            e = {ErrorCode::NotRead, e.subject, {}};
    }
    void visit(ServerEntry &e) { (*this)(e.server, e.certificates, e.transport, e.unreadable, e.readUtc, e.isExcerpt); }

    QDataStream &m_stream;
    bool m_isReading;
};

void visitInventory(Members &members, Inventory &i)
{
    members(i.organisation, i.takenUtc, i.servers, i.authConfig, i.sendConnectors, i.receiveConnectors, i.hybrid,
        i.serverList);
}

// What the reader itself guarantees and everything that follows relies on
bool isConsistent(const Inventory &inventory)
{
    QSet<ServerId> names;
    for (const ServerEntry &entry : inventory.servers) {
        if (names.contains(entry.server.id))
            return false;
        names.insert(entry.server.id);
        for (const Certificate &certificate : entry.certificates.value_or(QList<Certificate>())) {
            if (certificate.server != entry.server.id || certificate.facts.key.bits < 0
                || certificate.facts.dnsNameCount < certificate.facts.dnsNames.size())
                return false;
        }
    }
    return true;
}

} // namespace

Result<void> writeKeptInventory(const QString &path, const Inventory &inventory)
{
    QByteArray content;
    QDataStream stream(&content, QIODevice::WriteOnly);
    Members members(stream, false);
    Inventory copy = inventory; // one list of members for both ways needs members that can be changed
    visitInventory(members, copy);
    if (const Result<void> made = makePrivateFolder(QFileInfo(path).absolutePath()); !made)
        return made;
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(privateFile)
        && file.write(keptMagic) == keptMagic.size()
        && file.write(QCryptographicHash::hash(content, keptHash)) == keptHashBytes
        && file.write(content) == content.size() && file.commit();
    return isWritten ? Result<void>() : Result<void>(fail(ErrorCode::FileUnwritable, path, file.errorString()));
}

Result<InventoryPtr> readKeptInventory(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostKeptBytes)
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    const bool isOurs = file.read(keptMagic.size()) == keptMagic;
    const QByteArray hash = file.read(keptHashBytes);
    const QByteArray content = file.readAll();
    if (!isOurs || hash != QCryptographicHash::hash(content, keptHash))
        return fail(ErrorCode::FileUnreadable, path);
    QDataStream stream(content);
    Members members(stream, true);
    auto inventory = std::make_shared<Inventory>();
    visitInventory(members, *inventory);
    if (stream.status() != QDataStream::Ok || !stream.atEnd() || !isConsistent(*inventory))
        return fail(ErrorCode::FileUnreadable, path);
    return InventoryPtr(inventory);
}

} // namespace kakuin::session
