#include "alertsound.h"
#include "bracketstranslator.h"
#include "panelfixture.h"
#include "shorttext.h"
#include "tapefilterform.h"
#include "tapefiltertext.h"
#include "tapemeter.h"
#include "tapemodel.h"
#include "tapepanel.h"
#include "tapeprints.h"
#include "tapetotalsbar.h"
#include "tapeview.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

class CountedSound : public AlertSound
{
public:
    explicit CountedSound(int &count)
        : m_count(count)
    {
    }
    void play() override { ++m_count; }

private:
    int &m_count;
};

constexpr std::size_t printCount = 140; // twenty of each side

} // namespace

class TestTapePanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadBundledFonts(); }

    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_model = std::make_unique<TapeModel>();
        m_panel = std::make_unique<TapePanel>(m_fixture->context(u"tape"_s), *m_model);
        m_panel->resize(420, 640);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        std::vector<TapePrint> prints;
        for (std::size_t i = 0; i < printCount; ++i)
            prints.push_back(tapeprints::print(i + 1, PrintSide(i % 7), qint64(i % 10 + 1) * 100));
        m_model->append(prints);
    }

    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
        m_fixture.reset();
    }

    // --- filter --------------------------------------------------------------------------------

    void theFormOpensBelowItsButton()
    {
        QVERIFY(!m_panel->findChild<TapeFilterForm *>());
        QTest::mouseClick(button(u"tapeFilterButton"_s), Qt::LeftButton);
        QVERIFY(form()->isVisible());
        QVERIFY(part<QSpinBox>(u"filterSmallest"_s)->hasFocus());
        QTest::keyClick(form(), Qt::Key_Escape);
        QVERIFY(!form()->isVisible());
    }

    void sizesAreTyped()
    {
        openForm();
        auto *smallest = part<QSpinBox>(u"filterSmallest"_s);
        smallest->selectAll();
        QTest::keyClicks(smallest, u"500"_s);
        QCOMPARE(m_model->filter().smallest, Qty::whole(500));
        for (int row = 0; row < m_model->rowCount(); ++row)
            QVERIFY(m_model->print(row).trade.size >= Qty::whole(500));
        QCOMPARE(chipTexts(), QStringList { u"From 500 shares"_s });
        auto *largest = part<QSpinBox>(u"filterLargest"_s);
        largest->selectAll();
        QTest::keyClicks(largest, u"700"_s);
        QCOMPARE(chipTexts(), QStringList { u"500 to 700 shares"_s });
        QCOMPARE(m_model->rowCount(), int(printCount) * 3 / 10);
    }

    void sidesAreClicked()
    {
        openForm();
        click(part<QCheckBox>(u"filterSells"_s));
        click(part<QCheckBox>(u"filterOthers"_s));
        QVERIFY(!m_model->filter().sells && !m_model->filter().others);
        QCOMPARE(m_model->rowCount(), int(printCount) * 2 / 7);
        QCOMPARE(chipTexts(), QStringList { u"Only buys"_s });
        QCOMPARE(share(), u"29% of prints shown"_s);
    }

    void kindsAreChosenByKeys()
    {
        openForm();
        auto *oddLots = part<QComboBox>(u"filterOddLots"_s);
        oddLots->setFocus();
        QTest::keyClick(oddLots, Qt::Key_Down);
        QCOMPARE(m_model->filter().oddLots, TapeKind::Hide);
        QTest::keyClick(oddLots, Qt::Key_Down);
        QCOMPARE(m_model->filter().oddLots, TapeKind::Only);
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(chipTexts(), QStringList { u"Only odd lots"_s });
        QCOMPARE(share(), u"0% of prints shown"_s);
        auto *off = part<QComboBox>(u"filterOffExchange"_s);
        off->setFocus();
        QTest::keyClick(off, Qt::Key_Down);
        QCOMPARE(m_model->filter().offExchange, TapeKind::Hide);
    }

    void venuesAndConditionsAreChecked()
    {
        openForm();
        checkIn(u"filterVenues"_s, 11);
        QCOMPARE(m_model->filter().venues, std::set<quint16> { 11 });
        QCOMPARE(m_model->rowCount(), 0); // all came from 12
        checkIn(u"filterVenues"_s, 12);
        QCOMPARE(m_model->rowCount(), int(printCount));
        checkIn(u"filterConditions"_s, condition::intermarketSweep);
        QVERIFY(!m_model->filter().onlyConditions);
        QCOMPARE(m_model->rowCount(), int(printCount));
        part<QComboBox>(u"filterConditionUse"_s)->setFocus();
        QTest::keyClick(part<QComboBox>(u"filterConditionUse"_s), Qt::Key_Down);
        QVERIFY(m_model->filter().onlyConditions);
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(chipTexts(), (QStringList { u"Only ARCA, NSDQ"_s, u"Only ISO"_s }));
    }

    void theFormClearsAndCloses()
    {
        TapeFilter filter;
        filter.smallest = Qty::whole(400);
        filter.buys = false;
        m_model->setFilter(filter);
        openForm();
        QCOMPARE(part<QSpinBox>(u"filterSmallest"_s)->value(), 400); // shows what holds
        QVERIFY(!part<QCheckBox>(u"filterBuys"_s)->isChecked());
        QTest::mouseClick(part<QPushButton>(u"filterClear"_s), Qt::LeftButton);
        QVERIFY(m_model->filter().isEmpty());
        QVERIFY(part<QCheckBox>(u"filterBuys"_s)->isChecked());
        QVERIFY(!part<QPushButton>(u"filterClear"_s)->isEnabled());
        QTest::mouseClick(part<QPushButton>(u"filterClose"_s), Qt::LeftButton);
        QVERIFY(!form()->isVisible());
        QVERIFY(!chips()->isVisible());
    }

    void everyControlOfTheFormHasAName()
    {
        openForm();
        for (const QWidget *widget : form()->findChildren<QWidget *>()) {
            const bool reached = widget->focusPolicy() & Qt::TabFocus;
            if (!reached || widget->focusProxy() || !widget->isVisible())
                continue;
            const auto *labelled = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty()
                         || (labelled && !labelled->text().isEmpty()),
                     qPrintable(widget->objectName()
                                + QLatin1String(widget->metaObject()->className())));
        }
    }

    void tabReachesAllOfTheForm()
    {
        openForm();
        QSet<QString> reached;
        for (int i = 0; i < 20; ++i) {
            reached << form()->focusWidget()->objectName();
            QTest::keyClick(form()->focusWidget(), Qt::Key_Tab);
        }
        for (const QString &name :
             { u"filterSmallest"_s, u"filterLargest"_s, u"filterBuys"_s, u"filterSells"_s,
               u"filterOthers"_s, u"filterOffExchange"_s, u"filterOddLots"_s, u"filterVenues"_s,
               u"filterConditionUse"_s, u"filterConditions"_s, u"filterClose"_s })
            QVERIFY2(reached.contains(name), qPrintable(name));
    }

    // --- chips ---------------------------------------------------------------------------------

    void aChipTakesItsPartAway()
    {
        TapeFilter filter;
        filter.smallest = Qty::whole(300);
        filter.sells = false;
        filter.oddLots = TapeKind::Hide;
        m_model->setFilter(filter);
        QCOMPARE(
            chipTexts(),
            (QStringList { u"From 300 shares"_s, u"Only buys, in between"_s, u"No odd lots"_s }));
        QTest::mouseClick(chipsShown().at(1), Qt::LeftButton);
        QVERIFY(m_model->filter().sells);
        QCOMPARE(m_model->filter().smallest, Qty::whole(300));
        QCOMPARE(chipTexts(), (QStringList { u"From 300 shares"_s, u"No odd lots"_s }));
        chipsShown().first()->setFocus();
        QTest::keyClick(chipsShown().first(), Qt::Key_Space); // by keyboard, one after another
        QVERIFY(chipsShown().first()->hasFocus());
        QTest::keyClick(chipsShown().first(), Qt::Key_Space);
        QVERIFY(m_model->filter().isEmpty());
        QVERIFY(!chips()->isVisible());
    }

    void chipsWrapAndStayInside()
    {
        m_panel->resize(240, 640);
        TapeFilter filter;
        filter.smallest = Qty::whole(100);
        filter.buys = false;
        filter.oddLots = TapeKind::Hide;
        filter.offExchange = TapeKind::Hide;
        filter.venues = { 1, 2, 3, 7, 8 };
        filter.conditions = { 14 };
        m_model->setFilter(filter);
        QTest::qWait(30);
        QCOMPARE(chipsShown().size(), 6);
        QRect before;
        for (const QToolButton *chip : chipsShown()) {
            QVERIFY(chips()->rect().contains(chip->geometry()));
            QVERIFY(!before.intersects(chip->geometry()));
            QVERIFY(chip->width() >= chip->sizeHint().width());
            before = chip->geometry();
        }
        const QLabel *label = chips()->findChild<QLabel *>(u"tapeShare"_s);
        QVERIFY(chips()->rect().contains(label->geometry()));
    }

    void filtersAreToldInWords_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *json, const QString &text) {
            QTest::newRow(json) << QString::fromLatin1(json) << text;
        };
        row(R"({"largest":"500"})", u"Up to 500 shares"_s);
        row(R"({"hiddenSides":["buy","other"]})", u"Only sells"_s);
        row(R"({"hiddenSides":["buy","sell","other"]})", u"No side"_s);
        row(R"({"offExchange":"hide"})", u"Not off exchange"_s);
        row(R"({"offExchange":"only"})", u"Only off exchange"_s);
        row(R"({"venues":[11,12]})", u"Only ARCA, NSDQ"_s);
        row(R"({"conditions":[14,37]})", u"Not ISO, odd"_s);
        row(R"({"conditions":[41],"onlyConditions":true})", u"Only Trade-through exempt"_s);
    }

    void filtersAreToldInWords()
    {
        QFETCH(const QString, json);
        QFETCH(const QString, text);
        const auto parts
            = filterParts(TapeFilter::fromJson(QJsonDocument::fromJson(json.toLatin1()).object()));
        QCOMPARE(parts.size(), 1);
        QCOMPARE(parts.first().text, text);
        QVERIFY(parts.first().without.isEmpty());
    }

    void sharesAreToldFairly()
    {
        QCOMPARE(shareText(0, 100), u"0%"_s);
        QCOMPARE(shareText(12, 100), u"12%"_s);
        QCOMPARE(shareText(1, 100'000), u"0.1%"_s); // not nothing
        QCOMPARE(shareText(5, 1'000), u"0.5%"_s);
        QCOMPARE(shareText(99'999, 100'000), u"99%"_s); // not all
        QCOMPARE(shareText(100, 100), u"100%"_s);
        QCOMPARE(shareText(0, 0), u"0%"_s);
    }

    // --- totals --------------------------------------------------------------------------------

    void theTotalsAreOfWhatIsShown()
    {
        QTRY_VERIFY(totals().contains(u"140 print"_s));
        TapeFilter buys;
        buys.sells = buys.others = false;
        m_model->setFilter(buys);
        const TapeTotals expected = m_model->totals();
        QVERIFY(expected.prints == 40 && expected.buys == expected.shares);
        QVERIFY(totals().contains(u"40 print"_s));
        QVERIFY2(totals().contains(u"Bought %1, sold 0"_s.arg(
                     QLocale().toString(expected.buys.units() / Qty::unitsPerOne))),
                 qPrintable(totals()));
    }

    void theTotalsAreOfTheRowsChosen()
    {
        const QRect first = view().rowRect(2);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, first.center());
        QVERIFY(totals().contains(u"140 print"_s)); // one row is no choice of rows
        QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          view().rowRect(4).center());
        const TapeTotals expected = m_model->totals(2, 4);
        QCOMPARE(expected.prints, 3);
        QVERIFY(totals().contains(u"3 print"_s));
        QVERIFY(totals().contains(QLocale()
                                      .toString(expected.averagePrice(), 'f', 4)
                                      .remove(QRegularExpression(u"00$"_s))));
        QTest::keyClick(&view(), Qt::Key_Escape);
        QVERIFY(totals().contains(u"140 print"_s));
    }

    void theTotalsTakeTwoLinesWhereTheyMust()
    {
        const auto *bar = m_panel->findChild<TapeTotalsBar *>();
        m_panel->resize(280, 640);
        QTest::qWait(10);
        const int narrow = bar->height();
        m_panel->resize(700, 640);
        QTest::qWait(10);
        QVERIFY(bar->height() < narrow);
    }

    void shortNumbers()
    {
        QCOMPARE(shortNumber(99'999), u"99,999"_s);
        QCOMPARE(shortNumber(-312'400), u"-312K"_s);
        QCOMPARE(shortNumber(999'600), u"1.00M"_s);
        QCOMPARE(shortNumber(1'240'000), u"1.24M"_s);
        QCOMPARE(shortNumber(105'300'000), u"105.3M"_s);
        QCOMPARE(shortNumber(3.1e9), u"3.10B"_s);
    }

    // --- sound ---------------------------------------------------------------------------------

    void largePrintsAreHeardWhenAsked()
    {
        int count = 0;
        m_panel->setAlertSound(std::make_unique<CountedSound>(count));
        const std::vector large { tapeprints::print(900, PrintSide::AtAsk, 50'000) };
        m_model->append(large);
        QCOMPARE(count, 0); // off at first
        QTest::mouseClick(button(u"tapeSoundButton"_s), Qt::LeftButton);
        QVERIFY(m_panel->hasSound());
        m_model->append(std::vector { tapeprints::print(901) });
        QCOMPARE(count, 0);
        m_model->append(large);
        QCOMPARE(count, 1);
        QTest::mouseClick(button(u"tapeSoundButton"_s), Qt::LeftButton);
        QTest::qWait(int(RateLimit::leastMs) + 20);
        m_model->append(large);
        QCOMPARE(count, 1);
    }

    void soundsAreFew()
    {
        RateLimit limit;
        int rung = 0;
        for (qint64 ms = 0; ms < 1'000; ms += 10)
            rung += limit.allows(ms) ? 1 : 0;
        QCOMPARE(rung, 3); // at 0, 350, 700
    }

    // --- speed ---------------------------------------------------------------------------------

    void theMeterComparesWithTheAverage()
    {
        m_model->clear();
        std::vector<TapePrint> prints;
        for (int i = 0; i < 600; ++i) { // ten a second for a minute
            prints.push_back(tapeprints::print(1));
            prints.back().trade.time = tapeprints::origin + i * 100ms;
        }
        m_model->append(prints);
        const Timestamp end = tapeprints::origin + 60s - 1ns;
        meter().showAt(end);
        QVERIFY2(qAbs(meter().fill() - 0.5) < 0.02, qPrintable(QString::number(meter().fill())));
        QVERIFY2(meter().text().startsWith(u"10/s"_s) || meter().text().startsWith(u"10.0/s"_s)
                     || meter().text().startsWith(u"9."_s),
                 qPrintable(meter().text()));
        QVERIFY(meter().accessibleDescription().contains(u"On average"_s));
        meter().showAt(end + 5s);
        QCOMPARE(meter().fill(), 0.0);
        QVERIFY(meter().text().startsWith(u"0/s"_s));
    }

    // --- all of it -----------------------------------------------------------------------------

    void theGroupButtonGroups()
    {
        QTest::mouseClick(button(u"tapeGroupButton"_s), Qt::LeftButton);
        QVERIFY(m_model->isGrouping());
        view().setGrouping(false);
        QVERIFY(!button(u"tapeGroupButton"_s)->isChecked());
    }

    void everythingComesBack()
    {
        TapeFilter filter;
        filter.venues = { 12 };
        filter.largest = Qty::whole(900);
        m_model->setFilter(filter);
        view().setGrouping(true);
        view().setEmphasis({ TapeEmphasis::Kind::None, 0 });
        m_panel->setSound(true);
        TapeModel model;
        TapePanel other(m_fixture->context(u"tape"_s), model);
        other.restoreState(m_panel->saveState());
        QCOMPARE(model.filter(), filter);
        QVERIFY(model.isGrouping() && other.hasSound());
        QCOMPARE(model.emphasis().kind, TapeEmphasis::Kind::None);
        other.restoreState({}); // a layout of an older version
        QVERIFY(model.filter().isEmpty() && !model.isGrouping() && !other.hasSound());
        QCOMPARE(model.emphasis(), TapeEmphasis());
    }

    void whatIsChangedIsKept()
    {
        QSignalSpy changed(m_panel.get(), &Panel::stateChanged);
        openForm();
        click(part<QCheckBox>(u"filterSells"_s));
        QVERIFY(!changed.isEmpty());
    }

    void theMenuFiltersByThePrint()
    {
        trigger(openMenu(1), u"Hide prints of NSDQ"_s);
        QVERIFY(!m_model->filter().venues.contains(12));
        QCOMPARE(chipTexts(), QStringList { u"Not NSDQ"_s });
        QCOMPARE(m_model->rowCount(), 0);
        m_model->setFilter({});
        trigger(openMenu(1), u"Only prints of NSDQ"_s);
        QCOMPARE(chipTexts(), QStringList { u"Only NSDQ"_s });
        trigger(openMenu(1), u"Hide odd lots"_s);
        QCOMPARE(m_model->filter().oddLots, TapeKind::Hide);
        trigger(openMenu(1), u"Group sweeps"_s);
        QVERIFY(m_model->isGrouping());
        trigger(openMenu(1), u"Sound on large prints"_s);
        QVERIFY(m_panel->hasSound());
        trigger(openMenu(1), u"Show all prints"_s);
        QVERIFY(m_model->filter().isEmpty());
        trigger(openMenu(1), u"Filter…"_s);
        QVERIFY(form()->isVisible());
    }

    void commandsActOnTheTapeAtHand()
    {
        const auto run = [this](const QString &id) { m_fixture->commands.action(id)->trigger(); };
        run(u"tape.group-sweeps"_s);
        QVERIFY(m_model->isGrouping());
        run(u"tape.pause"_s);
        QVERIFY(m_model->isPaused());
        run(u"tape.sound"_s);
        QVERIFY(m_panel->hasSound());
        run(u"tape.filter"_s);
        QVERIFY(form()->isVisible());
        click(part<QCheckBox>(u"filterSells"_s));
        form()->close();
        run(u"tape.show-all"_s);
        QVERIFY(m_model->filter().isEmpty());
        TapeModel model; // a second tape adds them no second time
        TapePanel second(m_fixture->context(u"tape"_s), model);
        m_panel.reset();
        run(u"tape.pause"_s); // none is shown: nothing happens
        QVERIFY(!model.isPaused());
    }

    void everyTextFollowsTheLanguage()
    {
        TapeFilter filter;
        filter.buys = false;
        m_model->setFilter(filter);
        openForm();
        BracketsTranslator brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::sendPostedEvents();
        QVERIFY(chipTexts().first().startsWith(u'['));
        QVERIFY(share().startsWith(u'['));
        QVERIFY(button(u"tapeFilterButton"_s)->text().startsWith(u'['));
        QVERIFY(button(u"tapeSoundButton"_s)->accessibleName().startsWith(u'['));
        QVERIFY(meter().text().startsWith(u'['));
        QVERIFY(totals().startsWith(u'['));
        for (const QAbstractButton *control : form()->findChildren<QAbstractButton *>())
            QVERIFY2(control->text().startsWith(u'['), qPrintable(control->objectName()));
        for (const QComboBox *box : form()->findChildren<QComboBox *>())
            QVERIFY(box->currentText().startsWith(u'['));
        QCoreApplication::removeTranslator(&brackets);
    }

private:
    TapeView &view() const { return *m_panel->view(); }
    TapeMeter &meter() const { return *m_panel->findChild<TapeMeter *>(); }
    QToolButton *button(const QString &name) const
    {
        return m_panel->findChild<QToolButton *>(name);
    }
    QWidget *chips() const { return m_panel->findChild<QWidget *>(u"tapeChips"_s); }
    QList<QToolButton *> chipsShown() const
    {
        QList<QToolButton *> shown;
        for (QToolButton *chip : chips()->findChildren<QToolButton *>(u"filterChip"_s))
            if (!chip->isHidden())
                shown << chip;
        return shown;
    }
    QStringList chipTexts() const
    {
        QStringList texts;
        for (const QToolButton *chip : chipsShown())
            texts << chip->text();
        return texts;
    }
    QString share() const { return chips()->findChild<QLabel *>(u"tapeShare"_s)->text(); }
    QString totals() const { return m_panel->findChild<TapeTotalsBar *>()->fullText(); }

    TapeFilterForm *form() const { return m_panel->findChild<TapeFilterForm *>(); }
    void openForm()
    {
        QTest::mouseClick(button(u"tapeFilterButton"_s), Qt::LeftButton);
        QVERIFY(QTest::qWaitForWindowExposed(form()));
    }
    template<typename Part> Part *part(const QString &name) const
    {
        return form()->findChild<Part *>(name);
    }
    static void click(QCheckBox *box)
    {
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(10, box->height() / 2));
    }
    /// Chooses an id in a list by the keyboard.
    void checkIn(const QString &name, quint16 id)
    {
        auto *list = part<QListWidget>(name);
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->data(Qt::UserRole).toInt() == id)
                list->setCurrentRow(row);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Space);
    }

    QMenu *openMenu(int row)
    {
        for (QMenu *old : view().findChildren<QMenu *>(u"tapeMenu"_s))
            delete old;
        const QPoint place
            = row < m_model->rowCount() ? view().rowRect(row).center() : QPoint(10, 10);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place,
                                view().viewport()->mapToGlobal(place));
        QApplication::sendEvent(view().viewport(), &event);
        return view().findChild<QMenu *>(u"tapeMenu"_s);
    }
    /// Clicks an entry by its text.
    static void trigger(QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions())
            if (action->text() == text) {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return;
            }
        QFAIL(qPrintable(u"no entry "_s + text));
    }

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<TapeModel> m_model;
    std::unique_ptr<TapePanel> m_panel;
};

QTEST_MAIN(TestTapePanel)
#include "tst_tapepanel.moc"
