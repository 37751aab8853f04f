#include "tradeclassifier.h"

#include "aggressorflag.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<QLatin1StringView, classifierRuleCount> names {
    "weighted"_L1, "quote"_L1, "tick"_L1, "lee-ready"_L1, "emo"_L1, "clnv"_L1, "venue"_L1
};

FlowSide sideOfSign(int sign)
{
    if (sign == 0)
        return FlowSide::None;
    return sign > 0 ? FlowSide::Buy : FlowSide::Sell;
}

/// distance <= 30 % of spread, in integers that cannot overflow; neither is negative.
bool isWithinThreeTenths(qint64 distance, qint64 spread)
{
    return distance <= spread / 10 * 3 + spread % 10 * 3 / 10;
}

} // namespace

QLatin1StringView ruleName(ClassifierRule rule)
{
    return names[static_cast<std::size_t>(rule)];
}

Result<ClassifierRule> parseClassifierRule(QStringView text)
{
    const auto name = std::ranges::find_if(names, [text](auto known) { return text == known; });
    if (name == names.end())
        return Error { Error::Code::Malformed, text.toString() };
    return static_cast<ClassifierRule>(name - names.begin());
}

std::optional<FlowPrint> TradeClassifier::classify(const Trade &trade)
{
    // Nothing beyond the bound can be part of any sum, and its weights must not overflow
    if (trade.size <= Qty() || trade.size.units() > splitLimit / 4)
        return std::nullopt;
    m_tickSign = remember(trade.price);
    if (m_rule == ClassifierRule::Weighted && !hasQuote()) {
        ++m_skipped;
        return std::nullopt;
    }
    if (m_agreement)
        compare(trade);
    const FlowSide side = sideOf(m_rule, trade);
    return FlowPrint { trade.time, trade.price, trade.size, deltaOf(side, trade.size),
                       m_bid,      m_ask,       side };
}

/// The sign of the last change of price, this one included.
int TradeClassifier::remember(Price price)
{
    const Price last = m_lastPrice.value_or(price);
    const int sign = price == last ? m_tickSign : price > last ? 1 : -1;
    m_lastPrice = price;
    return sign;
}

void TradeClassifier::compare(const Trade &trade)
{
    RuleSides sides {};
    sides.fill(FlowSide::None);
    for (int rule = 0; rule < classifierRuleCount; ++rule) {
        // Only who asked for the venue's flags knows that the conditions hold any
        const auto known = static_cast<ClassifierRule>(rule);
        if (known != ClassifierRule::Venue || m_rule == ClassifierRule::Venue)
            sides[static_cast<std::size_t>(rule)] = sideOf(known, trade);
    }
    m_agreement->add(sides, trade.size);
}

FlowSide TradeClassifier::sideOf(ClassifierRule rule, const Trade &trade) const
{
    const int middle = hasQuote() ? midSign(trade.price) : 0;
    switch (rule) {
    case ClassifierRule::Weighted:
        return weighted(trade.price);
    case ClassifierRule::Quote:
        return sideOfSign(middle);
    case ClassifierRule::Tick:
        break;
    case ClassifierRule::LeeReady:
        return sideOfSign(middle != 0 ? middle : m_tickSign);
    case ClassifierRule::Emo:
        return emo(trade.price);
    case ClassifierRule::Clnv:
        return clnv(trade.price);
    case ClassifierRule::Venue:
        return venue(trade);
    }
    return sideOfSign(m_tickSign);
}

/// The side of the middle on which the price lies. Both quotes are positive, so nothing overflows.
int TradeClassifier::midSign(Price price) const
{
    const auto [low, high] = std::minmax(m_bid, m_ask);
    if (price < low)
        return -1;
    if (price > high)
        return 1;
    const Price above = price - low;
    const Price below = high - price;
    return above == below ? 0 : above > below ? 1 : -1;
}

FlowSide TradeClassifier::weighted(Price price) const
{
    if (!hasQuote())
        return FlowSide::None;
    // The ask comes first: it decides where the market is locked or crossed
    if (price >= m_ask)
        return FlowSide::Buy;
    if (price <= m_bid)
        return FlowSide::Sell;
    return midSign(price) >= 0 ? FlowSide::BuyNeutral : FlowSide::SellNeutral;
}

FlowSide TradeClassifier::emo(Price price) const
{
    if (hasQuote() && price == m_ask)
        return FlowSide::Buy;
    if (hasQuote() && price == m_bid)
        return FlowSide::Sell;
    return sideOfSign(m_tickSign);
}

FlowSide TradeClassifier::clnv(Price price) const
{
    const bool isInside = hasQuote() && price >= m_bid && price <= m_ask;
    if (isInside) {
        const qint64 spread = (m_ask - m_bid).units();
        if (isWithinThreeTenths((m_ask - price).units(), spread))
            return FlowSide::Buy;
        if (isWithinThreeTenths((price - m_bid).units(), spread))
            return FlowSide::Sell;
    }
    return sideOfSign(m_tickSign);
}

FlowSide TradeClassifier::venue(const Trade &trade) const
{
    if (const int sign = aggressorByVenue(trade.conditions); sign != 0)
        return sideOfSign(sign);
    return hasQuote() ? weighted(trade.price) : sideOfSign(m_tickSign);
}

} // namespace tapeline
