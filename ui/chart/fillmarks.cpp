#include "fillmarks.h"

#include "easternclock.h"
#include "portfolio.h"
#include "tradetext.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::FillMarks)
};

/// Finds the bars of fills that come in the order of time.
class BarFinder
{
public:
    explicit BarFinder(const ChartSeries &series)
        : m_series(series)
    {
    }

    ChartSeries::Key find(Timestamp time)
    {
        if (m_known && time < m_end)
            return m_key;
        m_key = std::min(m_series.keyHolding(time), m_series.lastKey());
        m_known = m_key < m_series.lastKey();
        if (m_known)
            m_end = m_series.start(m_key + 1);
        return m_key;
    }

private:
    const ChartSeries &m_series;
    bool m_known = false;
    ChartSeries::Key m_key = 0;
    Timestamp m_end {};
};

/// The square of the grid in which fills are one mark.
quint64 cellOf(QPoint tip, Side side)
{
    const auto column = quint32(tip.x() / FillMark::width);
    const auto row = quint32(tip.y() / FillMark::height);
    return quint64(column) << 33 | quint64(row) << 1 | quint64(side == Side::Buy);
}

QString timeText(Timestamp time, const QLocale &locale)
{
    return locale.toString(easterntime::date(time), u"ddd d MMM"_s) + u' ' + easternClock(time);
}

} // namespace

void FillMarks::add(const FillLine &fill)
{
    if (fill.symbol != m_symbol)
        return;
    const auto later = std::ranges::upper_bound(m_fills, fill.at, {}, &FillLine::at);
    m_fills.insert(later, fill);
}

std::vector<FillMark> FillMarks::inView(const ChartScene &scene) const
{
    std::vector<FillMark> marks;
    if (m_fills.empty() || !scene.hasBars())
        return marks;
    const ChartSeries &series = *scene.series;
    const auto first = std::max(scene.view.firstVisible(), series.firstKey());
    const auto last = std::min(scene.view.lastVisible(), series.lastKey());
    if (first > last)
        return marks;
    const auto begin = std::ranges::lower_bound(m_fills, series.start(first), {}, &FillLine::at);
    const auto end = last == series.lastKey()
        ? m_fills.end()
        : std::ranges::lower_bound(m_fills, series.start(last + 1), {}, &FillLine::at);
    BarFinder bars(series);
    QHash<quint64, std::size_t> cells;
    for (auto fill = begin; fill < end; ++fill) {
        const QPoint tip(qFloor(scene.xOf(bars.find(fill->at))) + scene.panes.price.left(),
                         qRound(scene.priceY(fill->price.toDouble())));
        if (!scene.panes.price.contains(tip))
            continue;
        const auto cell = cells.find(cellOf(tip, fill->side));
        const auto index = std::size_t(fill - m_fills.begin());
        if (cell != cells.end()) {
            marks[*cell].fills.push_back(index);
            continue;
        }
        cells.insert(cellOf(tip, fill->side), marks.size());
        marks.push_back({ tip, fill->side, { index } });
    }
    return marks;
}

QString FillMarks::text(const FillMark &mark, const QLocale &locale) const
{
    if (mark.fills.size() > 1)
        return textOfMany(mark, locale);
    const FillLine &fill = m_fills[mark.fills.front()];
    //: A fill of an order: side, quantity, price
    QString text = Words::tr("%1 %2 at %3")
                       .arg(tradetext::side(fill.side), tradetext::qty(fill.qty, locale),
                            tradetext::price(fill.price, locale));
    text += u'\n' + Words::tr("Fee %1").arg(tradetext::money(fill.fee, locale));
    text += u'\n' + timeText(fill.at, locale);
    if (const QString rule = tradetext::rule(fill.evidence.rule); !rule.isEmpty())
        text += u'\n' + rule;
    return text;
}

QString FillMarks::textOfMany(const FillMark &mark, const QLocale &locale) const
{
    FillSum sum;
    for (const std::size_t index : mark.fills)
        sum.add(m_fills[index]);
    //: Fills of one side in a chart: how many, side, quantity, average price
    QString text
        = Words::tr("%1 fills: %2 %3 at %4 on average")
              .arg(locale.toString(qulonglong(mark.fills.size())), tradetext::side(mark.side),
                   tradetext::qty(sum.qty, locale), locale.toString(sum.average(), 'f', 4));
    text += u'\n' + Words::tr("Fee %1").arg(tradetext::money(sum.fee, locale));
    text += u'\n' + timeText(m_fills[mark.fills.front()].at, locale) + u" \u2013 "
        + timeText(m_fills[mark.fills.back()].at, locale);
    return text;
}

} // namespace tapeline
