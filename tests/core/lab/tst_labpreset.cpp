// SPDX-License-Identifier: MIT
#include "core/domain/expiry.h"
#include "core/lab/presets/organisationmaker.h"
#include "core/lab/servicelets.h"
#include "core/x509/description.h"
#include "core/x509/maker.h"

#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

namespace tests::tst_labpreset {

using namespace kakuin;
using namespace Qt::StringLiterals;
using lab::LabState;
using lab::Preset;

/// What the presets make, whatever the size: consistent, genuinely signed, with something to see in every band.
class tst_LabPreset : public QObject {
    Q_OBJECT
private:
    const QDateTime m_now{QDate(2026, 11, 22), QTime(9, 0), Qt::UTC};
    QHash<Preset, LabState> m_made;

    const LabState &state(Preset preset) { return m_made[preset]; }
    static void addAll()
    {
        QTest::addColumn<Preset>("preset");
        for (const Preset preset : lab::allPresets())
            QTest::newRow(qPrintable(lab::presetName(preset))) << preset;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QElapsedTimer timer;
        for (const Preset preset : lab::allPresets()) {
            timer.start();
            const auto made = lab::makeOrganisation(preset, m_now, [](int) { return true; });
            QVERIFY_RESULT(made);
            qInfo("%s: %lld ms", qPrintable(lab::presetName(preset)), timer.elapsed());
            m_made.insert(preset, *made);
        }
    }

    void name_isReadBack_data() { addAll(); }
    void name_isReadBack()
    {
        QFETCH(Preset, preset);
        QCOMPARE(lab::presetFromName(lab::presetName(preset)), std::optional(preset));
        QCOMPARE(state(preset).servers.size(), lab::serverCount(preset));
        QVERIFY(!lab::presetFromName(u"tiny"_s));
    }

    void stores_areConsistent_data() { addAll(); }
    void stores_areConsistent()
    {
        QFETCH(Preset, preset);
        const LabState &made = state(preset);
        QVERIFY(made.certificates.contains(made.organisation.auth.current));
        for (const lab::LabServerPtr &server : made.servers) {
            const QByteArray name = server->id().name().toUtf8();
            QSet<domain::Thumbprint> seen;
            QHash<int, int> holders;
            for (const lab::Placement &placement : server->store) {
                QVERIFY2(!seen.contains(placement.thumbprint), name.constData());
                seen.insert(placement.thumbprint);
                const auto certificate = made.certificate(placement.thumbprint);
                QVERIFY2(certificate, name.constData());
                QVERIFY2(made.keys.contains(certificate->keyId), name.constData());
                for (const int site : placement.iisSites)
                    ++holders[site];
                QCOMPARE(placement.services.testFlag(domain::Service::Iis), !placement.iisSites.isEmpty());
            }
            const bool isOld = server->about.version.product() == domain::Product::Exchange2013;
            const bool hasFrontEnd
                = !server->about.isEdge() && (!isOld || server->about.roles.testFlag(domain::ServerRole::ClientAccess));
            const bool hasBackEnd = server->about.roles.testFlag(domain::ServerRole::Mailbox);
            QVERIFY2(holders.value(1) == (hasFrontEnd ? 1 : 0) || (isOld && !hasFrontEnd), name.constData());
            QVERIFY2(holders.value(2) == (hasBackEnd ? 1 : 0), name.constData());
            QVERIFY2(made.certificates.contains(server->internalTransport), name.constData());
            QVERIFY2(server->about.isEdge() == !seen.contains(made.organisation.auth.current)
                    || !server->receivesAuthCertificates,
                name.constData());
        }
    }

    void certificates_areGenuine_data() { addAll(); }
    void certificates_areGenuine()
    {
        QFETCH(Preset, preset);
        const LabState &made = state(preset);
        int checked = 0;
        for (const auto &certificate : made.certificates) {
            if (++checked > 60)
                break;
            const auto key = x509::PrivateKey::fromPkcs8(made.keys.value(certificate->keyId));
            QVERIFY_RESULT(key);
            QVERIFY(key->matches(certificate->facts.der));
            const auto description = x509::describe(certificate->facts.der);
            QVERIFY_RESULT(description);
            QCOMPARE(description->isSelfSigned, certificate->facts.isSelfIssued);
        }
    }

    void contoso_hasSomethingForEveryProcedure()
    {
        const LabState &made = state(Preset::Contoso2013);
        const auto daysLeft = [&](const domain::Thumbprint &thumbprint) {
            return domain::expiryOf(made.certificate(thumbprint)->facts.notAfterUtc, m_now).left.count();
        };
        const auto transportOf
            = [&](const QString &server) { return made.server(domain::ServerId(server))->internalTransport; };
        QCOMPARE(daysLeft(transportOf(u"MBX01"_s)), 12);
        QCOMPARE(daysLeft(transportOf(u"MBX02"_s)), -3); // and some hours
        QCOMPARE(daysLeft(made.organisation.auth.current), 12);
        const auto &auth = made.certificate(made.organisation.auth.current)->facts;
        QCOMPARE(auth.notBeforeUtc.daysTo(auth.notAfterUtc), 1800);
        QVERIFY(auth.dnsNames.isEmpty());
        QVERIFY(!made.hybrid);
        for (const lab::LabServerPtr &server : made.servers)
            QCOMPARE(server->fault, lab::Fault{}); // the first impression works
    }

    void largerOnes_haveEveryBand_data()
    {
        QTest::addColumn<Preset>("preset");
        QTest::newRow("large") << Preset::Large;
        QTest::newRow("huge") << Preset::Huge;
    }
    void largerOnes_haveEveryBand()
    {
        QFETCH(Preset, preset);
        const LabState &made = state(preset);
        QSet<domain::ExpiryBand> bands;
        int rows = 0;
        int faults = 0;
        QSet<QString> sites;
        QSet<domain::Product> products;
        for (const lab::LabServerPtr &server : made.servers) {
            rows += static_cast<int>(server->store.size());
            faults += server->fault.kind != lab::Fault::Kind::None;
            sites.insert(server->about.site);
            products.insert(server->about.version.product());
            for (const lab::Placement &placement : server->store)
                bands.insert(domain::expiryOf(made.certificate(placement.thumbprint)->facts.notAfterUtc, m_now).band);
        }
        QCOMPARE(bands.size(), 6); // all but Unknown
        QVERIFY(faults > 0);
        QVERIFY(sites.size() >= 5);
        QCOMPARE(products.size(), 3); // 2013 cannot be beside SE
        if (preset == Preset::Huge)
            QVERIFY2(rows >= 2000, qPrintable(QString::number(rows)));
    }

    void isolatedSite_isMendedByHand()
    {
        // nothing reaches the site from elsewhere; what is imported on one of its servers spreads within it
        LabState made = state(Preset::Huge);
        const domain::Thumbprint current = made.organisation.auth.current;
        QList<domain::ServerId> isolated;
        for (const lab::LabServerPtr &server : std::as_const(made.servers)) {
            if (!server->receivesAuthCertificates && server->fault == lab::Fault{})
                isolated.append(server->id());
        }
        QVERIFY(isolated.size() > 1);
        const auto count = [&] {
            return std::count_if(isolated.begin(), isolated.end(),
                [&](const domain::ServerId &id) { return made.server(id)->find(current) != nullptr; });
        };
        lab::distribute(made, current, made.organisation.sessionServer, m_now);
        lab::catchUp(made, m_now.addDays(2));
        QCOMPARE(count(), 0);
        lab::Placement imported;
        imported.thumbprint = current;
        made.change(isolated.first(), [&](lab::LabServer &server) { server.store.append(imported); });
        lab::distributeWithinSite(made, current, isolated.first(), m_now.addDays(2));
        lab::catchUp(made, m_now.addDays(3));
        QCOMPARE(count(), isolated.size());
    }

    void making_canBeStopped()
    {
        const auto made = lab::makeOrganisation(Preset::Huge, m_now, [](int percent) { return percent < 5; });
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::Cancelled);
    }
};

KAKUIN_TEST(tst_LabPreset)

} // namespace tests::tst_labpreset

#include "tst_labpreset.moc"
