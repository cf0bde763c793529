// SPDX-License-Identifier: MIT
#include "core/clixml/certificateblob.h"

#include "core/clixml/nrbf.h"
#include "core/clixml/serializedcertificate.h"

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

} // namespace kakuin::clixml
