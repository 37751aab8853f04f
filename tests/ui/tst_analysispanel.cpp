#include "analysispanel.h"

#include "figuretile.h"
#include "panelfixture.h"
#include "smilechain.h"

#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using Page = AnalysisPanel::Page;
using test::SilentChainPort;
using test::SmileChain;

namespace {

const QDate days[] = { QDate(2026, 8, 21), QDate(2026, 9, 18), QDate(2026, 11, 20) };

SviParameters smileOf(QDate day, double volatility)
{
    const double years = SmileChain::yearsUntil(easterntime::at(day, 16h));
    const double theta = volatility * volatility * years;
    return svi::ofSurface(theta, -0.45, 0.5 * svi::largestPhi(theta, -0.45));
}

SmileChain threeExpiries(const QString &underlying = u"SPY"_s)
{
    SmileChain chain(underlying);
    chain.addExpiry(days[0], smileOf(days[0], 0.18), 21);
    chain.addExpiry(days[1], smileOf(days[1], 0.2));
    chain.addExpiry(days[2], smileOf(days[2], 0.22), 61);
    chain.update.reset = true;
    return chain;
}

class KeptVolatilities : public VolatilityStore
{
public:
    std::vector<DailyVolatility> load(const QString &underlying) override
    {
        return kept[underlying];
    }
    void save(const QString &underlying, const std::vector<DailyVolatility> &all) override
    {
        kept[underlying] = all;
    }
    QHash<QString, std::vector<DailyVolatility>> kept;
};

struct Desk
{
    Desk()
    {
        panel.resize(1000, 560);
        panel.setSymbol(u"SPY"_s);
    }

    void show(const ChainUpdate &update)
    {
        panel.show();
        chains.apply(update);
        panel.analysis().finish();
    }
    template<typename Plot> Plot *plot(const QString &name) const
    {
        return panel.findChild<Plot *>(name);
    }
    QString figure(const QString &name) const
    {
        return panel.findChild<FigureTile *>(u"figure_"_s + name)->text();
    }
    QString hint(const QString &name) const
    {
        return panel.findChild<FigureTile *>(u"figure_"_s + name)->toolTip();
    }

    PanelFixture fixture;
    SilentChainPort port;
    ChainStore chains { port };
    KeptVolatilities store;
    VolatilityHistory history { store };
    AnalysisPanel panel { fixture.context(u"analysis"_s), chains, history };
};

/// Ink in a place of a widget that its plain background does not have.
int colorsIn(QWidget &widget)
{
    const QImage image = widget.grab().toImage();
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 0; x < image.width(); x += 2)
            colors.insert(image.pixel(x, y));
    return int(colors.size());
}

} // namespace

class TestAnalysisPanel : public QObject
{
    Q_OBJECT

private slots:
    /// A chain is many requests: not before somebody looks.
    void chainIsOpenedWhenSeen()
    {
        Desk desk;
        QSignalSpy wanted(&desk.panel, &AnalysisPanel::daysWanted);
        QVERIFY(desk.port.opened.isEmpty());
        desk.panel.show();
        QCOMPARE(desk.port.opened, QStringList { u"SPY"_s });
        QCOMPARE(wanted.last().first().toString(), u"SPY"_s);
        // An option stands for its underlying, one of an index for the index
        desk.panel.setSymbol(u"O:SPY260918C00500000"_s);
        QCOMPARE(desk.port.opened.size(), 1);
        desk.panel.setSymbol(u"O:SPXW260918C05000000"_s);
        QCOMPARE(desk.port.opened.last(), u"I:SPX"_s);
        QCOMPARE(desk.port.closed.size(), 1);
        desk.panel.setSymbol(u"X:BTCUSD"_s);
        QCOMPARE(desk.port.opened.size(), 2);
        QCOMPARE(desk.port.closed.size(), 2);
        QCOMPARE(wanted.last().first().toString(), QString());
        QCOMPARE(desk.plot<SmilePlot>(u"smilePlot"_s)->message(),
                 u"X:BTCUSD has no listed options."_s);
    }

    void figures()
    {
        Desk desk;
        desk.show(threeExpiries().update);
        const QString iv = desk.figure(u"implied"_s);
        QVERIFY2(iv.startsWith(u"19."_s) || iv.startsWith(u"20."_s), qPrintable(iv));
        QCOMPARE(desk.figure(u"putCallVolume"_s), u"1.00"_s);
        QVERIFY(desk.figure(u"putCallInterest"_s).toDouble() > 1);
        QVERIFY(desk.figure(u"skew"_s).startsWith(u'+'));
        QVERIFY(desk.figure(u"move"_s).startsWith(u'\u00b1'));
        QVERIFY(desk.hint(u"move"_s).contains(u"one standard deviation"));
        QCOMPARE(desk.figure(u"rank"_s), u"\u2013"_s);
        QVERIFY(desk.hint(u"rank"_s).contains(u"Needs 20 days"));
        QCOMPARE(desk.figure(u"realised"_s), u"\u2013"_s);
        QVERIFY(desk.hint(u"gamma"_s).contains(u"if they have bought all calls"));
    }

    void rankGoesByTheDaysBefore()
    {
        Desk desk;
        std::vector<DailyVolatility> before;
        for (int i = 0; i < 40; ++i)
            before.push_back({ QDate(2026, 7, 1).addDays(i), 0.10 + 0.005 * i });
        desk.history.fill(u"SPY"_s, before);
        desk.show(threeExpiries().update);
        const double now = desk.panel.analysis().thirtyDays()->volatility;
        QCOMPARE(desk.figure(u"rank"_s), QString::number(std::round(100 * (now - 0.1) / (0.195))));
        QCOMPARE(desk.figure(u"percentile"_s),
                 QString::number(std::round(100 * std::ceil((now - 0.1) / 0.005) / 40)));
        // The session is in its last half hour: today is kept
        const auto &kept = desk.store.kept[u"SPY"_s];
        QCOMPARE(kept.size(), 41u);
        QCOMPARE(kept.back().day, QDate(2026, 8, 13));
        QVERIFY(std::abs(kept.back().volatility - now) < 1e-12);
    }

    void realisedOfDailyBars()
    {
        Desk desk;
        desk.show(threeExpiries().update);
        std::vector<DayPrices> bars;
        double price = 500;
        for (int i = 0; i < 40; ++i) {
            const double open = price;
            price *= i % 2 == 0 ? 1.01 : 1 / 1.01;
            bars.push_back(
                { open, std::max(open, price) * 1.002, std::min(open, price) * 0.998, price });
        }
        desk.panel.setDays(bars);
        const double expected = *realisedvolatility::yangZhang(std::span(bars).last(31));
        QCOMPARE(desk.figure(u"realised"_s), u"%1 %"_s.arg(expected * 100, 0, 'f', 1));
        QVERIFY(desk.hint(u"realised"_s).contains(u"Yang and Zhang"));
        desk.panel.setDays({ bars.begin(), bars.begin() + 10 });
        QCOMPARE(desk.figure(u"realised"_s), u"\u2013"_s);
    }

    void smilesOfSeveralExpirations()
    {
        Desk desk;
        SmileChain chain = threeExpiries();
        ChainContract &wrong = chain.contract(u"O:SPY260918P00470000"_s);
        wrong.own->volatility += 0.06;
        desk.show(chain.update);
        auto *plot = desk.plot<SmilePlot>(u"smilePlot"_s);
        QVERIFY(plot->message().isEmpty());
        const int all = colorsIn(*plot);
        QVERIFY(all > 20);
        // Every point can be read by keys; the wrong one says that it was left out
        plot->setFocus();
        QStringList readings;
        QTest::keyClick(plot, Qt::Key_Home);
        for (int last = -2; plot->current() != last;) {
            last = plot->current();
            readings.append(plot->reading().join(u'\n'));
            QCOMPARE(plot->accessibleDescription(), plot->reading().join(u", "_s));
            QTest::keyClick(plot, Qt::Key_Right);
        }
        QVERIFY(readings.size() > 60);
        const auto outliers = readings.filter(u"Outlier"_s);
        QCOMPARE(outliers.size(), 1);
        QVERIFY2(outliers[0].startsWith(u"470 put, 18 Sep 26"_s), qPrintable(outliers[0]));
        QTest::keyClick(plot, Qt::Key_Escape);
        QVERIFY(plot->reading().isEmpty());

        // One expiration less
        auto *menu = desk.panel.findChild<QToolButton *>(u"smileExpiries"_s)->menu();
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 3);
        for (const QAction *action : menu->actions())
            QVERIFY(action->isChecked());
        menu->actions().constFirst()->trigger();
        emit menu->aboutToShow();
        QVERIFY(!menu->actions().constFirst()->isChecked());
        QVERIFY(menu->actions().constLast()->isChecked());
    }

    /// What is near the money comes first; a connection takes a thousand.
    void nearContractsAreStreamed()
    {
        Desk desk;
        desk.show(threeExpiries().update);
        const QStringList shown = desk.port.shown;
        QVERIFY(shown.size() > 50 && shown.size() <= 150);
        for (qsizetype i = 0; i < 6; ++i)
            QVERIFY2(shown[i].endsWith(u"00500000"_s), qPrintable(shown[i]));
    }

    void termsAndSurface()
    {
        Desk desk;
        desk.show(threeExpiries().update);
        desk.panel.showPage(Page::Terms);
        auto *terms = desk.plot<TermPlot>(u"termPlot"_s);
        QVERIFY(terms->isVisible());
        terms->setCurrent(1);
        QCOMPARE(terms->reading().constLast(), u"At the money 20.0 %"_s);
        QVERIFY(terms->note().startsWith(u"Front over next expiration: 0.90"_s));
        desk.panel.showPage(Page::Surface);
        auto *surface = desk.plot<SurfacePlot>(u"surfacePlot"_s);
        QVERIFY(colorsIn(*surface) > 40);
        surface->setFocus();
        QTest::keyClick(surface, Qt::Key_Home);
        QTest::keyClick(surface, Qt::Key_Right);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(surface, Qt::Key_Up);
        QVERIFY2(surface->reading()[1].startsWith(u"at the money: strike 501."_s),
                 qPrintable(surface->reading()[1]));
        QCOMPARE(surface->reading()[2], u"Volatility 20.0 %"_s);
        desk.panel.findChild<QComboBox *>(u"surfaceRows"_s)->setCurrentIndex(1);
        QVERIFY(surface->reading()[1].startsWith(u"100 %"_s));
        surface->setCurrent(0);
        QVERIFY(surface->reading()[1].contains(u"no quotes so far out"));
    }

    void barsByStrike()
    {
        Desk desk;
        desk.show(threeExpiries().update);
        desk.panel.showPage(Page::Interest);
        auto *bars = desk.plot<StrikePlot>(u"interestPlot"_s);
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_Home);
        while (!bars->reading().constFirst().endsWith(u" 500"_s))
            QTest::keyClick(bars, Qt::Key_Right);
        QCOMPARE(bars->reading()[1], u"Open: 27,000 calls, 27,000 puts"_s);
        auto *expiry = desk.panel.findChild<QComboBox *>(u"strikeExpiry"_s);
        QCOMPARE(expiry->count(), 4);
        expiry->setCurrentIndex(2);
        bars->setCurrent(-1);
        QTest::keyClick(bars, Qt::Key_Home);
        while (!bars->reading().constFirst().endsWith(u" 500"_s))
            QTest::keyClick(bars, Qt::Key_Right);
        QCOMPARE(bars->reading()[1], u"Open: 9,000 calls, 9,000 puts"_s);
        QCOMPARE(bars->reading()[2], u"Traded today: 2,000 calls, 2,000 puts"_s);
        desk.panel.findChild<QComboBox *>(u"strikeFigure"_s)->setCurrentIndex(1);
        QCOMPARE(bars->figure(), StrikePlot::Figure::Volume);
        desk.panel.showPage(Page::Gamma);
        auto *gamma = desk.plot<StrikePlot>(u"gammaPlot"_s);
        QVERIFY(gamma->note().contains(u"dealers have bought the calls"));
        gamma->setFocus();
        QTest::keyClick(gamma, Qt::Key_Home);
        QVERIFY(gamma->reading()[2].startsWith(u"Puts \u2212$"_s));
        QVERIFY(!expiry->isHidden());
        desk.panel.showPage(Page::Smile);
        QVERIFY(expiry->isHidden());
    }

    void sentences_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("word");
        QTest::newRow("loading") << int(ChainState::Loading) << u"Loading the chain of SPY."_s;
        QTest::newRow("none") << int(ChainState::NoOptions) << u"SPY has no listed options."_s;
        QTest::newRow("recording") << int(ChainState::NoService) << u"A recording has no"_s;
        QTest::newRow("plan") << int(ChainState::NotInPlan) << u"not in your plan"_s;
        QTest::newRow("contracts") << int(ChainState::ContractsOnly) << u"chain snapshots"_s;
        QTest::newRow("failed") << int(ChainState::Failed) << u"Asking goes on."_s;
    }
    void sentences()
    {
        QFETCH(const int, state);
        QFETCH(const QString, word);
        Desk desk;
        ChainUpdate update;
        update.chain = 1;
        update.underlying = u"SPY"_s;
        update.state = ChainState(state);
        desk.show(update);
        for (const QString &name : { u"smilePlot"_s, u"interestPlot"_s, u"gammaPlot"_s }) {
            auto *plot = desk.plot<AnalysisPlot>(name);
            QVERIFY2(plot->message().contains(word), qPrintable(plot->message()));
            QCOMPARE(plot->accessibleDescription(), plot->message());
        }
        QCOMPARE(desk.figure(u"implied"_s), u"\u2013"_s);
    }

    /// Plans without quotes show the service's volatilities, and say so.
    void withoutQuotes()
    {
        Desk desk;
        SmileChain chain = threeExpiries();
        for (ChainContract &contract : chain.update.contracts) {
            contract.service = std::exchange(contract.own, std::nullopt);
            contract.bid = contract.ask = {};
            contract.status = VolatilityStatus::NoQuote;
        }
        desk.show(chain.update);
        QVERIFY(desk.plot<SmilePlot>(u"smilePlot"_s)->message().isEmpty());
        QVERIFY(desk.panel.planNote().contains(u"the service's"));
        QVERIFY(desk.figure(u"implied"_s) != u"\u2013"_s);
        QCOMPARE(desk.figure(u"move"_s), u"\u2013"_s);
    }

    void followsQuotes()
    {
        Desk desk;
        SmileChain chain = threeExpiries();
        desk.show(chain.update);
        const QString before = desk.figure(u"implied"_s);
        ChainUpdate more = chain.update;
        more.reset = false;
        for (ChainContract &contract : more.contracts)
            contract.own->volatility += 0.05;
        desk.chains.apply(more);
        QTRY_VERIFY(desk.figure(u"implied"_s) != before);
        QTRY_VERIFY(desk.panel.analysis().thirtyDays()->volatility > 0.24);
    }

    void stateIsKept()
    {
        Desk desk;
        QSignalSpy changed(&desk.panel, &Panel::stateChanged);
        desk.panel.showPage(Page::Gamma);
        desk.panel.findChild<QComboBox *>(u"smileScale"_s)->setCurrentIndex(1);
        desk.panel.findChild<QComboBox *>(u"surfaceRows"_s)->setCurrentIndex(1);
        desk.panel.findChild<QComboBox *>(u"strikeFigure"_s)->setCurrentIndex(1);
        desk.panel.findChild<QComboBox *>(u"analysisSource"_s)->setCurrentIndex(1);
        QCOMPARE(changed.size(), 5);
        Desk other;
        other.panel.restoreState(desk.panel.saveState());
        QCOMPARE(other.panel.page(), Page::Gamma);
        QCOMPARE(other.panel.saveState(), desk.panel.saveState());
        QCOMPARE(other.panel.analysis().source(), GreeksSource::Service);
        other.panel.restoreState({ { u"page"_s, u"rubbish"_s } });
        QCOMPARE(other.panel.page(), Page::Gamma);
    }

    /// Both themes, every page, in a small and a large panel: painted without a warning.
    void everyPageIsPainted()
    {
        Desk desk;
        desk.show(threeExpiries().update);
        const QString folder = qEnvironmentVariable("TAPELINE_PICTURES");
        for (const ThemeChoice choice : { ThemeChoice::Dark, ThemeChoice::Light }) {
            desk.fixture.settings.setThemeChoice(choice);
            for (int page = 0; page < 5; ++page) {
                desk.panel.showPage(Page(page));
                desk.panel.resize(1000, 560);
                QVERIFY(colorsIn(desk.panel) > 30);
                if (!folder.isEmpty())
                    desk.panel.grab().save(
                        u"%1/%2-%3.png"_s.arg(folder).arg(int(choice)).arg(page));
                desk.panel.resize(240, 180);
                QVERIFY(!desk.panel.grab().isNull());
            }
        }
    }
};

QTEST_MAIN(TestAnalysisPanel)
#include "tst_analysispanel.moc"
