#include "candidatesmodel.h"
#include "candidatesview.h"
#include "faketradeport.h"
#include "figuretile.h"
#include "fonts.h"
#include "panelfixture.h"
#include "payoffplot.h"
#include "samplechain.h"
#include "scenariosheet.h"
#include "strategybuilder.h"
#include "strategyfigures.h"
#include "strategylegsview.h"
#include "strategyorderbar.h"
#include "strategypanel.h"
#include "strategytemplates.h"
#include "tradetable.h"
#include "whatifbar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;
using enum tapeline::OptionRight;

namespace {

const QDate december(2026, 12, 18);

struct SilentPort final : ChainPort
{
    quint64 openChain(const QString &) override { return ++opened; }
    void closeChain(quint64) override { }
    void setChainView(quint64, const QStringList &contracts) override { shown = contracts; }

    quint64 opened = 0;
    QStringList shown;
};

QString symbolOf(OptionRight right, int strike, QDate day = december)
{
    return SampleChain::symbol(day, strike, right);
}

} // namespace

/// The strategy builder as a person uses it.
class StrategyPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init();
    void cleanup();

    void emptyBuilderSaysWhatToDo();
    void templateFillsTheLegs();
    void everyTemplateOfTheMenu();
    void legsAreChangedInPlace();
    void legsComeFromTheChain();
    void figures();
    void previewFillsTheMargin();
    void onePackageIsSent();
    void stepsAreShown();
    void ownPrice();
    void ownPriceIsForItsLegs();
    void typedTextStaysWithItsLeg();
    void sharesGoWithTheirCalls();
    void slidersMoveTheFigures();
    void plotIsRead();
    void scenarios();
    void candidatesAreTaken();
    void missingQuotesAreSaid();
    void plansAreSaid();
    void stateIsKept();
    void everyControlHasAName();
    void narrowPanel();

private:
    template<typename Kind> Kind *find(const char *name) const
    {
        Kind *found = m_panel->findChild<Kind *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    StrategyBuilder &builder() const { return m_panel->builder(); }
    StrategyFigures *shown() const { return find<StrategyFigures>("strategyFigures"); }
    void fill(StrategyKind kind, bool isSold) const { m_panel->fill({ kind, isSold }); }
    /// What is shown in a field depends on it.
    void focus(QLineEdit *field) const
    {
        m_panel->activateWindow();
        field->setFocus();
        QTRY_VERIFY(field->hasFocus());
    }
    static void type(QLineEdit *field, const QString &text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    void answer(Money before, Money after);

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<FakeTradePort> m_port;
    std::unique_ptr<TradeDesk> m_desk;
    std::unique_ptr<SilentPort> m_chainPort;
    std::unique_ptr<ChainStore> m_chains;
    std::unique_ptr<StrategyDesk> m_strategies;
    std::unique_ptr<StrategyPanel> m_panel;
    SampleChain m_sample;
};

void StrategyPanelTest::init()
{
    m_fixture = std::make_unique<PanelFixture>();
    m_port = std::make_unique<FakeTradePort>();
    m_desk = std::make_unique<TradeDesk>(*m_port);
    m_desk->apply(accountUpdate());
    m_chainPort = std::make_unique<SilentPort>();
    m_chains = std::make_unique<ChainStore>(*m_chainPort);
    m_strategies = std::make_unique<StrategyDesk>();
    m_sample = SampleChain();
    m_panel = std::make_unique<StrategyPanel>(m_fixture->context(u"strategy"_s), *m_chains, *m_desk,
                                              *m_strategies);
    m_panel->setSymbol(u"SPY"_s);
    m_panel->resize(1'100, 760);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_chains->apply(m_sample.update());
}

void StrategyPanelTest::cleanup()
{
    m_panel.reset();
    m_strategies.reset();
    m_chains.reset();
    m_desk.reset();
    m_fixture.reset();
}

/// Answers the previews that are open.
void StrategyPanelTest::answer(Money before, Money after)
{
    PaperUpdate update;
    for (const FakeTradePort::Asked &asked : std::exchange(m_port->previewed, {})) {
        OrderAnswer answer {
            .request = asked.request, .account = asked.account, .id = asked.ticket.id, .reason = {}
        };
        answer.preview = OrderPreview { .ticket = asked.ticket };
        answer.preview->buyingPower = before;
        answer.preview->buyingPowerAfter = after;
        update.orderAnswers.push_back(answer);
    }
    m_desk->apply(update);
}

void StrategyPanelTest::emptyBuilderSaysWhatToDo()
{
    QVERIFY(!builder().evaluation().isComplete);
    QVERIFY(!find<QPushButton>("strategySend")->isEnabled());
    QCOMPARE(shown()->text(StrategyFigures::MaxGain), u"\u2013"_s);
    QCOMPARE(find<StrategyLegsView>("strategyLegs")->rowCount(), 0);
    bool said = false;
    for (const QLabel *label : m_panel->findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().contains(u"template"_s));
    QVERIFY(said);
}

void StrategyPanelTest::templateFillsTheLegs()
{
    fill(StrategyKind::IronCondor, true);
    QCOMPARE(find<StrategyLegsView>("strategyLegs")->rowCount(), 4);
    QCOMPARE(find<QLabel>("strategyName")->text(), u"Iron condor, 18 Dec 26"_s);
    const QString words = find<QLabel>("strategyWords")->text();
    QVERIFY2(words.contains(u"nearest to 0.20"_s), qPrintable(words));
    QCOMPARE(find<QToolButton>("legSide0")->text(), u"Sell"_s);
    QCOMPARE(find<QComboBox>("legRight0")->currentText(), u"P"_s);
    QCOMPARE(find<QComboBox>("legExpiry0")->currentText(), u"18 Dec 26"_s);
    QVERIFY(find<QLabel>("legBid0")->text() != u"\u2013"_s);
    QVERIFY(find<QLabel>("legDelta0")->isVisible());
    QCOMPARE(m_chainPort->shown.size(), 4); // their quotes are streamed
    QTest::mouseClick(find<QToolButton>("strategyClear"), Qt::LeftButton);
    QCOMPARE(find<StrategyLegsView>("strategyLegs")->rowCount(), 0);
    QVERIFY(!find<QLabel>("strategyWords")->isVisible());
}

void StrategyPanelTest::everyTemplateOfTheMenu()
{
    QMenu *menu = find<QToolButton>("strategyTemplates")->menu();
    emit menu->aboutToShow();
    int filled = 0;
    for (QAction *action : menu->actions()) {
        if (action->isSeparator())
            continue;
        action->trigger();
        QVERIFY2(builder().evaluation().isComplete, qPrintable(action->text()));
        QVERIFY2(find<QLabel>("strategyName")->text().startsWith(action->text()),
                 qPrintable(action->text()));
        ++filled;
    }
    QCOMPARE(std::size_t(filled), strategytemplates::all().size());
}

void StrategyPanelTest::legsAreChangedInPlace()
{
    fill(StrategyKind::CallVertical, false);
    const auto leg = [this](std::size_t index) { return builder().draft().legs[index]; };
    const QString before = leg(0).symbol;

    auto *strike = find<QComboBox>("legStrike0");
    strike->setCurrentIndex(strike->findText(u"480"_s));
    emit strike->activated(strike->currentIndex());
    QCOMPARE(leg(0).symbol, symbolOf(Call, 480));

    auto *expiry = find<QComboBox>("legExpiry0");
    expiry->setCurrentIndex(expiry->findText(u"15 Jan 27"_s));
    emit expiry->activated(expiry->currentIndex());
    QCOMPARE(leg(0).symbol, symbolOf(Call, 480, QDate(2027, 1, 15)));
    QVERIFY(builder().evaluation().outcome.isModelled);

    auto *right = find<QComboBox>("legRight0");
    right->setCurrentIndex(1);
    emit right->activated(1);
    QCOMPARE(leg(0).symbol, symbolOf(Put, 480, QDate(2027, 1, 15)));

    QTest::mouseClick(find<QToolButton>("legSide0"), Qt::LeftButton);
    QCOMPARE(leg(0).side, Side::Sell);
    type(find<QLineEdit>("legQty0"), u"3"_s);
    QCOMPARE(leg(0).qty, Qty::whole(3));
    QTest::keyClick(find<QLineEdit>("legQty0"), Qt::Key_Up);
    QCOMPARE(leg(0).qty, Qty::whole(4));
    type(find<QLineEdit>("legQty0"), u"0"_s); // no size
    QCOMPARE(leg(0).qty, Qty::whole(4));
    type(find<QLineEdit>("legPrice0"), u"7.25"_s);
    QCOMPARE(leg(0).price, Price::parse(u"7.25").value_or(Price()));

    QTest::mouseClick(find<QToolButton>("legRemove0"), Qt::LeftButton);
    QCOMPARE(builder().draft().legs.size(), std::size_t(1));
    QVERIFY(builder().draft().legs[0].symbol != before);
}

void StrategyPanelTest::legsComeFromTheChain()
{
    QSignalSpy wanted(m_strategies.get(), &StrategyDesk::wanted);
    m_strategies->addLeg(symbolOf(Put, 480), Side::Sell);
    m_strategies->addLeg(symbolOf(Put, 470), Side::Buy);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(find<QLabel>("strategyName")->text(), u"Bull put spread (credit), 18 Dec 26"_s);
    for (int strike = 500; strike < 540; strike += 5)
        m_strategies->addLeg(symbolOf(Call, strike), Side::Buy);
    QCOMPARE(builder().draft().legs.size(), StrategyDraft::mostLegs);
    QVERIFY(find<QLabel>("strategyWords")->text().contains(u"8"_s));

    StrategyDraft position;
    position.underlying = u"SPY"_s;
    position.legs = { { symbolOf(Call, 500), Side::Buy, Qty::whole(2), true, Price::whole(9) } };
    m_panel->load(position);
    QVERIFY(!find<QToolButton>("legSide0")->isEnabled()); // it is held, not to be sent
    QVERIFY(!find<QPushButton>("strategySend")->isEnabled());
    QVERIFY(builder().evaluation().isComplete);
}

void StrategyPanelTest::figures()
{
    fill(StrategyKind::IronCondor, true);
    const StrategyEvaluation &seen = builder().evaluation();
    const QLocale here;
    QVERIFY(shown()->findChild<FigureTile *>(u"strategyFigure0"_s)->accessibleName()
            == u"Net credit"_s);
    QCOMPARE(shown()->text(StrategyFigures::Cost), here.toString(-seen.cost, 'f', 2));
    QCOMPARE(shown()->text(StrategyFigures::MaxGain),
             u"+"_s + here.toString(*seen.outcome.maxGain, 'f', 2));
    QCOMPARE(shown()->text(StrategyFigures::MaxLoss),
             u"\u2212"_s + here.toString(*seen.outcome.maxLoss, 'f', 2));
    QCOMPARE(shown()->text(StrategyFigures::BreakEvens),
             here.toString(seen.outcome.breakEvens[0], 'f', 2) + u"  "_s
                 + here.toString(seen.outcome.breakEvens[1], 'f', 2));
    QVERIFY(shown()->text(StrategyFigures::Probability).endsWith(u" %"_s));
    fill(StrategyKind::Straddle, false);
    QCOMPARE(shown()->text(StrategyFigures::MaxGain), u"unlimited"_s);
    QCOMPARE(shown()->text(StrategyFigures::RewardToRisk), u"\u2013"_s);
}

void StrategyPanelTest::previewFillsTheMargin()
{
    fill(StrategyKind::IronCondor, true);
    QTRY_VERIFY(!m_port->previewed.empty());
    QVERIFY(m_port->previewed.front().ticket.isPackage());
    answer(Money::whole(10'000), Money::whole(9'000));
    QCOMPARE(shown()->text(StrategyFigures::Margin), u"1,000.00"_s);
    QCOMPARE(shown()->text(StrategyFigures::BuyingPower), u"9,000.00"_s);
    // The legs are followed, so that the account has prices for them
    QCOMPARE(m_port->watched.size(), 4);
}

void StrategyPanelTest::onePackageIsSent()
{
    fill(StrategyKind::IronCondor, true);
    type(find<QLineEdit>("strategyPackages"), u"3"_s);
    auto *tif = find<QComboBox>("strategyTif");
    tif->setCurrentIndex(1);
    emit tif->activated(1);
    auto *send = find<QPushButton>("strategySend");
    QCOMPARE(send->text(), u"Send as one order"_s);
    m_port->previewed.clear();
    QTest::mouseClick(send, Qt::LeftButton);
    QVERIFY(m_port->submitted.empty());
    QVERIFY(!m_desk->question()); // first it is looked at
    m_port->answerPreviews(*m_desk);
    QVERIFY(m_desk->question());
    QCOMPARE(m_desk->question()->plan.orders.size(), std::size_t(1));
    confirmAsked(*m_desk);
    QCOMPARE(m_port->submitted.size(), std::size_t(1));
    const OrderTicket &ticket = m_port->submitted.front();
    QCOMPARE(ticket.legs.size(), std::size_t(4));
    QCOMPARE(ticket.qty, Qty::whole(3));
    QCOMPARE(ticket.tif, TimeInForce::Gtc);
    QVERIFY(*ticket.limit < Price());
}

void StrategyPanelTest::stepsAreShown()
{
    fill(StrategyKind::IronCondor, true);
    auto *packages = find<QLineEdit>("strategyPackages");
    focus(packages);
    QTest::keyClick(packages, Qt::Key_Up);
    QCOMPARE(packages->text(), u"2"_s);
    QWheelEvent wheel(packages->rect().center(), packages->mapToGlobal(packages->rect().center()),
                      {}, { 0, 120 }, {}, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(packages, &wheel);
    QCOMPARE(packages->text(), u"3"_s);
    QTest::keyClick(packages, Qt::Key_Return);
    QCOMPARE(builder().draft().packages, 3);
    packages->selectAll();
    QTest::keyClicks(packages, u"7"_s);
    QTest::keyClick(packages, Qt::Key_Up); // from what is seen
    QCOMPARE(packages->text(), u"8"_s);
    QCOMPARE(builder().draft().packages, 8);

    auto *qty = find<QLineEdit>("legQty0");
    focus(qty);
    QTest::keyClick(qty, Qt::Key_Up);
    QCOMPARE(qty->text(), u"2"_s);
    QTest::keyClick(qty, Qt::Key_Return);
    QCOMPARE(builder().draft().legs[0].qty, Qty::whole(2));

    auto *legPrice = find<QLineEdit>("legPrice0");
    type(legPrice, u"7.25"_s);
    focus(legPrice);
    QTest::keyClick(legPrice, Qt::Key_Up);
    QCOMPARE(legPrice->text(), u"7.26"_s);
    QTest::keyClick(legPrice, Qt::Key_Up);
    QCOMPARE(legPrice->text(), u"7.27"_s);
    QCOMPARE(builder().draft().legs[0].price, Price::parse(u"7.27").value_or(Price()));

    auto *price = find<QLineEdit>("strategyPrice");
    type(price, u"2.10"_s);
    focus(price);
    QTest::keyClick(price, Qt::Key_Up);
    QCOMPARE(price->text(), u"2.11"_s);
    QTest::keyClick(price, Qt::Key_Down);
    QCOMPARE(price->text(), u"2.10"_s);
}

void StrategyPanelTest::ownPrice()
{
    fill(StrategyKind::IronCondor, true);
    QCOMPARE(find<QToolButton>("strategyDirection")->text(), u"credit"_s);
    type(find<QLineEdit>("strategyPrice"), u"2.10"_s);
    QCOMPARE(builder().draft().price, PackagePrice::Own);
    QCOMPARE(builder().draft().ownPrice, Price::parse(u"-2.10").value_or(Price()));
    QCOMPARE(shown()->text(StrategyFigures::Cost), u"210.00"_s);
    QTest::keyClick(find<QLineEdit>("strategyPrice"), Qt::Key_Up);
    QCOMPARE(builder().draft().ownPrice, Price::parse(u"-2.11").value_or(Price()));
    QTest::mouseClick(find<QToolButton>("strategyDirection"), Qt::LeftButton);
    QCOMPARE(builder().draft().ownPrice, Price::parse(u"2.11").value_or(Price()));
    auto *choice = find<QComboBox>("strategyPriceChoice");
    choice->setCurrentIndex(int(PackagePrice::Natural));
    emit choice->activated(choice->currentIndex());
    QCOMPARE(builder().draft().price, PackagePrice::Natural);
    QVERIFY(std::abs(builder().evaluation().cost - 100 * *builder().evaluation().natural) < 1e-9);
}

void StrategyPanelTest::ownPriceIsForItsLegs()
{
    fill(StrategyKind::IronCondor, true);
    auto *price = find<QLineEdit>("strategyPrice");
    const auto setOwn = [&] {
        type(price, u"2.10"_s);
        return builder().draft().price == PackagePrice::Own;
    };
    QVERIFY(setOwn());
    focus(price);
    QTest::mouseClick(find<QToolButton>("legSide0"), Qt::LeftButton);
    QCOMPARE(builder().draft().price, PackagePrice::Mid);
    QCOMPARE(find<QComboBox>("strategyPriceChoice")->currentIndex(), int(PackagePrice::Mid));
    QVERIFY(price->text() != u"2.10"_s);
    QTest::keyClick(price, Qt::Key_Return); // the field has no other one than that
    QCOMPARE(builder().draft().price, PackagePrice::Mid);

    QVERIFY(setOwn());
    auto *strike = find<QComboBox>("legStrike0");
    strike->setCurrentIndex(strike->currentIndex() + 1);
    emit strike->activated(strike->currentIndex());
    QCOMPARE(builder().draft().price, PackagePrice::Mid);
    QVERIFY(setOwn());
    type(find<QLineEdit>("legPrice0"), u"7.25"_s); // the legs are the same
    QCOMPARE(builder().draft().price, PackagePrice::Own);
    type(find<QLineEdit>("legQty0"), u"2"_s);
    QCOMPARE(builder().draft().price, PackagePrice::Mid);
    QVERIFY(setOwn());
    QTest::mouseClick(find<QToolButton>("legRemove0"), Qt::LeftButton);
    QCOMPARE(builder().draft().price, PackagePrice::Mid);
    QVERIFY(setOwn());
    m_strategies->addLeg(symbolOf(Call, 550), Side::Buy);
    QCOMPARE(builder().draft().price, PackagePrice::Mid);
}

void StrategyPanelTest::typedTextStaysWithItsLeg()
{
    fill(StrategyKind::CallVertical, false);
    const QString second = builder().draft().legs[1].symbol;
    auto *qty = find<QLineEdit>("legQty0");
    focus(qty);
    qty->selectAll();
    QTest::keyClicks(qty, u"7"_s);
    builder().refresh();
    QCOMPARE(qty->text(), u"7"_s); // the market does not take it away
    QTest::mouseClick(find<QToolButton>("legRemove0"), Qt::LeftButton);
    QCOMPARE(builder().draft().legs[0].symbol, second);
    QCOMPARE(qty->text(), u"1"_s);
    QTest::keyClick(qty, Qt::Key_Return);
    QCOMPARE(builder().draft().legs[0].qty, Qty::whole(1));

    fill(StrategyKind::CallVertical, false);
    auto *legPrice = find<QLineEdit>("legPrice0");
    focus(legPrice);
    QTest::keyClicks(legPrice, u"9.99"_s);
    QTest::mouseClick(find<QToolButton>("legRemove0"), Qt::LeftButton);
    QVERIFY(legPrice->text().isEmpty());
    QTest::keyClick(legPrice, Qt::Key_Return);
    QVERIFY(!builder().draft().legs[0].price);

    auto *packages = find<QLineEdit>("strategyPackages");
    focus(packages);
    packages->selectAll();
    QTest::keyClicks(packages, u"9"_s);
    m_panel->setSymbol(u"QQQ"_s);
    QCOMPARE(packages->text(), u"1"_s);
    QCOMPARE(builder().draft().packages, 1);
}

void StrategyPanelTest::sharesGoWithTheirCalls()
{
    fill(StrategyKind::CoveredCall, false);
    auto *send = find<QPushButton>("strategySend");
    QCOMPARE(send->text(), u"Send as one order"_s);
    m_port->previewed.clear();
    QTest::mouseClick(send, Qt::LeftButton);
    m_port->answerPreviews(*m_desk);
    QCOMPARE(m_desk->question()->plan.orders.size(), std::size_t(1));
    confirmAsked(*m_desk);
    QCOMPARE(m_port->submitted.size(), std::size_t(1));
    QCOMPARE(m_port->submitted[0].legs.back().symbol, u"SPY"_s);
    QCOMPARE(m_port->submitted[0].legs.back().ratio, 100);
}

void StrategyPanelTest::slidersMoveTheFigures()
{
    fill(StrategyKind::IronCondor, true);
    const QString before = shown()->text(StrategyFigures::Then);
    auto *days = find<QSlider>("whatIfDays");
    QVERIFY(days->maximum() >= 25 * 4);
    days->setValue(days->maximum());
    QVERIFY(std::abs(builder().evaluation().profitThen - *builder().evaluation().outcome.maxGain)
            < 1e-6);
    QVERIFY(shown()->text(StrategyFigures::Then) != before);
    find<QSlider>("whatIfSpot")->setValue(-40);
    QVERIFY(builder().evaluation().profitThen < 0);
    find<QSlider>("whatIfVolatility")->setValue(20);
    QCOMPARE(builder().whatIf().volatilityShift, 0.10);
    QTest::mouseClick(find<QToolButton>("whatIfReset"), Qt::LeftButton);
    QCOMPARE(builder().whatIf(), WhatIf());
    QCOMPARE(days->value(), 0);
}

void StrategyPanelTest::plotIsRead()
{
    fill(StrategyKind::IronCondor, true);
    auto *plot = find<PayoffPlot>("payoffPlot");
    const StrategyEvaluation &seen = builder().evaluation();
    QVERIFY(plot->range().first < seen.outcome.breakEvens[0]);
    QVERIFY(plot->range().second > seen.outcome.breakEvens[1]);
    QVERIFY(std::abs(plot->profitsAt(500).atEnd - *seen.outcome.maxGain) < 1e-9);
    QVERIFY(std::abs(plot->profitsAt(500).now - (seen.greeks.value - seen.cost)) < 5);
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_Right);
    QVERIFY(plot->reading() && *plot->reading() > 500);
    QVERIFY(
        find<QLabel>("strategyKey")->text().contains(QLocale().toString(*plot->reading(), 'f', 2)));
    QTest::keyClick(plot, Qt::Key_Escape);
    QVERIFY(!plot->reading());
    QTest::mouseMove(plot, QPoint(plot->width() / 3, plot->height() / 2));
    QTRY_VERIFY(plot->reading());
    const auto range = plot->range();
    QWheelEvent wheel(plot->rect().center(), plot->mapToGlobal(plot->rect().center()), {},
                      { 0, 240 }, {}, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(plot, &wheel);
    QVERIFY(plot->range().second - plot->range().first < range.second - range.first);
    QVERIFY(plot->accessibleDescription().contains(u"Break-even"_s));
}

void StrategyPanelTest::scenarios()
{
    fill(StrategyKind::IronCondor, true);
    find<QTabWidget>("strategyTabs")->setCurrentIndex(1);
    auto *sheet = find<ScenarioSheet>("scenarioSheet");
    QCOMPARE(sheet->table().axes.spots.size(), std::size_t(11));
    QCOMPARE(sheet->table().axes.days.size(), std::size_t(6));
    // At the end, where it stands now: all that it gains
    const double gain = *builder().evaluation().outcome.maxGain;
    QCOMPARE(sheet->cellText(5, 5), u"+"_s + QLocale().toString(gain, 'f', 0));
    sheet->choose(ScenarioSheet::Measure::Vega, ScenarioSheet::Across::Volatility);
    QCOMPARE(sheet->table().axes.volatilityShifts.size(), std::size_t(7));
    QVERIFY(sheet->cellText(5, 3).startsWith(u"\u2212"_s));
    QVERIFY(sheet->cellText(11, 0).isEmpty());
    QVERIFY(sheet->accessibleDescription().contains(sheet->cellText(5, 3)));
}

void StrategyPanelTest::candidatesAreTaken()
{
    find<QTabWidget>("strategyTabs")->setCurrentIndex(2);
    auto *candidates = find<CandidatesView>("candidates");
    QTest::mouseClick(find<QPushButton>("candidatesSearch"), Qt::LeftButton);
    const int rows = candidates->table()->source().rowCount();
    QVERIFY(rows > 5);
    QVERIFY(candidates->outcome().contains(u"Left out"_s));
    const QModelIndex first = candidates->table()->source().index(0, 0);
    QVERIFY(first.data(Qt::ToolTipRole).toString().contains(u"0.30 to 0.70"_s));
    emit candidates->table()->opened(first);
    QVERIFY(find<QLabel>("strategyName")->text().startsWith(first.data().toString()));
    QCOMPARE(find<QTabWidget>("strategyTabs")->currentIndex(), 0);

    // Where volatility is high only credits are taken
    OptimiserRules dear = candidates->rules();
    QVERIFY(!dear.volatilityRank);
    dear.volatilityRank = 80;
    dear.leastRewardToRisk = 0.2;
    candidates->setRules(dear);
    candidates->search();
    const QAbstractItemModel &found = candidates->table()->source();
    QVERIFY(found.rowCount() > 0);
    for (int row = 0; row < found.rowCount(); ++row)
        QVERIFY(found.index(row, CandidatesModel::Cost).data().toString().startsWith(u'\u2212'));

    OptimiserRules none = candidates->rules();
    none.leastOpenInterest = 1'000'000;
    candidates->setRules(none);
    candidates->search();
    QCOMPARE(candidates->table()->source().rowCount(), 0);
}

void StrategyPanelTest::missingQuotesAreSaid()
{
    for (ChainContract &contract : m_sample.contracts())
        contract.bid = contract.ask = {};
    m_chains->apply(m_sample.update());
    m_strategies->addLeg(symbolOf(Call, 510), Side::Buy);
    QVERIFY(find<QLabel>("strategyNote")->text().contains(u"SPY 18 Dec 26 510 C"_s));
    QVERIFY(!find<QPushButton>("strategySend")->isEnabled());
    type(find<QLineEdit>("legPrice0"), u"4.20"_s);
    QVERIFY(builder().evaluation().isComplete);
    QVERIFY(find<QPushButton>("strategySend")->isEnabled());
}

void StrategyPanelTest::plansAreSaid()
{
    ChainUpdate update = m_sample.update();
    update.state = ChainState::NotInPlan;
    update.plan = u"Options Starter"_s;
    m_chains->apply(update);
    QTRY_VERIFY(m_panel->planNote().contains(u"Options Starter"_s));
    update.state = ChainState::Here;
    m_chains->apply(update);
    QTRY_VERIFY(m_panel->planNote().isEmpty());
}

void StrategyPanelTest::stateIsKept()
{
    fill(StrategyKind::IronCondor, true);
    find<QTabWidget>("strategyTabs")->setCurrentIndex(1);
    const StrategyDraft draft = builder().draft();
    const QJsonObject state = m_panel->saveState();

    StrategyDesk fresh;
    StrategyPanel other(m_fixture->context(u"strategy"_s), *m_chains, *m_desk, fresh);
    other.restoreState(state); // before its symbol is known, as a workspace does
    other.setSymbol(u"SPY"_s);
    QCOMPARE(other.builder().draft(), draft);
    QCOMPARE(other.saveState()[u"tab"_s].toInt(), 1);
}

void StrategyPanelTest::everyControlHasAName()
{
    fill(StrategyKind::IronCondor, true);
    for (const QWidget *control : m_panel->findChildren<QWidget *>()) {
        const bool isField
            = qobject_cast<const QComboBox *>(control) || qobject_cast<const QSlider *>(control);
        if (isField && control->isVisible())
            QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
    }
}

void StrategyPanelTest::narrowPanel()
{
    fill(StrategyKind::IronCondor, true);
    QVERIFY(find<QLabel>("legGamma0")->isVisible());
    m_panel->resize(620, 760);
    QTRY_VERIFY(!find<QLabel>("legGamma0")->isVisible());
    QVERIFY(find<QComboBox>("legStrike0")->isVisible());
}

/// A slider moves the plot within two frames.
QTEST_MAIN(StrategyPanelTest)
#include "tst_strategypanel.moc"
