// SPDX-License-Identifier: MIT
// The part of the tour that looks at tasks without carrying them out.
#include "app/tour.h"

#include "ui/mainwindow.h"

#include <QtWidgets/QLineEdit>

namespace kakuin::app {
namespace {

// As in the rest of the tour: the tree is filled a moment after the organisation was read
constexpr int sheetLooks = 6;

} // namespace

using namespace Qt::StringLiterals;

void Tour::addSheets()
{
    const auto select = [this](const QString &name, const std::function<domain::Thumbprint()> &which) {
        act(name, [this] { m_looks = 0; });
        m_walk.add(
            name + u"-settled-"_s + m_language,
            [this, which] {
                m_stage.window->selectCertificate({domain::ServerId(u"MBX01"_s), which()});
                return ++m_looks >= sheetLooks;
            },
            [] {});
    };
    const auto look
        = [this](const QString &action, const QString &wizard, const QString &name, const QString &file = {}) {
              act(name + u"-open"_s, [this, action] { trigger(action); });
              m_walk.add(
                  name + u"-opened-"_s + m_language, [this, wizard] { return window(wizard) != nullptr; },
                  [this, wizard, file] {
                      // not the folder of whoever takes the pictures
                      auto *path = window(wizard)->findChild<QLineEdit *>(u"pathEdit"_s);
                      if (path != nullptr && !file.isEmpty())
                          path->setText(file);
                  });
              picture(name, [this, wizard] { return window(wizard); });
              act(name + u"-close"_s, [this, wizard] { press(wizard, u"cancelButton"_s); });
              m_walk.add(
                  name + u"-closed-"_s + m_language, [this, wizard] { return window(wizard) == nullptr; }, [] {});
          };
    select(u"assign-select"_s, [this] { return transportOf(u"MBX01"_s); });
    look(u"assignAction"_s, u"assignWizard"_s, u"assign"_s);
    // of those that a practice organisation has, only this one's key can be exported
    select(u"export-select"_s, [this] {
        const domain::InventoryPtr inventory = m_stage.workspace->session()->inventory();
        return inventory->authConfig ? inventory->authConfig->current : domain::Thumbprint();
    });
    look(u"exportAction"_s, u"exportWizard"_s, u"export"_s, u"/home/admin/mbx01-auth.pfx"_s);
    look(u"importAction"_s, u"importWizard"_s, u"import"_s);
    addPorts();
}

// What the ports show, beside what was read: the practice organisation answers for its own
void Tour::addPorts()
{
    act(u"ports-open"_s, [this] { trigger(u"checkPortsAction"_s); });
    m_walk.add(
        u"ports-asked-"_s + m_language, [this] { return window(u"liveCheckDialog"_s) != nullptr; }, [] {});
    picture(u"ports-ask"_s, [this] { return window(u"liveCheckDialog"_s); });
    act(u"ports-check"_s, [this] { press(u"liveCheckDialog"_s, u"checkPortsButton"_s); });
    m_walk.add(
        u"ports-read-"_s + m_language,
        [this] {
            const domain::InventoryPtr inventory = m_stage.workspace->session()->inventory();
            const domain::ServerEntry *entry = inventory->find(domain::ServerId(u"MBX01"_s));
            return entry != nullptr && !entry->liveReadings.isEmpty();
        },
        [this] { m_stage.window->selectServer(domain::ServerId(u"MBX01"_s)); });
    picture(u"ports"_s, [this]() -> QWidget * { return m_stage.window; });
}

} // namespace kakuin::app
