// SPDX-License-Identifier: MIT
#include "core/lab/directoryblock.h"

namespace kakuin::lab {

using namespace Qt::StringLiterals;
using clixml::ObjectBuilder;
using clixml::Value;

namespace {

/// A stable GUID for an object that has none of its own.
QUuid stableGuid(const QString &distinguishedName)
{
    static const QUuid space(u"{2a3f6d0c-5b1e-4e1a-9c50-6b616b75696e}"_s);
    return QUuid::createUuidV5(space, distinguishedName.toLower());
}

} // namespace

QStringList configurationChain(const QString &type)
{
    const QString prefix = u"Microsoft.Exchange.Data.Directory."_s;
    return {prefix + u"SystemConfiguration."_s + type, prefix + u"SystemConfiguration.ADConfigurationObject"_s,
        prefix + u"ADObject"_s, prefix + u"ADRawEntry"_s, u"Microsoft.Exchange.Data.ConfigurableObject"_s,
        u"System.Object"_s};
}

QString administrativeGroupDn(const LabState &state)
{
    return u"CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,"_s + state.organisationDn();
}

clixml::Value adObjectId(
    const LabState &state, const QString &distinguishedName, const QString &shortName, const QUuid &guid)
{
    static const auto chain = std::make_shared<const QStringList>(QStringList{
        u"Microsoft.Exchange.Data.Directory.ADObjectId"_s, u"Microsoft.Exchange.Data.ObjectId"_s, u"System.Object"_s});
    const QStringList names = distinguishedName.split(u',');
    return ObjectBuilder(chain)
        .toString(shortName)
        .adapted(u"IsDeleted"_s, Value::fromBool(false))
        .adapted(u"Rdn"_s, Value(names.value(0)))
        .adapted(u"Parent"_s, Value(names.value(1).section(u'=', 1)))
        .adapted(u"Depth"_s, Value::fromInt(names.size() - state.organisation.domain.split(u'.').size()))
        .adapted(u"DistinguishedName"_s, Value(distinguishedName))
        .adapted(u"IsRelativeDn"_s, Value::fromBool(false))
        .adapted(u"DomainId"_s, Value(state.organisation.domain))
        .adapted(u"PartitionFQDN"_s, Value(state.organisation.domain))
        .adapted(u"ObjectGuid"_s, Value(Value::Data(guid.isNull() ? stableGuid(distinguishedName) : guid)))
        .adapted(u"Name"_s, Value(names.value(0).section(u'=', 1)))
        .build();
}

void addDirectoryBlock(ObjectBuilder &builder, const LabState &state, const DirectoryBlock &block)
{
    const Value created = Value::fromDateTimeUtc(state.organisation.createdUtc);
    const QString identity = block.identity.isEmpty() ? block.name : block.identity;
    const Value id = adObjectId(state, block.distinguishedName, identity, block.guid);
    QList<Value> classes;
    for (const QString &name : block.classes)
        classes.append(Value(name));
    builder.adapted(u"Name"_s, Value(block.name))
        .adapted(u"AdminDisplayName"_s, Value(u""_s))
        .adapted(u"DistinguishedName"_s, Value(block.distinguishedName))
        .adapted(u"Identity"_s, id)
        .adapted(u"Guid"_s, Value(Value::Data(block.guid.isNull() ? stableGuid(block.distinguishedName) : block.guid)))
        .adapted(u"ObjectCategory"_s,
            adObjectId(state, u"CN=%1,CN=Schema,%2"_s.arg(block.category, state.configurationDn()),
                u"%1/Configuration/Schema/%2"_s.arg(state.organisation.domain, block.category)))
        .adapted(u"ObjectClass"_s,
            ObjectBuilder::list(classes,
                u"Microsoft.Exchange.Data.MultiValuedProperty`1[[System.String, mscorlib, Version=4.0.0.0, "
                "Culture=neutral, PublicKeyToken=b77a5c561934e089]]"_s))
        .adapted(u"WhenChangedUTC"_s, created)
        .adapted(u"WhenCreatedUTC"_s, created)
        .adapted(u"Id"_s, id)
        .adapted(u"OriginatingServer"_s, Value(state.organisation.domainController))
        .adapted(u"IsValid"_s, Value::fromBool(true))
        .adapted(
            u"ObjectState"_s, ObjectBuilder::enumeration(u"Microsoft.Exchange.Data.ObjectState"_s, u"Unchanged"_s, 1));
}

} // namespace kakuin::lab
