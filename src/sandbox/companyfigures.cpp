#include "companyfigures.h"

#include "keyeddraws.h"

#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// What a company is like as long as it lives.
struct Habits
{
    double priceToEarnings;
    double netMargin;
    double grossMargin;
    double researchShare; ///< of the operating expenses
    double taxRate;
    double interestShare; ///< of revenue
    double depreciationShare; ///< of revenue
    double seasonality;
    int bestQuarter;
};

Habits habitsOf(const InstrumentTraits &traits)
{
    SplitMix64 draws(mixKeys(traits.key, quint64(DrawPurpose::Figures)));
    Habits habits {};
    const bool isTechnology = traits.info.sector == "Technology"_L1;
    habits.priceToEarnings = between(draws, 12, isTechnology ? 38 : 24);
    habits.netMargin = between(draws, 0.06, isTechnology ? 0.28 : 0.16);
    habits.taxRate = between(draws, 0.15, 0.24);
    habits.interestShare = between(draws, 0.002, 0.015);
    habits.grossMargin = habits.netMargin / (1 - habits.taxRate) + between(draws, 0.12, 0.3);
    habits.researchShare = isTechnology ? between(draws, 0.4, 0.7) : between(draws, 0, 0.2);
    habits.depreciationShare = between(draws, 0.02, 0.07);
    habits.seasonality = between(draws, 0.02, 0.14);
    habits.bestQuarter = static_cast<int>(draws.below(4));
    return habits;
}

/// To the thousand, as reports have it.
qint64 thousands(double dollars)
{
    return std::llround(dollars / 1'000) * 1'000;
}

} // namespace

CompanyFigures::CompanyFigures(quint64 seed, const ShareBook &shares)
    : m_seed(seed)
    , m_shares(shares)
{
}

bool CompanyFigures::hasBooks(const InstrumentTraits &traits)
{
    return traits.info.type == "CS"_L1;
}

QuarterIncome CompanyFigures::income(const InstrumentTraits &traits, FiscalQuarter quarter) const
{
    const Habits habits = habitsOf(traits);
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Figures, traits.key, quint64(quarter.index));
    const double scale = m_shares.of(traits).scaleOn(quarter.end());
    const double phase = 0.5 * std::numbers::pi * (quarter.number() - 1 - habits.bestQuarter);
    const double season = 1 + habits.seasonality * std::cos(phase);
    const double yearly = PricePath::trend(traits, weekdayIndex(quarter.end()))
        * traits.info.sharesOutstanding / habits.priceToEarnings;
    const double wanted = yearly / 4 * season * (1 + 0.05 * bell(draws));

    QuarterIncome income;
    income.revenue = thousands(wanted / habits.netMargin * (1 + 0.02 * bell(draws)));
    const auto revenue = static_cast<double>(income.revenue);
    income.costOfRevenue = thousands(revenue * (1 - habits.grossMargin));
    income.grossProfit = income.revenue - income.costOfRevenue;
    income.interest = thousands(revenue * habits.interestShare);
    income.incomeBeforeTaxes = thousands(wanted / (1 - habits.taxRate));
    income.operatingIncome = income.incomeBeforeTaxes + income.interest;
    income.operatingExpenses = income.grossProfit - income.operatingIncome;
    income.research
        = thousands(static_cast<double>(income.operatingExpenses) * habits.researchShare);
    income.selling = income.operatingExpenses - income.research;
    income.taxes = thousands(static_cast<double>(income.incomeBeforeTaxes) * habits.taxRate);
    income.netIncome = income.incomeBeforeTaxes - income.taxes;
    income.depreciation = thousands(revenue * habits.depreciationShare);
    income.shares = std::llround(traits.info.sharesOutstanding / scale);
    income.earningsPerShare
        = std::round(static_cast<double>(income.netIncome) / double(income.shares) * 100) / 100;
    return income;
}

} // namespace tapeline
