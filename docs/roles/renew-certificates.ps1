# Makes a role group whose members can read certificates with Kakuin and renew them, and nothing else.
# Run it once, in the Exchange Management Shell, as a member of Organization Management with the role "Role Management".
# README.md says what it makes and how to undo it. Syntax of Windows PowerShell 3.0.

[CmdletBinding()]
param(
    # of the role group; the names of the roles begin with it
    [string]$Name = 'Kakuin Renew Certificates',
    # accounts that become members; more can be added later with Add-RoleGroupMember
    [string[]]$Members = @()
)
$ErrorActionPreference = 'Stop'

# the cmdlets that Kakuin invokes
$Cmdlets = @(
    'Get-AuthConfig'
    'Get-ExchangeCertificate'
    'Get-ExchangeServer'
    'Get-HybridConfiguration'
    'Get-MailboxServer'
    'Get-ReceiveConnector'
    'Get-SendConnector'
    'Get-TransportService'
    'New-ExchangeCertificate'
)
# parameters are kept as they are, except of these cmdlets: only what Kakuin sends, and what every cmdlet has
$Parameters = @{
    'New-ExchangeCertificate' = @('FriendlyName', 'Instance', 'PrivateKeyExportable', 'Server', 'Services')
}
$Common = @('Confirm', 'Debug', 'ErrorAction', 'ErrorVariable', 'OutBuffer', 'OutVariable', 'Verbose', 'WarningAction',
    'WarningVariable', 'WhatIf')

# a custom role begins with everything that its parent has
$Parents = @('Exchange Server Certificates', 'View-Only Configuration')
$Roles = @()
$Found = @()
foreach ($Parent in $Parents) {
    $Role = "$Name - $Parent"
    $null = New-ManagementRole -Name $Role -Parent $Parent -Description 'Reads and renews the certificates of Exchange servers (Kakuin)'
    $Roles += $Role
    foreach ($Entry in @(Get-ManagementRoleEntry -Identity "$Role\*")) {
        if ($Cmdlets -notcontains $Entry.Name) {
            Remove-ManagementRoleEntry -Identity "$Role\$($Entry.Name)" -Confirm:$false
            continue
        }
        $Found += $Entry.Name
        if ($Parameters.ContainsKey($Entry.Name)) {
            $Kept = @($Entry.Parameters | Where-Object { ($Parameters[$Entry.Name] + $Common) -contains $_ })
            Set-ManagementRoleEntry -Identity "$Role\$($Entry.Name)" -Parameters $Kept
        }
    }
}
foreach ($Cmdlet in $Cmdlets) {
    if ($Found -notcontains $Cmdlet) {
        Write-Warning -Message "$Cmdlet is in none of the roles of this version of Exchange; Kakuin shows what it tells as not known."
    }
}
New-RoleGroup -Name $Name -Roles $Roles -Members $Members -Description 'Reads and renews the certificates of Exchange servers (Kakuin)'
