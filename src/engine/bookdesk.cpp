#include "bookdesk.h"

#include "pricestep.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

namespace {

/// What is in force, oldest first: of crypto the quote of each venue.
std::vector<Quote> quotesOf(const InstrumentState &state)
{
    std::vector<Quote> quotes = state.book->venues.all();
    std::ranges::stable_sort(quotes, {}, &Quote::time);
    if (quotes.empty() && state.hasQuote)
        quotes.push_back(state.quote);
    return quotes;
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
    const AssetClass assetClass = symbology::classOf(book.symbol);
    book.feed = std::make_unique<BookFeed>(id, assetClass, columnLength, priceStepOf(book.symbol));
    if (!m_context.hasSource())
        return;
    book.instrument = m_context.hub->symbols().intern(book.symbol);
    noteInterest(book.instrument);
    const InstrumentState &state = m_context.hub->state(book.instrument);
    book.feed->addQuotes(quotesOf(state));
    book.feed->addPrints(std::vector(state.recent.begin(), state.recent.end()));
    if (state.book->depthVenue)
        book.feed->beginDepth(state.book->depth, *state.book->depthVenue, state.book->depthTime);
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

void BookDesk::noteGap(AssetClass stream)
{
    for (auto &[id, book] : m_books) {
        if (!m_context.streams.carries(stream, symbology::classOf(book.symbol)))
            continue;
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
    for (auto &[id, book] : m_books) {
        if (m_context.hasSource())
            book.feed->passTime(m_context.newestEvent(symbology::classOf(book.symbol)));
        if (book.feed->isDirty())
            updates.push_back(book.feed->take());
    }
    return updates;
}

} // namespace tapeline
