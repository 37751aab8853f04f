#include "corporatedecoder.h"

#include "plaintext.h"
#include "restbody.h"

namespace tapeline {

using jsonread::firstOf;
using jsonread::text;

namespace {

/// Nobody splits further; what says so is a mistake, and would not fit into a position.
bool isBelievable(double from, double to)
{
    constexpr double most = 1e4;
    const auto isCount = [](double count) { return count > 0 && count <= 1e6; };
    return isCount(from) && isCount(to) && to <= from * most && from <= to * most;
}

std::optional<Split> splitFrom(JsonValue row, FeedNumbers &)
{
    const std::optional<double> from = FeedNumbers::real(row["split_from"]);
    const std::optional<double> to = FeedNumbers::real(row["split_to"]);
    const QDate date = jsonread::date(row["execution_date"]);
    if (!row["ticker"].isString() || !date.isValid() || !from || !to || !isBelievable(*from, *to))
        return {};
    return Split { text(row["ticker"]), date, *from, *to };
}

std::optional<Dividend> dividendFrom(JsonValue row, FeedNumbers &numbers)
{
    const std::optional<Price> amount = numbers.price(row["cash_amount"]);
    const QDate exDate = jsonread::date(row["ex_dividend_date"]);
    if (!row["ticker"].isString() || !amount || !exDate.isValid())
        return {};
    Dividend dividend;
    dividend.symbol = text(row["ticker"]);
    dividend.cashAmount = *amount;
    dividend.currency = text(row["currency"]);
    dividend.exDate = exDate;
    dividend.declared = jsonread::date(row["declaration_date"]);
    dividend.record = jsonread::date(row["record_date"]);
    dividend.pay = jsonread::date(row["pay_date"]);
    dividend.frequency = FeedNumbers::integerOr<int>(row["frequency"]);
    dividend.type = text(firstOf(row, { "distribution_type", "dividend_type" }));
    return dividend;
}

std::optional<NewsItem> newsFrom(JsonValue row, FeedNumbers &)
{
    if (!row["id"].isString() || !row["title"].isString())
        return {};
    NewsItem item;
    item.id = text(row["id"]);
    item.title = plaintext::fromHtml(text(row["title"]));
    item.author = plaintext::fromHtml(text(row["author"]));
    item.publisher = plaintext::fromHtml(text(row["publisher"]["name"]));
    item.description = plaintext::fromHtml(text(row["description"]));
    item.url = text(row["article_url"]);
    item.published = jsonread::instant(row["published_utc"]);
    item.symbols = jsonread::texts(row["tickers"]);
    item.keywords = jsonread::texts(row["keywords"]);
    for (const JsonValue insight : row["insights"]) {
        item.insights.push_back({ text(insight["ticker"]), text(insight["sentiment"]),
                                  plaintext::fromHtml(text(insight["sentiment_reasoning"])) });
    }
    return item;
}

/// Of day, "16:05:00".
std::optional<Duration> timeOfDay(const QString &text)
{
    const QTime time = QTime::fromString(text, Qt::ISODate);
    return time.isValid() ? std::optional<Duration>(1ms * time.msecsSinceStartOfDay())
                          : std::nullopt;
}

std::optional<EarningsReport> earningsFrom(JsonValue row, FeedNumbers &)
{
    const QDate date = jsonread::date(row["date"]);
    if (!row["ticker"].isString() || !date.isValid())
        return {};
    EarningsReport report;
    report.symbol = text(row["ticker"]);
    report.company = plaintext::fromHtml(text(row["company_name"]));
    report.date = date;
    report.time = timeOfDay(text(row["time"]));
    report.isConfirmed = row["date_status"].text() == "confirmed";
    report.fiscalYear = FeedNumbers::integerOr<int>(row["fiscal_year"]);
    report.fiscalPeriod = text(row["fiscal_period"]);
    report.estimatedEps = FeedNumbers::real(row["estimated_eps"]);
    report.actualEps = FeedNumbers::real(row["actual_eps"]);
    report.previousEps = FeedNumbers::real(row["previous_eps"]);
    report.estimatedRevenue = FeedNumbers::real(row["estimated_revenue"]);
    report.actualRevenue = FeedNumbers::real(row["actual_revenue"]);
    return report;
}

std::optional<ShortInterest> shortInterestFrom(JsonValue row, FeedNumbers &)
{
    const QDate date = jsonread::date(row["settlement_date"]);
    const std::optional<double> shares = FeedNumbers::real(row["short_interest"]);
    if (!row["ticker"].isString() || !date.isValid() || !shares)
        return {};
    return ShortInterest { text(row["ticker"]), date, *shares,
                           FeedNumbers::realOr(row["avg_daily_volume"], 0),
                           FeedNumbers::realOr(row["days_to_cover"], 0) };
}

} // namespace

Result<SplitsPage> decodeSplits(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &SplitsPage::splits, splitFrom);
}

Result<DividendsPage> decodeDividends(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &DividendsPage::dividends, dividendFrom);
}

Result<NewsPage> decodeNews(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &NewsPage::items, newsFrom);
}

Result<EarningsPage> decodeEarnings(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &EarningsPage::reports, earningsFrom);
}

Result<ShortInterestPage> decodeShortInterest(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &ShortInterestPage::rows, shortInterestFrom);
}

} // namespace tapeline
