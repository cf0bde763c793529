// SPDX-License-Identifier: MIT
#include "core/plan/assigndraft.h"
#include "core/plan/exportdraft.h"
#include "core/plan/importdraft.h"
#include "core/plan/removedraft.h"
#include "core/plan/renewdraft.h"
#include "core/plan/rotatedraft.h"
#include "tests/testkit/await.h"
#include "tests/testkit/ui/guitest.h"
#include "tests/testkit/ui/widgetverbs.h"
#include "tests/testkit/verifyresult.h"
#include "ui/dialogs/livecheckdialog.h"
#include "ui/opentask.h"
#include "ui/organisationfeed.h"
#include "ui/views/rotation/rotationdialog.h"
#include "ui/widgetuiservices.h"
#include "ui/wizards/taskwizards.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>

namespace tests::tst_taskpresets {

using namespace Qt::StringLiterals;
using namespace kakuin;
using advice::Task;
using domain::CertificateId;
using domain::ServerId;
using domain::Service;
using domain::ServiceSet;
using testkit::await;
using Kind = Task::Kind;

/// Every kind of task, opened as strip, findings, next step and result page open it: the real window begins with what the
/// task says, and with nothing else.
class tst_TaskPresets final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<ui::OrganisationFeed> m_feed;
    std::unique_ptr<ui::WidgetUiServices> m_services;
    std::unique_ptr<QWidget> m_window;

    [[nodiscard]] const domain::Inventory &inventory() const { return *m_workspace->session()->inventory(); }
    [[nodiscard]] CertificateId transportOf(const QString &server) const
    {
        return {ServerId(server), inventory().find(ServerId(server))->transport->thumbprint};
    }
    void open(const Task &task) { ui::openTask(task, *m_services, *m_feed, m_window.get()); }
    template <class Window>
    [[nodiscard]] Window *opened() const
    {
        return m_window->findChild<Window *>();
    }
    template <class TaskDraft>
    [[nodiscard]] TaskDraft *draftOf() const
    {
        return &opened<ui::TaskWizard>()->template draftAs<TaskDraft>();
    }
    template <class Targets>
    [[nodiscard]] static QList<CertificateId> idsOf(const Targets &targets)
    {
        QList<CertificateId> ids;
        for (const auto &target : targets)
            ids.append(target.id);
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_workspace = std::make_unique<session::Workspace>(m_folder.path());
        QVERIFY_RESULT(await(m_workspace->createPractice(lab::Preset::Contoso2013)));
        QVERIFY_RESULT(await(m_workspace->session()->refresh()));
    }
    void init()
    {
        m_feed = std::make_unique<ui::OrganisationFeed>(*m_workspace);
        m_services = std::make_unique<ui::WidgetUiServices>();
        m_window = std::make_unique<QWidget>();
    }
    void cleanup()
    {
        m_window.reset();
        m_services.reset();
        m_feed.reset();
    }
    void cleanupTestCase() { m_workspace.reset(); }

    void everyKind_hasATest()
    {
        for (int kind = 0; kind <= static_cast<int>(Kind::CheckPorts); ++kind) {
            switch (static_cast<Kind>(kind)) { // a new kind does not compile until it is here, and below
            case Kind::Instructions:
            case Kind::Renew:
            case Kind::RotateAuth:
            case Kind::FollowRotation:
            case Kind::Assign:
            case Kind::TakeTransport:
            case Kind::Remove:
            case Kind::Export:
            case Kind::Import:
            case Kind::ReadAgain:
            case Kind::CheckPorts:
                continue;
            }
            QFAIL("a kind without a test");
        }
    }

    void instructions_openNothing()
    {
        open({Kind::Instructions, {transportOf(u"MBX01"_s)}, {ServerId(u"MBX01"_s)}, Service::Smtp});
        QCOMPARE(m_window->findChildren<QDialog *>().size(), 0);
    }

    void renewal_hasItsCertificates()
    {
        const QList<CertificateId> ids{transportOf(u"MBX01"_s), transportOf(u"MBX02"_s)};
        open({Kind::Renew, ids, {}, {}});
        QVERIFY(opened<ui::TaskWizard>() != nullptr);
        QCOMPARE(idsOf(draftOf<plan::RenewDraft>()->targets()), ids);
    }

    void rotation_hasItsCertificate_orProposesOne()
    {
        open({Kind::RotateAuth, {transportOf(u"MBX01"_s)}, {}, {}});
        QVERIFY(opened<ui::TaskWizard>() != nullptr);
        QCOMPARE(draftOf<plan::RotateDraft>()->source(), plan::RotateDraft::Source::Existing);
        QCOMPARE(draftOf<plan::RotateDraft>()->existing(), transportOf(u"MBX01"_s).thumbprint);
        m_window = std::make_unique<QWidget>();
        open({Kind::RotateAuth, {}, {}, {}});
        const plan::RotateDraft proposed(m_workspace->session()->inventory(), m_workspace->session()->nowUtc());
        QCOMPARE(draftOf<plan::RotateDraft>()->source(), proposed.source());
        QCOMPARE(draftOf<plan::RotateDraft>()->existing(), proposed.existing());
    }

    void following_showsHowTheRotationStands()
    {
        open({Kind::FollowRotation, {}, {}, {}});
        QVERIFY(opened<ui::RotationDialog>() != nullptr);
        QCOMPARE(opened<ui::RotationDialog>()->status().auth.current, inventory().authConfig->current);
    }

    void assignment_hasItsServices()
    {
        const ServiceSet services = Service::Imap | Service::Pop;
        open({Kind::Assign, {transportOf(u"MBX02"_s)}, {}, services});
        const plan::AssignDraft *draft = draftOf<plan::AssignDraft>();
        QCOMPARE(draft->id(), transportOf(u"MBX02"_s));
        QCOMPARE(draft->services(), services);
        QVERIFY(!draft->takesTransport());
    }

    void takingTransport_isChosen()
    {
        open({Kind::TakeTransport, {transportOf(u"MBX02"_s)}, {}, {}});
        const plan::AssignDraft *draft = draftOf<plan::AssignDraft>();
        QCOMPARE(draft->id(), transportOf(u"MBX02"_s));
        QCOMPARE(draft->services(), ServiceSet(Service::Smtp));
        QVERIFY(draft->takesTransport());
    }

    void removal_hasItsCertificates_andNothingIsConfirmed()
    {
        const QList<CertificateId> ids{transportOf(u"MBX01"_s), transportOf(u"MBX02"_s)};
        open({Kind::Remove, ids, {}, {}});
        const plan::RemoveDraft *draft = draftOf<plan::RemoveDraft>();
        QCOMPARE(idsOf(draft->targets()), ids);
        QVERIFY(!draft->isAcknowledged());
    }

    void export_hasItsCertificate_andNoPassword()
    {
        open({Kind::Export, {transportOf(u"MBX02"_s)}, {}, {}});
        QCOMPARE(draftOf<plan::ExportDraft>()->id(), transportOf(u"MBX02"_s));
        QVERIFY(draftOf<plan::ExportDraft>()->password().isEmpty());
    }

    void import_hasItsServers()
    {
        const QList<ServerId> servers{ServerId(u"MBX01"_s), ServerId(u"MBX02"_s)};
        open({Kind::Import, {}, servers, {}});
        QCOMPARE(draftOf<plan::ImportDraft>()->servers(), servers);
    }

    void readingAgain_readsItsServersOnly()
    {
        const ServerId wanted(u"MBX02"_s);
        QHash<ServerId, QDateTime> before;
        for (const domain::ServerEntry &entry : inventory().servers)
            before.insert(entry.server.id, entry.readUtc);
        const domain::InventoryPtr old = m_workspace->session()->inventory();
        open({Kind::ReadAgain, {}, {wanted}, {}});
        QVERIFY(testkit::waitUntil([&] { return m_workspace->session()->inventory() != old; }));
        QVERIFY(testkit::waitUntil([&] { return !m_workspace->session()->isRefreshing(); }));
        for (const domain::ServerEntry &entry : inventory().servers)
            QVERIFY(entry.server.id == wanted || entry.readUtc == before.value(entry.server.id));
    }

    void portCheck_asksAboutItsServers()
    {
        const auto asked = [this] {
            QString text;
            for (const QLabel *label : opened<ui::LiveCheckDialog>()->findChildren<QLabel *>())
                text += label->text() + u'\n';
            return text;
        };
        open({Kind::CheckPorts, {}, {ServerId(u"MBX02"_s)}, {}});
        QVERIFY2(asked().contains(u"MBX02"_s), qPrintable(asked()));
        m_window = std::make_unique<QWidget>();
        open({Kind::CheckPorts, {}, {ServerId(u"MBX01"_s), ServerId(u"MBX02"_s)}, {}});
        QVERIFY2(asked().contains(u"2 servers"_s), qPrintable(asked()));
        m_window = std::make_unique<QWidget>();
        open({Kind::CheckPorts, {}, {}, {}}); // every server
        QVERIFY2(asked().contains(u"%1 servers"_s.arg(inventory().servers.size())), qPrintable(asked()));
    }
};

KAKUIN_GUI_TEST(tst_TaskPresets)

} // namespace tests::tst_taskpresets

#include "tst_taskpresets.moc"
