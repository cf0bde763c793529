// SPDX-License-Identifier: MIT
#include "core/base/wipedheap.h"
#include "tests/testkit/memorysearch.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

#include <cstdlib>
#include <cstring>

namespace tests::tst_wipedheap {

using namespace kakuin;
using kakuin::testkit::SoughtSecret;

/// What is freed is overwritten: by Kakuin or by a library, of any size.
class tst_WipedHeap final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!SoughtSecret::isPossible())
            QSKIP("freed memory is not wiped in this build");
    }

    void copies_areFound_whileTheyAreThere()
    {
        const SoughtSecret sought;
        QCOMPARE(sought.copies(), QStringList());
        {
            const Secret held = sought.secret();
            QCOMPARE(sought.copies().size(), 1); // the UTF-8 inside Secret
            const QString text = held.text();
            const QByteArray token = "Basic " + ("admin:" + text.toUtf8()).toBase64();
            QVERIFY(sought.copies().size() >= 3);
            QVERIFY(!token.isEmpty());
        }
        QCOMPARE(sought.copies(), QStringList());
    }

    void freed_isWiped_data()
    {
        QTest::addColumn<int>("room");
        QTest::newRow("a thread's cache") << 100;
        QTest::newRow("an arena") << 5'000;
        QTest::newRow("pages of its own") << 1'000'000;
    }
    void freed_isWiped()
    {
        QFETCH(const int, room);
        const SoughtSecret sought;
        for (int round = 0; round < 20; ++round) {
            const auto size = static_cast<size_t>(room);
            char *block = static_cast<char *>(std::malloc(size));
            const QByteArray bytes = sought.secret().text().toLatin1();
            std::memcpy(block + room / 2, bytes.constData(), static_cast<size_t>(bytes.size()));
            if (round == 0)
                QVERIFY(!sought.copies().isEmpty());
            std::free(block);
        }
        QCOMPARE(sought.copies(), QStringList());
    }

    void resized_leavesNothingBehind()
    {
        const SoughtSecret sought;
        {
            QByteArray bytes = sought.secret().text().toLatin1();
            QList<QByteArray> between;
            for (int i = 0; i < 18; ++i) {
                bytes.append(QByteArray(bytes.size(), 'x')); // to another place again and again, with neighbours
                between.append(QByteArray(bytes.size() / 2 + 1, 'y'));
            }
            QCOMPARE(sought.copies().size(), 1);
            bytes.resize(5);
            bytes.squeeze();
            QCOMPARE(sought.copies(), QStringList());
        }
        {
            char *block = static_cast<char *>(std::calloc(1, 64));
            const QByteArray bytes = sought.secret().text().toLatin1();
            std::memcpy(block, bytes.constData(), static_cast<size_t>(bytes.size()));
            QVERIFY(std::realloc(block, 0) == nullptr);
        }
        QCOMPARE(sought.copies(), QStringList());
    }

    void allocator_keepsTheRules()
    {
        for (const size_t alignment : {size_t{16}, size_t{64}, size_t{4096}}) {
            void *block = nullptr;
            QCOMPARE(posix_memalign(&block, alignment, 100), 0);
            QCOMPARE(reinterpret_cast<quintptr>(block) % alignment, quintptr{0});
            std::free(block);
            block = std::aligned_alloc(alignment, alignment * 2);
            QCOMPARE(reinterpret_cast<quintptr>(block) % alignment, quintptr{0});
            std::free(block);
        }
        void *block = nullptr;
        QCOMPARE(posix_memalign(&block, 3, 100), EINVAL);
        auto *numbers = static_cast<char *>(std::calloc(1000, 8));
        QVERIFY(std::all_of(numbers, numbers + 8000, [](char byte) { return byte == 0; }));
        std::memset(numbers, 7, 8000);
        numbers = static_cast<char *>(std::realloc(numbers, 80'000));
        QVERIFY(std::all_of(numbers, numbers + 8000, [](char byte) { return byte == 7; }));
        numbers = static_cast<char *>(std::realloc(numbers, 100));
        QVERIFY(std::all_of(numbers, numbers + 100, [](char byte) { return byte == 7; }));
        std::free(numbers);
        std::free(nullptr);
    }
};

KAKUIN_TEST(tst_WipedHeap)

} // namespace tests::tst_wipedheap

#include "tst_wipedheap.moc"
