#include "keptvenue.h"

#include <algorithm>
#include <set>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Events of the books after which their state is noted: it costs what the books hold.
constexpr std::size_t noteEvery = 64;
/// Order events that are handed on for lists.
constexpr std::size_t mostListed = 20'000;

/// The newest events, and all of orders that work on.
std::vector<OrderEvent> listed(const std::vector<OrderEvent> &events)
{
    const std::size_t left = events.size() - std::min(events.size(), mostListed);
    std::set<QString> working;
    for (const OrderEvent &event : events) {
        if (isTerminal(event.state))
            working.erase(event.id);
        else
            working.insert(event.id);
    }
    std::vector<OrderEvent> result;
    for (std::size_t at = 0; at < left; ++at)
        if (working.contains(events[at].id))
            result.push_back(events[at]);
    result.insert(result.end(), events.begin() + qsizetype(left), events.end());
    return result;
}

void tell(PaperVenue &venue, const MarketEvent &event)
{
    if (const auto *trade = std::get_if<Trade>(&event))
        venue.onTrade(*trade);
    else if (const auto *quote = std::get_if<Quote>(&event))
        venue.onQuote(*quote);
    else if (const auto *bands = std::get_if<LuldBands>(&event))
        venue.onBands(*bands);
    else if (const auto *value = std::get_if<IndexValue>(&event))
        venue.onIndexValue(*value);
}

bool isSplit(const LedgerEvent &event)
{
    return event.kind == LedgerEventKind::Split;
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
    const Result<KeptEvents> kept = keptevents::read(journal, m_account);
    if (!kept)
        return kept.error();
    if (const Result<void> restored = restoreCurve(journal); !restored)
        return restored.error();
    const Result<bool> restored = restoreFrom(*kept);
    if (restored && *restored)
        if (const Result<void> context = restoreContext(journal); !context)
            return context.error();
    return restored;
}

Result<void> KeptVenue::restoreContext(const JournalDatabase &journal)
{
    if (!m_watch)
        return {};
    const Result<std::vector<JournalLine>> lines
        = journal.lines(m_account, keptevents::contextStream);
    if (!lines)
        return lines.error();
    m_watch->restore(*lines, *m_venue);
    return {};
}

Result<void> KeptVenue::restoreCurve(const JournalDatabase &journal)
{
    if (!m_curve)
        return {};
    const Result<std::vector<JournalLine>> lines
        = journal.lines(m_account, keptevents::equityStream);
    if (!lines)
        return lines.error();
    m_restoredCurve = m_curve->restore(*lines);
    return {};
}

Result<bool> KeptVenue::restoreBefore(const JournalDatabase &journal, Timestamp start)
{
    Result<KeptEvents> kept = keptevents::read(journal, m_account);
    if (!kept)
        return kept.error();
    const auto cut = [start](auto &events, auto &lines, auto &expected) {
        const auto later = std::ranges::find_if(
            events, [start](const auto &event) { return event.at >= start; });
        const auto count = later - events.begin();
        expected.assign(lines.begin() + count, lines.end());
        events.resize(std::size_t(count));
        lines.resize(std::size_t(count));
    };
    cut(kept->orders, kept->orderLines, m_expectedOrders);
    cut(kept->books, kept->bookLines, m_expectedBooks);
    return restoreFrom(*kept);
}

Result<bool> KeptVenue::restoreFrom(const KeptEvents &kept)
{
    if (kept.books.empty())
        return false;
    const auto settings
        = std::ranges::find_if(kept.books.rbegin(), kept.books.rend(),
                               [](const LedgerEvent &e) { return e.settings.has_value(); });
    if (settings != kept.books.rend())
        if (const Result<void> taken = takeCommission(*settings->settings); !taken)
            return taken.error();
    if (const Result<void> restored = m_venue->restore(kept.orders, kept.books); !restored)
        return restored.error();
    for (const QByteArray &line : kept.orderLines)
        m_orderHash.add({ line.constData(), std::size_t(line.size()) });
    m_orderCount = kept.orderLines.size();
    m_restored = listed(kept.orders);
    return true;
}

// --- the market
// ---------------------------------------------------------------------------------------------------

void KeptVenue::setRecency(Recency recency)
{
    m_venue->setRecency(recency);
    if (m_watch)
        m_watch->setRecency(recency);
}

void KeptVenue::apply(const MarketEvent &event)
{
    tell(*m_venue, event);
    watch([&] { m_watch->meet(event); });
}

void KeptVenue::applyBar(const Aggregate &bar)
{
    m_venue->onBar(bar.instrument, bar.candle, bar.end);
    watch([&] { m_watch->meetBar(bar.instrument, bar.candle); });
}

void KeptVenue::setFeedDown(bool down, Timestamp at)
{
    m_venue->setFeedDown(down, at);
    gather();
    if (m_watch)
        down ? m_watch->onFeedDown(at) : m_watch->onFeedUp(at);
}

/// meet: for what was held before. A price of new shares says nothing of the old ones.
template<typename Meet> void KeptVenue::watch(Meet meet)
{
    const bool isWatched = m_watch.has_value();
    if (!m_venue->hasEvents()) {
        if (isWatched)
            meet();
        return;
    }
    std::vector<OrderEvent> orders = m_venue->takeEvents();
    std::vector<LedgerEvent> books = m_venue->takeBookEvents();
    if (isWatched) {
        if (std::ranges::none_of(books, isSplit))
            meet();
        m_watch->look(orders, books, *m_venue);
    }
    std::ranges::move(orders, std::back_inserter(m_freshOrders));
    std::ranges::move(books, std::back_inserter(m_freshBooks));
}

/// What has happened without an event of the market.
void KeptVenue::gather()
{
    watch([] {});
}

// --- the journal
// --------------------------------------------------------------------------------------------------

void KeptVenue::keep()
{
    std::vector<JournalLine> lines;
    std::vector<OrderEvent> fresh;
    gather();
    addOrders(lines, fresh);
    addBooks(lines);
    if (m_divergence)
        return;
    const std::optional<EquityReport> point = addPoint(lines);
    addContext(lines);
    if (lines.empty() && fresh.empty())
        return;
    const quint64 ticket = m_journal && !lines.empty() ? m_journal->write(std::move(lines)) : 0;
    if (m_unnoted >= noteEvery)
        note();
    for (OrderEvent &event : fresh)
        m_waiting.push_back({ ticket, std::move(event) });
    if (point)
        m_waitingPoints.push_back({ ticket, *point });
}

void KeptVenue::addOrders(std::vector<JournalLine> &lines, std::vector<OrderEvent> &fresh)
{
    for (OrderEvent &event : std::exchange(m_freshOrders, {})) {
        if (m_divergence)
            return;
        const std::string text = m_journal ? orderEventText(event) : std::string();
        m_orderHash.add(text);
        ++m_orderCount;
        JournalLine line { m_account, keptevents::orderStream, event.sequence, event.at,
                           QByteArray::fromStdString(text) };
        if (isExpected(m_expectedOrders, line))
            continue;
        lines.push_back(std::move(line));
        fresh.push_back(std::move(event));
    }
}

void KeptVenue::addBooks(std::vector<JournalLine> &lines)
{
    for (const LedgerEvent &event : std::exchange(m_freshBooks, {})) {
        ++m_unnoted;
        if (m_curve)
            m_curve->note(event);
        JournalLine line { m_account, keptevents::bookStream, event.sequence, event.at,
                           m_journal ? QByteArray::fromStdString(ledgerEventText(event))
                                     : QByteArray() };
        if (!isExpected(m_expectedBooks, line))
            lines.push_back(std::move(line));
    }
}

/// In one write with what it rests on.
std::optional<EquityReport> KeptVenue::addPoint(std::vector<JournalLine> &lines)
{
    if (!m_curve)
        return {};
    std::optional<EquityCurve::Sample> sample = m_curve->sample(*m_venue);
    if (!sample)
        return {};
    lines.push_back({ m_account, keptevents::equityStream, sample->sequence,
                      sample->report.point.at,
                      QByteArray::fromStdString(equityPointText(sample->report)) });
    return sample->report;
}

/// The same.
void KeptVenue::addContext(std::vector<JournalLine> &lines)
{
    if (!m_watch)
        return;
    for (const TradeWatch::Numbered &own : m_watch->take(m_venue->broker().now()))
        lines.push_back({ m_account, keptevents::contextStream, own.sequence, own.at,
                          QByteArray::fromStdString(contextLineText(own.line)) });
}

/// Takes it off what is expected. Anything else than that is the end.
bool KeptVenue::isExpected(std::deque<QByteArray> &expected, const JournalLine &line)
{
    if (expected.empty() || m_divergence)
        return false;
    if (expected.front() != line.body) {
        m_divergence
            = Error { Error::Code::Rejected,
                      u"the journal has another event %1 of the %2: it was made from other "
                      u"files or another configuration"_s.arg(line.sequence)
                          .arg(line.stream) };
        return false;
    }
    expected.pop_front();
    return true;
}

void KeptVenue::note()
{
    if (!m_journal || m_unnoted == 0 || !isCaughtUp() || m_divergence)
        return;
    m_unnoted = 0;
    m_journal->noteState(
        m_account, keptevents::noted(m_venue->books().ledger().state(), m_orderCount, m_orderHash));
}

std::vector<OrderEvent> KeptVenue::takeAcknowledged()
{
    const quint64 told = m_journal ? m_journal->acknowledgedUpTo() : 0;
    std::vector<OrderEvent> events;
    while (!m_waiting.empty() && m_waiting.front().ticket <= told) {
        events.push_back(std::move(m_waiting.front().event));
        m_waiting.pop_front();
    }
    return events;
}

std::vector<EquityReport> KeptVenue::takePoints()
{
    const quint64 told = m_journal ? m_journal->acknowledgedUpTo() : 0;
    std::vector<EquityReport> points;
    while (!m_waitingPoints.empty() && m_waitingPoints.front().ticket <= told) {
        points.push_back(std::move(m_waitingPoints.front().report));
        m_waitingPoints.pop_front();
    }
    return points;
}

} // namespace tapeline
