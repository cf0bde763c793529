// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSettings>
#include <QtCore/QStringList>

namespace kakuin::ui {

/// An organisation that was opened before.
struct RecentPlace final {
    enum class Kind { Practice, Connection, Exported };
    Kind kind = Kind::Practice;
    QString name = {}; ///< Connection: what the person calls it
    QStringList paths = {}; ///< Exported: what was opened

    friend bool operator==(const RecentPlace &, const RecentPlace &) = default;
};

/// What was opened, newest first, each once, for all windows of the program.
/// Shape:   in the settings, group "recent"; names and paths only. What cannot be read there is left out.
/// Threads: the GUI thread. The settings must outlive the list.
class RecentPlaces final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype most = 8;

    explicit RecentPlaces(QSettings &settings, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RecentPlaces)

    [[nodiscard]] const QList<RecentPlace> &places() const { return m_places; }
    /// As a person calls it.
    [[nodiscard]] static QString textOf(const RecentPlace &place);
    void note(const RecentPlace &place);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void store();

    QSettings &m_settings;
    QList<RecentPlace> m_places;
};

} // namespace kakuin::ui
