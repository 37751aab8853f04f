#include "connectionlogmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using Kind = ConnectionEvent::Kind;

Q_DECLARE_METATYPE(tapeline::ConnectionEvent)

namespace {

ConnectionEvent make(Kind kind, Duration length = {}, qint64 count = 0)
{
    ConnectionEvent event;
    event.at = fromMs(1'786'629'600'123); // 2026-08-13T14:00:00.123Z, 10:00 in New York
    event.kind = kind;
    event.length = length;
    event.count = count;
    return event;
}

ConnectionEvent lacks(DataKind data, const QString &symbol = {})
{
    ConnectionEvent event = make(Kind::PlanLacks);
    event.data = data;
    event.symbol = symbol;
    return event;
}

} // namespace

class TestConnectionLogModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("TZ", "Europe/Berlin");
        QLocale::setDefault(QLocale(u"en_US"_s));
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void sentences_data()
    {
        QTest::addColumn<ConnectionEvent>("event");
        QTest::addColumn<QString>("text");
        ConnectionEvent live = make(Kind::Opened);
        live.source = DataSource::Live;
        QTest::newRow("opened") << live << u"The live service was chosen."_s;
        QTest::newRow("lost") << make(Kind::Lost, 12s)
                              << u"The stream was lost. Next try in 12 s."_s;
        QTest::newRow("evicted") << make(Kind::Evicted, 65s)
                                 << u"Another program took the stream. Next try in 1 min 5 s."_s;
        QTest::newRow("heard") << make(Kind::Heard, 4200ms)
                               << u"The stream is back after 4.2 s of silence."_s;
        QTest::newRow("filled") << make(Kind::GapFilled, 8040s, 812)
                                << u"A gap of 2 h 14 min was filled: 812 line(s) fetched."_s;
        QTest::newRow("nothing missed")
            << make(Kind::GapFilled, 5s) << u"Nothing was missed in a gap of 5.0 s."_s;
        QTest::newRow("clock behind")
            << make(Kind::ClockSkewed, -90s)
            << u"This computer's clock and the service's differ by 1 min 30 s."_s;
        QTest::newRow("plan lacks trades")
            << lacks(DataKind::Trades)
            << u"Trades are not in your plan: Stocks Developer has them."_s;
        QTest::newRow("option quotes")
            << lacks(DataKind::Quotes, u"O:SPY251219C00650000"_s)
            << u"Quotes are not in your plan: Options Advanced has them."_s;
        QTest::newRow("no plan has it")
            << lacks(DataKind::Trades, u"I:SPX"_s) << u"Indices: the service has no such data."_s;
        ConnectionEvent symbol = make(Kind::GapRemains, 30s);
        symbol.symbol = u"AAPL"_s;
        QTest::newRow("of one symbol")
            << symbol << u"AAPL: A gap of 30 s could not be filled. It is marked."_s;
    }

    void sentences()
    {
        QFETCH(const ConnectionEvent, event);
        QFETCH(const QString, text);
        QCOMPARE(ConnectionLogModel::sentence(event), text);
    }

    void everyKindHasASentence()
    {
        for (int kind = 0; kind <= int(Kind::PricesDiffer); ++kind) {
            const QString text = ConnectionLogModel::sentence(make(Kind(kind), 3s, 2));
            QVERIFY2(text.endsWith(u'.') && !text.contains(u'%'), qPrintable(text));
        }
        for (int data = 0; data < dataKindCount; ++data)
            QVERIFY(!ConnectionLogModel::sentence(lacks(DataKind(data))).contains(u'%'));
    }

    void theNewestIsOnTop()
    {
        ConnectionLogModel model;
        const QAbstractItemModelTester tester(&model);
        ConnectionEvent lost = make(Kind::Lost, 1s);
        lost.detail = u"The remote host closed the connection"_s;
        model.append({ make(Kind::Opened), make(Kind::Connected) });
        model.append({ lost });
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(model, 0, ConnectionLogModel::Time), u"16:00:00"_s);
        QCOMPARE(cell(model, 0, ConnectionLogModel::What),
                 u"The stream was lost. Next try in 1.0 s."_s);
        QCOMPARE(cell(model, 0, ConnectionLogModel::Why), lost.detail);
        QCOMPARE(cell(model, 2, ConnectionLogModel::What), u"The simulated market was chosen."_s);
        const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.endsWith(u"10:00:00.123 Eastern"_s), qPrintable(tip));
        QCOMPARE(model.index(0, 1)
                     .data(ConnectionLogModel::WeightRole)
                     .value<ConnectionLogModel::Weight>(),
                 ConnectionLogModel::Weight::Attention);
    }

    void oneInsertABatchAndNeverTooManyRows()
    {
        ConnectionLogModel model;
        const QAbstractItemModelTester tester(&model);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.append(std::vector(1'999, make(Kind::Connected)));
        model.append({ make(Kind::Silent), make(Kind::Heard) });
        QCOMPARE(model.rowCount(), ConnectionLogModel::capacity);
        QCOMPARE(inserted.count(), 2);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(model.event(0).kind, Kind::Heard);

        std::vector<ConnectionEvent> flood(2'500, make(Kind::Unreadable));
        flood.back().kind = Kind::Refused;
        model.append(flood);
        QCOMPARE(model.rowCount(), ConnectionLogModel::capacity);
        QCOMPARE(model.event(0).kind, Kind::Refused);
        QCOMPARE(model.event(1'999).kind, Kind::Unreadable);
        model.append({});
        QCOMPARE(inserted.count(), 3);
    }

private:
    static QString cell(const ConnectionLogModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

QTEST_GUILESS_MAIN(TestConnectionLogModel)
#include "tst_connectionlogmodel.moc"
