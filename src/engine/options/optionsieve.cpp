#include "optionsieve.h"

namespace tapeline {

OptionSieve::OptionSieve()
    : m_decoder(std::make_unique<StreamDecoder>(m_symbols, AssetClass::Options))
{
}

Result<void> OptionSieve::decode(QByteArrayView frame, const SymbolTable &hub, OptionFlowFeed &flow,
                                 EventBatch &out)
{
    if (m_symbols.size() > mostSymbols)
        restart(flow);
    m_batch.clear();
    if (const Result<void> decoded = m_decoder->decode(frame, m_batch); !decoded)
        return decoded;
    for (MarketEvent &event : m_batch.events) {
        if (const auto *trade = std::get_if<Trade>(&event))
            flow.add(*trade);
        else if (const auto *quote = std::get_if<Quote>(&event))
            flow.add(*quote);
        InstrumentId &instrument
            = std::visit([](auto &value) -> InstrumentId & { return value.instrument; }, event);
        instrument = inHub(instrument, hub);
        if (instrument.isValid())
            out.events.push_back(std::move(event));
        else
            ++m_dropped;
    }
    std::ranges::move(m_batch.statuses, std::back_inserter(out.statuses));
    out.unknown += m_batch.unknown;
    out.invalid += m_batch.invalid;
    out.rounded += m_batch.rounded;
    return {};
}

/// Not valid for what the hub has never heard of.
InstrumentId OptionSieve::inHub(InstrumentId own, const SymbolTable &hub)
{
    if (own.index() >= m_hubNames.size())
        m_hubNames.resize(m_symbols.size());
    HubName &name = m_hubNames[own.index()];
    if (!name.id.isValid() && name.askedOf != hub.size())
        name = { hub.find(m_symbols.name(own)), hub.size() };
    return name.id;
}

void OptionSieve::restart(OptionFlowFeed &flow)
{
    m_symbols = {};
    m_decoder = std::make_unique<StreamDecoder>(m_symbols, AssetClass::Options);
    m_hubNames.clear();
    flow.forgetNumbers();
}

} // namespace tapeline
