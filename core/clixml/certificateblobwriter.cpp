// SPDX-License-Identifier: MIT
#include "core/clixml/certificateblob.h"
#include "core/clixml/serializedcertificate.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

namespace kakuin::clixml {
namespace {

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
class StreamWriter final {
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
    StreamWriter &byte(quint8 value)
    {
        m_out.append(static_cast<char>(value));
        return *this;
    }
    StreamWriter &number(qint32 value)
    {
        char raw[sizeof(value)];
        qToLittleEndian(value, raw);
        m_out.append(raw, sizeof(raw));
        return *this;
    }
    StreamWriter &text(QByteArrayView utf8)
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

QByteArray writeCertificateBlob(const CertificateBlob &blob)
{
    const QByteArray payload = StreamWriter().written(blob);
    if (!blob.isSigned)
        return payload;
    char length[sizeof(qint32)];
    qToLittleEndian(static_cast<qint32>(payload.size()), length);
    return "#sig#" + QByteArray(length, sizeof(length)) + payload
        + QCryptographicHash::hash(payload, QCryptographicHash::Sha256);
}

} // namespace kakuin::clixml
