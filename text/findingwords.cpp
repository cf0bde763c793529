// SPDX-License-Identifier: MIT
#include "text/findingwords.h"

namespace kakuin::ui {

using findings::Code;

namespace {

constexpr auto wordsInOrder = std::to_array<FindingWords>({
    {Code::ExpiredInUse, QT_TRANSLATE_NOOP("FindingText", "Expired and in use"),
        QT_TRANSLATE_NOOP("FindingText",
            "The certificate has expired and something still uses it. Clients and servers that check dates refuse the "
            "connection, and an update of Exchange can stop half-way on it. Every day it stays, more of them notice."),
        QT_TRANSLATE_NOOP("FindingText",
            "A self-signed certificate is renewed here. One of a certification authority is requested there again, "
            "imported, and given its services.")},
    {Code::ExpiredUseNotKnown, QT_TRANSLATE_NOOP("FindingText", "Expired, use not known"),
        QT_TRANSLATE_NOOP("FindingText",
            "The certificate has expired, and what was read does not tell whether anything uses it. If something "
            "does, clients and servers that check dates refuse the connection."),
        QT_TRANSLATE_NOOP("FindingText",
            "Read what is listed as not known, or export it as well. Then it is clear whether the certificate "
            "needs a successor or can be removed.")},
    {Code::ExpiredLeftOver, QT_TRANSLATE_NOOP("FindingText", "Expired and no longer used"),
        QT_TRANSLATE_NOOP("FindingText",
            "Nothing uses this certificate any more. It does no harm to mail, but it clutters every list, makes the "
            "next problem harder to see, and can stop an update of Exchange that checks all certificates."),
        QT_TRANSLATE_NOOP("FindingText",
            "Remove it from the server. Whether anything depends on it is checked once more before that.")},
    {Code::ExpiresVerySoon, QT_TRANSLATE_NOOP("FindingText", "Expires very soon"),
        QT_TRANSLATE_NOOP("FindingText",
            "Only a few weeks are left. A renewal that needs a certification authority, a change window or a restart "
            "takes time that is running out. After the last day, whatever uses the certificate stops being trusted."),
        QT_TRANSLATE_NOOP("FindingText", "Renew it now, or import its successor and give it the services.")},
    {Code::ExpiresSoon, QT_TRANSLATE_NOOP("FindingText", "Expires soon"),
        QT_TRANSLATE_NOOP("FindingText",
            "There is time to renew it in an orderly way. Servers that were installed together expire together, so "
            "plan their renewals as one."),
        QT_TRANSLATE_NOOP("FindingText",
            "Renew it within the next weeks, or request its successor from the certification authority.")},
    {Code::NotYetValid, QT_TRANSLATE_NOOP("FindingText", "Not valid yet"),
        QT_TRANSLATE_NOOP("FindingText",
            "The certificate begins in the future. Until then everybody who checks dates refuses it. Usually a clock "
            "was wrong when it was made, or is wrong now."),
        QT_TRANSLATE_NOOP("FindingText",
            "Compare the clock of the server with a domain controller. If the clock is right, wait, or make the "
            "certificate again.")},
    {Code::RenewedOnSomeServers, QT_TRANSLATE_NOOP("FindingText", "Renewed on some servers only"),
        QT_TRANSLATE_NOOP("FindingText",
            "Several servers have a certificate for the same names. Some already have a newer one, the others still "
            "work with an older one. When that expires, these servers fail although the renewal seems to be done."),
        QT_TRANSLATE_NOOP("FindingText",
            "Export the newer certificate with its private key from a server that has it, import it on the servers "
            "that lack it, and give it the services that the older one has there.")},
    {Code::NextLivesShorter, QT_TRANSLATE_NOOP("FindingText", "The next certificate lasts for a shorter time"),
        QT_TRANSLATE_NOOP("FindingText",
            "Public certification authorities issue certificates for at most 200 days since 15 March 2026, for 100 "
            "days from 15 March 2027, and for 47 days from 15 March 2029. This certificate remains valid until its "
            "last day, but the one that replaces it has to be renewed sooner."),
        QT_TRANSLATE_NOOP("FindingText",
            "Nothing has to be corrected. If a change comes before the certificate expires, renew before that date to "
            "get the longer time. Plan for renewals several times a year.")},
    {Code::StatusRevoked, QT_TRANSLATE_NOOP("FindingText", "Revoked by its issuer"),
        QT_TRANSLATE_NOOP("FindingText",
            "The certification authority has withdrawn the certificate. Clients that ask refuse it, and the key may be "
            "in wrong hands."),
        QT_TRANSLATE_NOOP("FindingText",
            "Request a new certificate with a new key, import it, assign its services, and remove this one. Ask the "
            "authority why it was revoked.")},
    {Code::StatusInvalid, QT_TRANSLATE_NOOP("FindingText", "Not valid for Exchange"),
        QT_TRANSLATE_NOOP("FindingText",
            "The server itself calls the certificate invalid although it has not expired. Its chain, purpose or "
            "signature does not hold, and services that use it may not start."),
        QT_TRANSLATE_NOOP("FindingText",
            "Look at the fields and the chain of the certificate on the server, then renew or replace it.")},
    {Code::StatusUntrusted, QT_TRANSLATE_NOOP("FindingText", "Issuer not trusted"),
        QT_TRANSLATE_NOOP("FindingText",
            "The server does not trust the root of this certificate. Other servers and clients will most likely not "
            "trust it either."),
        QT_TRANSLATE_NOOP("FindingText",
            "Import the certificates of the issuing authority into the stores Trusted Root and Intermediate of the "
            "server, then read it again.")},
    {Code::RevocationNotChecked, QT_TRANSLATE_NOOP("FindingText", "Revocation could not be checked"),
        QT_TRANSLATE_NOOP("FindingText",
            "The server cannot reach the place where the issuer publishes what it has revoked. Connections become "
            "slow, and Exchange may refuse the certificate in its own tools."),
        QT_TRANSLATE_NOOP("FindingText",
            "Let the server reach the addresses in the field CRL Distribution Points, directly or through a proxy "
            "(netsh winhttp).")},
    {Code::RequestPending, QT_TRANSLATE_NOOP("FindingText", "Request not completed"),
        QT_TRANSLATE_NOOP("FindingText",
            "A certificate was requested and its answer never came back to this server. The request keeps its key and "
            "does nothing else."),
        QT_TRANSLATE_NOOP("FindingText",
            "Import the answer of the certification authority on the same server, or remove the request if it is not "
            "needed any more.")},
    {Code::KeyTooSmall, QT_TRANSLATE_NOOP("FindingText", "Key too short"),
        QT_TRANSLATE_NOOP("FindingText",
            "Windows and browsers refuse RSA keys below 2048 bits. What uses this certificate already fails for some "
            "clients."),
        QT_TRANSLATE_NOOP("FindingText",
            "A renewal makes a new key of 2048 bits. For a certificate of an authority make a new request with that "
            "size.")},
    {Code::SignatureHashWeak, QT_TRANSLATE_NOOP("FindingText", "Signed with an outdated hash"),
        QT_TRANSLATE_NOOP("FindingText",
            "Signatures with SHA-1 or MD5 can be forged, and clients stop accepting them. For a self-signed "
            "certificate the signature itself protects little, but security scans report it."),
        QT_TRANSLATE_NOOP("FindingText", "A renewal signs with SHA-256 on a server that is up to date.")},
    {Code::KeyInCng, QT_TRANSLATE_NOOP("FindingText", "Key stored with a CNG provider"),
        QT_TRANSLATE_NOOP("FindingText",
            "Windows stores the key of this certificate with a CNG provider. Exchange expects a cryptographic service "
            "provider (CSP): sign-in to Outlook on the web may loop, and EdgeSync refuses the certificate (event "
            "1035)."),
        QT_TRANSLATE_NOOP("FindingText",
            "At a quiet time, export the certificate with its private key, delete it on this server, import it with "
            "certutil -csp \"Microsoft RSA SChannel Cryptographic Provider\" -importpfx, and assign its services "
            "again. A self-signed one is renewed instead: Exchange creates it with a CSP.")},
    {Code::EllipticKey, QT_TRANSLATE_NOOP("FindingText", "Certificate with an elliptic key"),
        QT_TRANSLATE_NOOP("FindingText",
            "Exchange uses elliptic keys only on servers where they are switched on. Since the November 2024 security "
            "update a registry value does that; a setting override is no longer enough. Whether it is set cannot be "
            "read from here."),
        QT_TRANSLATE_NOOP("FindingText",
            "On each server that uses the certificate, check that the value EnableEccCertificateSupport under "
            "HKLM\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Diagnostics is the text 1. Otherwise set it, or request "
            "a certificate with an RSA key.")},
    {Code::PrivateKeyMissing, QT_TRANSLATE_NOOP("FindingText", "Private key missing"),
        QT_TRANSLATE_NOOP("FindingText",
            "Services are assigned to the certificate, but its private key is not on this server. They cannot use it, "
            "whatever the list says."),
        QT_TRANSLATE_NOOP("FindingText",
            "Import the certificate again with its key (a .pfx file), or try to repair the link on the server with "
            "certutil -repairstore.")},
    {Code::AnswerWithoutKey, QT_TRANSLATE_NOOP("FindingText", "Answer imported without its key"),
        QT_TRANSLATE_NOOP("FindingText",
            "This certificate is the answer to a request that still waits on this server. It was imported by "
            "another way than the request, so it has no private key, and nothing can use it."),
        QT_TRANSLATE_NOOP("FindingText",
            "Complete the request: import the answer of the authority with Import-ExchangeCertificate on this "
            "server. If the request is gone, try certutil -repairstore My with the serial number of the "
            "certificate.")},
    {Code::TransportNotSet, QT_TRANSLATE_NOOP("FindingText", "No internal transport certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "The server names no certificate for mail between servers. Mail to and from it within the organisation "
            "stops or runs on an emergency certificate."),
        QT_TRANSLATE_NOOP("FindingText",
            "Choose a valid certificate of the server and enable it for SMTP, answering Yes to the question about the "
            "default certificate.")},
    {Code::TransportNotInStore, QT_TRANSLATE_NOOP("FindingText", "Internal transport certificate not on the server"),
        QT_TRANSLATE_NOOP("FindingText",
            "The directory names a certificate that the server does not have. Transport cannot load it (event 12013), "
            "so mail within the organisation stops or runs on an emergency certificate."),
        QT_TRANSLATE_NOOP("FindingText",
            "Let another valid certificate of the server take over, or import the missing one with its key.")},
    {Code::TransportIsAuth, QT_TRANSLATE_NOOP("FindingText", "Auth certificate used for internal transport"),
        QT_TRANSLATE_NOOP("FindingText",
            "Somebody answered Yes where No was meant: the Auth certificate now also protects mail between servers. It "
            "bears no server name, and after the next rotation mail depends on a certificate that nobody expects to "
            "matter."),
        QT_TRANSLATE_NOOP("FindingText", "Give internal transport back to the certificate of the server itself.")},
    {Code::TransportIsIssued, QT_TRANSLATE_NOOP("FindingText", "Internal transport uses an issued certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "It works, but such a certificate lives a year or less. Each time it is replaced, internal transport has "
            "to be pointed at the new one, and the old one cannot be removed before."),
        QT_TRANSLATE_NOOP("FindingText",
            "Let the self-signed certificate of the server take over, unless the choice was made on purpose.")},
    {Code::TransportStale, QT_TRANSLATE_NOOP("FindingText", "Internal transport still on the old certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "The certificate was renewed, but mail between servers still uses the older one. When that expires, other "
            "servers complain; and it cannot be removed as long as it is in use."),
        QT_TRANSLATE_NOOP("FindingText", "Let the newer certificate take over internal transport.")},
    {Code::SmtpWithoutCertificate, QT_TRANSLATE_NOOP("FindingText", "No valid certificate for SMTP"),
        QT_TRANSLATE_NOOP("FindingText",
            "No valid certificate of the server is enabled for SMTP. It cannot offer encrypted connections, and "
            "partners that insist on them do not deliver."),
        QT_TRANSLATE_NOOP("FindingText",
            "Assign SMTP to a valid certificate with a private key, or renew the certificate of the server.")},
    {Code::FrontEndUnbound, QT_TRANSLATE_NOOP("FindingText", "No certificate on port 443"),
        QT_TRANSLATE_NOOP("FindingText",
            "None of the certificates in the store of the server is bound to the Default Web Site. Outlook, mobile "
            "devices and the Exchange admin center cannot connect to this server."),
        QT_TRANSLATE_NOOP("FindingText",
            "Assign IIS to a valid certificate. If a binding exists in IIS Manager, it names a certificate that is not "
            "in the store.")},
    {Code::BackEndUnbound, QT_TRANSLATE_NOOP("FindingText", "No certificate on port 444"),
        QT_TRANSLATE_NOOP("FindingText",
            "None of the certificates in the store of the server is bound to the Exchange Back End site. The front end "
            "finds nobody behind port 444: Outlook on the web stays blank, and the Exchange Management Shell cannot "
            "connect."),
        QT_TRANSLATE_NOOP("FindingText",
            "On the server, open IIS Manager, site Exchange Back End, Bindings, https 444, and choose the certificate "
            "named Microsoft Exchange. Then read the server again.")},
    {Code::FrontEndStale, QT_TRANSLATE_NOOP("FindingText", "Port 443 still on the old certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "A newer generation of this certificate is on the server, but the Default Web Site still shows the old "
            "one. Clients will see its expiry."),
        QT_TRANSLATE_NOOP("FindingText", "Assign IIS to the newer certificate.")},
    {Code::BackEndStale, QT_TRANSLATE_NOOP("FindingText", "Port 444 still on the old certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "A renewal does not rebind the Exchange Back End site, and no Exchange cmdlet does. If the old certificate "
            "is removed or expires, Outlook on the web, the admin center and the Exchange Management Shell stop on "
            "this server."),
        QT_TRANSLATE_NOOP("FindingText",
            "On the server, trust the newer certificate (copy it to Trusted Root), then IIS Manager, Exchange Back "
            "End, Bindings, https 444: choose it. Read the server again before you remove the old one.")},
    {Code::FrontEndSelfSigned, QT_TRANSLATE_NOOP("FindingText", "Port 443 shows a self-signed certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "A valid certificate of a certification authority is on the server, but the Default Web Site uses a "
            "self-signed one. That happens when the self-signed one is renewed with IIS. Clients warn or refuse."),
        QT_TRANSLATE_NOOP("FindingText", "Assign IIS to the certificate of the authority again.")},
    {Code::FrontEndUnlikePeers, QT_TRANSLATE_NOOP("FindingText", "Port 443 differs from the other servers"),
        QT_TRANSLATE_NOOP("FindingText",
            "The other servers of the site present a certificate of a certification authority on port 443. This one "
            "presents a self-signed certificate, as setup leaves it on a server that was rebuilt or added. Clients "
            "that a load balancer sends here warn or refuse."),
        QT_TRANSLATE_NOOP("FindingText",
            "Export the certificate with its private key from one of the other servers, import it on this server, and "
            "assign IIS to it. If no client connects to this server, nothing has to be done.")},
    {Code::NotInTrustedRoot, QT_TRANSLATE_NOOP("FindingText", "Renewed certificate not in Trusted Root"),
        QT_TRANSLATE_NOOP("FindingText",
            "Setup puts the certificate of a server into its Trusted Root store, a renewal does not. The front end and "
            "monitoring then do not trust what answers on port 444, and health checks fail."),
        QT_TRANSLATE_NOOP("FindingText",
            "On the server, in certlm.msc, copy the certificate from Personal to Trusted Root Certification "
            "Authorities. Then read the server again.")},
    {Code::WmSvcStale, QT_TRANSLATE_NOOP("FindingText", "Web Management Service may use the old certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "A newer generation was made, but a cmdlet never selects it for the service, and no cmdlet shows which one "
            "the service uses. If the one in use is removed, the service stops, and with it updates and removal of "
            "Exchange."),
        QT_TRANSLATE_NOOP("FindingText",
            "On the server, stop the Web Management Service, choose the newer certificate in IIS Manager under "
            "Management Service, start it again, and only then remove the old one.")},
    {Code::ServerNameDiffers, QT_TRANSLATE_NOOP("FindingText", "Certificate bears another server name"),
        QT_TRANSLATE_NOOP("FindingText",
            "This certificate protects connections between servers, but the name of this server is not on it. It was "
            "imported from elsewhere, bound by mistake, or the names were changed. Servers that compare names refuse "
            "it."),
        QT_TRANSLATE_NOOP("FindingText",
            "Let the certificate of the server itself take over: for port 444 in IIS Manager, site Exchange Back End, "
            "Bindings, https 444. If there is none, New-ExchangeCertificate without names makes one with the right "
            "names.")},
    {Code::SiteSeveralCertificates, QT_TRANSLATE_NOOP("FindingText", "Several certificates on one web site"),
        QT_TRANSLATE_NOOP("FindingText",
            "One web site of this server has bindings with different certificates, for addresses or host names. "
            "Clients see the one that fits their connection, and each of them has to be renewed."),
        QT_TRANSLATE_NOOP("FindingText",
            "Compare the bindings in IIS Manager. If only one certificate is meant, remove the other binding; "
            "otherwise renew each of them in time.")},
    {Code::PortServesUnknown, QT_TRANSLATE_NOOP("FindingText", "Port shows a certificate that is not on the server"),
        QT_TRANSLATE_NOOP("FindingText",
            "Whoever connects is shown a certificate that the store of the server does not hold. Something in between "
            "answers in its place, a load balancer or a proxy; or the server was changed after it was read."),
        QT_TRANSLATE_NOOP("FindingText",
            "Read the server again. If the certificate is still not there, find out which device answers on this "
            "port, and renew the certificate there.")},
    {Code::PortServesExpired, QT_TRANSLATE_NOOP("FindingText", "Port shows an expired certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "Whoever connects is shown a certificate that has expired, and clients that check dates refuse the "
            "connection. It is not among the certificates that were read from the server."),
        QT_TRANSLATE_NOOP("FindingText",
            "Find out what answers on this port: a load balancer or proxy in between, or a service with a certificate "
            "store of its own. Renew the certificate there.")},
    {Code::PortDiffersFromBinding, QT_TRANSLATE_NOOP("FindingText", "Port shows another certificate than IIS reports"),
        QT_TRANSLATE_NOOP("FindingText",
            "The binding of the web site names one certificate, and the port shows another. Windows can hold bindings "
            "for an address or a host name beside the one that Exchange reports; and a binding may have changed since "
            "one of the two was read."),
        QT_TRANSLATE_NOOP("FindingText",
            "Read the server again and check its ports again. If they still differ, compare the bindings in IIS "
            "Manager with netsh http show sslcert on the server.")},
    {Code::PortServesOld, QT_TRANSLATE_NOOP("FindingText", "Mail port still shows the old certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "The certificate was renewed, but this port still shows the older one: its successor does not carry the "
            "service, or the service has not noticed it yet. Clients and partners will see its expiry."),
        QT_TRANSLATE_NOOP("FindingText",
            "Assign the service to the newer certificate. IMAP and POP show it after a restart of their services.")},
    {Code::PortWithoutTls, QT_TRANSLATE_NOOP("FindingText", "Port offers no encryption"),
        QT_TRANSLATE_NOOP("FindingText",
            "The service answers, but offers no TLS on this port. Usually no certificate with a private key carries "
            "the service, or its name does not match the connector. Partners that insist on encryption do not "
            "deliver."),
        QT_TRANSLATE_NOOP("FindingText",
            "Assign the service to a valid certificate of the server, and compare the FQDN of the connector with the "
            "names on it.")},
    {Code::BackEndServesIssued, QT_TRANSLATE_NOOP("FindingText", "Port 444 shows an issued certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "Setup binds the self-signed certificate Microsoft Exchange to the Exchange Back End site. A certificate "
            "of an authority works there as long as it lives, but nobody thinks of port 444 when it is replaced and "
            "the old one removed."),
        QT_TRANSLATE_NOOP("FindingText",
            "In IIS Manager, site Exchange Back End, Bindings, https 444, choose the certificate named Microsoft "
            "Exchange, unless the choice was made on purpose.")},
    {Code::AuthNotSet, QT_TRANSLATE_NOOP("FindingText", "No Auth certificate is configured"),
        QT_TRANSLATE_NOOP("FindingText",
            "The Auth configuration names no certificate. Sign-ins to Outlook on the web and the admin center fail, "
            "and so does everything that crosses to Exchange Online, SharePoint or Skype for Business."),
        QT_TRANSLATE_NOOP("FindingText", "Create and publish a new Auth certificate at once.")},
    {Code::AuthMissingEverywhere, QT_TRANSLATE_NOOP("FindingText", "No server has the Auth certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "The Auth configuration names a certificate that no server has. Sign-ins to Outlook on the web and the "
            "admin center fail, and nothing can be copied from anywhere."),
        QT_TRANSLATE_NOOP("FindingText",
            "Create and publish a new Auth certificate at once, unless a .pfx file of the old one exists: that can be "
            "imported.")},
    {Code::AuthMissingOnSite, QT_TRANSLATE_NOOP("FindingText", "Auth certificate missing in a whole site"),
        QT_TRANSLATE_NOOP("FindingText",
            "No server of this Active Directory site has the Auth certificate. Within a site it spreads by itself, "
            "across sites it sometimes never arrives. Sign-ins that are served here fail."),
        QT_TRANSLATE_NOOP("FindingText",
            "Import it on one server of the site. The others receive it from there, within a day. Where the servers "
            "that have it refuse its export (October 2025 security update and later), save the file with Windows: "
            "certlm.msc or Export-PfxCertificate on one of them, if its key can be exported.")},
    {Code::AuthMissingOnServer, QT_TRANSLATE_NOOP("FindingText", "Auth certificate missing on a server"),
        QT_TRANSLATE_NOOP("FindingText",
            "This server cannot check what others have signed with the Auth certificate. Sign-ins to Outlook on the "
            "web fail whenever they reach it, which looks as if they failed at random."),
        QT_TRANSLATE_NOOP("FindingText",
            "Wait a day after a new server or a new certificate; then import it here. Where the servers that have it "
            "refuse its export (October 2025 security update and later), save the file with Windows: certlm.msc or "
            "Export-PfxCertificate on one of them, if its key can be exported.")},
    {Code::AuthWithoutKey, QT_TRANSLATE_NOOP("FindingText", "Auth certificate without its key"),
        QT_TRANSLATE_NOOP("FindingText",
            "The certificate is on this server, but its private key is not. The server can neither sign tokens nor "
            "read its own cookies."),
        QT_TRANSLATE_NOOP("FindingText",
            "Try certutil -repairstore My with its serial number on this server. If that does not help, delete "
            "this copy in certlm.msc and bring the certificate again with its key: wait for Exchange to "
            "distribute it, import a .pfx file, or run MonitorExchangeAuthCertificate. Where no server has the "
            "key, rotate.")},
    {Code::AuthExpired, QT_TRANSLATE_NOOP("FindingText", "Auth certificate has expired"),
        QT_TRANSLATE_NOOP("FindingText",
            "Sign-ins to Outlook on the web and the admin center loop or fail, free/busy information and hybrid "
            "features stop, and the Exchange Management Shell shows objects without details."),
        QT_TRANSLATE_NOOP("FindingText",
            "Replace it at once. The change takes effect on a server when the new certificate has arrived there and "
            "its application pools have been recycled.")},
    {Code::AuthExpiresSoon, QT_TRANSLATE_NOOP("FindingText", "Auth certificate expires soon"),
        QT_TRANSLATE_NOOP("FindingText",
            "One certificate serves sign-ins of the whole organisation. While it is valid, a successor can be staged "
            "that takes over without anybody noticing. Once it has expired, only a change with interruptions is left."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Stage a successor now, so that it reaches every server before it takes over.")},
    {Code::AuthNextMissingOnServer, QT_TRANSLATE_NOOP("FindingText", "Staged Auth certificate has not arrived"),
        QT_TRANSLATE_NOOP("FindingText",
            "A successor is staged, but this server does not have it yet. If it is missing on the effective date, "
            "sign-ins that reach this server fail."),
        QT_TRANSLATE_NOOP("FindingText",
            "Within a site it arrives in minutes, in other sites within hours. If a day has passed, copy it there.")},
    {Code::AuthNextExpiresSoon, QT_TRANSLATE_NOOP("FindingText", "Staged Auth certificate does not last"),
        QT_TRANSLATE_NOOP("FindingText",
            "The certificate that is about to take over will itself expire before long. The organisation would go "
            "through the same change again within months."),
        QT_TRANSLATE_NOOP("FindingText", "Stage a new one in its place. It takes the slot of the present successor.")},
    {Code::AuthNextWithoutDate, QT_TRANSLATE_NOOP("FindingText", "Staged Auth certificate has no date"),
        QT_TRANSLATE_NOOP("FindingText",
            "A successor is named, but no date on which it takes over. Exchange will not promote it by itself."),
        QT_TRANSLATE_NOOP("FindingText", "Stage it again with a date at least 48 hours ahead.")},
    {Code::AuthEffectiveSoon, QT_TRANSLATE_NOOP("FindingText", "Staged Auth certificate takes over soon"),
        QT_TRANSLATE_NOOP("FindingText",
            "In less than two days the successor takes over. Servers that do not have it by then refuse sign-ins, and "
            "Exchange itself asks for 48 hours to distribute it."),
        QT_TRANSLATE_NOOP("FindingText",
            "Follow the rotation until every server has it. If that will not happen in time, stage it again with a "
            "later date.")},
    {Code::AuthNotPromoted, QT_TRANSLATE_NOOP("FindingText", "Effective date passed, not promoted"),
        QT_TRANSLATE_NOOP("FindingText",
            "The staged Auth certificate should be in use and is not. Exchange looks every twelve hours and when its "
            "service host starts; in child domains it may lack the right to change the configuration."),
        QT_TRANSLATE_NOOP("FindingText",
            "If twelve hours have passed, publish it now. For a child domain see Set-OrganizationConfig "
            "-EnableAuthAdminReadSession.")},
    {Code::AuthNameUnexpected, QT_TRANSLATE_NOOP("FindingText", "Auth certificate has an unusual name"),
        QT_TRANSLATE_NOOP("FindingText",
            "Exchange names its Auth certificate “Microsoft Exchange Server Auth Certificate”. This one is called "
            "otherwise: a certificate of another purpose may have been chosen by mistake, and support tools do not "
            "recognise it."),
        QT_TRANSLATE_NOOP("FindingText", "Rotate to a new Auth certificate with the usual name.")},
    {Code::AuthNameOld, QT_TRANSLATE_NOOP("FindingText", "Auth certificate named as in older instructions"),
        QT_TRANSLATE_NOOP("FindingText",
            "Older instructions of Microsoft for the Hybrid Configuration Wizard create the Auth certificate "
            "under this name. Exchange works with it; only support tools expect the usual name."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Nothing has to be done now. The next rotation makes one with the usual name.")},
    {Code::AuthKeyUnsupported, QT_TRANSLATE_NOOP("FindingText", "Auth certificate with an unsupported key"),
        QT_TRANSLATE_NOOP("FindingText",
            "The Auth certificate needs an RSA key in a cryptographic service provider (CSP). Exchange cannot sign "
            "tokens with an elliptic key, even where such keys are switched on for other services, nor with a key "
            "that a CNG provider stores."),
        QT_TRANSLATE_NOOP("FindingText",
            "Rotate to a new Auth certificate: Exchange creates it with a suitable key. If only some servers store "
            "the key with a CNG provider, delete the certificate there and import it again with certutil -csp "
            "\"Microsoft RSA SChannel Cryptographic Provider\" -importpfx.")},
    {Code::AuthIsWaiting, QT_TRANSLATE_NOOP("FindingText", "Valid Auth certificate not in use"),
        QT_TRANSLATE_NOOP("FindingText",
            "A valid certificate with the name of the Auth certificate is there, but the configuration does not "
            "name it: renewing an Auth certificate on one server does not put it to use. The organisation needs a"
            " successor now, and this one can be it."),
        QT_TRANSLATE_NOOP("FindingText",
            "Stage or publish this one instead of making another: the rotation offers it. See that every server "
            "has it.")},
    {Code::AuthRoleNotKnown, QT_TRANSLATE_NOOP("FindingText", "Probably the Auth certificate, and ending"),
        QT_TRANSLATE_NOOP("FindingText",
            "By its name this is most likely the Auth certificate of the organisation, but the Auth configuration"
            " was not read. An Auth certificate is never renewed on one server: it is rotated for the whole "
            "organisation."),
        QT_TRANSLATE_NOOP("FindingText",
            "Read the Auth configuration, or export Get-AuthConfig as well. If it names this certificate, rotate "
            "it.")},
    {Code::AuthWithoutSmtp, QT_TRANSLATE_NOOP("FindingText", "Auth certificate not enabled for SMTP"),
        QT_TRANSLATE_NOOP("FindingText",
            "Exchange works without it, but its own support tools expect the Auth certificate to carry SMTP and report "
            "it otherwise."),
        QT_TRANSLATE_NOOP("FindingText",
            "Nothing has to be done. To satisfy the tools, enable it for SMTP and answer No to the question about the "
            "default certificate.")},
    {Code::AuthNotExportable, QT_TRANSLATE_NOOP("FindingText", "Auth certificate cannot be exported"),
        QT_TRANSLATE_NOOP("FindingText",
            "No server can give its key away. If distribution fails, the certificate cannot be copied to the servers "
            "that lack it, and no backup can be made."),
        QT_TRANSLATE_NOOP("FindingText", "Nothing has to be done now. The next rotation makes an exportable one.")},
    {Code::AuthPreviousHeld, QT_TRANSLATE_NOOP("FindingText", "Previous Auth certificate still named"),
        QT_TRANSLATE_NOOP("FindingText",
            "The rotation has settled, but the previous certificate is still accepted. That was right for the first "
            "days, because sign-ins that began before the change needed it."),
        QT_TRANSLATE_NOOP("FindingText", "Clear the previous one.")},
    {Code::AuthHybridUpload, QT_TRANSLATE_NOOP("FindingText", "Hybrid: the new Auth certificate has to be uploaded"),
        QT_TRANSLATE_NOOP("FindingText",
            "The organisation is hybrid, and its Auth certificate is new or about to be replaced. Exchange Online "
            "accepts the new one only after its public part was uploaded; whether that was done cannot be read from "
            "here. The shared service principal has been blocked since 31 October 2025, so the upload goes to the "
            "dedicated hybrid application. Exchange Web Services of Exchange Online end in April 2027; Microsoft "
            "Graph, which replaces them, needs Exchange SE from build 15.2.2562.41 on."),
        QT_TRANSLATE_NOOP("FindingText",
            "Stage the new certificate. Save its public part as a .cer file from the details of the certificate (no "
            "private key is needed), and upload it with ConfigureExchangeHybridApplication.ps1 (-CertificateMethod "
            "File). Publish it. Run the Hybrid Configuration Wizard, which uploads the current and the next "
            "certificate and removes expired ones. Remove old keys of the shared service principal yourself: the "
            "wizard leaves them.")},
    {Code::AuthLeftOver, QT_TRANSLATE_NOOP("FindingText", "Forgotten Auth certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "It bears the name of the Auth certificate, but the configuration names it no more. Each rotation leaves "
            "one behind on every server, and they are easily taken for the one in use."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Remove it. Whether anything depends on it is checked on every server before that.")},
    {Code::ConnectorNameNotFound, QT_TRANSLATE_NOOP("FindingText", "Certificate named by a connector not found"),
        QT_TRANSLATE_NOOP("FindingText",
            "The connector names a certificate by issuer and subject, and servers that use it have none of that name. "
            "Mail through it stops (454 4.7.5). It happens when the issuing authority has changed with a renewal."),
        QT_TRANSLATE_NOOP("FindingText",
            "Import the certificate on these servers, or set the name of the new one with Set-SendConnector or "
            "Set-ReceiveConnector -TlsCertificateName.")},
    {Code::ConnectorGenerations, QT_TRANSLATE_NOOP("FindingText", "Several generations bear a connector’s name"),
        QT_TRANSLATE_NOOP("FindingText",
            "A connector knows certificates by name only, so it cannot tell these apart and takes the one that is "
            "valid longest. The older ones cannot be removed while the connector names them."),
        QT_TRANSLATE_NOOP("FindingText",
            "To remove an older one, clear the name on the connector, remove it on all its servers, and set the name "
            "again.")},
    {Code::CloudConnectorDisabled, QT_TRANSLATE_NOOP("FindingText", "Cloud connector disabled"),
        QT_TRANSLATE_NOOP("FindingText",
            "The connector to Exchange Online is switched off. Mail between the organisation and the cloud takes "
            "another way or none."),
        QT_TRANSLATE_NOOP("FindingText",
            "Switch it on again (Set-SendConnector -Enabled $true), or remove it if it is not needed any more.")},
    {Code::CloudConnectorNameMissing, QT_TRANSLATE_NOOP("FindingText", "Cloud connector names no certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "Exchange Online recognises the organisation by the certificate of this connector. Without a name the "
            "server picks one by itself, and mail may be treated as if it came from strangers."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Run the Hybrid Configuration Wizard again, or set -TlsCertificateName on the connector.")},
    {Code::CloudConnectorNameDiffers, QT_TRANSLATE_NOOP("FindingText", "Connector and hybrid configuration differ"),
        QT_TRANSLATE_NOOP("FindingText",
            "The cloud connector names another certificate than the hybrid configuration does. The next run of the "
            "Hybrid Configuration Wizard changes one of them, perhaps to the wrong one."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Run the Hybrid Configuration Wizard again and choose the certificate that is meant.")},
    {Code::CloudConnectorTlsWeak, QT_TRANSLATE_NOOP("FindingText", "Cloud connector does not insist on TLS"),
        QT_TRANSLATE_NOOP("FindingText",
            "The connector carries mail to Exchange Online as internal mail, but does not require TLS or does not"
            " check the other side. Headers that mark mail as internal are only trusted over a checked "
            "connection."),
        QT_TRANSLATE_NOOP("FindingText",
            "Run the Hybrid Configuration Wizard again, or set RequireTLS to true and TlsAuthLevel to "
            "DomainValidation with TlsDomain mail.protection.outlook.com.")},
    {Code::ConnectorNameMalformed, QT_TRANSLATE_NOOP("FindingText", "Certificate name of a connector is malformed"),
        QT_TRANSLATE_NOOP("FindingText",
            "The property TlsCertificateName of the connector does not have the form <I>issuer<S>subject. "
            "Exchange finds no certificate for it, and the connection is made without the certificate that was "
            "meant."),
        QT_TRANSLATE_NOOP("FindingText",
            "Set TlsCertificateName again, with the issuer and the subject of the certificate as Get-"
            "ExchangeCertificate shows them: <I>issuer<S>subject.")},
    {Code::ConnectorClientAuth, QT_TRANSLATE_NOOP("FindingText", "Connector certificate with client authentication"),
        QT_TRANSLATE_NOOP("FindingText",
            "A connector uses a certificate that is also meant for client authentication. Public certification "
            "authorities stop issuing such certificates by March 2027, so the next one will not have this purpose. "
            "The certificates that Exchange creates do not have it either."),
        QT_TRANSLATE_NOOP("FindingText",
            "Nothing has to be corrected. Whether other mail servers require client authentication cannot be read "
            "from here: before you replace the certificate, ask the organisations whose servers check it.")},
    {Code::ConnectorFqdnNotCovered, QT_TRANSLATE_NOOP("FindingText", "No certificate for the name of a connector"),
        QT_TRANSLATE_NOOP("FindingText",
            "The connector announces a name that no valid certificate with SMTP on its server has. Exchange then "
            "offers no encryption on this connector (event 12014), and clients and partners that insist on it are"
            " refused."),
        QT_TRANSLATE_NOOP("FindingText",
            "Assign SMTP to a valid certificate with that name, or set the FQDN of the connector to a name that a"
            " certificate with SMTP has.")},
    {Code::HybridNameMissing, QT_TRANSLATE_NOOP("FindingText", "Hybrid configuration names no certificate"),
        QT_TRANSLATE_NOOP("FindingText",
            "Without a certificate in the hybrid configuration, mail to and from Exchange Online is not recognised as "
            "internal. No valid certificate was found when it was set up."),
        QT_TRANSLATE_NOOP("FindingText",
            "Run the Hybrid Configuration Wizard again and choose a certificate of a public authority.")},
    {Code::HybridNameNotFound, QT_TRANSLATE_NOOP("FindingText", "Hybrid certificate not found"),
        QT_TRANSLATE_NOOP("FindingText",
            "Servers that take part in hybrid mail do not have the certificate that the hybrid configuration names. "
            "Mail between the organisation and Exchange Online stops on them (450 4.4.317)."),
        QT_TRANSLATE_NOOP("FindingText",
            "Import the certificate on these servers, or run the Hybrid Configuration Wizard again with the new one.")},
    {Code::ServersCannotCoexist, QT_TRANSLATE_NOOP("FindingText", "Servers that cannot be in one organisation"),
        QT_TRANSLATE_NOOP("FindingText",
            "Exchange 2013 cannot be in one organisation with Exchange 2019 CU15 or Exchange SE: their setup refuses "
            "it. Most likely the server of 2013 is gone and only its object in Active Directory remains. The next "
            "update of the newer servers stops at it."),
        QT_TRANSLATE_NOOP("FindingText",
            "Uninstall Exchange from the listed servers with setup. If a server does not exist any more, remove its "
            "object from Active Directory as Microsoft describes.")},
    {Code::CoexistenceEnds, QT_TRANSLATE_NOOP("FindingText", "Servers that will block an update of Exchange SE"),
        QT_TRANSLATE_NOOP("FindingText",
            "Setup of Exchange SE CU2 refuses an organisation that still has servers of Exchange 2016 or 2019. Both "
            "have been out of support since 14 October 2025."),
        QT_TRANSLATE_NOOP("FindingText",
            "Before CU2, update the servers of 2019 to Exchange SE, and replace those of 2016. Certificates that are "
            "needed on the new servers are exported with their private keys first.")},
    {Code::BuildNotTried, QT_TRANSLATE_NOOP("FindingText", "Build of Exchange not yet tried"),
        QT_TRANSLATE_NOOP("FindingText",
            "These servers have a newer build than those that Kakuin knows. Cmdlets, questions and remote PowerShell "
            "may have changed in it."),
        QT_TRANSLATE_NOOP("FindingText",
            "Look for a newer version of Kakuin. Until then, try changes on one server first and check each result.")},
    {Code::ServerNotRead, QT_TRANSLATE_NOOP("FindingText", "Certificates of a server not read"),
        QT_TRANSLATE_NOOP("FindingText",
            "The server did not answer, or its data is missing. Nothing is known about its certificates, so neither "
            "good nor bad can be said of it."),
        QT_TRANSLATE_NOOP("FindingText",
            "Read the server again. For exported data, export Get-ExchangeCertificate of this server as well.")},
    {Code::CertificateUnreadable, QT_TRANSLATE_NOOP("FindingText", "Certificates that do not parse"),
        QT_TRANSLATE_NOOP("FindingText",
            "Some certificates of the server are damaged or of a form that Kakuin does not know. The others were "
            "checked; about these nothing can be said."),
        QT_TRANSLATE_NOOP("FindingText",
            "Look at them on the server with certlm.msc. A damaged one that nothing uses can be deleted there.")},
    {Code::DetailsNotKnown, QT_TRANSLATE_NOOP("FindingText", "Details of certificates not known"),
        QT_TRANSLATE_NOOP("FindingText",
            "The session or the exported data gave the certificates without some of their properties, such as "
            "services, status or bindings. What depends on them was not checked."),
        QT_TRANSLATE_NOOP("FindingText",
            "Export again with the collector script, or connect to a server whose session sends full objects.")},
    {Code::TransportNotRead, QT_TRANSLATE_NOOP("FindingText", "Internal transport certificate not known"),
        QT_TRANSLATE_NOOP("FindingText",
            "Which certificate the server uses for mail between servers could not be read. For a Client Access server "
            "of 2013 only the directory knows."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Read the server again. For exported data, export Get-TransportService as well.")},
    {Code::SiteNotKnown, QT_TRANSLATE_NOOP("FindingText", "Sites of servers not known"),
        QT_TRANSLATE_NOOP("FindingText",
            "Without their Active Directory sites nobody can say whether a whole site lacks the Auth certificate."),
        QT_TRANSLATE_NOOP("FindingText", "Export Get-ExchangeServer, or connect with an account that may read it.")},
    {Code::PortsNotRead, QT_TRANSLATE_NOOP("FindingText", "Ports could not be looked at"),
        QT_TRANSLATE_NOOP("FindingText",
            "Some ports of the server did not answer, so it is not known which certificate they show. That need not be "
            "a fault: this computer may not be allowed to reach them."),
        QT_TRANSLATE_NOOP("FindingText",
            "Check the ports again from a computer in the network of the servers, or open the ports for this one.")},
    {Code::PartNotRead, QT_TRANSLATE_NOOP("FindingText", "Part of the organisation not read"),
        QT_TRANSLATE_NOOP(
            "FindingText", "A part of the configuration could not be read, so the checks that need it were not made."),
        QT_TRANSLATE_NOOP("FindingText",
            "Read the organisation again. A missing cmdlet means that the account lacks the right to it; exported data "
            "needs the file of that cmdlet.")},
    {Code::InputProblem, QT_TRANSLATE_NOOP("FindingText", "Input that could not be used"),
        QT_TRANSLATE_NOOP("FindingText",
            "A file or an answer of a server was damaged or not understood. What it held is missing here."),
        QT_TRANSLATE_NOOP(
            "FindingText", "Export it again, or leave it out if it does not belong to the organisation.")},
    {Code::BeyondInventory, QT_TRANSLATE_NOOP("FindingText", "What Exchange does not report"),
        QT_TRANSLATE_NOOP("FindingText",
            "Some things can only be seen on a server itself, because no cmdlet of a session reports them. Nothing is "
            "claimed about them here."),
        QT_TRANSLATE_NOOP("FindingText",
            "Run HealthChecker on each server for these, or look at them in IIS Manager and the registry.")},
});
static_assert(wordsInOrder.size() == findingWordCount, "a code without words");

} // namespace

const std::array<FindingWords, findingWordCount> findingWordTable = wordsInOrder;

} // namespace kakuin::ui
