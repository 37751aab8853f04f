#include "keptvenue.h"

#include "ordereventtext.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString orderStream = u"orders"_s;
const QString bookStream = u"books"_s;
/// Events of the books after which their state is noted: it costs what the books hold.
constexpr std::size_t noteEvery = 64;

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
    , m_config(config)
    , m_calendar(calendar)
    , m_symbols(symbols)
    , m_venue(std::make_unique<PaperVenue>(config, calendar, symbols))
    , m_journal(journal)
{
}

Result<void> KeptVenue::open(const AccountSettings &settings, Timestamp at)
{
    if (const Result<void> taken = takeCommission(settings); !taken)
        return taken;
    return m_venue->open(settings, at);
}

/// The broker charges it from its first order on.
Result<void> KeptVenue::takeCommission(const AccountSettings &settings)
{
    const Result<CommissionModel> commission = CommissionModel::parse(settings.commission);
    if (!commission)
        return commission.error();
    m_config.commission = *commission;
    m_venue = std::make_unique<PaperVenue>(m_config, m_calendar, m_symbols);
    return {};
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
    const auto settings
        = std::ranges::find_if(books->rbegin(), books->rend(),
                               [](const LedgerEvent &e) { return e.settings.has_value(); });
    if (settings != books->rend())
        if (const Result<void> taken = takeCommission(*settings->settings); !taken)
            return taken.error();
    if (const Result<void> restored = m_venue->restore(*orders, *books); !restored)
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
    std::vector<OrderEvent> orders = m_venue->takeEvents();
    const std::vector<LedgerEvent> books = m_venue->takeBookEvents();
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
    m_unnoted += books.size();
    if (m_unnoted >= noteEvery)
        note();
    for (OrderEvent &event : orders) {
        m_newest = std::max(m_newest, event.at);
        m_waiting.push_back({ ticket, std::move(event) });
    }
}

void KeptVenue::note()
{
    if (!m_journal || m_unnoted == 0)
        return;
    m_unnoted = 0;
    const LedgerState &state = m_venue->books().ledger().state();
    m_journal->noteState(m_account,
                         { state.sequence, QByteArray::fromStdString(ledgerStateText(state)) });
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
