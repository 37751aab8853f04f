#include "candidatesmodel.h"

#include "strategytext.h"

#include <QMetaEnum>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<TradeTableModel::ColumnLook, CandidatesModel::ColumnCount> columns { {
    { .sample = "Bear call spread (credit)", .isText = true, .isStrong = true },
    { .sample = "18 Dec 26", .isText = true },
    { .sample = "-1 470 P  +1 475 P", .rank = 1, .isText = true, .takesRest = true },
    { .sample = "-1,234.00" },
    { .sample = "12,345.00", .rank = 5 },
    { .sample = "12,345.00", .rank = 4 },
    { .sample = "12.3 : 1" },
    { .sample = "55.5 %" },
    { .sample = "-123.00" },
    { .sample = "0.55", .rank = 3 },
    { .sample = "10.0 %", .rank = 6 },
    { .sample = "123,456", .rank = 7 },
} };

QString money(double amount, const QLocale &locale)
{
    return (amount < 0 ? u"\u2212"_s : QString()) + locale.toString(std::abs(amount), 'f', 2);
}

QString percent(double share, const QLocale &locale)
{
    return CandidatesModel::tr("%1 %").arg(locale.toString(share * 100, 'f', 1));
}

double numberOf(const Candidate &candidate, int column)
{
    switch (column) {
    case CandidatesModel::Expiry:
        return double(candidate.expiry.day.toJulianDay());
    case CandidatesModel::Cost:
        return candidate.cost;
    case CandidatesModel::Reward:
        return candidate.reward;
    case CandidatesModel::Risk:
        return candidate.risk;
    case CandidatesModel::Ratio:
        return candidate.rewardToRisk();
    case CandidatesModel::Probability:
        return candidate.probability;
    case CandidatesModel::Expected:
        return candidate.expectedValue;
    case CandidatesModel::Delta:
        return candidate.delta;
    case CandidatesModel::Spread:
        return candidate.spread;
    case CandidatesModel::Interest:
        return candidate.openInterest;
    default:
        return 0;
    }
}

} // namespace

void CandidatesModel::setResult(const OptimiserResult &result, const OptimiserRules &rules)
{
    beginResetModel();
    m_candidates = result.candidates;
    m_rules = rules;
    endResetModel();
}

int CandidatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_candidates.size());
}

std::span<const TradeTableModel::ColumnLook> CandidatesModel::looks() const
{
    return columns;
}

QString CandidatesModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QVariant CandidatesModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::ToolTipRole && index.isValid())
        return strategytext::reasons(candidate(index.row()), m_rules, locale());
    return TradeTableModel::data(index, role);
}

QString CandidatesModel::title(int column) const
{
    switch (column) {
    case Form:
        return tr("Strategy");
    case Expiry:
        return tr("Expiration");
    case Legs:
        return tr("Legs");
    case Cost:
        //: Negative: a credit
        return tr("Debit");
    case Reward:
        return tr("Reward");
    case Risk:
        return tr("Risk");
    case Ratio:
        return tr("R : R");
    case Probability:
        return tr("Chance");
    case Expected:
        return tr("Exp. value");
    case Delta:
        return tr("Delta");
    case Spread:
        return tr("Spread");
    case Interest:
        return tr("Open int.");
    default:
        return {};
    }
}

QString CandidatesModel::text(int row, int column) const
{
    const Candidate &own = candidate(row);
    switch (column) {
    case Form:
        return strategytext::name(own.form);
    case Expiry:
        return locale().toString(own.expiry.day, u"d MMM yy"_s);
    case Legs:
        return strategytext::legs(own, locale());
    case Cost:
    case Reward:
    case Risk:
    case Expected:
        return money(numberOf(own, column), locale());
    case Ratio:
        return tr("%1 : 1").arg(locale().toString(own.rewardToRisk(), 'f', 1));
    case Probability:
    case Spread:
        return percent(numberOf(own, column), locale());
    case Delta:
        return locale().toString(own.delta, 'f', 2);
    case Interest:
        return locale().toString(own.openInterest, 'f', 0);
    default:
        return {};
    }
}

QVariant CandidatesModel::value(int row, int column, int role) const
{
    const Candidate &own = candidate(row);
    switch (role) {
    case SortRole:
        return column == Form || column == Legs ? QVariant(text(row, column))
                                                : QVariant(numberOf(own, column));
    case SearchRole:
        return QString(text(row, Form) + u' ' + text(row, Legs));
    case SignRole:
        return column == Expected ? (own.expectedValue > 0 ? 1 : -1) : 0;
    default:
        return {};
    }
}

} // namespace tapeline
