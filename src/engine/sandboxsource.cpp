#include "sandboxsource.h"

#include "easterntime.h"
#include "markethours.h"
#include "sandboxcoinsbranch.h"
#include "sandboxcurrenciesbranch.h"
#include "sandboxfuturesbranch.h"
#include "sandboxindicesbranch.h"
#include "sandboxstocks.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The id of the first option contract: above those of everything that is listed one by one.
constexpr int firstContract = 1 << 30;

KeyGrant everywhere(ServedPlan plan)
{
    return {
        .stocks = plan, .options = plan, .indices = plan, .currencies = plan, .futures = plan
    };
}

} // namespace

SandboxSource::SandboxSource(std::shared_ptr<const SandboxMarket> market,
                             std::shared_ptr<const SimulatedClock> clock, const Options &options)
    : m_market(std::move(market))
    , m_clock(std::move(clock))
    , m_corporate(m_market)
{
    const auto idHere = [this] { return InstrumentId(static_cast<quint32>(nextId())); };
    add(std::make_unique<SandboxStocks>(m_market));
    const auto indices = std::make_shared<const IndexTape>(options.seed, m_market, idHere());
    add(std::make_unique<SandboxIndicesBranch>(m_market, indices));
    add(std::make_unique<SandboxCurrenciesBranch>(options.seed, nextId()));
    auto coins = std::make_unique<SandboxCoinsBranch>(options.seed, nextId());
    m_books = options.legacy ? coins.get() : nullptr;
    add(std::move(coins));
    m_products = servedProducts();
    add(std::make_unique<SandboxFuturesBranch>(std::make_unique<const FuturesTape>(
        options.seed, m_market, indices, easterntime::date(m_clock->now()), idHere())));
    auto contracts = std::make_unique<SandboxOptionsBranch>(m_market, indices, firstContract);
    m_options = contracts.get();
    m_places.push_back({ std::move(contracts), firstContract });
}

int SandboxSource::indexOf(QStringView symbol) const
{
    if (!symbol.startsWith(u"O:"))
        return m_index.value(symbol.toString(), -1);
    const int number = m_options->numberOf(symbol, easterntime::date(now()));
    return number < 0 ? -1 : firstContract + number;
}

const ServedInstrument &SandboxSource::instrument(int id) const
{
    if (id >= firstContract)
        return m_options->instrument(id - firstContract);
    return m_instruments[static_cast<std::size_t>(id)];
}

void SandboxSource::add(std::unique_ptr<SandboxBranch> branch)
{
    const int first = nextId();
    for (ServedInstrument &instrument : branch->instruments()) {
        m_index.insert(instrument.symbol, nextId());
        m_instruments.push_back(std::move(instrument));
    }
    m_places.push_back({ std::move(branch), first });
}

const SandboxSource::Place &SandboxSource::placeOf(int instrument) const
{
    const auto behind
        = std::upper_bound(m_places.begin(), m_places.end(), instrument,
                           [](int id, const Place &place) { return id < place.first; });
    return *(behind - 1);
}

std::optional<KeyGrant> SandboxSource::grantOf(const QString &key) const
{
    if (key == "basic"_L1)
        return everywhere(ServedPlan::Basic);
    if (key == "starter"_L1)
        return everywhere(ServedPlan::Starter);
    if (key == "developer"_L1)
        return everywhere(ServedPlan::Developer);
    if (key == "advanced"_L1) {
        KeyGrant grant = everywhere(ServedPlan::Advanced);
        grant.partnerData = true;
        return grant;
    }
    if (key == "noplan"_L1) {
        KeyGrant grant = everywhere(ServedPlan::Basic);
        grant.noPlan = true;
        return grant;
    }
    return std::nullopt;
}

std::vector<Candle> SandboxSource::bars(int instrument, TimeUnit unit, Timestamp from, Timestamp to,
                                        Timestamp asOf) const
{
    if (unit != TimeUnit::Second && unit != TimeUnit::Minute)
        return dayBars(instrument, from, to, asOf);
    const Place &place = placeOf(instrument);
    return place.branch->bars(instrument - place.first, unit, from, to, asOf);
}

std::vector<Candle> SandboxSource::dayBars(int instrument, Timestamp from, Timestamp to,
                                           Timestamp asOf) const
{
    const ServedInstrument about = this->instrument(instrument);
    const auto startOf = [&](QDate date) { return markethours::dayStart(about.assetClass, date); };
    std::vector<Candle> bars;
    QDate date = std::max(markethours::tradingDay(about.assetClass, from), about.listed);
    if (startOf(date) < from)
        date = date.addDays(1);
    const Timestamp end = std::min(to, asOf);
    for (; startOf(date) < end; date = date.addDays(1)) {
        if (about.lastTrade.isValid() && date > about.lastTrade)
            break;
        if (const std::optional<ServedDay> served = day(instrument, date, asOf))
            bars.push_back(served->candle);
    }
    return bars;
}

std::optional<ServedDay> SandboxSource::day(int instrument, QDate date, Timestamp asOf) const
{
    const Place &place = placeOf(instrument);
    return place.branch->day(instrument - place.first, date, asOf);
}

void SandboxSource::events(int instrument, Timestamp from, Timestamp to,
                           std::vector<MarketEvent> &out) const
{
    const Place &place = placeOf(instrument);
    place.branch->events(instrument - place.first, from, to, out);
}

void SandboxSource::trades(int instrument, Timestamp from, Timestamp to,
                           std::vector<MarketEvent> &out) const
{
    if (instrument >= firstContract)
        m_options->trades(instrument - firstContract, from, to, out);
    else
        events(instrument, from, to, out);
}

std::optional<Trade> SandboxSource::lastTrade(int instrument, Timestamp asOf) const
{
    const Place &place = placeOf(instrument);
    return place.branch->lastTrade(instrument - place.first, asOf);
}

std::optional<Quote> SandboxSource::lastQuote(int instrument, Timestamp asOf) const
{
    const Place &place = placeOf(instrument);
    return place.branch->lastQuote(instrument - place.first, asOf);
}

std::optional<IndexValue> SandboxSource::lastValue(int instrument, Timestamp asOf) const
{
    const Place &place = placeOf(instrument);
    return place.branch->lastValue(instrument - place.first, asOf);
}

} // namespace tapeline
