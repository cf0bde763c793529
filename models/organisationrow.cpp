// SPDX-License-Identifier: MIT
#include "models/organisationrow.h"

namespace kakuin::models {
namespace {

// Groups are told apart by their text, everything else by what it is about.
QString groupText(const OrganisationRow &row)
{
    return row.kind == OrganisationRow::Kind::Group ? row.name : QString();
}

bool haveSameFacts(const domain::Certificate *a, const domain::Certificate *b)
{
    if (a == nullptr || b == nullptr)
        return a == b;
    return *a == *b;
}

bool haveSameServer(const domain::ServerEntry *a, const domain::ServerEntry *b)
{
    if (a == nullptr || b == nullptr)
        return a == b;
    const bool isAsOld = a->readUtc == b->readUtc || (a->reading.isFresh() && b->reading.isFresh());
    return a->server == b->server && a->reading == b->reading && isAsOld;
}

} // namespace

bool OrganisationRow::isSameThing(const OrganisationRow &other) const
{
    return kind == other.kind && slot == other.slot && ordinal == other.ordinal && thumbprint == other.thumbprint
        && server == other.server && groupText(*this) == groupText(other);
}

size_t OrganisationRow::identityHash() const
{
    return qHashMulti(0, static_cast<int>(kind), static_cast<int>(slot), ordinal, thumbprint, server, groupText(*this));
}

bool OrganisationRow::looksLike(const OrganisationRow &other) const
{
    return name == other.name && error == other.error && notAfterUtc == other.notAfterUtc
        && effectiveUtc == other.effectiveUtc && badges == other.badges && expiry == other.expiry
        && severity == other.severity && attentionCount == other.attentionCount && haveSameServer(entry, other.entry)
        && ((certificate != nullptr && certificate == other.sameAs) || haveSameFacts(certificate, other.certificate));
}

QString naturalSortText(const QString &text)
{
    constexpr qsizetype places = 10;
    const QString folded = text.toCaseFolded();
    QString out;
    out.reserve(folded.size() + places);
    for (qsizetype i = 0; i < folded.size();) {
        if (!folded.at(i).isDigit()) {
            out += folded.at(i++);
            continue;
        }
        qsizetype end = i;
        while (end < folded.size() && folded.at(end).isDigit())
            ++end;
        out += QString(qMax(qsizetype(0), places - (end - i)), u'0');
        out += QStringView(folded).mid(i, end - i);
        i = end;
    }
    return out;
}

} // namespace kakuin::models
