#include "strategyfigures.h"

#include "figuretile.h"
#include "orderpreview.h"
#include "tradetext.h"

#include <QEvent>
#include <QGridLayout>
#include <QLocale>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int columns = 3;

/// What it can come to, what it reacts to, what the account says: each begins a line.
constexpr std::array<std::pair<int, int>, StrategyFigures::figureCount> places { {
    { 0, 0 },
    { 0, 1 },
    { 0, 2 },
    { 1, 0 },
    { 1, 1 },
    { 1, 2 },
    { 2, 0 },
    { 2, 1 },
    { 3, 0 },
    { 3, 1 },
    { 3, 2 },
    { 4, 0 },
    { 4, 1 },
    { 5, 0 },
    { 5, 1 },
} };
const QString nothing = u"\u2013"_s;

int signOf(double value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/// Whole cents where they matter.
QString money(double amount)
{
    return QLocale().toString(std::abs(amount), 'f', std::abs(amount) < 10'000 ? 2 : 0);
}

QString signedMoney(double amount)
{
    const QLocale here;
    return (amount < 0 ? u"\u2212"_s : here.positiveSign()) + money(amount);
}

/// Four digits that count.
QString greek(double value)
{
    const int decimals = std::abs(value) < 1 ? 3 : std::abs(value) < 100 ? 2 : 0;
    return (value < 0 ? u"\u2212"_s : QString())
        + QLocale().toString(std::abs(value), 'f', decimals);
}

} // namespace

StrategyFigures::StrategyFigures(const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"strategyFigures"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(6);
    for (int figure = 0; figure < figureCount; ++figure) {
        auto *tile = new FigureTile(theme, this);
        tile->setObjectName(u"strategyFigure%1"_s.arg(figure));
        m_tiles[std::size_t(figure)] = tile;
        const auto [row, column] = places[std::size_t(figure)];
        grid->addWidget(tile, row, column, 1, figure == BuyingPower ? 2 : 1);
    }
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    retranslate();
}

QString StrategyFigures::text(Figure figure) const
{
    return m_tiles[figure]->text();
}

void StrategyFigures::setEvaluation(const StrategyEvaluation &evaluation)
{
    m_evaluation = evaluation;
    showFigures();
}

void StrategyFigures::setPreviews(const std::vector<OrderPreview> &previews)
{
    m_previews = previews;
    showPreviews();
}

void StrategyFigures::set(Figure figure, const QString &text, int sign)
{
    m_tiles[figure]->setFigure(text, sign);
}

void StrategyFigures::showFigures()
{
    const StrategyEvaluation &seen = m_evaluation;
    m_tiles[Cost]->setName(seen.cost < 0 ? tr("Net credit") : tr("Net debit"));
    if (!seen.isComplete) {
        for (int figure = Cost; figure < Margin; ++figure)
            set(Figure(figure), nothing);
        return;
    }
    const QLocale here;
    const auto orUnlimited = [](const std::optional<double> &value, double sign) {
        return value ? signedMoney(sign * *value) : tr("unlimited");
    };
    set(Cost, money(seen.cost));
    set(MaxGain, orUnlimited(seen.outcome.maxGain, 1), 1);
    set(MaxLoss, orUnlimited(seen.outcome.maxLoss, -1), -1);
    QStringList zeros;
    for (const double spot : seen.outcome.breakEvens)
        zeros.append(here.toString(spot, 'f', 2));
    set(BreakEvens, zeros.isEmpty() ? nothing : zeros.join(u"  "_s));
    set(Probability,
        seen.probability ? tr("%1 %").arg(here.toString(*seen.probability * 100, 'f', 1))
                         : nothing);
    set(ExpectedValue, seen.expectedValue ? signedMoney(*seen.expectedValue) : nothing,
        signOf(seen.expectedValue.value_or(0)));
    //: Reward against risk
    set(RewardToRisk,
        seen.rewardToRisk ? tr("%1 : 1").arg(here.toString(*seen.rewardToRisk, 'f', 2)) : nothing);
    set(Then, signedMoney(seen.profitThen), signOf(seen.profitThen));
    set(Delta, greek(seen.greeks.delta));
    set(Gamma, greek(seen.greeks.gamma));
    set(Theta, greek(seen.greeks.theta));
    set(Vega, greek(seen.greeks.vega));
    set(Rho, greek(seen.greeks.rho));
}

/// Of several orders the first leaves what the others begin with: what they take adds up.
void StrategyFigures::showPreviews()
{
    if (m_previews.empty()) {
        set(Margin, nothing);
        set(BuyingPower, nothing);
        return;
    }
    Money taken;
    for (const OrderPreview &preview : m_previews)
        taken += preview.buyingPower - preview.buyingPowerAfter;
    const Money left = m_previews.front().buyingPower - taken;
    set(Margin, tradetext::money(taken));
    set(BuyingPower, tradetext::money(left), left < Money() ? -1 : 0);
}

void StrategyFigures::retranslate()
{
    const std::array<QString, figureCount> names {
        tr("Net debit"),
        tr("Most it gains"),
        tr("Most it loses"),
        tr("Break-even"),
        tr("Chance of profit"),
        tr("Expected value"),
        tr("Reward : risk"),
        //: Profit if the market is as the sliders say
        tr("P/L at the sliders"),
        tr("Delta"),
        tr("Gamma"),
        tr("Theta a day"),
        tr("Vega a point"),
        tr("Rho a percent"),
        tr("Takes of buying power"),
        tr("Buying power then"),
    };
    for (std::size_t figure = 0; figure < figureCount; ++figure)
        m_tiles[figure]->setName(names[figure]);
    m_tiles[Probability]->setToolTip(
        tr("That it ends above break-even when its first options end: prices are spread "
           "lognormally around the forward price by the volatility at the money."));
    m_tiles[ExpectedValue]->setToolTip(
        tr("The mean of what it pays at the first end, by the prices of all options of that "
           "expiration (their smile), discounted, less what it costs."));
    m_tiles[MaxLoss]->setToolTip(
        tr("At the end of its first options. Options that end later count with what the model "
           "says then."));
    m_tiles[Delta]->setToolTip(tr("Moves like so many units of the underlying."));
    m_tiles[Margin]->setToolTip(
        tr("What the account says that the order would hold back. Of several orders the sum, at "
           "most."));
    showFigures();
    showPreviews();
}

void StrategyFigures::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tapeline
