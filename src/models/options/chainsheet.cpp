#include "chainsheet.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

/// Rows around the money are chosen again when the spot has moved by such a share.
constexpr double spotStep = 0.002;
constexpr double secondsPerDay = 24 * 3600;

double daysBetween(Timestamp from, Timestamp to)
{
    return std::chrono::duration<double>(to - from).count() / secondsPerDay;
}

} // namespace

void ChainSheet::setBook(ChainBook *book)
{
    if (book == m_book)
        return;
    if (m_book)
        m_book->disconnect(this);
    m_book = book;
    if (m_book) {
        connect(m_book, &ChainBook::reset, this, [this] {
            chooseExpiry();
            choose();
        });
        connect(m_book, &ChainBook::contractsChanged, this, &ChainSheet::onContracts);
        connect(m_book, &ChainBook::statusChanged, this, [this] {
            const double spot = m_book->spot().toDouble();
            if (m_chosenSpot <= 0 ? spot > 0 : std::abs(spot / m_chosenSpot - 1) > spotStep)
                choose();
            else
                emit valuesChanged();
        });
    }
    chooseExpiry();
    choose();
}

void ChainSheet::setExpiry(const ChainExpiry &expiry)
{
    if (expiry == m_expiry)
        return;
    m_expiry = expiry;
    chooseExpiry();
    choose();
}

void ChainSheet::setFilter(const ChainFilter &filter)
{
    m_filter = filter;
    choose();
}

void ChainSheet::setGreeks(GreeksSource source)
{
    m_greeks = source;
    choose();
}

void ChainSheet::chooseExpiry()
{
    if (!m_book)
        return;
    const std::vector<ChainExpiry> expiries = m_book->expiries();
    if (expiries.empty())
        return;
    const auto next = std::ranges::lower_bound(expiries, m_expiry);
    m_expiry = next == expiries.end() ? expiries.back() : *next;
}

void ChainSheet::choose()
{
    m_rows.clear();
    m_hidden = 0;
    m_mostVolume = m_mostInterest = 0;
    if (m_book) {
        const std::vector<ChainStrike> all = m_book->strikes(m_expiry);
        m_chosenSpot = m_book->spot().toDouble();
        m_rows = filtered(all, m_filter, moment());
        m_hidden = all.size() - m_rows.size();
    }
    for (const ChainStrike &row : m_rows)
        for (const ChainContract *contract : { row.call, row.put })
            if (contract) {
                m_mostVolume = std::max(m_mostVolume, contract->volume.toDouble());
                m_mostInterest = std::max(m_mostInterest, contract->openInterest);
            }
    emit rowsChanged();
}

void ChainSheet::onContracts(const QStringList &symbols)
{
    const bool isShown = std::ranges::any_of(symbols, [this](const QString &symbol) {
        const ChainContract *contract = m_book->contract(symbol);
        return contract && contract->terms.expiry == m_expiry.day
            && contract->root == m_expiry.root;
    });
    if (isShown)
        emit valuesChanged();
}

int ChainSheet::moneyRow() const
{
    const double spot = m_book ? m_book->spot().toDouble() : 0;
    const auto row = std::ranges::lower_bound(
        m_rows, spot, {}, [](const ChainStrike &strike) { return strike.strike.toDouble(); });
    return int(row - m_rows.begin());
}

ChainMoment ChainSheet::momentOf(const ChainExpiry &expiry) const
{
    ChainMoment moment;
    moment.greeks = m_greeks;
    if (!m_book)
        return moment;
    moment.spot = m_book->spot().toDouble();
    if (const ExpiryAssumptions *assumed = m_book->assumptions(expiry)) {
        moment.years = std::max(0.0, daysBetween(m_book->asOf(), assumed->ends) / 365);
        moment.rate = assumed->rate;
        moment.yield = assumed->yield;
    }
    return moment;
}

ExpirySummary ChainSheet::summary(const ChainExpiry &expiry) const
{
    ExpirySummary summary;
    summary.expiry = expiry;
    if (!m_book)
        return summary;
    const std::vector<ChainStrike> strikes = m_book->strikes(expiry);
    const ChainMoment moment = momentOf(expiry);
    const double forward = moment.spot * std::exp((moment.rate - moment.yield) * moment.years);
    summary.days = moment.years * 365;
    const std::vector<StrikeProfile> profile
        = chainmeasures::profile(strikes, moment.spot, m_greeks);
    summary.totals = chainmeasures::totals(profile);
    summary.maxPain = chainmeasures::maxPain(profile, moment.spot);
    if (moment.spot <= 0)
        return summary;
    summary.volatility = chainmeasures::volatilityAt(strikes, forward, m_greeks);
    summary.move = expectedmove::measure(strikes, moment.spot, forward,
                                         summary.volatility.value_or(0), summary.days);
    return summary;
}

ChainTotals ChainSheet::totals() const
{
    ChainTotals totals;
    if (m_book)
        for (const ChainExpiry &expiry : m_book->expiries())
            totals += chainmeasures::totals(chainmeasures::profile(
                m_book->strikes(expiry), m_book->spot().toDouble(), m_greeks));
    return totals;
}

} // namespace tapeline
