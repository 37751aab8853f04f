#include "analysisfigures.h"

#include "analysistext.h"
#include "figuretile.h"
#include "flowlayout.h"
#include "theme.h"
#include "volatilityrank.h"

#include <QEvent>
#include <QLocale>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array tileNames { "implied"_L1,  "rank"_L1,          "percentile"_L1,
                                 "realised"_L1, "putCallVolume"_L1, "putCallInterest"_L1,
                                 "skew"_L1,     "move"_L1,          "maxPain"_L1,
                                 "gamma"_L1 };

std::optional<QString> ratio(const std::optional<double> &value)
{
    return value ? std::optional(QLocale().toString(*value, 'f', 2)) : std::nullopt;
}

} // namespace

AnalysisFigures::AnalysisFigures(const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins(theme.scaled(12), theme.scaled(6), theme.scaled(12), theme.scaled(6));
    flow->setSpacing(theme.scaled(14));
    for (std::size_t i = 0; i < TileCount; ++i) {
        m_tiles[i] = new FigureTile(theme, this);
        m_tiles[i]->setObjectName(u"figure_"_s + tileNames[i]);
        flow->addWidget(m_tiles[i]);
    }
    name();
    clear();
}

void AnalysisFigures::clear()
{
    m_moveName.clear();
    m_painName.clear();
    name();
    for (std::size_t i = 0; i < TileCount; ++i)
        set(Tile(i), std::nullopt, {});
}

void AnalysisFigures::name()
{
    m_tiles[Implied]->setName(tr("IV 30 d"));
    m_tiles[Rank]->setName(tr("IV rank"));
    m_tiles[Percentile]->setName(tr("IV percentile"));
    m_tiles[Realised]->setName(tr("Realised 30 d"));
    m_tiles[PutCallVolume]->setName(tr("Put/call volume"));
    m_tiles[PutCallInterest]->setName(tr("Put/call OI"));
    m_tiles[Skew]->setName(tr("Skew 25 delta"));
    m_tiles[Move]->setName(m_moveName.isEmpty()
                               ? tr("Expected move")
                               //: The expected move until a date, as 0.85 of the straddle
                               : tr("Move to %1, straddle").arg(m_moveName));
    m_tiles[MaxPain]->setName(m_painName.isEmpty() ? tr("Max pain")
                                                   : tr("Max pain %1").arg(m_painName));
    m_tiles[Gamma]->setName(tr("Gamma per 1 %"));
}

void AnalysisFigures::set(Tile tile, const std::optional<QString> &text, const QString &hint,
                          int sign)
{
    m_tiles[tile]->setFigure(text.value_or(u"\u2013"_s), sign);
    m_tiles[tile]->setToolTip(hint);
    m_tiles[tile]->setAccessibleDescription(text.value_or(tr("not known")));
}

void AnalysisFigures::show(const ChainAnalysis &analysis, const VolatilityRecord &record)
{
    showVolatility(analysis, record);
    const ChainTotals &totals = analysis.totals();
    set(PutCallVolume, ratio(totals.putCallVolume()),
        tr("%1 puts and %2 calls traded today, all expirations")
            .arg(analysistext::contracts(totals.putVolume),
                 analysistext::contracts(totals.callVolume)));
    set(PutCallInterest, ratio(totals.putCallInterest()),
        tr("%1 puts and %2 calls open, all expirations")
            .arg(analysistext::contracts(totals.putInterest),
                 analysistext::contracts(totals.callInterest)));
    set(Gamma, analysistext::money(totals.gamma),
        tr("What dealers trade when the underlying moves by 1 %, if they have bought all calls and "
           "written all puts that stand open. Nobody publishes whether they have."),
        totals.gamma > 0       ? 1
            : totals.gamma < 0 ? -1
                               : 0);
    showExpiry(analysis);
    name();
}

void AnalysisFigures::showVolatility(const ChainAnalysis &analysis, const VolatilityRecord &record)
{
    const std::optional<ConstantMaturity> month = analysis.thirtyDays();
    const auto fraction = [](const std::optional<double> &value) {
        return value ? std::optional(analysistext::percent(*value)) : std::nullopt;
    };
    const auto whole = [](const std::optional<double> &value) {
        return value ? std::optional(QLocale().toString(*value, 'f', 0)) : std::nullopt;
    };
    set(Implied, month ? fraction(month->volatility) : std::nullopt,
        !month || month->isBetween
            ? tr("At the money forward, between the two expirations around 30 days by variance")
            : tr("Of the expiration nearest to 30 days: none lies on its other side"));
    const bool hasRecord = month && record.closes.size() >= fewestCloses;
    const QString basis = hasRecord
        ? tr("Among the %n day(s) before", nullptr, int(record.closes.size()))
        : tr("Needs %1 days with volatilities; there are %2. One is kept for every day that the "
             "chain was seen late in the session.")
              .arg(fewestCloses)
              .arg(record.closes.size());
    set(Rank,
        hasRecord ? whole(volatilityrank::rank(record.closes, month->volatility)) : std::nullopt,
        basis);
    set(Percentile,
        hasRecord ? whole(volatilityrank::percentile(record.closes, month->volatility))
                  : std::nullopt,
        basis);
    set(Realised, fraction(record.realised),
        record.closeToClose
            ? tr("By Yang and Zhang, from nights, days and ranges of 30 trading days; from close "
                 "to close %1")
                  .arg(analysistext::percent(*record.closeToClose))
            : tr("Needs daily bars of 30 trading days"));
}

/// Of the expiration nearest to a month.
void AnalysisFigures::showExpiry(const ChainAnalysis &analysis)
{
    const ExpiryAnalysis *expiry = analysis.nearestToMonth();
    if (!expiry) {
        for (const Tile tile : { Skew, Move, MaxPain })
            set(tile, std::nullopt, {});
        return;
    }
    const QString until = QLocale().toString(expiry->expiry.day, u"d MMM"_s);
    m_moveName = until;
    m_painName = until;
    const auto points = [](double fraction) -> QString {
        const QString text = QLocale().toString(std::abs(fraction) * 100, 'f', 1);
        return (fraction < 0 ? u"\u2212"_s : u"+"_s) + text;
    };
    set(Skew, expiry->skew ? std::optional(points(*expiry->skew)) : std::nullopt,
        tr("Volatility of the put with delta -0.25 less that of the call with 0.25, in points, "
           "%1")
            .arg(until));
    const auto amount = [](const std::optional<double> &move) {
        return move ? QLocale().toString(*move, 'f', 2) : u"\u2013"_s;
    };
    const double spot = analysis.book()->spot().toDouble();
    std::optional<QString> move;
    if (expiry->move.ofStraddle && spot > 0)
        //: The expected move in dollars and in percent
        move = tr("\u00b1%1 (%2)")
                   .arg(amount(expiry->move.ofStraddle),
                        analysistext::percent(*expiry->move.ofStraddle / spot));
    set(Move, move,
        tr("0.85 of the straddle at the money: %1. By volatility, one standard deviation: %2. By "
           "straddle and strangles: %3.")
            .arg(amount(expiry->move.ofStraddle), amount(expiry->move.ofVolatility),
                 amount(expiry->move.ofStrangles)));
    set(MaxPain,
        expiry->maxPain ? std::optional(analysistext::strike(*expiry->maxPain)) : std::nullopt,
        tr("The strike where the options that stand open would pay least, %1").arg(until));
}

void AnalysisFigures::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        name();
}

} // namespace tapeline
