// SPDX-License-Identifier: MIT
#include "ui/dialogs/practicedialog.h"

#include "core/base/whendone.h"
#include "text/errortext.h"
#include "ui/decoration/theme.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr int practiceDialogWidth = 560;

} // namespace

PracticeDialog::PracticeDialog(session::Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_group(new QButtonGroup(this))
    , m_title(new WrapLabel(this, WrapLabel::Look::Heading))
    , m_kept(new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted))
    , m_message(new MessageBar(this))
    , m_create(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("practiceDialog"));
    setWindowModality(Qt::WindowModal);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addSpacing(metric::related);
    for (const lab::Preset preset : lab::allPresets()) {
        auto *button = new QRadioButton(this);
        button->setObjectName(lab::presetName(preset) + QStringLiteral("Radio"));
        auto *text = new WrapLabel(this, WrapLabel::Look::Secondary, Tone::Muted);
        text->setContentsMargins(24, 0, 0, metric::related);
        m_group->addButton(button, static_cast<int>(preset));
        m_choices.append({preset, button, text});
        layout->addWidget(button);
        layout->addWidget(text);
    }
    m_choices.first().button->setChecked(true);
    layout->addWidget(m_kept);
    layout->addWidget(m_message);
    layout->addSpacing(metric::related);
    layout->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metric::related);
    buttons->addStretch(1);
    m_message->setObjectName(QStringLiteral("practiceMessageBar"));
    m_create->setObjectName(QStringLiteral("createButton"));
    m_create->setDefault(true);
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setAutoDefault(false);
    buttons->addWidget(m_create);
    buttons->addWidget(m_cancel);
    layout->addLayout(buttons);
    m_busy = new BusyOverlay(this);
    m_busy->setObjectName(QStringLiteral("createOverlay"));
    connect(m_create, &QPushButton::clicked, this, &PracticeDialog::create);
    connect(m_cancel, &QPushButton::clicked, this, &PracticeDialog::reject);
    connect(m_busy, &BusyOverlay::cancelRequested, &m_workspace, &session::Workspace::cancelOpening);
    connect(&m_workspace, &session::Workspace::openProgressed, this, [this](int permille) {
        if (m_busy->isBusy())
            m_busy->setProgress(qMax(permille, 0), permille < 0 ? 0 : 1000);
    });
    retranslate();
    resizeOnScreen(*this, {practiceDialogWidth, layout->totalHeightForWidth(practiceDialogWidth)});
}

void PracticeDialog::create()
{
    if (m_busy->isBusy())
        return;
    m_message->clear();
    m_busy->start(tr("The practice organisation is being made…"));
    const auto preset = static_cast<lab::Preset>(m_group->checkedId());
    whenDone(m_workspace.createPractice(preset), this, [this](const Result<session::Session *> &opened) {
        m_busy->stop();
        if (opened)
            accept();
        else if (opened.error().code != ErrorCode::Cancelled)
            m_message->setMessage(models::Severity::Expired, ErrorText::full(opened.error()));
    });
}

void PracticeDialog::reject()
{
    if (m_busy->isBusy())
        m_workspace.cancelOpening();
    else
        QDialog::reject();
}

QString PracticeDialog::name(lab::Preset preset)
{
    switch (preset) {
    case lab::Preset::Contoso2013:
        return tr("Contoso 2013");
    case lab::Preset::Small:
        //: size of an organisation
        return tr("Small");
    case lab::Preset::Medium:
        //: size of an organisation
        return tr("Medium");
    case lab::Preset::Large:
        //: size of an organisation
        return tr("Large");
    case lab::Preset::Huge:
        //: size of an organisation
        return tr("Huge");
    }
    return {};
}

QString PracticeDialog::note(lab::Preset preset)
{
    const int servers = lab::serverCount(preset);
    switch (preset) {
    case lab::Preset::Contoso2013:
        return tr("%n Exchange 2013 servers, Mailbox and Client Access. Every procedure has something to do.", nullptr,
            servers);
    case lab::Preset::Small:
        return tr("%n servers, one site.", nullptr, servers);
    case lab::Preset::Medium:
        return tr("%n servers, two sites, a database availability group, Edge, hybrid.", nullptr, servers);
    case lab::Preset::Large:
        return tr("%n servers, several versions and sites; some are not reachable.", nullptr, servers);
    case lab::Preset::Huge:
        return tr("%n servers, some two thousand certificates.", nullptr, servers);
    }
    return {};
}

void PracticeDialog::retranslate()
{
    setWindowTitle(tr("New practice organisation"));
    m_title->setPlainText(tr("New practice organisation"));
    for (const Choice &choice : m_choices) {
        choice.button->setText(name(choice.preset));
        choice.note->setPlainText(note(choice.preset));
        choice.button->setAccessibleDescription(choice.note->text());
    }
    m_kept->setPlainText(
        tr("Its keys and certificates are real, but nothing leaves this computer. The present practice organisation "
           "stays on disk as a file of its own."));
    m_create->setText(tr("Create"));
    m_cancel->setText(tr("Cancel"));
}

void PracticeDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace kakuin::ui
