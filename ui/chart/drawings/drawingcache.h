#pragma once

#include <QImage>
#include <QRegion>

#include <functional>

class QPainter;
class QWidget;

namespace tapeline {

/// What a layer last painted, as a picture: ticks and the crosshair make the chart repaint narrow
/// parts of everything, which are taken from it. A repaint of most of the layer goes past it, since
/// the view is moving then.
class DrawingCache
{
public:
    using Paint = std::function<void(QPainter &painter, const QRegion &region)>;

    /// Everything lies elsewhere.
    void forget() { m_isValid = false; }
    /// Something looks different there.
    void forget(const QRegion &region) { m_stale += region; }
    /// Paints region of layer; paint is asked for what is not known.
    void paint(QPainter &painter, const QWidget &layer, const QRegion &region, const Paint &paint);

private:
    void bring(const QWidget &layer, const Paint &paint);

    QImage m_image;
    QRegion m_stale;
    bool m_isValid = false;
};

} // namespace tapeline
