#include "eventstrip.h"

#include "pricechart.h"
#include "theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr int side = 14; // of a mark
constexpr int rowsShown = 3; // marks of one bar above one another

QString letterOf(ChartEvent::Kind kind)
{
    switch (kind) {
    case ChartEvent::Kind::Earnings:
        return u"E"_s;
    case ChartEvent::Kind::Dividend:
        return u"D"_s;
    case ChartEvent::Kind::Split:
        return u"S"_s;
    case ChartEvent::Kind::News:
        return u"N"_s;
    }
    return {};
}

ColorRole roleOf(ChartEvent::Kind kind)
{
    switch (kind) {
    case ChartEvent::Kind::Earnings:
        return ColorRole::Link3;
    case ChartEvent::Kind::Dividend:
        return ColorRole::Link4;
    case ChartEvent::Kind::Split:
        return ColorRole::Link2;
    case ChartEvent::Kind::News:
        return ColorRole::MutedText;
    }
    return ColorRole::MutedText;
}

} // namespace

EventStrip::EventStrip(PriceChart &chart, const ChartSeries &series, const Theme &theme)
    : QWidget(&chart)
    , m_chart(chart)
    , m_series(series)
    , m_theme(theme)
{
    setObjectName(u"chartEvents"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void EventStrip::setEvents(std::vector<ChartEvent> events)
{
    m_events = std::move(events);
    setVisible(!m_events.empty()); // what is not there costs no frame anything
    update();
}

void EventStrip::place()
{
    if (m_events.empty())
        return;
    const QRect &pane = m_chart.panes().price;
    const int height = m_theme.scaled(side + 2) * rowsShown;
    setGeometry(pane.left(), pane.bottom() - height, pane.width(), height);
    update();
}

std::pair<std::size_t, std::size_t> EventStrip::range(ChartSeries::Key first,
                                                      ChartSeries::Key last) const
{
    if (m_series.isEmpty())
        return { 0, 0 };
    first = std::max(first, m_series.firstKey());
    last = std::min(last, m_series.lastKey());
    if (first > last)
        return { 0, 0 };
    const auto index = [this](Timestamp time) {
        const auto found = std::lower_bound(
            m_events.begin(), m_events.end(), time,
            [](const ChartEvent &event, Timestamp at) { return event.time < at; });
        return static_cast<std::size_t>(found - m_events.begin());
    };
    const Timestamp from = m_series.bar(first).start;
    const std::size_t end = last == m_series.lastKey()
        ? index(m_series.timeframe().nextWindow(m_series.bar(last).start, AssetClass::Stocks))
        : index(m_series.bar(last + 1).start);
    return { index(from), std::max(index(from), end) };
}

QString EventStrip::textAt(ChartSeries::Key key) const
{
    const auto [first, last] = range(key, key);
    QStringList lines;
    for (std::size_t i = first; i < last; ++i)
        lines.append(m_events[i].text);
    return lines.join(u'\n');
}

void EventStrip::paintEvent(QPaintEvent *)
{
    m_painted = 0;
    const auto [first, last]
        = range(m_chart.scene().view.firstVisible(), m_chart.scene().view.lastVisible());
    if (first == last)
        return;
    QPainter painter(this);
    QFont font = m_theme.font(FontRole::Small);
    font.setBold(true);
    font.setPixelSize(m_theme.scaled(10));
    painter.setFont(font);
    painter.setRenderHint(QPainter::Antialiasing);
    const int size = m_theme.scaled(side);
    const int step = size + m_theme.scaled(2);
    ChartSeries::Key before = -1;
    int row = 0;
    for (std::size_t i = first; i < last; ++i) {
        const ChartSeries::Key key = m_series.keyHolding(m_events[i].time);
        row = m_painted > 0 && key == before ? row + 1 : 0;
        before = key;
        if (row >= rowsShown)
            continue;
        const double x = m_chart.scene().xOf(key);
        const QRectF box(x - size / 2.0, height() - size - row * step, size, size);
        painter.setPen(QPen(m_theme.color(roleOf(m_events[i].kind)), 1.2));
        painter.setBrush(m_theme.color(ColorRole::Raised));
        painter.drawRoundedRect(box, 3, 3);
        painter.drawText(box, Qt::AlignCenter, letterOf(m_events[i].kind));
        ++m_painted;
    }
}

} // namespace tapeline
