#include "strategyoptimiser.h"

#include "strategyodds.h"

#include <algorithm>
#include <cmath>

namespace tapeline::strategyoptimiser {

namespace {

constexpr std::size_t mostExpiries = 8;
constexpr std::size_t mostStrikes = 40;
constexpr int mostWidth = 5; ///< strikes between the legs of a vertical
constexpr double farReach = 2; ///< deviations at which an unlimited gain counts

/// A contract that can be traded by the rules.
struct Usable
{
    const ChainContract *contract;
    double strike;
    double delta; ///< its sign left out
    double spread;
};

struct Choice
{
    const Usable *option;
    double quantity;
};

double spreadOf(const ChainContract &contract)
{
    return (contract.ask - contract.bid).toDouble() / contract.mid();
}

/// The search through one expiration.
class ExpirySearch
{
public:
    ExpirySearch(const ListedChain &chain, const ListedExpiry &expiry, const OptimiserRules &rules,
                 TerminalDistribution flat, TerminalDistribution smiling, OptimiserResult &result)
        : m_chain(chain)
        , m_expiry(expiry)
        , m_rules(rules)
        , m_flat(std::move(flat))
        , m_smiling(std::move(smiling))
        , m_result(result)
    {
        collect(OptionRight::Call, m_calls);
        collect(OptionRight::Put, m_puts);
        std::ranges::reverse(m_puts); // both go out of the money
    }

    void run()
    {
        singles(m_calls, { StrategyKind::Call }, MarketView::Rising);
        singles(m_puts, { StrategyKind::Put }, MarketView::Falling);
        verticals(m_calls, StrategyKind::CallVertical, MarketView::Rising, MarketView::Falling);
        verticals(m_puts, StrategyKind::PutVertical, MarketView::Falling, MarketView::Rising);
        pairs();
        condors();
    }

private:
    void leaveOut(OptimiserRule rule) { ++m_result.leftOut[std::size_t(rule)]; }
    bool isWanted(MarketView view) const
    {
        return m_rules.view == MarketView::Any || m_rules.view == view;
    }
    bool fitsDelta(const Usable &option) const
    {
        return option.delta >= m_rules.leastDelta && option.delta <= m_rules.mostDelta;
    }

    void collect(OptionRight right, std::vector<Usable> &out);
    void singles(const std::vector<Usable> &options, StrategyForm form, MarketView view);
    void verticals(const std::vector<Usable> &options, StrategyKind kind, MarketView bought,
                   MarketView sold);
    void pairs();
    void condors();
    void look(StrategyForm form, const Usable &main, const std::vector<Choice> &choices);
    bool keeps(const Candidate &candidate);

    const ListedChain &m_chain;
    const ListedExpiry &m_expiry;
    const OptimiserRules &m_rules;
    TerminalDistribution m_flat;
    TerminalDistribution m_smiling;
    OptimiserResult &m_result;
    std::vector<Usable> m_calls; ///< outwards: from deep in the money to far out of it
    std::vector<Usable> m_puts; ///< the same
};

/// The strikes around the forward whose contracts have a market.
void ExpirySearch::collect(OptionRight right, std::vector<Usable> &out)
{
    const auto &strikes = m_expiry.strikes;
    const auto money = std::ranges::lower_bound(strikes, Price::fromDouble(m_flat.forward()), {},
                                                &ChainStrike::strike);
    const std::size_t middle = std::size_t(money - strikes.begin());
    const std::size_t first = middle > mostStrikes / 2 ? middle - mostStrikes / 2 : 0;
    const std::size_t last = std::min(strikes.size(), first + mostStrikes);
    for (std::size_t i = first; i < last; ++i) {
        const ChainContract *contract = listedchains::contract(strikes[i], right);
        if (!contract)
            continue;
        if (!contract->hasQuote()) {
            leaveOut(OptimiserRule::Quote);
        } else if (spreadOf(*contract) > m_rules.mostSpread) {
            leaveOut(OptimiserRule::Spread);
        } else if (contract->openInterest < m_rules.leastOpenInterest) {
            leaveOut(OptimiserRule::OpenInterest);
        } else {
            const double delta = std::abs(
                listedchains::deltaOr(m_chain, m_expiry, *contract, m_flat.volatility()));
            out.push_back({ contract, strikes[i].strike.toDouble(), delta, spreadOf(*contract) });
        }
    }
}

void ExpirySearch::singles(const std::vector<Usable> &options, StrategyForm form, MarketView view)
{
    if (!isWanted(view) && !isWanted(MarketView::Moving))
        return;
    for (const Usable &option : options)
        look(form, option, { { &option, 1 } });
}

void ExpirySearch::verticals(const std::vector<Usable> &options, StrategyKind kind,
                             MarketView bought, MarketView sold)
{
    for (std::size_t near = 0; near < options.size(); ++near) {
        const std::size_t end = std::min(options.size(), near + mostWidth + 1);
        for (std::size_t far = near + 1; far < end; ++far) {
            if (isWanted(bought))
                look({ kind, false }, options[near],
                     { { &options[near], 1 }, { &options[far], -1 } });
            if (isWanted(sold))
                look({ kind, true }, options[near],
                     { { &options[near], -1 }, { &options[far], 1 } });
        }
    }
}

/// Straddles and strangles, bought: those that are sold have no limit to their risk.
void ExpirySearch::pairs()
{
    if (!isWanted(MarketView::Moving))
        return;
    constexpr double alike = 0.05; ///< deltas of a strangle's legs
    for (const Usable &call : m_calls)
        for (const Usable &put : m_puts) {
            if (call.strike == put.strike)
                look({ StrategyKind::Straddle, false }, call, { { &call, 1 }, { &put, 1 } });
            else if (call.strike > put.strike && std::abs(call.delta - put.delta) <= alike)
                look({ StrategyKind::Strangle, false }, call, { { &call, 1 }, { &put, 1 } });
        }
}

/// Sold, both sides alike in delta and in strikes between.
void ExpirySearch::condors()
{
    if (!isWanted(MarketView::Calm))
        return;
    constexpr double alike = 0.05;
    for (std::size_t c = 0; c < m_calls.size(); ++c)
        for (std::size_t p = 0; p < m_puts.size(); ++p) {
            const Usable &call = m_calls[c];
            const Usable &put = m_puts[p];
            if (call.strike <= put.strike || std::abs(call.delta - put.delta) > alike)
                continue;
            for (std::size_t width = 1; width <= mostWidth; ++width)
                if (c + width < m_calls.size() && p + width < m_puts.size())
                    look({ StrategyKind::IronCondor, true }, call,
                         { { &call, -1 },
                           { &m_calls[c + width], 1 },
                           { &put, -1 },
                           { &m_puts[p + width], 1 } });
        }
}

void ExpirySearch::look(StrategyForm form, const Usable &main, const std::vector<Choice> &choices)
{
    if (!fitsDelta(main))
        return leaveOut(OptimiserRule::Delta);
    if (m_result.looked >= mostLooked)
        return leaveOut(OptimiserRule::Work);
    ++m_result.looked;

    Strategy strategy { m_chain.underlying, {} };
    Candidate candidate;
    candidate.form = form;
    candidate.expiry = m_expiry.expiry;
    candidate.delta = main.delta;
    candidate.openInterest = main.contract->openInterest;
    for (const Choice &choice : choices) {
        const ChainContract &contract = *choice.option->contract;
        const Price natural = choice.quantity > 0 ? contract.ask : contract.bid;
        strategy.legs.push_back(listedchains::leg(m_chain, m_expiry, contract, choice.quantity,
                                                  natural.toDouble(), m_flat.volatility()));
        candidate.legs.push_back({ contract.symbol, choice.quantity });
        candidate.spread = std::max(candidate.spread, choice.option->spread);
        candidate.openInterest = std::min(candidate.openInterest, contract.openInterest);
    }
    const Result<StrategyOutcome> outcome = strategypayoff::atFirstEnd(strategy, m_chain.spot);
    if (!outcome || !outcome->maxLoss)
        return leaveOut(OptimiserRule::RewardToRisk);
    candidate.cost = strategies::cost(strategy);
    candidate.risk = *outcome->maxLoss;
    candidate.reward
        = outcome->maxGain.value_or(std::max(outcome->line.at(m_flat.deviationsAway(farReach)),
                                             outcome->line.at(m_flat.deviationsAway(-farReach))));
    candidate.probability = strategyodds::probabilityOfProfit(outcome->line, m_flat);
    candidate.expectedValue = strategyodds::expectedValue(outcome->line, candidate.cost,
                                                          m_expiry.assumptions.rate, m_smiling);
    if (!keeps(candidate))
        return;
    ++m_result.kept;
    m_result.candidates.push_back(std::move(candidate));
}

bool ExpirySearch::keeps(const Candidate &candidate)
{
    if (const auto rank = m_rules.volatilityRank) {
        const bool tooDear = candidate.cost > 0 && *rank >= m_rules.sellAtRank;
        const bool tooCheap = candidate.cost < 0 && *rank <= m_rules.buyAtRank;
        if (tooDear || tooCheap) {
            leaveOut(OptimiserRule::Volatility);
            return false;
        }
    }
    // A risk of nothing is a broken quote
    if (!(candidate.risk > 0) || candidate.rewardToRisk() < m_rules.leastRewardToRisk) {
        leaveOut(OptimiserRule::RewardToRisk);
        return false;
    }
    if (candidate.probability < m_rules.leastProbability) {
        leaveOut(OptimiserRule::Probability);
        return false;
    }
    return true;
}

bool isBetter(const Candidate &a, const Candidate &b)
{
    return a.expectedValue / a.risk > b.expectedValue / b.risk;
}

} // namespace

OptimiserResult search(const ListedChain &chain, const OptimiserRules &rules,
                       const SmileOf &smileOf)
{
    OptimiserResult result;
    std::size_t expiries = 0;
    for (const ListedExpiry &expiry : chain.expiries) {
        const double days = listedchains::yearsTo(chain, expiry) * 365;
        if (days <= 0 || days < rules.fewestDays || days > rules.mostDays)
            continue;
        if (++expiries > mostExpiries)
            break;
        const double volatility = listedchains::atTheMoneyVolatility(chain, expiry);
        const double forward = listedchains::forward(chain, expiry);
        const double years = listedchains::yearsTo(chain, expiry);
        const auto flat = TerminalDistribution::lognormal(forward, years, volatility);
        const auto smiling = TerminalDistribution::ofSmile(
            forward, years, smileOf ? smileOf(expiry) : listedchains::quotedSmile(chain, expiry));
        if (flat && smiling && volatility > 0)
            ExpirySearch(chain, expiry, rules, *flat, *smiling, result).run();
    }
    std::ranges::stable_sort(result.candidates, isBetter);
    if (result.candidates.size() > mostKept)
        result.candidates.resize(mostKept);
    return result;
}

} // namespace tapeline::strategyoptimiser
