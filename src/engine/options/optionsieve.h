#pragma once

#include "optionflowfeed.h"
#include "streamdecoder.h"

#include <memory>

namespace tapeline {

/// Decodes the options stream while it brings the trades of all contracts there are: what somebody
/// looks at by itself goes on to the hub, what the flow wants to the flow, and the rest is dropped
/// before anything is kept of it but its symbol. Lives on the market thread.
class OptionSieve
{
public:
    /// Symbols that are remembered; beyond that all are learnt anew.
    static constexpr std::size_t mostSymbols = 300'000;

    OptionSieve();
    Q_DISABLE_COPY_MOVE(OptionSieve)

    /// The numbers of what the flow is given.
    const SymbolTable &symbols() const { return m_symbols; }

    /// Appends to out what the hub knows the instrument of, in hub's numbers, and all statuses;
    /// hands trades and quotes to flow. Malformed as StreamDecoder::decode(): then nothing of the
    /// frame counts.
    Result<void> decode(QByteArrayView frame, const SymbolTable &hub, OptionFlowFeed &flow,
                        EventBatch &out);

    /// Events that were dropped since the last call: nobody looked at them by themselves.
    qint64 takeDropped() { return std::exchange(m_dropped, 0); }

private:
    /// What the hub calls an instrument, and how many it knew when it was asked.
    struct HubName
    {
        InstrumentId id;
        std::size_t askedOf = 0;
    };

    InstrumentId inHub(InstrumentId own, const SymbolTable &hub);
    void restart(OptionFlowFeed &flow);

    SymbolTable m_symbols;
    std::unique_ptr<StreamDecoder> m_decoder;
    EventBatch m_batch;
    std::vector<HubName> m_hubNames; ///< by own number
    qint64 m_dropped = 0;
};

} // namespace tapeline
