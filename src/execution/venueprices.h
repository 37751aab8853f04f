#pragma once

#include "pricesource.h"
#include "sessioncursor.h"
#include "symboltable.h"
#include "truerange.h"

#include <map>
#include <vector>

namespace tapeline {

/// The newest prices of every instrument, by the symbol table's ids, and what their days closed at.
class VenuePrices final : public PriceSource
{
public:
    VenuePrices(const MarketCalendar &calendar, const SymbolTable &symbols)
        : m_symbols(symbols)
        , m_sessions(calendar)
    {
    }

    void onQuote(const Quote &quote) { at(quote.instrument).prices.quote = quote; }
    /// Only a trade that may set the last price does (core's tradeUpdate()).
    void onTrade(const Trade &trade);
    /// True for the first of a regular session.
    bool onIndexValue(const IndexValue &value);
    void onBar(InstrumentId instrument, const Candle &bar, Timestamp end);
    /// What is known is of the old shares: prices of the new, no quote.
    void split(InstrumentId instrument, qint64 numerator, qint64 denominator);
    void setPreviousClose(InstrumentId instrument, Price close)
    {
        at(instrument).prices.previousClose = close;
    }
    /// The official close of a day, from elsewhere than the tape.
    void setOfficialClose(const QString &symbol, QDate day, Price close)
    {
        m_officialCloses[{ symbol, day }] = close;
    }

    /// The same of an index's opening value.
    void setOfficialOpen(const QString &symbol, QDate day, Price open)
    {
        m_officialOpens[{ symbol, day }] = open;
    }

    MarketPrices prices(const QString &symbol) const override;
    const TrueRange &ranges() const { return m_ranges; }
    /// What a session closed at: as given, or by the closing print; when it is not to come any
    /// more, the session's last trade. Nothing while it is not known.
    std::optional<Price> close(const QString &symbol, const TradingSession &session,
                               bool isFinal) const;
    /// What an index opened a session at: as given, or its first value of the session. Nothing
    /// while it is not known.
    std::optional<Price> open(const QString &symbol, const TradingSession &session) const;

    /// A print of a closing auction, or the exchange's statement of it.
    static bool isClosing(const TradeConditions &conditions);

private:
    struct Known
    {
        MarketPrices prices {};
        Price sessionLast; ///< of the regular session
        Timestamp sessionLastAt {};
        Price sessionFirst; ///< of an index
        Timestamp sessionFirstAt {};
        Price closing;
        Timestamp closingAt {};
        bool closingIsStated = false; ///< by a restatement alone: a print of the auction is better
    };

    void noteClosing(Known &known, const Trade &trade);
    Known &at(InstrumentId instrument);
    const Known *find(const QString &symbol) const;

    const SymbolTable &m_symbols;
    SessionCursor m_sessions;
    std::vector<Known> m_known; // by id
    TrueRange m_ranges;
    std::map<std::pair<QString, QDate>, Price> m_officialCloses;
    std::map<std::pair<QString, QDate>, Price> m_officialOpens;
};

} // namespace tapeline
