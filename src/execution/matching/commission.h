#pragma once

#include "money.h"
#include "result.h"

namespace tapeline {

/// What a broker charges (execution.md B.7).
struct CommissionModel
{
    enum class Kind : quint8 { Zero, PerOrder, PerShare, PerContract, Bps, MakerTaker };

    Kind kind = Kind::Zero;
    Money amount {}; ///< an order, a share or a contract
    Money minimum {}; ///< an order
    qint64 capPpm = 0; ///< of the order's notional; wins over the minimum; 0 is none
    qint64 makerPpm = 0; ///< of the notional
    qint64 takerPpm = 0;

    /// "zero", "per_order:1.00", "per_share:0.005,1.00,1", "per_contract:0.65,1.00", "bps:5",
    /// "maker_taker:15,25".
    static Result<CommissionModel> parse(QStringView text);
    friend bool operator==(const CommissionModel &, const CommissionModel &) = default;
};

/// The commission of one order, spread over its fills: a minimum is charged once.
class RunningCommission
{
public:
    /// What this fill adds to the order's commission.
    Money add(const CommissionModel &model, Qty qty, Money value, bool maker);
    /// A fill that was charged before.
    void resume(Qty qty, Money value, bool maker, Money charged);

private:
    Money total(const CommissionModel &model) const;

    Qty m_qty;
    Money m_makerValue;
    Money m_takerValue;
    Money m_charged;
};

} // namespace tapeline
