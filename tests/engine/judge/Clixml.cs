// SPDX-License-Identifier: MIT
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Runtime.InteropServices;
using System.Security;
using System.Text.Json.Nodes;
using System.Xml;

namespace Kakuin.Judge;

/// <summary>
/// What the engine's own serializer makes of CLIXML, and writes as CLIXML.
/// Read: {"xml"} (a document, or one bare element) gives {"values": [value]}. Samples: {"samples": [{"name", "xml",
/// "values"}]}, one for every value of Samples.cs.
/// Strings are given as the hexadecimal digits of their UTF-16 units, because half a character is no JSON.
/// A value is null, {"cycle": true} or {"kind", "text"} for a primitive (the element's name in CLIXML); an object is
/// {"types", "text", "props": [[name, value]]} and one of "value", "list", "dict" ([[key, value]]), or "live": the name of
/// the class that the engine made of it again.
/// </summary>
internal static class Clixml
{
    private const string Start = "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">";

    public static JsonObject Read(string xml) => new() { ["values"] = Values(xml) };

    public static JsonObject Write()
    {
        var samples = new JsonArray();
        foreach (var (name, value) in Samples.All())
        {
            var xml = PSSerializer.Serialize(value, 2);
            samples.Add((JsonNode)new JsonObject { ["name"] = name, ["xml"] = xml, ["values"] = Values(xml) });
        }
        return new JsonObject { ["samples"] = samples };
    }

    private static JsonArray Values(string xml)
    {
        if (!xml.Contains("<Objs", StringComparison.Ordinal))
            xml = Start + xml + "</Objs>";
        // element by element, because the engine makes one array of several values and none of null
        var values = new JsonArray();
        foreach (var value in PSSerializer.DeserializeAsList(xml))
            values.Add(Describe(value, new HashSet<object>(ReferenceEqualityComparer.Instance)));
        return values;
    }

    private static JsonNode? Describe(object? value, HashSet<object> around)
    {
        if (value is not PSObject wrapped)
            return value is null ? null : Plain(value, around) ?? Live(value);
        if (wrapped.BaseObject is not PSCustomObject && !wrapped.TypeNames[0].StartsWith("Deserialized.", StringComparison.Ordinal)
            && Plain(wrapped.BaseObject, around) is { } plain && plain.ContainsKey("kind") && !wrapped.Properties.Any(property => IsOwn(wrapped, property)))
            return plain;
        if (!around.Add(wrapped))
            return new JsonObject { ["cycle"] = true };
        var described = new JsonObject { ["types"] = List(wrapped.TypeNames), ["text"] = wrapped.ToString() };
        var properties = new JsonArray();
        foreach (var property in wrapped.Properties.Where(property => IsOwn(wrapped, property)))
            properties.Add((JsonNode)new JsonArray(property.Name, Describe(property.Value, around)));
        described["props"] = properties;
        if (wrapped.BaseObject is not PSCustomObject)
        {
            var content = Plain(wrapped.BaseObject, around);
            if (content is null)
                described["live"] = wrapped.BaseObject.GetType().FullName;
            else if (content.ContainsKey("kind"))
                described["value"] = content;
            else
                foreach (var name in new[] { "list", "dict" })
                    if (content.Remove(name, out var part))
                        described[name] = part;
        }
        around.Remove(wrapped);
        return described;
    }

    // What was in the document; on lists also what the engine's adapter adds, except the list once more.
    private static bool IsOwn(PSObject owner, PSPropertyInfo property) =>
        property is PSNoteProperty || (property is PSProperty && !ReferenceEquals(property.Value, owner.BaseObject));

    private static JsonObject Live(object value) => new() { ["live"] = value.GetType().FullName, ["text"] = value.ToString() };

    private static JsonObject Kind(string kind, string? text) => new() { ["kind"] = kind, ["text"] = text };

    private static string Hex(string text) => Convert.ToHexString(MemoryMarshal.AsBytes(text.AsSpan()));

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static JsonObject? Plain(object value, HashSet<object> around) => value switch
    {
        string text => Kind("S", Hex(text)),
        char unit => Kind("C", Text((int)unit)),
        bool truth => Kind("B", truth ? "true" : "false"),
        DateTime time => Kind("DT", XmlConvert.ToString(time, XmlDateTimeSerializationMode.RoundtripKind)),
        TimeSpan span => Kind("TS", Text(span.Ticks)),
        byte number => Kind("By", Text(number)),
        sbyte number => Kind("SB", Text(number)),
        ushort number => Kind("U16", Text(number)),
        short number => Kind("I16", Text(number)),
        uint number => Kind("U32", Text(number)),
        int number => Kind("I32", Text(number)),
        ulong number => Kind("U64", Text(number)),
        long number => Kind("I64", Text(number)),
        float number => Kind("Sg", float.IsNaN(number) ? "NaN" : Text(BitConverter.SingleToInt32Bits(number))),
        double number => Kind("Db", double.IsNaN(number) ? "NaN" : Text(BitConverter.DoubleToInt64Bits(number))),
        decimal number => Kind("D", Text(number)),
        byte[] bytes => Kind("BA", Convert.ToBase64String(bytes)),
        Guid guid => Kind("G", guid.ToString("D")),
        Uri uri => Kind("URI", uri.OriginalString),
        Version version => Kind("Version", version.ToString()),
        XmlDocument document => Kind("XD", document.OuterXml),
        ScriptBlock script => Kind("SBK", script.ToString()),
        SecureString secret => Kind("SS", Plaintext(secret)),
        ProgressRecord progress => Kind("PR", Hex(string.Join('|', progress.Activity, progress.StatusDescription, progress.CurrentOperation,
            progress.ActivityId, progress.ParentActivityId, progress.PercentComplete, progress.SecondsRemaining, progress.RecordType))),
        IDictionary dictionary => new JsonObject { ["dict"] = Entries(dictionary, around) },
        ArrayList or Queue or Stack or PSObject[] or object[] => new JsonObject { ["list"] = Items((IEnumerable)value, around) },
        _ => null,
    };

    private static JsonArray Items(IEnumerable items, HashSet<object> around)
    {
        var list = new JsonArray();
        foreach (var item in items)
            list.Add(Describe(item, around));
        return list;
    }

    private static JsonArray Entries(IDictionary dictionary, HashSet<object> around)
    {
        var list = new JsonArray();
        foreach (DictionaryEntry entry in dictionary)
            list.Add((JsonNode)new JsonArray(Describe(entry.Key, around), Describe(entry.Value, around)));
        return list;
    }

    private static JsonArray List(IEnumerable<string> texts) => new(texts.Select(text => (JsonNode?)JsonValue.Create(text)).ToArray());

    private static string Plaintext(SecureString secret)
    {
        var pointer = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return Marshal.PtrToStringUni(pointer) ?? "";
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
        }
    }
}
