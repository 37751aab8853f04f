#include "bookmodel.h"
#include "heatimage.h"
#include "paintedtick.h"
#include "rows.h"
#include "splitmix64.h"
#include "stopwatch.h"

#include <QPainter>

#include <qcustomplot.h>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 101;
constexpr int columns = 1'600;
constexpr int rows = 400;
constexpr QSize windowSize(1'600, 900);
constexpr double fullSize = 1'000;

/// A column in which every row has a size.
BookUpdate newColumn(SplitMix64 &random, qint64 index)
{
    BookUpdate update;
    update.kind = BookKind::Depth;
    update.columnLength = 250ms;
    BookColumn &column = update.columns.emplace_back();
    column.start = Timestamp(index * update.columnLength);
    for (qint64 row = 0; row < rows; ++row)
        column.rows.push_back({ row, Qty::whole(qint64(random.below(quint64(fullSize)))), {} });
    update.time = column.start;
    return update;
}

/// The picture that the heat map's view draws from, over a whole window.
class OurMap : public QWidget
{
public:
    OurMap()
    {
        m_image.setColors(Qt::gray, Qt::black, Qt::blue, Qt::yellow);
        m_image.setFullSize(fullSize);
        m_image.setWindow({ rows - 1, rows, columns });
        resize(windowSize);
        setAttribute(Qt::WA_OpaquePaintEvent);
        for (int at = 0; at < columns; ++at)
            m_model.apply(newColumn(m_random, m_newest++));
        showPainted(*this);
    }
    void addColumn()
    {
        m_model.apply(newColumn(m_random, m_newest++));
        repaint();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_image.advance(m_model, m_newest - 1);
        m_image.draw(painter, rect(), m_newest - columns, m_newest - 1);
    }

private:
    SplitMix64 m_random { 1 };
    BookModel m_model;
    HeatImage m_image;
    qint64 m_newest = 0;
};

/// QCustomPlot's own, at its cheapest: the new column takes the place of the oldest, nothing moves.
class StockMap
{
public:
    StockMap()
    {
        m_map = new QCPColorMap(m_plot.xAxis, m_plot.yAxis);
        m_map->data()->setSize(columns, rows);
        m_map->data()->setRange(QCPRange(0, columns - 1), QCPRange(0, rows - 1));
        m_map->setDataRange(QCPRange(0, fullSize));
        m_map->setInterpolate(false);
        for (int at = 0; at < columns; ++at)
            fill(at);
        m_plot.xAxis->setRange(0, columns - 1);
        m_plot.yAxis->setRange(0, rows - 1);
        m_plot.resize(windowSize);
        showPainted(m_plot);
    }
    void addColumn()
    {
        fill(m_newest++ % columns);
        m_plot.replot(QCustomPlot::rpImmediateRefresh);
    }

private:
    void fill(int column)
    {
        for (int row = 0; row < rows; ++row)
            m_map->data()->setCell(column, row, double(m_random.below(quint64(fullSize))));
    }

    SplitMix64 m_random { 1 };
    QCustomPlot m_plot;
    QCPColorMap *m_map;
    int m_newest = 0;
};

} // namespace

Measurements bench::heatMapColumn()
{
    OurMap ours;
    StockMap peers;
    const std::vector<double> times
        = interleaved(rounds, { [&] { ours.addColumn(); }, [&] { peers.addColumn(); } });
    Measurement row;
    row.row = u"heat map, one new column"_s;
    row.variant = u"%1 x %2 cells"_s.arg(columns).arg(rows);
    row.peer = u"QCPColorMap"_s;
    row.unit = u"ms"_s;
    row.ours = times[0] / 1e6;
    row.peers = times[1] / 1e6;
    row.bound = { Bound::Kind::Faster, 3, 2 };
    return { row };
}

} // namespace tapeline
