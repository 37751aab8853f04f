#include "keptvenue.h"

#include "ordereventtext.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString orderStream = u"orders"_s;
const QString bookStream = u"books"_s;

/// Events that were kept, back from their text.
template<typename Event>
Result<std::vector<Event>> readStream(const JournalDatabase &journal, const QString &account,
                                      const QString &stream,
                                      Result<Event> (*read)(std::string_view))
{
    const Result<std::vector<JournalLine>> lines = journal.lines(account, stream);
    if (!lines)
        return lines.error();
    std::vector<Event> events;
    events.reserve(lines->size());
    for (const JournalLine &line : *lines) {
        Result<Event> event
            = read(std::string_view(line.body.constData(), std::size_t(line.body.size())));
        if (!event)
            return Error { Error::Code::Malformed,
                           u"event %1 of the %2 of %3 cannot be read: %4"_s.arg(line.sequence)
                               .arg(stream, account, event.error().detail) };
        events.push_back(*std::move(event));
    }
    return events;
}

} // namespace

KeptVenue::KeptVenue(const QString &account, const PaperConfig &config,
                     const MarketCalendar &calendar, SymbolTable &symbols, JournalWriter *journal)
    : m_account(account)
    , m_venue(config, calendar, symbols)
    , m_journal(journal)
{
}

Result<bool> KeptVenue::restore(const JournalDatabase &journal)
{
    const Result<std::vector<OrderEvent>> orders
        = readStream<OrderEvent>(journal, m_account, orderStream, orderEventFromText);
    if (!orders)
        return orders.error();
    const Result<std::vector<LedgerEvent>> books
        = readStream<LedgerEvent>(journal, m_account, bookStream, ledgerEventFromText);
    if (!books)
        return books.error();
    const Result<JournalState> noted = journal.state(m_account);
    if (!noted)
        return noted.error();
    if (books->empty())
        return false;
    if (const Result<void> same = compare(*noted, *books); !same)
        return same.error();
    if (const Result<void> restored = m_venue.restore(*orders, *books); !restored)
        return restored.error();
    if (!orders->empty())
        m_newest = orders->back().at;
    return true;
}

/// What the events come to is what the account had come to when it was noted.
Result<void> KeptVenue::compare(const JournalState &noted,
                                const std::vector<LedgerEvent> &books) const
{
    if (noted.sequence == 0)
        return {};
    const std::size_t count = std::min<std::size_t>(noted.sequence, books.size());
    const Result<Ledger> folded = Ledger::fold(std::span(books).first(count));
    if (folded && count == noted.sequence
        && noted.body.toStdString() == ledgerStateText(folded->state()))
        return {};
    return Error {
        Error::Code::Storage,
        u"the books of %1 do not come to what was noted of them at event %2"_s.arg(m_account).arg(
            noted.sequence)
    };
}

void KeptVenue::keep()
{
    std::vector<OrderEvent> orders = m_venue.takeEvents();
    const std::vector<LedgerEvent> books = m_venue.takeBookEvents();
    if (orders.empty() && books.empty())
        return;
    quint64 ticket = 0;
    if (m_journal) {
        std::vector<JournalLine> lines;
        lines.reserve(orders.size() + books.size());
        for (const OrderEvent &event : orders)
            lines.push_back({ m_account, orderStream, event.sequence, event.at,
                              QByteArray::fromStdString(orderEventText(event)) });
        for (const LedgerEvent &event : books)
            lines.push_back({ m_account, bookStream, event.sequence, event.at,
                              QByteArray::fromStdString(ledgerEventText(event)) });
        ticket = m_journal->write(std::move(lines));
    }
    if (m_journal && !books.empty())
        m_journal->noteState(
            m_account,
            { books.back().sequence,
              QByteArray::fromStdString(ledgerStateText(m_venue.books().ledger().state())) });
    for (OrderEvent &event : orders) {
        m_newest = std::max(m_newest, event.at);
        m_waiting.push_back({ ticket, std::move(event) });
    }
}

std::vector<OrderEvent> KeptVenue::takeAcknowledged()
{
    const quint64 committed = m_journal ? m_journal->committedUpTo() : 0;
    std::vector<OrderEvent> events;
    while (!m_waiting.empty() && m_waiting.front().ticket <= committed) {
        events.push_back(std::move(m_waiting.front().event));
        m_waiting.pop_front();
    }
    return events;
}

} // namespace tapeline
