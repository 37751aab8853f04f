#include "chainanalysis.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace std::chrono_literals;

namespace {

/// Figures follow quotes so often.
constexpr auto paceOfWork = 250ms;
/// How long the window may wait for one portion.
constexpr qint64 mostMs = 6;
/// The share by which the underlying must move before all is reckoned again.
constexpr double spotStep = 5e-4;
constexpr double daysPerYear = 365;
constexpr double daysPerMinute = 1.0 / (24 * 60);

double daysUntil(Timestamp ends, Timestamp now)
{
    const double seconds = std::chrono::duration<double>(ends - now).count();
    return seconds <= 0 ? 0 : std::max(seconds / 86'400, daysPerMinute);
}

} // namespace

ChainAnalysis::ChainAnalysis(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(paceOfWork);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { work(false); });
}

void ChainAnalysis::setBook(const ChainBook *book)
{
    if (m_book)
        m_book->disconnect(this);
    m_book = book;
    if (m_book) {
        connect(m_book, &ChainBook::reset, this, &ChainAnalysis::onReset);
        connect(m_book, &ChainBook::contractsChanged, this, &ChainAnalysis::onContracts);
        connect(m_book, &ChainBook::statusChanged, this, &ChainAnalysis::onStatus);
    }
    m_expiries.clear();
    m_totals = {};
    onReset();
    emit changed();
}

void ChainAnalysis::setSource(GreeksSource source)
{
    if (source == m_source)
        return;
    m_source = source;
    makeAllDue();
    start();
}

const ExpiryAnalysis *ChainAnalysis::find(const ChainExpiry &expiry) const
{
    const auto found = std::ranges::lower_bound(m_expiries, expiry, {}, &ExpiryAnalysis::expiry);
    return found != m_expiries.end() && found->expiry == expiry ? &*found : nullptr;
}

std::vector<StrikeProfile> ChainAnalysis::wholeProfile() const
{
    std::map<double, StrikeProfile> strikes;
    for (const ExpiryAnalysis &expiry : m_expiries)
        for (const StrikeProfile &row : expiry.profile) {
            StrikeProfile &sum = strikes[row.strike];
            sum.strike = row.strike;
            sum.multiplier = row.multiplier;
            sum.callVolume += row.callVolume;
            sum.putVolume += row.putVolume;
            sum.callInterest += row.callInterest;
            sum.putInterest += row.putInterest;
            sum.callGamma += row.callGamma;
            sum.putGamma += row.putGamma;
        }
    std::vector<StrikeProfile> profile;
    for (const auto &[strike, row] : strikes)
        profile.push_back(row);
    return profile;
}

std::vector<TermPoint> ChainAnalysis::terms() const
{
    std::vector<TermPoint> points;
    QDate day;
    for (const ExpiryAnalysis &expiry : m_expiries)
        if (expiry.volatility && expiry.days > 0 && expiry.expiry.day != day) {
            points.push_back({ expiry.days, *expiry.volatility });
            day = expiry.expiry.day;
        }
    return points;
}

std::optional<ConstantMaturity> ChainAnalysis::thirtyDays() const
{
    return termstructure::constantMaturity(terms());
}

const ExpiryAnalysis *ChainAnalysis::nearestToMonth() const
{
    const auto nearest = std::ranges::min_element(m_expiries, {}, [](const ExpiryAnalysis &a) {
        const bool isEmpty = !a.volatility;
        return std::pair(isEmpty, std::abs(a.days - termstructure::standardDays));
    });
    return nearest == m_expiries.end() ? nullptr : &*nearest;
}

void ChainAnalysis::finish()
{
    work(true);
}

// --- what changes
// --------------------------------------------------------------------------------------------------

void ChainAnalysis::onReset()
{
    makeAllDue();
    start();
}

void ChainAnalysis::onContracts(const QStringList &symbols)
{
    for (const QString &symbol : symbols)
        if (const ChainContract *contract = m_book->contract(symbol))
            makeDue({ contract->terms.expiry, contract->root });
    start();
}

void ChainAnalysis::onStatus()
{
    const double before = m_spot.toDouble();
    const double now = m_book->spot().toDouble();
    if (now > 0 && !(std::abs(now - before) < spotStep * now))
        makeAllDue();
    start();
}

void ChainAnalysis::makeDue(const ChainExpiry &expiry)
{
    if (std::ranges::find(m_due, expiry) == m_due.end())
        m_due.push_back(expiry);
}

void ChainAnalysis::makeAllDue()
{
    m_due.clear();
    if (!m_book)
        return;
    m_spot = m_book->spot();
    for (const ChainExpiry &expiry : m_book->expiries())
        m_due.push_back(expiry);
}

void ChainAnalysis::start()
{
    if (m_book && !m_timer.isActive())
        m_timer.start();
}

/// What is left is done next time.
void ChainAnalysis::work(bool toTheEnd)
{
    if (!m_book)
        return;
    QElapsedTimer clock;
    clock.start();
    std::erase_if(m_expiries, [this](const ExpiryAnalysis &known) {
        return m_book->strikes(known.expiry).empty();
    });
    while (!m_due.empty() && (toTheEnd || clock.elapsed() < mostMs)) {
        ExpiryAnalysis analysis;
        analysis.expiry = m_due.front();
        m_due.pop_front();
        reckon(analysis);
        const auto place
            = std::ranges::lower_bound(m_expiries, analysis.expiry, {}, &ExpiryAnalysis::expiry);
        if (place != m_expiries.end() && place->expiry == analysis.expiry)
            *place = std::move(analysis);
        else
            m_expiries.insert(place, std::move(analysis));
    }
    if (!m_due.empty())
        start();
    sum();
    emit changed();
}

void ChainAnalysis::reckon(ExpiryAnalysis &analysis)
{
    const std::vector<ChainStrike> strikes = m_book->strikes(analysis.expiry);
    const double spot = m_book->spot().toDouble();
    const ExpiryAssumptions *assumed = m_book->assumptions(analysis.expiry);
    analysis.profile = chainmeasures::profile(strikes, spot, m_source);
    analysis.totals = chainmeasures::totals(analysis.profile);
    analysis.maxPain = chainmeasures::maxPain(analysis.profile, spot);
    if (!assumed || spot <= 0)
        return;
    analysis.days = daysUntil(assumed->ends, m_book->asOf());
    const double years = analysis.days / daysPerYear;
    analysis.forward = spot * std::exp((assumed->rate - assumed->yield) * years);
    const SmileTerms terms { analysis.forward, years, assumed->yield };
    Result<VolatilitySmile> smile
        = VolatilitySmile::fit(terms, VolatilitySmile::points(strikes, terms, m_source));
    if (smile) {
        analysis.volatility = smile->atTheMoney();
        analysis.skew = smile->skew25();
        analysis.smile = std::move(*smile);
    } else if (years > 0) {
        analysis.volatility = chainmeasures::volatilityAt(strikes, analysis.forward, m_source);
        analysis.skew = chainmeasures::skew25(strikes, m_source);
    }
    analysis.move = expectedmove::measure(strikes, spot, analysis.forward,
                                          analysis.volatility.value_or(0), analysis.days);
}

/// What several expirations make together.
void ChainAnalysis::sum()
{
    m_totals = {};
    const ExpiryAnalysis *before = nullptr;
    for (ExpiryAnalysis &expiry : m_expiries) {
        m_totals += expiry.totals;
        expiry.gap.reset();
        if (!expiry.smile)
            continue;
        if (before && before->days < expiry.days)
            expiry.gap = calendarGap(*before->smile, *expiry.smile);
        before = &expiry;
    }
}

} // namespace tapeline
