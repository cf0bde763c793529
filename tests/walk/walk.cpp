// SPDX-License-Identifier: MIT
#include "tests/walk/walk.h"

#include "core/base/whendone.h"
#include "core/plan/planrunner.h"
#include "core/plan/preconditions.h"
#include "core/plan/rotatedraft.h"
#include "core/session/session.h"
#include "core/x509/reader.h"
#include "tests/testkit/await.h"
#include "tests/walk/memoryshell.h"
#include "tests/walk/offers.h"
#include "tests/walk/walkorganisation.h"

namespace kakuin::walk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using advice::Advice;
using advice::Reason;
using domain::CertificateId;
using Kind = advice::Task::Kind;

namespace {

const QDateTime beginningUtc(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC);
constexpr std::array passing{1h, 13h, 50h, 240h, 960h, 4800h};

/// Answers as the plan recommends, but that it answers No to the question of a given number.
class Answers final : public shell::PromptHandler {
public:
    [[nodiscard]] QFuture<Result<shell::PromptAnswer>> ask(const shell::Prompt &prompt) override
    {
        const auto question = runner == nullptr ? std::nullopt : runner->question();
        if (!question || !question->advice) {
            hasUnknown = true;
            return readyFuture<shell::PromptAnswer>(shell::PromptAnswer::stop());
        }
        const bool isRefused = refuses && asked++ == 0;
        hasDeviated = hasDeviated || (isRefused && question->advice->recommended != shell::Confirmation::No);
        const auto choice = isRefused ? shell::Confirmation::No : question->advice->recommended;
        return readyFuture<shell::PromptAnswer>(shell::PromptAnswer::choose(prompt.indexOf(choice).value_or(-1)));
    }

    plan::PlanRunner *runner = nullptr;
    bool refuses = false;
    bool hasDeviated = false;
    bool hasUnknown = false;

private:
    int asked = 0;
};

class Walk final {
public:
    explicit Walk(lab::LabState state)
        : m_shell(std::make_shared<MemoryShell>(std::move(state), beginningUtc))
        , m_session(m_shell)
    {
    }

    Walked along(const QList<quint32> &steps)
    {
        if (!read())
            return m_walked;
        m_walked.organisation = described(*m_inventory, nowUtc());
        judge();
        for (const quint32 step : steps) {
            if (m_walked.contradiction)
                break;
            take(step);
        }
        settle();
        return m_walked;
    }

private:
    [[nodiscard]] QDateTime nowUtc() const { return m_shell->clock()->nowUtc(); }
    void contradict(const QString &rule, const QString &words)
    {
        if (!m_walked.contradiction)
            m_walked.contradiction = {rule, words};
    }
    bool read()
    {
        const auto inventory = testkit::await(m_session.refresh());
        if (!inventory) {
            contradict(u"the organisation could not be read"_s, inventory.error().detail);
            return false;
        }
        m_inventory = *inventory;
        m_offers = offersOf(*m_inventory, nowUtc());
        m_opened.clear();
        for (qsizetype i = 0; i < m_offers.tasks.size(); ++i) { // what a finding offers is often what the adviser says
            const advice::Task &task = m_offers.tasks.at(i).task;
            qsizetype same = 0;
            while (m_offers.tasks.at(same).task != task)
                ++same;
            m_opened.append(same < i ? m_opened.at(same) : opened(task, m_inventory, nowUtc()));
        }
        return true;
    }
    void judge()
    {
        for (qsizetype i = 0; i < m_opened.size(); ++i) {
            if (!m_opened.at(i).refusal.isEmpty())
                contradict(
                    m_offers.tasks.at(i).rule + u", but "_s + m_opened.at(i).refusal, worded(m_offers.tasks.at(i)));
        }
        if (const auto found = disagreementIn(m_offers, *m_inventory))
            contradict(found->first, found->second);
    }
    [[nodiscard]] QString worded(const Offer &offer) const
    {
        QStringList about;
        for (const CertificateId &id : offer.task.certificates)
            about.append(nameOf(id, *m_inventory, nowUtc()));
        for (const domain::ServerId &server : offer.task.servers)
            about.append(server.name());
        if (offer.task.services)
            about.append(domain::displayText(offer.task.services));
        return u"%1: %2 %3"_s.arg(offer.source, nameOf(offer.task.kind), about.join(u", "_s));
    }

    [[nodiscard]] QList<Offer> offersThat(bool wait) const
    {
        QList<Offer> out;
        for (qsizetype i = 0; i < m_opened.size(); ++i) {
            if (m_opened.at(i).isWaiting == wait)
                out.append(m_offers.tasks.at(i));
        }
        return out;
    }
    // Does all that is advised, until nothing is: that must come
    void settle()
    {
        constexpr int patience = 40;
        QList<Offer> doable;
        for (int i = 0; i < patience && !m_walked.contradiction; ++i) {
            doable = offersThat(false);
            if (doable.isEmpty())
                return;
            perform(doable.first(), 0);
        }
        if (!doable.isEmpty())
            contradict(doable.first().rule + u": what is advised does not come to an end"_s, worded(doable.first()));
    }

    void take(quint32 step)
    {
        const quint32 what = step % 16;
        const quint32 which = step / 16 % 4096;
        const QList<Offer> doable = offersThat(false);
        const QList<Offer> byHand = offersThat(true);
        if (what == 15 || (doable.isEmpty() && byHand.isEmpty()))
            pass(passing.at(which % passing.size()));
        else if ((what >= 11 && !byHand.isEmpty()) || doable.isEmpty())
            handle(byHand.at(which % byHand.size()));
        else
            perform(doable.at(which % doable.size()), step >> 16);
    }

    void pass(std::chrono::hours time)
    {
        m_walked.steps.append(u"%1 hours pass"_s.arg(time.count()));
        m_shell->advance(time);
        m_done.clear();
        if (read())
            judge();
    }

    void perform(const Offer &offer, quint32 how)
    {
        plan::Plan plan = m_opened.at(m_offers.tasks.indexOf(offer)).plan;
        Answers answers;
        answers.refuses = how % 12 == 11;
        QString words = worded(offer);
        if (offer.task.kind == Kind::RotateAuth && how / 16 % 4 == 3) {
            plan::RotateDraft draft(m_inventory, nowUtc());
            draft.setMode(plan::RotateDraft::Mode::Immediate);
            plan = draft.plan();
            words += u" at once"_s;
        }
        m_walked.steps.append(words);
        run(plan, answers, offer.rule);
        if (answers.hasDeviated) {
            m_walked.steps.last() += u", answered No"_s;
            m_done.clear();
        }
        const Offers before = m_offers;
        m_shell->advance(1min);
        if (m_walked.contradiction || !read())
            return;
        if (!answers.hasDeviated) {
            m_done.append(offer);
            compare(before, offer, plan);
        }
        judge();
    }

    void run(const plan::Plan &plan, Answers &answers, const QString &rule)
    {
        plan::PlanRunner::Context context;
        context.shell = m_session.shell();
        // owned here and outlives the run
        context.prompts = std::shared_ptr<shell::PromptHandler>(&answers, [](shell::PromptHandler *) {});
        context.password = Secret(u"practice"_s);
        context.directoryReads = 1;
        context.directoryPause = 0ms;
        plan::PlanRunner runner(plan::withPreconditions(plan, *m_inventory), context);
        answers.runner = &runner;
        runner.start();
        const bool isEnded = testkit::waitUntil([&runner] { return !runner.isRunning(); });
        if (answers.hasUnknown)
            contradict(rule + u": a question was not recognised or not expected"_s, {});
        const bool isSound = runner.state() == plan::OperationState::Succeeded
            || (answers.hasDeviated && runner.state() == plan::OperationState::Declined);
        if (isEnded && isSound)
            return;
        const auto error = runner.firstError();
        contradict(u"%1: ended as %2%3"_s.arg(rule)
                       .arg(static_cast<int>(runner.state()))
                       .arg(error ? u", error %1"_s.arg(static_cast<int>(error->code)) : QString()),
            error ? error->subject + u' ' + error->detail : QString());
    }

    // After a task that was done as recommended
    void compare(const Offers &before, const Offer &offer, const plan::Plan &plan)
    {
        for (const Offer &next : std::as_const(m_offers.tasks)) {
            if (next.task.kind != Kind::Instructions && next.task.kind != Kind::FollowRotation && m_done.contains(next))
                contradict(next.rule + u": offered again"_s, worded(next));
        }
        const QSet<QString> known = criticalIn(before);
        const bool maySpread = plan.cautions.contains(plan::Caution::ServersMayLackAuth)
            || plan.kind == plan::PlanKind::SpreadAuthCertificate;
        for (const findings::Finding &finding : std::as_const(m_offers.findings)) {
            if (finding.severity != findings::Severity::Critical || known.contains(finding.key()))
                continue;
            const bool isSpreading = maySpread
                && (finding.code == findings::Code::AuthMissingOnServer
                    || finding.code == findings::Code::AuthMissingOnSite
                    || finding.code == findings::Code::AuthWithoutKey);
            // the end of a certificate that is not used is no critical finding
            const bool isOfHeir = finding.code == findings::Code::ExpiresVerySoon
                && offer.task.certificates.contains(finding.subject.certificate());
            if (!isSpreading && !isOfHeir)
                contradict(
                    u"%1: leads to critical %2"_s.arg(offer.rule, findings::codeName(finding.code)), finding.key());
        }
    }
    [[nodiscard]] static QSet<QString> criticalIn(const Offers &offers)
    {
        QSet<QString> keys;
        for (const findings::Finding &finding : offers.findings) {
            if (finding.severity == findings::Severity::Critical)
                keys.insert(finding.key());
        }
        return keys;
    }

    // What Kakuin describes and does not do: on the server, with IIS Manager, or by bringing a file
    void handle(const Offer &offer)
    {
        QString words = worded(offer);
        for (auto it = m_offers.advice.cbegin(); it != m_offers.advice.cend(); ++it) {
            if (offer.source.startsWith(
                    u"advice %1/%2"_s.arg(it.key().server.name(), it.key().thumbprint.toShortString())))
                handle(it.key(), *it);
        }
        m_walked.steps.append(u"by hand: "_s + words);
        m_shell->advance(1min);
        if (read())
            judge();
    }

    void handle(const CertificateId &id, const Advice &advice)
    {
        m_shell->change([&](lab::LabState &state) {
            state.change(id.server, [&](lab::LabServer &server) {
                lab::Placement *old = server.find(id.thumbprint);
                lab::Placement *heir = server.find(advice.heir);
                if (heir == nullptr)
                    return;
                if (advice.reason == Reason::BackEndToHeir && old != nullptr) {
                    old->iisSites.removeAll(domain::IisBinding::backEndSite);
                    old->services.setFlag(domain::Service::Iis, !old->iisSites.isEmpty());
                    heir->iisSites.append(domain::IisBinding::backEndSite);
                    heir->services.setFlag(domain::Service::Iis);
                }
                if (advice.reason == Reason::TrustHeir)
                    heir->rootCaType = domain::RootCaType::Registry;
            });
            if (advice.reason == Reason::RequestFromAuthority)
                bring(id, state);
            if (advice.reason == Reason::ConnectorsToHeir) {
                for (domain::Connector &connector : state.connectors) {
                    if (connector.servers.contains(id.server))
                        connector.tlsCertificateName.reset();
                }
            }
        });
    }

    // The authority's answer as a person imports it: the same names, another year
    void bring(const CertificateId &id, lab::LabState &state)
    {
        const auto old = state.certificate(id.thumbprint);
        const auto subject = x509::parseName(old->facts.subject);
        const auto issuer = x509::parseName(old->facts.issuer);
        const auto material = m_shell->material(0);
        const auto keys = storedKeys();
        if (!subject || !issuer || !material || !keys)
            return;
        x509::CertificateRequest request;
        request.subject = *subject;
        request.issuer = *issuer;
        request.dnsNames = old->facts.dnsNames;
        request.notBeforeUtc = nowUtc();
        request.notAfterUtc = nowUtc().addDays(365);
        request.serial = material->serial;
        const auto made = x509::makeSigned(request, keys->first(), keys->first()).and_then([](const QByteArray &der) {
            return x509::readDer(der);
        });
        if (!made)
            return;
        state.certificates.insert(
            made->thumbprint, std::make_shared<lab::LabCertificate>(lab::LabCertificate{*made, 1}));
        lab::Placement placement;
        placement.thumbprint = made->thumbprint;
        placement.rootCaType = domain::RootCaType::ThirdParty;
        state.change(id.server, [&](lab::LabServer &server) { server.store.prepend(placement); });
    }

    std::shared_ptr<MemoryShell> m_shell;
    session::Session m_session;
    domain::InventoryPtr m_inventory;
    Offers m_offers;
    QList<Opened> m_opened; ///< of each of them
    QList<Offer> m_done; ///< since time has passed, or the person did otherwise than advised
    Walked m_walked;
};

} // namespace

Script scriptOf(quint32 seed, int steps)
{
    Choices making(seed);
    [[maybe_unused]] const auto made = makeWalkOrganisation(making, beginningUtc);
    Script script{making.record(), {}};
    std::mt19937 random(seed + 1);
    for (int i = 0; i < steps; ++i)
        script.steps.append(static_cast<quint32>(random()));
    return script;
}

Walked walkAlong(const Script &script)
{
    Choices making(script.making);
    auto state = makeWalkOrganisation(making, beginningUtc);
    if (!state)
        return {{}, {}, Contradiction{u"no organisation could be made"_s, state.error().detail}};
    return Walk(std::move(*state)).along(script.steps);
}

Script plainest(Script script, const QString &rule)
{
    const auto stillDoes = [&rule](const Script &candidate) {
        const Walked walked = walkAlong(candidate);
        return walked.contradiction && walked.contradiction->rule == rule;
    };
    // what lies behind the contradiction was not walked
    script.steps.resize(std::min(script.steps.size(), walkAlong(script).steps.size()));
    bool isPlainer = true;
    while (isPlainer) {
        isPlainer = false;
        for (qsizetype i = script.steps.size() - 1; i >= 0; --i) {
            Script candidate = script;
            candidate.steps.removeAt(i);
            if (stillDoes(candidate)) {
                script = candidate;
                isPlainer = true;
            }
        }
        for (qsizetype i = 0; i < script.making.size(); ++i) {
            Script candidate = script;
            candidate.making[i] = 0;
            if (script.making.at(i) != 0 && stillDoes(candidate)) {
                script = candidate;
                isPlainer = true;
            }
        }
    }
    return script;
}

QString reportOf(quint32 seed, const Walked &walked)
{
    QStringList lines{u"seed %1"_s.arg(seed)};
    lines += walked.organisation;
    for (qsizetype i = 0; i < walked.steps.size(); ++i)
        lines.append(u"%1. %2"_s.arg(i + 1).arg(walked.steps.at(i)));
    if (walked.contradiction)
        lines.append(u"=> %1\n   %2"_s.arg(walked.contradiction->rule, walked.contradiction->words));
    return lines.join(u'\n');
}

} // namespace kakuin::walk
