// SPDX-License-Identifier: MIT
#include "core/clixml/object.h"

#include "core/clixml/objectcomparison.h"

#include <algorithm>

namespace kakuin::clixml {
namespace {

using namespace Qt::StringLiterals;

constexpr QStringView deserialized = u"Deserialized.";

const Property *find(const QList<Property> &properties, QStringView name)
{
    const auto it = std::find_if(properties.begin(), properties.end(), [name](const Property &property) {
        return property.name.size() == name.size() && name.compare(property.name, Qt::CaseInsensitive) == 0;
    });
    return it == properties.end() ? nullptr : &*it;
}

const Property *find(const Object &object, QStringView name)
{
    for (const Object *current = &object; current;) {
        const Property *found = find(current->extended, name);
        if (!found)
            found = find(current->adapted, name);
        if (found)
            return found;
        const auto *wrapped = std::get_if<ObjectPtr>(&current->baseValue.data());
        current = wrapped ? wrapped->get() : nullptr;
    }
    return nullptr;
}

QStringView bare(QStringView typeName)
{
    return typeName.startsWith(deserialized) ? typeName.sliced(deserialized.size()) : typeName;
}

} // namespace

Value Object::property(QStringView name) const
{
    const Property *found = find(*this, name);
    return found ? found->value : Value();
}

bool Object::hasProperty(QStringView name) const
{
    return find(*this, name) != nullptr;
}

QString Object::typeName() const
{
    return typeNames && !typeNames->isEmpty() ? bare(typeNames->first()).toString() : QString();
}

bool Object::isA(QStringView typeName) const
{
    return typeNames
        && std::any_of(typeNames->begin(), typeNames->end(),
            [wanted = bare(typeName)](const QString &name) { return bare(name) == wanted; });
}

bool operator==(const Object &a, const Object &b)
{
    return ObjectComparison().equal(a, b);
}

ObjectBuilder::ObjectBuilder(const QStringList &typeNames)
    : ObjectBuilder(typeNames.isEmpty() ? nullptr : std::make_shared<const QStringList>(typeNames))
{
}

ObjectBuilder::ObjectBuilder(std::shared_ptr<const QStringList> typeNames)
    : m_object(std::make_shared<Object>())
{
    m_object->typeNames = std::move(typeNames);
}

ObjectBuilder &ObjectBuilder::toString(const QString &text)
{
    m_object->toStringText = text;
    return *this;
}

ObjectBuilder &ObjectBuilder::base(Value value)
{
    m_object->baseValue = std::move(value);
    return *this;
}

ObjectBuilder &ObjectBuilder::adapted(const QString &name, Value value)
{
    m_object->adapted.append({name, std::move(value)});
    return *this;
}

ObjectBuilder &ObjectBuilder::extended(const QString &name, Value value)
{
    m_object->extended.append({name, std::move(value)});
    return *this;
}

ObjectPtr ObjectBuilder::build()
{
    // handed over, not copied: a builder that is used again starts from the same types, never from a shared object
    auto next = std::make_shared<Object>();
    next->typeNames = m_object->typeNames;
    return std::exchange(m_object, std::move(next));
}

ObjectPtr ObjectBuilder::enumeration(const QString &typeName, const QString &text, qint64 value)
{
    return ObjectBuilder(QStringList{typeName, u"System.Enum"_s, u"System.ValueType"_s, u"System.Object"_s})
        .toString(text)
        .base(Value::fromInt(value))
        .build();
}

ObjectPtr ObjectBuilder::list(const QList<Value> &values, const QString &typeName)
{
    static const auto arrayList
        = std::make_shared<const QStringList>(QStringList{u"System.Collections.ArrayList"_s, u"System.Object"_s});
    auto object = std::make_shared<Object>();
    object->typeNames = typeName.isEmpty()
        ? arrayList
        : std::make_shared<const QStringList>(QStringList{typeName, u"System.Object"_s});
    object->container = ContainerKind::List;
    object->items = values;
    return object;
}

} // namespace kakuin::clixml
