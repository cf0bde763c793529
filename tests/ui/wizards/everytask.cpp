// SPDX-License-Identifier: MIT
#include "tests/ui/wizards/everytask.h"

#include "core/x509/maker.h"
#include "core/x509/pfx.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "ui/prompts/promptdialog.h"
#include "ui/wizards/assign/assignwizard.h"
#include "ui/wizards/remove/removewizard.h"
#include "ui/wizards/renew/renewwizard.h"
#include "ui/wizards/rotate/rotatewizard.h"
#include "ui/wizards/transfer/exportwizard.h"
#include "ui/wizards/transfer/importwizard.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

namespace kakuin::testkit {
namespace {

using namespace Qt::StringLiterals;

const domain::ServerId mbx01(QStringLiteral("MBX01"));
const Secret pfxPassword(QStringLiteral("Blue 7 harbour!"));
constexpr int mostPages = 6;

template <class F>
domain::CertificateId firstOf(RenewalJourney &journey, F &&isWanted)
{
    const domain::InventoryPtr inventory = journey.session().inventory();
    for (const domain::Certificate &certificate : *inventory->find(mbx01)->certificates) {
        if (isWanted(certificate))
            return certificate.id();
    }
    return {};
}

ui::TaskWizard *rotation(RenewalJourney &journey)
{
    auto *wizard = new ui::RotateWizard(journey.workspace());
    wizard->draft()->setMode(plan::RotateDraft::Mode::Immediate);
    wizard->draft()->setServer(mbx01);
    return wizard;
}

ui::TaskWizard *assignment(RenewalJourney &journey)
{
    auto *wizard
        = new ui::AssignWizard(journey.workspace(), journey.wmSvc(u"MBX01"_s), ui::AssignWizard::Start::Services);
    wizard->draft()->setServices(domain::Service::Pop);
    return wizard;
}

ui::TaskWizard *removal(RenewalJourney &journey)
{
    const domain::InventoryPtr inventory = journey.session().inventory();
    const QDateTime now = journey.session().nowUtc();
    const domain::CertificateId forgotten = firstOf(journey, [&](const domain::Certificate &certificate) {
        plan::RemoveDraft draft(inventory, now);
        draft.setTargets({certificate.id()});
        draft.setAcknowledged(true);
        return draft.plan().steps.size() == 1;
    });
    if (forgotten.thumbprint.isNull())
        return nullptr;
    auto *wizard = new ui::RemoveWizard(journey.workspace(), {forgotten});
    wizard->draft()->setAcknowledged(true);
    return wizard;
}

ui::TaskWizard *exporting(RenewalJourney &journey, const QString &folder)
{
    const domain::CertificateId id
        = firstOf(journey, [](const domain::Certificate &c) { return c.privateKeyExportable.value_or(false); });
    if (id.thumbprint.isNull())
        return nullptr;
    auto *wizard = new ui::ExportWizard(journey.workspace(), id);
    wizard->draft()->setPath(folder + u"/out.pfx"_s);
    wizard->draft()->setPassword(pfxPassword);
    wizard->draft()->setRepeatedPassword(pfxPassword);
    return wizard;
}

ui::TaskWizard *importing(RenewalJourney &journey, const QString &folder)
{
    const auto key = x509::PrivateKey::generateRsa(1024);
    const auto subject = x509::parseName(u"CN=from elsewhere"_s);
    if (!key || !subject)
        return nullptr;
    x509::CertificateRequest request;
    request.subject = *subject;
    request.notBeforeUtc = journey.session().nowUtc().addDays(-1);
    request.notAfterUtc = journey.session().nowUtc().addYears(1);
    const auto der = x509::makeSelfSigned(request, *key);
    const auto pfx
        = der.and_then([&](const QByteArray &bytes) { return x509::writePfx(bytes, *key, u"x"_s, pfxPassword); });
    QFile file(folder + u"/in.pfx"_s);
    if (!pfx || !file.open(QIODevice::WriteOnly) || file.write(*pfx) != pfx->size())
        return nullptr;
    file.close();
    auto *wizard = new ui::ImportWizard(journey.workspace(), {mbx01});
    wizard->draft()->setFile(file.fileName(), pfxPassword);
    const bool isOpen = waitUntil(
        [wizard] { return wizard->draft()->state() != plan::ImportDraft::FileState::Opening; }, foreignPatienceMs);
    return isOpen ? wizard : nullptr;
}

} // namespace

QList<EveryTask> everyTask()
{
    return {
        {"renew", "New-ExchangeCertificate",
            [](RenewalJourney &journey, const QString &) -> ui::TaskWizard * {
                return new ui::RenewWizard(journey.workspace(), {journey.own(u"MBX01"_s)});
            }},
        {"rotate", "Set-AuthConfig", [](RenewalJourney &journey, const QString &) { return rotation(journey); }},
        {"assign", "Enable-ExchangeCertificate",
            [](RenewalJourney &journey, const QString &) { return assignment(journey); }},
        {"hand internal transport over", "Enable-ExchangeCertificate",
            [](RenewalJourney &journey, const QString &) -> ui::TaskWizard * {
                return new ui::AssignWizard(
                    journey.workspace(), journey.wmSvc(u"MBX01"_s), ui::AssignWizard::Start::InternalTransport);
            }},
        {"remove", "Remove-ExchangeCertificate",
            [](RenewalJourney &journey, const QString &) { return removal(journey); }},
        {"export", "Export-ExchangeCertificate",
            [](RenewalJourney &journey, const QString &folder) { return exporting(journey, folder); }},
        {"import", "Import-ExchangeCertificate",
            [](RenewalJourney &journey, const QString &folder) { return importing(journey, folder); }},
    };
}

bool goToReview(RenewalJourney &journey, const EveryTask &task, const QString &folder)
{
    ui::TaskWizard *wizard = task.make(journey, folder);
    if (wizard == nullptr)
        return false;
    journey.startTask(wizard);
    for (int i = 0; i < mostPages && journey.page() != u"reviewPage"_s; ++i)
        journey.next();
    return journey.page() == u"reviewPage"_s;
}

bool answerUntilResult(RenewalJourney &journey)
{
    while (const QPointer<ui::PromptDialog> question = journey.question()) {
        press(question, u"choiceButton0"_s);
        const bool isGone
            = waitUntil([&] { return question.isNull() || journey.question() != question; }, foreignPatienceMs);
        if (!isGone)
            return false;
    }
    return journey.hasResult();
}

} // namespace kakuin::testkit
