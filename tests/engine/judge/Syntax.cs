// SPDX-License-Identifier: MIT
using System.Management.Automation.Language;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kakuin.Judge;

/// <summary>
/// Does a script parse, and does it keep to what Windows PowerShell 3.0 (Exchange 2013) knows?
/// Answer: {"errors": ["line:column message"], "newer": ["line:column what (since)"], "acts": [text]}: what the script would
/// do, in order, without the values: commands with the names of their parameters, assignments, calls, throws.
/// </summary>
internal static class Syntax
{
    // Commands that came after 3.0 and are likely to be reached for.
    private static readonly HashSet<string> NewerCommands = new(StringComparer.OrdinalIgnoreCase)
    {
        "Get-FileHash", "Compress-Archive", "Expand-Archive", "New-TemporaryFile", "Format-Hex", "Write-Information",
        "Get-Clipboard", "Set-Clipboard", "ConvertFrom-String", "New-Guid", "Join-String", "Get-Error", "Test-Json",
    };

    private static readonly HashSet<string> NewerParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "Parallel", "ThrottleLimit", "PipelineVariable", "InformationAction", "InformationVariable", "ProgressAction",
    };

    public static JsonObject Judge(string script)
    {
        var tree = Parser.ParseInput(script, out var tokens, out var errors);
        var newer = new JsonArray();
        foreach (var node in tree.FindAll(_ => true, searchNestedScriptBlocks: true))
        {
            if (NewerThanThree(node) is { } what)
                newer.Add(Place(node.Extent) + what);
        }
        foreach (var token in tokens)
        {
            if (NewerToken(token) is { } what)
                newer.Add(Place(token.Extent) + what);
        }
        if (tree.ScriptRequirements?.RequiredPSVersion is { Major: > 3 } required)
            newer.Add($"#requires -Version {required}");
        else if (tree.ScriptRequirements is not null)
            newer.Add("#requires");
        var acts = new JsonArray();
        foreach (var node in tree.FindAll(_ => true, searchNestedScriptBlocks: true))
        {
            if (Act(node) is { } act)
                acts.Add(act);
        }
        var list = new JsonArray();
        foreach (var error in errors)
            list.Add(Place(error.Extent) + error.Message);
        return new JsonObject { ["errors"] = list, ["newer"] = newer, ["acts"] = acts };
    }

    private static string? Act(Ast node) => node switch
    {
        CommandAst command => string.Join(' ', command.CommandElements.Select((element, index) => element switch
        {
            StringConstantExpressionAst name when index == 0 => name.Value,
            CommandParameterAst parameter => "-" + parameter.ParameterName,
            _ => index == 0 ? element.Extent.Text : "_",
        })) + (command.Redirections.Count > 0 ? " >" : ""),
        AssignmentStatementAst assignment => assignment.Left.Extent.Text + " " + assignment.Operator,
        InvokeMemberExpressionAst call => $"{(call.Static ? call.Expression.Extent.Text : "")}.{call.Member.Extent.Text}()",
        ThrowStatementAst => "throw",
        ExpandableStringExpressionAst => "\"\"",
        SubExpressionAst => "$()",
        _ => null,
    };

    private static string Place(IScriptExtent at) => $"{at.StartLineNumber}:{at.StartColumnNumber} ";

    private static string? NewerThanThree(Ast node) => node switch
    {
        TypeDefinitionAst => "class or enum (5.0)",
        UsingStatementAst => "using statement (5.0)",
        ConfigurationDefinitionAst or DynamicKeywordStatementAst => "configuration (4.0)",
        TernaryExpressionAst => "ternary operator (7.0)",
        PipelineChainAst => "pipeline chain (7.0)",
        BinaryExpressionAst { Operator: TokenKind.QuestionQuestion } => "null-coalescing operator (7.0)",
        AssignmentStatementAst { Operator: TokenKind.QuestionQuestionEquals } => "null-coalescing assignment (7.0)",
        MemberExpressionAst { NullConditional: true } => "null-conditional member (7.1)",
        IndexExpressionAst { NullConditional: true } => "null-conditional index (7.1)",
        PipelineAst { Background: true } => "background operator (6.0)",
        RedirectionAst { FromStream: RedirectionStream.Information } => "information stream (5.0)",
        InvokeMemberExpressionAst call => NewerCall(call),
        CommandAst command when NewerCommands.Contains(command.GetCommandName() ?? "") => "command after 3.0",
        CommandParameterAst parameter when NewerParameters.Contains(parameter.ParameterName) => "parameter after 3.0",
        _ => null,
    };

    private static string? NewerCall(InvokeMemberExpressionAst call)
    {
        var name = (call.Member as StringConstantExpressionAst)?.Value ?? "";
        if (call.Static && name.Equals("new", StringComparison.OrdinalIgnoreCase))
            return "::new() (5.0)";
        var isLoop = name.Equals("where", StringComparison.OrdinalIgnoreCase)
            || name.Equals("foreach", StringComparison.OrdinalIgnoreCase);
        var takesBlock = call.Arguments?.Any(argument => argument is ScriptBlockExpressionAst) ?? false;
        return isLoop && takesBlock ? ".where or .foreach method (4.0)" : null;
    }

    private static string? NewerToken(Token token) => token switch
    {
        NumberToken when Regex.IsMatch(token.Text, "^[+-]?0b|(?<!0x[0-9a-f]*)(u|y|uy|s|us|ul|n)([kmgtp]b)?$", RegexOptions.IgnoreCase)
            => "number form (6.2)",
        StringExpandableToken when Regex.IsMatch(token.Text, "(?<!`)(``)*`(u\\{|e)") => "escape sequence (6.0)",
        _ => null,
    };
}
