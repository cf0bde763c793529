// SPDX-License-Identifier: MIT
#include "core/base/secret.h"
#include "tests/testkit/testrunner.h"

#include <QtCore/QDebug>
#include <QtCore/QVariant>
#include <QtTest/QTest>

namespace tests::tst_secret {

using namespace kakuin;

namespace {

template <class T, class = void>
constexpr bool isPrintable = false;
template <class T>
constexpr bool isPrintable<T, std::void_t<decltype(std::declval<QDebug &>() << std::declval<const T &>())>> = true;

template <class T, class = void>
constexpr bool isStreamable = false;
template <class T>
constexpr bool
    isStreamable<T, std::void_t<decltype(std::declval<QDataStream &>() << std::declval<const T &>())>> = true;

} // namespace

class tst_Secret : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_isKept_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("plain") << QStringLiteral("secret");
        QTest::newRow("Japanese and beyond") << QStringLiteral("秘密🔑");
        QTest::newRow("with a zero") << QString(QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b"));
    }
    void text_isKept()
    {
        QFETCH(QString, text);
        const Secret secret(text);
        QCOMPARE(secret.text(), text);
        QCOMPARE(secret.isEmpty(), text.isEmpty());
        const Secret copy = secret;
        QVERIFY(copy == secret);
        QVERIFY(copy == Secret(text));
    }

    void text_survivesTheOriginal()
    {
        auto original = std::make_unique<Secret>(QStringLiteral("secret"));
        const Secret copy = *original;
        original.reset();
        QCOMPARE(copy.text(), QStringLiteral("secret"));
    }

    void difference_isByContent()
    {
        QVERIFY(!(Secret(QStringLiteral("a")) == Secret(QStringLiteral("A"))));
        QVERIFY(Secret() == Secret(QString()));
        QVERIFY(Secret().isEmpty());
    }

    void secret_cannotBePrintedOrWritten()
    {
        QVERIFY(isPrintable<QString> && isStreamable<QString>); // the question itself works
        QVERIFY(!isPrintable<Secret>);
        QVERIFY(!isStreamable<Secret>);
    }
};

KAKUIN_TEST(tst_Secret)

} // namespace tests::tst_secret

#include "tst_secret.moc"
