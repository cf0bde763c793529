// SPDX-License-Identifier: MIT
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Net.Mail;
using System.Numerics;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Kakuin.Judge;

/// <summary>One value, or a few, of each .NET type that might be serialized; the name is the type's and what is special.</summary>
internal static class Samples
{
    private static readonly DateTime Noon = new DateTime(2023, 2, 3, 12, 0, 0).AddTicks(1234567);

    public static IEnumerable<(string Name, object? Value)> All() =>
        Numbers().Concat(Texts()).Concat(Times()).Concat(Enums()).Concat(Lists()).Concat(Dictionaries()).Concat(Objects())
            .Concat(Engine());

    private static IEnumerable<(string, object?)> Numbers()
    {
        yield return ("byte", byte.MaxValue);
        yield return ("sbyte", sbyte.MinValue);
        yield return ("short", short.MinValue);
        yield return ("ushort", ushort.MaxValue);
        yield return ("int", int.MinValue);
        yield return ("uint", uint.MaxValue);
        yield return ("long", long.MinValue);
        yield return ("ulong", ulong.MaxValue);
        yield return ("float", 12.34f);
        yield return ("float, the least above zero", float.Epsilon);
        yield return ("float, the largest", float.MaxValue);
        yield return ("float, endless", float.NegativeInfinity);
        yield return ("float, none", float.NaN);
        yield return ("double", 0.1 + 0.2);
        yield return ("double, the least above zero", double.Epsilon);
        yield return ("double, the largest", double.MaxValue);
        yield return ("double, minus zero", -0.0);
        yield return ("double, endless", double.PositiveInfinity);
        yield return ("double, none", double.NaN);
        yield return ("decimal", 12.340m);
        yield return ("decimal, the least", decimal.MinValue);
        yield return ("decimal, 28 digits", 0.0000000000000000000000000001m);
        yield return ("bool, true", true);
        yield return ("bool, false", false);
        yield return ("null", null);
        yield return ("nint", (nint)5);
        yield return ("BigInteger", BigInteger.Pow(2, 100));
        yield return ("Complex", new Complex(1, 2));
        yield return ("Half", (Half)1.5);
        yield return ("Int128", Int128.MaxValue);
        yield return ("Index", new Index(3));
        yield return ("Range", 1..3);
    }

    private static IEnumerable<(string, object?)> Texts()
    {
        yield return ("string, empty", "");
        yield return ("string, only blanks", "   ");
        yield return ("string, with a control character of every kind", new string(Enumerable.Range(0, 0xa1).Select(c => (char)c).ToArray()));
        yield return ("string, with half a character", "a\ud800b\udc00");
        yield return ("string, beyond the first plane", "\U0001F510 角印");
        yield return ("string, what looks like an escape", "_x000A_ _X000A_ _x005F_ __x0041_");
        yield return ("string, markup", "<a href=\"x\">&amp;</a>]]>");
        yield return ("char", 'x');
        yield return ("char, zero", '\0');
        yield return ("char, half a one", '\ud800');
        yield return ("Guid", Guid.Parse("792e5b37-4505-47ef-b7d2-8711bb7affa8"));
        yield return ("Guid, empty", Guid.Empty);
        yield return ("Uri", new Uri("https://mail.contoso.com/owa/?a=b%20c#d"));
        yield return ("Uri, relative", new Uri("a/b c", UriKind.Relative));
        yield return ("Version, 2 parts", new Version(15, 2));
        yield return ("Version, 3 parts", new Version(15, 2, 1118));
        yield return ("Version, 4 parts", new Version(15, 2, 1118, 40));
        yield return ("StringBuilder", new StringBuilder("built"));
        yield return ("Regex", new Regex("^a+$", RegexOptions.IgnoreCase));
        yield return ("Encoding", Encoding.UTF8);
        yield return ("XmlDocument", Xml("<a b=\"c\">d<e/></a>"));
        yield return ("XmlElement", Xml("<a><b>c</b></a>").DocumentElement);
        yield return ("byte[]", new byte[] { 0, 1, 254, 255 });
        yield return ("byte[], empty", Array.Empty<byte>());
    }

    private static IEnumerable<(string, object?)> Times()
    {
        yield return ("DateTime, kind unspecified", Noon);
        yield return ("DateTime, UTC", DateTime.SpecifyKind(Noon, DateTimeKind.Utc));
        yield return ("DateTime, local", DateTime.SpecifyKind(Noon, DateTimeKind.Local));
        yield return ("DateTime, the first", DateTime.MinValue);
        yield return ("DateTime, the last", DateTime.MaxValue);
        yield return ("DateTimeOffset", new DateTimeOffset(Noon, TimeSpan.FromHours(9)));
        yield return ("DateOnly", new DateOnly(2023, 2, 3));
        yield return ("TimeOnly", new TimeOnly(12, 30));
        yield return ("TimeSpan", TimeSpan.FromTicks(90269026));
        yield return ("TimeSpan, zero", TimeSpan.Zero);
        yield return ("TimeSpan, the least", TimeSpan.MinValue);
        yield return ("TimeSpan, the largest", TimeSpan.MaxValue);
        yield return ("TimeSpan, whole days", TimeSpan.FromDays(-400));
        yield return ("TimeZoneInfo", TimeZoneInfo.Utc);
    }

    private static IEnumerable<(string, object?)> Enums()
    {
        yield return ("DayOfWeek", DayOfWeek.Friday);
        yield return ("ConsoleColor", ConsoleColor.DarkCyan);
        yield return ("FileAttributes, several flags", FileAttributes.Hidden | FileAttributes.System);
        yield return ("FileAttributes, a number without name", (FileAttributes)0x40000000);
        yield return ("HttpStatusCode", HttpStatusCode.NotFound);
        yield return ("X509KeyUsageFlags", X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment);
        yield return ("an enum of bytes", NameOfBytes.One);
        yield return ("an enum of long", NameOfLongs.Many);
    }

    private enum NameOfBytes : byte { One = 1 }

    private enum NameOfLongs : long { Many = long.MaxValue }

    private static IEnumerable<(string, object?)> Lists()
    {
        yield return ("object[]", new object?[] { 1, "a", null, 2.5 });
        yield return ("object[], empty", Array.Empty<object>());
        yield return ("int[]", new[] { 1, 2, 3 });
        yield return ("string[]", new[] { "a", "b" });
        yield return ("char[]", new[] { 'a', 'b' });
        yield return ("bool[]", new[] { true, false });
        yield return ("double[]", new[] { 1.5, double.NaN });
        yield return ("Guid[]", new[] { Guid.Empty });
        yield return ("DateTime[]", new[] { Noon });
        yield return ("byte[][]", new[] { new byte[] { 1 }, new byte[] { 2, 3 } });
        yield return ("int[][]", new[] { new[] { 1 }, new[] { 2, 3 } });
        yield return ("int[,]", new[,] { { 1, 2 }, { 3, 4 } });
        yield return ("DayOfWeek[]", new[] { DayOfWeek.Monday });
        yield return ("ArrayList", new ArrayList { 1, "b", new ArrayList { 2 } });
        yield return ("List<int>", new List<int> { 1, 2 });
        yield return ("List<object>", new List<object> { "a", 1L });
        yield return ("LinkedList<int>", new LinkedList<int>(new[] { 1, 2 }));
        yield return ("HashSet<string>", new HashSet<string> { "a" });
        yield return ("SortedSet<int>", new SortedSet<int> { 3, 1 });
        yield return ("Queue", new Queue(new[] { 1, 2, 3 }));
        yield return ("Queue<int>", new Queue<int>(new[] { 1, 2 }));
        yield return ("Stack", new Stack(new[] { 1, 2, 3 }));
        yield return ("Stack<string>", new Stack<string>(new[] { "a", "b" }));
        yield return ("ConcurrentQueue<int>", new ConcurrentQueue<int>(new[] { 1 }));
        yield return ("ConcurrentBag<int>", new ConcurrentBag<int> { 1 });
        yield return ("BitArray", new BitArray(new[] { true, false }));
        yield return ("StringCollection", new StringCollection { "a", "b" });
        yield return ("ArraySegment<int>", new ArraySegment<int>(new[] { 1, 2, 3 }, 1, 1));
        yield return ("an iterator", Enumerable.Range(1, 3).Select(n => n * n));
    }

    private static IEnumerable<(string, object?)> Dictionaries()
    {
        yield return ("Hashtable", new Hashtable { ["a"] = 1 });
        yield return ("Hashtable, keys of other types", new Hashtable { [5] = "five", [Guid.Empty] = null });
        yield return ("Dictionary<string, int>", new Dictionary<string, int> { ["a"] = 1, ["A"] = 2 });
        yield return ("Dictionary<int, object>", new Dictionary<int, object> { [1] = new[] { 1, 2 } });
        yield return ("OrderedDictionary", new OrderedDictionary { ["z"] = 1, ["a"] = 2 });
        yield return ("SortedList", new SortedList { ["b"] = 2, ["a"] = 1 });
        yield return ("SortedDictionary<string, string>", new SortedDictionary<string, string> { ["b"] = "2", ["a"] = "1" });
        yield return ("ConcurrentDictionary<string, int>", new ConcurrentDictionary<string, int> { ["a"] = 1 });
        yield return ("HybridDictionary", new HybridDictionary { ["a"] = 1 });
        yield return ("NameValueCollection", new NameValueCollection { { "a", "1" }, { "a", "2" } });
        yield return ("KeyValuePair<string, int>", new KeyValuePair<string, int>("a", 1));
        yield return ("DictionaryEntry", new DictionaryEntry("a", 1));
    }

    private static IEnumerable<(string, object?)> Objects()
    {
        yield return ("object", new object());
        yield return ("Tuple", Tuple.Create(1, "a"));
        yield return ("ValueTuple", (1, "a"));
        yield return ("an anonymous type", new { Name = "EX01", Count = 2, Inner = new { Deep = true } });
        yield return ("IPAddress", IPAddress.Parse("192.0.2.1"));
        yield return ("IPAddress, version 6", IPAddress.Parse("2001:db8::1"));
        yield return ("IPEndPoint", new IPEndPoint(IPAddress.Loopback, 25));
        yield return ("DnsEndPoint", new DnsEndPoint("ex01", 443));
        yield return ("MailAddress", new MailAddress("a@contoso.com", "A"));
        yield return ("Cookie", new Cookie("a", "b"));
        yield return ("NetworkCredential", new NetworkCredential("a", "b"));
        yield return ("CultureInfo", CultureInfo.InvariantCulture);
        yield return ("NumberFormatInfo", NumberFormatInfo.InvariantInfo);
        yield return ("AssemblyName", new System.Reflection.AssemblyName("A, Version=1.2.3.4"));
        yield return ("OperatingSystem", new OperatingSystem(PlatformID.Win32NT, new Version(10, 0, 17763)));
        yield return ("UriBuilder", new UriBuilder("http", "contoso.com", 8080));
        yield return ("Exception", new InvalidOperationException("wrong", new ArgumentNullException("inner")));
        yield return ("DirectoryInfo", new DirectoryInfo("/"));
        yield return ("Oid", new Oid("2.5.29.17"));
        yield return ("X500DistinguishedName", new X500DistinguishedName("CN=Contoso, O=A"));
        yield return ("X509Certificate2", Certificate());
        yield return ("X509ChainStatus", new X509ChainStatus());
        yield return ("HashAlgorithmName", HashAlgorithmName.SHA256);
        yield return ("CancellationToken", CancellationToken.None);
        yield return ("WeakReference", new WeakReference(null));
        yield return ("Lazy<int>", new Lazy<int>(5));
        yield return ("Rune", new Rune('x'));
        yield return ("Vector3", new Vector3(1, 2, 3));
    }

    private static IEnumerable<(string, object?)> Engine()
    {
        var notes = new PSObject();
        notes.Properties.Add(new PSNoteProperty("Server", "EX01"));
        notes.Properties.Add(new PSNoteProperty("a\nb", 5));
        yield return ("PSCustomObject", notes);
        var noted = new PSObject("text");
        noted.Properties.Add(new PSNoteProperty("Note", true));
        yield return ("string with a note", noted);
        var number = new PSObject(7);
        number.Properties.Add(new PSNoteProperty("Note", 1));
        yield return ("int with a note", number);
        var list = new PSObject(new ArrayList { 1, 2 });
        list.Properties.Add(new PSNoteProperty("Note", "x"));
        yield return ("list with a note", list);
        yield return ("the same object twice", new object[] { notes, notes });
        var cyclic = new PSObject();
        cyclic.Properties.Add(new PSNoteProperty("Self", cyclic));
        yield return ("an object that holds itself", cyclic);
        yield return ("ScriptBlock", ScriptBlock.Create("Get-A | Where { $_ }"));
        yield return ("SecureString", Secure("secret"));
        yield return ("PSCredential", new PSCredential("contoso\\admin", Secure("secret")));
        yield return ("SwitchParameter", new SwitchParameter(true));
        yield return ("SemanticVersion", new SemanticVersion(7, 4, 6, "rc", "1"));
        yield return ("ErrorRecord", new ErrorRecord(new InvalidOperationException("wrong"), "Id", ErrorCategory.InvalidData, "target"));
        yield return ("InformationRecord", new InformationRecord("told", "source") { TimeGenerated = Noon, ProcessId = 1 });
        yield return ("WarningRecord", new WarningRecord("careful"));
        yield return ("ProgressRecord", new ProgressRecord(1, "Moving", "1 of 3") { PercentComplete = 33, CurrentOperation = "a\nb" });
        yield return ("PSPrimitiveDictionary", new PSPrimitiveDictionary(new Hashtable { ["a"] = 1, ["b"] = new[] { "x" } }));
        yield return ("ErrorCategory", ErrorCategory.ObjectNotFound);
    }

    private static XmlDocument Xml(string text)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(text);
        return document;
    }

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var c in text)
            secure.AppendChar(c);
        return secure;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=EX01", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var withKey = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(5));
        return Certificates.Load(withKey.RawData);
    }
}
