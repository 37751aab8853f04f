#include "bookbar.h"
#include "bookmodel.h"
#include "bookpanel.h"
#include "fonts.h"
#include "heatmapview.h"
#include "ladderview.h"
#include "montageview.h"
#include "panelfixture.h"
#include "writtendepth.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// The order book in its panel, by real mouse and keys. With TAPELINE_PICTURES=folder it leaves
/// pictures to look at.
class TestBookPanel : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<BookModel> m_model;
    std::unique_ptr<BookPanel> m_panel;
    std::unique_ptr<WrittenDepth> m_depth;
    std::vector<BookPrint> m_prints;

    LadderView &ladder() const { return *m_panel->ladder(); }
    HeatMapView &heatMap() const { return *m_panel->heatMap(); }

    void feed(int columns)
    {
        const BookUpdate update = m_depth->next(columns);
        m_prints.insert(m_prints.end(), update.prints.begin(), update.prints.end());
        m_model->apply(update);
        m_model->applyTraded(tradedToday(m_prints));
        ladder().refresh();
        heatMap().refresh();
    }
    void keepPicture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("TAPELINE_PICTURES");
        if (!folder.isEmpty())
            m_panel->grab().save(folder + u'/' + name + u".png");
    }
    static void wheel(QWidget &target, int notches, Qt::KeyboardModifiers modifiers = {})
    {
        const QPointF at = target.rect().center();
        QWheelEvent event(at, target.mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&target, &event);
    }
    static BookUpdate venueQuotes()
    {
        BookUpdate update;
        update.kind = BookKind::VenueQuotes;
        update.columnLength = 250ms;
        const auto quote = [&](quint16 venue, qint64 bid, qint64 bidSize, qint64 ask) {
            Quote own;
            own.bidExchange = own.askExchange = venue;
            own.bid = update.grid.bottom(bid);
            own.ask = update.grid.bottom(ask);
            own.bidSize = Qty::whole(bidSize);
            own.askSize = Qty::whole(3);
            update.venues.push_back(own);
        };
        quote(1, 6'180'001, 2, 6'180'105);
        quote(2, 6'180'050, 7, 6'180'101);
        quote(23, 6'180'050, 1, 6'180'160);
        update.best = update.venues[1];
        update.resting = { { 6'180'001, Qty::whole(2), {} },
                           { 6'180'050, Qty::whole(8), {} },
                           { 6'180'101, {}, Qty::whole(3) },
                           { 6'180'105, {}, Qty::whole(3) },
                           { 6'180'160, {}, Qty::whole(3) } };
        return update;
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_model = std::make_unique<BookModel>();
        m_depth = std::make_unique<WrittenDepth>();
        m_prints.clear();
        m_panel = std::make_unique<BookPanel>(m_fixture->context(u"book"_s), *m_model);
        m_panel->resize(1'000, 620);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
        m_fixture.reset();
    }

    void theLadderShowsWhatRestsAndWhatWasTraded()
    {
        feed(200);
        const Quote best = m_model->best();
        const qint64 bid = m_model->rowOf(best.bid);
        QCOMPARE(ladder().cellText(LadderColumn::BidSize, bid),
                 QLocale().toString(best.bidSize.toDouble(), 'f', 0));
        QCOMPARE(ladder().cellText(LadderColumn::AskSize, bid), QString());
        QCOMPARE(ladder().cellText(LadderColumn::Price, bid), best.bid.toString(2));
        QVERIFY(!ladder().cellText(LadderColumn::Volume, bid).isEmpty());
        QVERIFY(m_panel->scale().contains(bid));
        keepPicture(u"book-depth"_s);
    }

    void everyModeSaysWhatItIs()
    {
        const auto text = [this] {
            return m_panel->findChild<BookBar *>()->text(); // changes ten times a second
        };
        QTRY_VERIFY(text().contains(u"No quotes yet"_s));
        feed(10);
        QTRY_VERIFY(text().contains(u"Depth of one venue"_s));
        BookUpdate update = m_depth->next(1);
        update.isBroken = true;
        m_model->apply(update);
        QTRY_VERIFY(text().contains(u"incomplete"_s));
        update.kind = BookKind::BestQuote;
        update.isBroken = false;
        m_model->apply(update);
        QTRY_VERIFY(text().contains(u"Best bid and offer"_s));
        QTRY_VERIFY(text().contains(u"spread 0.01"_s));
        m_model->apply(venueQuotes());
        QTRY_VERIFY(text().contains(u"Best quotes by venue"_s));
    }

    void quotesOfVenuesStandBestFirst()
    {
        QVERIFY(!m_panel->montage()->isVisible());
        m_panel->setSymbol(u"X:BTCUSD"_s);
        m_panel->restart();
        m_model->apply(venueQuotes());
        QVERIFY(m_panel->montage()->isVisible());
        ladder().refresh();
        const MontageView &montage = *m_panel->montage();
        QCOMPARE(montage.bidTexts(0), (QStringList { u"BFX"_s, u"7"_s, u"61,800.50"_s }));
        QCOMPARE(montage.bidTexts(2).at(2), u"61,800.01"_s);
        QCOMPARE(montage.askTexts(0).at(2), u"61,801.01"_s);
        QCOMPARE(montage.askTexts(2).at(2), u"61,801.60"_s);
        QVERIFY(montage.askTexts(3).isEmpty());
        BookUpdate later = venueQuotes();
        later.silentVenues = { later.venues[1] }; // the best one, and long ago
        later.venues.erase(later.venues.begin() + 1);
        later.best = later.venues[1];
        m_model->apply(later);
        QCOMPARE(montage.bidTexts(0).at(0), u"KRKN"_s);
        QCOMPARE(montage.bidTexts(2).at(0), u"BFX"_s);
        m_model->apply(venueQuotes());
        keepPicture(u"book-venues"_s);
        feed(1);
        QVERIFY(!m_panel->montage()->isVisible()); // depth has no venues
    }

    void aSumOfVenuesIsNoVenues()
    {
        m_panel->setSymbol(u"X:BTCUSD"_s);
        m_panel->restart();
        m_model->setGroup(10);
        m_model->apply(venueQuotes());
        ladder().refresh();
        // 7 of one and 1 of another rest there
        QCOMPARE(ladder().cellText(LadderColumn::BidSize, 618'005), u"8"_s);
        const QImage two = ladder().grab().toImage();
        BookUpdate update = venueQuotes();
        update.resting[1].bid = Qty::whole(7);
        m_model->apply(update);
        ladder().refresh();
        const QRect cell = ladder().columnRect(LadderColumn::BidSize);
        const int y = ladder().headerHeight() + m_panel->scale().yOf(618'005);
        const QRect venue(cell.x(), y, cell.width() / 3, ladder().rowHeight());
        QVERIFY(two.copy(venue) != ladder().grab().toImage().copy(venue)); // now it is named
    }

    void partsOfAStepOfTheWheelAddUp()
    {
        feed(20);
        const qint64 before = m_panel->scale().topRow();
        const auto turn = [this](QPoint angle, Qt::KeyboardModifiers modifiers) {
            const QPointF at = heatMap().rect().center();
            QWheelEvent event(at, heatMap().mapToGlobal(at), {}, angle, Qt::NoButton, modifiers,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(&heatMap(), &event);
        };
        turn({ 0, 15 }, {});
        turn({ 0, 15 }, {});
        QCOMPARE(m_panel->scale().topRow(), before);
        turn({ 0, 15 }, {});
        QCOMPARE(m_panel->scale().topRow(), before + 1);
        turn({ 120, 0 }, {}); // sideways: nothing of ours
        QCOMPARE(m_panel->scale().topRow(), before + 1);
        QSignalSpy state(m_panel.get(), &Panel::stateChanged);
        turn({ 120, 0 }, Qt::ShiftModifier);
        QCOMPARE(heatMap().columnWidth(), 4);
        QCOMPARE(state.count(), 1);
    }

    void rowsOfBothStayBesideEachOtherInLargerText()
    {
        feed(20);
        m_fixture->settings.setTextSizePercent(150);
        feed(1);
        const qint64 row = m_model->rowOf(m_model->best().bid);
        const int y = ladder().headerHeight() + m_panel->scale().yOf(row)
            + m_panel->scale().rowHeight() / 2;
        QVERIFY(heatMap()
                    .readout({ heatMap().width() - 1, y })
                    .contains(m_model->best().bid.toString(2)));
    }

    void withoutAPriceThereAreNoRows()
    {
        QVERIFY(ladder().cellText(LadderColumn::Price, 0).isEmpty());
        QVERIFY(ladder().cellText(LadderColumn::Price, -5).isEmpty());
        const QImage empty = ladder().grab().toImage();
        wheel(ladder(), 3);
        QVERIFY(ladder().grab().toImage() == empty);
    }

    void anotherSourceBeginsAtItsOwnTime()
    {
        feed(400);
        heatMap().setFocus();
        QTest::keyClick(&heatMap(), Qt::Key_Left);
        QVERIFY(!heatMap().followsTime());
        BookUpdate update = m_depth->next(1);
        update.reset = true;
        m_model->apply(update);
        QVERIFY(heatMap().followsTime());
    }

    void theWheelScrollsAndSpaceComesBack()
    {
        feed(20);
        const qint64 before = m_panel->scale().topRow();
        wheel(ladder(), 1);
        QVERIFY(m_panel->scale().topRow() > before);
        QVERIFY(!m_panel->scale().isFollowing());
        ladder().setFocus();
        QTest::keyClick(&ladder(), Qt::Key_Space);
        QVERIFY(m_panel->scale().isFollowing());
        const qint64 middle = *m_model->middleRow();
        const qint64 shown = m_panel->scale().topRow() - m_panel->scale().rowCount() / 2;
        QVERIFY(std::llabs(shown - middle) <= 1);
    }

    void whoScrolledAwayStaysThere()
    {
        feed(20);
        wheel(ladder(), 30);
        const qint64 there = m_panel->scale().topRow();
        feed(40);
        QCOMPARE(m_panel->scale().topRow(), there);
        QTest::mouseClick(m_panel->findChild<QToolButton *>(u"bookCentreButton"_s), Qt::LeftButton);
        QVERIFY(m_panel->scale().contains(*m_model->middleRow()));
    }

    void rowsStandStillWhileTheMarketIsInTheMiddle()
    {
        feed(20);
        const qint64 before = m_panel->scale().topRow();
        BookUpdate update = m_depth->next(1);
        const qint64 middle = before - m_panel->scale().rowCount() / 2;
        update.best.bid = update.grid.bottom(middle + 1);
        update.best.ask = update.grid.bottom(middle + 3);
        m_model->apply(update);
        ladder().refresh();
        QCOMPARE(m_panel->scale().topRow(), before);
        update.best.bid = update.grid.bottom(middle + 100);
        update.best.ask = update.grid.bottom(middle + 101);
        m_model->apply(update);
        ladder().refresh();
        QVERIFY(m_panel->scale().contains(middle + 100));
    }

    void coarserRowsByKeyAndWheel()
    {
        feed(20);
        ladder().setFocus();
        QTest::keyClick(&ladder(), Qt::Key_Minus);
        QCOMPARE(m_panel->options().group, 2);
        wheel(ladder(), -1, Qt::ControlModifier);
        QCOMPARE(m_panel->options().group, 5);
        QVERIFY(m_panel->scale().contains(*m_model->middleRow()));
        QTest::keyClick(&ladder(), Qt::Key_Plus);
        QCOMPARE(m_model->group(), 2);
    }

    void theHeatMapFollowsTimeUntilItIsPanned()
    {
        feed(400);
        QVERIFY(heatMap().followsTime());
        heatMap().setFocus();
        QTest::keyClick(&heatMap(), Qt::Key_Left);
        QVERIFY(!heatMap().followsTime());
        keepPicture(u"book-panned"_s);
        QTest::mouseDClick(&heatMap(), Qt::LeftButton);
        QVERIFY(heatMap().followsTime());
    }

    void bubblesAddUpToTheTrades()
    {
        feed(100);
        double drawn = 0;
        for (const Bubble &bubble : heatMap().bubbles())
            drawn += bubble.size;
        double traded = 0;
        for (const BookPrint &print : m_prints)
            if (m_panel->scale().contains(m_model->rowOf(print.price)))
                traded += print.size.toDouble();
        QVERIFY(traded > 0);
        QCOMPARE(drawn, traded);
    }

    void theMouseReadsSizeAndTime()
    {
        feed(100);
        const qint64 row = m_model->rowOf(m_model->best().bid);
        const QPoint at(heatMap().width() - 1,
                        ladder().headerHeight() + m_panel->scale().yOf(row)
                            + m_panel->scale().rowHeight() / 2);
        const QString text = heatMap().readout(at);
        QVERIFY2(text.contains(m_model->best().bid.toString(2)), qPrintable(text));
        QVERIFY2(text.contains(
                     u"%1 at rest"_s.arg(QLocale().toString(m_model->best().bidSize.toDouble()))),
                 qPrintable(text));
    }

    void narrowPanelsKeepTheLadder()
    {
        feed(20);
        m_panel->resize(ladder().leastWidth() + 40, 500);
        QVERIFY(!heatMap().isVisible());
        QVERIFY(ladder().hasColumn(LadderColumn::BidSize));
        QVERIFY(!ladder().hasColumn(LadderColumn::Volume));
        keepPicture(u"book-narrow"_s);
        m_panel->resize(1'000, 620);
        QVERIFY(heatMap().isVisible());
    }

    void theStateComesBack()
    {
        BookOptions options;
        options.group = 10;
        options.microprice = true;
        options.column = 1s;
        QSignalSpy column(m_panel.get(), &BookPanel::columnChanged);
        m_panel->setOptions(options);
        QCOMPARE(column.count(), 1);
        const QJsonObject state = m_panel->saveState();
        m_panel->setOptions({});
        m_panel->restoreState(state);
        QCOMPARE(m_panel->options(), options);
        m_panel->restoreState(QJsonObject { { u"options"_s, 7 }, { u"split"_s, u"x"_s } });
        QCOMPARE(m_panel->options(), BookOptions());
    }

    void anotherSymbolBeginsEmpty()
    {
        feed(50);
        wheel(ladder(), 20);
        m_panel->restart();
        QVERIFY(m_model->columns().empty());
        QVERIFY(m_panel->scale().isFollowing());
        feed(50);
        QVERIFY(m_panel->scale().contains(*m_model->middleRow()));
    }

    void itFollowsTheTheme()
    {
        for (const ThemeChoice choice : { ThemeChoice::Dark, ThemeChoice::Light }) {
            m_fixture->settings.setThemeChoice(choice);
            BookOptions options;
            options.microprice = true;
            m_panel->setOptions(options);
            feed(400);
            const QImage picture = m_panel->grab().toImage();
            QCOMPARE(picture.pixelColor(picture.width() - 2, picture.height() - 2),
                     m_fixture->theme.color(ColorRole::Panel));
            keepPicture(choice == ThemeChoice::Dark ? u"book-dark"_s : u"book-light"_s);
        }
    }
};

QTEST_MAIN(TestBookPanel)
#include "tst_bookpanel.moc"
