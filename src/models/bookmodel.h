#pragma once

#include "bookupdate.h"
#include "flowupdate.h"
#include "ringbuffer.h"

#include <QObject>

#include <deque>
#include <optional>
#include <span>

namespace tapeline {

/// What is known of one symbol's order book: what rests now, what rested before, the trades, and
/// what was traded at each price today. Rows are of one or several price steps together.
class BookModel : public QObject
{
    Q_OBJECT

public:
    /// The oldest go.
    static constexpr std::size_t mostColumns = 4'096;
    static constexpr std::size_t mostPrints = 20'000;

    using QObject::QObject;

    void apply(const BookUpdate &update);
    /// Of the whole day: its last bar is today's.
    void applyTraded(const FlowUpdate &update);
    /// Another symbol, or nothing: all is forgotten but how rows are grouped.
    void clear();

    /// What the numbers of venues mean.
    void setAssetClass(AssetClass assetClass) { m_assetClass = assetClass; }
    AssetClass assetClass() const { return m_assetClass; }

    BookKind kind() const { return m_now.kind; }
    /// Changes are missing: the book is as it was before.
    bool isBroken() const { return m_now.isBroken; }
    const Quote &best() const { return m_now.best; }
    /// The newest best quotes of each venue, where they are told apart; those that are silent for
    /// so long that they do not count by themselves.
    std::span<const Quote> venues() const { return m_now.venues; }
    std::span<const Quote> silentVenues() const { return m_now.silentVenues; }
    /// Of the newest event.
    Timestamp time() const { return m_now.time; }

    /// prices: how many price steps a row is, from 1; BookOptions::suitingGroup for as many as suit
    /// the first price that comes.
    void setGroup(int prices);
    /// As it is now; 1 where it is to suit the price and none is known.
    int group() const { return m_group; }
    /// Of the rows below.
    PriceGrid grid() const;
    /// Of the columns: a row a price step.
    PriceGrid fineGrid() const { return m_now.grid; }
    qint64 rowOf(Price price) const { return grid().rowOf(price); }
    /// A row of the columns in rows as they are grouped.
    qint64 grouped(qint64 row) const;
    /// In the middle between the best prices, or at the one there is, or at the last trade; nothing
    /// while there is none of them.
    std::optional<qint64> middleRow() const;

    /// Null where nothing is known to rest.
    const RestingRow *resting(qint64 row) const;
    std::span<const RestingRow> resting() const { return m_resting; }
    /// Null where nothing was traded today.
    const FlowRow *traded(qint64 row) const { return m_traded.find(row); }
    const FlowRows &traded() const { return m_traded; }
    /// Of all rows.
    Qty tradedVolume() const { return m_tradedVolume; }
    /// Since when trades are in traded(); nothing while there are none.
    std::optional<Timestamp> tradedSince() const { return m_tradedSince; }

    Duration columnLength() const { return m_now.columnLength; }
    /// A time in columns since the epoch; 0 while columns have no length.
    qint64 columnOf(Timestamp time) const;
    /// What rested before, ascending, the last one still forming. Their rows are not grouped.
    const std::deque<BookColumn> &columns() const { return m_columns; }
    /// Until before which column of time the state of columns()[at] is known to have rested: the
    /// next one's, or the end of its own where a gap follows; the farthest there is for the last
    /// one of a book that is whole.
    qint64 heldUntil(std::size_t at) const;
    /// What rested in a column of time; null where that is not known.
    const BookColumn *stateAt(qint64 column) const;
    /// Oldest first.
    const RingBuffer<BookPrint> &prints() const { return m_prints; }
    /// Grows whenever columns other than the last ones are different: what was drawn of them is
    /// void.
    quint64 history() const { return m_history; }

signals:
    void changed();
    /// Columns and prints were forgotten: what follows may be of another time.
    void restarted();

private:
    void takeColumns(const std::vector<BookColumn> &columns);
    void suitGroup();
    void regroup();
    void regroupTraded();

    AssetClass m_assetClass = AssetClass::Stocks;
    int m_wantedGroup = 1;
    int m_group = 1;
    bool m_groupSuits = false; ///< the price, as far as it is wanted to
    BookUpdate m_now; // without columns and prints
    std::vector<RestingRow> m_resting;
    std::deque<BookColumn> m_columns;
    RingBuffer<BookPrint> m_prints;
    quint64 m_history = 0;

    FlowRows m_tradedFine; // of m_tradedGrid
    PriceGrid m_tradedGrid;
    FlowRows m_traded;
    Qty m_tradedVolume;
    std::optional<Timestamp> m_tradedSince;
    Timestamp m_tradedDay {};
};

} // namespace tapeline
