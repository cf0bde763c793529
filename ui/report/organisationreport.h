// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/evaluation.h"

#include <QtGui/QFont>

namespace kakuin::ui {

class PageWriter;

/// Inventory, findings and timeline of an organisation, in the language that is in use.
/// Shape:   a value that holds all it needs; each form is made whole. CSV and JSON as docs/data.md, CSV with titles in
///          the language of the windows.
/// Cost:    linear; some seconds for 100,000 certificates.
/// Threads: any, except that the language must not change meanwhile.
class OrganisationReport final {
public:
    enum class Form { Html, Pdf, Csv, Json };

    /// What is found, and how lives are coloured, is by the policy.
    OrganisationReport(
        domain::InventoryPtr inventory, const advice::Policy &policy, const QDateTime &nowUtc, const QFont &font);

    [[nodiscard]] QByteArray bytes(Form form) const;
    [[nodiscard]] QString html() const { return page(false); }
    [[nodiscard]] QString title() const;
    /// By the ending of a path; HTML for any that is not known.
    [[nodiscard]] static Form formOf(const QString &path);

private:
    [[nodiscard]] QString page(bool isForPrint) const;
    void addSummary(PageWriter &page) const;
    void addFindings(PageWriter &page) const;
    void addInventory(PageWriter &page) const;
    void addTimeline(PageWriter &page, bool isForPrint) const;
    [[nodiscard]] QByteArray csv() const;
    [[nodiscard]] QByteArray json() const;

    domain::InventoryPtr m_inventory;
    QDateTime m_nowUtc;
    findings::Evaluation m_evaluation; ///< nothing is muted on paper
    QList<findings::Finding> m_found;
    QFont m_font;
};

} // namespace kakuin::ui
