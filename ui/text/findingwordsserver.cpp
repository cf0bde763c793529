// SPDX-License-Identifier: MIT
#include "ui/text/findingwords.h"

namespace kakuin::ui {

using findings::Code;

const std::array<FindingWords, 33> serverFindingWords{{
    {Code::ExpiredInUse, QT_TRANSLATE_NOOP("FindingText", "Expired and in use"),
        QT_TRANSLATE_NOOP("FindingText",
            "The certificate has expired and something still uses it. Clients and servers that check dates refuse the "
            "connection, and an update of Exchange can stop half-way on it. Every day it stays, more of them notice."),
        QT_TRANSLATE_NOOP("FindingText",
            "A self-signed certificate is renewed here. One of a certification authority is requested there again, "
            "imported, and given its services.")},
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
    {Code::PrivateKeyMissing, QT_TRANSLATE_NOOP("FindingText", "Private key missing"),
        QT_TRANSLATE_NOOP("FindingText",
            "Services are assigned to the certificate, but its private key is not on this server. They cannot use it, "
            "whatever the list says."),
        QT_TRANSLATE_NOOP("FindingText",
            "Import the certificate again with its key (a .pfx file), or try to repair the link on the server with "
            "certutil -repairstore.")},
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
            "This self-signed certificate protects connections between servers, but the name of this server is not on "
            "it. It was imported from elsewhere, or the names were changed. Whoever compares names refuses it."),
        QT_TRANSLATE_NOOP("FindingText",
            "Make a new self-signed certificate on this server (New-ExchangeCertificate without names takes the right "
            "ones) and let it take over.")},
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
}};

} // namespace kakuin::ui
