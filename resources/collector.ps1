# {{introduction}}

[CmdletBinding()]
param(
    # {{folder}}
    [string]$Folder = (Join-Path (Get-Location).Path ('Kakuin-' + (Get-Date -Format 'yyyyMMdd-HHmmss')))
)

$null = New-Item -ItemType Directory -Path $Folder -ErrorAction Stop
$answered = @()

# {{save}}
function Save-Answer {
    param([string]$Name, [string]$Cmdlet, [scriptblock]$Question)
    try {
        $objects = @(& $Question)
    }
    catch {
        Write-Warning "${Name}: $_"
        return
    }
    if ($objects.Count -gt 0) {
        $objects | Export-Clixml -Path (Join-Path $Folder "$Name.xml") -Depth 2
    }
    $script:answered += $Cmdlet
}

# {{servers}}
$servers = @(Get-ExchangeServer -ErrorAction Stop)
Save-Answer 'Get-ExchangeServer' 'Get-ExchangeServer' { $servers }

# {{certificates}}
foreach ($server in $servers) {
    if ("$($server.ServerRole)" -notlike '*Edge*') {
        $file = ("$($server.Name)" -replace '[^A-Za-z0-9.-]', '_') + '_Get-ExchangeCertificate'
        Save-Answer $file 'Get-ExchangeCertificate' { Get-ExchangeCertificate -Server "$($server.Name)" -ErrorAction Stop }
    }
}

# {{organisation}}
Save-Answer 'Get-AuthConfig' 'Get-AuthConfig' { Get-AuthConfig -ErrorAction Stop }
Save-Answer 'Get-TransportService' 'Get-TransportService' { Get-TransportService -ErrorAction Stop }
Save-Answer 'Get-MailboxServer' 'Get-MailboxServer' { Get-MailboxServer -ErrorAction Stop }
Save-Answer 'Get-SendConnector' 'Get-SendConnector' { Get-SendConnector -ErrorAction Stop }
Save-Answer 'Get-ReceiveConnector' 'Get-ReceiveConnector' { Get-ReceiveConnector -ErrorAction Stop }
Save-Answer 'Get-HybridConfiguration' 'Get-HybridConfiguration' { Get-HybridConfiguration -ErrorAction Stop }

# {{directory}}
if (Get-Command Get-ADObject -ErrorAction SilentlyContinue) {
    Save-Answer 'Get-ADObject' 'Get-ADObject' {
        $base = (Get-ADRootDSE -ErrorAction Stop).configurationNamingContext
        Get-ADObject -Filter "ObjectClass -eq 'msExchExchangeServer'" -SearchBase $base -Properties msExchServerInternalTLSCert -ErrorAction Stop
    }
}

# {{manifest}}
$manifest = [pscustomobject]@{
    Version  = 1
    TakenUtc = (Get-Date).ToUniversalTime()
    Cmdlets  = @($answered | Select-Object -Unique)
}
$manifest.PSObject.TypeNames.Insert(0, 'Kakuin.SnapshotManifest')
$manifest | Export-Clixml -Path (Join-Path $Folder 'manifest.xml')

# {{result}}
$Folder
