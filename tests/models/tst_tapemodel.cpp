#include "tapemodel.h"
#include "tapeprints.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <deque>

using namespace tapeline;

namespace {

/// The same by the simplest means: a list of numbers, newest first.
class Oracle
{
public:
    explicit Oracle(std::size_t capacity)
        : m_capacity(capacity)
    {
    }
    void append(quint64 first, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            m_all.push_front(first + i);
            if (m_all.size() > m_capacity)
                m_all.pop_back();
            m_behind += m_paused ? 1 : 0;
        }
    }
    void setPaused(bool paused)
    {
        if (paused != m_paused)
            m_behind = 0;
        m_paused = paused;
    }
    void clear()
    {
        m_all.clear();
        setPaused(false);
    }
    std::vector<quint64> shown() const
    {
        const std::size_t hidden = std::min(m_behind, m_all.size());
        return { m_all.begin() + std::ptrdiff_t(hidden), m_all.end() };
    }
    std::size_t behind() const { return m_behind; }

private:
    const std::size_t m_capacity;
    std::deque<quint64> m_all;
    std::size_t m_behind = 0;
    bool m_paused = false;
};

std::vector<quint64> shown(const TapeModel &model)
{
    std::vector<quint64> rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.push_back(model.print(row).trade.sequence);
    return rows;
}

} // namespace

class TestTapeModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void newestIsFirst()
    {
        TapeModel model;
        model.append(tapeprints::prints(1, 3));
        QCOMPARE(shown(model), (std::vector<quint64> { 3, 2, 1 }));
    }

    void oneSignalABatch()
    {
        TapeModel model;
        const QSignalSpy changed(&model, &TapeModel::changed);
        model.append(tapeprints::prints(1, 500));
        QCOMPARE(changed.size(), 1);
        model.append({});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.total(), 500U);
    }

    void aBatchAboveTheCapacityKeepsItsNewest()
    {
        TapeModel model(10);
        model.append(tapeprints::prints(1, 25));
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.print(0).trade.sequence, 25U);
        QCOMPARE(model.print(9).trade.sequence, 16U);
        QCOMPARE(model.total(), 25U);
    }

    void pauseHoldsTheRowsAndLosesNothing()
    {
        TapeModel model(100);
        model.append(tapeprints::prints(1, 40));
        model.setPaused(true);
        const auto before = shown(model);
        model.append(tapeprints::prints(41, 60));
        QCOMPARE(shown(model), before);
        QCOMPARE(model.held(), 60U);
        model.setPaused(false);
        QCOMPARE(model.held(), 0U);
        QCOMPARE(model.rowCount(), 100);
        QCOMPARE(model.print(0).trade.sequence, 100U);
        QCOMPARE(model.print(99).trade.sequence, 1U);
    }

    void aLongPauseCountsOn()
    {
        TapeModel model(10);
        model.append(tapeprints::prints(1, 10));
        model.setPaused(true);
        model.append(tapeprints::prints(11, 7));
        QCOMPARE(shown(model), (std::vector<quint64> { 10, 9, 8 }));
        model.append(tapeprints::prints(18, 20));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.held(), 27U);
    }

    void clearEndsThePauseAndKeepsSerialsUnique()
    {
        TapeModel model;
        model.append(tapeprints::prints(1, 5));
        const quint64 serial = model.serial(0);
        model.setPaused(true);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isPaused());
        QCOMPARE(model.rowOf(serial), -1);
        model.append(tapeprints::prints(6, 1));
        QVERIFY(model.serial(0) > serial);
    }

    void agreesWithAPlainList_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }

    void agreesWithAPlainList()
    {
        QFETCH(const quint64, seed);
        SplitMix64 random(seed);
        const std::size_t capacity = 1 + random.below(60);
        TapeModel model(capacity);
        Oracle oracle(capacity);
        quint64 next = 1;
        for (int step = 0; step < 300; ++step) {
            if (random.below(6) == 0) {
                const bool paused = random.below(2) == 0;
                model.setPaused(paused);
                oracle.setPaused(paused);
            }
            if (random.below(60) == 0) {
                model.clear();
                oracle.clear();
            }
            const auto count = std::size_t(random.below(capacity + 5));
            model.append(tapeprints::prints(next, count));
            oracle.append(next, count);
            next += count;
            QCOMPARE(shown(model), oracle.shown());
            QCOMPARE(model.held(), quint64(oracle.behind()));
            QCOMPARE(model.total(), next - 1);
            // Here prints are numbered from 1 and serials from 0
            for (int row = 0; row < model.rowCount(); ++row) {
                QCOMPARE(model.serial(row), model.print(row).trade.sequence - 1);
                QCOMPARE(model.rowOf(model.serial(row)), row);
            }
            QCOMPARE(model.rowOf(model.total()), -1);
        }
    }
};

QTEST_GUILESS_MAIN(TestTapeModel)
#include "tst_tapemodel.moc"
