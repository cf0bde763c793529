// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/certificate.h"
#include "models/severity.h"

#include <QtWidgets/QWidget>

#include <optional>

class QVBoxLayout;

namespace kakuin::ui {

class SheetRow;

/// One line or paragraph of a sheet, as data.
struct SheetBlock final {
    enum class Kind {
        Title, ///< the name of what the sheet is about
        Subtitle,
        Heading,
        Item, ///< a sentence behind a bullet or mark, its evidence beneath
        Fact, ///< a name and its value
    };
    Kind kind = Kind::Item;
    QString text; ///< for a fact: its name
    QString detail; ///< evidence, or the fact's value
    std::optional<models::Severity> mark; ///< in place of the bullet
    domain::CertificateId target = {}; ///< of an item: the certificate that it is about and leads to; null: nowhere

    [[nodiscard]] static SheetBlock title(const QString &text) { return {Kind::Title, text, {}, {}}; }
    [[nodiscard]] static SheetBlock subtitle(const QString &text) { return {Kind::Subtitle, text, {}, {}}; }
    [[nodiscard]] static SheetBlock heading(const QString &text) { return {Kind::Heading, text, {}, {}}; }
    [[nodiscard]] static SheetBlock item(const QString &text, const QString &evidence = {})
    {
        return {Kind::Item, text, evidence, {}};
    }
    [[nodiscard]] static SheetBlock marked(models::Severity severity, const QString &text, const QString &evidence = {})
    {
        return {Kind::Item, text, evidence, severity};
    }
    [[nodiscard]] static SheetBlock fact(const QString &name, const QString &value)
    {
        return {Kind::Fact, name, value, {}};
    }
    [[nodiscard]] SheetBlock leadingTo(const domain::CertificateId &id) const
    {
        SheetBlock block = *this;
        block.target = id;
        return block;
    }
    friend bool operator==(const SheetBlock &, const SheetBlock &) = default;
};

/// Shows blocks beneath each other; plain text, can be selected.
/// Shape:  setBlocks() changes what differs and keeps the widgets of the rest, so that scrolling stays where it was.
class FactSheet final : public QWidget {
    Q_OBJECT
public:
    explicit FactSheet(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(FactSheet)

    void setBlocks(const QList<SheetBlock> &blocks);
    [[nodiscard]] const QList<SheetBlock> &blocks() const { return m_blocks; }
    /// What it shows, for copying and tests.
    [[nodiscard]] QString toText() const;

Q_SIGNALS:
    void certificateRequested(const kakuin::domain::CertificateId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void alignFacts();

    QVBoxLayout *m_column = nullptr;
    QList<SheetBlock> m_blocks;
    QList<SheetRow *> m_rows; ///< one a block
};

} // namespace kakuin::ui
