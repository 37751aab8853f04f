#include "directplot.h"

#include "pixelfill.h"

#include <QPaintEvent>

#include <cmath>

namespace tapeline {

namespace {

/// Takes what replot() draws and shows nothing of it.
class NoBuffer : public QCPAbstractPaintBuffer
{
public:
    NoBuffer()
        : QCPAbstractPaintBuffer(QSize(1, 1), 1)
        , m_image(1, 1, QImage::Format_RGB32)
    {
    }

    QCPPainter *startPainting() override { return new QCPPainter(&m_image); } // the layer's
    void draw(QCPPainter *) const override { }
    void clear(const QColor &) override { }

protected:
    void reallocateBuffer() override { }

private:
    QImage m_image;
};

} // namespace

DirectPlot::DirectPlot(QWidget *parent)
    : QCustomPlot(parent)
{
    mPaintBuffers.clear();
    mPaintBuffers.append(QSharedPointer<QCPAbstractPaintBuffer>(new NoBuffer));
    for (int i = 0; i < layerCount(); ++i)
        layer(i)->setMode(QCPLayer::lmLogical);
    connect(this, &QCustomPlot::afterReplot, this, &DirectPlot::refresh);
}

void DirectPlot::refresh()
{
    m_isPictureFresh = false;
    update();
    emit refreshed();
}

/// In pixels of the screen, each less than 1; more than 0 only where it has a fraction of them for
/// one of the layout.
QPointF DirectPlot::offsetInPixel() const
{
    const QPointF origin = QPointF(mapTo(window(), QPoint())) * devicePixelRatioF();
    return { origin.x() - std::floor(origin.x()), origin.y() - std::floor(origin.y()) };
}

/// Its pixels are those of the window.
void DirectPlot::makePicture()
{
    const double ratio = devicePixelRatioF();
    m_pictureOffset = offsetInPixel();
    const QSize pixels(qCeil(m_pictureOffset.x() + width() * ratio),
                       qCeil(m_pictureOffset.y() + height() * ratio));
    if (m_picture.size() != pixels)
        m_picture = QImage(pixels, QImage::Format_RGB32);
    m_picture.setDevicePixelRatio(ratio);
    QCPPainter painter(&m_picture);
    painter.translate(m_pictureOffset / ratio);
    draw(&painter);
    m_isPictureFresh = true;
}

void DirectPlot::paintEvent(QPaintEvent *event)
{
    const double ratio = devicePixelRatioF();
    if (bufferDevicePixelRatio() != ratio) { // labels are kept at this ratio
        setBufferDevicePixelRatio(ratio);
        m_isPictureFresh = false;
    }
    const QRegion &region = event->region();
    if (region.rectCount() == 1 && region.boundingRect().contains(rect())) {
        QCPPainter painter(this);
        return draw(&painter);
    }
    if (!m_isPictureFresh || m_pictureOffset != offsetInPixel())
        makePicture();
    QPainter painter(this);
    PixelFill(painter).copy(m_picture, -m_pictureOffset);
}

void DirectPlot::resizeEvent(QResizeEvent *)
{
    setViewport(rect());
    refresh();
}

} // namespace tapeline
