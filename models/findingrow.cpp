// SPDX-License-Identifier: MIT
#include "models/findingrow.h"

#include <QtCore/QHash>

#include <algorithm>

namespace kakuin::models {

using findings::Subject;

namespace {

/// Where certificates are, for findings that concern one of the organisation: any server that has it will do.
class Places final {
public:
    explicit Places(const domain::Inventory &inventory)
        : m_inventory(inventory)
    {
        for (const domain::ServerEntry &entry : inventory.servers)
            m_entries.insert(entry.server.id, &entry);
    }
    [[nodiscard]] const domain::Certificate *find(const Subject &subject) const
    {
        if (subject.kind != Subject::Kind::Certificate)
            return nullptr;
        if (!subject.server.isEmpty()) {
            const domain::ServerEntry *entry = m_entries.value(subject.server);
            return entry == nullptr ? nullptr : entry->find(subject.thumbprint);
        }
        for (const domain::ServerEntry &entry : m_inventory.servers) {
            if (const domain::Certificate *found = entry.find(subject.thumbprint))
                return found;
        }
        return nullptr;
    }

private:
    const domain::Inventory &m_inventory;
    QHash<domain::ServerId, const domain::ServerEntry *> m_entries;
};

} // namespace

bool precedes(const FindingRow &a, const FindingRow &b)
{
    return a.place == b.place ? a.key < b.key : a.place < b.place;
}

QList<FindingRowPtr> buildFindingRows(const findings::Evaluation &evaluation, const FindingWordSource &words)
{
    const Places places(*evaluation.inventory());
    const QList<findings::Finding> &found = evaluation.findings();
    const QStringList keys = findings::keysOf(found);
    QList<FindingRowPtr> rows;
    rows.reserve(found.size());
    for (qsizetype i = 0; i < found.size(); ++i) {
        const findings::Finding &finding = found.at(i);
        FindingRow row;
        row.key = keys.at(i);
        const domain::Certificate *certificate = places.find(finding.subject);
        if (certificate != nullptr)
            row.certificate = certificate->id();
        row.server = finding.subject.server;
        row.place = findings::placeOf(finding);
        row.title = words.title(finding.code);
        row.subject = words.subject(finding.subject, certificate);
        row.folded = (row.title + u'\n' + row.subject + u'\n' + finding.subject.thumbprint.toString() + u'\n'
            + findings::codeName(finding.code))
                         .toCaseFolded();
        row.finding = finding;
        rows.append(std::make_shared<const FindingRow>(std::move(row)));
    }
    std::sort(
        rows.begin(), rows.end(), [](const FindingRowPtr &a, const FindingRowPtr &b) { return precedes(*a, *b); });
    return rows;
}

QList<FindingRowPtr> withOldRows(QList<FindingRowPtr> rows, const QList<FindingRowPtr> &old)
{
    qsizetype at = 0; // both are in the same order
    for (FindingRowPtr &row : rows) {
        while (at < old.size() && precedes(*old.at(at), *row))
            ++at;
        if (at < old.size() && *old.at(at) == *row)
            row = old.at(at);
    }
    return rows;
}

} // namespace kakuin::models
