#pragma once

#include "chartcolors.h"
#include "comparisonbar.h"
#include "result.h"

#include <QCoreApplication>
#include <QImage>

class QPrinter;
class QCPPainter;

namespace tapeline {

class PriceChart;

/// A chart as a picture: its panes and all that lies on them, without the crosshair, and a line
/// below that says what it is of and how its prices were come by, so that no picture can pass for
/// more than it is.
class ChartPicture
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::ChartPicture)

public:
    /// What files it can be saved as.
    enum class Format : quint8 { Png, Svg, Pdf };
    /// By the file's suffix; PNG for unknown ones.
    static Format formatOf(const QString &path);

    /// @param compared  what is said of the symbols that it is compared to
    /// @param paper     the chart's colours on paper
    ChartPicture(PriceChart &chart, std::vector<ComparedWord> compared, const ChartColors &paper);

    /// The line below: symbol, timeframe, kind of painting, where prices are from, when, and what
    /// it is compared to.
    QString caption() const;

    /// As it is on the screen.
    QImage image() const;
    /// PNG and SVG as on the screen; PDF in light colours, for paper. Storage when the file cannot
    /// be written.
    Result<void> save(const QString &path) const;
    /// A picture made before. Storage when the file cannot be written.
    static Result<void> savePng(const QImage &image, const QString &path);
    /// One page, as large as fits, in light colours, the caption above.
    Result<void> print(QPrinter &printer) const;

private:
    int captionHeight() const;
    QString captionOfChart() const;
    void paint(QCPPainter &painter) const;
    void paintCaption(QCPPainter &painter, const QRect &room) const;
    Result<void> saveSvg(const QString &path) const;
    Result<void> savePdf(const QString &path) const;

    PriceChart &m_chart;
    std::vector<ComparedWord> m_compared;
    ChartColors m_paper;
};

} // namespace tapeline
