// SPDX-License-Identifier: MIT
#include "tests/ui/wizards/everytask.h"
#include "core/plan/assigndraft.h"
#include "core/plan/exportdraft.h"
#include "core/plan/importdraft.h"
#include "core/plan/removedraft.h"
#include "core/plan/rotatedraft.h"

#include "core/x509/maker.h"
#include "core/x509/pfx.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "ui/prompts/promptdialog.h"
#include "ui/wizards/taskwizards.h"

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
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::RotateAuth});
    wizard->draftAs<plan::RotateDraft>().setMode(plan::RotateDraft::Mode::Immediate);
    wizard->draftAs<plan::RotateDraft>().setServer(mbx01);
    return wizard;
}

ui::TaskWizard *assignment(RenewalJourney &journey)
{
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::Assign, {journey.wmSvc(u"MBX01"_s)}});
    wizard->draftAs<plan::AssignDraft>().setServices(domain::Service::Pop);
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
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::Remove, {forgotten}});
    wizard->draftAs<plan::RemoveDraft>().setAcknowledged(true);
    return wizard;
}

ui::TaskWizard *exporting(RenewalJourney &journey, const QString &folder)
{
    const domain::CertificateId id
        = firstOf(journey, [](const domain::Certificate &c) { return c.privateKeyExportable.value_or(false); });
    if (id.thumbprint.isNull())
        return nullptr;
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::Export, {id}});
    wizard->draftAs<plan::ExportDraft>().setPath(folder + u"/out.pfx"_s);
    wizard->draftAs<plan::ExportDraft>().setPassword(pfxPassword);
    wizard->draftAs<plan::ExportDraft>().setRepeatedPassword(pfxPassword);
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
    auto *wizard = ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::Import, {}, {mbx01}});
    wizard->draftAs<plan::ImportDraft>().setFile(file.fileName(), pfxPassword);
    const bool isOpen = waitUntil(
        [wizard] { return wizard->draftAs<plan::ImportDraft>().state() != plan::ImportDraft::FileState::Opening; },
        foreignPatienceMs);
    return isOpen ? wizard : nullptr;
}

} // namespace

QList<EveryTask> everyTask()
{
    return {
        {"renew", "New-ExchangeCertificate",
            [](RenewalJourney &journey, const QString &) -> ui::TaskWizard * {
                return ui::makeTaskWizard(journey.workspace(), {advice::Task::Kind::Renew, {journey.own(u"MBX01"_s)}});
            }},
        {"rotate", "Set-AuthConfig", [](RenewalJourney &journey, const QString &) { return rotation(journey); }},
        {"assign", "Enable-ExchangeCertificate",
            [](RenewalJourney &journey, const QString &) { return assignment(journey); }},
        {"hand internal transport over", "Enable-ExchangeCertificate",
            [](RenewalJourney &journey, const QString &) -> ui::TaskWizard * {
                return ui::makeTaskWizard(
                    journey.workspace(), {advice::Task::Kind::TakeTransport, {journey.wmSvc(u"MBX01"_s)}});
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
