// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/workspace.h"
#include "ui/actions/useraction.h"

class QWidget;

namespace kakuin::ui {

class OrganisationFeed;
class OrganisationView;
class UiServices;

/// Opens the renewal for the selected certificates. Enabled when every one of them can be renewed in that way: it was
/// issued by the server to itself and is not an Auth certificate, which is rotated and not renewed.
class RenewAction final : public UserAction {
    Q_OBJECT
public:
    RenewAction(OrganisationFeed &feed, OrganisationView &view, UiServices &services, QWidget *window, QObject *parent);
    Q_DISABLE_COPY_MOVE(RenewAction)

    void retranslate() override;

    /// Opens the renewal for these.
    void renew(const QList<domain::CertificateId> &certificates);

private:
    [[nodiscard]] bool canRenew(const domain::CertificateId &id) const;

    OrganisationFeed &m_feed;
    OrganisationView &m_view;
    UiServices &m_services;
    QWidget *m_window;
};

} // namespace kakuin::ui
