#include "workspacestate.h"
#include "workspacestore.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

WorkspaceState sample()
{
    WorkspaceState state;
    state.name = u"Mornings"_s;
    state.preset = u"trade"_s;
    state.docks = QByteArray("\x00\xff\x10", 3);
    state.panels
        = { { u"chart-1"_s, u"chart"_s, LinkColor::Teal, u"AAPL"_s, u"5m"_s, { { u"zoom"_s, 3 } } },
            { u"tape-1"_s, u"tape"_s, LinkColor::None, u"MSFT"_s, {}, {} } };
    return state;
}

} // namespace

class TestWorkspaceState : public QObject
{
    Q_OBJECT

private slots:
    void survivesJson()
    {
        const auto read = WorkspaceState::fromJson(sample().toJson());
        QVERIFY(read);
        QVERIFY(*read == sample());
    }

    void refuses_data()
    {
        QTest::addColumn<QJsonObject>("object");
        const QJsonObject good = sample().toJson();
        const auto with = [good](const QString &key, const QJsonValue &value) {
            QJsonObject changed = good;
            changed[key] = value;
            return changed;
        };
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("something else") << with(u"format"_s, u"desk"_s);
        QTest::newRow("a later version") << with(u"version"_s, 2);
        QTest::newRow("a panel without an id")
            << with(u"panels"_s, QJsonArray { QJsonObject { { u"type"_s, u"chart"_s } } });
        const QJsonObject panel { { u"id"_s, u"chart-1"_s }, { u"type"_s, u"chart"_s } };
        QTest::newRow("two panels of one id") << with(u"panels"_s, QJsonArray { panel, panel });
    }

    void refuses()
    {
        QFETCH(const QJsonObject, object);
        const auto read = WorkspaceState::fromJson(object);
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::Malformed);
    }

    void theStoreKeepsAllInOrder()
    {
        QTemporaryDir folder;
        WorkspaceFileStore store(folder.filePath(u"workspaces.json"_s));
        QVERIFY(store.load().isEmpty());
        WorkspaceState second = sample();
        second.name = u"Evenings"_s;
        QVERIFY(store.save({ sample(), second }));
        QVERIFY(store.load() == QList<WorkspaceState>({ sample(), second }));
    }

    void aBrokenStoreIsEmpty()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"workspaces.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"workspaces\":[{\"form");
        file.close();
        QVERIFY(WorkspaceFileStore(path).load().isEmpty());
    }

    void aFolderThatIsNotThereIsAnError()
    {
        const auto saved = WorkspaceFileStore(u"/nowhere/at/all.json"_s).save({ sample() });
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, Error::Code::Storage);
        QCOMPARE(readWorkspaceFile(u"/nowhere/at/all.json"_s).error().code, Error::Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceState)
#include "tst_workspacestate.moc"
