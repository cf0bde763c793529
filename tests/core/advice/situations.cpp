// SPDX-License-Identifier: MIT
#include "situations.h"

#include <functional>

namespace tests::situations {

using namespace Qt::StringLiterals;
using namespace kakuin;
using namespace kakuin::domain;
using advice::Reason;
using testkit::CertificateBuilder;
using testkit::InventoryBuilder;
using Kind = advice::Task::Kind;

CertificateBuilder own(int daysLeft, const QStringList &dnsNames)
{
    return CertificateBuilder(server, u"CN=EX1"_s)
        .valid(now.addDays(daysLeft - 1826), now.addDays(daysLeft).addSecs(60))
        .dnsNames(dnsNames)
        .friendlyName(u"Microsoft Exchange"_s)
        .services(smtp);
}

CertificateBuilder auth(int daysLeft)
{
    return CertificateBuilder(server, authName)
        .valid(now.addDays(daysLeft - 1826), now.addDays(daysLeft).addSecs(60))
        .services(smtp);
}

AuthConfig names(const CertificateBuilder &current, const Thumbprint &next)
{
    AuthConfig config;
    config.current = current.build().facts.thumbprint;
    config.next = next;
    if (!next.isNull())
        config.nextEffectiveUtc = now.addDays(5);
    return config;
}

InventoryBuilder withServer()
{
    InventoryBuilder builder;
    builder.server(server);
    return builder;
}

namespace {

CertificateBuilder issued(int daysLeft, int lifeDays = 365, const QString &issuer = u"CN=CA"_s)
{
    return CertificateBuilder(server, u"CN=mail.fabrikam.test"_s)
        .issuer(issuer)
        .valid(now.addDays(daysLeft - lifeDays), now.addDays(daysLeft).addSecs(60))
        .dnsNames({u"mail.fabrikam.test"_s});
}

InventoryPtr changed(InventoryBuilder builder, const std::function<void(Inventory &)> &change)
{
    auto inventory = std::make_shared<Inventory>(*builder.build());
    change(*inventory);
    return inventory;
}

Certificate &first(Inventory &inventory)
{
    return inventory.servers.first().certificates->first();
}

} // namespace

QList<Situation> allSituations()
{
    const auto lasting = auth(1000);
    const auto known = [&] { return withServer(); };
    const auto add = [&](const QList<CertificateBuilder> &all) {
        InventoryBuilder builder = known();
        for (const CertificateBuilder &one : all)
            builder.certificate(one);
        builder.certificate(lasting).auth(names(lasting));
        return builder;
    };
    const auto thumbprintOf = [](const CertificateBuilder &one) { return one.build().facts.thumbprint; };
    const auto named = [](const QString &issuer, const QString &subject) {
        Connector connector;
        connector.name = u"Partner"_s;
        connector.servers = {ServerId(server)};
        connector.tlsCertificateName = TlsCertificateName{issuer, subject};
        return connector;
    };
    const CertificateBuilder oldAuth = auth(-3);
    const CertificateBuilder nextAuth = auth(1500);
    const CertificateBuilder lastingOwn = own(800);
    const CertificateBuilder endingOwn = own(20);
    const CertificateBuilder expiredOwn = own(-20);
    const CertificateBuilder ownOfMoreNames = own(20, {server, u"mail.fabrikam.test"_s});
    const CertificateBuilder endingAuth = auth(20);
    const CertificateBuilder endingIssued = issued(20).services(smtp);
    const auto signedWithSha1 = [](const InventoryBuilder &builder, const QString &version) {
        return changed(builder, [&](Inventory &i) {
            first(i).facts.signatureHash = u"sha1"_s;
            i.servers.first().server.version = ServerVersion::parse(version);
        });
    };
    const CertificateBuilder olderAuth = auth(900);
    const CertificateBuilder shortAuth
        = CertificateBuilder(server, authName).valid(now.addDays(-400), now.addDays(-3)).services(smtp);
    // the first server's copy has no key; the second server has one with its key, or was not read
    const auto keyless = [](const CertificateBuilder &one, bool isRead) {
        InventoryBuilder builder = withServer().certificate(one).auth(names(one));
        builder.server(u"EX2"_s);
        if (isRead) {
            const CertificateFacts facts = one.build().facts;
            builder.certificate(CertificateBuilder(u"EX2"_s, authName)
                                    .thumbprint(facts.thumbprint.toString())
                                    .valid(facts.notBeforeUtc, facts.notAfterUtc)
                                    .services(smtp));
        } else {
            builder.unreachable({ErrorCode::ServerUnreachable, u"EX2"_s, {}});
        }
        return changed(builder, [](Inventory &i) { first(i).hasPrivateKey = false; });
    };
    const CertificateBuilder expiredIssued = issued(-3).services(Service::Iis).iisSites({1});
    const CertificateBuilder authOn443 = auth(20).iisSites({1});
    CertificateBuilder oldNamed(server, u"CN=Microsoft Exchange ACS Certificate"_s);
    oldNamed.valid(now.addDays(-1800), now.addDays(-10)).services(smtp);
    CertificateBuilder federation(server, u"CN=Federation"_s);
    federation.valid(now.addDays(-1800), now.addDays(20)).services(Service::Smtp | Service::Federation);
    return {
        // it lasts
        {"own, lasts", add({lastingOwn}).transport(thumbprintOf(lastingOwn)).build(), Reason::NothingToDo,
            Kind::Instructions},
        {"issued, lasts", add({issued(200)}).build(), Reason::NothingToDo, Kind::Instructions},
        {"47 days, half of them left", add({issued(24, 47)}).build(), Reason::NothingToDo, Kind::Instructions},
        // it ends, and nothing can take over
        {"own, ends", add({endingOwn}).transport(thumbprintOf(endingOwn)).build(), Reason::Renew, Kind::Renew},
        {"own, expired and in use", add({expiredOwn}).transport(thumbprintOf(expiredOwn)).build(), Reason::Renew,
            Kind::Renew},
        {"issued, ends", add({issued(20).services(smtp)}).build(), Reason::RequestFromAuthority, Kind::Import},
        {"47 days, ends", add({issued(10, 47).services(smtp)}).build(), Reason::RequestFromAuthority, Kind::Import},
        {"expired, used by nothing", add({own(-20).services({})}).build(), Reason::CanBeRemoved, Kind::Remove},
        {"expired, neither made nor carried by Exchange", add({issued(-20).services({})}).build(), Reason::UseNotKnown,
            Kind::Instructions},
        {"of another program, one that lasts longer is there", add({issued(200), issued(300)}).build(),
            Reason::NothingToDo, Kind::Instructions},
        // after a renewal, in this order
        {"renewed, transport on the old one", add({endingOwn, own(1800)}).transport(thumbprintOf(endingOwn)).build(),
            Reason::TransportToHeir, Kind::TakeTransport},
        {"renewed, a service forgotten", add({own(20), own(1800).services({})}).build(), Reason::ServicesToHeir,
            Kind::Assign},
        {"issued anew, 443 on the old one", add({issued(20).services(Service::Iis).iisSites({1}), issued(300)}).build(),
            Reason::FrontEndToHeir, Kind::Assign},
        {"renewed, 444 on the old one", add({own(20).iisSites({2}), own(1800)}).build(), Reason::BackEndToHeir,
            Kind::Instructions},
        {"renewed, bound and not trusted",
            changed(add({own(20), own(1800).iisSites({2})}),
                [](Inventory &i) { (*i.servers.first().certificates)[1].rootCaType = RootCaType::None; }),
            Reason::TrustHeir, Kind::Instructions},
        {"renewed, nothing left to hand over", add({own(20), own(1800)}).build(), Reason::CanBeRemoved, Kind::Remove},
        {"renewed, bindings not read",
            changed(add({own(20), own(1800)}), [](Inventory &i) { first(i).iisBindings = std::nullopt; }),
            Reason::UseNotKnown, Kind::Instructions},
        {"made anew with other names", add({ownOfMoreNames, own(1800)}).transport(thumbprintOf(ownOfMoreNames)).build(),
            Reason::TransportToHeir, Kind::TakeTransport},
        {"new issuer, connector names the old one",
            add({issued(20), issued(300, 365, u"CN=New CA"_s)})
                .connector(named(u"CN=CA"_s, u"CN=mail.fabrikam.test"_s))
                .build(),
            Reason::ConnectorsToHeir, Kind::Instructions},
        {"same issuer, connector names both",
            add({issued(20), issued(300)}).connector(named(u"CN=CA"_s, u"CN=mail.fabrikam.test"_s)).build(),
            Reason::ConnectorsToHeir, Kind::Instructions},
        // others take over a part
        {"self-signed on 443, an issued one is there", add({own(900, {server}).iisSites({1}), issued(300)}).build(),
            Reason::FrontEndToHeir, Kind::Assign},
        {"renewed, self-signed on 443, an issued one is there",
            add({own(20, {server}).iisSites({1}), own(1800), issued(300)}).build(), Reason::FrontEndToHeir,
            Kind::Assign},
        {"self-signed beside an issued one on 443",
            add({own(900).iisSites({1}), issued(300).services(Service::Iis).iisSites({1})}).build(),
            Reason::NothingToDo, Kind::Instructions},
        {"keyless on 443, an issued one is there",
            changed(add({own(900, {server}).iisSites({1}), issued(300)}),
                [](Inventory &i) { first(i).hasPrivateKey = false; }),
            Reason::FrontEndToHeir, Kind::Assign},
        {"issued for internal transport, ends, the server's own lasts",
            add({endingIssued, own(900)}).transport(thumbprintOf(endingIssued)).build(), Reason::TransportToHeir,
            Kind::TakeTransport},
        // it lasts, and is worth little
        {"SHA-1, on a server that signs better", signedWithSha1(add({own(900)}), u"15.2.1544.4"_s), Reason::Renew,
            Kind::Renew},
        {"SHA-1, on a server that would sign so again", signedWithSha1(add({own(900)}), u"15.0.1497.2"_s),
            Reason::NothingToDo, Kind::Instructions},
        {"SHA-1, and a renewed one would end before", signedWithSha1(add({own(2000)}), u"15.2.1544.4"_s),
            Reason::NothingToDo, Kind::Instructions},
        {"SHA-1, used by nothing", signedWithSha1(add({own(900).services({})}), u"15.2.1544.4"_s), Reason::NothingToDo,
            Kind::Instructions},
        // candidates that are none
        {"a keyless copy is no successor",
            changed(add({issued(20).services(smtp), issued(300)}),
                [](Inventory &i) { (*i.servers.first().certificates)[1].hasPrivateKey = false; }),
            Reason::RequestFromAuthority, Kind::Import},
        // requests and keys
        {"request",
            changed(add({issued(300)}), [](Inventory &i) { first(i).status = CertificateStatus::PendingRequest; }),
            Reason::CompleteRequest, Kind::Instructions},
        {"answer without key",
            changed(add({issued(300), issued(299)}),
                [](Inventory &i) {
                    first(i).hasPrivateKey = false;
                    Certificate &request = (*i.servers.first().certificates)[1];
                    request.status = CertificateStatus::PendingRequest;
                    first(i).facts.publicKeySha256 = request.facts.publicKeySha256 = QByteArray(32, 'k');
                }),
            Reason::AnswerWithoutKey, Kind::Instructions},
        {"key missing",
            changed(add({issued(300).services(smtp)}), [](Inventory &i) { first(i).hasPrivateKey = false; }),
            Reason::KeyMissing, Kind::Import},
        // the organisation's
        {"Auth, ends", withServer().certificate(endingAuth).auth(names(endingAuth)).build(), Reason::RotateAuth,
            Kind::RotateAuth},
        {"Auth, expired", withServer().certificate(oldAuth).auth(names(oldAuth)).build(), Reason::RotateAuth,
            Kind::RotateAuth},
        {"Auth, no key anywhere",
            changed(withServer().certificate(lasting).auth(names(lasting)),
                [](Inventory &i) { first(i).hasPrivateKey = false; }),
            Reason::RotateAuth, Kind::RotateAuth},
        {"Auth, weak key",
            changed(withServer().certificate(lasting).auth(names(lasting)),
                [](Inventory &i) {
                    first(i).facts.key = {KeyFacts::Algorithm::Rsa, 1024, u"RSA"_s};
                }),
            Reason::RotateAuth, Kind::RotateAuth},
        {"Auth, ends, staged",
            withServer()
                .certificate(endingAuth)
                .certificate(nextAuth)
                .auth(names(endingAuth, thumbprintOf(nextAuth)))
                .build(),
            Reason::AuthIsStaged, Kind::FollowRotation},
        {"Auth, AuthConfig not read",
            changed(withServer().certificate(oldAuth), [](Inventory &i) { i.authConfig = fail(ErrorCode::NotRead); }),
            Reason::AuthRoleNotKnown, Kind::Instructions},
        {"valid Auth certificate that is not named",
            withServer().certificate(nextAuth).certificate(oldAuth).auth(names(oldAuth)).build(), Reason::AuthIsWaiting,
            Kind::RotateAuth},
        {"valid Auth certificate that is not named, another one is staged in the place of an odd one",
            withServer()
                .certificate(olderAuth)
                .certificate(lastingOwn)
                .certificate(nextAuth)
                .auth(names(lastingOwn, thumbprintOf(nextAuth)))
                .build(),
            Reason::NothingToDo, Kind::Instructions},
        {"one of that name that is older than the one in use",
            withServer().certificate(olderAuth).certificate(shortAuth).auth(names(shortAuth)).build(),
            Reason::CanBeRemoved, Kind::Remove},
        {"one of that name whose key is elliptic",
            changed(withServer().certificate(nextAuth).certificate(oldAuth).auth(names(oldAuth)),
                [](Inventory &i) { first(i).facts.key.algorithm = KeyFacts::Algorithm::Ec; }),
            Reason::NothingToDo, Kind::Instructions},
        {"one of that name that a server has revoked",
            changed(withServer().certificate(nextAuth).certificate(oldAuth).auth(names(oldAuth)),
                [](Inventory &i) { first(i).status = CertificateStatus::Revoked; }),
            Reason::NothingToDo, Kind::Instructions},
        {"Auth, this copy has no key, another one has", keyless(lasting, true), Reason::AuthKeyMissing,
            Kind::Instructions},
        {"Auth, this copy has no key, the other server was not read", keyless(lasting, false), Reason::AuthKeyMissing,
            Kind::Instructions},
        {"Auth, this copy has no key, and it ends", keyless(endingAuth, true), Reason::RotateAuth, Kind::RotateAuth},
        {"Auth, next is the current one, ends",
            withServer().certificate(endingAuth).auth(names(endingAuth, thumbprintOf(endingAuth))).build(),
            Reason::RotateAuth, Kind::RotateAuth},
        {"Auth, next is the current one, lasts",
            withServer().certificate(lasting).auth(names(lasting, thumbprintOf(lasting))).build(), Reason::NothingToDo,
            Kind::Instructions},
        {"Auth, previous is the current one",
            changed(withServer().certificate(lasting).auth(names(lasting)),
                [](Inventory &i) { i.authConfig->previous = i.authConfig->current; }),
            Reason::NothingToDo, Kind::Instructions},
        {"Auth, the next one has no date",
            changed(withServer()
                        .certificate(nextAuth)
                        .certificate(endingAuth)
                        .auth(names(endingAuth, thumbprintOf(nextAuth))),
                [](Inventory &i) { i.authConfig->nextEffectiveUtc = {}; }),
            Reason::AuthIsStaged, Kind::RotateAuth},
        {"Auth, the date of the next one has passed",
            changed(withServer()
                        .certificate(nextAuth)
                        .certificate(endingAuth)
                        .auth(names(endingAuth, thumbprintOf(nextAuth))),
                [](Inventory &i) { i.authConfig->nextEffectiveUtc = now.addDays(-1); }),
            Reason::AuthIsStaged, Kind::FollowRotation},
        {"forgotten Auth certificate",
            withServer().certificate(oldAuth).certificate(lasting).auth(names(lasting)).build(), Reason::CanBeRemoved,
            Kind::Remove},
        {"public certificate named by AuthConfig, expired",
            withServer().certificate(expiredIssued).auth(names(expiredIssued)).build(), Reason::RequestFromAuthority,
            Kind::Import},
        {"Auth certificate on 443, ends, alone", withServer().certificate(authOn443).auth(names(authOn443)).build(),
            Reason::NoHeir, Kind::Instructions},
        {"Auth certificate on 443, another is there",
            withServer().certificate(authOn443).certificate(own(900)).auth(names(authOn443)).build(),
            Reason::FrontEndToHeir, Kind::Assign},
        {"as older instructions name it, expired and forgotten",
            withServer().certificate(oldNamed).certificate(lasting).auth(names(lasting)).build(), Reason::CanBeRemoved,
            Kind::Remove},
        {"federation, ends", withServer().certificate(federation).certificate(lasting).auth(names(lasting)).build(),
            Reason::FederationTrust, Kind::Instructions},
    };
}

} // namespace tests::situations
