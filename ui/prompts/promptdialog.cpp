// SPDX-License-Identifier: MIT
#include "ui/prompts/promptdialog.h"

#include "core/base/untrustedtext.h"
#include "ui/decoration/theme.h"
#include "ui/prompts/certificatecard.h"
#include "ui/prompts/choicecard.h"
#include "ui/prompts/prompttext.h"
#include "ui/text/plantext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtGui/QCloseEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

using shell::Confirmation;

constexpr int promptWidth = 720;
constexpr qsizetype longestQuestion = 20'000;

WrapLabel *label(QWidget *parent, const QString &name, WrapLabel::Look look, Tone tone = Tone::Plain)
{
    auto *made = new WrapLabel(parent, look, tone);
    made->setObjectName(name);
    return made;
}

QPushButton *quietButton(QWidget *parent, const QString &name)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    // no default button anywhere in this dialog: Enter alone must answer nothing
    button->setAutoDefault(false);
    button->setDefault(false);
    return button;
}

bool isToAll(const std::optional<Confirmation> &confirmation)
{
    return confirmation == Confirmation::YesToAll || confirmation == Confirmation::NoToAll;
}

} // namespace

PromptDialog::PromptDialog(shell::Prompt prompt, PromptContext context, QWidget *parent)
    : QDialog(parent)
    , m_prompt(std::move(prompt))
    , m_context(std::move(context))
{
    setObjectName(QStringLiteral("promptDialog"));
    setWindowModality(Qt::WindowModal);
    build();
    retranslate();
    fitHeight();
}

PromptDialog::~PromptDialog()
{
    if (!m_isAnswered) {
        m_isAnswered = true;
        Q_EMIT answered(shell::PromptAnswer::stop());
    }
}

bool PromptDialog::isKnown() const
{
    return m_context.kind != shell::PromptKind::Unknown;
}

bool PromptDialog::isRecommended(int choice) const
{
    return isKnown() && m_context.expected && m_context.expected->kind == m_context.kind
        && m_prompt.indexOf(m_context.expected->recommended) == choice;
}

void PromptDialog::fitHeight()
{
    // every answer in view without scrolling, as far as the screen allows
    const auto *scroll = findChild<ScrollColumn *>(QStringLiteral("questionScrollArea"));
    const int wanted = scroll->contentHeight(promptWidth) + layout()->sizeHint().height() - scroll->sizeHint().height();
    const QScreen *screen = parentWidget() != nullptr ? parentWidget()->screen() : QGuiApplication::primaryScreen();
    const QSize largest = screen != nullptr ? screen->availableSize() * 0.95 : QSize(promptWidth, wanted);
    resize(std::min(promptWidth, largest.width()), std::min(wanted, largest.height()));
}

void PromptDialog::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    // long questions, large fonts and small screens scroll; the way out below stays in view
    auto *scroll = new ScrollColumn(this);
    scroll->setObjectName(QStringLiteral("questionScrollArea"));
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = scroll->content();
    auto *layout = scroll->column();
    layout->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::related);
    layout->setSpacing(metric::related + 4);
    m_title = label(content, QStringLiteral("titleLabel"), WrapLabel::Look::Heading);
    m_position = label(content, QStringLiteral("positionLabel"), WrapLabel::Look::Secondary, Tone::Muted);
    m_serverBlock = new QWidget(content);
    m_serverBlock->setAutoFillBackground(true);
    auto *block = new QHBoxLayout(m_serverBlock);
    block->setContentsMargins(0, 0, 12, 0);
    block->setSpacing(12);
    auto *bar = new QFrame(m_serverBlock);
    bar->setObjectName(QStringLiteral("serverBar"));
    bar->setFixedWidth(3);
    bar->setAutoFillBackground(true);
    m_serverText = label(m_serverBlock, QStringLiteral("serverTextLabel"), WrapLabel::Look::Body);
    m_serverText->setContentsMargins(0, 8, 0, 8);
    // it takes the focus when the dialog opens, and shows no caret
    m_serverText->setFocusPolicy(Qt::StrongFocus);
    block->addWidget(bar);
    block->addWidget(m_serverText, 1);
    m_meaning
        = label(content, QStringLiteral("meaningLabel"), isKnown() ? WrapLabel::Look::Strong : WrapLabel::Look::Body);
    layout->addWidget(m_title);
    layout->addWidget(m_position);
    layout->addWidget(m_serverBlock);
    layout->addWidget(m_meaning);
    buildCards(layout);
    buildChoices(layout);
    buildCoverage(layout);
    layout->addStretch(1);
    outer->addWidget(scroll, 1);
    buildStopPanel(outer);
}

void PromptDialog::buildCards(QVBoxLayout *layout)
{
    const qsizetype count = isKnown() ? m_prompt.thumbprints().size() : 0;
    if (count == 0)
        return;
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::related + 4);
    for (qsizetype i = 0; i < count; ++i) {
        auto *card = new CertificateCard(layout->parentWidget());
        card->setObjectName(i == 0 ? QStringLiteral("currentCertificateCard") : QStringLiteral("newCertificateCard"));
        m_cards.append(card);
        if (i == 1) {
            m_arrow = new QLabel(QString(QChar(0x2192)), layout->parentWidget());
            m_arrow->setFont(headingFont(font()));
            row->addWidget(m_arrow);
        }
        row->addWidget(card, 1);
    }
    layout->addLayout(row);
}

void PromptDialog::buildChoices(QVBoxLayout *layout)
{
    m_toAllMenu = new QMenu(this);
    m_toAllMenu->setObjectName(QStringLiteral("toAllMenu"));
    for (int i = 0; i < m_prompt.choices.size(); ++i) {
        if (isKnown() && isToAll(m_prompt.confirmationAt(i))) {
            m_choices.append(nullptr);
            QAction *action = m_toAllMenu->addAction(QString(), this, [this, i] { answer(i); });
            action->setObjectName(QStringLiteral("toAllAction%1").arg(i));
            action->setData(i);
            continue;
        }
        auto *card = new ChoiceCard(layout->parentWidget());
        card->setObjectName(QStringLiteral("choiceButton%1").arg(i));
        connect(card, &ChoiceCard::clicked, this, [this, i] { answer(i); });
        m_choices.append(card);
        layout->addWidget(card);
    }
}

void PromptDialog::buildCoverage(QVBoxLayout *layout)
{
    m_coverage
        = label(layout->parentWidget(), QStringLiteral("coverageLabel"), WrapLabel::Look::Secondary, Tone::Muted);
    m_coverage->setVisible(!m_toAllMenu->isEmpty());
    layout->addWidget(m_coverage);
}

void PromptDialog::buildStopPanel(QVBoxLayout *layout)
{
    m_stopBar = new MessageBar(this);
    m_stopBar->setObjectName(QStringLiteral("stopBar"));
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(metric::dialogMargin, metric::related, metric::dialogMargin, 0);
    bar->addWidget(m_stopBar);

    m_toAll = quietButton(this, QStringLiteral("toAllButton"));
    m_toAll->setMenu(m_toAllMenu);
    m_toAll->setVisible(!m_toAllMenu->isEmpty());
    m_toAll->setFocusPolicy(Qt::TabFocus);
    m_stop = quietButton(this, QStringLiteral("stopButton"));
    // in the place of the others while the bar asks: its text has the whole width
    m_back = quietButton(this, QStringLiteral("backToQuestionButton"));
    m_confirmStop = quietButton(this, QStringLiteral("confirmStopButton"));
    m_back->hide();
    m_confirmStop->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(metric::dialogMargin, metric::related, metric::dialogMargin, metric::dialogMargin);
    buttons->setSpacing(metric::related);
    buttons->addWidget(m_toAll);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_confirmStop);
    buttons->addWidget(m_stop);
    layout->addLayout(bar);
    layout->addLayout(buttons);

    connect(m_stop, &QPushButton::clicked, this, &PromptDialog::askToStop);
    connect(m_back, &QPushButton::clicked, this, &PromptDialog::keepAsking);
    connect(m_confirmStop, &QPushButton::clicked, this, &PromptDialog::stop);
}

void PromptDialog::retranslate()
{
    const QString title = PromptText::title(m_prompt);
    setWindowTitle(title);
    m_title->setPlainText(title);
    m_position->setPlainText(PromptText::position(m_prompt, m_context));
    m_position->setVisible(!m_position->text().isEmpty());
    QStringList words{multiLine(m_prompt.caption, longestQuestion), multiLine(m_prompt.message, longestQuestion)};
    words.removeAll(QString());
    m_serverText->setPlainText(words.join(u'\n'));
    m_serverText->setAccessibleName(tr("The server's words"));
    m_meaning->setPlainText(isKnown()
            ? tr("What the server means")
            : tr("Kakuin does not know this question. Read the server's words before you answer."));
    retranslateCards();
    retranslateChoices();
    m_toAll->setText(tr("Answer to all"));
    m_coverage->setPlainText(PromptText::coverage(m_prompt));
    m_stop->setText(tr("Stop here"));
    const bool isAsking = m_stopBar->isVisibleTo(this);
    m_stopBar->setMessage(models::Severity::Soon, PromptText::stopLeaves(m_prompt, m_context.kind));
    m_stopBar->setVisible(isAsking);
    m_back->setText(tr("Back to the question"));
    m_confirmStop->setText(tr("Stop now"));
    decorate();
}

void PromptDialog::retranslateCards()
{
    const QList<domain::Thumbprint> thumbprints = m_prompt.thumbprints();
    for (int i = 0; i < m_cards.size(); ++i) {
        CertificateCard *card = m_cards.at(i);
        const domain::Thumbprint thumbprint = thumbprints.at(i);
        const domain::Certificate *certificate = m_context.find(m_prompt.server, thumbprint);
        if (i == 0)
            //: caption over the certificate that is in use now
            card->setCaption(m_cards.size() > 1 ? tr("Now") : tr("This certificate"));
        else
            //: caption over the certificate that a command has just created or names
            card->setCaption(certificate == nullptr ? tr("New, just created") : tr("New"));
        if (certificate != nullptr) {
            card->setCertificate(*certificate, m_context.nowUtc);
        } else {
            const domain::Certificate *old = i == 0 ? nullptr : m_context.find(m_prompt.server, m_context.renewed);
            card->setThumbprint(thumbprint, old == nullptr ? QString() : old->displayName());
        }
        card->setNote(PromptText::cardNote(m_prompt, thumbprint, m_context));
    }
}

void PromptDialog::retranslateChoices()
{
    for (int i = 0; i < m_choices.size(); ++i) {
        ChoiceCard *card = m_choices.at(i);
        if (card == nullptr)
            continue;
        card->setTitle(PromptText::answer(m_prompt, i));
        QString consequence = PromptText::consequence(m_prompt, i, m_context);
        if (isRecommended(i))
            consequence += (consequence.isEmpty() ? QString() : QStringLiteral("\n"))
                + PlanText::reason(m_context.expected->reason);
        card->setConsequence(consequence);
        //: mark on the answer that Kakuin advises
        card->setRecommendation(isRecommended(i) ? tr("Recommended") : QString());
        //: mark on the answer that the server would take for Enter
        card->setRemark(i == m_prompt.defaultChoice ? tr("the server's default") : QString());
    }
    const QList<QAction *> actions = m_toAllMenu->actions();
    for (QAction *action : actions)
        action->setText(PromptText::answer(m_prompt, action->data().toInt()));
}

void PromptDialog::decorate()
{
    QPalette block = palette();
    block.setColor(QPalette::Window, palette().color(QPalette::AlternateBase));
    m_serverBlock->setPalette(block);
    if (auto *bar = m_serverBlock->findChild<QFrame *>(QStringLiteral("serverBar"))) {
        QPalette barPalette = palette();
        barPalette.setColor(QPalette::Window, colour(Tone::Muted, palette()));
        bar->setPalette(barPalette);
    }
}

void PromptDialog::answer(int choice)
{
    if (m_isAnswered)
        return;
    m_isAnswered = true;
    Q_EMIT answered(shell::PromptAnswer::choose(choice));
    QDialog::accept();
}

void PromptDialog::showStopBar(bool isAsking)
{
    m_stopBar->setVisible(isAsking);
    m_back->setVisible(isAsking);
    m_confirmStop->setVisible(isAsking);
    m_stop->setVisible(!isAsking);
    m_toAll->setVisible(!isAsking && !m_toAllMenu->isEmpty());
}

void PromptDialog::askToStop()
{
    showStopBar(true);
    m_back->setFocus();
}

void PromptDialog::keepAsking()
{
    showStopBar(false);
    m_serverText->setFocus();
}

void PromptDialog::withdraw()
{
    stop();
}

void PromptDialog::stop()
{
    if (m_isAnswered)
        return;
    m_isAnswered = true;
    Q_EMIT answered(shell::PromptAnswer::stop());
    QDialog::reject();
}

void PromptDialog::reject()
{
    if (m_isAnswered)
        QDialog::reject();
    else if (m_stopBar->isHidden())
        askToStop();
    else
        stop();
}

void PromptDialog::closeEvent(QCloseEvent *event)
{
    if (m_isAnswered) {
        event->accept();
        return;
    }
    event->ignore();
    reject();
}

void PromptDialog::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        fitHeight(); // again, now that the style has had its say
    QDialog::showEvent(event);
    // the question itself, not an answer
    m_serverText->setFocus();
}

void PromptDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        decorate();
}

} // namespace kakuin::ui
