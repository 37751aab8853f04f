#include "pricescale.h"

#include "chartscale.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestPriceScale : public QObject
{
    Q_OBJECT

    static ChartViewport view(double low, double high)
    {
        ChartViewport result;
        result.height = 400;
        result.low = low;
        result.high = high;
        return result;
    }

private slots:
    void textsSayWhatTheAxisCounts_data()
    {
        QTest::addColumn<ScaleMode>("mode");
        QTest::addColumn<QString>("text");
        QTest::newRow("prices") << ScaleMode::Linear << u"210.00"_s;
        QTest::newRow("prices, logarithmic") << ScaleMode::Logarithmic << u"210.00"_s;
        QTest::newRow("percent") << ScaleMode::Percent << u"+5.00\u202F%"_s;
        QTest::newRow("index") << ScaleMode::Indexed << u"105.00"_s;
    }

    void textsSayWhatTheAxisCounts()
    {
        QFETCH(const ScaleMode, mode);
        const PriceScale scale { mode, 200 };
        QTEST(scale.text(210, 2, QLocale::c()), "text");
        QVERIFY(std::abs(scale.priceOf(scale.valueOf(187.5)) - 187.5) < 1e-9);
        const PriceScale without { mode, 0 }; // nothing to relate to: prices
        QCOMPARE(without.text(210, 2, QLocale::c()), u"210.00"_s);
    }

    void marksAreRoundInWhatTheAxisSays_data()
    {
        QTest::addColumn<ScaleMode>("mode");
        QTest::addColumn<bool>("inverted");
        for (const ScaleMode mode : scaleModes)
            for (const bool inverted : { false, true })
                QTest::addRow("%s%s", qPrintable(scaleModeKey(mode)), inverted ? " inverted" : "")
                    << mode << inverted;
    }

    void marksAreRoundInWhatTheAxisSays()
    {
        QFETCH(const ScaleMode, mode);
        QFETCH(const bool, inverted);
        const PriceScale scale { mode, 187.37 };
        ChartViewport shown = view(171.3, 203.9);
        shown.inverted = inverted;
        shown.logScale = mode == ScaleMode::Logarithmic;
        const std::vector<double> marks = scale.marks(shown, 10, 40, 2);
        QVERIFY(marks.size() >= 3 && marks.size() <= 12);
        for (const double mark : marks) {
            const double value = scale.valueOf(mark);
            QVERIFY2(std::abs(value - std::round(value)) < 1e-6,
                     qPrintable(QString::number(value)));
            QVERIFY(shown.yOf(mark) >= 10 - 1e-6 && shown.yOf(mark) <= 390 + 1e-6);
        }
    }

    void anInvertedViewHasLowPricesAtTheTop()
    {
        for (const bool log : { false, true }) {
            ChartViewport shown;
            shown.height = 400;
            shown.logScale = log;
            shown.inverted = true;
            shown.fitPrices(100, 200, 40, 20);
            QVERIFY(std::abs(shown.yOf(100) - 40) < 1e-6); // the room above is above
            QVERIFY(std::abs(shown.yOf(200) - 380) < 1e-6);
            for (const double y : { 0.0, 123.0, 400.0 })
                QVERIFY(std::abs(shown.yOf(shown.priceAt(y)) - y) < 1e-6);
            const double price = shown.priceAt(100);
            shown.panPrices(30); // what is under the mouse moves with it
            QVERIFY(std::abs(shown.yOf(price) - 130) < 1e-6);
            shown.scalePrices(130, 0.5);
            QVERIFY(std::abs(shown.yOf(price) - 130) < 1e-6);
        }
    }

    void aScaleIsKept()
    {
        PriceScale kept;
        ChartScale scale(kept);
        QSignalSpy changed(&scale, &ChartScale::changed);
        scale.toggleMode(ScaleMode::Percent);
        scale.setInverted(true);
        scale.setPricesOnly(true);
        scale.setPricesOnly(true);
        QCOMPARE(changed.size(), 3);
        PriceScale other;
        ChartScale restored(other);
        restored.fromJson(scale.toJson());
        QCOMPARE(restored.mode(), ScaleMode::Percent);
        QVERIFY(restored.isInverted() && restored.isPricesOnly());
        restored.fromJson({ { u"mode"_s, u"nonsense"_s } });
        QCOMPARE(restored.mode(), ScaleMode::Linear);
        QVERIFY(!restored.isInverted() && !restored.isPricesOnly());
        scale.toggleMode(ScaleMode::Percent);
        QCOMPARE(scale.mode(), ScaleMode::Linear);
    }
};

QTEST_GUILESS_MAIN(TestPriceScale)
#include "tst_pricescale.moc"
