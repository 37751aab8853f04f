#pragma once

#include "chartalert.h"

#include <QLocale>

#include <functional>

namespace tapeline::alerttext {

/// How a drawing is called: "the trend line". Empty: as any.
using DrawingName = std::function<QString(const QString &symbol, const QString &drawing)>;

QString condition(AlertCondition condition); ///< "Crossing up"
QString when(AlertWhen when); ///< "Once per bar"
QString state(AlertState state); ///< "Active"
/// "187.50"; as many decimals as it has, two at least.
QString level(double level, const QLocale &locale = {});
/// "EMA 20 Close", "MACD 12 26 9 Close Signal".
QString indicator(const IndicatorSpec &spec, int output, const QLocale &locale = {});
/// "5-minute bars".
QString bars(Timeframe timeframe);
/// "AAPL crosses above 187.50, once"; "RSI 14 of AAPL crosses below 30 on 5-minute bars, once per
/// bar". No full stop.
QString sentence(const ChartAlert &alert, const QLocale &locale = {},
                 const DrawingName &drawings = {});
/// What is to come about alone: "AAPL crosses above 187.50".
QString event(const ChartAlert &alert, const QLocale &locale = {},
              const DrawingName &drawings = {});
/// "AAPL crossed above 187.50: 187.52 at 10:31 ET, 15 min delayed". No full stop.
QString fired(const AlertFiring &firing, const QLocale &locale = {},
              const DrawingName &drawings = {});
/// What happened alone, with how late the data was: "AAPL crossed above 187.50, 15 min delayed".
QString happened(const AlertFiring &firing, const QLocale &locale = {},
                 const DrawingName &drawings = {});
/// The value with which it fired: "187.52".
QString value(const AlertFiring &firing, const QLocale &locale = {});
/// "10:31:07 ET", with the day where it is not today's.
QString time(Timestamp time, Timestamp now, const QLocale &locale = {});

} // namespace tapeline::alerttext
