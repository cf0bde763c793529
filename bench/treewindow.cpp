// SPDX-License-Identifier: MIT
#include "bench/treewindow.h"

#include "bench/eventturn.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::bench {

TreeWindow::TreeWindow()
    : m_rows(m_model)
    , m_filter(new QLineEdit(this))
    , m_view(new ui::OrganisationView(m_rows, this))
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    resize(1240, 760);
    connect(m_filter, &QLineEdit::textChanged, &m_rows, &models::OrganisationFilterProxy::setText);
    connect(&m_rows, &models::OrganisationFilterProxy::resynced, this, [this] {
        m_isWorkedOut = true;
        m_isPainted = false;
        update(); // also where the rows look as before: the paint is what is waited for
    });
}

void TreeWindow::press(Qt::Key key, const QString &text)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(m_filter, &event);
    }
}

void TreeWindow::expectChange()
{
    m_isWorkedOut = false;
    m_isPainted = false;
}

bool TreeWindow::settle()
{
    return turnUntil([this] { return m_isWorkedOut && m_isPainted; });
}

bool TreeWindow::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    // children are painted inside it, so the whole window is up to date behind it
    if (event->type() == QEvent::UpdateRequest)
        m_isPainted = true;
    return isHandled;
}

} // namespace kakuin::bench
