#include "bulkdownload.h"

#include "marketcontext.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Where the plan has no limit; the service is not to be flooded either.
constexpr std::size_t symbolsAtOnce = 4;

/// Asking again cannot help.
bool isFinal(Error::Code reason)
{
    return RetryWait::isFinal(reason) || reason == Error::Code::Rejected
        || reason == Error::Code::Malformed || reason == Error::Code::InvalidArgument;
}

bool isUnderWay(const DownloadStatus &status)
{
    return status.state == DownloadStatus::State::Running;
}

} // namespace

BulkDownload::BulkDownload(MarketContext &context, BarHistory &history, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_history(history)
{
    connect(&history, &BarHistory::notKept, this, &BulkDownload::onNotKept);
}

void BulkDownload::reset()
{
    m_downloads.clear(); // their wishes went with the history's
    m_origin = m_context.source.cacheOrigin();
    emit changed();
}

void BulkDownload::onTimeKnown()
{
    if (!m_store || !m_context.hasRest())
        return;
    m_store->run(
        this, [](CacheDatabase &cache) { return cache.downloads(); },
        [this, origin = m_origin](const Result<std::vector<DownloadStatus>> &kept) {
            if (!kept || origin != m_origin)
                return;
            for (const DownloadStatus &status : *kept)
                if (status.order.origin == m_origin && !m_downloads.contains(status.order.id))
                    take(status);
            pump();
        });
}

void BulkDownload::start(const DownloadOrder &wanted)
{
    DownloadOrder order = wanted;
    order.origin = m_origin;
    order.symbols.removeDuplicates();
    if (!m_store || !m_context.hasRest()) {
        emit refused(u"There is nowhere to keep a download: the cache is switched off, or a "
                     "recording is played."_s);
        return;
    }
    m_store->run(
        this, [order](CacheDatabase &cache) { return cache.addDownload(order); },
        [this, order](const Result<quint64> &id) {
            if (!id) {
                emit refused(id.error().detail);
                return;
            }
            DownloadStatus status;
            status.order = order;
            status.order.id = *id;
            if (order.origin == m_origin)
                take(status);
            pump();
        });
}

void BulkDownload::take(const DownloadStatus &status)
{
    Download download;
    download.status = status;
    if (status.state != DownloadStatus::State::Done)
        download.shares = sharesOf(status.order);
    m_downloads.insert_or_assign(status.order.id, std::move(download));
    emit changed();
}

std::vector<BulkDownload::Share> BulkDownload::sharesOf(const DownloadOrder &order) const
{
    std::vector<Share> shares;
    for (const QString &symbol : order.symbols) {
        BarQuery query { symbol, order.timeframe, order.adjusted, order.range };
        // What the plan does not see yet would be refused, and all of its portion with it
        query.range.to = std::min(query.range.to, m_context.viewNow(symbology::classOf(symbol)));
        Share share;
        share.symbol = symbol;
        share.portions = m_history.portions(query);
        share.all = share.portions.size();
        shares.push_back(std::move(share));
    }
    return shares;
}

BulkDownload::Download *BulkDownload::find(quint64 id)
{
    const auto entry = m_downloads.find(id);
    return entry == m_downloads.end() ? nullptr : &entry->second;
}

void BulkDownload::pause(quint64 id)
{
    Download *download = find(id);
    if (!download || !isUnderWay(download->status))
        return;
    stop(*download);
    download->status.state = DownloadStatus::State::Paused;
    note(*download);
}

void BulkDownload::resume(quint64 id)
{
    Download *download = find(id);
    if (!download || isUnderWay(download->status)
        || download->status.state == DownloadStatus::State::Done)
        return;
    download->status.state = DownloadStatus::State::Running;
    download->status.detail.clear();
    download->shares = sharesOf(download->status.order);
    note(*download);
    pump();
}

void BulkDownload::cancel(quint64 id)
{
    Download *download = find(id);
    if (!download)
        return;
    stop(*download);
    m_downloads.erase(id);
    m_store->run(
        this, [id](CacheDatabase &cache) { return cache.removeDownload(id); },
        [](const Result<void> &) {});
    emit changed();
    pump();
}

void BulkDownload::stop(Download &download)
{
    for (Share &share : download.shares) {
        m_history.cancel(std::exchange(share.wish, 0));
        share.retry.settle();
    }
}

/// A full disk, or a cache that was switched off: going on would spend requests for nothing.
void BulkDownload::onNotKept(const QString &reason)
{
    for (auto &[id, download] : m_downloads) {
        if (!isUnderWay(download.status))
            continue;
        stop(download);
        download.status.state = DownloadStatus::State::Failed;
        download.status.detail = reason;
        note(download);
    }
}

void BulkDownload::tick()
{
    for (auto &[id, download] : m_downloads)
        for (Share &share : download.shares)
            if (share.retry.takeDue(m_context.wall.monotonic()))
                ask(download, share);
}

std::size_t BulkDownload::atOnce() const
{
    return m_context.isScarce(AssetClass::Stocks) ? 1 : symbolsAtOnce;
}

/// The first downloads first, and of each the first symbols.
void BulkDownload::pump()
{
    std::size_t busy = 0;
    for (auto &[id, download] : m_downloads) {
        if (!isUnderWay(download.status))
            continue;
        for (Share &share : download.shares) {
            if (busy == atOnce())
                return;
            if (share.isOver() || share.retry.isWaiting())
                continue;
            ++busy;
            if (share.wish == 0)
                ask(download, share);
        }
    }
}

void BulkDownload::ask(Download &download, Share &share)
{
    const quint64 id = download.status.order.id;
    BarHistory::Wish wish;
    wish.query = share.portions.back();
    wish.priority = RestPriority::Background;
    wish.purpose = RestPurpose::Download;
    wish.chosenOnly = true;
    wish.onPart = [this, id](BarHistory::Part &&part) {
        if (Download *own = find(id); own && !part.kept)
            own->status.bars += qint64(part.bars.size());
    };
    wish.onDone = [this, id, symbol = share.symbol](const BarHistory::Outcome &outcome) {
        onPortion(id, symbol, outcome);
    };
    download.status.detail = share.symbol;
    share.wish = m_history.ask(std::move(wish));
}

void BulkDownload::onPortion(quint64 id, const QString &symbol, const BarHistory::Outcome &outcome)
{
    Download *download = find(id);
    if (!download)
        return;
    const auto share = std::ranges::find(download->shares, symbol, &Share::symbol);
    share->wish = 0;
    if (outcome.missing.empty()) {
        share->retry.settle();
        share->portions.pop_back();
    } else if (isFinal(outcome.error.code)) {
        share->refused = true; // what is older is refused as well
        download->status.detail = u"%1: %2"_s.arg(symbol, outcome.error.detail);
    } else {
        share->retry.fail(outcome.error.code, m_context.wall.monotonic());
        download->status.detail = u"%1: %2"_s.arg(symbol, outcome.error.detail);
    }
    measure(*download);
    note(*download);
    pump();
}

void BulkDownload::measure(Download &download)
{
    std::size_t all = 0;
    std::size_t left = 0;
    int done = 0;
    std::size_t over = 0;
    for (const Share &share : download.shares) {
        all += share.all;
        left += share.portions.size();
        done += share.portions.empty();
        over += share.isOver();
    }
    DownloadStatus &status = download.status;
    status.symbolsDone = done;
    status.progress = all > 0 ? double(all - left) / double(all) : 1;
    if (over == download.shares.size())
        status.state = left == 0 ? DownloadStatus::State::Done : DownloadStatus::State::Failed;
}

void BulkDownload::note(const Download &download)
{
    m_store->run(
        this,
        [status = download.status](CacheDatabase &cache) { return cache.updateDownload(status); },
        [](const Result<void> &) {});
    emit changed();
}

std::vector<DownloadStatus> BulkDownload::statuses() const
{
    std::vector<DownloadStatus> found;
    for (const auto &[id, download] : m_downloads)
        found.push_back(download.status);
    return found;
}

} // namespace tapeline
