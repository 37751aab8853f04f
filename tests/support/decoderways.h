#pragma once

#include "domreference.h"
#include "streamdecoder.h"

#include <array>
#include <memory>
#include <string>

namespace tapeline::test {

/// The same frames through every way that StreamDecoder knows, and through a reading that is not
/// its own. Serves the differential test and the fuzzer.
class DecoderWays
{
public:
    explicit DecoderWays(AssetClass market = AssetClass::Stocks)
        : m_reference(market == AssetClass::Futures)
    {
        using enum StreamDecoder::Shortcuts;
        for (std::size_t i = 0; i < m_readers.size(); ++i) {
            m_readers[i] = std::make_unique<Reader>(market);
            m_readers[i]->decoder.setShortcuts(std::array { None, ByName, Expected }[i]);
        }
    }

    /// Empty, or what the ways disagree about.
    std::string take(std::string_view frame)
    {
        // In a place of its own, so that a byte read beyond it is seen by a sanitizer
        const std::unique_ptr<char[]> copy(new char[frame.size()]);
        std::copy(frame.begin(), frame.end(), copy.get());
        const std::string_view alone(copy.get(), frame.size());
        for (const auto &reader : m_readers)
            reader->take(alone);
        for (std::size_t i = 1; i < m_readers.size(); ++i) {
            const std::string difference = m_readers[i]->differenceFrom(*m_readers[0]);
            if (!difference.empty())
                return "way " + std::to_string(i) + ": " + difference;
        }
        return m_readers[0]->differenceFrom(m_reference, alone);
    }

    const StreamDecoder::Ways &ways() const { return m_readers.back()->decoder.ways(); }
    const EventBatch &batch() const { return m_readers.back()->batch; }
    bool wasRefused() const { return m_readers.back()->refused; }

private:
    struct Reader
    {
        explicit Reader(AssetClass market)
            : decoder(symbols, market)
        {
        }

        void take(std::string_view frame)
        {
            batch.clear();
            symbolsBefore = symbols.size();
            refused = !decoder.decode(
                QByteArrayView(frame.data(), static_cast<qsizetype>(frame.size())), batch);
        }

        std::string differenceFrom(const Reader &other) const
        {
            if (refused != other.refused)
                return "one refuses the frame";
            if (refused
                && (symbols.size() != symbolsBefore || !batch.events.empty()
                    || !batch.depths.empty()))
                return "a refused frame left something";
            if (batch.unknown != other.batch.unknown || batch.invalid != other.batch.invalid
                || batch.rounded != other.batch.rounded)
                return "counts";
            if (batch.statuses != other.batch.statuses)
                return "statuses";
            if (batch.events != other.batch.events)
                return "events";
            if (batch.depths != other.batch.depths)
                return "books";
            if (symbols.size() != other.symbols.size())
                return "number of symbols";
            for (std::size_t i = symbolsBefore; i < symbols.size(); ++i) {
                const InstrumentId id(static_cast<quint32>(i));
                if (symbols.name(id) != other.symbols.name(id))
                    return "order of symbols";
            }
            return {};
        }

        std::string differenceFrom(DomReference &reference, std::string_view frame) const
        {
            DomReference::Frame expected;
            const DomReference::Verdict verdict = reference.read(frame, expected);
            if (verdict == DomReference::Verdict::Unsure)
                return {};
            if (refused != (verdict == DomReference::Verdict::Malformed))
                return "the reference sees another verdict";
            if (refused)
                return {};
            if (batch.unknown != expected.unknown || batch.invalid != expected.invalid)
                return "the reference counts otherwise";
            if (batch.events.size() != expected.events.size()
                || batch.depths.size() != expected.books.size()
                || batch.statuses.size() != expected.statuses.size())
                return "the reference sees another number of events";
            for (std::size_t i = 0; i < batch.events.size(); ++i) {
                if (!agree(factsOf(batch.events[i], symbols), expected.events[i]))
                    return "the reference reads event " + std::to_string(i) + " otherwise";
            }
            for (std::size_t i = 0; i < batch.depths.size(); ++i) {
                if (!agree(factsOf(batch.depths[i], symbols), expected.books[i]))
                    return "the reference reads book " + std::to_string(i) + " otherwise";
            }
            for (std::size_t i = 0; i < batch.statuses.size(); ++i) {
                if (batch.statuses[i].status.toStdString() != expected.statuses[i].first
                    || batch.statuses[i].message.toStdString() != expected.statuses[i].second)
                    return "the reference reads a status otherwise";
            }
            return {};
        }

        SymbolTable symbols;
        StreamDecoder decoder;
        EventBatch batch;
        std::size_t symbolsBefore = 0;
        bool refused = false;
    };

    std::array<std::unique_ptr<Reader>, 3> m_readers;
    DomReference m_reference;
};

} // namespace tapeline::test
