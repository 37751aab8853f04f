#include "companyrequests.h"

#include "restdecoder.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Facts = CompanyAnswer::Facts;

constexpr int daysAhead = 60;
constexpr int newsItems = 100;

QUrlQuery ahead(const QString &symbols, const QString &field, QDate today)
{
    return { { u"ticker.any_of"_s, symbols },
             { field + u".gte"_s, today.toString(Qt::ISODate) },
             { field + u".lte"_s, today.addDays(daysAhead).toString(Qt::ISODate) },
             { u"sort"_s, field + u".asc"_s },
             { u"limit"_s, u"1000"_s } };
}

QUrlQuery newest(const QString &symbol, const QString &field, int limit)
{
    return { { u"ticker"_s, symbol },
             { u"sort"_s, field + u".desc"_s },
             { u"limit"_s, QString::number(limit) } };
}

QUrlQuery newsQuery(const QString &symbol)
{
    QUrlQuery query { { u"limit"_s, QString::number(newsItems) },
                      { u"order"_s, u"desc"_s },
                      { u"sort"_s, u"published_utc"_s } };
    if (!symbol.isEmpty())
        query.addQueryItem(u"ticker"_s, symbol);
    return query;
}

/// The rows of a page as facts.
template<typename Page, typename Row>
Result<Facts> rowsOf(const Result<Page> &page, std::vector<Row> Page::*rows)
{
    if (!page)
        return page.error();
    return Facts(std::in_place_type<std::vector<Row>>, (*page).*rows);
}

template<typename Value> Result<Facts> oneOf(const Result<Value> &value)
{
    if (!value)
        return value.error();
    return Facts(std::in_place_type<Value>, *value);
}

} // namespace

companyrequests::Request companyrequests::request(const CompanyQuestion &question, QDate today)
{
    const QString &symbols = question.symbols;
    switch (question.subject) {
    case CompanySubject::Profile:
        return { u"/v3/reference/tickers/"_s + symbols, {} };
    case CompanySubject::Related:
        return { u"/v1/related-companies/"_s + symbols, {} };
    case CompanySubject::Splits:
        return { u"/stocks/v1/splits"_s, newest(symbols, u"execution_date"_s, 100) };
    case CompanySubject::Dividends:
        return { u"/stocks/v1/dividends"_s, newest(symbols, u"ex_dividend_date"_s, 400) };
    case CompanySubject::ShortInterest:
        return { u"/stocks/v1/short-interest"_s, newest(symbols, u"settlement_date"_s, 48) };
    case CompanySubject::News:
        return { u"/v2/reference/news"_s, newsQuery(symbols) };
    case CompanySubject::Earnings:
        return { u"/benzinga/v1/earnings"_s, newest(symbols, u"date"_s, 100) };
    case CompanySubject::SplitsAhead:
        return { u"/stocks/v1/splits"_s, ahead(symbols, u"execution_date"_s, today) };
    case CompanySubject::DividendsAhead:
        return { u"/stocks/v1/dividends"_s, ahead(symbols, u"ex_dividend_date"_s, today) };
    case CompanySubject::EarningsAhead:
        return { u"/benzinga/v1/earnings"_s, ahead(symbols, u"date"_s, today) };
    }
    return {};
}

Result<Facts> companyrequests::decode(CompanySubject subject, QByteArrayView body)
{
    switch (subject) {
    case CompanySubject::Profile:
        return oneOf(decodeTickerDetails(body));
    case CompanySubject::Related:
        return oneOf(decodeRelatedCompanies(body));
    case CompanySubject::Splits:
    case CompanySubject::SplitsAhead:
        return rowsOf(decodeSplits(body), &SplitsPage::splits);
    case CompanySubject::Dividends:
    case CompanySubject::DividendsAhead:
        return rowsOf(decodeDividends(body), &DividendsPage::dividends);
    case CompanySubject::ShortInterest:
        return rowsOf(decodeShortInterest(body), &ShortInterestPage::rows);
    case CompanySubject::News:
        return rowsOf(decodeNews(body), &NewsPage::items);
    case CompanySubject::Earnings:
    case CompanySubject::EarningsAhead:
        return rowsOf(decodeEarnings(body), &EarningsPage::reports);
    }
    return Error { Error::Code::InvalidArgument, u"no such subject"_s };
}

Duration companyrequests::holds(CompanySubject subject)
{
    return subject == CompanySubject::News ? Duration(5min) : Duration(24h);
}

RestPriority companyrequests::priority(CompanySubject subject)
{
    const bool isMarked = subject == CompanySubject::Splits || subject == CompanySubject::Dividends
        || subject == CompanySubject::Earnings;
    return isMarked ? RestPriority::Prefetch : RestPriority::OnScreen;
}

QString companyrequests::keptName(const CompanyQuestion &question)
{
    return u"company-%1/%2"_s.arg(static_cast<int>(question.subject)).arg(question.symbols);
}

bool companyrequests::isEarnings(CompanySubject subject)
{
    return subject == CompanySubject::Earnings || subject == CompanySubject::EarningsAhead;
}

} // namespace tapeline
