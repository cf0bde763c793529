// SPDX-License-Identifier: MIT
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;

namespace Kakuin.Judge;

/// <summary>
/// Runs a script in a runspace of its own against functions that record what was bound to them.
/// Request: "script"; "cmdlets": [{"name", "parameters": [{"name", "type"}]}]; optional "secret" (what Read-Host
/// answers), "nowTicks" (UTC ticks that Get-Date answers), "setup" (script run first).
/// Answer: {"calls": [{"cmdlet", "fromPipeline", "parameters": {name: value}}], "errors": [text], "output": [text]}.
/// Values: {"type", "value"}: dates as UTC ticks, bytes as base64, secure strings as their text (tests only).
/// Call number n returns an object whose Thumbprint is n in 40 hexadecimal digits.
/// </summary>
internal static class Binding
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["string"] = "[string]", ["string[]"] = "[string[]]", ["bool"] = "[bool]", ["int"] = "[int]",
        ["long"] = "[long]", ["datetime"] = "[datetime]", ["byte[]"] = "[byte[]]",
        ["securestring"] = "[System.Security.SecureString]", ["switch"] = "[switch]", ["object"] = "",
    };

    public static JsonObject Judge(JsonObject request)
    {
        var recorder = new Recorder();
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("KakuinRecorder", recorder);
        runspace.SessionStateProxy.SetVariable("KakuinSecret", Secure(request["secret"]?.GetValue<string>() ?? ""));
        var nowTicks = request["nowTicks"]?.GetValue<long>() ?? DateTime.UnixEpoch.Ticks;
        runspace.SessionStateProxy.SetVariable("KakuinNow", new DateTime(nowTicks, DateTimeKind.Utc));
        var errors = new JsonArray();
        Run(runspace, Functions(request) + (request["setup"]?.GetValue<string>() ?? ""), errors);
        var results = Run(runspace, Program.Text(request, "script"), errors);
        var output = new JsonArray();
        foreach (var result in results)
            output.Add(result?.ToString());
        return new JsonObject { ["calls"] = recorder.Calls, ["errors"] = errors, ["output"] = output };
    }

    private static List<PSObject?> Run(Runspace runspace, string script, JsonArray errors)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script);
        var results = new List<PSObject?>();
        try
        {
            results.AddRange(shell.Invoke());
        }
        catch (RuntimeException problem)
        {
            errors.Add(problem.ErrorRecord.FullyQualifiedErrorId + ": " + problem.Message);
        }
        foreach (var error in shell.Streams.Error)
            errors.Add(error.FullyQualifiedErrorId + ": " + error);
        return results;
    }

    private static string Functions(JsonObject request)
    {
        var text = new StringBuilder();
        text.Append("function Read-Host { param([Parameter(Position=0)]$Prompt, [switch]$AsSecureString) $KakuinSecret }\n");
        text.Append("function Get-Date { $KakuinNow }\n");
        foreach (var cmdlet in request["cmdlets"]!.AsArray())
        {
            var parameters = new List<string>();
            foreach (var parameter in cmdlet!["parameters"]!.AsArray())
            {
                var type = Types[parameter!["type"]!.GetValue<string>()];
                parameters.Add($"[Parameter()]{type}${{{parameter["name"]!.GetValue<string>()}}}");
            }
            parameters.Add("[Parameter(ValueFromPipeline=$true)]${KakuinInput}");
            text.Append($"function {cmdlet["name"]!.GetValue<string>()} {{ ");
            text.Append("[CmdletBinding(SupportsShouldProcess=$true, ConfirmImpact='None')] param(");
            text.Append(string.Join(", ", parameters));
            text.Append(") process { $KakuinRecorder.Record($MyInvocation.MyCommand.Name, $PSBoundParameters) } }\n");
        }
        return text.ToString();
    }

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var c in text)
            secure.AppendChar(c);
        return secure;
    }

    /// <summary>What the functions call; public members only, for the engine's adapter.</summary>
    public sealed class Recorder
    {
        internal JsonArray Calls { get; } = [];

        public PSObject Record(string cmdlet, IDictionary bound)
        {
            var parameters = new JsonObject();
            foreach (DictionaryEntry entry in bound)
            {
                var name = (string)entry.Key;
                if (name != "KakuinInput")
                    parameters[name] = Canonical(entry.Value);
            }
            Calls.Add((JsonNode)new JsonObject
            {
                ["cmdlet"] = cmdlet, ["fromPipeline"] = bound.Contains("KakuinInput"), ["parameters"] = parameters,
            });
            var result = new PSObject();
            result.Properties.Add(new PSNoteProperty("Thumbprint", Calls.Count.ToString("X40", CultureInfo.InvariantCulture)));
            return result;
        }
    }

    private static JsonObject Typed(string type, JsonNode? value) => new() { ["type"] = type, ["value"] = value };

    private static JsonObject Canonical(object? value)
    {
        if (value is PSObject wrapped)
            value = wrapped.BaseObject;
        return value switch
        {
            null => Typed("null", null),
            string text => Typed("string", text),
            bool truth => Typed("bool", truth),
            SwitchParameter given => Typed("switch", given.IsPresent),
            int number => Typed("int", number),
            long number => Typed("long", number),
            DateTime time => Typed("datetime", time.ToUniversalTime().Ticks),
            byte[] bytes => Typed("byte[]", Convert.ToBase64String(bytes)),
            SecureString secret => Typed("securestring", Plain(secret)),
            string[] list => Typed("string[]", new JsonArray(list.Select(item => (JsonNode?)JsonValue.Create(item)).ToArray())),
            object[] list => Typed("object[]", new JsonArray(list.Select(item => (JsonNode?)Canonical(item)).ToArray())),
            _ => Typed(value.GetType().FullName!, value.ToString()),
        };
    }

    private static string Plain(SecureString secret)
    {
        var memory = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return Marshal.PtrToStringUni(memory, secret.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
        }
    }
}
