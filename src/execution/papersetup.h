#pragma once

#include "accountsettings.h"
#include "paperconfig.h"

#include <QByteArray>

namespace tapeline {

/// What a configuration file says: how the paper broker fills, and how the account is kept.
struct PaperSetup
{
    PaperConfig broker {};
    AccountSettings account {};

    friend bool operator==(const PaperSetup &, const PaperSetup &) = default;
};

/// One JSON object; what is missing keeps its default. Names of the broker: mode, latency,
/// cancel_latency, jitter, refresh, max_chase (milliseconds), rest, participation, slippage,
/// commission, regulatory_fees, package_mid, hold_market_orders, trigger_stops_at_once,
/// allow_wide_spreads, refuse_delayed_data, refuse_wash_cross, reduce_on_dividend, good_till_days,
/// seed; of the account: those of its settings. Malformed with a sentence for a name or value that
/// is not known.
Result<PaperSetup> paperSetupFromJson(const QByteArray &text);
/// The same from a file; Storage when it cannot be read.
Result<PaperSetup> readPaperSetup(const QString &file);

} // namespace tapeline
