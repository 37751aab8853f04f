#include "referencedecoder.h"

#include "optionfields.h"
#include "restbody.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using jsonread::firstOf;
using jsonread::text;

namespace {

std::optional<TickerInfo> tickerFrom(JsonValue row, FeedNumbers &)
{
    if (!row["ticker"].isString() || !row["market"].isString())
        return {};
    TickerInfo info;
    info.symbol = text(row["ticker"]);
    info.name = text(row["name"]);
    info.market = text(row["market"]);
    info.locale = text(row["locale"]);
    info.type = text(row["type"]);
    info.primaryExchange = text(row["primary_exchange"]);
    info.currency = text(row["currency_name"]);
    info.cik = text(row["cik"]);
    info.compositeFigi = text(row["composite_figi"]);
    info.active = !row["active"].isPresent() || row["active"].isTrue();
    info.delisted = jsonread::date(row["delisted_utc"]);
    return info;
}

std::optional<ExchangeInfo> exchangeFrom(JsonValue row, FeedNumbers &)
{
    if (!row["id"].isPresent() || !row["name"].isString())
        return {};
    ExchangeInfo info;
    info.id = FeedNumbers::integerOr<int>(row["id"], -1);
    info.textId = text(row["id"]);
    info.name = text(row["name"]);
    info.acronym = text(row["acronym"]);
    info.mic = text(row["mic"]);
    info.operatingMic = text(row["operating_mic"]);
    info.participantId = text(firstOf(row, { "participant_id", "tape" }));
    info.type = text(row["type"]);
    info.assetClass = text(firstOf(row, { "asset_class", "market" }));
    return info;
}

std::optional<ConditionInfo> conditionFrom(JsonValue row, FeedNumbers &)
{
    const std::optional<qint64> id = FeedNumbers::integer(row["id"]);
    if (!id || !row["name"].isString())
        return {};
    ConditionInfo info;
    info.id = static_cast<int>(*id);
    info.name = text(row["name"]);
    info.type = text(row["type"]);
    info.assetClass = text(row["asset_class"]);
    info.dataTypes = jsonread::texts(row["data_types"]);
    info.legacy = row["legacy"].isTrue();
    const JsonValue rules = row["update_rules"]["consolidated"];
    info.hasUpdateRules = rules.isObject();
    if (info.hasUpdateRules)
        info.update = { rules["updates_open_close"].isTrue(), rules["updates_high_low"].isTrue(),
                        rules["updates_volume"].isTrue() };
    return info;
}

std::optional<TickerType> tickerTypeFrom(JsonValue row, FeedNumbers &)
{
    if (!row["code"].isString())
        return {};
    return TickerType { text(row["code"]), text(row["description"]), text(row["asset_class"]) };
}

std::optional<FuturesContract> futuresContractFrom(JsonValue row, FeedNumbers &numbers)
{
    if (!row["ticker"].isString())
        return {};
    FuturesContract contract;
    contract.symbol = text(row["ticker"]);
    contract.productCode = text(row["product_code"]);
    contract.name = text(row["name"]);
    contract.venue = text(row["trading_venue"]);
    contract.active = !row["active"].isPresent() || row["active"].isTrue();
    contract.firstTrade = jsonread::date(row["first_trade_date"]);
    contract.lastTrade = jsonread::date(row["last_trade_date"]);
    contract.settlement = jsonread::date(row["settlement_date"]);
    contract.tradeTick = numbers.price(row["trade_tick_size"]).value_or(Price());
    contract.settlementTick = numbers.price(row["settlement_tick_size"]).value_or(Price());
    return contract;
}

} // namespace

Result<TickersPage> decodeTickers(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &TickersPage::tickers, tickerFrom);
}

Result<TickerDetails> decodeTickerDetails(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    const Result<JsonValue> object = answer.object();
    if (!object)
        return object.error();
    const JsonValue row = *object;
    const std::optional<TickerInfo> info = tickerFrom(row, answer.numbers());
    if (!info)
        return Error { Error::Code::Malformed, u"the ticker's details have no symbol"_s };

    const auto number = [row](std::string_view name) { return FeedNumbers::realOr(row[name], 0); };
    TickerDetails details;
    details.info = *info;
    details.description = text(row["description"]);
    details.homepage = text(row["homepage_url"]);
    details.phone = text(row["phone_number"]);
    const JsonValue address = row["address"];
    for (const char *line : { "address1", "address2" })
        if (const QString part = text(address[line]); !part.isEmpty())
            details.address.append(part);
    const QStringList place { text(address["city"]), text(address["state"]),
                              text(address["postal_code"]) };
    if (const QString town = place.join(u' ').simplified(); !town.isEmpty())
        details.address.append(town);
    details.sicCode = text(row["sic_code"]);
    details.sicDescription = text(row["sic_description"]);
    details.logoUrl = text(row["branding"]["logo_url"]);
    details.iconUrl = text(row["branding"]["icon_url"]);
    details.listed = jsonread::date(row["list_date"]);
    details.marketCap = number("market_cap");
    details.employees = number("total_employees");
    details.sharesOutstanding = number("share_class_shares_outstanding");
    details.weightedSharesOutstanding = number("weighted_shares_outstanding");
    details.roundLot = FeedNumbers::integerOr<int>(row["round_lot"]);
    return details;
}

Result<ExchangesPage> decodeExchanges(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    const std::string_view list = answer.root().isArray() ? "" : "results";
    return readRows(answer, &ExchangesPage::exchanges, exchangeFrom, list);
}

Result<ConditionsPage> decodeConditions(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &ConditionsPage::conditions, conditionFrom);
}

Result<TickerTypesPage> decodeTickerTypes(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &TickerTypesPage::types, tickerTypeFrom);
}

Result<OptionContractsPage> decodeOptionContracts(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    if (const JsonValue one = answer.root()["results"]; one.isObject())
        return readSingle(answer, &OptionContractsPage::contracts, one, optionfields::details);
    return readRows(answer, &OptionContractsPage::contracts, optionfields::details);
}

Result<FuturesContractsPage> decodeFuturesContracts(QByteArrayView body)
{
    RestBody answer;
    return readPage(answer, body, &FuturesContractsPage::contracts, futuresContractFrom);
}

Result<TickerEvents> decodeTickerEvents(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    const Result<JsonValue> object = answer.object();
    if (!object)
        return object.error();
    TickerEvents events;
    events.name = text((*object)["name"]);
    events.compositeFigi = text((*object)["composite_figi"]);
    for (const JsonValue event : (*object)["events"]) {
        const JsonValue change = event["ticker_change"]["ticker"];
        if (change.isString())
            events.changes.push_back({ jsonread::date(event["date"]), text(change) });
    }
    return events;
}

Result<QStringList> decodeRelatedCompanies(QByteArrayView body)
{
    RestBody answer;
    if (const Result<void> read = answer.read(body); !read)
        return read.error();
    const Result<JsonValue> rows = answer.rows();
    if (!rows)
        return rows.error();
    QStringList symbols;
    for (const JsonValue row : *rows) {
        if (row["ticker"].isString())
            symbols += text(row["ticker"]);
    }
    return symbols;
}

} // namespace tapeline
