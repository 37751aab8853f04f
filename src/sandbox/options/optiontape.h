#pragma once

#include "marketevent.h"
#include "optionprints.h"

#include <span>

namespace tapeline {

/// The prints of one contract's day, priced as far as anyone has looked.
class OptionTape
{
public:
    explicit OptionTape(std::vector<OptionPrint> prints)
        : m_prints(std::move(prints))
    {
    }

    /// Prints before a millisecond of the day; priceOf(print) gives what one costs, cents.
    template<typename PriceOf>
    std::span<const OptionPrint> before(qint64 millisecond, PriceOf priceOf) const
    {
        const auto end
            = std::partition_point(m_prints.begin(), m_prints.end(), [&](const OptionPrint &print) {
                  return print.millisecond < millisecond;
              });
        for (auto print = m_prints.begin(); print != end; ++print)
            if (print->price == 0)
                print->price = priceOf(*print);
        return { m_prints.begin(), end };
    }
    /// The first millisecond of the day at or after an instant.
    static qint64 millisecondsUntil(const OptionSession &session, Timestamp time)
    {
        return std::chrono::ceil<std::chrono::milliseconds>(time - session.midnight).count();
    }

private:
    mutable std::vector<OptionPrint> m_prints;
};

/// Sums prints of one day into bars of a width, in order.
class OptionBarSum
{
public:
    /// A width of a day gives one bar that starts at midnight.
    OptionBarSum(const OptionSession &session, Duration width);

    void add(const OptionPrint &print);
    void appendTo(std::vector<Candle> &bars);

private:
    const OptionSession &m_session;
    qint64 m_width; ///< milliseconds
    qint64 m_window = -1;
    Candle m_bar;
    double m_value = 0;
    std::vector<Candle> m_bars;

    void close();
};

/// Quotes and trades of contracts as events.
namespace optionquoting {

Timestamp timeOf(const MarketEvent &event);
/// When the first quote of a session goes out.
Timestamp firstQuote(const SandboxOption &option, const OptionSession &session);
/// The second of a session whose quote is in force at an instant at or after its first.
int secondOf(const SandboxOption &option, const OptionSession &session, Timestamp time);

Trade tradeOf(const OptionPrint &print, const OptionSession &session, InstrumentId id);
/// The quotes of a session that go out in [from, to).
void appendQuotes(OptionQuotes &quotes, const SandboxOption &option, InstrumentId id,
                  const OptionSession &session, Timestamp from, Timestamp to,
                  std::vector<MarketEvent> &out);
/// The last quote of a session at or before an instant at or after its first.
Quote lastQuote(OptionQuotes &quotes, const SandboxOption &option, InstrumentId id,
                const OptionSession &session, Timestamp time);

} // namespace optionquoting
} // namespace tapeline
