// SPDX-License-Identifier: MIT
#include "ui/widgets/busyoverlay.h"

#include "ui/decoration/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace kakuin::ui {
namespace {

constexpr int overlayBarWidth = 240;

} // namespace

BusyOverlay::BusyOverlay(QWidget *covered)
    : QWidget(covered)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("busyOverlay"));
    m_text->setObjectName(QStringLiteral("busyText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("busyProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(overlayBarWidth);
    m_cancel->setObjectName(QStringLiteral("busyCancelButton"));
    m_cancel->setAutoDefault(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::dialogMargin, metric::dialogMargin, metric::dialogMargin, metric::dialogMargin);
    column->setSpacing(metric::related);
    column->addStretch();
    column->addWidget(m_text);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addSpacing(metric::related);
    column->addWidget(m_cancel, 0, Qt::AlignHCenter);
    column->addStretch();

    connect(m_cancel, &QPushButton::clicked, this, &BusyOverlay::cancel);
    if (covered != nullptr)
        covered->installEventFilter(this);
    hide();
    retranslate();
}

void BusyOverlay::start(const QString &text)
{
    m_isBusy = true;
    m_isCancelling = false;
    setText(text);
    setProgress(0, 0);
    retranslate();
    if (parentWidget() != nullptr)
        setGeometry(parentWidget()->rect());
    show();
    raise();
}

void BusyOverlay::setText(const QString &text)
{
    m_text->setText(text);
    m_progress->setAccessibleName(text);
}

void BusyOverlay::setProgress(int done, int total)
{
    m_progress->setRange(0, std::max(0, total));
    m_progress->setValue(std::clamp(done, 0, std::max(0, total)));
}

void BusyOverlay::stop()
{
    m_isBusy = false;
    m_isCancelling = false;
    hide();
}

void BusyOverlay::setCancellable(bool isCancellable)
{
    m_cancel->setVisible(isCancellable);
}

void BusyOverlay::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool BusyOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void BusyOverlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_cancel->isVisible())
        cancel();
    else
        QWidget::keyPressEvent(event);
}

void BusyOverlay::paintEvent(QPaintEvent *)
{
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.94F);
    QPainter(this).fillRect(rect(), veil);
}

void BusyOverlay::cancel()
{
    if (!m_isBusy || m_isCancelling)
        return;
    m_isCancelling = true;
    retranslate();
    Q_EMIT cancelRequested();
}

void BusyOverlay::retranslate()
{
    m_cancel->setText(m_isCancelling ? tr("Cancelling…") : tr("Cancel"));
    m_cancel->setEnabled(!m_isCancelling);
}

} // namespace kakuin::ui
