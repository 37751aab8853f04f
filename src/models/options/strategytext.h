#pragma once

#include "strategyevaluation.h"
#include "strategyoptimiser.h"
#include "strategyorders.h"
#include "strategytemplates.h"

#include <QLocale>

namespace tapeline {

/// Words and sentences of strategies for people, in the language of the window.
namespace strategytext {

/// "Iron condor", "Bull put spread".
QString name(StrategyForm form);
/// "Iron condor, 18 Dec 26".
QString title(const StrategyEvaluation &evaluation, const QLocale &locale = {});
/// What was chosen for a template, a line a leg: "Sell 745 C, 18 Dec 26: delta 0.21, nearest to
/// 0.20", and what had to be assumed.
QStringList picks(const PickedStrategy &picked, const QLocale &locale = {});
/// Why a template could not be filled in.
QString pickFailure(const Error &error);
/// Why a leg has no figures; empty where it has.
QString trouble(const LegEvaluation &leg, const QLocale &locale = {});
/// How a draft is sent when it is not one order; empty when it is.
QString split(const StrategyOrders &orders);

QString view(MarketView view);
/// "1,204 combinations looked at, 12 kept. Left out: 310 by delta, ...".
QString outcome(const OptimiserResult &result, const QLocale &locale = {});
/// "+1 745 C / -1 750 C".
QString legs(const Candidate &candidate, const QLocale &locale = {});
/// Why a candidate was taken: which rules it keeps, in its numbers.
QString reasons(const Candidate &candidate, const OptimiserRules &rules,
                const QLocale &locale = {});

} // namespace strategytext
} // namespace tapeline
