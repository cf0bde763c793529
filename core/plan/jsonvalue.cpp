// SPDX-License-Identifier: MIT
#include "core/plan/jsonvalue.h"

#include "core/base/untrustedtext.h"

#include <cmath>
#include <limits>

namespace kakuin::plan {
namespace {

using namespace Qt::StringLiterals;

std::optional<QString> textFrom(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QJsonValue coded = value.toObject().value("utf16"_L1);
    if (!coded.isString())
        return std::nullopt;
    const auto bytes = QByteArray::fromBase64Encoding(
        coded.toString().toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray &units = bytes.decoded;
    if (!bytes || units.size() % 2 != 0)
        return std::nullopt;
    QString text(units.size() / 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto low = static_cast<quint8>(units.at(2 * i));
        const auto high = static_cast<quint8>(units.at(2 * i + 1));
        text[i] = QChar(static_cast<char16_t>(low | (high << 8)));
    }
    return text;
}

std::optional<qint64> integerFrom(const QJsonValue &value)
{
    bool ok = false;
    const qint64 number = value.toString().toLongLong(&ok);
    return ok ? std::optional<qint64>(number) : std::nullopt;
}

QJsonObject typed(QLatin1String type, const QJsonValue &value)
{
    return {{u"type"_s, QString(type)}, {u"value"_s, value}};
}

struct ValueWriter {
    Result<QJsonValue> operator()(std::monostate) const { return typed("null"_L1, QJsonValue()); }
    Result<QJsonValue> operator()(const QString &text) const { return typed("text"_L1, jsonText(text)); }
    Result<QJsonValue> operator()(const QStringList &list) const
    {
        QJsonArray array;
        for (const QString &text : list)
            array.append(jsonText(text));
        return typed("list"_L1, array);
    }
    Result<QJsonValue> operator()(shell::Switch value) const { return typed("switch"_L1, value.isOn); }
    Result<QJsonValue> operator()(bool value) const { return typed("bool"_L1, value); }
    // as text: readers of JSON may take numbers for doubles
    Result<QJsonValue> operator()(qint64 value) const { return typed("integer"_L1, QString::number(value)); }
    Result<QJsonValue> operator()(const QDateTime &value) const
    {
        if (!value.isValid())
            return typed("time"_L1, QString());
        return typed("time"_L1, QString::number(value.toMSecsSinceEpoch()));
    }
    Result<QJsonValue> operator()(const QByteArray &bytes) const
    {
        return typed("bytes"_L1, QString::fromLatin1(bytes.toBase64()));
    }
    Result<QJsonValue> operator()(const Secret &) const { return fail(ErrorCode::InvalidArgument); }
    Result<QJsonValue> operator()(const shell::LateValue &value) const
    {
        return typed("late"_L1,
            QJsonObject{{u"kind"_s, QString(nameOf(value.kind))}, {u"step"_s, value.step},
                {u"offsetMinutes"_s, QString::number(value.offset.count())}, {u"path"_s, jsonText(value.path)}});
    }
};

std::optional<shell::ParameterValue> lateFrom(const QJsonObject &object)
{
    JsonReader in(object);
    shell::LateValue late;
    late.kind = in.code<shell::LateValue::Kind>(u"kind"_s);
    late.step = in.number(u"step"_s);
    if (in.has(u"path"_s)) // plans of the first version have none
        late.path = in.text(u"path"_s);
    const auto minutes = integerFrom(object.value("offsetMinutes"_L1));
    if (!in.isSound() || !minutes || *minutes < std::numeric_limits<qint32>::min()
        || *minutes > std::numeric_limits<qint32>::max())
        return std::nullopt;
    late.offset = std::chrono::minutes(static_cast<qint32>(*minutes));
    return late;
}

std::optional<shell::ParameterValue> listFrom(const QJsonArray &array)
{
    QStringList list;
    for (const QJsonValue &value : array) {
        const auto text = textFrom(value);
        if (!text)
            return std::nullopt;
        list.append(*text);
    }
    return list;
}

std::optional<shell::ParameterValue> timeFrom(const QJsonValue &value)
{
    if (value.isString() && value.toString().isEmpty())
        return QDateTime();
    const auto milliseconds = integerFrom(value);
    if (!milliseconds)
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(*milliseconds, Qt::UTC);
}

std::optional<shell::ParameterValue> parameterValueFrom(const QJsonObject &object)
{
    const QString type = object.value("type"_L1).toString();
    const QJsonValue value = object.value("value"_L1);
    if (type == "null"_L1)
        return std::monostate();
    if (type == "text"_L1) {
        const auto text = textFrom(value);
        return text ? std::optional<shell::ParameterValue>(*text) : std::nullopt;
    }
    if (type == "list"_L1 && value.isArray())
        return listFrom(value.toArray());
    if (type == "switch"_L1 && value.isBool())
        return shell::Switch{value.toBool()};
    if (type == "bool"_L1 && value.isBool())
        return value.toBool();
    if (type == "integer"_L1) {
        const auto number = integerFrom(value);
        return number ? std::optional<shell::ParameterValue>(*number) : std::nullopt;
    }
    if (type == "time"_L1)
        return timeFrom(value);
    if (type == "bytes"_L1 && value.isString()) {
        const auto bytes = QByteArray::fromBase64Encoding(
            value.toString().toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        return bytes ? std::optional<shell::ParameterValue>(bytes.decoded) : std::nullopt;
    }
    if (type == "late"_L1)
        return lateFrom(value.toObject());
    return std::nullopt;
}

} // namespace

QJsonValue jsonText(const QString &text)
{
    if (text.isValidUtf16())
        return text;
    QByteArray bytes;
    bytes.reserve(2 * text.size());
    for (const QChar c : text) {
        bytes.append(static_cast<char>(c.unicode() & 0xff));
        bytes.append(static_cast<char>(c.unicode() >> 8));
    }
    return QJsonObject{{u"utf16"_s, QString::fromLatin1(bytes.toBase64())}};
}

Result<QJsonValue> jsonValue(const shell::ParameterValue &value)
{
    return std::visit(ValueWriter(), value);
}

QString JsonReader::text(const QString &key)
{
    const auto text = textFrom(m_object.value(key));
    if (!text)
        reject(key);
    return text.value_or(QString());
}

QString JsonReader::name(const QString &key)
{
    const auto name = safeName(text(key));
    if (!name)
        reject(key);
    return name.value_or(QString());
}

int JsonReader::number(const QString &key)
{
    const double number = m_object.value(key).toDouble(std::numeric_limits<double>::quiet_NaN());
    const bool isInteger = number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max()
        && number == std::floor(number);
    if (!isInteger) {
        reject(key);
        return 0;
    }
    return static_cast<int>(number);
}

bool JsonReader::flag(const QString &key)
{
    if (!m_object.value(key).isBool())
        reject(key);
    return m_object.value(key).toBool();
}

domain::Thumbprint JsonReader::thumbprint(const QString &key)
{
    const QString written = text(key);
    if (written.isEmpty())
        return {};
    const auto parsed = domain::Thumbprint::parse(written);
    if (!parsed)
        reject(key);
    return parsed.value_or(domain::Thumbprint());
}

QJsonArray JsonReader::array(const QString &key)
{
    if (!m_object.value(key).isArray())
        reject(key);
    return m_object.value(key).toArray();
}

QList<domain::Thumbprint> JsonReader::thumbprints(const QString &key)
{
    QList<domain::Thumbprint> out;
    for (const QJsonValue &value : array(key)) {
        const QString written = value.toString();
        const auto parsed = domain::Thumbprint::parse(written);
        if (!value.isString() || (!parsed && !written.isEmpty()))
            reject(key);
        out.append(parsed.value_or(domain::Thumbprint()));
    }
    return out;
}

QList<QJsonObject> JsonReader::objects(const QString &key)
{
    QList<QJsonObject> out;
    for (const QJsonValue &value : array(key)) {
        if (value.isObject())
            out.append(value.toObject());
        else
            reject(key);
    }
    return out;
}

QJsonObject JsonReader::object(const QString &key)
{
    if (!m_object.value(key).isObject())
        reject(key);
    return m_object.value(key).toObject();
}

shell::ParameterValue JsonReader::parameterValue(const QString &key)
{
    const auto value = parameterValueFrom(object(key));
    if (!value)
        reject(key);
    return value.value_or(shell::ParameterValue());
}

void JsonReader::join(const JsonReader &nested)
{
    if (m_problem.isEmpty())
        m_problem = nested.m_problem;
}

void JsonReader::reject(const QString &key)
{
    if (m_problem.isEmpty())
        m_problem = key;
}

} // namespace kakuin::plan
