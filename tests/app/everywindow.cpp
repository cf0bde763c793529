// SPDX-License-Identifier: MIT
#include "everywindow.h"

#include "core/plan/renewdraft.h"
#include "tests/testkit/evaluated.h"
#include "ui/connections/connectdialog.h"
#include "ui/connections/servercertificatedialog.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/comparedialog.h"
#include "ui/dialogs/labclockdialog.h"
#include "ui/dialogs/labfaultsdialog.h"
#include "ui/dialogs/practicedialog.h"
#include "ui/help/helpwindow.h"
#include "ui/mainwindow.h"
#include "ui/prompts/promptdialog.h"
#include "ui/views/history/historydialog.h"
#include "ui/views/left/lefttododialog.h"
#include "ui/views/matrixview.h"
#include "ui/views/rotation/rotationdialog.h"
#include "ui/views/timelineview.h"
#include "ui/wizards/taskwizards.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QRegularExpression>
#include <QtGui/QAction>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTabBar>

namespace kakuin::testkit {
namespace {

const domain::ServerId mbx01(QStringLiteral("MBX01"));

findings::EvaluationPtr evaluationOf(const session::Workspace &workspace)
{
    return evaluated(workspace.session()->inventory(), workspace.session()->nowUtc());
}

domain::Thumbprint transportOf(const session::Workspace &workspace)
{
    const domain::ServerEntry *entry = workspace.session()->inventory()->find(mbx01);
    return entry != nullptr && entry->transport ? entry->transport->thumbprint : domain::Thumbprint();
}

shell::Prompt overwriteQuestion(const session::Workspace &workspace)
{
    shell::Prompt prompt;
    prompt.server = mbx01;
    prompt.cmdlet = QStringLiteral("New-ExchangeCertificate");
    prompt.caption = QStringLiteral("Confirm");
    prompt.message = QStringLiteral("Overwrite the existing default SMTP certificate?\n\nCurrent certificate: '%1'\n"
                                    "Replace it with certificate: '%2'")
                         .arg(transportOf(workspace).toString(), QString(40, u'A'));
    for (const char *label : {"&Yes", "Yes to &All", "&No", "No to A&ll"})
        prompt.choices.append(shell::PromptChoice::fromLabel(QLatin1String(label), {}));
    return prompt;
}

bool isInteractive(const QWidget *widget)
{
    const bool kind = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget);
    // parts that Qt makes inside its own widgets
    const QWidget *parent = widget->parentWidget();
    const bool isPart = parent != nullptr
        && (qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent)
            || qobject_cast<const QLineEdit *>(parent) || parent->inherits("QComboBoxPrivateContainer")
            || qobject_cast<const QTabBar *>(parent) || qobject_cast<const QAbstractItemView *>(parent)
            || parent->inherits("QToolBar") || parent->inherits("QDockWidget") || widget->inherits("QHeaderView"));
    return kind && !isPart;
}

void addText(QStringList &out, const QObject *object, const char *what, QString text)
{
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    if (!text.trimmed().isEmpty())
        out.append(QStringLiteral("%1.%2: %3")
                       .arg(object->objectName(), QLatin1String(what), text.replace(digits, QStringLiteral("#"))));
}

QList<WindowMaker> everyWizard(session::Workspace *w)
{
    return {
        {"renewal",
            [w] {
                return std::unique_ptr<ui::TaskWizard>(
                    ui::makeTaskWizard(*w, {advice::Task::Kind::Renew, {{mbx01, transportOf(*w)}}}));
            }},
        {"rotation",
            [w] { return std::unique_ptr<ui::TaskWizard>(ui::makeTaskWizard(*w, {advice::Task::Kind::RotateAuth})); }},
        {"assignment",
            [w] {
                return std::unique_ptr<ui::TaskWizard>(ui::makeTaskWizard(
                    *w, {advice::Task::Kind::Assign, {domain::CertificateId{mbx01, transportOf(*w)}}}));
            }},
        {"removal",
            [w] {
                return std::unique_ptr<ui::TaskWizard>(
                    ui::makeTaskWizard(*w, {advice::Task::Kind::Remove, {{mbx01, transportOf(*w)}}}));
            }},
        {"export",
            [w] {
                return std::unique_ptr<ui::TaskWizard>(ui::makeTaskWizard(
                    *w, {advice::Task::Kind::Export, {domain::CertificateId{mbx01, transportOf(*w)}}}));
            }},
        {"import",
            [w] {
                return std::unique_ptr<ui::TaskWizard>(
                    ui::makeTaskWizard(*w, {advice::Task::Kind::Import, {}, {mbx01}}));
            }},
        {"resumption",
            [w] {
                plan::RenewDraft draft(w->session()->inventory());
                draft.setTargets({{mbx01, transportOf(*w)}});
                plan::OperationRecord operation;
                operation.plan = draft.plan();
                return std::unique_ptr<ui::TaskWizard>(ui::makeResumeWizard(*w, operation));
            }},
    };
}

QList<WindowMaker> everyDialog(session::Workspace *w)
{
    return {
        {"question",
            [w] {
                ui::PromptContext context;
                context.inventory = w->session()->inventory();
                context.nowUtc = w->session()->nowUtc();
                context.kind = shell::PromptKind::OverwriteDefaultSmtp;
                context.identity = ui::OrganisationIdentity::of(*w);
                context.serverNumber = 3;
                context.serverCount = 42;
                context.stepNumber = 5;
                context.stepCount = 84;
                return std::make_unique<ui::PromptDialog>(overwriteQuestion(*w), context);
            }},
        {"connections",
            [w] {
                const QString folder = w->dataFolder() + QStringLiteral("/everywindow");
                const connection::ConnectionFile file(folder + QStringLiteral("/connections.json"));
                connection::ConnectionProfile profile;
                profile.name = QStringLiteral("Contoso");
                profile.address = QStringLiteral("ex01.contoso.com");
                profile.signIn = connection::SignIn::Basic;
                profile.user = QStringLiteral("administrator@contoso.com");
                profile.pinnedSha256 = QByteArray(32, '\x5a');
                if (!file.save({profile}))
                    return std::unique_ptr<ui::ConnectDialog>();
                return std::make_unique<ui::ConnectDialog>(*w, file, nullptr);
            }},
        {"certificate of a server",
            [w] {
                const domain::Certificate &shown = w->session()->inventory()->servers.first().certificates->first();
                remote::ServerCertificates certificates;
                certificates.chain = {shown.facts.der};
                certificates.sha256 = QCryptographicHash::hash(shown.facts.der, QCryptographicHash::Sha256);
                return std::make_unique<ui::ServerCertificateDialog>(QStringLiteral("ex01.contoso.com"), certificates);
            }},
        {"new practice organisation", [w] { return std::make_unique<ui::PracticeDialog>(*w); }},
        {"practice clock", [w] { return std::make_unique<ui::LabClockDialog>(*w->lab(), *w->session()); }},
        {"practice faults",
            [w] {
                QList<domain::ServerId> servers;
                for (const domain::ServerEntry &entry : w->session()->inventory()->servers)
                    servers.append(entry.server.id);
                return std::make_unique<ui::LabFaultsDialog>(*w->lab(), servers);
            }},
        {"comparison",
            [w] {
                return std::make_unique<ui::CompareDialog>(evaluationOf(*w),
                    domain::CertificateId{mbx01, transportOf(*w)}, domain::CertificateId(), w->session()->nowUtc());
            }},
        {"about", [] { return std::make_unique<ui::AboutDialog>(); }},
    };
}

} // namespace

QList<WindowMaker> everyWindow(session::Workspace &workspace, ui::LayoutStore &layout)
{
    session::Workspace *w = &workspace;
    ui::LayoutStore *l = &layout;
    QList<WindowMaker> out{
        {"main window", [w, l] { return std::make_unique<ui::MainWindow>(*w, *l); }},
        {"rotation followed", [w] { return std::make_unique<ui::RotationDialog>(*w); }},
        {"left to do", [w] { return std::make_unique<ui::LeftToDoDialog>(*w); }},
        {"history",
            [w] {
                return std::make_unique<ui::HistoryDialog>(*w, domain::CertificateId{mbx01, transportOf(*w)});
            }},
        {"matrix",
            [w] {
                auto view = std::make_unique<ui::MatrixView>();
                view->setEvaluation(evaluationOf(*w), w->session()->nowUtc());
                return view;
            }},
        {"timeline",
            [w] {
                auto view = std::make_unique<ui::TimelineView>();
                view->setEvaluation(evaluationOf(*w), w->session()->nowUtc());
                return view;
            }},
    };
    out.append({"guide", [l] { return std::make_unique<ui::HelpWindow>(*l); }});
    return out + everyWizard(w) + everyDialog(w);
}

QStringList textsOf(QWidget *window)
{
    QStringList out;
    QList<QWidget *> widgets = window->findChildren<QWidget *>();
    widgets.prepend(window);
    for (const QWidget *widget : widgets) {
        // the arrows at the ends of a tab bar are Qt's, which translates them once
        if (qobject_cast<const QTabBar *>(widget->parentWidget()) != nullptr
            || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        addText(out, widget, "title", widget->windowTitle());
        addText(out, widget, "accessible", widget->accessibleName());
        addText(out, widget, "tip", widget->toolTip());
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            addText(out, label, "text", label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            addText(out, button, "text", button->text());
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            addText(out, edit, "placeholder", edit->placeholderText());
        if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < combo->count(); ++i)
                addText(out, combo, "item", combo->itemText(i));
        }
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                addText(out, tabs, "tab", tabs->tabText(i));
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            view != nullptr && view->model() != nullptr) {
            for (int column = 0; column < view->model()->columnCount(view->rootIndex()); ++column)
                addText(out, view, "header", view->model()->headerData(column, Qt::Horizontal).toString());
        }
        const QList<QAction *> actions = widget->actions();
        for (const QAction *action : actions)
            addText(out, action, "action", action->text());
    }
    out.sort();
    return out;
}

QStringList namingFlawsOf(QWidget *window)
{
    QStringList flaws;
    QHash<QString, int> seen;
    const QList<QWidget *> widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!isInteractive(widget))
            continue;
        const QString name = widget->objectName();
        if (name.startsWith(QLatin1String("qt_")))
            continue; // Qt's own: the arrows of tool bars and menu bars
        if (name.isEmpty())
            flaws.append(QStringLiteral("no name: %1 in a %2")
                             .arg(QLatin1String(widget->metaObject()->className()),
                                 QLatin1String(widget->parentWidget()->metaObject()->className())));
        else if (++seen[name] == 2)
            flaws.append(QStringLiteral("repeated name: %1").arg(name));
    }
    return flaws;
}

QStringList silentButtonsOf(QWidget *window)
{
    QStringList silent;
    const QList<QAbstractButton *> buttons = window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        const bool isQts = button->objectName().startsWith(QLatin1String("qt_"));
        if (!isQts && button->isVisibleTo(window) && isInteractive(button) && button->text().isEmpty()
            && button->accessibleName().isEmpty())
            silent.append(button->objectName());
    }
    return silent;
}

} // namespace kakuin::testkit
