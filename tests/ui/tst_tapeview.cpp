#include "panelfixture.h"
#include "tapemodel.h"
#include "tapepanel.h"
#include "tapeview.h"

#include <QClipboard>
#include <QPushButton>
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

private:
    TapeView &view() const { return *m_panel->view(); }
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
