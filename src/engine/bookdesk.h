#pragma once

#include "bookfeed.h"
#include "marketcontext.h"

#include <map>
#include <memory>

namespace tapeline {

/// The order books that views show: hands them the quotes, prints and depth of their symbols.
/// Books of the past cannot be had: the newest quote (of crypto: of each venue), the depth as
/// it stands and the prints that are kept of the tape are their beginning. Lives on the market
/// thread.
class BookDesk
{
public:
    explicit BookDesk(MarketContext &context)
        : m_context(context)
    {
    }

    void open(quint64 id, const QString &symbol, Duration columnLength);
    /// The symbol it was of; empty when there was none.
    QString close(quint64 id);
    /// One of each that is open.
    QStringList symbols() const;

    /// A new source: empty books, of the same symbols.
    void reset();
    /// Something of the stream of a market is missing after what the hub has so far.
    void noteGap(AssetClass stream);
    /// What came of an instrument.
    void feed(InstrumentId instrument);
    std::vector<BookUpdate> take();

private:
    struct Book
    {
        QString symbol;
        InstrumentId instrument;
        std::unique_ptr<BookFeed> feed;
    };

    void begin(Book &book, quint64 id, Duration columnLength);
    void noteInterest(InstrumentId instrument);

    MarketContext &m_context;
    std::map<quint64, Book> m_books;
};

} // namespace tapeline
