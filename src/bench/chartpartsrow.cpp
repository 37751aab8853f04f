#include "benchchart.h"
#include "paintedtick.h"
#include "rows.h"
#include "stopwatch.h"

#include <QApplication>
#include <QMouseEvent>

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 21;
constexpr int partsAReplot = 20; // a third of a second at 60 frames a second
constexpr std::array<qsizetype, 3> views { 300, 2'000, 1'000'000 };

Measurement row(const QString &name, qsizetype bars, const std::vector<double> &times,
                const QString &note)
{
    Measurement row;
    row.row = name;
    row.variant = QLocale(QLocale::C).toString(qint64(bars)) + u" bars"_s;
    row.peer = u"our full replot"_s;
    row.unit = u"ms"_s;
    row.ours = times[0] / partsAReplot / 1e6;
    row.peers = times[1] / partsAReplot / 1e6;
    row.bound = { Bound::Kind::Faster, 5, 3 };
    row.note = note.arg(partsAReplot);
    return row;
}

/// The newest bar's close goes up and down within its range, so that nothing but the bar, the price
/// line and the legend changes.
class Tail
{
public:
    explicit Tail(BenchChart &chart)
        : m_chart(chart)
        , m_bar(benchBars().back())
    {
        m_update.history = ChartUpdate::History::Complete;
    }
    void tick()
    {
        m_up = !m_up;
        m_bar.close = m_up ? m_bar.high : m_bar.low;
        m_update.bars.assign(1, m_bar);
        m_chart.series().apply(m_update);
        paintPosted();
    }

private:
    BenchChart &m_chart;
    Candle m_bar;
    ChartUpdate m_update;
    bool m_up = false;
};

/// As many parts between replots as replots: either sees as much of what else the machine does.
std::function<void()> often(const std::function<void()> &part)
{
    return [part] {
        for (int i = 0; i < partsAReplot; ++i)
            part();
    };
}

void moveMouse(QWidget &widget, QPoint position)
{
    QMouseEvent event(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton,
                      Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
    paintPosted();
}

} // namespace

Measurements bench::chartTail()
{
    BenchChart chart;
    Tail tail(chart);
    Measurements rows;
    for (const qsizetype bars : views) {
        chart.showLastBars(bars);
        rows.push_back(row(
            u"chart tail"_s, bars,
            interleaved(rounds, { often([&] { tail.tick(); }), often([&] { chart.paintAll(); }) }),
            u"%1 in a row, of which the first makes the picture"_s));
    }
    return rows;
}

Measurements bench::chartCrosshair()
{
    BenchChart chart;
    Measurements rows;
    int step = 0;
    const auto move = [&] {
        step = (step + 37) % 500;
        moveMouse(chart.chart(), { 400 + step, 300 + step / 2 });
    };
    for (const qsizetype bars : views) {
        chart.showBars(bars);
        rows.push_back(
            row(u"chart crosshair"_s, bars,
                interleaved(rounds, { often(move), often([&] { chart.paintAll(); }) }),
                u"%1 in a row; a third of their cost is the picture that the first makes, "
                "a fifth the columns taken from it, a page of memory a row"_s));
    }
    return rows;
}

} // namespace tapeline
