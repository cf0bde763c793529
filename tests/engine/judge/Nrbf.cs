// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Formats.Nrbf;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Kakuin.Judge;

/// <summary>
/// What Microsoft's bounded NRBF reader makes of SerializationData ("#sig#" framing is taken off first).
/// Answer: {"signed": bool, "root": value}; a class is {"class", "members"}, a byte array {"bytes": base64}, another array
/// a list; whole numbers (and time spans, as ticks) stay numbers, a date is {"ticks"}, other numbers are text.
/// </summary>
internal static class Nrbf
{
    public static JsonObject Judge(byte[] data)
    {
        ReadOnlySpan<byte> mark = "#sig#"u8;
        var isSigned = data.AsSpan().StartsWith(mark);
        if (isSigned)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(mark.Length));
            data = data.AsSpan(mark.Length + sizeof(int), length).ToArray();
        }
        using var stream = new MemoryStream(data);
        return new JsonObject { ["signed"] = isSigned, ["root"] = Json(NrbfDecoder.Decode(stream)) };
    }

    private static JsonNode? Json(object? value) => value switch
    {
        null => null,
        ClassRecord record => Class(record),
        SZArrayRecord<byte> bytes => new JsonObject { ["bytes"] = Convert.ToBase64String(bytes.GetArray()) },
        SZArrayRecord<SerializationRecord> items => List(items.GetArray()),
        SZArrayRecord<ClassRecord> items => List(items.GetArray()),
        SZArrayRecord<string> items => List(items.GetArray()),
        PrimitiveTypeRecord primitive => Json(primitive.Value),
        ArrayRecord numbers when Type.GetType(numbers.TypeName.GetElementType().FullName) is { IsPrimitive: true } element =>
            List(numbers.GetArray(element.MakeArrayType()).Cast<object>()),
        SerializationRecord other => throw new NotSupportedException($"record {other.RecordType} of {other.TypeName.FullName}"),
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        DateTime time => new JsonObject { ["ticks"] = time.Ticks },
        TimeSpan span => JsonValue.Create(span.Ticks),
        ulong number => JsonValue.Create(unchecked((long)number)),
        decimal or double or float or char => JsonValue.Create(((IConvertible)value).ToString(CultureInfo.InvariantCulture)),
        IConvertible number => JsonValue.Create(number.ToInt64(CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException(value.GetType().FullName),
    };

    private static JsonObject Class(ClassRecord record)
    {
        var members = new JsonObject();
        foreach (var name in record.MemberNames)
            members[name] = Json(record.GetRawValue(name));
        return new JsonObject { ["class"] = record.TypeName.FullName, ["members"] = members };
    }

    private static JsonArray List(IEnumerable<object?> items)
    {
        var list = new JsonArray();
        foreach (var item in items)
            list.Add(Json(item));
        return list;
    }
}
