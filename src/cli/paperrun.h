#pragma once

#include "console.h"
#include "keptvenue.h"
#include "paperorders.h"
#include "tickfile.h"

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
    Timestamp firstTime() const;
    Result<bool> openJournal(const QString &file);
    PaperVenue &venue() { return m_account->venue(); }
    Result<void> feed(bool quotesFirst);
    Result<void> finish();
    void send(const PaperOrder &order);
    void hand();

    Console &m_console;
    const bool m_json;
    const MarketCalendar m_calendar;
    SymbolTable m_symbols;
    std::optional<JournalWriter> m_journal;
    std::optional<KeptVenue> m_account;
    std::vector<PaperOrder> m_orders;
    TradeFile m_trades;
    QuoteFile m_quotes;
    std::size_t m_nextOrder = 0;
    Timestamp m_now {};
    Duration m_latency {};
};

} // namespace tapeline
