// SPDX-License-Identifier: MIT
#include "core/directory/sealedstream.h"
#include "tests/testkit/testrunner.h"
#include "tests/testkit/verifyresult.h"

#include <QtTest/QTest>

namespace tests::tst_sealedstream {

using namespace kakuin;
using namespace kakuin::directory;
using namespace kakuin::testkit;
using namespace Qt::StringLiterals;

namespace {

/// "<" and ">" around what is protected; "~" in it makes a token that somebody changed.
class Brackets final : public remote::SecurityContext {
public:
    Result<QByteArray> step(const QByteArray &) override { return QByteArray(); }
    [[nodiscard]] bool isEstablished() const override { return true; }
    Result<Sealed> wrap(const QByteArray &) override { return fail(ErrorCode::Internal); }
    Result<QByteArray> unwrap(const QByteArray &, const QByteArray &) override { return fail(ErrorCode::Internal); }
    Result<QByteArray> seal(const QByteArray &plain, bool) override { return '<' + plain + '>'; }
    Result<QByteArray> unseal(const QByteArray &token, bool mustBeEncrypted) override
    {
        if (!mustBeEncrypted || !token.startsWith('<') || !token.endsWith('>') || token.contains('~'))
            return fail(ErrorCode::AnswerNotProtected, {}, u"not ours"_s);
        return token.mid(1, token.size() - 2);
    }
};

QByteArray frame(const QByteArray &token)
{
    return QByteArray("\0\0\0", 3) + static_cast<char>(token.size()) + token;
}

} // namespace

class tst_SealedStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSent_isFramed()
    {
        SealedStream stream(std::make_unique<Brackets>(), 65'536);
        QCOMPARE(stream.packed("hello").value_or(QByteArray()), frame("<hello>"));
        QCOMPARE(stream.packed({}).value_or("x"), QByteArray());
    }

    void whatThePeerCannotTake_isSplit()
    {
        SealedStream stream(std::make_unique<Brackets>(), 259); // three bytes, and room for what a token adds
        QCOMPARE(stream.packed("hello").value_or(QByteArray()), frame("<hel>") + frame("<lo>"));
        SealedStream narrow(std::make_unique<Brackets>(), 0);
        QCOMPARE(narrow.packed("ab").value_or(QByteArray()), frame("<a>") + frame("<b>"));
    }

    void whatComes_isTaken_howeverItIsCut()
    {
        SealedStream stream(std::make_unique<Brackets>(), 65'536);
        QByteArray coming = frame("<hello>") + frame("<>") + frame("< world>");
        QByteArray taken;
        while (taken.size() < 11) {
            while (const qsizetype wanted = stream.wantedBytes()) {
                const qsizetype part = qMin<qsizetype>(wanted, 2);
                QVERIFY_RESULT(stream.feed(coming.left(part)));
                coming.remove(0, part);
            }
            taken += stream.take(3);
        }
        QCOMPARE(taken, QByteArray("hello world"));
        QVERIFY(coming.isEmpty());
    }

    void whatIsNotProtected_endsIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("changed") << frame("<he~lo>");
        QTest::newRow("in the clear") << frame("hello");
        QTest::newRow("an empty frame") << frame("");
        QTest::newRow("a frame longer than agreed on") << QByteArray("\x00\x04\x00\x01", 4);
        QTest::newRow("a frame of four gigabytes") << QByteArray("\xff\xff\xff\xff", 4);
    }
    void whatIsNotProtected_endsIt()
    {
        QFETCH(QByteArray, bytes);
        SealedStream stream(std::make_unique<Brackets>(), 65'536);
        QCOMPARE(codeOf(stream.feed(bytes)), ErrorCode::AnswerNotProtected);
        QVERIFY(stream.failure().has_value());
        QCOMPARE(codeOf(stream.feed(frame("<hello>"))), ErrorCode::AnswerNotProtected);
        QCOMPARE(codeOf(stream.packed("hello")), ErrorCode::AnswerNotProtected);
    }
};

KAKUIN_TEST(tst_SealedStream)

} // namespace tests::tst_sealedstream

#include "tst_sealedstream.moc"
