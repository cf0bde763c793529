// SPDX-License-Identifier: MIT
#include "core/clixml/certificateblob.h"

#include "core/clixml/nrbf.h"
#include "core/clixml/serializedcertificate.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

namespace kakuin::clixml {
namespace {

using nrbf::Record;
using nrbf::RecordPtr;

constexpr QByteArrayView signedMark = "#sig#";
constexpr qsizetype lengthBytes = 4;
constexpr qsizetype signatureBytes = 32;

// A certificate's blob has some twenty records; a hundred bindings would make it a few hundred.
constexpr nrbf::Limits blobLimits{qsizetype(16) * 1024 * 1024, 20'000, 100, 16, 10'000, 200'000};

tl::unexpected<Error> malformedBlob(const QString &reason)
{
    return fail(ErrorCode::MalformedNrbf, {}, reason);
}

// Reads members by name and remembers the first that is missing or of another kind.
class Members final {
public:
    explicit Members(const Record &record)
        : m_record(record)
    {
    }
    template <class Kind>
    Kind value(QStringView name)
    {
        const nrbf::Value *member = m_record.member(name);
        const Kind *found = member ? std::get_if<Kind>(&member->data) : nullptr;
        if (!found && m_problem.isEmpty())
            m_problem = QStringLiteral("member %1 of %2 is missing or of another kind").arg(name, m_record.className);
        return found ? *found : Kind();
    }
    // an enumeration: a class around "value__"
    int enumeration(QStringView name)
    {
        const auto record = value<RecordPtr>(name);
        if (!record)
            return 0;
        Members inside(*record);
        const auto number = inside.value<qint64>(u"value__");
        if (m_problem.isEmpty())
            m_problem = inside.problem();
        return static_cast<int>(number); // Int32 in every such class; a wider one is cut, not trusted
    }
    [[nodiscard]] bool isNull(QStringView name) const
    {
        const nrbf::Value *member = m_record.member(name);
        return member && std::holds_alternative<std::monostate>(member->data);
    }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    const Record &m_record;
    QString m_problem;
};

// List`1[IisService]: the first _size of _items count, the rest is room to grow.
Result<QStringList> serviceNames(const Record &list)
{
    Members members(list);
    const auto items = members.value<QList<nrbf::Value>>(u"_items");
    const auto size = members.value<qint64>(u"_size");
    if (!members.problem().isEmpty())
        return malformedBlob(members.problem());
    if (size < 0 || size > items.size())
        return malformedBlob(QStringLiteral("a list of %1 in an array of %2").arg(size).arg(items.size()));
    QStringList names;
    for (qsizetype i = 0; i < size; ++i) {
        const auto *service = std::get_if<RecordPtr>(&items.at(i).data);
        if (!service)
            return malformedBlob(QStringLiteral("element %1 of the IIS services is no class").arg(i));
        Members of(**service);
        names.append(of.value<QString>(u"serviceName"));
        if (!of.problem().isEmpty())
            return malformedBlob(of.problem());
    }
    return names;
}

Result<CertificateBlob> fromRecord(const Record &record, bool isSigned)
{
    CertificateBlob blob;
    Members members(record);
    const auto certData = members.value<QByteArray>(u"CertData");
    blob.isSigned = isSigned;
    blob.isSelfSigned = members.value<bool>(u"SelfSigned");
    blob.status = members.enumeration(u"Status");
    blob.rootCaType = members.enumeration(u"RootCAType");
    blob.services = members.enumeration(u"Services");
    blob.isPrivateKeyExportable = members.value<bool>(u"PrivateKeyExportable");
    blob.identity = members.isNull(u"Identity") ? QString() : members.value<QString>(u"Identity");
    const auto list = members.isNull(u"IISServices") ? RecordPtr() : members.value<RecordPtr>(u"IISServices");
    if (!members.problem().isEmpty())
        return malformedBlob(members.problem());
    if (list) {
        const auto names = serviceNames(*list);
        if (!names)
            return tl::unexpected<Error>(names.error());
        blob.iisServiceNames = *names;
    }
    return readSerializedCertificate(certData, blob).transform([&] { return blob; });
}

constexpr QByteArrayView managementAssembly
    = "Microsoft.Exchange.Management, Version=15.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35";
constexpr QByteArrayView systemAssembly = "System, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089";
constexpr QByteArrayView taskNamespace = "Microsoft.Exchange.Management.SystemConfigurationTasks.";

// MS-NRBF 2.1.2; only the numbers that this one shape of stream needs
constexpr quint8 recordHeader = 0;
constexpr quint8 recordClassWithId = 1;
constexpr quint8 recordSystemClass = 4;
constexpr quint8 recordClass = 5;
constexpr quint8 recordString = 6;
constexpr quint8 recordArray = 7;
constexpr quint8 recordReference = 9;
constexpr quint8 recordNull = 10;
constexpr quint8 recordEnd = 11;
constexpr quint8 recordLibrary = 12;
constexpr quint8 recordNullRun = 13;
constexpr quint8 recordPrimitiveArray = 15;
constexpr quint8 typePrimitive = 0;
constexpr quint8 typeString = 1;
constexpr quint8 typeSystemClass = 3;
constexpr quint8 typeClass = 4;
constexpr quint8 typePrimitiveArray = 7;
constexpr quint8 primitiveBoolean = 1;
constexpr quint8 primitiveByte = 2;
constexpr quint8 primitiveInt32 = 8;

QByteArray taskType(QByteArrayView name)
{
    return taskNamespace.toByteArray() + name.toByteArray();
}

// Writes the one shape of stream that .NET makes of an ExchangeCertificate. Numbers of objects and libraries come
// from one counter in the order in which .NET meets them; those of enumerations (value types) are negative.
class BlobStreamWriter final {
public:
    QByteArray written(const CertificateBlob &blob)
    {
        byte(recordHeader).number(1).number(-1).number(1).number(0);
        const qint32 root = next();
        m_management = library(managementAssembly);
        beginRoot(root);
        const qint32 certData = reference();
        byte(blob.isSelfSigned ? 1 : 0);
        enumeration("CertificateStatus", blob.status);
        enumeration("CertificateAuthorityType", blob.rootCaType);
        enumeration("AllowedServices", blob.services);
        const qint32 list = reference();
        byte(blob.isPrivateKeyExportable ? 1 : 0);
        string(blob.identity);
        bytes(certData, writeSerializedCertificate(blob));
        services(list, blob.iisServiceNames);
        byte(recordEnd);
        return m_out;
    }

private:
    qint32 next() { return ++m_counter; }
    BlobStreamWriter &byte(quint8 value)
    {
        m_out.append(static_cast<char>(value));
        return *this;
    }
    BlobStreamWriter &number(qint32 value)
    {
        char raw[sizeof(value)];
        qToLittleEndian(value, raw);
        m_out.append(raw, sizeof(raw));
        return *this;
    }
    BlobStreamWriter &text(QByteArrayView utf8)
    {
        auto size = static_cast<quint32>(utf8.size());
        for (; size > 0x7f; size >>= 7)
            byte(static_cast<quint8>(size | 0x80U));
        byte(static_cast<quint8>(size));
        m_out.append(utf8);
        return *this;
    }
    qint32 library(QByteArrayView name)
    {
        const qint32 id = next();
        byte(recordLibrary).number(id).text(name);
        return id;
    }
    qint32 reference()
    {
        const qint32 id = next();
        byte(recordReference).number(id);
        return id;
    }
    void string(const QString &value) { byte(recordString).number(next()).text(value.toUtf8()); }
    void bytes(qint32 id, const QByteArray &value)
    {
        byte(recordPrimitiveArray).number(id).number(static_cast<qint32>(value.size())).byte(primitiveByte);
        m_out += value;
    }
    void names(std::initializer_list<QByteArrayView> members)
    {
        number(static_cast<qint32>(members.size()));
        for (const QByteArrayView name : members)
            text(name);
    }
    void types(std::initializer_list<quint8> kinds)
    {
        for (const quint8 kind : kinds)
            byte(kind);
    }
    // an enumeration is a class with one number; returns the number of its description
    qint32 enumeration(QByteArrayView type, int value)
    {
        const qint32 id = -next();
        byte(recordClass).number(id).text(taskType(type));
        names({"value__"});
        byte(typePrimitive).byte(primitiveInt32).number(m_management).number(value);
        return id;
    }

    [[nodiscard]] static QByteArray listType()
    {
        return "System.Collections.Generic.List`1[[" + taskType("IisService") + ", " + managementAssembly.toByteArray()
            + "]]";
    }

    void beginRoot(qint32 id)
    {
        byte(recordClass).number(id).text(taskType("ExchangeCertificate"));
        names({"CertData", "SelfSigned", "Status", "RootCAType", "Services", "IISServices", "PrivateKeyExportable",
            "Identity"});
        types({typePrimitiveArray, typePrimitive, typeClass, typeClass, typeClass, typeSystemClass, typePrimitive,
            typeString});
        byte(primitiveByte).byte(primitiveBoolean);
        for (const QByteArrayView type : {"CertificateStatus", "CertificateAuthorityType", "AllowedServices"})
            text(taskType(type)).number(m_management);
        text(listType()).byte(primitiveBoolean).number(m_management);
    }

    void services(qint32 list, const QStringList &names)
    {
        const auto size = static_cast<qint32>(names.size());
        byte(recordSystemClass).number(list).text(listType());
        this->names({"_items", "_size", "_version"});
        types({typeClass, typePrimitive, typePrimitive});
        text(taskType("IisService[]")).number(m_management).byte(primitiveInt32).byte(primitiveInt32);
        const qint32 array = reference();
        number(size).number(1); // changed once, see capacityFor()
        const qint32 capacity = capacityFor(size);
        byte(recordArray).number(array).byte(0).number(1).number(capacity);
        byte(typeClass).text(taskType("IisService")).number(m_management);
        QList<qint32> ids;
        for (qint32 i = 0; i < size; ++i)
            ids.append(reference());
        nulls(capacity - size);
        for (qint32 i = 0; i < size; ++i)
            service(ids.at(i), ids.first(), names.at(i));
    }

    // Exchange fills the list in one go: room for four, or for exactly as many as there are
    [[nodiscard]] static qint32 capacityFor(qint32 size) { return size == 0 ? 0 : qMax(size, 4); }

    void nulls(qint32 count)
    {
        for (; count > 1; count -= qMin(count, 255))
            byte(recordNullRun).byte(static_cast<quint8>(qMin(count, 255)));
        if (count == 1)
            byte(recordNull);
    }

    void service(qint32 id, qint32 firstId, const QString &name)
    {
        if (id == firstId) {
            const qint32 system = library(systemAssembly);
            byte(recordClass).number(id).text(taskType("IisService"));
            names({"serviceName", "internalUrl", "internalUrlValid", "externalUrl", "externalUrlValid"});
            types({typeString, typeClass, typeClass, typeClass, typeClass});
            for (int i = 0; i < 2; ++i)
                text("System.Uri").number(system).text(taskType("UrlValidation")).number(m_management);
            number(m_management);
        } else {
            byte(recordClassWithId).number(id).number(firstId);
        }
        string(name);
        url();
        url();
    }

    // no address, not validated
    void url()
    {
        byte(recordNull);
        if (m_urlValidation == 0)
            m_urlValidation = enumeration("UrlValidation", 0);
        else
            byte(recordClassWithId).number(-next()).number(m_urlValidation).number(0);
    }

    QByteArray m_out;
    qint32 m_counter = 0;
    qint32 m_management = 0;
    qint32 m_urlValidation = 0;
};

} // namespace

Result<CertificateBlob> readCertificateBlob(const QByteArray &serializationData)
{
    const bool isSigned = serializationData.startsWith(signedMark);
    QByteArray payload = serializationData;
    if (isSigned) {
        const qsizetype header = signedMark.size() + lengthBytes;
        if (serializationData.size() < header + signatureBytes)
            return malformedBlob(QStringLiteral("offset 0: the signed frame is cut off"));
        const auto length = qFromLittleEndian<qint32>(serializationData.constData() + signedMark.size());
        if (length != serializationData.size() - header - signatureBytes)
            return malformedBlob(QStringLiteral("offset 5: the signed frame announces %1 bytes").arg(length));
        payload = serializationData.sliced(header, length);
    }
    return nrbf::read(payload, blobLimits).and_then([isSigned](const RecordPtr &record) {
        return fromRecord(*record, isSigned);
    });
}

QByteArray writeCertificateBlob(const CertificateBlob &blob)
{
    const QByteArray payload = BlobStreamWriter().written(blob);
    if (!blob.isSigned)
        return payload;
    char length[sizeof(qint32)];
    qToLittleEndian(static_cast<qint32>(payload.size()), length);
    return signedMark.toByteArray() + QByteArray(length, sizeof(length)) + payload
        + QCryptographicHash::hash(payload, QCryptographicHash::Sha256);
}

} // namespace kakuin::clixml
