// SPDX-License-Identifier: MIT
#include "core/base/untrustedtext.h"
#include "models/organisationtreemodel.h"

namespace kakuin::models {
namespace {

using RowKind = OrganisationRow::Kind;
using Model = OrganisationTreeModel;

constexpr qsizetype longestText = 1'000;

QString keyText(const domain::KeyFacts &key)
{
    const QString name = singleLine(key.algorithmName, longestText);
    return key.bits > 0 ? u"%1 %2"_qs.arg(name).arg(key.bits) : name;
}

QString certificateText(const domain::Certificate &certificate, int column)
{
    switch (column) {
    case Model::ServicesColumn:
        return certificate.services ? domain::displayText(*certificate.services) : QString();
    case Model::FriendlyNameColumn:
        return singleLine(certificate.friendlyName, longestText);
    case Model::SubjectColumn:
        return singleLine(certificate.facts.subject, longestText);
    case Model::IssuerColumn:
        return singleLine(certificate.facts.issuer, longestText);
    case Model::ThumbprintColumn:
        return certificate.facts.thumbprint.toString();
    case Model::KeyColumn:
        return keyText(certificate.facts.key);
    case Model::SignatureColumn:
        return singleLine(certificate.facts.signatureAlgorithm, longestText);
    default:
        return {};
    }
}

QString text(const OrganisationRow &row, int column)
{
    if (column == Model::NameColumn)
        return row.name;
    if (row.kind == RowKind::Server && row.entry != nullptr && column == Model::VersionColumn)
        return row.entry->server.version.displayText();
    if (row.kind == RowKind::Certificate && row.certificate != nullptr)
        return certificateText(*row.certificate, column);
    if (row.kind == RowKind::AuthSlot && column == Model::ThumbprintColumn)
        return row.thumbprint.toString();
    return {};
}

QVariant sortValue(const OrganisationRow &row, int column)
{
    switch (column) {
    case Model::NameColumn:
        return row.sortName;
    case Model::ExpiresColumn:
    case Model::ExpiryDateColumn: // what has no date sorts behind all that has one
        return row.notAfterUtc.isValid() ? row.notAfterUtc.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
    case Model::RolesColumn: {
        qint64 rank = 0; // more, and weightier, roles first
        for (const Badge &badge : row.badges)
            rank |= qint64(1) << (32 - static_cast<int>(badge.kind));
        return -rank;
    }
    case Model::VersionColumn:
        return row.entry == nullptr ? QString() : naturalSortText(row.entry->server.version.number.toString());
    default:
        return naturalSortText(text(row, column));
    }
}

QVariant identity(const OrganisationRow &row)
{
    switch (row.kind) {
    case RowKind::Certificate:
        return QVariant::fromValue(domain::CertificateId{row.server, row.thumbprint});
    case RowKind::AuthSlot:
        return row.certificate == nullptr ? QVariant() : QVariant::fromValue(row.certificate->id());
    case RowKind::Server:
        return QVariant::fromValue(row.server);
    case RowKind::Organisation:
    case RowKind::AuthConfiguration:
    case RowKind::Group:
    case RowKind::UnreadableCertificate:
    case RowKind::Problem:
        break;
    }
    return {};
}

} // namespace

QVariant OrganisationTreeModel::cell(const OrganisationRow &row, int column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case SortRole:
        return sortValue(row, column);
    case IdRole:
        return identity(row);
    case KindRole:
        return QVariant::fromValue(row.kind);
    case SeverityRole:
        return column == ExpiresColumn ? QVariant::fromValue(row.severity) : QVariant();
    case BadgesRole:
        return column == RolesColumn ? QVariant::fromValue(row.badges) : QVariant();
    case FilterTextRole:
        return QString::fromUtf8(row.filterText);
    default:
        return {};
    }
}

QVariant OrganisationTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        //: column: what a certificate or server is called
        return tr("Name");
    case ExpiresColumn:
        //: column: remaining life ("in 12 days")
        return tr("Expires");
    case ServicesColumn:
        //: column: Exchange services (IMAP, SMTP …)
        return tr("Services");
    case RolesColumn:
        //: column: what a certificate is used for
        return tr("Roles");
    case ExpiryDateColumn:
        //: column: the exact date
        return tr("Expiry date");
    case FriendlyNameColumn:
        //: column
        return tr("Friendly name");
    case SubjectColumn:
        //: column: subject of a certificate
        return tr("Subject");
    case IssuerColumn:
        //: column: issuer of a certificate
        return tr("Issuer");
    case ThumbprintColumn:
        //: column
        return tr("Thumbprint");
    case KeyColumn:
        //: column: algorithm and size of the key ("RSA 2048")
        return tr("Key");
    case SignatureColumn:
        //: column
        return tr("Signature algorithm");
    case VersionColumn:
        //: column: Exchange version of a server
        return tr("Server version");
    default:
        return {};
    }
}

void OrganisationTreeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace kakuin::models
