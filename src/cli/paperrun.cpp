#include "paperrun.h"

#include "ordereventtext.h"
#include "papersetup.h"
#include "papertext.h"

#include <QFile>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Error inFile(const QString &file, const Error &error)
{
    const bool isNamed = error.detail.startsWith(file + u": "_s);
    return { error.code, isNamed ? error.detail : u"%1: %2"_s.arg(file, error.detail) };
}

} // namespace

PaperRun::PaperRun(Console &console, bool json)
    : m_console(console)
    , m_json(json)
{
}

Result<void> PaperRun::run(const PaperInput &input)
{
    for (const auto step : { &PaperRun::openFiles, &PaperRun::openAccount })
        if (const Result<void> done = (this->*step)(input); !done)
            return done;
    if (!m_json)
        m_console.print(papertext::header());
    hand();
    if (const Result<void> fed = feed(input.quotesFirst); !fed)
        return fed;
    return finish();
}

Result<void> PaperRun::openFiles(const PaperInput &input)
{
    Result<std::vector<PaperOrder>> orders = readPaperOrders(input.orders);
    if (!orders)
        return inFile(input.orders, orders.error());
    m_orders = *std::move(orders);
    if (!input.journal.isEmpty()) {
        // A journal keeps what was done before a file turned out to be bad: look first
        if (const Result<void> checked = TradeFile::check(input.trades); !checked)
            return checked;
        if (const Result<void> checked = QuoteFile::check(input.quotes); !checked)
            return checked;
    }
    if (const Result<void> opened = m_trades.open(input.trades, m_symbols); !opened)
        return opened;
    return m_quotes.open(input.quotes, m_symbols);
}

Result<void> PaperRun::openAccount(const PaperInput &input)
{
    PaperSetup setup;
    if (!input.config.isEmpty()) {
        const Result<PaperSetup> read = readPaperSetup(input.config);
        if (!read)
            return inFile(input.config, read.error());
        setup = *read;
    }
    m_latency = std::max(setup.broker.orderLatency, setup.broker.cancelLatency)
        + setup.broker.latencyJitter;
    if (!input.journal.isEmpty())
        m_journal.emplace();
    m_account.emplace(setup.account.name, setup.broker, m_calendar, m_symbols,
                      m_journal ? &*m_journal : nullptr);
    if (m_journal) {
        const Result<bool> goesOn = openJournal(input.journal);
        if (!goesOn)
            return inFile(input.journal, goesOn.error());
        if (*goesOn)
            return {};
    }
    return venue().open(setup.account, firstTime());
}

Timestamp PaperRun::firstTime() const
{
    Timestamp first = Timestamp::max();
    if (m_trades.tick())
        first = std::min(first, m_trades.tick()->time);
    if (m_quotes.tick())
        first = std::min(first, m_quotes.tick()->time);
    if (!m_orders.empty())
        first = std::min(first, m_orders.front().at);
    return first;
}

/// Whether the account was there before.
Result<bool> PaperRun::openJournal(const QString &file)
{
    if (const Result<void> opened = m_journal->open(file); !opened)
        return opened.error();
    JournalDatabase journal;
    if (const Result<void> opened = journal.open(file, JournalDatabase::Access::ReadOnly); !opened)
        return opened.error();
    return m_account->restoreBefore(journal, firstTime());
}

/// Equal times: prints and quotes as asked for, then orders (execution.md 0.2).
Result<void> PaperRun::feed(bool quotesFirst)
{
    while (m_trades.tick() || m_quotes.tick() || m_nextOrder < m_orders.size()) {
        const Timestamp never = Timestamp::max();
        const Timestamp trade = m_trades.tick() ? m_trades.tick()->time : never;
        const Timestamp quote = m_quotes.tick() ? m_quotes.tick()->time : never;
        const Timestamp order = m_nextOrder < m_orders.size() ? m_orders[m_nextOrder].at : never;
        m_now = std::max(m_now, std::min({ trade, quote, order }));
        const bool hasTick = m_trades.tick() || m_quotes.tick();
        const bool tradeIsNext = quotesFirst ? trade < quote : trade <= quote;
        if (!hasTick || order < std::min(trade, quote)) {
            send(m_orders[m_nextOrder++]);
        } else if (m_trades.tick() && (tradeIsNext || !m_quotes.tick())) {
            venue().onTrade(*m_trades.tick());
            m_trades.pass();
        } else {
            venue().onQuote(*m_quotes.tick());
            m_quotes.pass();
        }
        hand();
        if (m_account->divergence())
            return *m_account->divergence();
        // What follows a bad line must not be traded on
        if (!m_trades.status() || !m_quotes.status())
            break;
    }
    const Result<void> trades = m_trades.status();
    return trades ? m_quotes.status() : trades;
}

void PaperRun::send(const PaperOrder &order)
{
    if (const auto *ticket = std::get_if<OrderTicket>(&order.what))
        venue().submit(*ticket, order.at);
    else if (const auto *change = std::get_if<OrderReplace>(&order.what))
        venue().replace(*change, order.at);
    else if (const auto *quote = std::get_if<VolatilityQuote>(&order.what))
        venue().setVolatility(quote->symbol, quote->ppm, order.at);
    else
        venue().cancel(std::get<CancelOrder>(order.what).id, order.at);
}

/// What is under way at the end still arrives.
Result<void> PaperRun::finish()
{
    m_now += m_latency;
    venue().advanceTo(m_now);
    hand();
    if (m_account->divergence())
        return *m_account->divergence();
    if (!m_account->isCaughtUp())
        return Error { Error::Code::Rejected, u"the journal goes on where these files end"_s };
    m_account->note();
    if (m_journal && !m_journal->flush())
        return Error { Error::Code::Storage, u"the journal cannot be written"_s };
    hand();
    m_console.print(m_json ? papertext::toJson(venue().books(), m_now)
                           : papertext::toRows(venue().books(), m_now));
    return {};
}

/// From the engine to the journal, and what is kept by now to the terminal.
void PaperRun::hand()
{
    m_account->keep();
    const std::vector<OrderEvent> events = m_account->takeAcknowledged();
    for (const OrderEvent &event : events)
        m_console.print(m_json ? papertext::toJson(event) : papertext::toRow(event));
    if (m_journal && !events.empty())
        m_console.flush(); // acknowledged
}

} // namespace tapeline
