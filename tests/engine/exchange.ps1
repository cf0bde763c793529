# Functions named like Exchange's cmdlets, with state, for tests of the remote shell: they ask through Microsoft's
# ShouldContinue and ShouldProcess, and fail through Microsoft's error records. Two servers, EX01 and EX02.
# "try { ask } catch { throw }": a script goes on with its next statement when a method fails, a compiled cmdlet does not.
# A question fails when the engine stops its pipeline, a moment before it stops the script.
using namespace System.Security.Cryptography
using namespace System.Security.Cryptography.X509Certificates

class KakuinEntry { [X509Certificate2]$Certificate; [string[]]$Services; [string]$FriendlyName; [bool]$IsExportable = $true }
$Global:Kakuin = @{ Stores = @{}; Transport = @{}; Current = ''; Next = ''; NextDate = $null; Previous = ''; Connector = '' }

function New-KakuinCertificate([string]$Subject, [string[]]$Names) {
    $key = [RSA]::Create(2048)
    $request = [CertificateRequest]::new($Subject, $key, [HashAlgorithmName]::SHA256, [RSASignaturePadding]::Pkcs1)
    if ($Names) {
        $alternatives = [SubjectAlternativeNameBuilder]::new()
        foreach ($name in $Names) { $alternatives.AddDnsName($name) }
        $request.CertificateExtensions.Add($alternatives.Build($false))
    }
    $request.CreateSelfSigned([DateTimeOffset]::UtcNow.AddDays(-1), [DateTimeOffset]::UtcNow.AddYears(5))
}
function Add-KakuinEntry([string]$Server, [X509Certificate2]$Certificate, [string[]]$Services, [string]$FriendlyName) {
    $entry = [KakuinEntry]@{ Certificate = $Certificate; Services = $Services; FriendlyName = $FriendlyName }
    $Global:Kakuin.Stores[$Server].Insert(0, $entry)
    $entry
}
function ConvertTo-KakuinObject([string]$Server, [KakuinEntry]$Entry) {
    $c = $Entry.Certificate
    $object = [pscustomobject]@{
        Thumbprint = $c.Thumbprint; Subject = $c.Subject; Issuer = $c.Issuer; RawData = $c.RawData
        FriendlyName = $Entry.FriendlyName; Services = ($Entry.Services -join ', '); Status = 'Valid'
        HasPrivateKey = $c.HasPrivateKey; IsSelfSigned = $true; RootCAType = 'None'
        NotBefore = $c.NotBefore; NotAfter = $c.NotAfter; Identity = "$Server\$($c.Thumbprint)"; PrivateKeyExportable = $Entry.IsExportable
    }
    foreach ($type in 'System.Security.Cryptography.X509Certificates.X509Certificate2',
        'Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate') { $object.PSObject.TypeNames.Insert(0, $type) }
    $object
}
function Find-KakuinEntry([string]$Server, [string]$Thumbprint) {
    foreach ($entry in $Global:Kakuin.Stores[$Server]) { if ($entry.Certificate.Thumbprint -eq $Thumbprint) { return $entry } }
}
function New-KakuinError([string]$Server, [string]$Text, [string]$Id, [string]$Category) {
    if ($Server) { $Text = "A special Rpc error occurs on server $($Server): $Text" }
    [System.Management.Automation.ErrorRecord]::new([InvalidOperationException]::new($Text), $Id, $Category, $null)
}
function Write-KakuinMissing($Cmdlet, [string]$Server, [string]$Thumbprint) {
    $Cmdlet.WriteError((New-KakuinError $Server "The certificate with thumbprint $Thumbprint was not found." '71D7F7B0' 'NotSpecified'))
}
# P1, when SMTP is asked for and another certificate has it.
function Set-KakuinTransport($Cmdlet, [string]$Server, [KakuinEntry]$Entry, [bool]$Force) {
    $current = Find-KakuinEntry $Server $Global:Kakuin.Transport[$Server]
    $next = $Entry.Certificate
    if ($current -and $current -ne $Entry -and -not $Force) {
        $text = "Overwrite the existing default SMTP certificate?`n`nCurrent certificate: '$($current.Certificate.Thumbprint)' " +
            "(expires $($current.Certificate.NotAfter))`nReplace it with certificate: '$($next.Thumbprint)' (expires $($next.NotAfter))"
        $yes = $false; $no = $false
        try { $isMeant = $Cmdlet.ShouldContinue($text, 'Confirm', [ref]$yes, [ref]$no) } catch { throw }
        if (-not $isMeant) { return }
    }
    $Global:Kakuin.Transport[$Server] = $next.Thumbprint
}

function Get-ExchangeServer { [CmdletBinding()] param([string]$Identity)
    foreach ($name in 'EX01', 'EX02') {
        if ($Identity -and $Identity -ne $name) { continue }
        $object = [pscustomobject]@{ Name = $name; Fqdn = "$name.contoso.com"; AdminDisplayVersion = 'Version 15.2 (Build 1118.7)'
            ServerRole = 'Mailbox'; Edition = 'Standard'; DistinguishedName = "CN=$name,CN=Servers,DC=contoso,DC=com" }
        $object.PSObject.TypeNames.Insert(0, 'Microsoft.Exchange.Data.Directory.Management.ExchangeServer'); $object
    }
}
function Get-ExchangeCertificate { [CmdletBinding()] param([string]$Server = 'EX01', [string]$Thumbprint)
    if ($Thumbprint) {
        $entry = Find-KakuinEntry $Server $Thumbprint
        if ($entry) { ConvertTo-KakuinObject $Server $entry } else { Write-KakuinMissing $PSCmdlet $Server $Thumbprint }
    } else { foreach ($entry in $Global:Kakuin.Stores[$Server]) { ConvertTo-KakuinObject $Server $entry } }
}
function New-ExchangeCertificate { [CmdletBinding()]
    param([Parameter(ValueFromPipeline)]$Instance, [string]$Server = 'EX01', [string[]]$Services, [string]$SubjectName, [switch]$Force)
    process {
        $names = if ($Instance) { [X509Certificate2]::new([byte[]]$Instance.RawData).GetNameInfo('DnsName', $false) }
        $subject = if ($Instance) { $Instance.Subject } elseif ($SubjectName) { $SubjectName } else { "CN=$Server" }
        $entry = Add-KakuinEntry $Server (New-KakuinCertificate $subject $names) $Services 'Microsoft Exchange'
        if ($Services -contains 'SMTP') { Set-KakuinTransport $PSCmdlet $Server $entry $Force }
        ConvertTo-KakuinObject $Server $entry
    }
}
function Enable-ExchangeCertificate { [CmdletBinding()]
    param([string]$Server = 'EX01', [string]$Thumbprint, [string[]]$Services, [switch]$Force)
    $entry = Find-KakuinEntry $Server $Thumbprint
    if (-not $entry) { Write-KakuinMissing $PSCmdlet $Server $Thumbprint; return }
    if (-not $entry.Certificate.HasPrivateKey) {
        $text = "The certificate with thumbprint $Thumbprint was found but is not valid for use with Exchange Server (reason: PrivateKeyMissing)."
        $PSCmdlet.WriteError((New-KakuinError $Server $text 'FE3EAF97' 'NotSpecified')); return
    }
    $entry.Services = @($entry.Services) + $Services
    if ($Services -contains 'SMTP') { Set-KakuinTransport $PSCmdlet $Server $entry $Force }
}
function Remove-ExchangeCertificate { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param([string]$Server = 'EX01', [string]$Thumbprint)
    $entry = Find-KakuinEntry $Server $Thumbprint
    if (-not $entry) { Write-KakuinMissing $PSCmdlet $Server $Thumbprint; return }
    $text = "Are you sure you want to perform this action?`nRemove certificate with thumbprint $Thumbprint from the computer's certificate store?"
    try { $isMeant = $PSCmdlet.ShouldProcess($text, $text, 'Confirm') } catch { throw }
    if (-not $isMeant) { return }
    if ($Global:Kakuin.Transport[$Server] -eq $Thumbprint) {
        $text = 'The internal transport certificate cannot be removed because that would cause the Microsoft Exchange Transport service to stop.'
        $PSCmdlet.WriteError((New-KakuinError $Server $text 'DCA528C3' 'InvalidArgument')); return
    }
    if ($Global:Kakuin.Connector -eq $entry.Certificate.Subject) {
        $text = 'These certificates are tagged with following Send Connectors : Internet.'
        $PSCmdlet.WriteError((New-KakuinError $Server $text '23FA4F48' 'InvalidArgument')); return
    }
    [void]$Global:Kakuin.Stores[$Server].Remove($entry)
}
function Get-TransportService { [CmdletBinding()] param([string]$Identity)
    foreach ($name in 'EX01', 'EX02') {
        if ($Identity -and $Identity -ne $name) { continue }
        $object = [pscustomobject]@{ Name = $name; Identity = $name; InternalTransportCertificateThumbprint = $Global:Kakuin.Transport[$name] }
        $object.PSObject.TypeNames.Insert(0, 'Microsoft.Exchange.Data.Directory.Management.TransportServer'); $object
    }
}
function Get-AuthConfig { [CmdletBinding()] param()
    $object = [pscustomobject]@{ Name = 'Auth Configuration'; CurrentCertificateThumbprint = $Global:Kakuin.Current
        NextCertificateThumbprint = $Global:Kakuin.Next; NextCertificateEffectiveDate = $Global:Kakuin.NextDate
        PreviousCertificateThumbprint = $Global:Kakuin.Previous; ServiceName = '00000002-0000-0ff1-ce00-000000000000'; Realm = 'contoso.com' }
    $object.PSObject.TypeNames.Insert(0, 'Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthConfig'); $object
}
function Set-AuthConfig { [CmdletBinding()]
    param([string]$NewCertificateThumbprint, [datetime]$NewCertificateEffectiveDate, [switch]$PublishCertificate, [switch]$Force)
    if ($PublishCertificate) {
        $Global:Kakuin.Previous = $Global:Kakuin.Current; $Global:Kakuin.Current = $Global:Kakuin.Next; $Global:Kakuin.Next = ''; return
    }
    $hours = ($NewCertificateEffectiveDate.ToUniversalTime() - [datetime]::UtcNow).TotalHours
    if ($hours -le 0) {
        $text = 'The new certificate effective date is invalid. The effective date must be greater than the current time.'
        $PSCmdlet.WriteError((New-KakuinError '' $text 'E8' 'InvalidArgument')); return
    }
    $text = 'The new certificate effective date is not "48" hours in the future and may not be deployed on all necessary servers. Do you wish to continue?'
    $yes = $false; $no = $false; $isMeant = $true
    if ($hours -lt 48 -and -not $Force) {
        try { $isMeant = $PSCmdlet.ShouldContinue($text, 'Confirm', [ref]$yes, [ref]$no) } catch { throw }
    }
    if (-not $isMeant) { return }
    $Global:Kakuin.Next = $NewCertificateThumbprint; $Global:Kakuin.NextDate = $NewCertificateEffectiveDate
}
function Export-ExchangeCertificate { [CmdletBinding()]
    param([string]$Server = 'EX01', [string]$Thumbprint, [switch]$BinaryEncoded, [securestring]$Password)
    $entry = Find-KakuinEntry $Server $Thumbprint
    if (-not $entry) { Write-KakuinMissing $PSCmdlet $Server $Thumbprint; return }
    if (-not $entry.IsExportable) {
        $text = "The private key couldn't be exported as PKCS-12. It either couldn't be accessed or isn't exportable."
        $PSCmdlet.WriteError((New-KakuinError $Server $text 'E5' 'NotSpecified')); return
    }
    $plain = [System.Net.NetworkCredential]::new('', $Password).Password
    [pscustomobject]@{ FileData = $entry.Certificate.Export('Pfx', $plain) }
}
function Import-ExchangeCertificate { [CmdletBinding()] param([string]$Server = 'EX01', [byte[]]$FileData, [securestring]$Password)
    try { $made = [X509Certificate2]::new($FileData, [System.Net.NetworkCredential]::new('', $Password).Password, 'Exportable') }
    catch {
        $text = 'The source data cannot be imported or the wrong password was specified.'
        $PSCmdlet.WriteError((New-KakuinError $Server $text 'A39CF339' 'ReadError')); return
    }
    if (Find-KakuinEntry $Server $made.Thumbprint) {
        $text = "Cannot import certificate. A certificate with the thumbprint $($made.Thumbprint) already exists."
        $PSCmdlet.WriteError((New-KakuinError $Server $text 'E7' 'NotSpecified')); return
    }
    ConvertTo-KakuinObject $Server (Add-KakuinEntry $Server $made @() 'imported')
}

foreach ($server in 'EX01', 'EX02') {
    $Global:Kakuin.Stores[$server] = [System.Collections.Generic.List[KakuinEntry]]::new()
    $own = Add-KakuinEntry $server (New-KakuinCertificate "CN=$server" @($server, "$server.contoso.com")) @('IMAP', 'POP', 'SMTP') 'Microsoft Exchange'
    $Global:Kakuin.Transport[$server] = $own.Certificate.Thumbprint
}
$auth = Add-KakuinEntry 'EX01' (New-KakuinCertificate 'CN=Microsoft Exchange Server Auth Certificate' @()) @('SMTP') 'Auth'
$Global:Kakuin.Current = $auth.Certificate.Thumbprint
$named = Add-KakuinEntry 'EX01' (New-KakuinCertificate 'CN=mail.contoso.com' @('mail.contoso.com')) @('IIS') 'mail'
$named.IsExportable = $false; $Global:Kakuin.Connector = 'CN=mail.contoso.com'
$bare = New-KakuinCertificate 'CN=bare' @('bare')
[void](Add-KakuinEntry 'EX02' ([X509Certificate2]::new($bare.RawData)) @() 'bare')
