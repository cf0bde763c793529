// SPDX-License-Identifier: MIT
using System.Management.Automation;
using System.Reflection;

namespace Kakuin.Judge;

/// <summary>
/// Microsoft's own server end of PowerShell remoting on the standard streams: what `pwsh -s` runs. The engine's package
/// holds it, but shows it to nobody, hence the reflection.
/// </summary>
internal static class Server
{
    private const string Mediator = "System.Management.Automation.Remoting.Server.StdIOProcessMediator";

    /// <param name="initialScript">Text that runs in the session's runspace before it opens; may be empty.</param>
    public static int Run(string initialScript)
    {
        var run = typeof(PSObject).Assembly.GetType(Mediator)
            ?.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public);
        if (run is null)
        {
            Console.Error.WriteLine($"this engine has no {Mediator}.Run");
            return 1;
        }
        var arguments = run.GetParameters().Select(parameter => Argument(parameter, initialScript)).ToArray();
        run.Invoke(null, arguments);
        return 0;
    }

    // By name, because the list differs between versions of the engine.
    private static object? Argument(ParameterInfo parameter, string initialScript) => parameter.Name switch
    {
        "initialCommand" => initialScript,
        "combineErrOutStream" => false,
        _ => parameter.HasDefaultValue ? parameter.DefaultValue : null,
    };
}
