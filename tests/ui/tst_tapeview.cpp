#include "bracketstranslator.h"
#include "panelfixture.h"
#include "tapemodel.h"
#include "tapepanel.h"
#include "tapeprints.h"
#include "tapetext.h"
#include "tapeview.h"

#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

TapePrint print(quint64 number, PrintSide side = PrintSide::AtAsk)
{
    TapePrint result;
    result.trade.time = fromMs(1'786'629'600'000 + qint64(number));
    result.trade.price = *Price::parse(u"101.25");
    result.trade.size = Qty::whole(qint64(number));
    result.trade.exchange = 12;
    result.trade.sequence = number;
    result.side = side;
    return result;
}

/// Whether any pixel of a row is nearly this colour.
bool hasColor(const QImage &image, const QRect &area, const QColor &color)
{
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (qAbs(pixel.red() - color.red()) + qAbs(pixel.green() - color.green())
                    + qAbs(pixel.blue() - color.blue())
                < 24)
                return true;
        }
    return false;
}

} // namespace

class TestTapeView : public QObject
{
    Q_OBJECT

private slots:
    void coinsHaveTheirOwnVenuesAndDecimals()
    {
        TapeText text;
        text.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
        TapePrint print;
        print.trade.price = *Price::parse(u"0.00001305");
        print.trade.size = *Qty::parse(u"985.5");
        print.trade.exchange = 1;
        print.trade.conditions = { 2 };
        QCOMPARE(text.cell(print, TapeColumn::Conditions).isEmpty(), false); // an average price
        text.setSymbol(u"X:BTCUSD"_s);
        QCOMPARE(text.cell(print, TapeColumn::Price), u"0.00001305"_s);
        QCOMPARE(text.cell(print, TapeColumn::Size), u"985.5"_s);
        QCOMPARE(text.size(*Qty::parse(u"1292.00000001")), u"1,292.00000001"_s);
        QCOMPARE(text.size(*Qty::parse(u"-0.5")), u"-0.5"_s);
        QCOMPARE(text.cell(print, TapeColumn::Venue), u"CBSE"_s);
        QCOMPARE(text.cell(print, TapeColumn::Conditions), QString());
        QVERIFY(text.toolTip(print).contains(u"Coinbase"_s));
        QVERIFY(!text.toolTip(print).contains(u"Average"_s));
        QCOMPARE(text.averagePrice(0.0000130512), u"0.00001305"_s);
        QCOMPARE(text.averagePrice(61'837.635), u"61,837.6350"_s);
        print.trade.price = *Price::parse(u"61837.6");
        QCOMPARE(text.cell(print, TapeColumn::Price), u"61,837.60"_s);
    }

    void initTestCase() { loadBundledFonts(); }

    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_model = std::make_unique<TapeModel>();
        m_panel = std::make_unique<TapePanel>(m_fixture->context(u"tape"_s), *m_model);
        m_panel->resize(320, 500);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        for (quint64 i = 1; i <= 200; ++i)
            m_model->append(std::vector { print(i) });
        QTRY_VERIFY(view().verticalScrollBar()->maximum() > 0);
    }

    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
        m_fixture.reset();
    }

    void scrollingDownPausesAndTheButtonLeadsBack()
    {
        auto *back = view().findChild<QPushButton *>(u"backToLive"_s);
        QVERIFY(!back->isVisible());
        scroll(-120);
        QVERIFY(m_model->isPaused());
        for (quint64 i = 201; i <= 250; ++i)
            m_model->append(std::vector { print(i) });
        QTRY_VERIFY(back->isVisible() && back->text().contains(u"50"_s));
        QCOMPARE(m_model->print(0).trade.sequence, 200ULL);
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(!m_model->isPaused());
        QTRY_VERIFY(!back->isVisible());
        QCOMPARE(m_model->print(0).trade.sequence, 250ULL);
        QCOMPARE(view().verticalScrollBar()->value(), 0);
    }

    void theKeyboardReachesEveryPrint()
    {
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Space);
        QVERIFY(m_model->isPaused());
        QTest::keyClick(&view(), Qt::Key_End);
        QCOMPARE(view().currentRow(), 199);
        QTest::keyClick(&view(), Qt::Key_Up);
        QCOMPARE(view().currentRow(), 198);
        QTest::keyClick(&view(), Qt::Key_PageUp);
        QCOMPARE(view().currentRow(), 198 - view().visibleRows());
        QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"101.25"_s));
        QTest::keyClick(&view(), Qt::Key_Home);
        QVERIFY(!m_model->isPaused());
    }

    void aLetterStartsASymbol()
    {
        QSignalSpy typed(m_panel.get(), &Panel::symbolTyped);
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_M);
        QCOMPARE(typed.size(), 1);
        QCOMPARE(typed.front().front().toString(), u"m"_s);
    }

    void sidesAreTold_data()
    {
        QTest::addColumn<PrintSide>("side");
        QTest::addColumn<ColorRole>("role");
        QTest::newRow("above the ask") << PrintSide::AboveAsk << ColorRole::Up;
        QTest::newRow("at the ask") << PrintSide::AtAsk << ColorRole::Up;
        QTest::newRow("at the bid") << PrintSide::AtBid << ColorRole::Down;
        QTest::newRow("below the bid") << PrintSide::BelowBid << ColorRole::Down;
    }

    void sidesAreTold()
    {
        QFETCH(const PrintSide, side);
        QFETCH(const ColorRole, role);
        m_model->append(std::vector { print(500, side) });
        QTRY_COMPARE(m_model->print(0).trade.sequence, 500ULL);
        QTest::qWait(50); // one repaint
        const QImage image = view().viewport()->grab().toImage();
        const QRect firstRow = view().rowRect(0);
        QVERIFY(hasColor(image, firstRow, m_fixture->theme.color(role)));
        const ColorRole other = role == ColorRole::Up ? ColorRole::Down : ColorRole::Up;
        QVERIFY(!hasColor(image, firstRow, m_fixture->theme.color(other)));
    }

    void aRestatedAuctionHasNoSide()
    {
        TapePrint official = print(500, PrintSide::AtAsk);
        official.trade.conditions = { condition::officialClose };
        m_model->append(std::vector { official });
        QTest::qWait(50);
        const QImage image = view().viewport()->grab().toImage();
        QVERIFY(!hasColor(image, view().rowRect(0), m_fixture->theme.color(ColorRole::Up)));
    }

    void whatWasNotStreamedHasNoSide_data()
    {
        QTest::addColumn<int>("origin");
        QTest::addColumn<QString>("said");
        QTest::newRow("fetched later") << int(PrintOrigin::Backfill) << u"Fetched after a break"_s;
        QTest::newRow("a second's bar")
            << int(PrintOrigin::SecondBar) << u"All trades of one second"_s;
    }

    void whatWasNotStreamedHasNoSide()
    {
        QFETCH(const int, origin);
        QFETCH(const QString, said);
        TapePrint other = tapeprints::print(500, PrintSide::AtAsk);
        other.origin = PrintOrigin(origin);
        m_model->append(std::vector { other });
        QTest::qWait(50);
        const QImage image = view().viewport()->grab().toImage();
        QVERIFY(!hasColor(image, view().rowRect(0), m_fixture->theme.color(ColorRole::Up)));
        const QString tip = TapeText().toolTip(other);
        QVERIFY(tip.contains(said));
        QVERIFY(!tip.contains(u"at the ask"_s));
        QVERIFY(!TapeText().spoken(other).contains(u"at the ask"_s));
    }

    void aSecondOfManyTradesIsNoLargePrint()
    {
        TapePrint second = tapeprints::print(900, PrintSide::Unknown, 1'000'000);
        m_model->append(std::vector { second });
        QVERIFY(m_model->isLarge(0));
        second.origin = PrintOrigin::SecondBar;
        m_model->append(std::vector { second });
        QVERIFY(!m_model->isLarge(0));
        QCOMPARE(TapeText().cell(second, TapeColumn::Venue), u"1 s"_s);
    }

    void missingPrintsLeaveALine()
    {
        TapePrint after = print(500);
        m_model->append(std::vector { after });
        QTest::qWait(50);
        const QColor warning = m_fixture->theme.color(ColorRole::Warning);
        const auto lower = [this] {
            const QRect row = view().rowRect(0);
            return QRect(row.left(), row.bottom(), row.width(), 1);
        };
        QVERIFY(!hasColor(view().viewport()->grab().toImage(), lower(), warning));
        after.afterGap = true;
        m_model->append(std::vector { after });
        QTest::qWait(50);
        QVERIFY(hasColor(view().viewport()->grab().toImage(), lower(), warning));
        QVERIFY(TapeText().toolTip(after).contains(u"Prints before this one are missing"_s));
    }

    void aPrintFarFromTheQuoteSaysSo()
    {
        TapePrint bad = print(500);
        const QColor warning = m_fixture->theme.color(ColorRole::Warning);
        m_model->append(std::vector { bad });
        QTest::qWait(50);
        QVERIFY(!hasColor(view().viewport()->grab().toImage(), view().rowRect(0), warning));
        bad.isOffMarket = true;
        m_model->append(std::vector { bad });
        QTest::qWait(50);
        QVERIFY(hasColor(view().viewport()->grab().toImage(), view().rowRect(0), warning));
        const TapeText text;
        QVERIFY(text.cell(bad, TapeColumn::Conditions).startsWith(u"off market"_s));
        QVERIFY(text.toolTip(bad).contains(u"taken for an error"_s));
    }

    /// Rows that were painted are moved as a picture: after any mixture of prints, scrolling,
    /// pauses, filters, chosen rows and sweeps the screen is what painting everything would show.
    void movedRowsAreWhatPaintingWouldShow_data()
    {
        QTest::addColumn<bool>("grouped");
        QTest::newRow("prints") << false;
        QTest::newRow("sweeps") << true;
    }

    void movedRowsAreWhatPaintingWouldShow()
    {
        QFETCH(const bool, grouped);
        view().setGrouping(grouped);
        SplitMix64 random(grouped ? 12 : 11);
        quint64 next = 1'000;
        for (int step = 0; step < 80; ++step) {
            if (random.below(3) == 0) {
                disturb(random);
            } else {
                const auto count = std::size_t(random.below(random.below(5) == 0 ? 90 : 6));
                std::vector<TapePrint> prints = tapeprints::prints(next, count);
                for (TapePrint &one : prints) // near enough to be sweeps
                    one.trade.time = tapeprints::origin + qint64(one.trade.sequence) * 5ms;
                m_model->append(prints);
                next += count;
            }
            QTest::qWait(30); // a frame
            const QImage screen = onScreen();
            QCOMPARE(screen, m_panel->grab().toImage().convertToFormat(screen.format()));
        }
    }

    void subduedPrintsCanBeRead_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::addColumn<UpDownColors>("colors");
        for (const auto choice : { ThemeChoice::Dark, ThemeChoice::Light })
            for (const auto colors :
                 { UpDownColors::GreenRed, UpDownColors::BlueOrange, UpDownColors::Inverted })
                QTest::addRow("%d %d", int(choice), int(colors)) << choice << colors;
    }

    void subduedPrintsCanBeRead()
    {
        QFETCH(const ThemeChoice, choice);
        QFETCH(const UpDownColors, colors);
        m_fixture->settings.setThemeChoice(choice);
        m_fixture->settings.setUpDownColors(colors);
        const TapePainter painter(m_fixture->theme);
        for (const PrintSide side :
             { PrintSide::AtAsk, PrintSide::AtBid, PrintSide::BetweenUpper }) {
            TapePrint plain = tapeprints::print(1, side);
            TapePrint odd = plain;
            odd.trade.conditions = { condition::oddLot };
            TapePrint off = plain;
            off.trade.trfId = 202;
            for (const TapePrint &quiet : { odd, off }) {
                const QColor color = painter.colorOf(quiet);
                QVERIFY(contrastRatio(color, painter.background()) >= 4.5);
                QVERIFY(contrastRatio(color, painter.background())
                        <= contrastRatio(painter.colorOf(plain), painter.background()));
            }
        }
    }

    void largePrintsStandOut()
    {
        const auto background = [this] { return rowImage(0).pixelColor(1, 1); };
        const QColor tint = m_fixture->theme.color(ColorRole::UpTint);
        const QColor panel = m_fixture->theme.color(ColorRole::Panel);
        view().setEmphasis({ TapeEmphasis::Kind::Value, 1'000'000 });
        m_model->append(std::vector { tapeprints::print(900, PrintSide::AtAsk, 5'000) });
        QTest::qWait(50);
        QCOMPARE(background(), panel);
        view().setEmphasis({ TapeEmphasis::Kind::Value, 500'000 }); // 5,000 at 187.31 are 936,550
        QCOMPARE(background(), tint);
        view().setEmphasis({ TapeEmphasis::Kind::None, 0 });
        QCOMPARE(background(), panel);
    }

    void usualFiguresFitTheirColumns()
    {
        m_panel->resize(440, 500);
        TapeText text;
        text.setLocale(QLocale());
        const GlyphCache strong = [this] {
            GlyphCache glyphs;
            glyphs.setFont(m_fixture->theme.font(FontRole::Strong), 1);
            return glyphs;
        }();
        for (const char *price : { "8888.88", "187.4850", "0.0812" }) {
            TapePrint print = tapeprints::print(1, PrintSide::AtAsk, 125'000);
            print.trade.price = *Price::parse(QString::fromLatin1(price));
            print.trade.exchange = 4;
            for (int column = 0; column < tapeColumnCount; ++column)
                QVERIFY2(strong.width(text.cell(print, TapeColumn(column)))
                             < view().header()->sectionSize(column) - 12,
                         qPrintable(text.cell(print, TapeColumn(column))
                                    + QString::number(view().header()->sectionSize(column))));
        }
    }

    void columnsThatDoNotFitHide()
    {
        const auto hidden = [this](TapeColumn column) {
            return view().header()->isSectionHidden(static_cast<int>(column));
        };
        m_panel->resize(440, 500);
        QVERIFY(!hidden(TapeColumn::Venue) && !hidden(TapeColumn::Conditions));
        m_panel->resize(220, 500);
        QVERIFY(hidden(TapeColumn::Venue) && hidden(TapeColumn::Conditions));
        QVERIFY(!hidden(TapeColumn::Size));
        m_panel->resize(440, 500);
        QVERIFY(!hidden(TapeColumn::Venue) && !hidden(TapeColumn::Conditions));
    }

    void shiftChoosesRows()
    {
        view().setFocus();
        QSignalSpy chosen(&view(), &TapeView::selectionChanged);
        QTest::keyClick(&view(), Qt::Key_Down);
        QTest::keyClick(&view(), Qt::Key_Down);
        QCOMPARE(view().selectedRows().first, 1);
        QCOMPARE(view().selectedRows().last, 1);
        QVERIFY(!view().hasRange());
        QTest::keyClick(&view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&view(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(view().selectedRows().first, 1);
        QCOMPARE(view().selectedRows().last, 3);
        QCOMPARE(chosen.size(), 4);
        QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied().size(), 3);
        QVERIFY(copied().first().contains(u"199"_s)); // newest first, by its size
        QTest::keyClick(&view(), Qt::Key_Home, Qt::ShiftModifier); // from row 1 the other way
        QCOMPARE(view().selectedRows().first, 0);
        QCOMPARE(view().selectedRows().last, 1);
        QTest::keyClick(&view(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(view().selectedRows().last, 199);
        QTest::keyClick(&view(), Qt::Key_Escape); // first the range goes, then the pause
        QVERIFY(!view().hasRange() && m_model->isPaused());
        QTest::keyClick(&view(), Qt::Key_Escape);
        QVERIFY(!m_model->isPaused());
        QVERIFY(view().selectedRows().isEmpty());
    }

    void theMouseChoosesRows()
    {
        const auto at = [this](int row) { return view().rowRect(row).center(); };
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, at(2));
        QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::ShiftModifier, at(6));
        QCOMPARE(view().selectedRows().first, 2);
        QCOMPARE(view().selectedRows().last, 6);
        QTest::mousePress(view().viewport(), Qt::LeftButton, {}, at(8));
        QTest::mouseMove(view().viewport(), at(5));
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, at(5));
        QCOMPARE(view().selectedRows().first, 5);
        QCOMPARE(view().selectedRows().last, 8);
        QCOMPARE(view().currentRow(), 5);
        const QColor selection = m_fixture->theme.color(ColorRole::Selection);
        QCOMPARE(rowImage(6).pixelColor(4, 3), selection);
        QCOMPARE(rowImage(9).pixelColor(4, 3), m_fixture->theme.color(ColorRole::Panel));
    }

    void draggingBeyondTheEdgeScrolls()
    {
        const QPoint inside = view().rowRect(3).center();
        QTest::mousePress(view().viewport(), Qt::LeftButton, {}, inside);
        QTest::mouseMove(view().viewport(), QPoint(20, view().viewport()->height() + 30));
        QTRY_VERIFY(view().selectedRows().last > view().visibleRows() + 5);
        QTest::mouseRelease(view().viewport(), Qt::LeftButton);
        QCOMPARE(view().selectedRows().first, 3);
        const int last = view().selectedRows().last;
        QTest::qWait(100);
        QCOMPARE(view().selectedRows().last, last);
    }

    /// The rows chosen stay the same prints, and what a filter hides of them is not counted.
    void aFilterKeepsTheRowsChosen()
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().rowRect(2).center());
        QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          view().rowRect(6).center()); // 198 to 194, by size and number
        TapeFilter filter;
        filter.largest = Qty::whole(196);
        m_model->setFilter(filter);
        QCOMPARE(view().selectedRows().first, 0);
        QCOMPARE(m_model->print(view().selectedRows().last).trade.sequence, 194ULL);
        m_model->setFilter({});
        QCOMPARE(view().selectedRows().first, 2);
        QCOMPARE(view().selectedRows().last, 6);
    }

    void sweepsOpenByKeyAndByClick()
    {
        view().setGrouping(true);
        appendSweep();
        QVERIFY(m_model->isSweep(0));
        const int rows = m_model->rowCount();
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Down);
        QVERIFY(view().accessibleDescription().contains(u"Sweep of 3"_s));
        QTest::keyClick(&view(), Qt::Key_Right);
        QCOMPARE(m_model->rowCount(), rows + 3);
        QVERIFY(m_model->isPaused());
        QTest::keyClick(&view(), Qt::Key_Down);
        QTest::keyClick(&view(), Qt::Key_Down);
        QTest::keyClick(&view(), Qt::Key_Left); // from one of its prints
        QCOMPARE(m_model->rowCount(), rows);
        QCOMPARE(view().currentRow(), 0);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, markOf(0));
        QCOMPARE(m_model->rowCount(), rows + 3);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, markOf(0));
        QCOMPARE(m_model->rowCount(), rows);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().rowRect(0).center());
        QCOMPARE(m_model->rowCount(), rows); // elsewhere a click only chooses
        QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, view().rowRect(0).center());
        QCOMPARE(m_model->rowCount(), rows + 3);
        QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(copied().first().contains(u"300"_s));
    }

    void aSweepIsToldInFull()
    {
        view().setGrouping(true);
        appendSweep();
        const TapeText text;
        const TapeSweep &sweep = *m_model->sweep(0);
        const TapePrint &newest = m_model->print(0);
        QCOMPARE(text.cell(sweep, newest, TapeColumn::Price), u"187.3133"_s);
        QCOMPARE(text.cell(sweep, newest, TapeColumn::Size), u"300"_s);
        QCOMPARE(text.cell(sweep, newest, TapeColumn::Venue), u"NSDQ"_s);
        QCOMPARE(text.cell(sweep, newest, TapeColumn::Conditions), u"187.31–187.32"_s);
        QCOMPARE(text.count(sweep), u"3×"_s);
        const QString tip = text.toolTip(sweep, newest);
        for (const char *part : { "Sweep of 3", "187.31–187.32", "Nasdaq", "50 ms" })
            QVERIFY2(tip.contains(QString::fromUtf8(part)), part);
    }

    void aFilterThatHidesAllSaysSo()
    {
        TapeFilter filter;
        filter.smallest = Qty::whole(1'000'000);
        m_model->setFilter(filter);
        QTest::qWait(30);
        const QColor text = m_fixture->theme.color(ColorRole::MutedText);
        QVERIFY(hasColor(view().viewport()->grab().toImage(), view().viewport()->rect(), text));
    }

    void theColumnsOfTheUserComeBack()
    {
        QSignalSpy changed(m_panel.get(), &Panel::stateChanged);
        const QHeaderView *header = view().header();
        const int edge = header->sectionViewportPosition(1) - 1;
        const int before = header->sectionSize(0);
        const QPoint from(edge, header->height() / 2);
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(header->viewport(), from + QPoint(20, 0));
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, from + QPoint(20, 0));
        QCOMPARE(header->sectionSize(0), before + 20);
        QVERIFY(!changed.isEmpty());
        view().setMilliseconds(true);
        const TapeEmphasis rule { TapeEmphasis::Kind::Value, 100'000 };
        view().setEmphasis(rule);
        const int chosen = header->sectionSize(0);

        TapeModel model;
        TapePanel other(m_fixture->context(u"tape"_s), model);
        other.restoreState(m_panel->saveState());
        QVERIFY(other.view()->milliseconds());
        QCOMPARE(model.emphasis(), rule);
        QCOMPARE(other.view()->header()->sectionSize(0), chosen);
        other.restoreState({}); // a layout of an older version
    }

    void theMenuCopiesAndPauses()
    {
        const QPoint second = view().rowRect(1).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, second,
                                view().viewport()->mapToGlobal(second));
        QApplication::sendEvent(view().viewport(), &event);
        auto *menu = view().findChild<QMenu *>(u"tapeMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(view().currentRow(), 1);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        const QStringList cells = QGuiApplication::clipboard()->text().split(u'\t');
        QCOMPARE(cells.size(), tapeColumnCount);
        QCOMPARE(cells.at(2), u"199"_s); // the size tells the print
        QVERIFY(m_model->isPaused());
        QTest::keyClick(&view(), Qt::Key_Escape);
        QVERIFY(!m_model->isPaused());
    }

    void aPrintIsToldInFull()
    {
        TapePrint print = tapeprints::print(1, PrintSide::BelowBid);
        print.trade.exchange = 4;
        print.trade.trfId = 202;
        print.trade.conditions = { condition::oddLot, condition::intermarketSweep };
        const TapeText text;
        const QString tip = text.toolTip(print);
        for (const char *part : { "10:00:00.137", "FINRA Nasdaq TRF Carteret", "187.29", "187.31",
                                  "below the bid", "Odd lot", "Intermarket sweep" })
            QVERIFY2(tip.contains(QLatin1String(part)), part);
        QCOMPARE(text.cell(print, TapeColumn::Venue), u"TRF"_s);
        QCOMPARE(text.cell(print, TapeColumn::Conditions), u"odd ISO"_s);
        QVERIFY(text.spoken(print).contains(u"below the bid"_s));
    }

    void everyTextFollowsTheLanguage()
    {
        view().setPaused(true);
        BracketsTranslator brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::sendPostedEvents();
        for (int column = 0; column < tapeColumnCount; ++column)
            QVERIFY(view()
                        .header()
                        ->model()
                        ->headerData(column, Qt::Horizontal)
                        .toString()
                        .startsWith(u'['));
        QVERIFY(view().accessibleName().startsWith(u'['));
        QVERIFY(m_panel->title().startsWith(u'['));
        QVERIFY(view().findChild<QPushButton *>(u"backToLive"_s)->text().startsWith(u'['));
        QCoreApplication::removeTranslator(&brackets);
    }

    void theCurrentPrintIsSpoken()
    {
        QTest::keyClick(&view(), Qt::Key_Down);
        QVERIFY(view().accessibleDescription().contains(u"101.25"_s));
    }

private:
    TapeView &view() const { return *m_panel->view(); }
    QImage rowImage(int row) const
    {
        return view().viewport()->grab(view().rowRect(row)).toImage();
    }
    /// What the window shows, not what it would paint.
    QImage onScreen() const { return m_panel->screen()->grabWindow(m_panel->winId()).toImage(); }
    /// Something that is no new print.
    void disturb(SplitMix64 &random)
    {
        constexpr std::array keys { Qt::Key_Down, Qt::Key_PageDown, Qt::Key_Up, Qt::Key_Right,
                                    Qt::Key_Left };
        switch (random.below(6)) {
        case 0:
            scroll(random.below(2) == 0 ? 120 : -120);
            break;
        case 1:
            view().setPaused(random.below(3) == 0);
            break;
        case 2:
            QTest::keyClick(&view(), keys[random.below(keys.size())]);
            break;
        case 3:
            QTest::keyClick(&view(), keys[random.below(3)], Qt::ShiftModifier);
            break;
        case 4:
            QTest::mouseClick(view().viewport(), Qt::LeftButton, {},
                              QPoint(int(random.below(200)), int(random.below(400))));
            break;
        case 5: {
            TapeFilter filter;
            filter.buys = random.below(3) != 0;
            filter.smallest = Qty::whole(qint64(random.below(3)) * 300);
            m_model->setFilter(filter);
            break;
        }
        }
    }
    static QStringList copied() { return QGuiApplication::clipboard()->text().split(u'\n'); }
    /// One buy, then a sweep of three at two prices.
    void appendSweep()
    {
        std::vector<TapePrint> prints;
        for (const quint64 number : { 1'001, 1'002, 1'003, 1'004 }) {
            prints.push_back(tapeprints::print(
                number, number == 1'004 ? PrintSide::AboveAsk : PrintSide::AtAsk));
            prints.back().trade.time
                = tapeprints::origin + 1h + (number == 1'001 ? 0 : 1'000 + qint64(number)) * 1ms;
        }
        m_model->append(prints);
        QTest::qWait(30);
    }
    /// Where a click opens the sweep of a row.
    QPoint markOf(int row) const { return { 8, view().rowRect(row).center().y() }; }
    void scroll(int delta)
    {
        const QPointF middle = view().viewport()->rect().center();
        QWheelEvent event(middle, view().viewport()->mapToGlobal(middle), {}, { 0, delta },
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view().viewport(), &event);
    }

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<TapeModel> m_model;
    std::unique_ptr<TapePanel> m_panel;
};

QTEST_MAIN(TestTapeView)
#include "tst_tapeview.moc"
