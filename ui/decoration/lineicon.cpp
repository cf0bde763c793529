// SPDX-License-Identifier: MIT
#include "ui/decoration/theme.h"

#include <QtCore/QFile>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

#include <mutex>

// A static library's resources are registered by whoever needs them; the macro wants the global namespace.
static void registerIcons()
{
    static std::once_flag once;
    std::call_once(once, [] { Q_INIT_RESOURCE(icons); });
}

namespace kakuin::ui {
namespace {

/// Draws one of our SVGs at whatever size and pixel density is asked for.
class LineIconEngine final : public QIconEngine {
public:
    LineIconEngine(QString name, const QColor &colour, const QColor &selected, const QColor &disabled)
        : m_name(std::move(name))
        , m_colour(colour)
        , m_selected(selected)
        , m_disabled(disabled)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(QStringLiteral(":/kakuin/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly)) {
            qWarning("there is no icon named %ls", qUtf16Printable(m_name));
            return;
        }
        QByteArray svg = file.readAll();
        svg.replace("currentColor", colourFor(mode).name().toLatin1());
        QSvgRenderer renderer(svg);
        const int side = std::min(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        renderer.render(painter, square);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const QString key = QStringLiteral("kakuin/%1/%2/%3").arg(m_name, colourFor(mode).name()).arg(size.width());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap) && pixmap.size() == size)
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paint(&painter, QRect({0, 0}, size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override
    {
        return new LineIconEngine(m_name, m_colour, m_selected, m_disabled);
    }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(QStringLiteral(":/kakuin/icons/%1.svg").arg(m_name)); }

private:
    [[nodiscard]] QColor colourFor(QIcon::Mode mode) const
    {
        switch (mode) {
        case QIcon::Disabled:
            return m_disabled;
        case QIcon::Selected:
            return m_selected;
        case QIcon::Normal:
        case QIcon::Active:
            return m_colour;
        }
        return m_colour;
    }

    QString m_name;
    QColor m_colour;
    QColor m_selected;
    QColor m_disabled;
};

} // namespace

QIcon lineIcon(const QString &name, Tone tone, const QPalette &palette)
{
    registerIcons();
    return QIcon(
        new LineIconEngine(name, colour(tone, palette), palette.color(QPalette::Active, QPalette::HighlightedText),
            palette.color(QPalette::Disabled, QPalette::ButtonText)));
}

QIcon programIcon()
{
    registerIcons();
    return QIcon(QStringLiteral(":/kakuin/icons/kakuin.svg"));
}

} // namespace kakuin::ui
