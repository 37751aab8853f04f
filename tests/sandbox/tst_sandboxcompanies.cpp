#include "sandboxchecks.h"
#include "splitmix64.h"

#include <QSet>
#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// What happens to the companies of the simulated market agrees with its prices and volumes.
class SandboxCompaniesTest : public QObject
{
    Q_OBJECT

    const SandboxMarket m_market { { 1, 16 } };
    const SandboxCompanies &m_companies = m_market.companies();
    const int m_count = int(m_market.instruments().size());

    double closeOf(int instrument, QDate date) const
    {
        return m_market.day(instrument, date)->candle.close.toDouble();
    }
    QDate eveOf(QDate date) const { return m_market.calendar().previousTradingDay(date); }
    double deviationOf(int instrument) const
    {
        return m_market.instruments()[std::size_t(instrument)].dailyVolatility;
    }

private slots:
    /// Prices fall and volumes rise by the ratio of the split, and the sums stay exact on both
    /// sides of it.
    void splitsShowInPricesAndVolumes()
    {
        int found = 0;
        for (int instrument = 0; instrument < m_count; ++instrument) {
            for (const SandboxSplit &split : m_companies.splits(instrument)) {
                ++found;
                const double ratio = double(split.to) / split.from;
                QVERIFY(m_market.calendar().isTradingDay(split.executed));
                QVERIFY(split.announced < split.executed);
                const QDate eve = eveOf(split.executed);
                const double change
                    = closeOf(instrument, eve) / closeOf(instrument, split.executed) / ratio;
                QVERIFY2(std::abs(std::log(change)) < 8 * deviationOf(instrument),
                         qPrintable(QString::number(change)));
                QCOMPARE(sandboxchecks::checkLevels(m_market, instrument, eve), QString());
                QCOMPARE(sandboxchecks::checkLevels(m_market, instrument, split.executed),
                         QString());
                double before = 0;
                double after = 0;
                QDate past = split.executed;
                QDate next = split.executed;
                for (int day = 0; day < 40; ++day) {
                    past = eveOf(past);
                    before += m_market.day(instrument, past)->candle.volume.toDouble();
                    after += m_market.day(instrument, next)->candle.volume.toDouble();
                    next = m_market.calendar().nextTradingDay(next);
                }
                const double grown = after / before / ratio;
                QVERIFY2(grown > 0.5 && grown < 2, qPrintable(QString::number(grown)));
                QCOMPARE(m_companies.sharesOn(instrument, split.executed)
                             / m_companies.sharesOn(instrument, eve),
                         ratio);
            }
        }
        QVERIFY2(found >= 3, qPrintable(QString::number(found)));
    }

    /// The ticks of the last day before a split are in order and within its quotes, too.
    void ticksBeforeASplit()
    {
        for (int instrument = 0; instrument < m_count; ++instrument) {
            if (m_companies.splits(instrument).empty())
                continue;
            std::vector<MarketEvent> events;
            const QDate eve = eveOf(m_companies.splits(instrument).front().executed);
            QCOMPARE(sandboxchecks::checkTicks(m_market, instrument, eve, events), QString());
            return;
        }
        QFAIL("no split");
    }

    /// The night before the ex-date the price loses the dividend: with it, the opening is as far
    /// from the close as on other nights, and without it the nights of the largest payer lean down.
    void dividendsLeaveThePrice()
    {
        const int xom = m_market.indexOf(u"XOM");
        double withDividend = 0;
        double without = 0;
        int nights = 0;
        for (const SandboxDividend &dividend : m_companies.dividends(xom)) {
            if (dividend.exDate > QDate(2026, 11, 1))
                break;
            QVERIFY(dividend.declared < dividend.exDate);
            QVERIFY(dividend.record >= dividend.exDate && dividend.paid > dividend.record);
            const double close = closeOf(xom, eveOf(dividend.exDate));
            const double open = m_market.day(xom, dividend.exDate)->officialOpen.toDouble();
            without += std::log(open / close);
            withDividend += std::log((open + dividend.amount.toDouble()) / close);
            ++nights;
        }
        QVERIFY(nights > 80);
        // 0.8 % a quarter against a mean night of zero, give or take 0.1 %
        QVERIFY2(std::abs(withDividend / nights) < 0.0025,
                 qPrintable(QString::number(withDividend / nights)));
        QVERIFY2(without / nights < -0.005, qPrintable(QString::number(without / nights)));
    }

    void dividendsAreQuarterlyAndNeverCut()
    {
        const int ko = m_market.indexOf(u"KO");
        const auto &dividends = m_companies.dividends(ko);
        for (std::size_t i = 1; i < dividends.size(); ++i) {
            const qint64 days = dividends[i - 1].exDate.daysTo(dividends[i].exDate);
            QVERIFY(days > 80 && days < 100);
            const bool splitBetween
                = std::any_of(m_companies.splits(ko).begin(), m_companies.splits(ko).end(),
                              [&](const SandboxSplit &split) {
                                  return split.executed > dividends[i - 1].exDate
                                      && split.executed <= dividends[i].exDate;
                              });
            QVERIFY(splitBetween || dividends[i].amount >= dividends[i - 1].amount);
        }
        QVERIFY(m_companies.dividends(m_market.indexOf(u"TSLA")).empty());
    }

    /// After a report that beats the estimate the price is higher than before it, after one that
    /// falls short lower; and more is traded than on the days around it.
    void reportsAgreeWithTheDayAfterThem()
    {
        const Timestamp from = easterntime::at({ 2016, 1, 1 });
        const Timestamp to = easterntime::at({ 2026, 11, 20 });
        int reports = 0;
        int busier = 0;
        for (int instrument = 0; instrument < m_count; ++instrument) {
            for (const SandboxReport &report : m_companies.reports(instrument, from, to)) {
                ++reports;
                const double held
                    = sandboxchecks::heldReturn(m_market, instrument, report.reaction);
                const bool beat = report.income.earningsPerShare > report.estimatedEarnings;
                QVERIFY(report.income.earningsPerShare != report.estimatedEarnings);
                QCOMPARE(beat, report.income.revenue > report.estimatedRevenue);
                QVERIFY2(beat == (held > 1) || std::abs(held - 1) < 0.004,
                         qPrintable(QString::number(held)));
                QVERIFY(report.quarter.end() < easterntime::date(report.published));
                const TradingSession session = *m_market.calendar().session(report.reaction);
                QVERIFY(report.published < session.open);
                if (report.afterClose)
                    QVERIFY(report.published
                            > m_market.calendar().session(eveOf(report.reaction))->close);
                busier += m_market.day(instrument, report.reaction)->candle.volume
                    > m_market.day(instrument, eveOf(eveOf(report.reaction)))->candle.volume;
            }
        }
        QVERIFY2(reports > 900, qPrintable(QString::number(reports)));
        QVERIFY2(busier > reports * 0.75, qPrintable(QString::number(double(busier) / reports)));
        QVERIFY(m_companies.reports(m_market.indexOf(u"SPY"), from, to).empty());
    }

    /// Every line of the books follows from those above it.
    void booksAddUp()
    {
        for (const SandboxReport &report :
             m_companies.reports(m_market.indexOf(u"AAPL"), easterntime::at({ 2010, 1, 1 }),
                                 easterntime::at({ 2026, 11, 20 }))) {
            const QuarterIncome &income = report.income;
            QCOMPARE(income.revenue - income.costOfRevenue, income.grossProfit);
            QCOMPARE(income.research + income.selling, income.operatingExpenses);
            QCOMPARE(income.grossProfit - income.operatingExpenses, income.operatingIncome);
            QCOMPARE(income.operatingIncome - income.interest, income.incomeBeforeTaxes);
            QCOMPARE(income.incomeBeforeTaxes - income.taxes, income.netIncome);
            QVERIFY(income.costOfRevenue > 0 && income.operatingExpenses > 0);
            QVERIFY(
                std::abs(double(income.netIncome) / double(income.shares) - income.earningsPerShare)
                <= 0.005);
        }
    }

    /// What has a tone is told before the close of a day that moved that way, and says that it is
    /// simulated.
    void newsAgreeWithTheDay()
    {
        int toned = 0;
        QSet<quint64> ids;
        for (const QDate date :
             sandboxchecks::tradingDays(m_market.calendar(), { 2026, 11, 19 }, 250)) {
            Timestamp last {};
            for (const SandboxNews &news : m_companies.news(-1, date)) {
                QVERIFY(news.published >= last);
                last = news.published;
                QVERIFY(!ids.contains(news.id));
                ids.insert(news.id);
                QCOMPARE(easterntime::date(news.published), date);
                QVERIFY(news.title.startsWith(u"Simulated: "));
                QVERIFY(news.description.contains(u"invented"));
                const int instrument = m_market.indexOf(news.symbols.first());
                QVERIFY(instrument >= 0);
                if (news.tone == NewsTone::Neutral)
                    continue;
                ++toned;
                const TradingSession session = *m_market.calendar().session(date);
                const bool late = news.published >= session.close;
                const QDate moved = late ? m_market.calendar().nextTradingDay(date) : date;
                const double held = sandboxchecks::heldReturn(m_market, instrument, moved);
                QVERIFY2((held > 1) == (news.tone == NewsTone::Positive)
                             || std::abs(held - 1) < 0.004,
                         qPrintable(news.title + QString::number(held)));
            }
        }
        QVERIFY2(toned > 250, qPrintable(QString::number(toned)));
    }

    void oneSymbolsNewsAreItsPartOfAll()
    {
        for (const QString &symbol : { u"NVDA"_s, u"QQQ"_s }) {
            for (const QDate date :
                 sandboxchecks::tradingDays(m_market.calendar(), { 2026, 11, 19 }, 30)) {
                std::vector<quint64> expected;
                for (const SandboxNews &news : m_companies.news(-1, date))
                    if (news.symbols.contains(symbol))
                        expected.push_back(news.id);
                std::vector<quint64> told;
                for (const SandboxNews &news : m_companies.news(m_market.indexOf(symbol), date))
                    told.push_back(news.id);
                QCOMPARE(told, expected);
            }
        }
    }

    void relatedAreOfTheSameSector()
    {
        const int aapl = m_market.indexOf(u"AAPL");
        const auto related = m_companies.related(aapl);
        QVERIFY(related.size() >= 4);
        for (const int other : related) {
            QVERIFY(other != aapl);
            QCOMPARE(m_market.instruments()[std::size_t(other)].sector, u"Technology"_s);
        }
        QVERIFY(m_companies.related(m_market.indexOf(u"SPY")).empty());
    }

    /// Asked in another order and of a larger market: the same answers.
    void sameSeedSameEvents()
    {
        const SandboxMarket again { { 1, 100 } };
        for (int instrument = m_count - 1; instrument >= 0; --instrument) {
            const auto &here = m_companies.splits(instrument);
            const auto &there = again.companies().splits(instrument);
            QCOMPARE(there.size(), here.size());
            for (std::size_t i = 0; i < here.size(); ++i)
                QVERIFY(here[i].executed == there[i].executed && here[i].to == there[i].to);
            const QDate date { 2024, 4, 25 };
            again.day(instrument, date);
            QCOMPARE(again.day(instrument, date)->candle, m_market.day(instrument, date)->candle);
        }
    }
};

QTEST_GUILESS_MAIN(SandboxCompaniesTest)
#include "tst_sandboxcompanies.moc"
