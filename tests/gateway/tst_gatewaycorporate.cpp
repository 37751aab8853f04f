#include "routedmarket.h"
#include "shareadjustment.h"
#include "splitmix64.h"

#include <QSet>
#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList column(const QJsonArray &rows, const QString &field)
{
    QStringList values;
    for (const QJsonValue &row : rows)
        values.append(row[field].isDouble() ? QString::number(row[field].toDouble(), 'g', 12)
                                            : row[field].toString());
    return values;
}

} // namespace

/// Splits, dividends, news, earnings and related companies: massive-api.md 4.3 and 4.6 to 4.8.
class TestGatewayCorporate : public QObject
{
    Q_OBJECT

    RoutedMarket m_market;

    QJsonArray bars(const QString &symbol, QDate from, QDate to, bool adjusted,
                    const QString &width = u"1/day"_s)
    {
        return m_market
            .get(u"/v2/aggs/ticker/%1/range/%2/%3/%4?limit=50000&adjusted=%5"_s.arg(
                symbol, width, from.toString(Qt::ISODate), to.toString(Qt::ISODate),
                adjusted ? u"true"_s : u"false"_s))
            .rows();
    }

private slots:
    void pagesEqualOneBigPage_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("limit");
        QTest::newRow("splits") << u"/stocks/v1/splits?"_s << 2;
        QTest::newRow("old splits") << u"/v3/reference/splits?"_s << 1;
        QTest::newRow("splits by symbol") << u"/stocks/v1/splits?sort=ticker.desc"_s << 2;
        QTest::newRow("dividends") << u"/stocks/v1/dividends?"_s << 31;
        QTest::newRow("dividends of a symbol") << u"/stocks/v1/dividends?ticker=KO"_s << 7;
        QTest::newRow("dividends by date")
            << u"/stocks/v1/dividends?sort=ex_dividend_date.desc,ticker.asc&"
               u"ex_dividend_date.gte=2024-02-10"_s
            << 9;
        QTest::newRow("old dividends by amount")
            << u"/v3/reference/dividends?sort=cash_amount&order=asc&"
               u"ex_dividend_date.gte=2025-01-01"_s
            << 4;
        QTest::newRow("news") << u"/v2/reference/news?published_utc.gte=2026-07-01"_s << 6;
        QTest::newRow("news, oldest first")
            << u"/v2/reference/news?published_utc.gte=2026-07-20&order=asc"_s << 5;
        QTest::newRow("news of a symbol")
            << u"/v2/reference/news?ticker=NVDA&published_utc.gte=2025-07-20"_s << 3;
        QTest::newRow("earnings") << u"/benzinga/v1/earnings?date.gte=2026-01-01"_s << 5;
        QTest::newRow("earnings by date")
            << u"/benzinga/v1/earnings?sort=date.asc&date.gte=2025-12-20"_s << 8;
    }
    void pagesEqualOneBigPage()
    {
        QFETCH(const QString, target);
        QFETCH(const int, limit);
        const auto whole = m_market.get(target + u"&limit=1000"_s);
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.json[u"status"_s].toString(), u"OK"_s);
        QCOMPARE(whole.json[u"request_id"_s].toString(), u"id"_s);
        const QJsonArray expected = m_market.allPages(target + u"&limit=1000"_s);
        QVERIFY(expected.size() > limit);
        int pages = 0;
        QCOMPARE(m_market.allPages(target + u"&limit=%1"_s.arg(limit), &pages), expected);
        QCOMPARE(pages, int((expected.size() + limit - 1) / limit)); // none of them empty
    }

    /// Every suffix against the whole list, at bounds that are values of it and next to it.
    void suffixes_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("middle");
        QTest::newRow("symbols") << u"/stocks/v1/splits?limit=5000"_s << u"ticker"_s << u"JPM"_s;
        QTest::newRow("dates") << u"/v3/reference/dividends?limit=1000&ticker=MSFT"_s
                               << u"ex_dividend_date"_s << QString();
        QTest::newRow("numbers") << u"/v3/reference/dividends?limit=1000&ticker=XOM"_s
                                 << u"cash_amount"_s << QString();
        QTest::newRow("years") << u"/benzinga/v1/earnings?limit=1000&ticker=IBM"_s
                               << u"fiscal_year"_s << u"2019"_s;
    }
    void suffixes()
    {
        QFETCH(const QString, target);
        QFETCH(const QString, field);
        QFETCH(QString, middle);
        const QStringList all = column(m_market.allPages(target), field);
        QVERIFY(all.size() > 2);
        if (middle.isEmpty())
            middle = all[all.size() / 2];
        bool isNumber = false;
        const double number = middle.toDouble(&isNumber);
        const auto order = [&](const QString &value) {
            if (isNumber)
                return value.toDouble() < number ? -1 : value.toDouble() > number ? 1 : 0;
            return value < middle ? -1 : value > middle ? 1 : 0;
        };
        const auto check = [&](const QString &suffix, auto keeps) {
            QStringList expected;
            for (const QString &value : all)
                if (keeps(order(value)))
                    expected.append(value);
            QCOMPARE(
                column(m_market.allPages(target + u'&' + field + suffix + u'=' + middle), field),
                expected);
        };
        check(u""_s, [](int o) { return o == 0; });
        check(u".gt"_s, [](int o) { return o > 0; });
        check(u".gte"_s, [](int o) { return o >= 0; });
        check(u".lt"_s, [](int o) { return o < 0; });
        check(u".lte"_s, [](int o) { return o <= 0; });
    }

    void anyOf()
    {
        const QJsonArray rows
            = m_market.allPages(u"/stocks/v1/dividends?ticker.any_of=KO,XOM,NOSUCH&limit=5000"_s);
        const QStringList symbols = column(rows, u"ticker"_s);
        QCOMPARE(QSet<QString>(symbols.begin(), symbols.end()),
                 QSet<QString>({ u"KO"_s, u"XOM"_s }));
        QVERIFY(m_market.get(u"/stocks/v1/dividends?ticker=NOSUCH"_s).json[u"results"_s].isArray());
        QCOMPARE(m_market.get(u"/stocks/v1/dividends?ticker=TSLA"_s).rows().size(), 0);
    }

    void sorts()
    {
        const auto dates = column(
            m_market.get(u"/stocks/v1/dividends?sort=ex_dividend_date.desc&limit=500"_s).rows(),
            u"ex_dividend_date"_s);
        QVERIFY(dates.size() > 100);
        QVERIFY(std::is_sorted(dates.crbegin(), dates.crend()));
        const auto symbols
            = column(m_market.get(u"/stocks/v1/dividends?limit=5000"_s).rows(), u"ticker"_s);
        QVERIFY(std::is_sorted(symbols.begin(), symbols.end()));
        const auto classic = column(
            m_market.get(u"/v3/reference/dividends?sort=pay_date&order=asc&limit=200"_s).rows(),
            u"pay_date"_s);
        QVERIFY(std::is_sorted(classic.begin(), classic.end()));
    }

    void badParameters_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("named");
        QTest::newRow("limit") << u"/stocks/v1/splits?limit=5001"_s << u"limit"_s;
        QTest::newRow("old limit") << u"/v3/reference/splits?limit=1001"_s << u"limit"_s;
        QTest::newRow("no number") << u"/stocks/v1/splits?limit=x"_s << u"limit"_s;
        QTest::newRow("sort") << u"/stocks/v1/splits?sort=price.asc"_s << u"sort"_s;
        QTest::newRow("sort of the other generation")
            << u"/v3/reference/splits?sort=ticker.asc"_s << u"sort"_s;
        QTest::newRow("order") << u"/v2/reference/news?order=up"_s << u"order"_s;
        QTest::newRow("date") << u"/stocks/v1/splits?execution_date.gte=soon"_s
                              << u"execution_date.gte"_s;
        QTest::newRow("instant") << u"/v2/reference/news?published_utc.lt=now"_s
                                 << u"published_utc.lt"_s;
        QTest::newRow("number") << u"/stocks/v1/dividends?frequency.gt=often"_s
                                << u"frequency.gt"_s;
        QTest::newRow("flag") << u"/v3/reference/splits?reverse_split=maybe"_s
                              << u"reverse_split"_s;
        QTest::newRow("cursor") << u"/stocks/v1/splits?cursor=abc"_s << u"cursor"_s;
    }
    void badParameters()
    {
        QFETCH(const QString, target);
        QFETCH(const QString, named);
        const auto answer = m_market.get(target);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json[u"status"_s].toString(), u"ERROR"_s);
        QVERIFY2(answer.json[u"error"_s].toString().contains(named), answer.body.constData());
    }

    void cursorsBelongToTheirList()
    {
        const QString next = m_market.get(u"/stocks/v1/dividends?limit=3"_s).next();
        QVERIFY(!next.isEmpty());
        QString other = next;
        other.replace(u"dividends"_s, u"splits"_s);
        QCOMPARE(m_market.get(other).status, 400);
    }

    void entitlements_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("hasAddOn");
        for (const QString &key :
             { u"noplan"_s, u"basic"_s, u"starter"_s, u"developer"_s, u"advanced"_s })
            QTest::newRow(qPrintable(key)) << key << (key == u"advanced"_s);
    }
    void entitlements()
    {
        QFETCH(const QString, key);
        QFETCH(const bool, hasAddOn);
        RoutedMarket market;
        for (const QString &path : { u"/stocks/v1/splits"_s, u"/stocks/v1/dividends"_s,
                                     u"/v2/reference/news"_s, u"/v1/related-companies/AAPL"_s })
            QCOMPARE(market.get(path, key).status, 200);
        const auto earnings = market.get(u"/benzinga/v1/earnings"_s, key);
        QCOMPARE(earnings.status, hasAddOn ? 200 : 403);
        if (!hasAddOn) {
            // The newer generation words a refusal in `error`
            QCOMPARE(earnings.json[u"status"_s].toString(), u"NOT_AUTHORIZED"_s);
            QVERIFY(earnings.json[u"error"_s].toString().contains(u"not entitled"));
        }
        QCOMPARE(market.get(u"/v3/reference/splits"_s, u"stranger"_s).status, 401);
    }

    /// adjusted=false is what was printed; adjusted=true is that in shares of today, by the factor
    /// that the list of splits gives, for every width of bars.
    void barsHonourSplits()
    {
        const QJsonArray splits = m_market.allPages(u"/stocks/v1/splits?sort=ticker.asc"_s);
        QVERIFY(splits.size() >= 3);
        QVERIFY(column(splits, u"adjustment_type"_s).contains(u"forward_split"_s));
        for (const QJsonValue &split : splits) {
            const QString symbol = split[u"ticker"_s].toString();
            const QDate date
                = QDate::fromString(split[u"execution_date"_s].toString(), Qt::ISODate);
            const double factor = split[u"historical_adjustment_factor"_s].toDouble();
            const double ratio
                = split[u"split_to"_s].toDouble() / split[u"split_from"_s].toDouble();
            for (const QString &width : { u"1/day"_s, u"1/hour"_s, u"1/minute"_s }) {
                const QDate from = m_market.market->calendar().previousTradingDay(date);
                const QJsonArray raw = bars(symbol, from, date, false, width);
                const QJsonArray adjusted = bars(symbol, from, date, true, width);
                QCOMPARE(raw.size(), adjusted.size());
                double lastFactor = 0;
                for (int i = 0; i < int(raw.size()); ++i) {
                    const bool before
                        = easterntime::date(fromMs(raw[i][u"t"_s].toInteger())) < date;
                    const double used = before ? factor : factor * ratio;
                    const double expected = raw[i][u"c"_s].toDouble() * used;
                    QVERIFY2(std::abs(adjusted[i][u"c"_s].toDouble() - expected) < 0.0002,
                             qPrintable(symbol));
                    const double shares = adjusted[i][u"v"_s].toDouble() * used;
                    QVERIFY(std::abs(shares / raw[i][u"v"_s].toDouble() - 1) < 1e-6);
                    lastFactor = used;
                }
                QVERIFY(lastFactor == factor * ratio);
                // The raw price jumps by the ratio, the adjusted one does not
                const double jump
                    = raw.last()[u"c"_s].toDouble() * ratio / raw.first()[u"c"_s].toDouble();
                QVERIFY2(jump > 0.7 && jump < 1.4, qPrintable(symbol + QString::number(jump)));
            }
        }
    }

    /// Before the split was executed nobody adjusted for it.
    void adjustedAsOfThen()
    {
        const QJsonValue split
            = m_market.get(u"/stocks/v1/splits?sort=execution_date.desc"_s).rows().first();
        const QDate date = QDate::fromString(split[u"execution_date"_s].toString(), Qt::ISODate);
        RoutedMarket then(easterntime::at(date.addDays(-4), 12h));
        const QString target = u"/v2/aggs/ticker/%1/range/1/day/%2/%3?adjusted="_s.arg(
            split[u"ticker"_s].toString(), date.addDays(-12).toString(Qt::ISODate),
            date.addDays(-5).toString(Qt::ISODate));
        QCOMPARE(then.get(target + u"true"_s).rows(), then.get(target + u"false"_s).rows());
        QVERIFY(m_market.get(target + u"true"_s).rows() != then.get(target + u"true"_s).rows());
        // Announced it was
        QVERIFY(then.get(u"/v3/reference/splits?execution_date="_s + date.toString(Qt::ISODate))
                    .rows()
                    .size()
                > 0);
    }

    /// A day's answers outside the bars' list are adjusted, too.
    void otherDayAnswersHonourSplits()
    {
        const QJsonValue split
            = m_market.get(u"/stocks/v1/splits?sort=execution_date.desc"_s).rows().first();
        const QString symbol = split[u"ticker"_s].toString();
        const QDate date = QDate::fromString(split[u"execution_date"_s].toString(), Qt::ISODate);
        const QDate eve = m_market.market->calendar().previousTradingDay(date);
        const double factor = split[u"historical_adjustment_factor"_s].toDouble();
        const QString day = eve.toString(Qt::ISODate);
        const QString target = u"/v1/open-close/%1/%2"_s.arg(symbol, day);
        const double raw = m_market.get(target + u"?adjusted=false"_s).json[u"close"_s].toDouble();
        QVERIFY(std::abs(m_market.get(target).json[u"close"_s].toDouble() - raw * factor) < 2e-4);
        const QJsonArray grouped
            = m_market.get(u"/v2/aggs/grouped/locale/us/market/stocks/"_s + day).rows();
        bool found = false;
        for (const QJsonValue &row : grouped)
            if (row[u"T"_s].toString() == symbol) {
                QVERIFY(std::abs(row[u"c"_s].toDouble() - raw * factor) < 2e-4);
                found = true;
            }
        QVERIFY(found);
        // The morning of the split: the day before counts in new shares
        RoutedMarket morning(easterntime::at(date, 10h));
        const QJsonObject previous
            = morning.get(u"/v2/snapshot/locale/us/markets/stocks/tickers/"_s + symbol)
                  .json[u"ticker"_s][u"prevDay"_s]
                  .toObject();
        const double ratio = split[u"split_to"_s].toDouble() / split[u"split_from"_s].toDouble();
        QVERIFY(std::abs(previous[u"c"_s].toDouble() - raw / ratio) < 2e-4);
    }

    /// The dividend's factor is what the eve's close lost.
    void dividendFactors()
    {
        const QJsonArray rows
            = m_market.get(u"/stocks/v1/dividends?ticker=KO&sort=ex_dividend_date.desc&limit=12"_s)
                  .rows();
        double factor = 1;
        for (const QJsonValue &row : rows) {
            const QDate exDate
                = QDate::fromString(row[u"ex_dividend_date"_s].toString(), Qt::ISODate);
            if (exDate > QDate(2026, 8, 13)) { // declared, and still to come
                QCOMPARE(row[u"historical_adjustment_factor"_s].toDouble(), 1.0);
                continue;
            }
            const QDate eve = m_market.market->calendar().previousTradingDay(exDate);
            const double close = bars(u"KO"_s, eve, eve, true).first()[u"c"_s].toDouble();
            factor *= 1 - row[u"split_adjusted_cash_amount"_s].toDouble() / close;
            const double told = row[u"historical_adjustment_factor"_s].toDouble();
            QVERIFY2(std::abs(told - factor) < 1e-4, qPrintable(QString::number(told)));
            QCOMPARE(row[u"frequency"_s].toInt(), 4);
            QVERIFY(row[u"declaration_date"_s].toString() < row[u"ex_dividend_date"_s].toString());
            QVERIFY(row[u"pay_date"_s].toString() > row[u"record_date"_s].toString());
        }
        QVERIFY(factor < 1);
    }

    void oldListsTellTheSame()
    {
        const QJsonArray now = m_market.allPages(u"/stocks/v1/dividends?ticker=JPM"_s);
        const QJsonArray old
            = m_market.allPages(u"/v3/reference/dividends?ticker=JPM&order=asc&sort=ticker"_s);
        QCOMPARE(column(old, u"id"_s), column(now, u"id"_s));
        QCOMPARE(column(old, u"cash_amount"_s), column(now, u"cash_amount"_s));
        QVERIFY(!old.first().toObject().contains(u"historical_adjustment_factor"_s));
        QCOMPARE(old.first()[u"dividend_type"_s].toString(), u"CD"_s);
        const auto oldSplits = m_market.allPages(u"/v3/reference/splits?limit=1000"_s);
        QCOMPARE(column(oldSplits, u"id"_s),
                 column(m_market.allPages(u"/stocks/v1/splits"_s), u"id"_s));
        QVERIFY(!oldSplits.first().toObject().contains(u"reverse_split"_s));
        QCOMPARE(m_market.get(u"/v3/reference/splits?reverse_split=true"_s).rows().size(), 0);
    }

    void newsRows()
    {
        const auto answer = m_market.get(u"/v2/reference/news?limit=50"_s);
        QCOMPARE(answer.json[u"count"_s].toInteger(), 50);
        QString last = u"9"_s;
        for (const QJsonValue &row : answer.rows()) {
            QVERIFY(row[u"published_utc"_s].toString() <= last);
            last = row[u"published_utc"_s].toString();
            QVERIFY(last.endsWith(u'Z'));
            QVERIFY(last <= u"2026-08-13T14:30:00Z"_s); // nothing of the future
            QCOMPARE(row[u"publisher"_s][u"name"_s].toString(), u"Tapeline Simulation"_s);
            QVERIFY(!row[u"tickers"_s].toArray().isEmpty());
            const QJsonValue insight = row[u"insights"_s].toArray().first();
            QCOMPARE(insight[u"ticker"_s], row[u"tickers"_s].toArray().first());
            QVERIFY(!insight[u"sentiment"_s].toString().isEmpty());
        }
        // Text has entities, as the service's has
        const auto bank = m_market.get(u"/v2/reference/news?ticker=JPM&limit=100"_s);
        bool hasEntity = false;
        for (const QJsonValue &row : bank.rows())
            hasEntity |= row[u"description"_s].toString().contains(u"JPMorgan Chase &amp; Co.");
        QVERIFY(hasEntity);
    }

    void newsOfARangeOfSymbols()
    {
        const QString since = u"published_utc.gte=2026-06-01&limit=1000"_s;
        int expected = 0;
        for (const QJsonValue &row : m_market.allPages(u"/v2/reference/news?"_s + since)) {
            const QJsonArray symbols = row[u"tickers"_s].toArray();
            expected += std::any_of(symbols.begin(), symbols.end(), [](const QJsonValue &symbol) {
                return symbol.toString() >= u"MSFT"_s && symbol.toString() < u"QQZ"_s;
            });
        }
        QVERIFY(expected > 3);
        QCOMPARE(m_market.allPages(u"/v2/reference/news?ticker.gte=MSFT&ticker.lt=QQZ&"_s + since)
                     .size(),
                 expected);
        QCOMPARE(m_market.get(u"/v2/reference/news?ticker=NOSUCH"_s).rows().size(), 0);
    }

    /// Results are there once they are out; surprises are those of the figures.
    void earningsRows()
    {
        int projected = 0;
        int out = 0;
        for (const QJsonValue &value :
             m_market.allPages(u"/benzinga/v1/earnings?date.gte=2026-01-01&limit=100"_s)) {
            const QJsonObject row = value.toObject();
            const QString when = row[u"date"_s].toString() + u'T' + row[u"time"_s].toString();
            const bool isOut = when <= u"2026-08-13T10:30:00"_s;
            QCOMPARE(row.contains(u"actual_eps"_s), isOut);
            QCOMPARE(row.contains(u"revenue_surprise"_s), isOut);
            projected += row[u"date_status"_s].toString() == u"projected"_s;
            if (!isOut)
                continue;
            ++out;
            const double actual = row[u"actual_eps"_s].toDouble();
            const double estimated = row[u"estimated_eps"_s].toDouble();
            QVERIFY(std::abs(row[u"eps_surprise"_s].toDouble() - (actual - estimated)) < 1e-6);
            QVERIFY(std::abs(row[u"eps_surprise_percent"_s].toDouble()
                             - (actual - estimated) / estimated)
                    < 1e-5);
        }
        QVERIFY(out > 20);
        QVERIFY(projected > 0);
    }

    /// Twice a month on trading days, told some days later; days to cover are those of the volume.
    void shortInterest()
    {
        const QJsonArray rows = m_market.allPages(
            u"/stocks/v1/short-interest?ticker=TSLA&sort=settlement_date.asc&limit=50"_s);
        QVERIFY(rows.size() > 300);
        for (const QJsonValue &row : rows) {
            const QDate date = QDate::fromString(row[u"settlement_date"_s].toString(), Qt::ISODate);
            QVERIFY(m_market.market->calendar().isTradingDay(date));
            const double days
                = row[u"short_interest"_s].toDouble() / row[u"avg_daily_volume"_s].toDouble();
            QVERIFY(std::abs(row[u"days_to_cover"_s].toDouble() - std::max(1.0, days)) < 0.006);
        }
        QCOMPARE(rows.last()[u"settlement_date"_s].toString(), u"2026-07-31"_s);
        const double floating = m_market.get(u"/stocks/vX/float?ticker=TSLA"_s)
                                    .rows()
                                    .first()[u"free_float"_s]
                                    .toDouble();
        QVERIFY(rows.last()[u"short_interest"_s].toDouble() < 0.2 * floating);
    }

    /// A part of the day's volume, by venues that add up to it.
    void shortVolume()
    {
        const QJsonArray rows
            = m_market.allPages(u"/stocks/v1/short-volume?ticker=KO&date.gte=2026-07-01&limit=7"_s);
        QVERIFY(rows.size() > 25);
        const QJsonArray days = bars(u"KO"_s, { 2026, 7, 1 }, { 2026, 8, 12 }, false);
        QCOMPARE(rows.size(), days.size());
        for (int i = 0; i < int(rows.size()); ++i) {
            const QJsonObject row = rows[i].toObject();
            QCOMPARE(row[u"total_volume"_s].toInteger(), days[i][u"v"_s].toInteger());
            qint64 sold = 0;
            qint64 exempt = 0;
            for (const QString &venue :
                 { u"adf"_s, u"nyse"_s, u"nasdaq_carteret"_s, u"nasdaq_chicago"_s }) {
                sold += row[venue + u"_short_volume"_s].toInteger();
                exempt += row[venue + u"_short_volume_exempt"_s].toInteger();
            }
            QCOMPARE(row[u"short_volume"_s].toInteger(), sold);
            QCOMPARE(row[u"exempt_volume"_s].toInteger(), exempt);
            QCOMPARE(row[u"non_exempt_volume"_s].toInteger(), sold - exempt);
            QVERIFY(sold < row[u"total_volume"_s].toInteger());
        }
    }

    void treasuryYields()
    {
        const QString path = u"/fed/v1/treasury-yields?date.gte=2026-07-01&date.lte=2026-08-31"_s;
        const QJsonArray rows = m_market.allPages(path + u"&limit=7"_s);
        QVERIFY(rows.size() > 20);
        QCOMPARE(rows, m_market.get(path).rows()); // the same however it is paged
        QDate before;
        for (const QJsonValue &row : rows) {
            const QDate date = QDate::fromString(row[u"date"_s].toString(), Qt::ISODate);
            QVERIFY(date > before);
            QVERIFY(date.dayOfWeek() <= Qt::Friday);
            before = date;
            for (const QString &term :
                 { u"1_month"_s, u"3_month"_s, u"6_month"_s, u"1_year"_s, u"2_year"_s, u"3_year"_s,
                   u"5_year"_s, u"7_year"_s, u"10_year"_s, u"20_year"_s, u"30_year"_s }) {
                const double percent = row[u"yield_"_s + term].toDouble();
                QVERIFY2(percent > 0 && percent < 20, qPrintable(term));
            }
        }
        QVERIFY(before < QDate(2026, 8, 31)); // the market is not there yet
        const QJsonArray newest
            = m_market.get(u"/fed/v1/treasury-yields?sort=date.desc&limit=1"_s).rows();
        QCOMPARE(newest.first()[u"date"_s].toString(), before.toString(Qt::ISODate));
    }

    /// Contracts have ids above those of the list of instruments.
    void onlyCompaniesHaveEvents()
    {
        const QString path = u"/vX/reference/tickers/%1/events"_s;
        QCOMPARE(m_market.get(path.arg(u"AAPL"_s)).status, 200);
        for (const QString &symbol :
             { u"O:SPY261218C00700000"_s, u"I:SPX"_s, u"X:BTCUSD"_s, u"ESZ6"_s, u"NOSUCH"_s })
            QCOMPARE(m_market.get(path.arg(symbol)).status, 404);
    }

    void related()
    {
        const auto answer = m_market.get(u"/v1/related-companies/AAPL"_s);
        QCOMPARE(answer.json[u"ticker"_s].toString(), u"AAPL"_s);
        QVERIFY(column(answer.rows(), u"ticker"_s).contains(u"MSFT"_s));
        QVERIFY(m_market.get(u"/v1/related-companies/NOSUCH"_s).rows().isEmpty());
    }

    void sameBytes()
    {
        RoutedMarket again;
        for (const QString &target :
             { u"/v2/reference/news?limit=20"_s, u"/stocks/v1/dividends?ticker=AAPL"_s,
               u"/benzinga/v1/earnings?limit=20"_s })
            QCOMPARE(again.get(target).body, m_market.get(target).body);
    }
};

QTEST_GUILESS_MAIN(TestGatewayCorporate)
#include "tst_gatewaycorporate.moc"
