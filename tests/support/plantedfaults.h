#pragma once

#include "barvalidator.h"
#include "easterntime.h"
#include "splitmix64.h"

#include <QtTest>

#include <cmath>
#include <set>
#include <span>

namespace tapeline::test {

inline Price cents(double value)
{
    return Price::fromUnits(qint64(std::llround(value * 100)) * (Price::unitsPerOne / 100));
}

/// Bars as a sound source has them: a random walk in cents, in regular hours of trading days.
class CleanBars
{
public:
    explicit CleanBars(quint64 seed)
        : m_random(seed)
    {
    }

    /// Minutes of so many sessions from 2025-03-03 on.
    std::vector<Candle> minutes(int sessions)
    {
        std::vector<Candle> bars;
        const MarketCalendar calendar;
        QDate day(2025, 2, 28);
        for (int i = 0; i < sessions; ++i) {
            day = calendar.nextTradingDay(day);
            const TradingSession session = *calendar.session(day);
            for (Timestamp at = session.open; at < session.close; at += 1min)
                bars.push_back(bar(at, 0.03));
        }
        return bars;
    }
    std::vector<Candle> days(int count)
    {
        std::vector<Candle> bars;
        const MarketCalendar calendar;
        QDate day(2022, 2, 28);
        for (int i = 0; i < count; ++i) {
            day = calendar.nextTradingDay(day);
            bars.push_back(bar(easterntime::at(day), 0.5));
        }
        return bars;
    }

private:
    /// About normal: twelve uniform ones.
    double normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += m_random.uniform();
        return sum;
    }
    Candle bar(Timestamp start, double step)
    {
        Candle bar;
        bar.start = start;
        bar.open = cents(m_price);
        m_price = std::max(20.0, m_price + normal() * step);
        bar.close = cents(m_price);
        const double reach = step * m_random.uniform();
        bar.high = std::max(bar.open, bar.close) + cents(reach);
        bar.low = std::min(bar.open, bar.close) - cents(reach);
        bar.volume = Qty::whole(1'000 + qint64(m_random.below(4'000)));
        bar.tradeCount = 5 + qint64(m_random.below(40));
        bar.vwap = (bar.high.toDouble() + bar.low.toDouble()) / 2;
        return bar;
    }

    SplitMix64 m_random;
    double m_price = 100;
};

/// Different places in [from, size), at least apart from one another.
inline std::set<std::size_t> places(std::size_t count, std::size_t from, std::size_t size,
                                    std::size_t apart, quint64 seed)
{
    SplitMix64 random(seed);
    std::set<std::size_t> result;
    while (result.size() < count) {
        const std::size_t place = from + random.below(quint32(size - from));
        const auto next = result.lower_bound(place);
        const bool fits = (next == result.end() || *next - place >= apart)
            && (next == result.begin() || place - *std::prev(next) >= apart);
        if (fits)
            result.insert(place);
    }
    return result;
}

/// How well the offenders of a rule are those that were planted.
struct Detection
{
    qint64 planted = 0;
    qint64 found = 0; ///< by the rule
    qint64 right = 0; ///< of those

    double precision() const { return found > 0 ? double(right) / double(found) : 1; }
    double recall() const { return planted > 0 ? double(right) / double(planted) : 1; }
    bool isPerfect() const { return right == planted && found == planted; }
};

inline const QualityIssue *issueOf(std::span<const QualityIssue> issues, const QString &rule)
{
    for (const QualityIssue &issue : issues)
        if (issue.rule == rule)
            return &issue;
    return nullptr;
}

inline Detection detection(std::span<const QualityIssue> issues, const QString &rule,
                           const std::set<Timestamp> &planted)
{
    Detection result;
    result.planted = qint64(planted.size());
    for (const QualityIssue &issue : issues) {
        if (issue.rule != rule)
            continue;
        result.found += issue.count;
        for (const Timestamp time : issue.samples)
            result.right += planted.contains(time) ? 1 : 0;
    }
    return result;
}

inline void report(const QString &rule, const QString &data, const Detection &found)
{
    qInfo().noquote() << rule << "in" << data << "- planted" << found.planted << "found"
                      << found.found << "precision" << found.precision() << "recall"
                      << found.recall();
}

} // namespace tapeline::test
