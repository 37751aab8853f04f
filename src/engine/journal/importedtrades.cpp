#include "importedtrades.h"

#include "jsonfields.h"
#include "keptevents.h"
#include "ordertext.h"
#include "tradebuilder.h"

#include <QJsonDocument>

#include <algorithm>
#include <numeric>
#include <set>

namespace tapeline::importedtrades {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What makes two fills without ids the same.
auto contentOf(const ImportedFill &fill)
{
    return std::make_tuple(fill.at, fill.symbol, fill.side, fill.qty, fill.price);
}

Qty signedQty(const ImportedFill &fill)
{
    return fill.side == Side::Buy ? fill.qty : -fill.qty;
}

/// Places of the fills by their times; of one time by their arrival.
std::vector<std::size_t> byTime(std::span<const ImportedFill> fills)
{
    std::vector<std::size_t> order(fills.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t place) { return fills[place].at; });
    return order;
}

/// The first event of its books: nothing that happened elsewhere is refused for want of money.
LedgerEvent opening(Timestamp at)
{
    LedgerEvent event;
    event.sequence = 1;
    event.at = at;
    event.settings.emplace();
    event.settings->startingCash = {};
    event.settings->margin = MarginMode::None;
    return event;
}

LedgerEvent booking(const ImportedFill &fill, quint64 sequence)
{
    LedgerEvent event;
    event.sequence = sequence;
    event.at = fill.at;
    event.kind = LedgerEventKind::Fill;
    event.symbol = fill.symbol;
    event.qty = signedQty(fill);
    event.price = fill.price;
    event.multiplier = fill.multiplier;
    event.fee = fill.fee;
    event.source = fill.order;
    return event;
}

ImportOutcome outcomeOf(const std::vector<FormedTrade> &trades)
{
    ImportOutcome outcome;
    for (const FormedTrade &trade : trades) {
        if (trade.record.isOpen()) {
            ++outcome.open;
            continue;
        }
        ++outcome.trades;
        outcome.net += trade.record.net();
    }
    return outcome;
}

} // namespace

std::string fillText(const ImportedFill &fill)
{
    JsonFields fields;
    fields.integer("at", toNs(fill.at)).text("symbol", fill.symbol);
    fields.text("side", orderText(fill.side)).decimal("qty", fill.qty);
    fields.decimal("price", fill.price);
    if (fill.multiplier != 1)
        fields.integer("multiplier", fill.multiplier);
    if (!fill.fee.isZero())
        fields.decimal("fee", fill.fee);
    if (!fill.execution.isEmpty())
        fields.text("execution", fill.execution);
    if (!fill.order.isEmpty())
        fields.text("order", fill.order);
    return fields.take();
}

Result<ImportedFill> fillFromText(std::string_view line)
{
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), qsizetype(line.size())));
    const QJsonObject object = document.object();
    if (!object.contains("symbol"_L1) || !object.contains("qty"_L1))
        return Error { Error::Code::Malformed, u"no imported fill"_s };
    ImportedFill fill;
    JsonReading reading(object);
    qint64 at = 0;
    reading.integer("at"_L1, at);
    fill.at = fromNs(at);
    reading.text("symbol"_L1, fill.symbol);
    reading.word("side"_L1, fill.side, sideFromText);
    reading.decimal("qty"_L1, fill.qty);
    reading.decimal("price"_L1, fill.price);
    reading.integer("multiplier"_L1, fill.multiplier);
    reading.decimal("fee"_L1, fill.fee);
    reading.text("execution"_L1, fill.execution);
    reading.text("order"_L1, fill.order);
    if (reading.failed())
        return reading.error();
    return fill;
}

Result<std::vector<ImportedFill>> read(const JournalDatabase &journal, const QString &account)
{
    const Result<std::vector<JournalLine>> lines = journal.lines(account, keptevents::importStream);
    if (!lines)
        return lines.error();
    std::vector<ImportedFill> fills;
    fills.reserve(lines->size());
    for (const JournalLine &line : *lines) {
        Result<ImportedFill> fill
            = fillFromText({ line.body.constData(), std::size_t(line.body.size()) });
        if (!fill || line.sequence != fills.size() + 1)
            return Error { fill ? Error::Code::Storage : Error::Code::Malformed,
                           u"fill %1 of %2 cannot be read"_s.arg(fills.size() + 1).arg(account) };
        fills.push_back(*std::move(fill));
    }
    return fills;
}

std::vector<ImportedFill> freshOnes(std::span<const ImportedFill> known,
                                    std::span<const ImportedFill> offered)
{
    std::set<QString> ids;
    std::map<decltype(contentOf(ImportedFill())), int> left; // that offered ones can be
    for (const ImportedFill &fill : known) {
        if (!fill.execution.isEmpty())
            ids.insert(fill.execution);
        ++left[contentOf(fill)];
    }
    std::vector<ImportedFill> fresh;
    for (const ImportedFill &fill : offered) {
        if (!fill.execution.isEmpty()) {
            if (ids.insert(fill.execution).second)
                fresh.push_back(fill);
            continue;
        }
        if (int &same = left[contentOf(fill)]; same > 0)
            --same;
        else
            fresh.push_back(fill);
    }
    return fresh;
}

Result<std::vector<FormedTrade>> form(const QString &account, std::span<const ImportedFill> fills)
{
    if (fills.empty())
        return std::vector<FormedTrade>();
    const std::vector<std::size_t> order = byTime(fills);
    TradeBuilder builder(account, std::numeric_limits<std::size_t>::max());
    Result<void> added = builder.addBooks(opening(fills[order.front()].at));
    for (std::size_t i = 0; i < order.size() && added; ++i) {
        const ImportedFill &fill = fills[order[i]];
        added = builder.addBooks(booking(fill, i + 2));
        if (!added)
            return Error { added.error().code,
                           u"the fill of %1 %2 at %3 cannot be booked: %4"_s.arg(
                               fill.qty.toString(), fill.symbol, fill.price.toString(),
                               added.error().detail) };
    }
    if (!added)
        return added.error();
    const auto arrival = [&](quint64 sequence) { return quint64(order[sequence - 2]) + 1; };
    std::vector<FormedTrade> trades = builder.takeChanges().trades;
    for (FormedTrade &trade : trades) {
        trade.record.key.number = arrival(trade.record.key.number);
        for (TradeExecution &execution : trade.executions)
            execution.sequence = arrival(execution.sequence);
    }
    return trades;
}

Result<ImportOutcome> take(const JournalDatabase &journal, const QString &name,
                           std::span<const ImportedFill> fills, const Append &append)
{
    if (name.trimmed().isEmpty() || name.contains(u'/'))
        return Error { Error::Code::InvalidArgument, u"an account needs a name without a slash"_s };
    const QString account = accountPrefix + name;
    Result<std::vector<ImportedFill>> all = read(journal, account);
    if (!all)
        return all.error();
    const std::size_t known = all->size();
    const std::vector<ImportedFill> fresh = freshOnes(*all, fills);
    all->insert(all->end(), fresh.begin(), fresh.end());
    const Result<std::vector<FormedTrade>> trades = form(account, *all);
    if (!trades)
        return trades.error();
    ImportOutcome outcome = outcomeOf(*trades);
    outcome.fresh = int(fresh.size());
    outcome.duplicates = int(fills.size() - fresh.size());
    if (!append || fresh.empty())
        return outcome;
    std::vector<JournalLine> lines;
    for (const ImportedFill &fill : fresh)
        lines.push_back({ account, keptevents::importStream, known + lines.size() + 1, fill.at,
                          QByteArray::fromStdString(fillText(fill)) });
    if (const Result<void> kept = append(lines); !kept)
        return kept.error();
    return outcome;
}

} // namespace tapeline::importedtrades
