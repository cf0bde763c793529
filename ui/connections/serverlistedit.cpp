// SPDX-License-Identifier: MIT
#include "ui/connections/serverlistedit.h"

#include "core/connection/serverlist.h"
#include "ui/decoration/theme.h"

#include <QtCore/QMimeData>
#include <QtCore/QUrl>
#include <QtGui/QDropEvent>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

namespace kakuin::ui {
namespace {

constexpr int shownLines = 3;

// The one file that is dragged, if it is one
QString fileOf(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

ServerListEdit::ServerListEdit(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QPlainTextEdit(this))
    , m_import(new QToolButton(this))
{
    m_lines->setObjectName(QStringLiteral("furtherEdit"));
    m_lines->setTabChangesFocus(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    const int frame = 2 * m_lines->frameWidth() + static_cast<int>(2 * m_lines->document()->documentMargin());
    m_lines->setFixedHeight(shownLines * m_lines->fontMetrics().lineSpacing() + frame);
    m_lines->viewport()->installEventFilter(this);
    m_import->setObjectName(QStringLiteral("importServersButton"));
    setFocusProxy(m_lines);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(metric::related);
    row->addWidget(m_lines, 1);
    row->addWidget(m_import, 0, Qt::AlignTop);
    connect(m_lines, &QPlainTextEdit::textChanged, this, &ServerListEdit::edited);
    connect(m_import, &QToolButton::clicked, this, &ServerListEdit::browse);
    retranslate();
}

void ServerListEdit::setServers(const QStringList &servers)
{
    m_lines->setPlainText(servers.join(u'\n'));
}

QStringList ServerListEdit::servers() const
{
    QStringList servers;
    const QStringList lines = m_lines->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        if (const QString server = line.trimmed(); !server.isEmpty())
            servers.append(server);
    }
    return servers;
}

void ServerListEdit::setPlaceholder(const QString &text)
{
    m_lines->setPlaceholderText(text);
}

void ServerListEdit::importFrom(const QString &path)
{
    const Result<QStringList> read = connection::serverListFromFile(path);
    if (!read) {
        Q_EMIT importFailed(read.error());
        return;
    }
    QStringList all = servers();
    for (const QString &server : *read) {
        if (!all.contains(server, Qt::CaseInsensitive))
            all.append(server);
    }
    setServers(all);
}

void ServerListEdit::browse()
{
    auto *dialog = new QFileDialog(this, QString(), QString(), tr("Lists of servers (*.txt *.csv);;All files (*)"));
    dialog->setObjectName(QStringLiteral("serverListDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ServerListEdit::importFrom);
    dialog->open();
}

// A file that is dropped is read; its path would be no name of a server
bool ServerListEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Drop && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove)
        return QWidget::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QString file = fileOf(drop->mimeData());
    if (file.isEmpty())
        return QWidget::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop)
        importFrom(file);
    return true;
}

void ServerListEdit::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ServerListEdit::retranslate()
{
    m_import->setText(tr("Import…"));
    m_import->setAccessibleName(tr("Import a list of servers"));
    m_lines->setAccessibleName(tr("Servers, one a line"));
}

} // namespace kakuin::ui
