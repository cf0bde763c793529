// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/codename.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace kakuin::plan {

/// Text as JSON: a string, or {"utf16": base64} when it is no valid UTF-16 and JSON could not give it back.
[[nodiscard]] QJsonValue jsonText(const QString &text);
/// A parameter's value as {"type": …, "value": …}. Errors: InvalidArgument for a Secret.
[[nodiscard]] Result<QJsonValue> jsonValue(const shell::ParameterValue &value);

/// Reads a JSON object member by member; the first thing that is missing or of another kind is remembered as its error,
/// and everything after it reads as empty. So a reader is written straight on and asks once, at the end.
class JsonReader final {
public:
    explicit JsonReader(QJsonObject object)
        : m_object(std::move(object))
    {
    }
    [[nodiscard]] QString text(const QString &key);
    /// A text that is a name: of a server, a cmdlet, a parameter. What safeName() refuses is rejected.
    [[nodiscard]] QString name(const QString &key);
    [[nodiscard]] int number(const QString &key);
    [[nodiscard]] bool flag(const QString &key);
    [[nodiscard]] domain::Thumbprint thumbprint(const QString &key); ///< the empty text is the null one
    [[nodiscard]] QList<domain::Thumbprint> thumbprints(const QString &key); ///< of a list of texts
    [[nodiscard]] QList<QJsonObject> objects(const QString &key);
    [[nodiscard]] QJsonObject object(const QString &key);
    [[nodiscard]] bool has(const QString &key) const { return m_object.contains(key); }
    [[nodiscard]] shell::ParameterValue parameterValue(const QString &key);
    template <class E>
    [[nodiscard]] E code(const QString &key)
    {
        const std::optional<E> known = fromName<E>(text(key));
        if (!known)
            reject(key);
        return known.value_or(E{});
    }
    template <class E>
    [[nodiscard]] QList<E> codes(const QString &key)
    {
        QList<E> out;
        for (const QJsonValue &value : array(key)) {
            const std::optional<E> known = fromName<E>(value.toString());
            if (known)
                out.append(*known);
            else
                reject(key);
        }
        return out;
    }
    /// What a nested reader found.
    void join(const JsonReader &nested);
    void reject(const QString &key);
    [[nodiscard]] bool isSound() const { return m_problem.isEmpty(); }
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    [[nodiscard]] QJsonArray array(const QString &key);

    QJsonObject m_object;
    QString m_problem; ///< the key that could not be read
};

} // namespace kakuin::plan
