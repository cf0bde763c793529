// SPDX-License-Identifier: MIT
#include "ui/help/helptopics.h"

#include <QtWidgets/QStackedWidget>

namespace kakuin::ui {
namespace {

using namespace Qt::StringLiterals;

// clang-format off
constexpr HelpEntry entries[] = {
    // the main window
    {"", "mainWindow", "first-steps", "window"},
    {"", "welcomePage", "first-steps", ""},
    {"", "organisationView", "first-steps", "window"},
    {"", "quickFilterBar", "first-steps", "window"},
    {"", "searchEdit", "first-steps", "window"},
    {"", "detailsPanel", "first-steps", "details"},
    {"", "commandLogDock", "first-steps", "log"},
    {"", "matrixView", "first-steps", "views"},
    {"", "timelineView", "first-steps", "views"},
    {"", "compareDialog", "first-steps", "views"},
    {"", "aboutDialog", "index", ""},
    {"", "findingsView", "findings", ""},
    {"", "muteDialog", "findings", "mute"},
    {"", "thresholdsDialog", "findings", "thresholds"},
    {"", "saveReportDialog", "findings", "report"},
    {"", "interruptedBar", "interrupted", ""},
    {"", "exportedBar", "exported", "read-only"},
    {"", "rotationBar", "rotate", "status"},
    {"", "failureBar", "messages", ""},
    // practice
    {"", "practiceDialog", "first-steps", "practice"},
    {"", "labClockDialog", "first-steps", "clock"},
    {"", "labFaultsDialog", "first-steps", "faults"},
    // tasks
    {"", "reviewPage", "renew", "review"},
    {"", "consentPage", "renew", "review"},
    {"", "runPage", "renew", "run"},
    {"", "resultPage", "renew", "result"},
    {"", "promptDialog", "renew", "question"},
    {"", "renewWizard", "renew", ""},
    {"renewWizard", "certificatesPage", "renew", "certificates"},
    {"renewWizard", "optionsPage", "renew", "options"},
    {"", "rotateWizard", "rotate", ""},
    {"rotateWizard", "sourcePage", "rotate", "existing"},
    {"rotateWizard", "whenPage", "rotate", "when"},
    {"rotateWizard", "certificatePage", "rotate", "certificate"},
    {"rotateWizard", "reviewPage", "rotate", "review"},
    {"rotateWizard", "resultPage", "rotate", "status"},
    {"", "rotationDialog", "rotate", "status"},
    {"", "assignWizard", "assign", ""},
    {"assignWizard", "servicesPage", "assign", "services"},
    {"", "removeWizard", "remove", ""},
    {"removeWizard", "preflightPage", "remove", "preflight"},
    {"removeWizard", "reviewPage", "remove", "removal"},
    {"", "exportWizard", "transfer", "export"},
    {"exportWizard", "exportPage", "transfer", "export"},
    {"", "importWizard", "transfer", "import"},
    {"importWizard", "importPage", "transfer", "import"},
    {"", "resumeWizard", "interrupted", ""},
    {"resumeWizard", "standingPage", "interrupted", "standing"},
    {"", "planWizard", "renew", "review"},
    {"", "leftToDoPanel", "interrupted", "left"},
    {"", "leftToDoDialog", "interrupted", "left"},
    {"", "historyDialog", "interrupted", "history"},
    // ports
    {"", "liveCheckDialog", "ports", ""},
    // exported data
    {"", "saveSnapshotDialog", "exported", "snapshot"},
    {"", "snapshotComparisonDialog", "exported", "compare"},
    // servers
    {"", "connectDialog", "connect", ""},
    {"", "signInCombo", "connect", "sign-in"},
    {"", "clientCertificateEdit", "connect", "client-certificate"},
    {"", "pinEdit", "connect", "pin"},
    {"", "authorityEdit", "connect", "pin"},
    {"", "keepPasswordCheck", "stored", "passwords"},
    {"", "furtherEdit", "connect", "further"},
    {"", "directoryEdit", "connect", "directory"},
    {"", "directorySecurityCombo", "connect", "directory"},
    {"", "connectionTestPanel", "connect", "test"},
    {"", "serverCertificateDialog", "connect", "pin"},
};
// clang-format on

bool contains(const QStringList &names, const char *name)
{
    return names.contains(QLatin1String(name));
}

} // namespace

const QList<HelpEntry> &helpEntries()
{
    static const QList<HelpEntry> all(std::begin(entries), std::end(entries));
    return all;
}

HelpTopic helpTopicFor(const QStringList &names)
{
    for (const QString &name : names) {
        const HelpEntry *found = nullptr;
        for (const HelpEntry &entry : helpEntries()) {
            if (name != QLatin1String(entry.part))
                continue;
            const bool isForEvery = *entry.window == '\0';
            if (!isForEvery && contains(names, entry.window)) {
                found = &entry;
                break;
            }
            if (isForEvery && found == nullptr)
                found = &entry;
        }
        if (found != nullptr)
            return {QLatin1String(found->page), QLatin1String(found->anchor)};
    }
    return {u"index"_s, {}};
}

QStringList helpNamesOf(const QWidget *widget)
{
    QStringList names;
    const QWidget *window = widget == nullptr ? nullptr : widget->window();
    for (const QWidget *each = widget; each != nullptr && each != window; each = each->parentWidget()) {
        if (!each->objectName().isEmpty())
            names.append(each->objectName());
    }
    if (window == nullptr)
        return names;
    const auto *stack = window->findChild<QStackedWidget *>(u"wizardStack"_s);
    if (stack != nullptr && stack->currentWidget() != nullptr && !names.contains(stack->currentWidget()->objectName()))
        names.append(stack->currentWidget()->objectName());
    names.append(window->objectName());
    return names;
}

} // namespace kakuin::ui
