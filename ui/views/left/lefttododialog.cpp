// SPDX-License-Identifier: MIT
#include "ui/views/left/lefttododialog.h"

#include "text/lefttext.h"
#include "ui/views/left/lefttodopanel.h"
#include "ui/widgets/screenroom.h"
#include "ui_lefttododialog.h"

namespace kakuin::ui {
namespace {

constexpr QSize leftToDoSize(760, 560);

} // namespace

LeftToDoDialog::LeftToDoDialog(session::Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_form(std::make_unique<Ui::LeftToDoDialog>())
    , m_panel(new LeftToDoPanel(workspace, this))
{
    m_form->setupUi(this);
    setObjectName(QStringLiteral("leftToDoDialog"));
    m_form->place->addWidget(m_panel);
    m_form->column->setStretch(m_form->column->indexOf(m_form->place), 1);
    setTabOrder(m_form->leftRefreshButton, m_form->leftCloseButton);
    connect(m_panel, &LeftToDoPanel::changed, this, [this] {
        m_isRead = true;
        retranslate();
    });
    connect(m_panel, &LeftToDoPanel::taskRequested, this, &LeftToDoDialog::taskRequested);
    connect(m_form->leftRefreshButton, &QPushButton::clicked, this, [this] {
        if (session::Session *session = m_workspace.session()) [[maybe_unused]]
            const auto refresh = session->refresh();
    });
    connect(m_form->leftCloseButton, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_workspace, &session::Workspace::sessionAboutToChange, this, &QDialog::reject);
    resizeOnScreen(*this, leftToDoSize);
    retranslate();
    m_panel->showOperation(0);
}

LeftToDoDialog::~LeftToDoDialog() = default;

void LeftToDoDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_form->retranslateUi(this);
        retranslate();
    }
}

void LeftToDoDialog::retranslate()
{
    const bool isEmpty = m_panel->isEmpty();
    m_panel->setVisible(!isEmpty);
    QString text = LeftText::summary(m_panel->left());
    if (text.isEmpty() && m_panel->left().items.isEmpty())
        text = tr(
            "Nothing is left to do. What an operation leaves, for example a server that lacks a new certificate or "
            "a service to restart, is listed here until it is done.");
    else if (text.isEmpty())
        text = tr("Nothing can be done now.");
    m_form->leftSummaryLabel->setPlainText(text);
    m_form->leftSummaryLabel->setVisible(m_isRead && (isEmpty || !m_panel->left().items.isEmpty()));
}

} // namespace kakuin::ui
