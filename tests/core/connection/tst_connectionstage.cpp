// SPDX-License-Identifier: MIT
#include "core/connection/connectionstage.h"
#include "tests/testkit/testrunner.h"

#include <QtTest/QTest>

namespace tests::tst_connectionstage {

using namespace kakuin;
using namespace kakuin::connection;
using Stage = ConnectionStage;

class tst_ConnectionStage final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stagesBeforeTheEnd_arePassed_data();
    void stagesBeforeTheEnd_arePassed();
    void noStageAfterTheEnd_isPassed_whateverTheCode();
};

void tst_ConnectionStage::stagesBeforeTheEnd_arePassed_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<QList<Stage>>("passed");
    const QList<Stage> toNetwork{Stage::Settings, Stage::Name, Stage::Network};
    const QList<Stage> toTls = toNetwork + QList{Stage::Encryption};
    QTest::newRow("nobody listens") << ErrorCode::PortClosed << true << QList{Stage::Settings, Stage::Name};
    QTest::newRow("no program") << ErrorCode::ProgramNotStarted << false << QList<Stage>();
    QTest::newRow("certificate of nobody") << ErrorCode::TlsCertificateUntrusted << true << toNetwork;
    QTest::newRow("the server refuses") << ErrorCode::SignInRefused << true << toTls;
    QTest::newRow("no ticket, http: the server was not looked for")
        << ErrorCode::KerberosNoTicket << false << QList{Stage::Settings};
    QTest::newRow("wrong password, http") << ErrorCode::KerberosPasswordWrong << false << QList{Stage::Settings};
    QTest::newRow("no domain controller, http") << ErrorCode::KerberosUnavailable << false << QList{Stage::Settings};
    QTest::newRow("no ticket, https: its certificate was seen first") << ErrorCode::KerberosNoTicket << true << toTls;
    QTest::newRow("not Exchange") << ErrorCode::ServiceForeign << true
                                  << toTls + QList{Stage::SigningIn, Stage::Session};
}

void tst_ConnectionStage::stagesBeforeTheEnd_arePassed()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const bool, isTls);
    QFETCH(const QList<Stage>, passed);
    for (int i = 0; i < connectionStages; ++i)
        QVERIFY2(isPassed(static_cast<Stage>(i), code, isTls) == passed.contains(static_cast<Stage>(i)),
            qPrintable(QString::number(i)));
}

void tst_ConnectionStage::noStageAfterTheEnd_isPassed_whateverTheCode()
{
    for (int code = 0; code < static_cast<int>(ErrorCode::Count_); ++code) {
        const auto ended = static_cast<ErrorCode>(code);
        for (int i = static_cast<int>(stageOf(ended)); i < connectionStages; ++i)
            QVERIFY(!isPassed(static_cast<Stage>(i), ended, true));
    }
}

KAKUIN_TEST(tst_ConnectionStage)

} // namespace tests::tst_connectionstage

#include "tst_connectionstage.moc"
