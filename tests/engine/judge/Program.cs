// SPDX-License-Identifier: MIT
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kakuin.Judge;

/// <summary>
/// Answers questions about scripts, certificates, blobs and CLIXML with Microsoft's own code.
/// Shape: one JSON object a line in, one a line out, in order. {"op": "parse" | "bind" | "x509" | "nrbf" | "clixml" |
/// "samples", ...}; an answer that holds "failure" says why the question could not be answered.
/// With "--serve [SCRIPT]..." it is a PowerShell remoting server on its standard streams instead, as `pwsh -s` is.
/// </summary>
internal static class Program
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Default };

    private static int Main(string[] arguments)
    {
        if (arguments is ["--serve", .. var files])
            return Server.Run(string.Join("\n", files.Select(File.ReadAllText)));
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        while (input.ReadLine() is { } line)
        {
            output.Write(Answer(line).ToJsonString(Compact));
            output.Write('\n');
            output.Flush();
        }
        return 0;
    }

    private static JsonObject Answer(string line)
    {
        try
        {
            var request = JsonNode.Parse(line)!.AsObject();
            return Text(request, "op") switch
            {
                "parse" => Syntax.Judge(Text(request, "script")),
                "bind" => Binding.Judge(request),
                "x509" => Certificates.Judge(Convert.FromBase64String(Text(request, "der"))),
                "nrbf" => Nrbf.Judge(Convert.FromBase64String(Text(request, "data"))),
                "clixml" => Clixml.Read(Text(request, "xml")),
                "samples" => Clixml.Write(),
                var other => new JsonObject { ["failure"] = $"unknown op '{other}'" },
            };
        }
        catch (Exception problem)
        {
            return new JsonObject { ["failure"] = $"{problem.GetType().Name}: {problem.Message}" };
        }
    }

    internal static string Text(JsonObject request, string name) => request[name]!.GetValue<string>();
}
