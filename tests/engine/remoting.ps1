# Functions for tests of remoting. Only core commands are there, so everything is done with .NET types and $PSCmdlet.
$Global:KakuinDone = [System.Collections.Generic.List[string]]::new()

# A question whose pipeline is stopped fails a moment before the script itself is stopped; that moment is waited for. Where no
# stop follows, the script goes on, as scripts do.
function Invoke-Asking([scriptblock]$Question) {
    try { & $Question } catch { for ($i = 0; $i -lt 600; $i++) { [System.Threading.Thread]::Sleep(50) } }
}

function Get-Done { $Global:KakuinDone.ToArray() }
function Clear-Done { $Global:KakuinDone.Clear() }

# Three objects down the pipeline, a question about each.
function Remove-Thing {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param([Parameter(ValueFromPipeline)][string]$Name)
    process {
        if (Invoke-Asking { $PSCmdlet.ShouldProcess($Name, 'Remove') }) { $Global:KakuinDone.Add($Name); $PSCmdlet.WriteObject($Name) }
    }
}
function Get-Three { 'one', 'two', 'three' }
function Invoke-Continue {
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline)][string]$Name, [switch]$Two)
    begin { $all = $false; $none = $false }
    process {
        $go = if ($Two) { $PSCmdlet.ShouldContinue("Go on with $($Name)?", 'Confirm') }
        else { $PSCmdlet.ShouldContinue("Go on with $($Name)?", 'Confirm', [ref]$all, [ref]$none) }
        if ($go) { $Global:KakuinDone.Add($Name); $PSCmdlet.WriteObject($Name) }
    }
}
function Write-Everything {
    [CmdletBinding()] param()
    $VerbosePreference = $DebugPreference = 'Continue'
    $PSCmdlet.WriteWarning('careful ⚠')
    $PSCmdlet.WriteVerbose('in detail')
    $PSCmdlet.WriteDebug('in depth')
    $PSCmdlet.WriteInformation([System.Management.Automation.InformationRecord]::new('by the way', 'here'))
    $progress = [System.Management.Automation.ProgressRecord]::new(1, 'counting', 'half')
    $progress.PercentComplete = 50
    $PSCmdlet.WriteProgress($progress)
    $inner = [System.IO.IOException]::new('inner')
    $outer = [System.InvalidOperationException]::new('it went wrong', $inner)
    $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new($outer, 'WrongId', 'InvalidOperation', 'target'))
    $PSCmdlet.WriteObject('証明書')
}
function Stop-Hard {
    [CmdletBinding()] param()
    $PSCmdlet.WriteObject('before')
    $why = [System.UnauthorizedAccessException]::new('no rights')
    $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new($why, 'NoRights', 'PermissionDenied', $null))
}
function Get-Typed { param($Value) if ($null -eq $Value) { 'null' } else { $Value.GetType().FullName } ; , $Value }
function Read-Secret {
    param([securestring]$Password, [pscredential]$Credential)
    if ($Password) { [System.Net.NetworkCredential]::new('', $Password).Password; , $Password }
    if ($Credential) { $Credential.UserName; $Credential.GetNetworkCredential().Password; , $Credential }
}
function Read-FromHost {
    $Host.UI.ReadLine()
    [System.Net.NetworkCredential]::new('', $Host.UI.ReadLineAsSecureString()).Password
    $given = $Host.UI.PromptForCredential('caption', 'message', 'CONTOSO\admin', 'target')
    $given.UserName; $given.GetNetworkCredential().Password
}
function Set-Thing { [CmdletBinding()] param([Parameter(Mandatory)][string]$Name, [Parameter(Mandatory)][securestring]$Password)
    "$Name $([System.Net.NetworkCredential]::new('', $Password).Password)" }
function Get-Big { param([int]$Count, [int]$Size) for ($i = 0; $i -lt $Count; $i++) { [string]::new([char]'x', $Size) } }
function Get-Endless { while ($true) { 'more'; [System.Threading.Thread]::Sleep(20) } }
function Get-Silent { while ($true) { [System.Threading.Thread]::Sleep(20) } }
function Get-Awkward {
    'a_x000A_b', "tab`tnewline`nreturn`rnul$([char]0)bell$([char]7)del$([char]127)c1$([char]0x85)",
    "pair 𠮟 lone $([char]0xD800) end", '_X0041_ _x41_ _x00041_', '<&>`"', "$([char]0xFFFE)$([char]0xFFFF)", '',
    ' leading and trailing ', '日本語：内部トランスポート証明書'
}
function Stop-Server { [System.Diagnostics.Process]::GetCurrentProcess().Kill() }
# What Read-Host, Get-Credential and the like call; whoever goes on behind the question says so.
function Add-Done { $Global:KakuinDone.Add('went on') }
function Read-Line { Invoke-Asking { $Host.UI.ReadLine() }; Add-Done }
function Read-SecretLine { Invoke-Asking { $Host.UI.ReadLineAsSecureString() }; Add-Done }
function Read-Credential {
    Invoke-Asking { $Host.UI.PromptForCredential('caption', 'message', 'CONTOSO\admin', 'target', 'Default', 'None') }
    Add-Done
}
function Read-Choice {
    Invoke-Asking { $Host.UI.PromptForChoice('caption', 'message', [System.Management.Automation.Host.ChoiceDescription[]]('&Yes', '&No'), 0) }
    Add-Done
}
function Read-Choices {
    $choices = [System.Collections.ObjectModel.Collection[System.Management.Automation.Host.ChoiceDescription]]::new()
    foreach ($label in '&One', '&Two', 'Th&ree') { $choices.Add($label) }
    $asking = [System.Management.Automation.Host.IHostUISupportsMultipleChoiceSelection].GetMethod('PromptForChoice')
    Invoke-Asking { $asking.Invoke($Host.UI, @('caption', 'message', $choices, [int[]](0, 2))) }
    Add-Done
}
function Read-Key { $Host.UI.RawUI.ReadKey('NoEcho,IncludeKeyDown'); Add-Done }
function Get-HostFacts { $Host.Name; $Host.Version; $Host.CurrentUICulture.Name }
