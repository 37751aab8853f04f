#pragma once

#include "flowprint.h"
#include "marketevent.h"
#include "result.h"
#include "ruleagreement.h"

#include <QLatin1StringView>

#include <optional>

namespace tapeline {

/// The rule's name on the command line (decisions.md): "weighted", "quote", "tick", "lee-ready",
/// "emo", "clnv", "venue".
QLatin1StringView ruleName(ClassifierRule rule);
/// Malformed on anything else.
Result<ClassifierRule> parseClassifierRule(QStringView text);
/// Whether it can tell anything before the first quote.
constexpr bool needsQuotes(ClassifierRule rule)
{
    return rule == ClassifierRule::Weighted || rule == ClassifierRule::Quote;
}

/// Says of each trade of one instrument who was the aggressor (execution.md D.1). Quotes and trades
/// come in the order in which they count: a trade is classified against the last quote before it.
/// The answers are estimates; see resources/help/orderflow.md for how often they are right.
class TradeClassifier
{
public:
    explicit TradeClassifier(ClassifierRule rule = ClassifierRule::Weighted)
        : m_rule(rule)
    {
    }

    ClassifierRule rule() const { return m_rule; }

    /// A quote without both prices changes nothing. Locked and crossed ones count.
    void addQuote(const Quote &quote)
    {
        if (quote.bid <= Price() || quote.ask <= Price())
            return;
        m_bid = quote.bid;
        m_ask = quote.ask;
    }

    /// Nothing for a trade without size (or of more than a sum of flow can hold, splitLimit), and
    /// for one before the first quote under the weighted rule, which skipped() counts. Lee-Ready,
    /// EMO and CLNV go by the tick until there is a quote; the venue's flag, where a trade has
    /// none, by the weighted rule, or the tick.
    std::optional<FlowPrint> classify(const Trade &trade);

    /// Trades that came before the first quote.
    qint64 skipped() const { return m_skipped; }
    bool hasQuote() const { return m_ask > Price(); }

    /// From now on every classified trade is also judged by the other rules; by the venue's flag
    /// only where that is the rule.
    void compareRules() { m_agreement.emplace(); }
    /// Null unless rules are compared.
    const RuleAgreement *agreement() const { return m_agreement ? &*m_agreement : nullptr; }

private:
    int remember(Price price);
    FlowSide sideOf(ClassifierRule rule, const Trade &trade) const;
    FlowSide weighted(Price price) const;
    FlowSide clnv(Price price) const;
    FlowSide emo(Price price) const;
    FlowSide venue(const Trade &trade) const;
    int midSign(Price price) const;
    void compare(const Trade &trade);

    ClassifierRule m_rule;
    Price m_bid; // zero while there is no quote
    Price m_ask;
    std::optional<Price> m_lastPrice;
    int m_tickSign = 0; // of the last change of price
    qint64 m_skipped = 0;
    std::optional<RuleAgreement> m_agreement;
};

} // namespace tapeline
