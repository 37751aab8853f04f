#include "barplot.h"
#include "breakdownmodel.h"
#include "breakdownsection.h"
#include "comparisonsection.h"
#include "curveplot.h"
#include "dashboardpage.h"
#include "distributionsection.h"
#include "easterntime.h"
#include "excursionsection.h"
#include "fakejournalport.h"
#include "figuretile.h"
#include "journalsamples.h"
#include "journalselection.h"
#include "metrictiles.h"
#include "overviewsection.h"
#include "panelfixture.h"
#include "performancefigures.h"
#include "statistictext.h"
#include "tradestudy.h"
#include "tradetable.h"
#include "whatifsection.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(tapeline::JournalFilter)

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);

/// All on one account, so that its equity belongs to them.
JournalUpdate onOneAccount(const test::JournalSamples &samples)
{
    JournalUpdate update = samples.update();
    auto trades = *update.trades;
    std::map<TradeKey, TradeNotes> notes;
    for (TradeRecord &trade : trades) {
        const TradeKey before = trade.key;
        trade.key.account = u"simulated/Paper"_s;
        if (const auto written = samples.notes.find(before); written != samples.notes.end())
            notes[trade.key] = written->second;
    }
    update.trades = std::make_shared<const std::vector<TradeRecord>>(trades);
    update.notes = std::make_shared<const std::map<TradeKey, TradeNotes>>(notes);
    return update;
}

} // namespace

/// The dashboards of the journal: every figure is the statistics' own, and what is clicked says so.
class TestDashboardPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(english);
        qRegisterMetaType<JournalFilter>();
    }

    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_fixture = std::make_unique<PanelFixture>();
        m_port = std::make_unique<test::FakeJournalPort>();
        m_journal = std::make_unique<Journal>(*m_port);
        m_selection = std::make_unique<JournalSelection>(*m_journal);
        m_page = std::make_unique<DashboardPage>(*m_selection, m_fixture->theme);
        m_page->resize(1'260, 640);
        m_page->show();
    }

    void cleanup()
    {
        m_page.reset();
        m_selection.reset();
        m_journal.reset();
        m_port.reset();
        m_fixture.reset();
    }

    // --- nothing, little -------------------------------------------------------------------------

    void anEmptyJournalSaysWhatToDo()
    {
        QTRY_VERIFY(label(u"noTrades"_s).text().contains(u"import the fills"));
        QVERIFY(label(u"noTrades"_s).isVisible());
        QVERIFY(!m_page->findChild<QPushButton *>(u"clearFilter"_s)->isVisible());
    }

    void aFilterThatNothingPassesCanBeCleared()
    {
        m_journal->apply(test::journalSamples(40).update());
        JournalFilter filter;
        filter.account = u"simulated/Paper"_s;
        filter.symbol = u"NONE"_s;
        m_selection->setFilter(filter);
        QTRY_COMPARE(label(u"noTrades"_s).text(), u"No closed trade passes the filter."_s);
        QSignalSpy wanted(m_page.get(), &DashboardPage::filterWanted);
        auto *clear = m_page->findChild<QPushButton *>(u"clearFilter"_s);
        QVERIFY(clear->isVisible());
        clear->click();
        const auto rest = wanted.first()[0].value<JournalFilter>();
        QVERIFY(rest.isEmpty());
        QCOMPARE(rest.account, u"simulated/Paper"_s);
    }

    void oneTradeHasNoFiguresThatNeedMore()
    {
        JournalUpdate update = test::journalSamples(40).update();
        update.trades = std::make_shared<const std::vector<TradeRecord>>(1, update.trades->front());
        m_journal->apply(update);
        auto *overview = section<OverviewSection>(u"overview"_s);
        const MetricTiles *tiles = overview->tiles();
        QTRY_COMPARE(tiles->text(PerformanceMetric::Trades), u"1"_s);
        QCOMPARE(tiles->text(PerformanceMetric::Sqn), statistictext::undefined());
        QCOMPARE(tiles->text(PerformanceMetric::Sharpe), statistictext::undefined());
        QVERIFY(tiles->tile(PerformanceMetric::Sharpe)
                    ->accessibleDescription()
                    .contains(u"choose one account"));
        QCOMPARE(overview->curve()->itemCount(), 2); // it begins at zero
        for (const QString &name :
             { u"distribution"_s, u"breakdown"_s, u"excursions"_s, u"whatIf"_s, u"comparison"_s }) {
            m_page->showSection(name);
            QCOMPARE(m_page->section(), name);
            QTest::qWait(0);
        }
        QTRY_VERIFY(label(u"suggestedStop"_s).text().contains(u"it takes 30"));
    }

    // --- overview --------------------------------------------------------------------------------

    void tilesAreTheStatisticsOwn()
    {
        m_journal->apply(test::journalSamples(300).update());
        const MetricTiles *tiles = section<OverviewSection>(u"overview"_s)->tiles();
        QTRY_VERIFY(tiles->text(PerformanceMetric::Trades) == u"298"_s);
        const TradeStatistics statistics = tradeStatistics(results());
        int shown = 0;
        for (const MetricInfo &info : performanceMetrics())
            if (tiles->tile(info.metric)) {
                ++shown;
                QCOMPARE(tiles->text(info.metric),
                         statistictext::value(info.metric, { statistics }, english));
                const QString said = tiles->tile(info.metric)->accessibleDescription();
                QVERIFY(said.contains(statistictext::definition(info.metric)));
                QVERIFY(!tiles->tile(info.metric)->toolTip().isEmpty());
            }
        QVERIFY(shown >= 20);
        const std::vector<QPointF> &curve
            = section<OverviewSection>(u"overview"_s)->curve()->curves().front().points;
        QCOMPARE(curve.back().y(), statistics.net.toDouble());
    }

    void theEquityOfOneAccountIsShownUntilAFilterIsSet()
    {
        m_port->equity
            = { { fromMs(1'790'000'000'000), Money::whole(1'000), Money::whole(1'000) },
                { fromMs(1'790'000'100'000), Money::whole(1'250), Money::whole(1'000) },
                { fromMs(1'790'000'200'000), Money::whole(1'700), Money::whole(1'500) } };
        m_journal->apply(onOneAccount(test::journalSamples(60)));
        auto *overview = section<OverviewSection>(u"overview"_s);
        QTRY_COMPARE(overview->curve()->itemCount(), 3);
        QCOMPARE(overview->curve()->curves().front().points.back().y(), 200.0);
        QCOMPARE(overview->drawdown()->curves().front().points.back().y(), -50.0);
        QVERIFY(label(u"curveSource"_s).text().contains(u"deposits"));
        QVERIFY(overview->tiles()->text(PerformanceMetric::EquityMaxDrawdownPercent)
                != statistictext::undefined());
        // as every other screen and the command line have it, with what was paid in later
        QCOMPARE(overview->tiles()->text(PerformanceMetric::EquityMaxDrawdownPercent),
                 statistictext::value(PerformanceMetric::EquityMaxDrawdownPercent,
                                      performanceFigures(studied(), m_port->equity), english));
        m_selection->setFilter({ .direction = TradeDirection::Long });
        QTRY_VERIFY(overview->curve()->itemCount() > 3);
        QVERIFY(label(u"curveSource"_s).text().contains(u"Net of the closed trades"));
        QCOMPARE(overview->tiles()->text(PerformanceMetric::EquityMaxDrawdownPercent),
                 statistictext::undefined());
    }

    void numbersAreWrittenAsTheLocaleHasThem()
    {
        m_page->setLocale(QLocale(QLocale::German));
        m_journal->apply(test::journalSamples(300).update());
        const MetricTiles *tiles = section<OverviewSection>(u"overview"_s)->tiles();
        QTRY_COMPARE(tiles->text(PerformanceMetric::Net),
                     statistictext::value(PerformanceMetric::Net, { tradeStatistics(results()) },
                                          QLocale(QLocale::German)));
        QVERIFY(tiles->text(PerformanceMetric::Net).contains(u','));
    }

    // --- distribution ----------------------------------------------------------------------------

    void everyResultIsInOneBar()
    {
        m_journal->apply(test::journalSamples(300).update());
        m_page->showSection(u"distribution"_s);
        auto *page = section<DistributionSection>(u"distribution"_s);
        QTRY_VERIFY(page->money()->itemCount() > 3);
        const auto sum = [](const BarPlot *plot) {
            double all = 0;
            for (const PlotBar &bar : plot->bars())
                all += bar.value;
            return int(all);
        };
        const TradeStatistics statistics = tradeStatistics(results());
        QCOMPARE(sum(page->money()), int(statistics.trades));
        QCOMPARE(sum(page->multiples()), int(statistics.trades - statistics.withoutRisk));
        QVERIFY(
            label(u"withoutRisk"_s).text().startsWith(english.toString(statistics.withoutRisk)));
        QCOMPARE(page->runs()->bars().front().label,
                 QString(english.negativeSign() + english.toString(statistics.longestLossStreak)));
        QVERIFY(label(u"drawdownOdds"_s)
                    .text()
                    .contains(english.toString(statistics.drawdown.deepest.toDouble(), 'f', 2)));
    }

    // --- breakdown -------------------------------------------------------------------------------

    void aBarAndARowNarrowTheFilter()
    {
        m_journal->apply(test::journalSamples(300).update());
        m_page->showSection(u"breakdown"_s);
        auto *page = section<BreakdownSection>(u"breakdown"_s);
        page->setBreakdown(TradeBreakdown::Setup);
        QTRY_VERIFY(page->bars()->itemCount() >= 4);
        QSignalSpy wanted(m_page.get(), &DashboardPage::filterWanted);
        const QString first = page->bars()->bars().front().label;
        QTest::mouseClick(page->bars()->viewport(), Qt::LeftButton, {},
                          page->bars()->itemPosition(0).toPoint() - QPoint(2, 0));
        QCOMPARE(wanted.takeLast()[0].value<JournalFilter>().setup, first);

        page->setBreakdown(TradeBreakdown::Hour);
        auto &model = static_cast<BreakdownModel &>(page->table()->source());
        QTRY_COMPARE(model.breakdown(), TradeBreakdown::Hour);
        page->table()->choose(model.index(0, 0));
        QTest::keyClick(page->table(), Qt::Key_Return);
        const auto filter = wanted.takeLast()[0].value<JournalFilter>();
        QVERIFY(filter.bucket.has_value());
        m_selection->setFilter(filter);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.groups().front().bucket, filter.bucket->number);
    }

    void groupsAreThoseOfTheStatistics()
    {
        m_journal->apply(test::journalSamples(300).update());
        m_page->showSection(u"breakdown"_s);
        auto *page = section<BreakdownSection>(u"breakdown"_s);
        page->setBreakdown(TradeBreakdown::Weekday);
        const auto &model = static_cast<const BreakdownModel &>(page->table()->source());
        QTRY_COMPARE(model.breakdown(), TradeBreakdown::Weekday);
        const auto wanted = tradeGroups(studied(), TradeBreakdown::Weekday);
        QCOMPARE(model.groups().size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            QCOMPARE(model.groups()[i].bucket, wanted[i].bucket);
            QCOMPARE(model.groups()[i].statistics, wanted[i].statistics);
            QCOMPARE(page->bars()->bars()[i].value, wanted[i].statistics.net.toDouble());
        }
    }

    // --- excursions ------------------------------------------------------------------------------

    void aPointOpensItsTrade()
    {
        m_journal->apply(test::journalSamples(300).update());
        m_page->showSection(u"excursions"_s);
        auto *page = section<ExcursionSection>(u"excursions"_s);
        QTRY_VERIFY(page->plot()->itemCount() > 100);
        QTRY_VERIFY(page->plot()->levels().stop.has_value());
        const auto stop = suggestedStop(results());
        QVERIFY(stop);
        QCOMPARE(page->plot()->levels().stop.value_or(0), stop->level);
        QVERIFY(page->stop()->text().contains(statistictext::multiple(stop->level, english)));
        QSignalSpy chosen(m_page.get(), &DashboardPage::tradeChosen);
        page->plot()->setFocus();
        QTest::keyClick(page->plot(), Qt::Key_Home);
        QTest::keyClick(page->plot(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        const auto key = chosen.first()[0].value<TradeKey>();
        QCOMPARE(key, studied()[std::size_t(page->plot()->tradeOf(0))].record->key);
        QVERIFY(page->plot()->accessibleDescription().contains(m_journal->trade(key)->symbol));
    }

    void inMoneyThereIsNoOneLine()
    {
        m_journal->apply(test::journalSamples(300).update());
        m_page->showSection(u"excursions"_s);
        auto *page = section<ExcursionSection>(u"excursions"_s);
        QTRY_VERIFY(page->plot()->levels().stop.has_value());
        page->findChild<QComboBox *>(u"excursionUnit"_s)->setCurrentIndex(1);
        QTRY_VERIFY(!page->plot()->levels().stop.has_value());
    }

    // --- what if ---------------------------------------------------------------------------------

    void whatIfIsThatOfTheStatistics()
    {
        m_journal->apply(test::journalSamples(300).update());
        m_page->showSection(u"whatIf"_s);
        auto *page = section<WhatIfSection>(u"whatIf"_s);
        const auto shown = [&](int column) {
            const QAbstractItemModel &model = page->table()->source();
            for (int row = 0; row < model.rowCount(); ++row)
                if (model.index(row, 0).data() == statistictext::name(PerformanceMetric::Net))
                    return model.index(row, column).data().toString();
            return QString();
        };
        const auto net = [](const AlteredTrades &what) {
            return statistictext::value(PerformanceMetric::Net, { tradeStatistics(what.results) },
                                        english);
        };
        const auto *words = page->findChild<QComboBox *>(u"whatIfWord"_s);
        QTRY_VERIFY(!words->currentText().isEmpty());
        const QString mistake = words->currentText();
        QTRY_COMPARE(shown(2), net(withoutTrades(studied(), [&](const StudiedTrade &trade) {
                         return trade.notes->mistakes.contains(mistake);
                     })));
        page->setQuestion(WhatIfSection::Question::Stop);
        QTRY_COMPARE(shown(2), net(withStop(results(), { .distance = 1 })));
        page->setQuestion(WhatIfSection::Question::StrictFills);
        QTRY_COMPARE(shown(2), net(withStrictFills(results())));
        QCOMPARE(page->curves()->curves().size(), std::size_t(2));
    }

    void withoutNotedMistakesItSaysWhatToDo()
    {
        JournalUpdate update = test::journalSamples(40).update();
        update.notes = std::make_shared<const std::map<TradeKey, TradeNotes>>();
        m_journal->apply(update);
        m_page->showSection(u"whatIf"_s);
        auto *page = section<WhatIfSection>(u"whatIf"_s);
        QTRY_VERIFY(page->curves()->message().contains(u"No mistakes are noted"));
    }

    // --- comparison ------------------------------------------------------------------------------

    void twoPeriodsAreComparedWithTheSameDrawsEveryTime()
    {
        m_journal->apply(test::journalSamples(54).update());
        const QDate day(2026, 11, 10);
        qint64 early = 0;
        for (const TradeResult &result : results())
            early += result.closedAt < easterntime::at(day);
        QVERIFY(early >= TradeComparison::leastTrades);
        const QString counts = u"%1 and %2 trades"_s.arg(early).arg(52 - early);
        m_page->showSection(u"comparison"_s);
        auto *page = section<ComparisonSection>(u"comparison"_s);
        page->comparePeriods(day);
        QTRY_VERIFY(page->verdict().contains(counts));
        QVERIFY(page->verdict().startsWith(u"These cannot be told apart"));
        const auto difference
            = [&] { return page->table()->source().index(0, 3).data().toString(); };
        const QString before = difference();
        page->compareBy(TradeBreakdown::Side);
        QTRY_VERIFY(difference() != before);
        page->comparePeriods();
        QTRY_COMPARE(difference(), before);
        QVERIFY(page->verdict().contains(counts));
    }

    // --- the page --------------------------------------------------------------------------------

    void everySectionFitsASmallWindow()
    {
        m_journal->apply(test::journalSamples(300).update());
        QTRY_VERIFY(m_page->study().sample());
        for (const QString &name : { u"overview"_s, u"distribution"_s, u"breakdown"_s,
                                     u"excursions"_s, u"whatIf"_s, u"comparison"_s }) {
            m_page->showSection(name);
            QTest::qWait(20);
        }
        QTRY_VERIFY(!label(u"comparisonVerdict"_s).text().isEmpty());
        const QSize least = m_page->minimumSizeHint();
        QVERIFY2(least.height() <= 560 && least.width() <= 1'200,
                 qPrintable(u"%1 x %2"_s.arg(least.width()).arg(least.height())));
    }

    void theStateIsKept()
    {
        m_page->showSection(u"whatIf"_s);
        section<WhatIfSection>(u"whatIf"_s)->setQuestion(WhatIfSection::Question::Target);
        const QJsonObject state = m_page->saveState();
        DashboardPage other(*m_selection, m_fixture->theme);
        other.restoreState(state);
        QCOMPARE(other.section(), u"whatIf"_s);
        QCOMPARE(other.findChild<WhatIfSection *>(u"whatIf"_s)->question(),
                 WhatIfSection::Question::Target);
        other.restoreState({ { u"section"_s, u"unknown"_s } });
        QCOMPARE(other.section(), u"whatIf"_s);
    }

    void anotherThemeIsTakenAtOnce()
    {
        m_journal->apply(test::journalSamples(60).update());
        auto *overview = section<OverviewSection>(u"overview"_s);
        QTRY_VERIFY(overview->curve()->itemCount() > 2);
        m_fixture->settings.setThemeChoice(ThemeChoice::Light);
        const QColor light = m_fixture->theme.color(ColorRole::Panel);
        QCOMPARE(overview->curve()->grab().toImage().pixelColor(3, 60), light);
        m_fixture->settings.setThemeChoice(ThemeChoice::Dark);
        QVERIFY(m_fixture->theme.color(ColorRole::Panel) != light);
        QCOMPARE(overview->curve()->grab().toImage().pixelColor(3, 60),
                 m_fixture->theme.color(ColorRole::Panel));
    }

    void everyPlotHasANameAndTheListIsReachedByKeys()
    {
        for (const JournalPlot *plot : m_page->findChildren<JournalPlot *>()) {
            QVERIFY2(!plot->accessibleName().isEmpty(), qPrintable(plot->objectName()));
            QCOMPARE(plot->focusPolicy(), Qt::StrongFocus);
        }
        m_journal->apply(test::journalSamples(60).update());
        QTRY_VERIFY(m_page->study().sample());
        auto *list = m_page->findChild<QListWidget *>(u"dashboardSections"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(m_page->section(), u"distribution"_s);
    }

private:
    QLabel &label(const QString &name) const { return *m_page->findChild<QLabel *>(name); }

    template<typename Section> Section *section(const QString &name) const
    {
        return m_page->findChild<Section *>(name);
    }

    std::vector<StudiedTrade> studied() const
    {
        return studiedTrades(
            std::span<const TradeRecord>(m_journal->trades()),
            [this](const TradeKey &key) -> const TradeNotes & { return m_journal->notes(key); });
    }

    std::vector<TradeResult> results() const { return resultsOf(studied()); }

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<test::FakeJournalPort> m_port;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalSelection> m_selection;
    std::unique_ptr<DashboardPage> m_page;
};

QTEST_MAIN(TestDashboardPage)
#include "tst_dashboardpage.moc"
