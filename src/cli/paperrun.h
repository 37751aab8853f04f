#pragma once

#include "console.h"
#include "journalwriter.h"
#include "paperorders.h"
#include "papervenue.h"
#include "tickcsv.h"

#include <deque>
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
    /// An event that waits for its commit.
    struct Waiting
    {
        quint64 ticket;
        std::string line;
    };

    Result<void> openFiles(const PaperInput &input);
    Result<void> openAccount(const PaperInput &input);
    Result<void> openJournal(const QString &file);
    Result<void> feed(bool quotesFirst);
    Result<void> finish();
    bool nextTrade();
    bool nextQuote();
    void take(const Trade &trade);
    void take(const Quote &quote);
    void send(const PaperOrder &order);
    void hand();
    void print(quint64 committed);

    Console &m_console;
    const bool m_json;
    const MarketCalendar m_calendar;
    SymbolTable m_symbols;
    std::optional<PaperVenue> m_venue;
    std::vector<PaperOrder> m_orders;
    std::optional<TradeCsvReader> m_trades;
    std::optional<QuoteCsvReader> m_quotes;
    std::optional<Trade> m_trade; ///< read, not handed in
    std::optional<Quote> m_quote;
    std::size_t m_nextOrder = 0;
    Timestamp m_now {};
    Duration m_latency {};
    std::optional<JournalWriter> m_journal;
    Timestamp m_resumedFrom {}; ///< what came up to here was there before
    std::deque<Waiting> m_waiting;
};

} // namespace tapeline
