#include "fillpreset.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Column = FillPreset::Column;
using LineRule = FillPreset::LineRule;

const QString eastern = u"America/New_York"_s;

FillMapping formats(DateOrder dates, DecimalSign decimal, const QString &zone, bool areFeesNegative)
{
    FillMapping mapping;
    mapping.dates = dates;
    mapping.decimal = decimal;
    mapping.zone = zone;
    mapping.areFeesNegative = areFeesNegative;
    return mapping;
}

/// Client Portal, Reports, Statements, Activity as CSV: sections whose lines all begin with the
/// section's name. Header as exported in 2024 to 2026; options stand as "AAPL 04SEP26 250 P",
/// commissions are negative, times Eastern. Orders are summed where executions ("Trade") are not
/// listed.
FillPreset ibkrStatement()
{
    FillPreset preset;
    preset.key = u"ibkr"_s;
    preset.broker = u"Interactive Brokers"_s;
    preset.form = u"activity statement"_s;
    preset.table = FillTable::Prefixed;
    preset.titles = { u"Trades"_s };
    preset.signature = { u"Asset Category"_s, u"Symbol"_s, u"Date/Time"_s, u"Quantity"_s };
    preset.columns = {
        { FillField::At, { u"Date/Time"_s } },
        { FillField::Symbol, { u"Symbol"_s } },
        { FillField::Quantity, { u"Quantity"_s } },
        { FillField::Price, { u"T. Price"_s } },
        { FillField::Fee, { u"Comm/Fee"_s, u"Comm in USD"_s } },
        { FillField::Kind, { u"Asset Category"_s } },
        { FillField::Currency, { u"Currency"_s } },
        { FillField::Execution, { u"TradeID"_s } },
    };
    preset.formats = formats(DateOrder::MonthFirst, DecimalSign::Point, eastern, true);
    preset.lines = { { u"DataDiscriminator"_s, { u"Trade"_s, u"Order"_s }, true } };
    return preset;
}

/// Flex query, section Trades as CSV, and trade confirmations. Column names are those that the
/// query builder gives; which of them a file has is the user's choice.
FillPreset ibkrFlex()
{
    FillPreset preset;
    preset.key = u"ibkr"_s;
    preset.broker = u"Interactive Brokers"_s;
    preset.form = u"Flex query"_s;
    preset.signature = { u"Symbol"_s, u"Buy/Sell"_s, u"Quantity"_s };
    preset.columns = {
        { FillField::At, { u"DateTime"_s, u"Date/Time"_s } },
        { FillField::Date, { u"TradeDate"_s, u"Trade Date"_s } },
        { FillField::Time, { u"TradeTime"_s, u"Trade Time"_s } },
        { FillField::Symbol, { u"Symbol"_s } },
        { FillField::Side, { u"Buy/Sell"_s } },
        { FillField::Quantity, { u"Quantity"_s } },
        { FillField::Price, { u"TradePrice"_s, u"Price"_s } },
        { FillField::Fee, { u"IBCommission"_s, u"Commission"_s, u"Comm"_s } },
        { FillField::Fee, { u"Taxes"_s, u"Tax"_s, u"Fee"_s } },
        { FillField::Multiplier, { u"Multiplier"_s } },
        { FillField::Kind, { u"AssetClass"_s, u"Asset Class"_s } },
        { FillField::Currency, { u"CurrencyPrimary"_s, u"Currency"_s } },
        { FillField::Execution, { u"IBExecID"_s, u"ExecID"_s, u"TradeID"_s } },
        { FillField::Order, { u"IBOrderID"_s, u"OrderID"_s } },
        { FillField::Underlying, { u"UnderlyingSymbol"_s } },
        { FillField::Expiry, { u"Expiry"_s } },
        { FillField::Strike, { u"Strike"_s } },
        { FillField::Right, { u"Put/Call"_s } },
    };
    preset.formats = formats(DateOrder::ByFile, DecimalSign::Point, eastern, true);
    preset.lines = { { u"LevelOfDetail"_s, { u"EXECUTION"_s, u"ORDER"_s }, true } };
    preset.endMarks = { u"BOS"_s, u"EOS"_s, u"BOF"_s, u"BOA"_s, u"EOA"_s, u"EOF"_s, u"TRAILER"_s };
    return preset;
}

/// Monitor, Account Statement, Export to file; or Today's Trade Activity. Legs of one order stand
/// below it without a time. Times are those of the program's own clock; the fees stand in the
/// section Cash Balance.
FillPreset thinkorswim()
{
    FillPreset preset;
    preset.key = u"thinkorswim"_s;
    preset.broker = u"thinkorswim"_s;
    preset.form = u"account statement"_s;
    preset.table = FillTable::Titled;
    preset.titles = { u"Account Trade History"_s, u"Filled Orders"_s, u"Trade History"_s };
    preset.signature = { u"Exec Time"_s, u"Side"_s, u"Qty"_s, u"Symbol"_s, u"Price"_s };
    preset.columns = {
        { FillField::At, { u"Exec Time"_s } },      { FillField::Symbol, { u"Symbol"_s } },
        { FillField::Side, { u"Side"_s } },         { FillField::Quantity, { u"Qty"_s } },
        { FillField::Price, { u"Price"_s } },       { FillField::Kind, { u"Type"_s } },
        { FillField::Expiry, { u"Exp"_s } },        { FillField::Strike, { u"Strike"_s } },
        { FillField::Fee, { u"Commission"_s } },    { FillField::Fee, { u"Misc Fees"_s } },
        { FillField::Execution, { u"Exec ID"_s } }, { FillField::Order, { u"Order ID"_s } },
    };
    preset.formats = formats(DateOrder::MonthFirst, DecimalSign::Point, u"local"_s, false);
    preset.packageColumn = u"Spread"_s;
    return preset;
}

/// History, Transactions, Export: fills among deposits, dividends and what expired. Prices are of a
/// whole contract, charges negative.
FillPreset tastytrade()
{
    FillPreset preset;
    preset.key = u"tastytrade"_s;
    preset.broker = u"tastytrade"_s;
    preset.form = u"transaction history"_s;
    preset.signature
        = { u"Date"_s, u"Sub Type"_s, u"Action"_s, u"Instrument Type"_s, u"Average Price"_s };
    preset.columns = {
        { FillField::At, { u"Date"_s } },
        { FillField::Symbol, { u"Symbol"_s } },
        { FillField::Side, { u"Action"_s } },
        { FillField::Quantity, { u"Quantity"_s } },
        { FillField::Price, { u"Average Price"_s } },
        { FillField::Fee, { u"Commissions"_s } },
        { FillField::Fee, { u"Fees"_s } },
        { FillField::Multiplier, { u"Multiplier"_s } },
        { FillField::Kind, { u"Instrument Type"_s } },
        { FillField::Currency, { u"Currency"_s } },
        { FillField::Order, { u"Order #"_s } },
        { FillField::Underlying, { u"Root Symbol"_s } },
        { FillField::Expiry, { u"Expiration Date"_s } },
        { FillField::Strike, { u"Strike Price"_s } },
        { FillField::Right, { u"Call or Put"_s } },
    };
    preset.formats = formats(DateOrder::MonthFirst, DecimalSign::Point, eastern, true);
    preset.formats.isPriceOfContract = true;
    preset.lines = { { u"Type"_s, { u"Trade"_s, u"Receive Deliver"_s } } };
    preset.removal = { u"Sub Type"_s,
                       { u"Expiration"_s, u"Assignment"_s, u"Exercise"_s,
                         u"Cash Settled Assignment"_s, u"Cash Settled Exercise"_s } };
    preset.priceText = u"Description"_s;
    return preset;
}

/// Account, Orders, Export: all orders, also those that were not filled; times with their zone.
/// Fees are not in it. Of a spread the first line names the whole, its legs have no name.
FillPreset webull()
{
    FillPreset preset;
    preset.key = u"webull"_s;
    preset.broker = u"Webull"_s;
    preset.form = u"orders"_s;
    preset.signature
        = { u"Symbol"_s, u"Side"_s, u"Status"_s, u"Filled"_s, u"Avg Price"_s, u"Filled Time"_s };
    preset.columns = {
        { FillField::At, { u"Filled Time"_s } },  { FillField::Symbol, { u"Symbol"_s } },
        { FillField::Side, { u"Side"_s } },       { FillField::Quantity, { u"Filled"_s } },
        { FillField::Price, { u"Avg Price"_s } },
    };
    preset.formats = formats(DateOrder::MonthFirst, DecimalSign::Point, eastern, false);
    preset.packageColumn = u"Name"_s;
    preset.skipsUnfilled = true;
    return preset;
}

/// Any table with a time, a symbol, a quantity and a price, by the names such columns usually have.
FillPreset generic()
{
    FillPreset preset;
    preset.key = u"generic"_s;
    preset.broker = u"Other broker"_s;
    preset.form = u"table of fills"_s;
    preset.columns = {
        { FillField::At,
          { u"at"_s, u"Date/Time"_s, u"DateTime"_s, u"Date Time"_s, u"Timestamp"_s,
            u"Execution Time"_s, u"Fill Time"_s } },
        { FillField::Date, { u"Date"_s, u"Trade Date"_s, u"T/D"_s, u"Run Date"_s, u"Datum"_s } },
        { FillField::Time,
          { u"Time"_s, u"Time of Day"_s, u"Exec Time"_s, u"Trade Time"_s, u"Uhrzeit"_s } },
        { FillField::Symbol, { u"Symbol"_s, u"Ticker"_s, u"Instrument"_s, u"Contract"_s } },
        { FillField::Side,
          { u"Side"_s, u"Buy/Sell"_s, u"B/S"_s, u"Action"_s, u"Direction"_s,
            u"Transaction Type"_s } },
        { FillField::Quantity,
          { u"Qty"_s, u"Quantity"_s, u"Shares"_s, u"Size"_s, u"Contracts"_s, u"Amount"_s,
            u"Filled Qty"_s, u"Menge"_s } },
        { FillField::Price,
          { u"Price"_s, u"Fill Price"_s, u"Avg Price"_s, u"Average Price"_s, u"Trade Price"_s,
            u"Price ($)"_s, u"Kurs"_s } },
        { FillField::Fee, { u"Fee"_s, u"Fees"_s, u"Fees & Comm"_s, u"Fees ($)"_s } },
        { FillField::Fee, { u"Commission"_s, u"Commissions"_s, u"Comm"_s, u"Commission ($)"_s } },
        { FillField::Multiplier, { u"Multiplier"_s } },
        { FillField::Kind, { u"Asset Class"_s, u"Asset Type"_s, u"Security Type"_s } },
        { FillField::Currency, { u"Currency"_s } },
        { FillField::Execution,
          { u"Execution"_s, u"Exec ID"_s, u"Execution ID"_s, u"Trade ID"_s, u"TradeID"_s } },
        { FillField::Order, { u"Order"_s, u"Order ID"_s, u"OrderID"_s, u"Order #"_s } },
    };
    preset.formats = formats(DateOrder::ByFile, DecimalSign::ByFile, eastern, false);
    return preset;
}

} // namespace

FillMapping FillPreset::mapping(const QStringList &header) const
{
    FillMapping mapping = formats;
    for (const Column &column : columns) {
        for (const QString &name : column.names) {
            const int place = fillColumn(header, name);
            if (place < 0)
                continue;
            mapping.columns.emplace_back(column.field, header[place]);
            break;
        }
    }
    if (!mapping.has(FillField::At) && !mapping.has(FillField::Date))
        mapping.set(FillField::At, mapping.column(FillField::Time));
    // Beside a whole time neither is needed
    if (mapping.has(FillField::At)) {
        mapping.set(FillField::Date, {});
        mapping.set(FillField::Time, {});
    }
    return mapping;
}

std::span<const FillPreset> fillPresets()
{
    static const std::vector<FillPreset> presets { ibkrStatement(), thinkorswim(), tastytrade(),
                                                   webull(),        ibkrFlex(),    generic() };
    return presets;
}

QStringList fillPresetKeys()
{
    QStringList keys;
    for (const FillPreset &preset : fillPresets()) {
        if (!keys.contains(preset.key))
            keys.append(preset.key);
    }
    keys.sort();
    return keys;
}

int fillColumn(const QStringList &header, const QString &name)
{
    for (int place = 0; place < header.size(); ++place) {
        if (!name.isEmpty() && header[place].compare(name, Qt::CaseInsensitive) == 0)
            return place;
    }
    bool isNumber = false;
    const int number = name.startsWith(u'#') ? QStringView(name).sliced(1).toInt(&isNumber) : 0;
    return isNumber && number >= 1 && number <= header.size() ? number - 1 : -1;
}

} // namespace tapeline
