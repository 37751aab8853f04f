#include "optiontape.h"

#include <algorithm>
#include <charconv>

namespace tapeline {

using sandboxoption::centPrice;

namespace {

Quote quoteOf(const OptionQuote &prices, const SandboxOption &option, InstrumentId id,
              const OptionSession &session, int second)
{
    Quote quote;
    quote.instrument = id;
    quote.time = session.at(second) + Duration(OptionQuotes::offset(option));
    quote.bid = centPrice(prices.bid);
    quote.ask = centPrice(prices.ask);
    quote.bidSize = Qty::whole(prices.bidSize);
    quote.askSize = Qty::whole(prices.askSize);
    quote.bidExchange = prices.bidVenue;
    quote.askExchange = prices.askVenue;
    quote.sequence = 2 * quint64((quote.time - session.midnight) / 1ms);
    return quote;
}

} // namespace

OptionBarSum::OptionBarSum(const OptionSession &session, Duration width)
    : m_session(session)
    , m_width(std::chrono::duration_cast<std::chrono::milliseconds>(width).count())
{
}

void OptionBarSum::add(const OptionPrint &print)
{
    const qint64 window = print.millisecond / m_width;
    const Price price = centPrice(print.price);
    if (window != m_window) {
        close();
        m_window = window;
        m_bar = Candle();
        m_bar.start = m_session.midnight + std::chrono::milliseconds(window * m_width);
        m_bar.open = m_bar.high = m_bar.low = price;
        m_value = 0;
    }
    m_bar.high = std::max(m_bar.high, price);
    m_bar.low = std::min(m_bar.low, price);
    m_bar.close = price;
    m_bar.volume += Qty::whole(print.size);
    ++m_bar.tradeCount;
    m_value += double(print.price) * print.size;
}

void OptionBarSum::close()
{
    if (m_window < 0)
        return;
    m_bar.vwap = m_value / m_bar.volume.toDouble() / 100;
    m_bars.push_back(m_bar);
}

void OptionBarSum::appendTo(std::vector<Candle> &bars)
{
    close();
    m_window = -1;
    bars.insert(bars.end(), m_bars.begin(), m_bars.end());
    m_bars.clear();
}

Timestamp optionquoting::timeOf(const MarketEvent &event)
{
    const auto *trade = std::get_if<Trade>(&event);
    return trade ? trade->time : std::get<Quote>(event).time;
}

Timestamp optionquoting::firstQuote(const SandboxOption &option, const OptionSession &session)
{
    return session.at(session.openSecond) + Duration(OptionQuotes::offset(option));
}

int optionquoting::secondOf(const SandboxOption &option, const OptionSession &session,
                            Timestamp time)
{
    const Duration sinceMidnight = time - session.midnight - Duration(OptionQuotes::offset(option));
    return static_cast<int>(std::min<qint64>(
        std::chrono::floor<std::chrono::seconds>(sinceMidnight).count(), session.closeSecond - 1));
}

Trade optionquoting::tradeOf(const OptionPrint &print, const OptionSession &session,
                             InstrumentId id)
{
    Trade trade;
    trade.instrument = id;
    trade.time = session.midnight + std::chrono::milliseconds(print.millisecond);
    trade.participantTime = trade.time - 200us;
    trade.price = centPrice(print.price);
    trade.size = Qty::whole(print.size);
    trade.sequence = 2 * quint64(print.millisecond) + 1;
    trade.exchange = print.venue;
    trade.conditions.add(print.condition);
    std::array<char, 20> digits;
    const auto end
        = std::to_chars(digits.data(), digits.data() + digits.size(), trade.sequence).ptr;
    trade.id = TradeId(std::string_view(digits.data(), std::size_t(end - digits.data())));
    return trade;
}

void optionquoting::appendQuotes(OptionQuotes &quotes, const SandboxOption &option, InstrumentId id,
                                 const OptionSession &session, Timestamp from, Timestamp to,
                                 std::vector<MarketEvent> &out)
{
    const auto secondsAt = [&](Timestamp time) {
        const Duration since = time - session.midnight - Duration(OptionQuotes::offset(option));
        return static_cast<int>(std::clamp<qint64>(
            std::chrono::ceil<std::chrono::seconds>(since).count(), 0, session.closeSecond));
    };
    const int end = secondsAt(to);
    for (int second = std::max(secondsAt(from), session.openSecond); second < end; ++second)
        if (quotes.isNewAt(option, session, second))
            out.emplace_back(
                quoteOf(quotes.at(option, session, second), option, id, session, second));
}

Quote optionquoting::lastQuote(OptionQuotes &quotes, const SandboxOption &option, InstrumentId id,
                               const OptionSession &session, Timestamp time)
{
    int second = secondOf(option, session, time);
    while (!quotes.isNewAt(option, session, second))
        --second;
    return quoteOf(quotes.at(option, session, second), option, id, session, second);
}

} // namespace tapeline
