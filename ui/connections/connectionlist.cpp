// SPDX-License-Identifier: MIT
#include "ui/connections/connectionlist.h"

#include "core/base/untrustedtext.h"
#include "ui/decoration/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

namespace kakuin::ui {

using connection::ConnectionProfile;

namespace {

constexpr int listWidth = 220;

} // namespace

ConnectionList::ConnectionList(connection::ConnectionFile file, QWidget *parent)
    : QWidget(parent)
    , m_file(std::move(file))
    , m_list(new QListWidget(this))
    , m_new(new QPushButton(this))
    , m_remove(new QPushButton(this))
{
    setFixedWidth(listWidth);
    m_list->setObjectName(QStringLiteral("connectionList"));
    m_new->setObjectName(QStringLiteral("newButton"));
    m_new->setAutoDefault(false);
    m_remove->setObjectName(QStringLiteral("removeButton"));
    m_remove->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metric::related);
    column->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addWidget(m_new);
    buttons->addWidget(m_remove);
    column->addLayout(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectionList::select);
    connect(m_list, &QListWidget::itemActivated, this, &ConnectionList::activated);
    connect(m_new, &QPushButton::clicked, this, &ConnectionList::add);
    connect(m_remove, &QPushButton::clicked, this, &ConnectionList::removeCurrent);
    retranslate();
}

Result<void> ConnectionList::load()
{
    auto loaded = m_file.load();
    m_isStorable = loaded.has_value();
    m_profiles = loaded.value_or(QList<ConnectionProfile>());
    if (m_profiles.isEmpty())
        m_profiles.append(ConnectionProfile());
    fill();
    m_list->setCurrentRow(0);
    return m_isStorable ? Result<void>() : Result<void>(tl::unexpected<Error>(loaded.error()));
}

Result<void> ConnectionList::store() const
{
    if (!m_isStorable)
        return fail(ErrorCode::StorageDamaged, m_file.path());
    QList<ConnectionProfile> named = m_profiles;
    named.removeIf([](const ConnectionProfile &profile) { return profile.name.isEmpty(); });
    return m_file.save(named);
}

void ConnectionList::setCurrent(ConnectionProfile profile)
{
    if (profile.name.isEmpty())
        profile.name = connection::peerName(profile);
    if (!profile.name.isEmpty())
        profile.name = freeName(profile.name);
    m_profiles[m_row] = profile;
    fill();
}

QString ConnectionList::freeName(const QString &wanted) const
{
    const auto isTaken = [&](const QString &name) {
        for (int i = 0; i < m_profiles.size(); ++i) {
            if (i != m_row && m_profiles.at(i).name.compare(name, Qt::CaseInsensitive) == 0)
                return true;
        }
        return false;
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    return name;
}

bool ConnectionList::choose(const QString &name)
{
    const auto it = std::find_if(m_profiles.begin(), m_profiles.end(),
        [&name](const ConnectionProfile &profile) { return profile.name.compare(name, Qt::CaseInsensitive) == 0; });
    if (it == m_profiles.end())
        return false;
    m_row = static_cast<int>(it - m_profiles.begin());
    fill();
    Q_EMIT currentChanged();
    return true;
}

void ConnectionList::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ConnectionProfile &profile : std::as_const(m_profiles))
        m_list->addItem(profile.name.isEmpty() ? tr("New connection") : singleLine(profile.name));
    m_list->setCurrentRow(m_row);
}

void ConnectionList::select(int row)
{
    if (row == m_row || row < 0)
        return;
    if (m_row >= 0)
        Q_EMIT currentChanging();
    m_row = row;
    fill();
    Q_EMIT currentChanged();
}

void ConnectionList::add()
{
    m_profiles.append(ConnectionProfile());
    fill();
    m_list->setCurrentRow(static_cast<int>(m_profiles.size()) - 1);
}

void ConnectionList::removeCurrent()
{
    m_removed = m_profiles.takeAt(m_row);
    const int next = qMin(m_row, static_cast<int>(m_profiles.size()) - 1);
    if (m_profiles.isEmpty())
        m_profiles.append(ConnectionProfile());
    m_row = -1;
    fill();
    m_list->setCurrentRow(qMax(next, 0));
    Q_EMIT removed(m_removed->name);
}

void ConnectionList::undoRemoval()
{
    if (!m_removed)
        return;
    m_profiles.append(*std::exchange(m_removed, std::nullopt));
    fill();
    m_list->setCurrentRow(static_cast<int>(m_profiles.size()) - 1);
}

void ConnectionList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConnectionList::retranslate()
{
    m_list->setAccessibleName(tr("Connections"));
    m_new->setText(tr("Ne&w"));
    m_remove->setText(tr("&Remove"));
    fill();
}

} // namespace kakuin::ui
