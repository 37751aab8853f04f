#include "corporateendpoints.h"

#include "corporatesource.h"
#include "easterntime.h"
#include "shareadjustment.h"
#include "splitmix64.h"
#include "tablelist.h"

#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using namespace tablelist;

namespace {

constexpr int factorDecimals = 8;
/// A site that stands for none: what is invented has no page.
const QString simulatedSite = u"https://example.com/tapeline-simulation/"_s;

const QString &symbolOf(const EndpointCall &call, int instrument)
{
    return call.source.instrument(instrument).symbol;
}

/// The same row has the same id in both generations of a list.
QString idOf(char kind, const QString &symbol, QDate date)
{
    const quint64 id = mixKeys(stableHash(symbol.toStdString()), quint64(date.toJulianDay()));
    return QLatin1Char(kind) + QString::number(id, 16);
}

bool isWithin(QDate date, QDate from, QDate to)
{
    return date >= from && date <= to;
}

// Splits

constexpr std::array splitColumns {
    Column { "id" },
    Column { "ticker", Kind::Text, Filters::RangeAny, true },
    Column { "execution_date", Kind::Date, Filters::Range, true },
    Column { "split_from", Kind::Number },
    Column { "split_to", Kind::Number },
    Column { "adjustment_type", Kind::Text, Filters::EqualAny, true },
    Column { "historical_adjustment_factor", Kind::Number, Filters::None, false, factorDecimals },
};
constexpr std::array oldSplitColumns {
    Column { "id" },
    Column { "ticker", Kind::Text, Filters::Range, true },
    Column { "execution_date", Kind::Date, Filters::Range, true },
    Column { "split_from", Kind::Number },
    Column { "split_to", Kind::Number },
    Column {
        .name = "reverse_split", .kind = Kind::Flag, .filters = Filters::Equal, .isShown = false },
};

Source splitSource(const EndpointCall &call, bool isOld)
{
    return [&call, isOld](int instrument, QDate from, QDate to, std::vector<Row> &rows) {
        const Timestamp now = call.source.now();
        const ShareAdjustment adjustment(call.source, instrument, now);
        const QString &symbol = symbolOf(call, instrument);
        for (const ServedSplit &split : call.source.corporate().splits(instrument, now)) {
            if (!isWithin(split.executed, from, to))
                continue;
            const bool isReverse = split.from > split.to;
            Row row { idOf('S', symbol, split.executed), symbol, split.executed, qint64(split.from),
                      qint64(split.to) };
            if (isOld) {
                row.push_back(isReverse);
            } else {
                row.push_back(isReverse ? u"reverse_split"_s : u"forward_split"_s);
                // Of this split and those since
                row.push_back(adjustment.factorOn(split.executed.addDays(-1)));
            }
            rows.push_back(std::move(row));
        }
    };
}

// Dividends

constexpr std::array dividendColumns {
    Column { "id" },
    Column { "ticker", Kind::Text, Filters::RangeAny, true },
    Column { "cash_amount", Kind::Number },
    Column { "split_adjusted_cash_amount", Kind::Number },
    Column { "currency" },
    Column { "declaration_date", Kind::Date },
    Column { "ex_dividend_date", Kind::Date, Filters::Range, true },
    Column { "record_date", Kind::Date },
    Column { "pay_date", Kind::Date },
    Column { "frequency", Kind::Number, Filters::Range, true },
    Column { "distribution_type", Kind::Text, Filters::EqualAny, true },
    Column { "historical_adjustment_factor", Kind::Number, Filters::None, false, factorDecimals },
};
constexpr std::array oldDividendColumns {
    Column { "id" },
    Column { "ticker", Kind::Text, Filters::Range, true },
    Column { "cash_amount", Kind::Number, Filters::Range, true },
    Column { "currency" },
    Column { "declaration_date", Kind::Date, Filters::Range, true },
    Column { "ex_dividend_date", Kind::Date, Filters::Range, true },
    Column { "record_date", Kind::Date, Filters::Range, true },
    Column { "pay_date", Kind::Date, Filters::Range, true },
    Column { "frequency", Kind::Number, Filters::Equal },
    Column { "dividend_type", Kind::Text, Filters::Equal },
};

/// What prices before each dividend are multiplied with: of that one and all since that are paid
/// out by now.
std::vector<double> dividendFactors(const EndpointCall &call, int instrument,
                                    const std::vector<ServedDividend> &dividends)
{
    const Timestamp now = call.source.now();
    std::vector<double> factors(dividends.size(), 1);
    double factor = 1;
    for (std::size_t i = dividends.size(); i-- > 0;) {
        const QDate eve = call.source.calendar().previousTradingDay(dividends[i].exDate);
        const std::optional<ServedDay> day = call.source.day(instrument, eve, now);
        if (dividends[i].exDate <= easterntime::date(now) && day) {
            // A split on the ex-date itself: the close counts in the new shares
            const ShareAdjustment to(call.source, instrument,
                                     easterntime::at(dividends[i].exDate, 12h));
            const double close = to.adjusted(*day).candle.close.toDouble();
            factor *= 1 - dividends[i].amount.toDouble() / close;
        }
        factors[i] = factor;
    }
    return factors;
}

Source dividendSource(const EndpointCall &call)
{
    return [&call](int instrument, QDate from, QDate to, std::vector<Row> &rows) {
        const Timestamp now = call.source.now();
        const std::vector<ServedDividend> dividends
            = call.source.corporate().dividends(instrument, now);
        const std::vector<double> factors = dividendFactors(call, instrument, dividends);
        const ShareAdjustment adjustment(call.source, instrument, now);
        const QString &symbol = symbolOf(call, instrument);
        for (std::size_t i = 0; i < dividends.size(); ++i) {
            const ServedDividend &dividend = dividends[i];
            if (isWithin(dividend.exDate, from, to))
                rows.push_back({ idOf('D', symbol, dividend.exDate), symbol, dividend.amount,
                                 dividend.amount.toDouble() * adjustment.factorOn(dividend.exDate),
                                 u"USD"_s, dividend.declared, dividend.exDate, dividend.record,
                                 dividend.paid, qint64(dividend.frequency), u"recurring"_s,
                                 factors[i] });
        }
    };
}

Source oldDividendSource(const EndpointCall &call)
{
    return [&call](int instrument, QDate from, QDate to, std::vector<Row> &rows) {
        const QString &symbol = symbolOf(call, instrument);
        for (const ServedDividend &dividend :
             call.source.corporate().dividends(instrument, call.source.now()))
            if (isWithin(dividend.exDate, from, to))
                rows.push_back({ idOf('D', symbol, dividend.exDate), symbol, dividend.amount,
                                 u"USD"_s, dividend.declared, dividend.exDate, dividend.record,
                                 dividend.paid, qint64(dividend.frequency), u"CD"_s });
    };
}

// News

constexpr std::array newsColumns {
    Column { "id" },
    Column { "publisher", Kind::Json },
    Column { "title" },
    Column { "author" },
    Column { "published_utc", Kind::Instant, Filters::Range, true },
    Column { "article_url" },
    Column { "description" },
    Column { "keywords", Kind::Texts },
    Column { "tickers", Kind::Texts, Filters::Range, false, 0, "ticker" },
    Column { "insights", Kind::Json },
};

/// As the service writes text: with entities where HTML has them.
QString escaped(QString text)
{
    return text.replace(u'&', "&amp;"_L1);
}

Json publisherOf(const ServedNews &news)
{
    Json publisher;
    JsonWriter json(publisher.text);
    json.beginObject();
    json.text("name", news.publisher);
    json.text("homepage_url", simulatedSite);
    json.text("logo_url", simulatedSite + u"logo.svg"_s);
    json.text("favicon_url", simulatedSite + u"icon.svg"_s);
    json.endObject();
    return publisher;
}

Json insightsOf(const ServedNews &news)
{
    Json insights;
    JsonWriter json(insights.text);
    json.beginArray();
    json.beginObject();
    json.text("ticker", news.symbols.value(0));
    json.text("sentiment", news.sentiment);
    json.text("sentiment_reasoning", escaped(news.reasoning));
    json.endObject();
    json.endArray();
    return insights;
}

Source newsSource(const EndpointCall &call)
{
    return [&call](int instrument, QDate from, QDate to, std::vector<Row> &rows) {
        for (const ServedNews &news :
             call.source.corporate().news(instrument, from, to, call.source.now()))
            rows.push_back({ news.id, publisherOf(news), escaped(news.title), news.author,
                             news.published, simulatedSite + news.id, escaped(news.description),
                             news.keywords, news.symbols, insightsOf(news) });
    };
}

// Earnings

constexpr std::array earningsColumns {
    Column { "benzinga_id", Kind::Text, Filters::RangeAny, true },
    Column { "ticker", Kind::Text, Filters::RangeAny, true },
    Column { "company_name", Kind::Text, Filters::None, true },
    Column { "date", Kind::Date, Filters::RangeAny, true },
    Column { "time", Kind::Text, Filters::None, true },
    Column { "date_status", Kind::Text, Filters::EqualAny, true },
    Column { "fiscal_period", Kind::Text, Filters::EqualAny, true },
    Column { "fiscal_year", Kind::Number, Filters::RangeAny, true },
    Column { "importance", Kind::Number, Filters::RangeAny, true },
    Column { "currency" },
    Column { "estimated_eps", Kind::Number },
    Column { "actual_eps", Kind::Number, Filters::None, true },
    Column { "previous_eps", Kind::Number },
    Column { "eps_surprise", Kind::Number, Filters::Range, true },
    Column { "eps_surprise_percent", Kind::Number, Filters::Range, true },
    Column { "eps_method" },
    Column { "estimated_revenue", Kind::Number },
    Column { "actual_revenue", Kind::Number, Filters::None, true },
    Column { "previous_revenue", Kind::Number },
    Column { "revenue_surprise", Kind::Number, Filters::Range, true },
    Column { "revenue_surprise_percent", Kind::Number, Filters::Range, true },
    Column { "revenue_method" },
    Column { "last_updated", Kind::Instant, Filters::Range, true },
};

/// A share of the estimate, in percent as the service has it: 0.05 is five.
Cell surprise(double actual, double estimated)
{
    return estimated != 0 ? Cell((actual - estimated) / std::abs(estimated)) : Cell();
}

/// The company's weight in the market, 0 to 5.
qint64 importanceOf(const ServedInstrument &company)
{
    return company.sharesOutstanding > 2e9 ? 5 : company.sharesOutstanding > 3e8 ? 3 : 1;
}

Row earningsRow(const EndpointCall &call, int instrument, const ServedReport &report)
{
    const ServedInstrument &company = call.source.instrument(instrument);
    const QDate date = easterntime::date(report.published);
    const Cell none;
    const auto result = [&](Cell cell) { return report.isOut ? std::move(cell) : none; };
    // When it came out, else when its day was told last
    const Timestamp updated = report.isOut ? report.published : report.told;
    const auto actualRevenue = static_cast<double>(report.actualRevenue);
    const auto estimatedRevenue = static_cast<double>(report.estimatedRevenue);
    return { idOf('E', company.symbol, date).mid(1),
             company.symbol,
             company.name,
             date,
             QTime(0, 0)
                 .addMSecs(static_cast<int>(easterntime::timeOfDay(report.published) / 1ms))
                 .toString(Qt::ISODate),
             report.isConfirmed ? u"confirmed"_s : u"projected"_s,
             u"Q%1"_s.arg(report.fiscalQuarter),
             qint64(report.fiscalYear),
             importanceOf(company),
             u"USD"_s,
             report.estimatedEarnings,
             result(report.actualEarnings),
             report.previousEarnings,
             result(report.actualEarnings - report.estimatedEarnings),
             result(surprise(report.actualEarnings, report.estimatedEarnings)),
             u"gaap"_s,
             report.estimatedRevenue,
             result(report.actualRevenue),
             report.previousRevenue,
             result(report.actualRevenue - report.estimatedRevenue),
             result(surprise(actualRevenue, estimatedRevenue)),
             u"gaap"_s,
             updated };
}

Source earningsSource(const EndpointCall &call)
{
    return [&call](int instrument, QDate from, QDate to, std::vector<Row> &rows) {
        for (const ServedReport &report :
             call.source.corporate().reports(instrument, from, to, call.source.now()))
            rows.push_back(earningsRow(call, instrument, report));
    };
}

} // namespace

HttpReply corporateendpoints::splits(const EndpointCall &call)
{
    return answer(call,
                  { .columns = splitColumns,
                    .sort = "execution_date.desc",
                    .symbol = "ticker",
                    .date = "execution_date" },
                  splitSource(call, false));
}

HttpReply corporateendpoints::oldSplits(const EndpointCall &call)
{
    return answer(call,
                  { .columns = oldSplitColumns,
                    .generation = Generation::Classic,
                    .defaultLimit = 10,
                    .maxLimit = 1'000,
                    .sort = "execution_date.desc",
                    .symbol = "ticker",
                    .date = "execution_date" },
                  splitSource(call, true));
}

HttpReply corporateendpoints::dividends(const EndpointCall &call)
{
    return answer(call,
                  { .columns = dividendColumns,
                    .sort = "ticker.asc",
                    .symbol = "ticker",
                    .date = "ex_dividend_date" },
                  dividendSource(call));
}

HttpReply corporateendpoints::oldDividends(const EndpointCall &call)
{
    return answer(call,
                  { .columns = oldDividendColumns,
                    .generation = Generation::Classic,
                    .defaultLimit = 10,
                    .maxLimit = 1'000,
                    .sort = "ex_dividend_date.desc",
                    .symbol = "ticker",
                    .date = "ex_dividend_date" },
                  oldDividendSource(call));
}

HttpReply corporateendpoints::news(const EndpointCall &call)
{
    return answer(call,
                  { .columns = newsColumns,
                    .generation = Generation::Classic,
                    .defaultLimit = 10,
                    .maxLimit = 1'000,
                    .sort = "published_utc.desc",
                    .symbol = "tickers",
                    .date = "published_utc",
                    .hasCount = true,
                    .isShared = true },
                  newsSource(call));
}

HttpReply corporateendpoints::earnings(const EndpointCall &call)
{
    return answer(call,
                  { .columns = earningsColumns,
                    .maxLimit = 50'000,
                    .sort = "last_updated.desc",
                    .symbol = "ticker",
                    .date = "date" },
                  earningsSource(call));
}

HttpReply corporateendpoints::related(const EndpointCall &call)
{
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.text("request_id", call.requestId);
    json.beginArray("results");
    const int instrument = call.instrument(0);
    if (instrument >= 0) {
        for (const int other : call.source.corporate().related(instrument)) {
            json.beginObject();
            json.text("ticker", symbolOf(call, other));
            json.endObject();
        }
    }
    json.endArray();
    json.text("status", "OK");
    json.text("ticker", call.arguments[0]);
    json.endObject();
    return reply;
}

} // namespace tapeline
