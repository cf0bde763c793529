// SPDX-License-Identifier: MIT
#include "core/lab/labshell.h"
#include "core/session/keptinventory.h"
#include "core/session/session.h"
#include "tests/testkit/await.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

namespace tests::tst_keptinventory {

using namespace kakuin;
using namespace kakuin::domain;
using namespace kakuin::session;
using namespace Qt::StringLiterals;

namespace {

/// As it comes back: without reasons and without ports.
Inventory expectedOf(Inventory inventory)
{
    const auto forget = [](auto &part) {
        if (!part)
            part = fail(ErrorCode::NotRead);
    };
    for (ServerEntry &entry : inventory.servers) {
        forget(entry.certificates);
        forget(entry.transport);
        for (Error &error : entry.unreadable)
            error = {ErrorCode::NotRead, error.subject, {}};
        entry.liveReadings.clear();
        entry.reading = {};
    }
    forget(inventory.authConfig);
    forget(inventory.sendConnectors);
    forget(inventory.receiveConnectors);
    forget(inventory.hybrid);
    forget(inventory.serverList);
    inventory.problems.clear();
    inventory.configuration = {};
    return inventory;
}

} // namespace

/// What a session leaves to the next one.
class tst_KeptInventory final : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    InventoryPtr m_inventory; ///< of a practice organisation, with a server that does not answer
    qsizetype m_place = 0; ///< of a server that was read

    [[nodiscard]] QString path() const { return m_folder.filePath(u"kept/one.inventory"_s); }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void replace(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(content), content.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto lab
            = testkit::await(lab::LabShell::create(m_folder.filePath(u"practice.kakuinlab"_s), lab::Preset::Medium));
        QVERIFY_RESULT(lab);
        Session session(*lab);
        const auto read = testkit::await(session.refresh());
        QVERIFY_RESULT(read);
        auto inventory = std::make_shared<Inventory>(**read);
        inventory->servers.first().certificates
            = fail(ErrorCode::ServerUnreachable, u"EX"_s, u"the words of a peer, which stay out of the file"_s);
        m_place = inventory->servers.size() - 1;
        while (m_place > 0 && !inventory->servers.at(m_place).certificates)
            --m_place;
        QVERIFY(m_place > 0);
        inventory->servers[m_place].unreadable = {{ErrorCode::MalformedCertificate, u"3"_s, u"more of its words"_s}};
        m_inventory = inventory;
    }

    void whatIsWritten_isRead()
    {
        QVERIFY_RESULT(writeKeptInventory(path(), *m_inventory));
        const auto read = readKeptInventory(path());
        QVERIFY_RESULT(read);
        QVERIFY((*read)->certificateCount() > 20);
        QVERIFY((*read)->sendConnectors && !(*read)->sendConnectors->isEmpty());
        QCOMPARE(**read, expectedOf(*m_inventory));
        // facts compare by their bytes alone
        const CertificateFacts &was = m_inventory->servers.at(m_place).certificates->first().facts;
        const CertificateFacts &is = (*read)->servers.at(m_place).certificates->first().facts;
        QCOMPARE(is.thumbprint, was.thumbprint);
        QCOMPARE(is.subject, was.subject);
        QCOMPARE(is.notAfterUtc, was.notAfterUtc);
        QCOMPARE(is.key, was.key);
        QCOMPARE(is.dnsNames, was.dnsNames);
        QCOMPARE(is.publicKeySha256, was.publicKeySha256);
    }

    void file_isForTheUserAlone_andHasNoWordsOfPeers()
    {
        QVERIFY_RESULT(writeKeptInventory(path(), *m_inventory));
        const auto others
            = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(path()) & others));
        const QString words = u"words of a peer"_s;
        const QByteArray wide(reinterpret_cast<const char *>(words.utf16()), words.size() * 2);
        QByteArray swapped = wide; // a data stream writes big-endian
        for (qsizetype i = 0; i + 1 < swapped.size(); i += 2)
            qSwap(swapped[i], swapped[i + 1]);
        const QByteArray file = content();
        QVERIFY(!file.isEmpty());
        QVERIFY(!file.contains(wide) && !file.contains(swapped));
    }

    // Rows are found by their server
    void serverThatRepeats_orKeepsAnothersCertificates_isRefused()
    {
        Inventory twice = *m_inventory;
        twice.servers.append(twice.servers.at(m_place));
        QVERIFY_RESULT(writeKeptInventory(path(), twice));
        QVERIFY(!readKeptInventory(path()));
        Inventory mixed = *m_inventory;
        mixed.servers[m_place].certificates->first().server = ServerId(u"OTHER"_s);
        QVERIFY_RESULT(writeKeptInventory(path(), mixed));
        QVERIFY(!readKeptInventory(path()));
    }

    void damagedFile_isAsGoodAsNone()
    {
        QVERIFY_RESULT(writeKeptInventory(path(), *m_inventory));
        const QByteArray sound = content();
        for (const qsizetype place : {qsizetype(0), qsizetype(20), sound.size() / 2, sound.size() - 1}) {
            QByteArray damaged = sound;
            damaged[place] = static_cast<char>(damaged.at(place) ^ 1);
            replace(damaged);
            QCOMPARE(readKeptInventory(path()).error().code, ErrorCode::FileUnreadable);
        }
        replace(sound.left(sound.size() - 7));
        QCOMPARE(readKeptInventory(path()).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(readKeptInventory(m_folder.filePath(u"nothing"_s)).error().code, ErrorCode::FileUnreadable);
    }
};

KAKUIN_TEST(tst_KeptInventory)

} // namespace tests::tst_keptinventory

#include "tst_keptinventory.moc"
