// SPDX-License-Identifier: MIT
#include "core/clixml/nrbf.h"

#include "core/clixml/nrbfparser.h"

#include <algorithm>

namespace kakuin::clixml::nrbf {
namespace {

// Second pass: puts objects in the place of references, from the root down.
class Resolver final {
public:
    Resolver(const QHash<qint32, ParsedObject> &objects, const Limits &limits)
        : m_objects(objects)
        , m_limits(limits)
    {
    }

    Result<RecordPtr> root(qint32 id)
    {
        int height = 0;
        const Value value = resolved(id, 0, height);
        if (m_error)
            return tl::unexpected<Error>(*m_error);
        const auto *record = std::get_if<RecordPtr>(&value.data);
        if (!record)
            return fail(ErrorCode::MalformedNrbf, {}, QStringLiteral("the root object is not a class"));
        return *record;
    }

private:
    void failWith(ErrorCode code, const QString &reason)
    {
        if (!m_error)
            m_error = Error{code, {}, reason};
    }

    // `height` grows to what this object adds to its parent. It is kept with a finished object: a list of a thousand
    // objects, each of which refers to the one before, is a thousand deep although no single walk is.
    Value resolved(qint32 id, int depth, int &height)
    {
        if (m_error)
            return {};
        if (const auto done = m_done.constFind(id); done != m_done.constEnd()) {
            if (depth + done->height > m_limits.depth)
                failWith(ErrorCode::NrbfLimitExceeded, tooDeep());
            height = qMax(height, done->height + 1);
            return done->value;
        }
        const auto found = m_objects.constFind(id);
        if (found == m_objects.constEnd())
            failWith(ErrorCode::MalformedNrbf, QStringLiteral("object %1 does not exist").arg(id));
        else if (m_open.contains(id))
            failWith(ErrorCode::MalformedNrbf, QStringLiteral("object %1 contains itself").arg(id));
        else if (depth > m_limits.depth)
            failWith(ErrorCode::NrbfLimitExceeded, tooDeep());
        if (m_error)
            return {};
        m_open.insert(id);
        Done done;
        done.value = std::visit([&](const auto &object) { return made(object, depth, done.height); }, *found);
        m_open.remove(id);
        m_done.insert(id, done);
        height = qMax(height, done.height + 1);
        return done.value;
    }

    static Value made(const QString &text, int, int &) { return {text}; }
    static Value made(const QByteArray &bytes, int, int &) { return {bytes}; }
    Value made(const ParsedArray &array, int depth, int &height)
    {
        QList<Value> values;
        values.reserve(array.slots.size());
        for (const Slot &slot : array.slots)
            values.append(filled(slot, depth, height));
        return {values};
    }
    Value made(const ParsedClass &parsed, int depth, int &height)
    {
        auto record = std::make_shared<Record>();
        record->className = parsed.layout->className;
        record->members.reserve(parsed.slots.size());
        for (qsizetype i = 0; i < parsed.slots.size(); ++i)
            record->members.append({parsed.layout->members.at(i), filled(parsed.slots.at(i), depth, height)});
        return {RecordPtr(std::move(record))};
    }

    Value filled(const Slot &slot, int depth, int &height)
    {
        return std::visit(
            [&](const auto &content) -> Value {
                if constexpr (std::is_same_v<std::decay_t<decltype(content)>, Reference>)
                    return resolved(content.id, depth + 1, height);
                else
                    return {content};
            },
            slot);
    }

    [[nodiscard]] QString tooDeep() const { return QStringLiteral("references deeper than %1").arg(m_limits.depth); }

    struct Done final {
        Value value;
        int height = 0;
    };
    const QHash<qint32, ParsedObject> &m_objects;
    const Limits &m_limits;
    QHash<qint32, Done> m_done;
    QSet<qint32> m_open;
    std::optional<Error> m_error;
};

} // namespace

const Value *Record::member(QStringView name) const
{
    const auto it
        = std::find_if(members.begin(), members.end(), [name](const auto &member) { return member.first == name; });
    return it == members.end() ? nullptr : &it->second;
}

Result<RecordPtr> read(const QByteArray &stream, const Limits &limits)
{
    Parser parser(stream, limits);
    if (!parser.parse())
        return tl::unexpected<Error>(parser.error());
    return Resolver(parser.objects(), limits).root(parser.rootId());
}

} // namespace kakuin::clixml::nrbf
