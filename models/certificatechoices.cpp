// SPDX-License-Identifier: MIT
#include "models/certificatechoices.h"

#include "core/base/untrustedtext.h"
#include "models/organisationrow.h"
#include "models/roles.h"

#include <algorithm>

namespace kakuin::models {
namespace {

constexpr qsizetype longestChoice = 120;

} // namespace

CertificateChoices::CertificateChoices(const domain::InventoryPtr &inventory, QObject *parent)
    : QAbstractListModel(parent)
    , m_inventory(inventory)
{
    if (inventory == nullptr)
        return;
    QList<std::pair<QString, const domain::ServerEntry *>> servers;
    for (const domain::ServerEntry &entry : inventory->servers)
        servers.append({naturalSortText(entry.server.id.name()), &entry});
    std::stable_sort(servers.begin(), servers.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    m_certificates.reserve(inventory->certificateCount());
    for (const auto &server : servers) {
        if (!server.second->certificates)
            continue;
        const qsizetype first = m_certificates.size();
        for (const domain::Certificate &certificate : *server.second->certificates)
            m_certificates.append(&certificate);
        std::stable_sort(m_certificates.begin() + first, m_certificates.end(),
            [](const domain::Certificate *a, const domain::Certificate *b) {
                return a->facts.notAfterUtc > b->facts.notAfterUtc;
            });
    }
    m_filterTexts.reserve(m_certificates.size());
    for (const domain::Certificate *one : m_certificates)
        m_filterTexts.append(QStringList{singleLine(one->displayName(), longestChoice),
            singleLine(one->server.name(), longestChoice), one->facts.thumbprint.toString()}
                                 .join(u' '));
}

int CertificateChoices::rowOf(const domain::CertificateId &id) const
{
    const auto found = std::find_if(m_certificates.begin(), m_certificates.end(),
        [&](const domain::Certificate *c) { return c->facts.thumbprint == id.thumbprint && c->server == id.server; });
    return found == m_certificates.end() ? -1 : static_cast<int>(found - m_certificates.begin());
}

int CertificateChoices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_certificates.size());
}

QVariant CertificateChoices::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return singleLine(certificate(index.row()).displayName(), longestChoice);
    case IdRole:
        return QVariant::fromValue(certificate(index.row()).id());
    case FilterTextRole:
        return m_filterTexts.at(index.row());
    default:
        return {};
    }
}

} // namespace kakuin::models
