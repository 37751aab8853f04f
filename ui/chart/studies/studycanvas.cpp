#include "studycanvas.h"

#include "colormix.h"
#include "dashes.h"
#include "studyscale.h"

namespace tapeline {

namespace {

constexpr int labelPadding = 8; // as the plot's own axes

} // namespace

StudyCanvas::StudyCanvas(QCustomPlot *plot, const ChartScene &scene)
    : QCPLayerable(plot)
    , m_scene(scene)
    , m_painter(scene)
{
}

void StudyCanvas::setStyle(const QFont &font, const QLocale &locale)
{
    m_glyphs.setFont(font, 1);
    m_locale = locale;
}

/// The layer moves it up by a pixel.
QRect StudyCanvas::clipRect() const
{
    return parentPlot()->viewport().adjusted(0, 0, 0, 1);
}

void StudyCanvas::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(false);
}

void StudyCanvas::draw(QCPPainter *painter)
{
    const StudyScene &studies = m_scene.studies;
    if (!studies.set || !m_scene.hasBars())
        return;
    painter->save();
    drawLevels(*painter);
    for (const StudyPlot &plot : studies.plots) {
        painter->setClipRect(plot.rect);
        m_painter.paint(*painter, plot, StudyPainter::Part::Closed);
    }
    painter->setClipping(false);
    drawLabels(*painter);
    painter->restore();
}

void StudyCanvas::drawLevels(QPainter &painter) const
{
    for (const StudyPane &pane : m_scene.studies.panes)
        for (const double level : pane.levels) {
            const double y = pane.rect.top()
                + (pane.high - level) / (pane.high - pane.low) * pane.rect.height();
            if (y > pane.rect.top() + 1 && y < pane.rect.bottom())
                drawDashes(painter, QRect(pane.rect.left(), qRound(y), pane.rect.width(), 1), 3, 4,
                           mixed(m_scene.colors.background, m_scene.colors.textDim, 0.5));
        }
}

void StudyCanvas::drawLabels(QPainter &painter)
{
    m_glyphs.setFont(m_glyphs.font(), painter.device()->devicePixelRatioF());
    const QRect &axis = m_scene.panes.priceAxis;
    for (const StudyPane &pane : m_scene.studies.panes)
        for (const double mark : pane.marks) {
            const double y = pane.rect.top()
                + (pane.high - mark) / (pane.high - pane.low) * pane.rect.height();
            const QRect cell(axis.left() + labelPadding, qRound(y) - m_glyphs.height() / 2,
                             axis.width() - labelPadding, m_glyphs.height());
            m_glyphs.draw(painter, cell, Qt::AlignLeft, studyscale::markText(pane, mark, m_locale),
                          m_scene.colors.axisText);
        }
}

} // namespace tapeline
