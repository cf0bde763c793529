// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSettings>
#include <QtCore/QString>

namespace kakuin::ui {

/// What windows remember between two starts: geometry, columns, splitters, choices of the View menu.
/// Shape:   named blobs and words under the group "layout"; nothing that concerns an organisation, and never a secret.
/// Errors:  what is missing or of another type reads as the fallback.
/// Threads: the GUI thread. The settings must outlive the store.
class LayoutStore final {
public:
    explicit LayoutStore(QSettings &settings);

    [[nodiscard]] QByteArray blob(const QString &name) const;
    void setBlob(const QString &name, const QByteArray &value);
    [[nodiscard]] QString word(const QString &name, const QString &fallback = {}) const;
    void setWord(const QString &name, const QString &value);

private:
    QSettings &m_settings;
};

} // namespace kakuin::ui
