#pragma once

#include "glyphcache.h"
#include "studypainter.h"

#include <QLocale>
#include <qcustomplot.h>

namespace tapeline {

/// A chart's indicators as far as they change with the view only: closed bars, levels, the labels
/// of their panes' axes. Lies above the bars.
class StudyCanvas : public QCPLayerable
{
    Q_OBJECT

public:
    /// scene must outlive it; the plot owns it.
    StudyCanvas(QCustomPlot *plot, const ChartScene &scene);

    void setStyle(const QFont &font, const QLocale &locale);

protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    void drawLevels(QPainter &painter) const;
    void drawLabels(QPainter &painter);

    const ChartScene &m_scene;
    StudyPainter m_painter;
    GlyphCache m_glyphs;
    QLocale m_locale;
};

} // namespace tapeline
