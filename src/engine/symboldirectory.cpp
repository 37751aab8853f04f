#include "symboldirectory.h"

#include "futuresproducts.h"
#include "markethours.h"
#include "restdecoder.h"
#include "symbology.h"

#include <QCborArray>
#include <QCborValue>

#include <algorithm>
#include <utility>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Duration directoryHolds = 72h;
const QString rowsPerPage = u"1000"_s;

/// As the service calls the markets of its list; the name of what is kept, too.
QString marketName(AssetClass assetClass)
{
    return assetClass == AssetClass::Forex ? u"fx"_s : streamMarket(assetClass);
}

QByteArray bodyOf(const std::vector<DirectoryEntry> &directory)
{
    QCborArray entries;
    for (const DirectoryEntry &entry : directory)
        entries.append(QCborArray { entry.symbol, entry.name });
    return QCborValue(entries).toCbor();
}

std::vector<DirectoryEntry> directoryFrom(const QByteArray &body, AssetClass assetClass)
{
    std::vector<DirectoryEntry> directory;
    for (const QCborValue &entry : QCborValue::fromCbor(body).toArray())
        if (const QString symbol = entry[0].toString(); !symbol.isEmpty())
            directory.push_back({ symbol, entry[1].toString(), assetClass });
    return directory;
}

struct DirectoryPage
{
    std::vector<DirectoryEntry> entries;
    QString nextUrl;
};

/// Only contracts, and by the name of the product where it is better known.
QString futuresName(const FuturesContract &contract)
{
    const Result<symbology::FutureContract> parsed = symbology::parseFuture(contract.symbol);
    const auto product = parsed ? futuresProduct(parsed->root) : std::nullopt;
    if (!product)
        return contract.name;
    const QString name = QString::fromLatin1(product->name.data(), qsizetype(product->name.size()));
    return contract.lastTrade.isValid()
        ? u"%1, %2"_s.arg(name, contract.lastTrade.toString(u"yyyy-MM"_s))
        : name;
}

Result<DirectoryPage> decodePage(QByteArrayView body, AssetClass assetClass)
{
    DirectoryPage page;
    if (assetClass == AssetClass::Futures) {
        const Result<FuturesContractsPage> read = decodeFuturesContracts(body);
        if (!read)
            return read.error();
        for (const FuturesContract &contract : read->contracts)
            if (symbology::classOf(contract.symbol) == AssetClass::Futures)
                page.entries.push_back({ contract.symbol, futuresName(contract), assetClass });
        page.nextUrl = read->nextUrl;
        return page;
    }
    const Result<TickersPage> read = decodeTickers(body);
    if (!read)
        return read.error();
    for (const TickerInfo &info : read->tickers)
        page.entries.push_back({ info.symbol, info.name, assetClass });
    page.nextUrl = read->nextUrl;
    return page;
}

} // namespace

SymbolDirectory::SymbolDirectory(MarketContext &context, KeptLists &lists, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_lists(lists)
{
}

void SymbolDirectory::start()
{
    m_sections = {};
    m_mayAsk = m_grew = false;
    if (!m_context.hasRest())
        return;
    for (const AssetClass assetClass : classes)
        m_lists.read(this, marketName(assetClass), [this, assetClass](const auto &kept) {
            Section &own = section(assetClass);
            own.isKnown = true;
            if (kept) {
                own.entries = directoryFrom(kept->body, assetClass);
                own.asOf = kept->asOf;
                m_grew = true;
            }
            askNext();
        });
}

void SymbolDirectory::onTimeKnown()
{
    m_mayAsk = m_context.hasRest();
    askNext();
}

void SymbolDirectory::tick()
{
    const Duration now = m_context.wall.monotonic();
    for (const AssetClass assetClass : classes)
        if (section(assetClass).page.retry.takeDue(now))
            askPage(assetClass);
}

/// Of the first class whose list is missing or old, once the cache has told what there is.
void SymbolDirectory::askNext()
{
    if (!m_mayAsk)
        return;
    for (const AssetClass assetClass : classes) {
        Section &own = section(assetClass);
        if (own.page.request != 0)
            return;
        if (own.isDone || own.page.retry.isWaiting())
            continue;
        if (!own.isKnown)
            return;
        own.isDone = m_lists.isFresh(own.asOf, directoryHolds);
        if (own.isDone)
            continue;
        own.gathered.clear();
        return askPage(assetClass);
    }
}

void SymbolDirectory::askPage(AssetClass assetClass)
{
    Section &own = section(assetClass);
    QString path = u"/v3/reference/tickers"_s;
    QUrlQuery query { { u"active"_s, u"true"_s }, { u"limit"_s, rowsPerPage } };
    if (assetClass == AssetClass::Futures) {
        // Without a day there is a row for each one a contract ever had
        const QDate today = markethours::tradingDay(
            assetClass,
            markethours::newestDayStart(m_context.calendar, assetClass, m_context.marketNow()));
        path = u"/futures/v1/contracts"_s;
        query.addQueryItem(u"date"_s, today.toString(Qt::ISODate));
        query.addQueryItem(u"type"_s, u"single"_s);
    } else {
        query.addQueryItem(u"market"_s, marketName(assetClass));
    }
    const bool first = own.nextUrl.isEmpty();
    own.page.request = m_context.requests.ask(
        first ? path : own.nextUrl, first ? query : QUrlQuery(),
        { RestPriority::Background, RestPurpose::Symbols },
        [this, assetClass](const RestReply &reply) { onPage(assetClass, reply); });
}

void SymbolDirectory::onPage(AssetClass assetClass, const RestReply &reply)
{
    Section &own = section(assetClass);
    Result<DirectoryPage> page = m_context.read(
        reply, [assetClass](QByteArrayView body) { return decodePage(body, assetClass); });
    if (!own.page.settle(page, m_context)) {
        own.isDone = !own.page.retry.isWaiting();
        own.nextUrl.clear(); // its cursor may have grown too old
        own.gathered.clear();
        return askNext();
    }
    own.gathered.insert(own.gathered.end(), std::make_move_iterator(page->entries.begin()),
                        std::make_move_iterator(page->entries.end()));
    own.nextUrl = page->nextUrl;
    // A list that is kept stays until the new one is whole
    if (own.asOf == Timestamp {} || own.nextUrl.isEmpty()) {
        own.entries = own.gathered;
        m_grew = true;
    }
    if (own.nextUrl.isEmpty())
        finish(assetClass, own);
    else
        askPage(assetClass);
}

void SymbolDirectory::finish(AssetClass assetClass, Section &own)
{
    own.isDone = true;
    own.gathered = {};
    if (!own.entries.empty()) // else it is asked for again the next time
        m_lists.keep(this, marketName(assetClass), bodyOf(own.entries));
    askNext();
}

std::optional<std::vector<DirectoryEntry>> SymbolDirectory::take()
{
    if (!std::exchange(m_grew, false))
        return std::nullopt;
    std::vector<DirectoryEntry> all;
    for (const AssetClass assetClass : classes) {
        const std::vector<DirectoryEntry> &own = section(assetClass).entries;
        all.insert(all.end(), own.begin(), own.end());
    }
    return all;
}

} // namespace tapeline
