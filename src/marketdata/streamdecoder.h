#pragma once

#include "assetclass.h"
#include "feednumbers.h"
#include "instrumentnames.h"
#include "jsontree.h"
#include "marketevent.h"
#include "objectshape.h"
#include "plainfields.h"
#include "result.h"
#include "shapebook.h"
#include "structuralindex.h"

#include <QByteArrayView>

namespace tapeline {

class TreeFields;

/// Turns the service's stream frames into events (massive-api.md section 6): T Q A AM LULD NOI of
/// stocks, and what has the same meaning of options, indices (V), forex (C CA CAS), crypto (XT XQ
/// XA XAS, and the books of XL2 as whole DepthUpdates) and futures. Lives on the market thread.
///
/// What it accepts: fields in any order, numbers as integers, floats or text, c as one id or a
/// list, absent or null optional fields, unknown fields, times in any unit. Of a name that comes
/// twice the first counts. The exact text of a size (ds, dv, dav) wins over the rounded number
/// beside it. Prices are read from their text, never through a double.
///
/// Units: sizes are shares, contracts or coins as the service sends them today (decisions.md).
/// Forex quotes have no size: a side with a price has size 1. A forex bar's volume is its number of
/// quotes.
///
/// Symbols are interned in REST form: "BTC-USD" becomes "X:BTCUSD", "EUR/USD" becomes "C:EURUSD".
///
/// Three ways lead from an object to the same event. Nearly all objects have a shape seen before
/// (ShapeBook), so their values are read where it says. A new shape is read name by name. What is
/// written oddly, and what is no event, is taken apart to a tree.
class StreamDecoder
{
public:
    /// The quick ways that may be taken, each including the ones before it.
    enum class Shortcuts : quint8 { None, ByName, Expected };
    /// How many objects went each way.
    struct Ways
    {
        qint64 expected = 0;
        qint64 byName = 0;
        qint64 tree = 0;
    };

    /// symbols must outlive the decoder. market is the connection's; it matters for futures only,
    /// whose bars carry dollars in dv.
    explicit StreamDecoder(SymbolTable &symbols, AssetClass market = AssetClass::Stocks);

    /// Appends what one frame holds, in wire order. Objects of an unknown ev, and objects that lack
    /// what their event needs, are skipped and counted in out. Malformed when the frame is not a
    /// JSON array of objects: nothing of it is applied, not even a symbol interned, and the next
    /// frame decodes as if it had not come. No alignment or padding is asked of frame.
    Result<void> decode(QByteArrayView frame, EventBatch &out);

    /// For tests and measurements: the events do not depend on it.
    void setShortcuts(Shortcuts shortcuts) { m_shortcuts = shortcuts; }
    /// Since the start, objects of refused frames included.
    const Ways &ways() const { return m_ways; }

private:
    /// How far everything was before a frame.
    struct Mark;
    Mark mark(const EventBatch &out) const;
    void returnTo(const Mark &mark, EventBatch &out);

    bool readFrame(EventBatch &out);
    bool readObject(quint32 &place, EventBatch &out);
    bool readShaped(const ObjectShape &shape, quint32 brace, EventBatch &out);
    bool readTree(quint32 &place, EventBatch &out);
    bool readBook(const TreeFields &fields, EventBatch &out);
    const ObjectShape *shapeOf(quint32 brace);

    InstrumentNames m_names;
    const AssetClass m_market;
    Shortcuts m_shortcuts = Shortcuts::Expected;
    StructuralIndex m_index;
    ShapeBook m_shapes;
    ObjectShape m_shape; // of the object at hand, when it was read by name
    JsonTree m_json;
    PlainFields::Context m_plain;
    FeedNumbers m_numbers;
    Ways m_ways;
};

} // namespace tapeline
