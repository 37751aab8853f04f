#include "datadesk.h"
#include "datapage.h"
#include "datatext.h"
#include "fakedataport.h"
#include "fonts.h"
#include "keptdata.h"
#include "panelfixture.h"
#include "settingsdialog.h"
#include "tradefilter.h"
#include "tradetable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QtTest>

#include <memory>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp now = std::chrono::floor<std::chrono::hours>(std::chrono::system_clock::now());

Timestamp daysAgo(int days)
{
    return now - std::chrono::days(days);
}

} // namespace

/// Kept data in the settings, by mouse and keys. With TAPELINE_PICTURES=folder it leaves pictures.
class TestDataPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_port = std::make_unique<FakeDataPort>();
        m_desk = std::make_unique<DataDesk>(*m_port);
        m_dialog = std::make_unique<SettingsDialog>(m_fixture->theme, m_fixture->settings);
        m_page = new DataPage(m_fixture->theme, *m_desk);
        m_dialog->addPage(m_page);
        m_dialog->openPage(u"data"_s);
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }

    void cleanup()
    {
        m_dialog.reset();
        m_desk.reset();
    }

    // --- what is kept ----------------------------------------------------------------------------

    void itAsksWhenItIsShown()
    {
        QCOMPARE(m_port->asked, 1);
        QVERIFY(!button("clearAll")->isEnabled());
        tell();
        QVERIFY(button("clearAll")->isEnabled());
        QVERIFY(!button("clearChosen")->isEnabled());
        m_dialog->hide();
        m_dialog->openPage(u"data"_s);
        QCOMPARE(m_port->asked, 2);
    }

    void symbolsAreSortedAndFiltered()
    {
        tell();
        QCOMPARE(symbols(), (QStringList { u"AAPL"_s, u"AAPL"_s, u"MSFT"_s, u"X:BTCUSD"_s }));
        clickHeader(2);
        QCOMPARE(symbols().first(), u"X:BTCUSD"_s); // the most bars
        QTest::keyClick(table(), 'a'); // typed into the list
        QTest::keyClick(QApplication::focusWidget(), 'a');
        QCOMPARE(edit()->text(), u"aa"_s);
        QCOMPARE(symbols(), (QStringList { u"AAPL"_s, u"AAPL"_s }));
        QTest::keyClicks(edit(), u" yahoo"_s);
        QCOMPARE(symbols(), QStringList { u"AAPL"_s });
    }

    void chosenSymbolsAreClearedAfterAQuestion()
    {
        tell();
        clickRow(0);
        clickRow(2, Qt::ControlModifier);
        QTest::mouseClick(button("clearChosen"), Qt::LeftButton);
        QCOMPARE(
            kept()->question(),
            u"Clear 2 symbol(s), 1,350 bar(s), 13.5 kB? What is needed again is asked for again."_s);
        QVERIFY(m_port->clearings.empty());
        QTest::mouseClick(button("clearNo"), Qt::LeftButton);
        QVERIFY(m_port->clearings.empty());
        QVERIFY(kept()->question().isEmpty());
        QTest::mouseClick(button("clearChosen"), Qt::LeftButton);
        QTest::mouseClick(button("clearYes"), Qt::LeftButton);
        QCOMPARE(m_port->clearings,
                 (std::vector<CacheClearing> { { u"AAPL"_s, {} }, { u"MSFT"_s, {} } }));
        QVERIFY(!button("clearChosen")->isEnabled()); // until it is done
        m_desk->takeCleared(10'000);
        QVERIFY(label("keptSaid")->isHidden()); // until all of it is
        m_desk->takeCleared(3'500);
        QVERIFY(button("clearChosen")->isEnabled());
        QCOMPARE(label("keptSaid")->text(), u"Cleared: 13.5 kB on the disk are free again."_s);
    }

    void whatWasNotClearedIsSaid()
    {
        tell();
        clearTwo();
        m_desk->takeCleared(10'000);
        m_desk->takeFailure(u"The disk is full."_s);
        QCOMPARE(label("keptSaid")->text(),
                 u"Cleared: 10.0 kB on the disk are free again. "
                 "1 symbol(s) could not be cleared: The disk is full."_s);
        clearTwo();
        m_desk->takeFailure(u"The disk is full."_s);
        m_desk->takeFailure(u"The disk is full."_s);
        QCOMPARE(label("keptSaid")->text(), u"Nothing was cleared: The disk is full."_s);
        clearTwo();
        m_desk->takeFailure(u"The disk is full."_s);
        m_desk->takeCleared(500);
        QVERIFY(label("keptSaid")->text().contains(u"500 "_s)); // and nothing of before
    }

    void deleteAsksToo()
    {
        tell();
        clickRow(3);
        QTest::keyClick(table(), Qt::Key_Delete);
        QVERIFY(kept()->question().contains(u"1 symbol(s), 50,000 bar(s)"_s));
        QCOMPARE(QApplication::focusWidget(), button("clearNo")); // Enter keeps
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(m_port->clearings.empty());
    }

    void whatIsOldIsCleared()
    {
        tell();
        auto *days = m_page->findChild<QSpinBox *>(u"clearDays"_s);
        days->setValue(400);
        QTest::mouseClick(button("clearOld"), Qt::LeftButton);
        QVERIFY(kept()->question().isEmpty());
        QVERIFY(label("keptSaid")->text().contains(u"nothing to clear"_s));
        days->setFocus();
        days->selectAll();
        QTest::keyClicks(days, u"45"_s);
        QTest::mouseClick(button("clearOld"), Qt::LeftButton);
        QVERIFY(kept()->question().contains(u"1 symbol(s), 300 bar(s)"_s));
        QTest::mouseClick(button("clearYes"), Qt::LeftButton);
        QCOMPARE(m_port->clearings, (std::vector<CacheClearing> { { {}, 45 } }));
        m_desk->takeFailure(u"the disk is full"_s);
        QVERIFY(label("keptSaid")->text().contains(u"the disk is full"_s));
    }

    void everythingIsClearedOnlyWhenItIsMeant()
    {
        tell();
        QTest::mouseClick(button("clearAll"), Qt::LeftButton);
        QVERIFY(kept()->question().startsWith(u"Clear everything: 3 symbol(s), 51,350 bar(s)"_s));
        QTest::mouseClick(button("clearYes"), Qt::LeftButton);
        QCOMPARE(m_port->clearings, std::vector<CacheClearing> { {} });
    }

    void aSelectionOutlivesNewFigures()
    {
        tell();
        clickRow(2);
        std::vector<CachedSymbol> more = sample();
        more[2].bars = 301;
        m_desk->takeStatistics(cacheStatistics(more));
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
        QVERIFY(button("clearChosen")->isEnabled());
    }

    void troubleIsSaidWhileItLasts()
    {
        QVERIFY(!label("keptTrouble")->isVisible());
        m_desk->takeTrouble(u"The cache was damaged and begun anew."_s);
        QVERIFY(label("keptTrouble")->isVisible());
        QCOMPARE(label("keptTrouble")->text(), u"The cache was damaged and begun anew."_s);
        m_desk->takeTrouble({});
        QVERIFY(!label("keptTrouble")->isVisible());
    }

    void keepingIsSwitchedAndLimited()
    {
        auto *keep = m_page->findChild<QCheckBox *>(u"keepData"_s);
        auto *limit = m_page->findChild<QSpinBox *>(u"cacheLimit"_s);
        QVERIFY(keep->isChecked());
        QCOMPARE(limit->value(), 2'000);
        QTest::mouseClick(keep, Qt::LeftButton, {}, { 8, keep->height() / 2 });
        QVERIFY(!m_port->settings->keep);
        QVERIFY(!limit->isEnabled());
        QTest::mouseClick(keep, Qt::LeftButton, {}, { 8, keep->height() / 2 });
        limit->setFocus();
        limit->selectAll();
        QTest::keyClicks(limit, u"500"_s);
        QCOMPARE(m_port->settings->limitMb, 2'000); // not "5" on the way
        QTest::keyClick(limit, Qt::Key_Return);
        QCOMPARE(m_port->settings->limitMb, 500);
        limit->setValue(0);
        QCOMPARE(limit->text(), u"No limit"_s);
    }

    // --- sources ---------------------------------------------------------------------------------

    void yahooIsChosenByAClick()
    {
        openSources();
        auto *yahoo = m_page->findChild<QCheckBox *>(u"askYahoo"_s);
        auto *stocks = m_page->findChild<QComboBox *>(u"sourceOrder0"_s);
        QVERIFY(!yahoo->isChecked() && !stocks->isEnabled());
        QTest::mouseClick(yahoo, Qt::LeftButton, {}, { 8, yahoo->height() / 2 });
        QVERIFY(m_port->settings->yahoo);
        QVERIFY(stocks->isEnabled());
        const auto order = [this] {
            return m_port->sourceOrder.of(AssetClass::Stocks, SourceData::Bars).join(u' ');
        };
        QCOMPARE(order(), u"massive yahoo"_s);
        stocks->setFocus();
        QTest::keyClick(stocks, Qt::Key_Down);
        QCOMPARE(order(), u"yahoo massive"_s);
        auto *percent = m_page->findChild<QDoubleSpinBox *>(u"discrepancy"_s);
        percent->setFocus();
        percent->selectAll();
        QTest::keyClicks(percent, u"2.5"_s);
        QTest::keyClick(percent, Qt::Key_Tab);
        QCOMPARE(m_port->settings->discrepancyPercent, 2.5);
    }

    void choicesMadeElsewhereAreShown()
    {
        DataChoices choices;
        choices.data = { false, 0, true, 5 };
        choices.order[3] = SourceChoice::ServiceOnly;
        m_desk->setChoices(choices);
        QVERIFY(!m_page->findChild<QCheckBox *>(u"keepData"_s)->isChecked());
        QVERIFY(m_page->findChild<QCheckBox *>(u"askYahoo"_s)->isChecked());
        QCOMPARE(m_page->findChild<QComboBox *>(u"sourceOrder3"_s)->currentText(),
                 u"Massive only"_s);
        QCOMPARE(m_desk->choices(), choices); // showing changes nothing
    }

    // --- how it looks ----------------------------------------------------------------------------

    void everythingHasANameAndIsReached()
    {
        tell();
        for (int tab = 0; tab < 2; ++tab) {
            m_page->findChild<QTabWidget *>()->setCurrentIndex(tab);
            for (const QWidget *own : m_page->findChildren<QWidget *>()) {
                const bool isField = qobject_cast<const QAbstractSpinBox *>(own)
                    || qobject_cast<const QComboBox *>(own)
                    || (qobject_cast<const QLineEdit *>(own)
                        && !qobject_cast<const QAbstractSpinBox *>(own->parentWidget()));
                if (!isField || !own->isVisible())
                    continue;
                QVERIFY2(!own->accessibleName().isEmpty(), qPrintable(own->objectName()));
                QVERIFY2(own->focusPolicy() & Qt::TabFocus, qPrintable(own->objectName()));
            }
        }
    }

    void itLooksRight_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::newRow("dark") << ThemeChoice::Dark;
        QTest::newRow("light") << ThemeChoice::Light;
    }

    void itLooksRight()
    {
        QFETCH(const ThemeChoice, choice);
        m_fixture->settings.setThemeChoice(choice);
        tell();
        clickRow(1);
        nothingIsClipped();
        picture(u"kept"_s);
        QTest::mouseClick(button("clearAll"), Qt::LeftButton);
        nothingIsClipped();
        picture(u"question"_s);
        openSources();
        nothingIsClipped();
        picture(u"sources"_s);
    }

private:
    static std::vector<CachedSymbol> sample()
    {
        return { cachedSymbol(u"AAPL"_s, 1'000, daysAgo(1)),
                 cachedSymbol(u"AAPL"_s, 50, daysAgo(2), u"yahoo"_s),
                 cachedSymbol(u"MSFT"_s, 300, daysAgo(90)),
                 cachedSymbol(u"X:BTCUSD"_s, 50'000, daysAgo(0)) };
    }
    void tell()
    {
        CacheStatistics all = cacheStatistics(sample());
        all.symbols = 3;
        m_desk->takeStatistics(all);
    }
    void clearTwo()
    {
        table()->clearSelection();
        clickRow(0);
        clickRow(2, Qt::ControlModifier);
        QTest::mouseClick(button("clearChosen"), Qt::LeftButton);
        QTest::mouseClick(button("clearYes"), Qt::LeftButton);
    }
    KeptData *kept() const { return m_page->findChild<KeptData *>(); }
    TradeTable *table() const { return kept()->table(); }
    QLineEdit *edit() const { return m_page->findChild<QLineEdit *>(u"keptFilter"_s); }
    QPushButton *button(const char *name) const
    {
        return m_page->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    QLabel *label(const char *name) const
    {
        return m_page->findChild<QLabel *>(QString::fromLatin1(name));
    }
    QStringList symbols() const
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            all += table()->model()->index(row, 0).data().toString();
        return all;
    }
    void clickRow(int row, Qt::KeyboardModifiers keys = {})
    {
        const QRect cell = table()->visualRect(table()->model()->index(row, 0));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, keys, cell.center());
    }
    void clickHeader(int column)
    {
        const QHeaderView *header = table()->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          { header->sectionViewportPosition(column) + 10, header->height() / 2 });
    }
    void openSources()
    {
        QTabBar *bar = m_page->findChild<QTabBar *>();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(1).center());
    }
    void nothingIsClipped()
    {
        QCoreApplication::processEvents();
        for (const QWidget *own : m_page->findChildren<QWidget *>())
            if (own->isVisible()
                && (qobject_cast<const QLabel *>(own)
                    || qobject_cast<const QAbstractButton *>(own))) {
                QVERIFY2(
                    m_page->rect().contains(own->rect().translated(own->mapTo(m_page, QPoint()))),
                    qPrintable(own->objectName()));
                const int needed = own->hasHeightForWidth() ? own->heightForWidth(own->width())
                                                            : own->minimumSizeHint().height();
                QVERIFY2(own->height() >= needed, qPrintable(own->objectName()));
                if (qobject_cast<const QPushButton *>(own))
                    QVERIFY2(own->width() >= own->sizeHint().width(),
                             qPrintable(own->objectName()));
            }
    }
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("TAPELINE_PICTURES");
        if (!folder.isEmpty())
            m_dialog->grab().save(
                folder
                + u"/data-%1-%2.png"_s.arg(name, QString::fromLatin1(QTest::currentDataTag())));
    }

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<FakeDataPort> m_port;
    std::unique_ptr<DataDesk> m_desk;
    std::unique_ptr<SettingsDialog> m_dialog;
    DataPage *m_page = nullptr;
};

QTEST_MAIN(TestDataPage)
#include "tst_datapage.moc"
