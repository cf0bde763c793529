// SPDX-License-Identifier: MIT
#pragma once

#include "models/organisationtreemodel.h"

namespace kakuin::testkit {

/// One row as a line: kind, name, days left, severity, services, badges, what needs attention below.
inline QString rowText(const models::OrganisationRow &row)
{
    static const QStringList kinds{QStringLiteral("organisation"), QStringLiteral("auth"), QStringLiteral("slot"),
        QStringLiteral("group"), QStringLiteral("server"), QStringLiteral("certificate"), QStringLiteral("unreadable"),
        QStringLiteral("problem")};
    static const QStringList severities{QStringLiteral("not-known"), QStringLiteral("ok"),
        QStringLiteral("information"), QStringLiteral("soon"), QStringLiteral("urgent"), QStringLiteral("expired")};
    QStringList parts{kinds.at(static_cast<int>(row.kind))};
    if (!row.name.isEmpty())
        parts << u'"' + row.name + u'"';
    if (row.expiry.band != domain::ExpiryBand::Unknown)
        parts << QString::number(row.expiry.left.count()) + u'd' << severities.at(static_cast<int>(row.severity));
    if (row.certificate != nullptr && row.certificate->services)
        parts << u'[' + domain::displayText(*row.certificate->services) + u']';
    for (const models::Badge &badge : row.badges)
        parts << u'#' + QString::number(static_cast<int>(badge.kind))
                + (badge.severity == models::Severity::NotKnown ? QString() : QStringLiteral("!"));
    if (row.attentionCount > 0)
        parts << u'(' + QString::number(row.attentionCount) + u')';
    if (row.error)
        parts << QStringLiteral("error %1").arg(static_cast<int>(row.error->code));
    return parts.join(u' ');
}

/// The model as indented text, one line a row.
template <class Model>
QString treeText(const Model &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int i = 0; i < model.rowCount(parent); ++i) {
        const QModelIndex index = model.index(i, 0, parent);
        text += QString(2 * depth, u' ') + rowText(Model::row(index)) + u'\n';
        text += treeText(model, index, depth + 1);
    }
    return text;
}

/// The names of the certificates that a model shows, in order.
template <class Model>
QStringList certificateNames(const Model &model, const QModelIndex &parent = {})
{
    QStringList names;
    for (int i = 0; i < model.rowCount(parent); ++i) {
        const QModelIndex index = model.index(i, 0, parent);
        if (Model::row(index).kind == models::OrganisationRow::Kind::Certificate)
            names << Model::row(index).name;
        names << certificateNames(model, index);
    }
    return names;
}

} // namespace kakuin::testkit
