#pragma once

#include "marketcalendar.h"
#include "price.h"
#include "timestamp.h"

#include <QDate>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace tapeline {

/// Two sources that do not agree about a price.
struct Discrepancy
{
    /// What was compared.
    enum class Basis : quint8 { LastPrice, Close };

    QString symbol;
    Price a; ///< of the source that is shown
    Price b; ///< of the one it is compared with
    double percent = 0; ///< by how much b differs from a, without a sign
    Timestamp
        since {}; ///< market time: of the first price in a row that disagrees, or the bar's start
    Basis basis = Basis::LastPrice;

    friend bool operator==(const Discrepancy &, const Discrepancy &) = default;
};

/// Decides whether two sources disagree about what a symbol costs, so that one odd print, a price
/// that is late or one of another session raises no alarm.
///
/// Last prices count when both are fresh, of nearly the same time, of one day and of one part of
/// its sessions; a number of them in a row must disagree, and one that agrees ends it. A bar that
/// is closed is final: one is enough, and only that bar, or a later one, that agrees ends it.
class PriceComparison
{
public:
    struct Rules
    {
        double percent = 1; ///< more than this is a disagreement
        int inARow = 3; ///< last prices; 1 or more
        Duration freshFor = 20min; ///< the second source may be a quarter of an hour late
        Duration apart = 90s; ///< how far the times of two last prices may lie apart
    };

    struct Last
    {
        Price price;
        Timestamp time {}; ///< of the trade
        SessionPart part = SessionPart::Closed; ///< of its time
    };

    PriceComparison() = default;
    explicit PriceComparison(const Rules &rules)
        : m_rules(rules)
    {
    }

    /// Changes of the rules hold from the next price on.
    void setRules(const Rules &rules) { m_rules = rules; }

    /// The last prices of both sources. Whether they could be compared. A pair that was compared
    /// before counts once.
    bool addLast(const QString &symbol, const Last &a, const Last &b, Timestamp marketNow);
    /// Closes of the same closed bar. Whether they could be compared: there are both, and no later
    /// bar was compared already.
    bool addClose(const QString &symbol, Timestamp barStart, Price a, Price b);
    void forget(const QString &symbol) { m_states.erase(symbol); }

    /// What the sources disagree about at present. Where both do, that of closes, which is final.
    std::optional<Discrepancy> of(const QString &symbol) const;
    std::vector<Discrepancy> all() const; ///< by symbol

    /// By how many percent b differs from a; nothing without two positive prices.
    static std::optional<double> difference(Price a, Price b);

private:
    struct State
    {
        int inARow = 0; ///< last prices that disagree
        Timestamp seenA {}; ///< of the pair compared last
        Timestamp seenB {};
        Discrepancy last;
        Timestamp closed {}; ///< start of the newest bar that was compared
        std::optional<Discrepancy> close;
    };

    bool areComparable(const Last &a, const Last &b, Timestamp marketNow) const;
    std::optional<Discrepancy> of(const State &state) const;

    Rules m_rules;
    std::map<QString, State> m_states;
};

} // namespace tapeline
