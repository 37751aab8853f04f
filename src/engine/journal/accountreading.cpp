#include "accountreading.h"

#include "keptevents.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 eventsAtOnce = 1'000;
constexpr qint64 all = std::numeric_limits<qint64>::max();

std::string_view textOf(const QByteArray &line)
{
    return { line.constData(), std::size_t(line.size()) };
}

/// An order that was accepted as it is means nothing to trades: a third of all lines need not be
/// read.
bool matters(const QByteArray &line)
{
    return !line.contains("\"action\":\"accept\"") || line.contains("\"ticket\":");
}

} // namespace

AccountReading::AccountReading(const JournalDatabase &journal, const QString &account,
                               const BuiltUpTo &known, std::size_t mostKept)
    : m_journal(journal)
    , m_account(account)
    , m_known(known)
    , m_builder(account, mostKept)
    , m_isQuiet(known.books > 0 || known.context > 0)
{
}

BuiltUpTo AccountReading::upTo() const
{
    return m_isQuiet ? m_known
                     : BuiltUpTo { m_books, m_context - m_waiting.size(), TradeBuilder::version };
}

/// The next events of a stream; last: sequence of the newest one that was read.
template<typename Event>
Result<std::vector<Event>> AccountReading::read(const QString &stream, quint64 &last, qint64 most,
                                                Result<Event> (*fromText)(std::string_view),
                                                bool (*isWanted)(const QByteArray &)) const
{
    const Result<std::vector<JournalLine>> lines
        = m_journal.lines(m_account, stream, last + 1, most);
    if (!lines)
        return lines.error();
    std::vector<Event> events;
    events.reserve(lines->size());
    for (const JournalLine &line : *lines) {
        if (line.sequence != last + 1)
            return Error { Error::Code::Malformed,
                           u"event %1 of the %2 of %3 is missing"_s.arg(last + 1).arg(stream,
                                                                                      m_account) };
        if (isWanted && !isWanted(line.body)) {
            ++last;
            continue;
        }
        Result<Event> event = fromText(textOf(line.body));
        if (!event)
            return Error { Error::Code::Malformed,
                           u"event %1 of the %2 of %3 cannot be read: %4"_s.arg(line.sequence)
                               .arg(stream, m_account, event.error().detail) };
        ++last;
        events.push_back(*std::move(event));
    }
    return events;
}

Result<bool> AccountReading::advance()
{
    m_isContextRead = false;
    const qint64 left = m_isQuiet ? qint64(m_known.books - m_books) : all;
    const Result<std::vector<LedgerEvent>> events = read<LedgerEvent>(
        keptevents::bookStream, m_books, std::min(left, eventsAtOnce), ledgerEventFromText);
    if (!events)
        return events.error();
    if (const Result<void> taken = takeBooks(*events); !taken)
        return taken.error();
    if (m_isQuiet)
        return endQuiet(events->empty());
    if (qint64(events->size()) == eventsAtOnce)
        return true;
    if (const Result<void> read = readOrders(std::numeric_limits<quint64>::max()); !read)
        return read.error();
    if (const Result<void> taken = takeContext(Timestamp::max()); !taken)
        return taken.error();
    return false;
}

/// Tells nothing of it; over once everything is formed anew that was known.
Result<bool> AccountReading::endQuiet(bool isEnd)
{
    if (m_books < m_known.books && isEnd)
        return Error {
            Error::Code::Malformed,
            u"event %1 of the books of %2 is missing"_s.arg(m_books + 1).arg(m_account)
        };
    if (m_books == m_known.books) {
        if (const Result<void> taken = takeContext(Timestamp::max()); !taken)
            return taken.error();
        m_isQuiet = false;
    }
    m_builder.takeChanges();
    return true;
}

Result<void> AccountReading::takeBooks(const std::vector<LedgerEvent> &events)
{
    for (const LedgerEvent &event : events) {
        if (event.kind == LedgerEventKind::Fill)
            if (const Result<void> read = readOrders(event.reference); !read)
                return read;
        if (const Result<void> taken = takeContext(event.at); !taken)
            return taken;
        if (const Result<void> added = m_builder.addBooks(event); !added)
            return unformed(added.error());
    }
    return {};
}

Error AccountReading::unformed(const Error &why) const
{
    return { why.code,
             u"the books of %1 do not go together after event %2: %3"_s.arg(m_account)
                 .arg(m_builder.sequence())
                 .arg(why.detail) };
}

/// The builder holds them until the books have come as far.
Result<void> AccountReading::readOrders(quint64 upTo)
{
    while (m_orders < upTo) {
        const quint64 before = m_orders;
        const Result<std::vector<OrderEvent>> events = read<OrderEvent>(
            keptevents::orderStream, m_orders, eventsAtOnce, orderEventFromText, matters);
        if (!events)
            return events.error();
        for (const OrderEvent &event : *events)
            if (const Result<void> added = m_builder.addOrder(event); !added)
                return unformed(added.error());
        if (qint64(m_orders - before) < eventsAtOnce)
            break;
    }
    return {};
}

/// All up to a time.
Result<void> AccountReading::takeContext(Timestamp upTo)
{
    for (;;) {
        if (m_waiting.empty() && !m_isContextRead)
            if (const Result<void> read = readContext(); !read)
                return read;
        if (m_waiting.empty() || m_waiting.front().at > upTo)
            return {};
        if (m_waiting.front().line)
            m_builder.addContext(*m_waiting.front().line);
        m_waiting.pop_front();
    }
}

/// Trades rest on none of it: a line that cannot be read is passed over.
Result<void> AccountReading::readContext()
{
    const qint64 left = m_isQuiet ? qint64(m_known.context - m_context) : all;
    const qint64 most = std::min(left, eventsAtOnce);
    const Result<std::vector<JournalLine>> lines
        = m_journal.lines(m_account, keptevents::contextStream, m_context + 1, most);
    if (!lines)
        return lines.error();
    m_isContextRead = qint64(lines->size()) < most || most == left;
    for (const JournalLine &line : *lines) {
        Result<ContextLine> context = contextLineFromText(textOf(line.body));
        m_waiting.push_back(
            { line.at, context ? std::optional(*std::move(context)) : std::nullopt });
        m_context = line.sequence;
    }
    return {};
}

} // namespace tapeline
