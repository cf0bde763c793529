// SPDX-License-Identifier: MIT
// The part of the tour that goes over a network.
#include "app/labserverprocess.h"
#include "app/tour.h"

#include "ui/mainwindow.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

namespace kakuin::app {
namespace {

using namespace Qt::StringLiterals;

constexpr int basicRow = 1; // of the ways to sign in
constexpr int networkLooks = 6; // as in the rest of the tour
const QString dialog = u"connectDialog"_s;
const QString renewedServer = u"MBX01"_s;

} // namespace

bool Tour::hasNetwork()
{
    return !LabServerProcess::path().isEmpty();
}

void Tour::addNetwork()
{
    act(u"network"_s, [this] {
        delete m_labServer;
        m_labServer = new LabServerProcess(this);
        m_labServer->start();
    });
    m_walk.add(
        u"network-ready-"_s + m_language, [this] { return m_labServer->isReady(); },
        [this] { trigger(u"connectAction"_s); });
    m_walk.add(
        u"network-typed-"_s + m_language, [this] { return window(dialog) != nullptr; }, [this] { typeConnection(); });
    picture(u"network-connect"_s, [this] { return window(dialog); });
    act(u"network-connect-press"_s, [this] {
        m_looks = 0;
        press(dialog, u"connectButton"_s);
    });
    m_walk.add(
        u"network-read-"_s + m_language,
        [this] {
            if (!m_stage.workspace->connection() || transportOf(renewedServer).isNull())
                return false;
            m_old = transportOf(renewedServer);
            m_stage.window->selectCertificate({domain::ServerId(renewedServer), m_old});
            m_looks = m_stage.window->canRenewSelected() ? m_looks + 1 : 0;
            return m_looks >= networkLooks;
        },
        [] {});
    picture(u"network-main"_s, [this]() -> QWidget * { return m_stage.window; });
    addNetworkRenewal();
}

void Tour::typeConnection() const
{
    const auto type = [this](const QString &name, const QString &text) {
        if (auto *line = window(dialog)->findChild<QLineEdit *>(name)) {
            line->setText(text);
            line->setCursorPosition(0); // a long one is seen from its beginning
        }
    };
    if (auto *way = window(dialog)->findChild<QComboBox *>(u"signInCombo"_s))
        way->setCurrentIndex(basicRow);
    if (auto *more = window(dialog)->findChild<QAbstractButton *>(u"moreButton"_s); more && !more->isChecked())
        more->click();
    type(u"nameEdit"_s, u"Contoso"_s);
    type(u"addressEdit"_s, m_labServer->value(u"Address"_s));
    type(u"userEdit"_s, m_labServer->value(u"User"_s));
    type(u"passwordEdit"_s, m_labServer->value(u"Password"_s));
    type(u"pinEdit"_s, m_labServer->value(u"Pinned SHA-256"_s));
}

void Tour::addNetworkRenewal()
{
    const QString wizard = u"renewWizard"_s;
    act(u"network-renew"_s, [this] { m_stage.window->renewSelected(); });
    page(wizard, u"certificatesPage"_s, u"network-renew-certificates"_s);
    page(wizard, u"optionsPage"_s, u"network-renew-options"_s);
    page(wizard, u"reviewPage"_s, u"network-review"_s);
    answer(u"network-prompt"_s, u"choiceButton0"_s);
    page(wizard, u"resultPage"_s, u"network-result"_s);
    m_walk.add(
        u"network-renewed-read-"_s + m_language,
        [this, wizard] { return window(wizard) == nullptr && transportOf(renewedServer) != m_old; }, [] {});
    picture(u"network-renewed"_s, [this]() -> QWidget * { return m_stage.window; });
}

} // namespace kakuin::app
