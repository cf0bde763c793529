// SPDX-License-Identifier: MIT
#include "ui/prompts/promptdialog.h"

#include "core/base/untrustedtext.h"
#include "text/plantext.h"
#include "text/prompttext.h"
#include "ui/decoration/theme.h"
#include "ui/prompts/certificatecard.h"
#include "ui/prompts/choicecard.h"
#include "ui/prompts/guardnotice.h"
#include "ui/widgets/inputguard.h"
#include "ui/widgets/inputtracker.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/organisationmark.h"
#include "ui/widgets/screenroom.h"
#include "ui/widgets/scrollcolumn.h"
#include "ui/widgets/wraplabel.h"

#include <QtCore/QEvent>
#include <QtGui/QCloseEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace kakuin::ui {
namespace {

using shell::Confirmation;

constexpr int promptWidth = 720;
constexpr qsizetype longestQuestion = 20'000;
constexpr int leastQuestionHeight = 40; // of the part that scrolls
constexpr int leastAnswersHeight = 64;
constexpr int pressMargin = 4; // a button that close to the last press counts as under it

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
    , m_guard(new InputGuard(this, InputGuard::Scope::Window))
{
    setObjectName(QStringLiteral("promptDialog"));
    setWindowModality(Qt::WindowModal);
    build();
    retranslate();
    fitScreen();
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

int PromptDialog::wantedHeight(int width) const
{
    return layout()->totalHeightForWidth(width) - m_scroll->sizeHint().height() + m_scroll->contentHeight(width);
}

void PromptDialog::fitScreen()
{
    const QSize largest = roomOnScreen(parentWidget());
    resize(std::min(promptWidth, largest.width()), height());
    arrange(largest.height());
    resize(width(), std::min(wantedHeight(width()), largest.height()));
}

void PromptDialog::arrange(int height)
{
    if (m_isArranging)
        return;
    m_isArranging = true;
    layout()->setEnabled(false); // else a window that is shown grows to what is only measured
    setCompact(false, height);
    if (wantedHeight(width()) > height)
        setCompact(true, height);
    layout()->setEnabled(true);
    m_isArranging = false;
}

void PromptDialog::setCompact(bool isCompact, int height)
{
    m_isCompact = isCompact;
    QVBoxLayout *column = m_scroll->column();
    for (ChoiceCard *card : std::as_const(m_choices)) {
        if (card == nullptr)
            continue;
        card->setCompact(isCompact);
        if (isCompact)
            column->insertWidget(column->count() - 2, card->words()); // above what "to All" covers, and the stretch
        card->words()->show();
    }
    fitAnswers(height);
}

void PromptDialog::fitAnswers(int height)
{
    const int sides = 2 * metric::dialogMargin;
    int across = sides;
    for (const ChoiceCard *card : std::as_const(m_choices))
        across += card == nullptr ? 0 : card->button()->sizeHint().width() + metric::related;
    const bool isRow = m_isCompact && across <= width();
    m_answerLayout->setDirection(isRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_answers->column()->invalidate();
    int most = QWIDGETSIZE_MAX;
    if (m_isCompact) { // many answers scroll by themselves, in what the other parts leave
        m_answers->setFixedHeight(0);
        most = std::max(height - layout()->totalMinimumHeightForWidth(width()), leastAnswersHeight);
    }
    const int wanted = m_answers->contentHeight(width());
    m_answers->content()->setMinimumHeight(m_isCompact ? wanted : 0); // buttons alone would be squeezed, not scrolled
    m_answers->setFixedHeight(std::min(wanted, most));
    // while it asks whether to stop, the answers of a small window make room for what that means
    m_answers->setVisible(!m_isCompact || m_stopBar->isHidden());
}

void PromptDialog::setArrangement(const Arrangement &arrangement)
{
    m_arrangement = arrangement;
    const bool isRow = m_answerLayout->direction() == QBoxLayout::LeftToRight
        || m_answerLayout->direction() == QBoxLayout::RightToLeft;
    if (isRow)
        m_answerLayout->setDirection(arrangement.isMirrored ? QBoxLayout::RightToLeft : QBoxLayout::LeftToRight);
    const Qt::Alignment column = arrangement.isMirrored ? Qt::AlignRight : Qt::AlignLeft;
    for (ChoiceCard *card : std::as_const(m_choices)) {
        if (card == nullptr)
            continue;
        card->setMirrored(arrangement.isMirrored);
        m_answerLayout->setAlignment(card, m_isCompact && !isRow ? column : Qt::Alignment());
    }
    const auto stretch = [&](ButtonsAt one, ButtonsAt other) {
        return arrangement.buttons == one || arrangement.buttons == other ? 1 : 0;
    };
    m_buttonLayout->setStretch(0, stretch(ButtonsAt::Right, ButtonsAt::Centre));
    m_buttonLayout->setStretch(2, stretch(ButtonsAt::Ends, ButtonsAt::Ends));
    m_buttonLayout->setStretch(m_buttonLayout->count() - 1, stretch(ButtonsAt::Left, ButtonsAt::Centre));
    for (QLayout *each : {layout(), static_cast<QLayout *>(m_answers->column())}) {
        each->invalidate();
        each->activate();
    }
    for (const ChoiceCard *card : std::as_const(m_choices)) {
        if (card != nullptr)
            card->layout()->activate();
    }
}

bool PromptDialog::isUnderLastPress() const
{
    const auto press = InputTracker::ofProgram().lastPress();
    if (!press)
        return false;
    QList<const QAbstractButton *> buttons{m_toAll, m_stop, m_back, m_confirmStop};
    for (const ChoiceCard *card : std::as_const(m_choices)) {
        if (card != nullptr)
            buttons.append(card->button());
    }
    return std::any_of(buttons.begin(), buttons.end(), [&](const QAbstractButton *button) {
        const QRect place(button->mapToGlobal(QPoint()), button->size());
        return button->isVisibleTo(this)
            && place.adjusted(-pressMargin, -pressMargin, pressMargin, pressMargin).contains(*press);
    });
}

QList<PromptDialog::Arrangement> PromptDialog::everyArrangement()
{
    QList<Arrangement> all;
    for (const bool isMirrored : {false, true}) {
        for (const ButtonsAt buttons : {ButtonsAt::Ends, ButtonsAt::Left, ButtonsAt::Right, ButtonsAt::Centre})
            all.append({isMirrored, buttons});
    }
    return all;
}

void PromptDialog::avoidLastPress()
{
    QList<Arrangement> candidates = everyArrangement();
    candidates.prepend(m_arrangement); // nothing moves without need
    for (const Arrangement &candidate : std::as_const(candidates)) {
        setArrangement(candidate);
        if (!isUnderLastPress())
            return;
    }
    // too narrow for another place: the guard still wants the pointer to move
    setArrangement({});
}

void PromptDialog::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_mark = new OrganisationMark(this);
    m_mark->setIdentity(m_context.identity);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metric::dialogMargin, metric::related + 4, metric::dialogMargin, 0);
    head->addWidget(m_mark);
    outer->addLayout(head);
    // long questions, large fonts and small screens scroll; the answers and the way out below stay in view
    m_scroll = new ScrollColumn(this);
    auto *scroll = m_scroll;
    scroll->setObjectName(QStringLiteral("questionScrollArea"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(leastQuestionHeight);
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
    buildChoices(outer);
    m_coverage = label(content, QStringLiteral("coverageLabel"), WrapLabel::Look::Secondary, Tone::Muted);
    m_coverage->setVisible(!m_toAllMenu->isEmpty());
    layout->addWidget(m_coverage);
    layout->addStretch(1);
    outer->insertWidget(1, scroll, 1);
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
    connect(m_toAllMenu, &QMenu::aboutToShow, m_guard, &InputGuard::restart);
    m_answers = new ScrollColumn(this);
    m_answers->setObjectName(QStringLiteral("answerScrollArea"));
    m_answers->setFocusPolicy(Qt::NoFocus);
    m_answerLayout = m_answers->column();
    m_answerLayout->setContentsMargins(metric::dialogMargin, metric::related, metric::dialogMargin, 0);
    m_answerLayout->setSpacing(metric::related);
    for (int i = 0; i < m_prompt.choices.size(); ++i) {
        if (isKnown() && isToAll(m_prompt.confirmationAt(i))) {
            m_choices.append(nullptr);
            QAction *action = m_toAllMenu->addAction(QString(), this, [this, i] { answer(i); });
            action->setObjectName(QStringLiteral("toAllAction%1").arg(i));
            action->setData(i);
            continue;
        }
        auto *card = new ChoiceCard(m_answers->content());
        card->button()->setObjectName(QStringLiteral("choiceButton%1").arg(i));
        connect(card->button(), &QAbstractButton::clicked, this, [this, i] { answer(i); });
        m_guard->add(card->button());
        m_choices.append(card);
        m_answerLayout->addWidget(card);
    }
    m_answerLayout->addStretch(1);
    layout->addWidget(m_answers);
    m_notice = new GuardNotice(*m_guard, this);
    auto *notice = new QHBoxLayout;
    notice->setContentsMargins(metric::dialogMargin, metric::related, metric::dialogMargin, 0);
    notice->addWidget(m_notice);
    layout->addLayout(notice);
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
    m_buttonLayout = new QHBoxLayout;
    m_buttonLayout->setContentsMargins(
        metric::dialogMargin, metric::related, metric::dialogMargin, metric::related + 4);
    m_buttonLayout->setSpacing(metric::related);
    m_buttonLayout->addStretch(0);
    m_buttonLayout->addWidget(m_toAll);
    m_buttonLayout->addStretch(1);
    m_buttonLayout->addWidget(m_back);
    m_buttonLayout->addWidget(m_confirmStop);
    m_buttonLayout->addWidget(m_stop);
    m_buttonLayout->addStretch(0);
    layout->addLayout(bar);
    layout->addLayout(m_buttonLayout);
    for (QPushButton *each : {m_toAll, m_stop, m_back, m_confirmStop})
        m_guard->add(each);

    connect(m_stop, &QPushButton::clicked, this, &PromptDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &PromptDialog::keepAsking);
    connect(m_confirmStop, &QPushButton::clicked, this, &PromptDialog::reject);
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
    m_stopBar->setMessage(models::Severity::Soon, PromptText::stopLeaves(m_prompt, m_context));
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
            card->setCertificate(*certificate, models::severityOf(*certificate, m_context.evaluation, m_context.nowUtc),
                m_context.nowUtc);
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
        card->setLabel(PromptText::answer(m_prompt, i), m_prompt.choices.at(i).accelerator);
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
        action->setText(PromptText::answer(m_prompt, action->data().toInt()).replace(u'&', QLatin1String("&&")));
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
    if (m_isAnswered || !m_guard->admits())
        return;
    m_isAnswered = true;
    InputTracker::ofProgram().noteAnswer();
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

void PromptDialog::askOrKeep(bool isAsking)
{
    // what is shown makes the window grow at once: a small one keeps its size, a large one grows as far as the screen does
    const int before = height();
    const int most = m_isCompact ? before : std::max(before, roomOnScreen(parentWidget()).height());
    showStopBar(isAsking);
    m_guard->restart();
    arrange(most);
    layout()->activate();
    resize(width(), std::clamp(wantedHeight(width()), before, most));
    if (const int below = frameGeometry().bottom() - screen()->availableGeometry().bottom(); below > 0)
        move(x(), std::max(y() - below, screen()->availableGeometry().top()));
    avoidLastPress();
}

void PromptDialog::askToStop()
{
    askOrKeep(true);
    m_back->setFocus();
}

void PromptDialog::keepAsking()
{
    if (!m_guard->admits())
        return;
    askOrKeep(false);
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
    InputTracker::ofProgram().noteAnswer();
    Q_EMIT answered(shell::PromptAnswer::stop());
    QDialog::reject();
}

void PromptDialog::reject()
{
    if (m_isAnswered)
        QDialog::reject();
    else if (!m_guard->admits())
        return;
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
        fitScreen(); // again, now that the style has had its say
    QDialog::showEvent(event);
    avoidLastPress();
    // the question itself, not an answer
    m_serverText->setFocus();
}

void PromptDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (!isVisible())
        return;
    arrange(height());
    avoidLastPress();
}

void PromptDialog::moveEvent(QMoveEvent *event)
{
    QDialog::moveEvent(event);
    // where the desktop puts the window is known only now; later the person moves it, and nothing may jump
    if (isVisible() && !m_guard->isOpen())
        avoidLastPress();
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
