// SPDX-License-Identifier: MIT
#include "core/lab/labshell.h"
#include "tests/engine/certificatedifferences.h"
#include "tests/testkit/await.h"
#include "tests/testkit/enginejudge.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_engine_lab {

using namespace kakuin;
using namespace kakuin::testkit;

/// What a practice organisation sends is what Microsoft's own readers take it for: every certificate, every blob.
class tst_EngineLab : public QObject {
    Q_OBJECT

    EngineJudge m_judge;

private Q_SLOTS:
    void everyCertificateAndBlob_agrees_data()
    {
        QTest::addColumn<lab::Preset>("preset");
        for (const lab::Preset preset :
            {lab::Preset::Contoso2013, lab::Preset::Small, lab::Preset::Medium, lab::Preset::Large})
            QTest::newRow(qPrintable(lab::presetName(preset))) << preset;
    }
    void everyCertificateAndBlob_agrees()
    {
        QFETCH(lab::Preset, preset);
        const QTemporaryDir folder;
        const auto made = await(lab::LabShell::create(folder.filePath(QStringLiteral("a.kakuinlab")), preset));
        QVERIFY_RESULT(made);
        const auto servers = await((*made)->invoke(shell::Cmdlet(QStringLiteral("Get-ExchangeServer"))));
        QVERIFY_RESULT(servers);
        QSet<QByteArray> seen;
        int blobs = 0;
        const QList<clixml::Value> list = servers->objects();
        for (const clixml::Value &server : list) {
            const domain::ServerId id(server.object()->property(u"Name").text());
            const auto output
                = await((*made)->invoke(shell::Cmdlet(QStringLiteral("Get-ExchangeCertificate")).onServer(id)));
            if (!output) // a broken server of the preset says nothing
                continue;
            const QList<clixml::Value> certificates = output->objects();
            for (const clixml::Value &certificate : certificates) {
                const QByteArray der = certificate.object()->property(u"RawData").toBytes().value_or(QByteArray());
                QStringList found;
                if (!seen.contains(der)) {
                    seen.insert(der);
                    found += certificateDifferences(m_judge, der);
                }
                const QByteArray data
                    = certificate.object()->property(u"SerializationData").toBytes().value_or(QByteArray());
                if (!data.isEmpty()) {
                    found += blobDifferences(m_judge, data);
                    ++blobs;
                }
                QVERIFY2(found.isEmpty(), qPrintable(id.name() + QStringLiteral(": ") + found.join(u'\n')));
            }
        }
        QVERIFY(seen.size() > 3);
        QVERIFY(blobs > 3);
    }
};

KAKUIN_TEST(tst_EngineLab, testkit::EngineJudge::requirement)

} // namespace tests::tst_engine_lab

#include "tst_engine_lab.moc"
