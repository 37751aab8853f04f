#include "tickdownload.h"

#include "massiveticks.h"
#include "ticksdecoder.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

TickDownload::TickDownload(MarketContext &context, const Wanted &wanted, std::function<void()> done)
    : m_context(context)
    , m_wanted(wanted)
    , m_done(std::move(done))
    , m_ticks(std::make_shared<FetchedTicks>())
{
    m_ticks->from = wanted.from;
    m_ticks->until = wanted.until;
    askTrades({});
}

TickDownload::~TickDownload()
{
    m_context.requests.cancel(m_request);
}

/// nextUrl: of a page that is not the first.
void TickDownload::ask(const BarSource::Question &first, const QString &nextUrl,
                       std::function<void(const RestReply &)> handler)
{
    const bool isFirst = nextUrl.isEmpty();
    m_request = m_context.requests.ask(
        isFirst ? first.path : nextUrl, isFirst ? first.query : QUrlQuery(),
        { RestPriority::OnScreen, RestPurpose::Ticks, m_wanted.symbol },
        [this, handler = std::move(handler)](const RestReply &reply) {
            m_request = 0;
            handler(reply);
        });
}

void TickDownload::askTrades(const QString &nextUrl)
{
    ask(massiveticks::trades(m_wanted.symbol, { m_wanted.from, m_wanted.until },
                             massiveticks::Order::NewestFirst, rowsPerPage),
        nextUrl, [this](const RestReply &reply) { onTrades(reply); });
}

void TickDownload::onTrades(const RestReply &reply)
{
    Result<TradesPage> page = m_context.read(
        reply, [this](QByteArrayView body) { return decodeTrades(body, m_wanted.instrument); });
    if (!page)
        return endTrades(false);
    m_ticks->trades.addOlder(std::move(page->trades));
    if (!page->nextUrl.isEmpty() && ++m_pages < mostPages)
        return askTrades(page->nextUrl);
    endTrades(page->nextUrl.isEmpty());
}

/// complete: all there are. What came before a page failed is whole after its oldest.
void TickDownload::endTrades(bool complete)
{
    if (!complete && m_ticks->trades.isEmpty())
        return finish(false);
    if (!complete)
        m_ticks->from = m_ticks->trades.oldest().time + Duration(1);
    m_pages = 0;
    if (m_wanted.quotes)
        askQuotes({});
    else
        finish(true);
}

void TickDownload::askQuotes(const QString &nextUrl)
{
    ask(massiveticks::quotes(m_wanted.symbol, { m_ticks->from, m_wanted.until },
                             massiveticks::Order::NewestFirst, rowsPerPage),
        nextUrl, [this](const RestReply &reply) { onQuotes(reply); });
}

void TickDownload::onQuotes(const RestReply &reply)
{
    Result<QuotesPage> page = m_context.read(
        reply, [this](QByteArrayView body) { return decodeQuotes(body, m_wanted.instrument); });
    if (!page)
        return endQuotes(false);
    m_ticks->quotes.addOlder(std::move(page->quotes));
    if (!page->nextUrl.isEmpty() && ++m_pages < mostPages)
        return askQuotes(page->nextUrl);
    endQuotes(page->nextUrl.isEmpty());
}

void TickDownload::endQuotes(bool complete)
{
    if (!complete && m_ticks->quotes.isEmpty())
        return finish(false);
    if (!complete)
        m_ticks->from = std::max(m_ticks->from, m_ticks->quotes.oldest().time + Duration(1));
    finish(true);
}

void TickDownload::finish(bool usable)
{
    if (!usable)
        m_ticks.reset();
    m_isDone = true;
    m_done();
}

} // namespace tapeline
