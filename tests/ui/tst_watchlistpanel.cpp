#include "bracketstranslator.h"
#include "panelfixture.h"
#include "symbolcatalog.h"
#include "watchlistdelegate.h"
#include "watchlistmodel.h"
#include "watchlistpanel.h"
#include "watchlistview.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestWatchlistPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadBundledFonts(); }

    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_model = std::make_unique<WatchlistModel>();
        m_panel = std::make_unique<WatchlistPanel>(m_fixture->context(u"watchlist"_s), *m_model);
        m_panel->resize(420, 500);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        std::vector<InstrumentSnapshot> figures;
        for (const QString &symbol : m_model->symbols()) {
            InstrumentSnapshot figure;
            figure.symbol = symbol;
            figure.last = Price::whole(100 + qint64(figures.size()));
            figure.previousClose = Price::whole(99);
            figure.volume = Qty::whole(12'345'678);
            figures.push_back(figure);
        }
        m_model->apply(figures);
    }

    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
        m_fixture.reset();
    }

    void aSymbolIsAddedByTyping()
    {
        type(u"gm"_s);
        QCOMPARE(m_model->symbols().last(), u"GM"_s);
        QVERIFY(add()->text().isEmpty());
    }

    void whatIsNoSymbolIsRefusedInWords()
    {
        const QStringList before = m_model->symbols();
        type(u"12 34"_s);
        auto *complaint = m_panel->findChild<QLabel *>(u"addSymbolComplaint"_s);
        QVERIFY(complaint->isVisible());
        QVERIFY(complaint->text().contains(u"12 34"_s));
        QCOMPARE(m_model->symbols(), before);
        type(u"spy"_s);
        QVERIFY(complaint->text().contains(u"SPY"_s));
        QCOMPARE(m_model->symbols(), before);
    }

    void aClickOpensTheSymbolInTheLinkGroup()
    {
        m_panel->setLinkColor(LinkColor::Blue);
        const QModelIndex msft = m_model->index(m_model->rowOf(u"MSFT"_s), 0);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().visualRect(msft).center());
        QCOMPARE(m_panel->symbol(), u"MSFT"_s);
        QCOMPARE(m_fixture->links.symbol(LinkColor::Blue), u"MSFT"_s);
        QTest::keyClick(&view(), Qt::Key_Down);
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(m_panel->symbol(), u"NVDA"_s);
    }

    void deleteTakesTheSymbolAway()
    {
        view().selectRow(0);
        QTest::keyClick(&view(), Qt::Key_Delete);
        QVERIFY(!m_model->symbols().contains(u"SPY"_s));
    }

    void aClickOnAHeaderSortsAndAThirdGoesBack()
    {
        const QHeaderView *header = view().horizontalHeader();
        const QPoint last(header->sectionViewportPosition(WatchlistModel::Last) + 10,
                          header->height() / 2);
        const auto first = [this] { return m_model->index(0, 0).data().toString(); };
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, last);
        QCOMPARE(first(), u"BAC"_s); // highest
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, last);
        QCOMPARE(first(), u"SPY"_s); // lowest
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, last);
        QCOMPARE(m_model->sortColumn(), -1);
    }

    void theListComesBack()
    {
        type(u"gm"_s);
        const QJsonObject saved = m_panel->saveState();
        WatchlistModel model;
        WatchlistPanel other(m_fixture->context(u"watchlist"_s), model);
        other.restoreState(saved);
        QCOMPARE(model.symbols(), m_model->symbols());
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : { 240, 280, 360, 480, 640 })
            QTest::addRow("%d", width) << width;
    }

    void nothingIsClipped()
    {
        QFETCH(const int, width);
        m_panel->resize(width, 500);
        QTest::qWait(20);
        const QFontMetrics metrics(m_fixture->theme.font());
        for (int column = 0; column < WatchlistModel::ColumnCount; ++column) {
            if (view().isColumnHidden(column) || column == WatchlistModel::Spark)
                continue;
            for (int row = 0; row < m_model->rowCount(); ++row) {
                const QString text = m_model->index(row, column).data().toString();
                QVERIFY2(metrics.horizontalAdvance(text) <= view().columnWidth(column) - 10,
                         qPrintable(u"%1 in %2"_s.arg(text).arg(column)));
            }
        }
        for (const int needed :
             { WatchlistModel::Symbol, WatchlistModel::Last, WatchlistModel::ChangePercent })
            QVERIFY(!view().isColumnHidden(needed));
    }

    void knownSymbolsAreOffered()
    {
        SymbolCatalog catalog;
        catalog.setSymbols(
            { { u"GM"_s, u"General Motors"_s }, { u"GE"_s, u"General Electric"_s } });
        m_panel->setCatalog(catalog);
        add()->setFocus();
        QTest::keyClicks(add(), u"motors"_s);
        auto *offers = offerList();
        QVERIFY(offers && offers->isVisible());
        QCOMPARE(offers->model()->index(0, 0).data().toString(), u"GM"_s);
        QTest::keyClick(offers, Qt::Key_Down);
        QTest::keyClick(offers, Qt::Key_Return);
        QCOMPARE(m_model->symbols().last(), u"GM"_s);
        QVERIFY(!m_model->symbols().contains(u"MOTORS"_s));
        QVERIFY(add()->text().isEmpty());
        QVERIFY(!offers->isVisible());
    }

    void aRemovalCanBeUndone()
    {
        const QStringList before = m_model->symbols();
        view().selectRow(2);
        QTest::keyClick(&view(), Qt::Key_Delete);
        QCOMPARE(m_model->symbols().size(), before.size() - 1);
        QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_model->symbols(), before);
        QCOMPARE(view().currentSymbol(), before.at(2));
        QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier); // nothing left to undo
        QCOMPARE(m_model->symbols(), before);
    }

    void theKeyboardMovesASymbol()
    {
        const QStringList before = m_model->symbols();
        view().selectRow(1);
        QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_model->symbols().at(2), before.at(1));
        QCOMPARE(view().currentIndex().row(), 2); // the selection goes along
        QTest::keyClick(&view(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_model->symbols(), before);
    }

    void insertLeadsToTheField()
    {
        QApplication::setActiveWindow(m_panel.get());
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Insert);
        QTRY_VERIFY(add()->hasFocus());
    }

    void columnsAreChosenAndComeBack()
    {
        m_panel->resize(1'000, 500);
        QVERIFY(view().isColumnHidden(WatchlistModel::Sizes));
        QVERIFY(!view().isColumnHidden(WatchlistModel::Volume));
        view().setColumnWanted(WatchlistModel::Sizes, true);
        view().setColumnWanted(WatchlistModel::Volume, false);
        view().setColumnWanted(WatchlistModel::Last, false); // always there
        QVERIFY(!view().isColumnHidden(WatchlistModel::Sizes));
        QVERIFY(view().isColumnHidden(WatchlistModel::Volume));
        QVERIFY(!view().isColumnHidden(WatchlistModel::Last));
        WatchlistModel model;
        WatchlistPanel other(m_fixture->context(u"watchlist"_s), model);
        other.restoreState(m_panel->saveState());
        QVERIFY(other.view()->isColumnWanted(WatchlistModel::Sizes));
        QVERIFY(!other.view()->isColumnWanted(WatchlistModel::Volume));
    }

    void theMenuNamesTheSymbol()
    {
        const QPoint at = view().visualRect(m_model->index(2, 0)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view().viewport()->mapToGlobal(at));
        QApplication::sendEvent(view().viewport(), &event);
        auto *menu = view().findChild<QMenu *>(u"watchlistMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->actions().constFirst()->text().contains(m_model->symbolAt(2)));
        const QString removed = m_model->symbolAt(2);
        menu->actions().at(1)->trigger();
        QVERIFY(!m_model->symbols().contains(removed));
        menu->close();
    }

    /// Changed digits stand out for a moment and then do not, without another tick; not at all when
    /// switched off.
    void changedDigitsFlash_data()
    {
        QTest::addColumn<bool>("on");
        QTest::newRow("on") << true;
        QTest::newRow("off") << false;
    }

    void changedDigitsFlash()
    {
        QFETCH(const bool, on);
        m_fixture->settings.setFlashOnChange(on);
        InstrumentSnapshot figure = m_model->snapshot(0);
        const QModelIndex last = m_model->index(0, WatchlistModel::Last);
        const auto image
            = [&] { return view().viewport()->grab(view().visualRect(last)).toImage(); };
        figure.last = figure.last + Price::fromUnits(Price::unitsPerOne / 100);
        m_model->apply({ &figure, 1 });
        const QImage during = image();
        QTest::qWait(int(WatchlistDelegate::flashMs) + 200);
        const QImage after = image();
        QCOMPARE(during != after, on);
        QCOMPARE(during.copy(0, 0, 12, 24), after.copy(0, 0, 12, 24)); // what stayed stays calm
    }

    void everyTextFollowsTheLanguage()
    {
        BracketsTranslator brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::sendPostedEvents();
        for (int column = 0; column < WatchlistModel::ColumnCount; ++column)
            QVERIFY(m_model->headerData(column, Qt::Horizontal).toString().startsWith(u'['));
        QVERIFY(view().accessibleName().startsWith(u'['));
        QVERIFY(m_panel->title().startsWith(u'['));
        QVERIFY(add()->placeholderText().startsWith(u'['));
        QVERIFY(add()->accessibleName().startsWith(u'['));
        QCoreApplication::removeTranslator(&brackets);
    }

private:
    WatchlistView &view() const { return *m_panel->view(); }
    QLineEdit *add() const { return m_panel->findChild<QLineEdit *>(u"addSymbol"_s); }
    QAbstractItemView *offerList() const
    {
        for (QWidget *widget : QApplication::allWidgets())
            if (widget->objectName() == u"addSymbolOffers"_s)
                return qobject_cast<QAbstractItemView *>(widget);
        return nullptr;
    }
    void type(const QString &text)
    {
        add()->setFocus();
        add()->clear();
        QTest::keyClicks(add(), text);
        QTest::keyClick(add(), Qt::Key_Return);
    }

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<WatchlistModel> m_model;
    std::unique_ptr<WatchlistPanel> m_panel;
};

QTEST_MAIN(TestWatchlistPanel)
#include "tst_watchlistpanel.moc"
