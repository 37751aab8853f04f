#include "chaininputs.h"

#include "corporatedecoder.h"
#include "easterntime.h"
#include "economydecoder.h"
#include "symbology.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

std::optional<RateCurve> ChainInputs::curveOf(const TreasuryYields &yields)
{
    std::vector<RateCurve::Point> points;
    for (std::size_t i = 0; i < treasuryMonths.size(); ++i)
        if (const std::optional<double> percent = yields.percent[i])
            points.push_back({ treasuryMonths[i] / 12.0, RateCurve::continuous(*percent) });
    return points.empty() ? std::nullopt : std::optional(RateCurve(std::move(points)));
}

ChainInputs::ChainInputs(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void ChainInputs::reset()
{
    m_mayAsk = false;
    m_askedOn = {};
    m_rates = RateCurve(usualRate);
    m_ratesKnown = false;
    m_ratesQuestion = {};
    for (Dividends &own : m_dividends)
        own = {};
}

void ChainInputs::onTimeKnown()
{
    m_mayAsk = m_context.hasRest();
    askDaily();
}

/// Yields and dividends are those of the day.
void ChainInputs::askDaily()
{
    const QDate today = easterntime::date(m_context.marketNow());
    if (!m_mayAsk || m_askedOn == today)
        return;
    m_askedOn = today;
    if (m_ratesWanted)
        askRates();
    for (const QString &underlying : m_dividends.keys())
        askDividends(underlying);
}

void ChainInputs::tick()
{
    askDaily();
    const Duration now = m_context.wall.monotonic();
    if (m_ratesQuestion.retry.takeDue(now))
        askRates();
    for (auto own = m_dividends.begin(); own != m_dividends.end(); ++own)
        if (own->question.retry.takeDue(now))
            askDividends(own.key());
}

void ChainInputs::want(const QString &underlying)
{
    if (!std::exchange(m_ratesWanted, true) && m_mayAsk)
        askRates();
    if (symbology::classOf(underlying) != AssetClass::Stocks || m_dividends.contains(underlying))
        return;
    m_dividends.insert(underlying, {});
    if (m_mayAsk)
        askDividends(underlying);
}

std::optional<double> ChainInputs::yearOfDividends(const QString &underlying) const
{
    const auto own = m_dividends.constFind(underlying);
    return own == m_dividends.cend() ? std::nullopt : own->amount;
}

void ChainInputs::askRates()
{
    if (m_ratesQuestion.request != 0)
        return;
    m_ratesQuestion.request = m_context.requests.ask(
        u"/fed/v1/treasury-yields"_s,
        { { u"sort"_s, u"date.desc"_s },
          { u"limit"_s, u"1"_s },
          { u"date.lte"_s, easterntime::date(m_context.marketNow()).toString(Qt::ISODate) } },
        { RestPriority::OnScreen, RestPurpose::OptionChain },
        [this](const RestReply &reply) { onRates(reply); });
}

void ChainInputs::onRates(const RestReply &reply)
{
    const Result<TreasuryYieldsPage> page = m_context.read(reply, decodeTreasuryYields);
    if (!m_ratesQuestion.settle(page, m_context) || page->days.empty())
        return;
    const std::optional<RateCurve> curve = curveOf(page->days.front());
    if (!curve)
        return;
    m_rates = *curve;
    m_ratesKnown = true;
    emit changed();
}

void ChainInputs::askDividends(const QString &underlying)
{
    ServiceQuestion &question = m_dividends[underlying].question;
    if (question.request != 0)
        return;
    const QDate today = easterntime::date(m_context.marketNow());
    question.request = m_context.requests.ask(
        u"/stocks/v1/dividends"_s,
        { { u"ticker"_s, underlying },
          { u"ex_dividend_date.gt"_s, today.addYears(-1).toString(Qt::ISODate) },
          { u"ex_dividend_date.lte"_s, today.toString(Qt::ISODate) },
          { u"limit"_s, u"100"_s } },
        { RestPriority::OnScreen, RestPurpose::OptionChain, underlying },
        [this, underlying](const RestReply &reply) { onDividends(underlying, reply); });
}

void ChainInputs::onDividends(const QString &underlying, const RestReply &reply)
{
    Dividends &own = m_dividends[underlying];
    const Result<DividendsPage> page = m_context.read(reply, decodeDividends);
    if (!own.question.settle(page, m_context))
        return;
    double sum = 0;
    for (const Dividend &dividend : page->dividends)
        if (dividend.type != "special"_L1 && dividend.type != "SC"_L1
            && (dividend.currency.isEmpty() || dividend.currency == "USD"_L1))
            sum += dividend.cashAmount.toDouble();
    own.amount = sum;
    emit changed();
}

} // namespace tapeline
