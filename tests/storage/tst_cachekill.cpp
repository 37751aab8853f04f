#include "cachedatabase.h"
#include "randombars.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp january = std::chrono::sys_days(std::chrono::year(2024) / 1 / 1);

std::vector<BarSeriesKey> allSeries()
{
    std::vector<BarSeriesKey> all;
    for (const QString &symbol : { u"AAPL"_s, u"IBM"_s })
        for (const TimeUnit unit : { TimeUnit::Second, TimeUnit::Minute, TimeUnit::Day })
            all.push_back({ u"massive"_s, symbol, { 1, unit }, true });
    return all;
}

/// An answer of some thousand bars over up to three periods; the end of it is not settled, at
/// times.
bool writeBars(CacheDatabase &cache, SplitMix64 &random)
{
    const std::vector<BarSeriesKey> all = allSeries();
    const BarSeriesKey &key = all[random.below(all.size())];
    const Duration length = key.timeframe.nominalLength();
    const Timestamp from = january + int(random.below(60'000)) * length;
    const std::vector<Candle> bars
        = stockBars(1 + random.below(8'000), random.next(), from, length);
    const TimeRange range { from, bars.back().start + length };
    const Timestamp settled = random.below(3) ? range.to : bars[bars.size() / 2].start;
    return cache.write(key, range, settled, range.to, bars).has_value();
}

/// What the program does as its step of a number: always the same, so that it can be done again
/// elsewhere.
bool doStep(CacheDatabase &cache, quint64 number)
{
    SplitMix64 random(mixKeys(7, number));
    const QString name = u"answer %1"_s.arg(random.below(10));
    switch (random.below(12)) {
    case 0:
        return cache.forgetAdjusted({}, u"IBM"_s, january + int(random.below(90)) * 24h)
            .has_value();
    case 1:
        return cache
            .keepAnswer(u"massive"_s, name,
                        { QByteArray(qsizetype(random.below(200'000)), 'x'), january })
            .has_value();
    case 2:
        return cache.addDownload({ 0, u"massive"_s, { name }, { 1, TimeUnit::Day }, {}, true })
            .has_value();
    case 3:
        return random.below(8) != 0
            || cache.clear({ u"AAPL"_s, std::nullopt }, january).has_value();
    default:
        return writeBars(cache, random);
    }
}

/// The program that is killed: works on, reads in between, and says which step is done.
int work(const QString &path, quint64 from)
{
    CacheDatabase cache;
    if (!cache.open(path))
        return 1;
    std::puts("open");
    std::fflush(stdout);
    for (quint64 number = from;; ++number) {
        if (!doStep(cache, number))
            return 2;
        std::printf("%llu\n", static_cast<unsigned long long>(number));
        std::fflush(stdout);
        const BarSeriesKey key = allSeries()[number % allSeries().size()];
        if (!cache.read(key, { january, january + 24h * 90 }))
            return 3;
    }
}

bool haveSameBars(CacheDatabase &a, CacheDatabase &b, const BarSeriesKey &key)
{
    const TimeRange all { Timestamp::min(), Timestamp::max() };
    const Result<CacheDatabase::Kept> first = a.read(key, all);
    const Result<CacheDatabase::Kept> second = b.read(key, all);
    return first && second && areSame(first->bars, second->bars) && first->known == second->known
        && first->asOf == second->asOf;
}

bool haveSame(CacheDatabase &a, CacheDatabase &b)
{
    const std::vector<BarSeriesKey> keys = allSeries();
    const auto sameBars = [&](const BarSeriesKey &key) { return haveSameBars(a, b, key); };
    bool same = std::ranges::all_of(keys, sameBars) && *a.downloads() == *b.downloads();
    for (int i = 0; i < 10; ++i) {
        const QString name = u"answer %1"_s.arg(i);
        same = same && *a.answer(u"massive"_s, name) == *b.answer(u"massive"_s, name);
    }
    return same;
}

} // namespace

/// The program is killed in the middle of its work, over and over, and goes on with the same file.
class TestCacheKill : public QObject
{
    Q_OBJECT

private slots:
    void whatWasSaidToBeWrittenIsThere()
    {
        CacheDatabase undisturbed;
        QVERIFY(undisturbed.open(m_dir.filePath(u"whole.db"_s)));
        SplitMix64 random(5);
        quint64 done = 0; // by the undisturbed one
        int killedAtWork = 0;
        const int kills = killCount();
        for (int i = 0; i < kills; ++i) {
            const quint64 said = runAndKill(done, int(random.below(5)), int(random.below(25)));
            QVERIFY2(said >= done, "it stopped by itself");
            while (done < said)
                QVERIFY(doStep(undisturbed, done++));
            CacheDatabase killed;
            QVERIFY(killed.open(path()));
            QVERIFY2(killed.repaired().isEmpty(), qPrintable(killed.repaired()));
            QCOMPARE(*killed.problems(), QStringList());
            if (haveSame(killed, undisturbed))
                continue;
            // The kill came after the commit and before the word
            QVERIFY(doStep(undisturbed, done++));
            QVERIFY(haveSame(killed, undisturbed));
            ++killedAtWork;
        }
        QVERIFY(done > quint64(kills)); // it did come to work
        qInfo("%d kills, %llu steps, %d between the commit and the word", kills,
              static_cast<unsigned long long>(done), killedAtWork);
    }

private:
    /// On demand any number.
    static int killCount()
    {
        if (const int asked = qEnvironmentVariableIntValue("TAPELINE_KILLS"); asked > 0)
            return asked;
        return qEnvironmentVariableIsSet("TAPELINE_LONG_TESTS") ? 200 : 20;
    }
    QString path() const { return m_dir.filePath(u"cache.db"_s); }

    /// Killed some time after so many steps, however fast the machine is; returns the step after
    /// the last that it said was done.
    quint64 runAndKill(quint64 from, int steps, int ms) const
    {
        QProcess worker;
        worker.start(QCoreApplication::applicationFilePath(),
                     { u"--work"_s, path(), QString::number(from) });
        QByteArray said;
        while (said.count('\n') <= steps && worker.waitForReadyRead(30'000))
            said += worker.readAllStandardOutput();
        if (worker.waitForFinished(ms)) {
            qWarning("it ended with code %d", worker.exitCode());
            return 0;
        }
        worker.kill(); // SIGKILL: it cannot tidy up
        worker.waitForFinished();
        said += worker.readAllStandardOutput();
        const QList<QByteArray> lines = said.left(said.lastIndexOf('\n') + 1).trimmed().split('\n');
        bool isStep = false;
        const quint64 last = lines.last().toULongLong(&isStep);
        return isStep ? last + 1 : from;
    }

    QTemporaryDir m_dir;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--work"_L1)
        return work(arguments.value(2), arguments.value(3).toULongLong());
    TestCacheKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_cachekill.moc"
