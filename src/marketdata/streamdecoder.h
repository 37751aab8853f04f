#pragma once

#include "assetclass.h"
#include "feednumbers.h"
#include "jsontree.h"
#include "marketevent.h"
#include "result.h"
#include "symboltable.h"

#include <QByteArrayView>

#include <vector>

namespace tapeline {

class StreamFields;

/// Turns the service's stream frames into events (massive-api.md section 6): T Q A AM LULD NOI of
/// stocks, and what has the same meaning of options, indices (V), forex (C CA CAS), crypto (XT XQ
/// XA XAS) and futures. Lives on the market thread.
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
class StreamDecoder
{
public:
    /// symbols must outlive the decoder. market is the connection's; it matters for futures only,
    /// whose bars carry dollars in dv.
    explicit StreamDecoder(SymbolTable &symbols, AssetClass market = AssetClass::Stocks);

    /// Appends what one frame holds, in wire order. Objects of an unknown ev, and objects that lack
    /// what their event needs, are skipped and counted in out. Malformed when the frame is not a
    /// JSON array of objects: nothing of it is applied, not even a symbol interned, and the next
    /// frame decodes as if it had not come. No alignment or padding is asked of frame.
    Result<void> decode(QByteArrayView frame, EventBatch &out);

private:
    /// Names of currency pairs as the stream writes them, with the instrument each stands for.
    struct PairNames
    {
        SymbolTable names;
        std::vector<InstrumentId> instruments; // by the name's id
    };

    void decodeObject(JsonValue object, EventBatch &out);
    bool decodeEvent(std::string_view event, const StreamFields &fields, EventBatch &out);

    bool addTrade(const StreamFields &fields, InstrumentId instrument, EventBatch &out);
    bool addQuote(const StreamFields &fields, InstrumentId instrument, EventBatch &out);
    bool addForexQuote(const StreamFields &fields, InstrumentId instrument, EventBatch &out);
    bool addAggregate(const StreamFields &fields, InstrumentId instrument, TimeUnit unit,
                      EventBatch &out);
    bool addBands(const StreamFields &fields, EventBatch &out);
    bool addImbalance(const StreamFields &fields, EventBatch &out);
    bool addIndexValue(const StreamFields &fields, EventBatch &out);

    InstrumentId symbolOf(const StreamFields &fields);
    InstrumentId pairOf(JsonValue name, AssetClass assetClass);
    bool carriesDollarVolume(const StreamFields &fields) const;

    SymbolTable &m_symbols;
    const AssetClass m_market;
    PairNames m_forexPairs;
    PairNames m_cryptoPairs;
    JsonTree m_json;
    FeedNumbers m_numbers;
};

} // namespace tapeline
