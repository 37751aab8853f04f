#pragma once

#include "depthrecording.h"
#include "replayframes.h"
#include "sequencedbook.h"

namespace tapeline {

/// A recording with depth as the frames that the service's stream would have sent: XT for a trade,
/// XQ for a best quote, and for every change of a book that counts by SequencedBook's rules XL2
/// with the whole book, up to mostLevels a side.
///
/// Changes that are held, old or ignored make no frame. Where changes are missing, one XL2 without
/// any level says that the book is not known from here on, and the next comes when it is whole
/// again. A best quote without sizes (Coinbase) takes those that the book has at its prices.
///
/// A line that is none of such a recording ends it: what it said about a book would be missing.
class DepthFrames : public ReplayFrames
{
public:
    static constexpr std::size_t mostLevels = 1'000;

    /// first: the line of the file that was read already.
    DepthFrames(LineReader lines, std::string_view first);

    bool next(ReplayFrame &frame) override;
    Result<void> status() const override { return m_recording.status(); }

private:
    /// One pair of the recording.
    struct Pair
    {
        std::string name; ///< as the stream writes it, ready for JSON
        SequencedBook book;
        bool isKnown = false; ///< what was sent last of the book had levels or might have
    };

    Pair &pairOf(InstrumentId instrument);
    bool write(ReplayFrame &frame);
    bool writeBook(const DepthUpdate &update, ReplayFrame &frame);
    void writeTrade(const Trade &trade);
    void writeQuote(const Quote &quote);

    SymbolTable m_symbols;
    DepthRecording m_recording;
    DepthRecord m_record;
    std::map<InstrumentId, Pair> m_pairs;
    std::string m_text;
};

} // namespace tapeline
