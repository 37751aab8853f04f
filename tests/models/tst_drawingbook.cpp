#include "drawingdesk.h"
#include "memorydocuments.h"
#include "splitmix64.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString symbol = u"AAPL"_s;
const QString drawingsKind = u"drawings"_s;
const QString damagedKind = u"drawings-damaged"_s;

Drawing line(double price, const QString &id = {})
{
    Drawing drawing;
    drawing.id = id;
    drawing.tool = DrawingTool::HorizontalLine;
    drawing.points = { { fromMs(1'786'629'600'000), price } };
    drawing.style = drawing::usualStyle(drawing.tool);
    return drawing;
}

Result<void> forget(const QByteArray &)
{
    return {};
}

/// What is shown, all of it.
DrawingSet stateOf(const DrawingBook &book)
{
    return { book.drawings(), book.allLocked(), book.allHidden() };
}

QByteArray keptOf(const MemoryDocuments &store, const QString &kind = drawingsKind,
                  const QString &name = symbol)
{
    const Result<QList<DeskDocument>> documents = store.documents(kind);
    for (const DeskDocument &document : *documents)
        if (document.name == name)
            return document.body;
    return {};
}

QStringList someIds(const DrawingBook &book, SplitMix64 &random)
{
    QStringList ids;
    for (const Drawing &drawing : book.drawings())
        if (random.below(3) == 0)
            ids.append(drawing.id);
    return ids;
}

/// Some action; it may change nothing.
void act(DrawingBook &book, SplitMix64 &random)
{
    const QStringList ids = someIds(book, random);
    switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
        book.add({ line(random.uniform() * 100) });
        return;
    case 3:
        book.remove(ids);
        return;
    case 4:
        book.setLocked(ids, random.below(2));
        return;
    case 5:
        book.setHidden(ids, random.below(2));
        return;
    case 6:
        random.below(2) ? book.bringToFront(ids) : book.sendToBack(ids);
        return;
    case 7:
        random.below(2) ? book.setAllLocked(random.below(2)) : book.setAllHidden(random.below(2));
        return;
    case 8:
        if (random.below(6) == 0)
            book.clear();
        return;
    default: {
        std::vector<Drawing> changed;
        for (const QString &id : ids) {
            changed.push_back(*book.find(id));
            changed.back().points[0].price = random.uniform() * 100;
        }
        book.preview(changed);
        random.below(3) ? book.change(changed) : book.endPreview();
    }
    }
}

} // namespace

class TestDrawingBook : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    /// However things were done: undone they are as before each, done again as after it.
    void undoAndRedoGoThroughTheSameStates()
    {
        for (quint64 seed = 1; seed <= 60; ++seed) {
            SplitMix64 random(seed);
            DrawingBook book({}, forget);
            std::vector<DrawingSet> states { stateOf(book) };
            for (int i = 0; i < 60; ++i) {
                act(book, random);
                if (stateOf(book) != states.back())
                    states.push_back(stateOf(book));
            }
            std::size_t at = states.size() - 1;
            for (int i = 0; i < 300; ++i) {
                if (random.below(2) && book.canUndo()) {
                    book.undo();
                    --at;
                } else if (book.canRedo()) {
                    book.redo();
                    ++at;
                }
                QCOMPARE(stateOf(book), states[at]);
                QCOMPARE(book.canUndo(), at > 0);
                QCOMPARE(book.canRedo(), at + 1 < states.size());
            }
        }
    }

    void stepsAreLimited()
    {
        DrawingBook book({}, forget);
        for (std::size_t i = 0; i < DrawingBook::mostSteps + 50; ++i)
            book.add({ line(double(i)) });
        std::size_t undone = 0;
        for (; book.canUndo(); ++undone)
            book.undo();
        QCOMPARE(undone, DrawingBook::mostSteps);
        QCOMPARE(book.drawings().size(), std::size_t(50));
    }

    void anActionAfterUndoForgetsWhatWasUndone()
    {
        DrawingBook book({}, forget);
        book.add({ line(1) });
        book.add({ line(2) });
        book.undo();
        book.add({ line(3) });
        QVERIFY(!book.canRedo());
        QCOMPARE(book.drawings().size(), std::size_t(2));
    }

    void idsAreUnique()
    {
        DrawingBook book({}, forget);
        const QStringList ids
            = book.add({ line(1), line(2), line(3, u"mine"_s), line(4, u"mine"_s) });
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), qsizetype(4));
        QCOMPARE(ids[2], u"mine"_s);
    }

    void whatIsGoneIsNotChanged()
    {
        DrawingBook book({}, forget);
        book.add({ line(1, u"a"_s) });
        book.remove({ u"a"_s });
        book.change({ line(2, u"a"_s) });
        QVERIFY(book.drawings().empty());
    }

    /// When an action is done, it is on the disk.
    void everyActionIsWritten()
    {
        MemoryDocuments store;
        DrawingDesk desk(store);
        SplitMix64 random(4);
        DrawingBook &book = desk.book(symbol);
        for (int i = 0; i < 200; ++i) {
            act(book, random);
            if (random.below(4) == 0)
                random.below(2) ? book.undo() : book.redo();
            const QByteArray kept = keptOf(store);
            if (!kept.isEmpty())
                QCOMPARE(drawing::setFromJson(kept)->set, stateOf(book));
        }
        DrawingDesk again(store);
        QCOMPARE(stateOf(again.book(symbol)), stateOf(book));
        QVERIFY(again.book(u"MSFT"_s).drawings().empty());
    }

    void aPreviewIsNotWritten()
    {
        MemoryDocuments store;
        DrawingDesk desk(store);
        DrawingBook &book = desk.book(symbol);
        book.add({ line(1, u"a"_s) });
        const QByteArray before = keptOf(store);
        book.preview({ line(5, u"a"_s) });
        QCOMPARE(book.drawings()[0].points[0].price, 5.0);
        QCOMPARE(keptOf(store), before);
        book.endPreview();
        QCOMPARE(book.drawings()[0].points[0].price, 1.0);
    }

    void aFullDiskLosesNothing()
    {
        MemoryDocuments store;
        DrawingDesk desk(store);
        QSignalSpy trouble(&desk, &DrawingDesk::troubleChanged);
        DrawingBook &book = desk.book(symbol);
        book.add({ line(1) });
        store.refuses = true;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be written"_s));
        book.add({ line(2) });
        QCOMPARE(book.drawings().size(), std::size_t(2)); // it stays where it was drawn
        QVERIFY(!desk.trouble().isEmpty());
        QCOMPARE(trouble.size(), qsizetype(1));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be written"_s));
        desk.writeAgain();
        QCOMPARE(trouble.size(), qsizetype(1)); // it is said once
        store.refuses = false;
        desk.writeAgain();
        QVERIFY(desk.trouble().isEmpty());
        QCOMPARE(drawing::setFromJson(keptOf(store))->set, stateOf(book));
    }

    void itIsTriedAgainByItself()
    {
        MemoryDocuments store;
        DrawingDesk desk(store);
        store.refuses = true;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be written"_s));
        desk.book(symbol).add({ line(1) });
        store.refuses = false;
        QTRY_VERIFY(desk.trouble().isEmpty());
        QVERIFY(!keptOf(store).isEmpty());
    }

    void damageIsLeftOutAndKept_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("{\"drawings\":[{");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a list") << QByteArray("[1,2]");
        QTest::newRow("no list of drawings") << QByteArray(R"({"drawings":7})");
        QTest::newRow("zeros") << QByteArray(64, '\0');
    }

    void damageIsLeftOutAndKept()
    {
        QFETCH(const QByteArray, body);
        MemoryDocuments store;
        QVERIFY(store.put(drawingsKind, { symbol, body }));
        QVERIFY(store.put(damagedKind, { symbol, "of before" }));
        DrawingDesk desk(store);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"are damaged, and left out"_s));
        DrawingBook &book = desk.book(symbol);
        QVERIFY(book.drawings().empty());
        book.add({ line(1) });
        QCOMPARE(drawing::setFromJson(keptOf(store))->set, stateOf(book));
        QCOMPARE(keptOf(store, damagedKind), QByteArray("of before"));
        QCOMPARE(keptOf(store, damagedKind, symbol + u"-2"), body);
    }

    void damageIsNotWrittenOverBeforeItIsKept()
    {
        MemoryDocuments store;
        QVERIFY(store.put(drawingsKind, { symbol, "{" }));
        DrawingDesk desk(store);
        store.refuses = true;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"are damaged, and left out"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no copy of them"_s));
        DrawingBook &book = desk.book(symbol);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be written"_s));
        book.add({ line(1) });
        QCOMPARE(keptOf(store), QByteArray("{"));
        store.refuses = false;
        desk.writeAgain();
        QCOMPARE(keptOf(store, damagedKind), QByteArray("{"));
        QCOMPARE(drawing::setFromJson(keptOf(store))->set, stateOf(book));
    }

    /// Of a newer version, or damaged alone: it is not shown, but neither is it lost.
    void entriesThatCannotBeReadAreWrittenBack()
    {
        MemoryDocuments store;
        const QJsonObject strange { { u"tool"_s, u"spaceship"_s }, { u"id"_s, u"x"_s } };
        const QJsonObject known = drawing::toJson(line(1, u"a"_s));
        const QJsonObject json { { u"drawings"_s, QJsonArray { strange, known, 7, known } },
                                 { u"version"_s, 9 } };
        QVERIFY(store.put(drawingsKind, { symbol, QJsonDocument(json).toJson() }));
        DrawingDesk desk(store);
        DrawingBook &book = desk.book(symbol);
        QCOMPARE(book.drawings(), (std::vector<Drawing> { line(1, u"a"_s) }));
        book.clear();
        const QJsonArray kept
            = QJsonDocument::fromJson(keptOf(store)).object().value(u"drawings"_s).toArray();
        QCOMPARE(kept, (QJsonArray { strange, 7, known }));
    }

    void stylesAreKept()
    {
        MemoryDocuments store;
        DrawingStyle style = drawing::usualStyle(DrawingTool::FibRetracement);
        style.levels[2].isShown = false;
        style.line.color = 0xff336699;
        {
            DrawingDesk desk(store);
            desk.setStyle(DrawingTool::FibRetracement, style);
        }
        DrawingDesk desk(store);
        QCOMPARE(desk.style(DrawingTool::FibRetracement), style);
        QCOMPARE(desk.style(DrawingTool::Ray), drawing::usualStyle(DrawingTool::Ray));
        desk.resetStyle(DrawingTool::FibRetracement);
        QCOMPARE(DrawingDesk(store).style(DrawingTool::FibRetracement),
                 drawing::usualStyle(DrawingTool::FibRetracement));
    }
};

QTEST_GUILESS_MAIN(TestDrawingBook)
#include "tst_drawingbook.moc"
