#include "iconset.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

QString pathOf(const QString &name)
{
    return u":/icons/%1.svg"_s.arg(name);
}

/// Draws one SVG in the palette's current colours, at the size and resolution asked for.
class TintedSvgEngine : public QIconEngine
{
public:
    TintedSvgEngine(QString name, ColorRole role, std::shared_ptr<const Palette> palette)
        : m_name(std::move(name))
        , m_role(role)
        , m_palette(std::move(palette))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap image = rendered(rect.size() * ratio, mode, state);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, image);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return rendered(size, mode, state);
    }

    QIconEngine *clone() const override { return new TintedSvgEngine(m_name, m_role, m_palette); }

private:
    QColor colorFor(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled) {
            QColor color = m_palette->color(ColorRole::MutedText);
            color.setAlphaF(0.45F);
            return color;
        }
        if (state == QIcon::On)
            return m_palette->color(ColorRole::Accent);
        if (mode != QIcon::Normal && m_role == ColorRole::MutedText)
            return m_palette->color(ColorRole::Text);
        return m_palette->color(m_role);
    }

    QPixmap rendered(const QSize &size, QIcon::Mode mode, QIcon::State state) const
    {
        const QColor color = colorFor(mode, state);
        const QString key = u"tapeline/%1/%2/%3x%4"_s.arg(m_name, color.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap image;
        if (QPixmapCache::find(key, &image))
            return image;
        image = QPixmap(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setOpacity(color.alphaF());
        QSvgRenderer(IconSet::tintedSvg(m_name, color)).render(&painter);
        painter.end();
        QPixmapCache::insert(key, image);
        return image;
    }

    QString m_name;
    ColorRole m_role;
    std::shared_ptr<const Palette> m_palette;
};

} // namespace

IconSet::IconSet()
    : m_palette(std::make_shared<Palette>())
{
}

void IconSet::setPalette(const Palette &palette)
{
    *m_palette = palette;
}

QIcon IconSet::icon(const QString &name, ColorRole role) const
{
    if (!QFile::exists(pathOf(name)))
        return {};
    return QIcon(new TintedSvgEngine(name, role, m_palette));
}

QByteArray IconSet::tintedSvg(const QString &name, const QColor &color)
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

} // namespace tapeline
