#include "paperrun.h"

#include "ordereventtext.h"
#include "papersetup.h"
#include "papertext.h"

#include <QFile>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString accountName = u"Paper"_s;
const QString orderStream = u"orders"_s;
const QString bookStream = u"books"_s;

Error inFile(const QString &file, const Error &error)
{
    return { error.code, u"%1: %2"_s.arg(file, error.detail) };
}

/// Events that were kept, back from their text.
template<typename Event, typename Read>
Result<std::vector<Event>> readStream(const JournalDatabase &journal, const QString &stream,
                                      Read read)
{
    const Result<std::vector<JournalLine>> lines = journal.lines(accountName, stream);
    if (!lines)
        return lines.error();
    std::vector<Event> events;
    for (const JournalLine &line : *lines) {
        Result<Event> event
            = read(std::string_view(line.body.constData(), std::size_t(line.body.size())));
        if (!event)
            return Error { Error::Code::Malformed,
                           u"event %1 of the %2 cannot be read: %3"_s.arg(line.sequence)
                               .arg(stream, event.error().detail) };
        events.push_back(*std::move(event));
    }
    return events;
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
    if (!input.trades.isEmpty()) {
        Result<TradeCsvReader> trades = TradeCsvReader::open(input.trades, m_symbols);
        if (!trades)
            return inFile(input.trades, trades.error());
        m_trades.emplace(*std::move(trades));
    }
    if (!input.quotes.isEmpty()) {
        Result<QuoteCsvReader> quotes = QuoteCsvReader::open(input.quotes, m_symbols);
        if (!quotes)
            return inFile(input.quotes, quotes.error());
        m_quotes.emplace(*std::move(quotes));
    }
    return {};
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
    m_venue.emplace(setup.broker, m_calendar, m_symbols);
    nextTrade();
    nextQuote();
    if (!input.journal.isEmpty())
        if (const Result<void> opened = openJournal(input.journal); !opened)
            return inFile(input.journal, opened.error());
    if (m_venue->books().ledger().nextSequence() > 1)
        return {}; // gone on with
    Timestamp first = Timestamp::max();
    if (m_trade)
        first = std::min(first, m_trade->time);
    if (m_quote)
        first = std::min(first, m_quote->time);
    if (!m_orders.empty())
        first = std::min(first, m_orders.front().at);
    return m_venue->open(setup.account, first);
}

Result<void> PaperRun::openJournal(const QString &file)
{
    {
        JournalDatabase journal;
        if (const Result<void> opened = journal.open(file); !opened)
            return opened;
        const Result<std::vector<OrderEvent>> orders
            = readStream<OrderEvent>(journal, orderStream, orderEventFromText);
        const Result<std::vector<LedgerEvent>> books
            = readStream<LedgerEvent>(journal, bookStream, ledgerEventFromText);
        if (!orders || !books)
            return orders ? books.error() : orders.error();
        if (!books->empty())
            if (const Result<void> restored = m_venue->restore(*orders, *books); !restored)
                return restored;
        if (!orders->empty())
            m_resumedFrom = orders->back().at;
    }
    m_journal.emplace();
    return m_journal->open(file);
}

bool PaperRun::nextTrade()
{
    m_trade.emplace();
    if (!m_trades || !m_trades->next(*m_trade))
        m_trade.reset();
    return m_trade.has_value();
}

bool PaperRun::nextQuote()
{
    m_quote.emplace();
    if (!m_quotes || !m_quotes->next(*m_quote))
        m_quote.reset();
    return m_quote.has_value();
}

/// Equal times: prints and quotes as asked for, then orders (execution.md 0.2).
Result<void> PaperRun::feed(bool quotesFirst)
{
    while (m_trade || m_quote || m_nextOrder < m_orders.size()) {
        const Timestamp never = Timestamp::max();
        const Timestamp trade = m_trade ? m_trade->time : never;
        const Timestamp quote = m_quote ? m_quote->time : never;
        const Timestamp order = m_nextOrder < m_orders.size() ? m_orders[m_nextOrder].at : never;
        m_now = std::max(m_now, std::min({ trade, quote, order }));
        const bool tradeIsNext = m_trade && (quotesFirst ? trade < quote : trade <= quote);
        if (order < std::min(trade, quote)) {
            send(m_orders[m_nextOrder++]);
        } else if (tradeIsNext) {
            take(*m_trade);
            nextTrade();
        } else {
            take(*m_quote);
            nextQuote();
        }
        hand();
    }
    if (m_trades && !m_trades->status())
        return m_trades->status();
    return m_quotes ? m_quotes->status() : Result<void>();
}

/// What an account that is gone on with has seen before only tells prices.
void PaperRun::take(const Trade &trade)
{
    if (trade.time > m_resumedFrom)
        m_venue->onTrade(trade);
    else
        m_venue->prices().onTrade(trade);
}

void PaperRun::take(const Quote &quote)
{
    if (quote.time > m_resumedFrom)
        m_venue->onQuote(quote);
    else
        m_venue->prices().onQuote(quote);
}

void PaperRun::send(const PaperOrder &order)
{
    if (order.at <= m_resumedFrom)
        return;
    if (const auto *ticket = std::get_if<OrderTicket>(&order.what))
        m_venue->submit(*ticket, order.at);
    else if (const auto *change = std::get_if<OrderReplace>(&order.what))
        m_venue->replace(*change, order.at);
    else
        m_venue->cancel(std::get<CancelOrder>(order.what).id, order.at);
}

/// What is under way at the end still arrives.
Result<void> PaperRun::finish()
{
    m_now += m_latency;
    m_venue->advanceTo(m_now);
    hand();
    if (m_journal && !m_journal->flush())
        return Error { Error::Code::Storage, u"the journal cannot be written"_s };
    if (m_journal)
        print(m_journal->committedUpTo());
    m_console.print(m_json ? papertext::toJson(m_venue->books(), m_now)
                           : papertext::toRows(m_venue->books(), m_now));
    return {};
}

/// From the engine to the journal, and what is kept by now to the terminal.
void PaperRun::hand()
{
    const std::vector<OrderEvent> orders = m_venue->takeEvents();
    const std::vector<LedgerEvent> books = m_venue->takeBookEvents();
    quint64 ticket = 0;
    if (m_journal && !(orders.empty() && books.empty())) {
        std::vector<JournalLine> lines;
        for (const OrderEvent &event : orders)
            lines.push_back({ accountName, orderStream, event.sequence, event.at,
                              QByteArray::fromStdString(orderEventText(event)) });
        for (const LedgerEvent &event : books)
            lines.push_back({ accountName, bookStream, event.sequence, event.at,
                              QByteArray::fromStdString(ledgerEventText(event)) });
        ticket = m_journal->write(std::move(lines));
    }
    for (const OrderEvent &event : orders)
        m_waiting.push_back(
            { ticket, m_json ? papertext::toJson(event) : papertext::toRow(event) });
    print(m_journal ? m_journal->committedUpTo() : 0);
}

void PaperRun::print(quint64 committed)
{
    if (m_waiting.empty() || m_waiting.front().ticket > committed)
        return;
    while (!m_waiting.empty() && m_waiting.front().ticket <= committed) {
        m_console.print(m_waiting.front().line);
        m_waiting.pop_front();
    }
    if (m_journal)
        m_console.flush(); // acknowledged
}

} // namespace tapeline
