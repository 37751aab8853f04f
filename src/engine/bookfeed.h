#pragma once

#include "bookupdate.h"
#include "marketsnapshot.h"
#include "quotepressure.h"
#include "sequencedbook.h"
#include "venuequotes.h"

#include <optional>
#include <span>

namespace tapeline {

/// The order book of one symbol over time, for one view: what rests, in columns of market time, and
/// the trades in it. Asks nobody, and what comes of a stream does not depend on how it is cut.
///
/// A column is there when something changed within it. Time does not run backwards: a late event
/// counts in the newest column. The levels of depth count once there is a whole book of them;
/// before, quotes do: the best of the whole market, or for crypto those of each venue. Rows are
/// chosen by the first prices; where those mislead, columns begin anew with others.
class BookFeed
{
public:
    /// Of depth, the levels of each side that are shown, nearest first.
    static constexpr std::size_t mostLevels = 200;

    /// columnLength: a millisecond at least.
    /// priceStep: the height of its rows; 0: what its prices tell.
    BookFeed(quint64 id, AssetClass assetClass, Duration columnLength, Price priceStep = {});

    quint64 id() const { return m_id; }
    Duration columnLength() const { return m_columnLength; }

    /// In the order in which they came. Quotes and depth may come in any order among each other
    /// and the prints, which have the quote that was in force with them.
    void addQuotes(std::span<const Quote> quotes);
    void addPrints(std::span<const TapePrint> prints);
    /// Of one venue; another one's whole book takes its place. One without any level says that it
    /// is not known.
    void addDepth(std::span<const DepthUpdate> updates);
    /// The depth of a venue as it is known so far; time: of its newest update.
    void beginDepth(const SequencedBook &depth, quint16 venue, Timestamp time);
    /// Something of the stream is missing after what came so far.
    void noteGap();
    /// The newest event of all symbols is of then: who was silent for too long does not count.
    void passTime(Timestamp market);

    bool isDirty() const { return m_dirty; }
    BookUpdate take();

private:
    void addQuote(const Quote &quote);
    void addUpdate(const DepthUpdate &update);
    bool followVenue(const DepthUpdate &update);
    bool applyUpdate(const DepthUpdate &update);
    void breakOff();
    void becomeDepth();
    Quote bestLevels() const;
    bool isBroken(Timestamp now) const;

    bool suitRows(const Quote &quote);
    void suitRows(const DepthUpdate &update);
    bool takeGrid(PriceGrid grid);
    std::vector<Price> nearestPrices() const;
    void beginAnew();

    void fallSilent(Timestamp time);
    void passTo(Timestamp time);
    void noteChange();
    void complete(BookColumn &column, Timestamp clock) const;
    std::vector<RestingRow> resting(Timestamp now) const;
    std::optional<Timestamp> nextSilence(Timestamp now) const;

    bool counts(const Trade &trade) const;
    int sideOf(const TapePrint &print) const;

    const quint64 m_id;
    const AssetClass m_assetClass;
    const Duration m_columnLength;
    const Price m_priceStep;

    BookKind m_kind = BookKind::None;
    PriceGrid m_grid;
    Price m_gridPrice; ///< by which the rows of quotes were chosen
    bool m_gridIsFirm = false; ///< by both sides of a quote
    Quote m_best; ///< at m_clock
    VenueQuotes m_venues;
    bool m_quotesMissing = false; ///< since the newest of them
    SequencedBook m_depth;
    quint16 m_depthVenue = 0;
    Timestamp m_depthTime {}; ///< of its newest update, also of one that does not count yet
    bool m_depthMissing = false; ///< perhaps; its next number tells
    bool m_awaitsWhole = false; ///< changes of the depth may be missing that no number tells
    OrderFlowImbalance m_imbalance; ///< of the column, from the last gap in it on

    Timestamp m_time {}; ///< of the newest event
    Timestamp m_market {}; ///< as passTime() was told
    std::optional<Timestamp> m_silence; ///< when the next one counts as silent, as of take()
    Timestamp m_clock {}; ///< of the newest that can make a column
    std::optional<BookColumn> m_column; ///< the newest; rows and best prices when completed
    bool m_columnChanged = false; ///< since take()
    bool m_gapAhead = false;

    std::vector<BookColumn> m_columns; ///< older ones that were not taken
    std::vector<BookPrint> m_prints;
    std::vector<BookPrint> m_taken; ///< for when columns begin anew
    bool m_reset = true;
    bool m_dirty = true;
};

} // namespace tapeline
