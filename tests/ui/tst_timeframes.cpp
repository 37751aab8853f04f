#include "barremainder.h"
#include "deskfixture.h"
#include "easterntime.h"
#include "intervaldialog.h"
#include "timeframebook.h"
#include "timeframetext.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// The widths of bars: buttons, menu, and those that are typed.
class TestTimeframes : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        DeskFixture::failOnWarnings();
        m_desk = std::make_unique<DeskFixture>();
        m_desk->open();
        focusChart();
    }
    void cleanup() { m_desk.reset(); }

    void whatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("minutes") << u"5"_s << u"5m"_s;
        QTest::newRow("an hour") << u"60"_s << u"1h"_s;
        QTest::newRow("hours") << u"240"_s << u"4h"_s;
        QTest::newRow("with a unit") << u" 5 m "_s << u"5m"_s;
        QTest::newRow("a month") << u"1M"_s << u"1M"_s;
        QTest::newRow("a day") << u"d"_s << u"1D"_s;
        QTest::newRow("seconds") << u"30s"_s << u"30s"_s;
        QTest::newRow("trades") << u"500t"_s << u"500T"_s;
        QTest::newRow("volume") << u"10000V"_s << u"10000V"_s;
        QTest::newRow("range") << u"25r"_s << u"25R"_s;
        QTest::newRow("bricks") << u"10B"_s << u"10B"_s;
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("no minutes") << u"0"_s << QString();
        QTest::newRow("too many minutes") << u"100000"_s << QString();
        QTest::newRow("a word") << u"AAPL"_s << QString();
        QTest::newRow("a size without an end") << u"T"_s << QString();
    }
    void whatIsTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, meant);
        const std::optional<Timeframe> timeframe = timeframeFromTyped(typed);
        QCOMPARE(timeframe ? timeframe->toString() : QString(), meant);
    }

    // --- what charts say of bars that time does not end

    void whatIsLeftOfABar_data()
    {
        QTest::addColumn<QString>("timeframe");
        QTest::addColumn<QString>("left");
        QTest::newRow("trades") << u"500T"_s << u"480"_s;
        QTest::newRow("volume") << u"5000V"_s << u"3K"_s;
        QTest::newRow("range") << u"25R"_s << QString();
        QTest::newRow("bricks") << u"25B"_s << QString();
        QTest::newRow("time") << u"1m"_s << u"00:48"_s;
        QTest::newRow("days") << u"1D"_s << QString();
    }
    void whatIsLeftOfABar()
    {
        QFETCH(const QString, timeframe);
        QFETCH(const QString, left);
        const Timestamp start = easterntime::at(QDate(2026, 8, 13), 10h);
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, *Timeframe::parse(timeframe));
        ChartUpdate update;
        update.reset = true;
        update.provisionalFrom = start;
        Candle bar;
        bar.start = start;
        bar.open = bar.high = bar.low = bar.close = Price::whole(100);
        bar.volume = Qty::whole(2'000);
        bar.tradeCount = 20;
        update.bars = { bar };
        series.apply(update);
        QCOMPARE(barRemainder(series, start + 12s, QLocale::c()).remove(u','), left);
        QVERIFY(barRemainder(series, {}, QLocale::c()).isEmpty());
        if (series.timeframe().isTimed())
            return;
        update.provisionalFrom = start + Duration(1); // it has ended
        update.reset = false;
        series.apply(update);
        QVERIFY(barRemainder(series, start + 12s, QLocale::c()).isEmpty());
        QCOMPARE(series.keyHolding(start + 1h), series.lastKey());
    }

    // --- typed on a chart

    void aDigitOpensTheInterval()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_5);
        IntervalDialog *dialog = typing();
        QVERIFY(dialog);
        auto *field = dialog->findChild<QLineEdit *>();
        QCOMPARE(field->text(), u"5"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"00t"_s);
        QCOMPARE(dialog->findChild<QLabel *>(u"intervalMeaning"_s)->text(),
                 timeframeName(Timeframe(BarKind::Trades, 500)));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chart()->timeframe(), Timeframe(BarKind::Trades, 500));
        QTRY_VERIFY(!typing());
        QVERIFY(chart()->isAncestorOf(m_desk->window->focusWidget()));
        QCOMPARE(menuButton()->text(), u"500T"_s);
    }

    void escapeLeavesTheChart()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_7);
        QVERIFY(typing());
        QTest::keyClick(typing()->findChild<QLineEdit *>(), Qt::Key_Escape);
        QTRY_VERIFY(!typing());
        QCOMPARE(chart()->timeframe(), Timeframe(1, TimeUnit::Minute));
    }

    void whatIsNoIntervalIsNotTaken()
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_7);
        auto *field = typing()->findChild<QLineEdit *>();
        QTest::keyClicks(field, u"xx"_s);
        QVERIFY(typing()->findChild<QLabel *>(u"intervalMeaning"_s)->text().contains(u"7xx"_s));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(typing());
        QCOMPARE(chart()->timeframe(), Timeframe(1, TimeUnit::Minute));
    }

    /// Letters still begin a symbol, and panels without bars have no interval.
    void lettersAndOtherPanelsAreLeftAlone()
    {
        m_desk->panel(u"watchlist"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_5);
        QVERIFY(!typing());
        focusChart();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_M);
        QVERIFY(!typing());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"symbolBox"_s);
    }

    // --- the menu

    void theMenuHasAllKinds()
    {
        for (const auto &[kind, size] : { std::pair { BarKind::Trades, u"100T"_s },
                                          { BarKind::Volume, u"5000V"_s },
                                          { BarKind::Range, u"10R"_s },
                                          { BarKind::Renko, u"25B"_s } }) {
            const Timeframe timeframe = *Timeframe::parse(size);
            QMenu *sizes = submenu(TimeframeBook::kindName(kind));
            QVERIFY(sizes);
            choose(sizes, timeframeName(timeframe));
            QCOMPARE(chart()->timeframe(), timeframe);
        }
        QMenu *menu = openMenu();
        choose(menu, timeframeName(Timeframe(2, TimeUnit::Hour)));
        QCOMPARE(chart()->timeframe(), Timeframe(2, TimeUnit::Hour));
    }

    /// By keys alone: down into the menu, into a kind, and a size.
    void theMenuIsForKeysToo()
    {
        QMenu *menu = openMenu();
        QMenu *sizes = submenuOf(menu, TimeframeBook::kindName(BarKind::Range));
        while (menu->activeAction() != sizes->menuAction())
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Right);
        QVERIFY(sizes->isVisible());
        QCOMPARE(sizes->activeAction(), sizes->actions().first());
        QTest::keyClick(sizes, Qt::Key_Down);
        QTest::keyClick(sizes, Qt::Key_Return);
        QCOMPARE(chart()->timeframe(), TimeframeBook::usual(BarKind::Range)[1]);
    }

    void anOwnIntervalIsRemembered()
    {
        QMenu *menu = openMenu();
        choose(menu, u"Own interval…"_s);
        QVERIFY(typing());
        QTest::keyClicks(typing()->findChild<QLineEdit *>(), u"7m"_s);
        QTest::keyClick(typing()->findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(chart()->timeframe(), Timeframe(7, TimeUnit::Minute));
        QTRY_VERIFY(!typing());
        m_desk->open();
        focusChart();
        choose(openMenu(), timeframeName(Timeframe(1, TimeUnit::Hour)));
        choose(openMenu(), timeframeName(Timeframe(7, TimeUnit::Minute)));
        QCOMPARE(chart()->timeframe(), Timeframe(7, TimeUnit::Minute));
        // And forgotten when that is wanted
        choose(submenuOf(submenu(u"Favourites in the tool bar"_s), u"Forget an own interval"_s),
               timeframeName(Timeframe(7, TimeUnit::Minute)));
        QVERIFY(!actionOf(openMenu(), timeframeName(Timeframe(7, TimeUnit::Minute))));
    }

    void favoritesHaveTheButtons()
    {
        const Timeframe trades(BarKind::Trades, 500);
        QVERIFY(!button(u"500T"_s));
        QVERIFY(button(u"1W"_s));
        choose(submenu(u"Favourites in the tool bar"_s), timeframeName(trades));
        choose(submenu(u"Favourites in the tool bar"_s),
               timeframeName(Timeframe(1, TimeUnit::Week)));
        QVERIFY(!button(u"1W"_s));
        QVERIFY(button(u"500T"_s));
        QTest::mouseClick(button(u"500T"_s), Qt::LeftButton);
        QCOMPARE(chart()->timeframe(), trades);
        QVERIFY(button(u"500T"_s)->isChecked());
        QVERIFY(button(u"500T"_s)->accessibleName().contains(u"500"_s));
        m_desk->open();
        QVERIFY(button(u"500T"_s));
        QVERIFY(!button(u"1W"_s));
    }

private:
    Panel *chart() { return m_desk->panel(u"chart"_s); }
    void focusChart() { chart()->setFocus(); }
    QToolButton *menuButton()
    {
        return m_desk->window->findChild<QToolButton *>(u"timeframeMenu"_s);
    }
    /// One that is shown.
    QToolButton *button(const QString &timeframe)
    {
        for (auto *button :
             m_desk->window->findChildren<QToolButton *>(u"timeframe-"_s + timeframe))
            if (button->isVisible())
                return button;
        return nullptr;
    }
    IntervalDialog *typing()
    {
        auto *dialog = m_desk->window->findChild<IntervalDialog *>();
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }
    /// With what it has now, as a press on its button fills it.
    QMenu *openMenu()
    {
        QMenu *menu = menuButton()->menu();
        menu->popup(menuButton()->mapToGlobal(menuButton()->rect().bottomLeft()));
        return menu;
    }
    static QAction *actionOf(QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions())
            if (action->text() == text)
                return action;
        return nullptr;
    }
    static QMenu *submenuOf(QMenu *menu, const QString &text)
    {
        const QAction *action = actionOf(menu, text);
        return action ? action->menu() : nullptr;
    }
    QMenu *submenu(const QString &text)
    {
        QMenu *menu = submenuOf(openMenu(), text);
        if (menu)
            menu->popup({ 0, 0 });
        return menu;
    }
    void choose(QMenu *menu, const QString &text)
    {
        QVERIFY2(menu && actionOf(menu, text), qPrintable(text));
        if (!menu->isVisible())
            menu->popup({ 0, 0 });
        QTest::mouseClick(menu, Qt::LeftButton, {},
                          menu->actionGeometry(actionOf(menu, text)).center());
    }

    std::unique_ptr<DeskFixture> m_desk;
};

QTEST_MAIN(TestTimeframes)
#include "tst_timeframes.moc"
