#include "bookdesk.h"

#include "symbology.h"

#include <algorithm>

namespace tapeline {

namespace {

/// A book as it stands, as its venue would send it.
DepthUpdate wholeOf(const SequencedBook &book, quint16 venue)
{
    DepthUpdate whole;
    whole.isSnapshot = true;
    whole.exchange = venue;
    whole.time = book.time();
    whole.firstId = whole.lastId = book.lastId();
    whole.bids.assign(book.bids().begin(), book.bids().end());
    whole.asks.assign(book.asks().begin(), book.asks().end());
    return whole;
}

} // namespace

void BookDesk::open(quint64 id, const QString &symbol, Duration columnLength)
{
    if (m_context.hasSource())
        feed(m_context.hub->symbols().intern(symbol)); // else the new one would see them twice
    Book &book = m_books[id];
    book.symbol = symbol;
    begin(book, id, columnLength);
}

void BookDesk::begin(Book &book, quint64 id, Duration columnLength)
{
    const AssetClass assetClass = symbology::classify(book.symbol).value_or(AssetClass::Stocks);
    book.feed = std::make_unique<BookFeed>(id, assetClass, columnLength);
    if (!m_context.hasSource())
        return;
    book.instrument = m_context.hub->symbols().intern(book.symbol);
    noteInterest(book.instrument);
    const InstrumentState &state = m_context.hub->state(book.instrument);
    if (state.hasQuote)
        book.feed->addQuotes({ &state.quote, 1 });
    book.feed->addPrints(std::vector(state.recent.begin(), state.recent.end()));
    if (state.book->depth.isValid()) {
        const DepthUpdate whole = wholeOf(state.book->depth, *state.book->depthVenue);
        book.feed->addDepth({ &whole, 1 });
    }
}

void BookDesk::noteInterest(InstrumentId instrument)
{
    m_context.hub->setBookInterest(
        instrument, int(std::ranges::count_if(m_books, [instrument](const auto &entry) {
            return entry.second.instrument == instrument;
        })));
}

QString BookDesk::close(quint64 id)
{
    const auto own = m_books.find(id);
    if (own == m_books.end())
        return {};
    const Book closed = std::move(own->second);
    m_books.erase(own);
    if (m_context.hasSource())
        noteInterest(closed.instrument);
    return closed.symbol;
}

QStringList BookDesk::symbols() const
{
    QStringList symbols;
    for (const auto &[id, book] : m_books)
        symbols << book.symbol;
    return symbols;
}

void BookDesk::reset()
{
    for (auto &[id, book] : m_books)
        book.instrument = {}; // of the old source
    for (auto &[id, book] : m_books)
        begin(book, id, book.feed->columnLength());
}

void BookDesk::noteGap()
{
    for (auto &[id, book] : m_books) {
        feed(book.instrument);
        book.feed->noteGap();
    }
}

void BookDesk::feed(InstrumentId instrument)
{
    InstrumentState &state = m_context.hub->state(instrument);
    if (!state.book || state.book->isEmpty())
        return;
    for (auto &[id, book] : m_books) {
        if (book.instrument != instrument)
            continue;
        book.feed->addQuotes(state.book->quotes);
        book.feed->addPrints(state.book->prints);
        book.feed->addDepth(state.book->depths);
    }
    state.book->clear();
}

std::vector<BookUpdate> BookDesk::take()
{
    std::vector<BookUpdate> updates;
    for (auto &[id, book] : m_books)
        if (book.feed->isDirty())
            updates.push_back(book.feed->take());
    return updates;
}

} // namespace tapeline
