#pragma once

#include "console.h"
#include "keptvenue.h"
#include "paperorders.h"
#include "tickcsv.h"

#include <optional>

namespace tapeline {

/// What `paper` was given.
struct PaperInput
{
    QString orders;
    QString quotes; ///< may be empty
    QString trades; ///< may be empty
    QString config; ///< may be empty
    QString journal; ///< empty: nothing is kept
    bool quotesFirst = false; ///< of one instant
};

/// One run of the paper broker over files: merges them by time, prints every event, and keeps them
/// where asked, each before it is printed.
class PaperRun
{
public:
    PaperRun(Console &console, bool json);

    Result<void> run(const PaperInput &input);

private:
    Result<void> openFiles(const PaperInput &input);
    Result<void> openAccount(const PaperInput &input);
    Result<bool> openJournal(const QString &file);
    PaperVenue &venue() { return m_account->venue(); }
    Result<void> feed(bool quotesFirst);
    Result<void> finish();
    bool nextTrade();
    bool nextQuote();
    void take(const Trade &trade);
    void take(const Quote &quote);
    void send(const PaperOrder &order);
    void hand();

    Console &m_console;
    const bool m_json;
    const MarketCalendar m_calendar;
    SymbolTable m_symbols;
    std::optional<JournalWriter> m_journal;
    std::optional<KeptVenue> m_account;
    std::vector<PaperOrder> m_orders;
    std::optional<TradeCsvReader> m_trades;
    std::optional<QuoteCsvReader> m_quotes;
    std::optional<Trade> m_trade; ///< read, not handed in
    std::optional<Quote> m_quote;
    std::size_t m_nextOrder = 0;
    Timestamp m_now {};
    Duration m_latency {};
    Timestamp m_resumedFrom {}; ///< what came up to here was there before
};

} // namespace tapeline
