#include "traderow.h"

#include <QVariant>

namespace tapeline::traderow {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QChar symbolSeparator = u' ';

/// Values one after the other, in the order of their columns.
class Binder
{
public:
    explicit Binder(QSqlQuery &query)
        : m_query(query)
    {
    }

    Binder &add(const QVariant &value)
    {
        m_query.addBindValue(value);
        return *this;
    }
    template<typename Decimal> Binder &units(Decimal value) { return add(value.units()); }
    template<typename Decimal> Binder &units(const std::optional<Decimal> &value)
    {
        return add(value ? QVariant(value->units()) : QVariant());
    }
    Binder &number(std::optional<double> value)
    {
        return add(value ? QVariant(*value) : QVariant());
    }
    Binder &time(Timestamp at) { return add(qint64(toNs(at))); }
    template<typename Enum> Binder &name(Enum value) { return add(int(value)); }
    /// Never NULL.
    Binder &text(const QString &value) { return add(value.isNull() ? u""_s : value); }

    void moment(const std::optional<MarketMoment> &moment);

private:
    QSqlQuery &m_query;
};

void Binder::moment(const std::optional<MarketMoment> &moment)
{
    constexpr int columns = 11;
    if (!moment) {
        for (int i = 0; i < columns; ++i)
            add({});
        return;
    }
    time(moment->at).name(moment->part).name(moment->recency);
    units(moment->bid).units(moment->ask).units(moment->last);
    number(moment->cvd).number(moment->cvdSlope).number(moment->vwap);
    number(moment->relativeVolume).number(moment->atr);
}

/// The same way back.
class Reader
{
public:
    explicit Reader(const QSqlQuery &row)
        : m_row(row)
    {
    }

    QVariant next() { return m_row.value(m_at++); }
    qint64 integer() { return next().toLongLong(); }
    template<typename Decimal> Decimal units() { return Decimal::fromUnits(integer()); }
    template<typename Decimal> std::optional<Decimal> maybe()
    {
        const QVariant value = next();
        if (value.isNull())
            return {};
        return Decimal::fromUnits(value.toLongLong());
    }
    std::optional<double> number()
    {
        const QVariant value = next();
        return value.isNull() ? std::nullopt : std::optional(value.toDouble());
    }
    Timestamp time() { return fromNs(integer()); }
    template<typename Enum> Enum name() { return Enum(integer()); }
    QString text() { return next().toString(); }

    std::optional<MarketMoment> moment();

private:
    const QSqlQuery &m_row;
    int m_at = 0;
};

std::optional<MarketMoment> Reader::moment()
{
    const QVariant at = next();
    if (at.isNull()) {
        m_at += 10;
        return {};
    }
    MarketMoment moment;
    moment.at = fromNs(at.toLongLong());
    moment.part = name<SessionPart>();
    moment.recency = name<Recency>();
    moment.bid = maybe<Price>();
    moment.ask = maybe<Price>();
    moment.last = maybe<Price>();
    moment.cvd = number();
    moment.cvdSlope = number();
    moment.vwap = number();
    moment.relativeVolume = number();
    moment.atr = number();
    return moment;
}

QString momentColumns(const QString &prefix)
{
    QString columns;
    for (const QString &name :
         { u"at"_s, u"part"_s, u"recency"_s, u"bid"_s, u"ask"_s, u"last"_s, u"cvd"_s,
           u"cvd_slope"_s, u"vwap"_s, u"relative_volume"_s, u"atr"_s })
        columns += u", %1_%2"_s.arg(prefix, name);
    return columns;
}

} // namespace

QString tradeColumns()
{
    static const QString columns
        = u"account, number, symbol, asset_class, symbols, structure, direction, size, multiplier, "
          u"opened_at, closed_at, entry_price, exit_price, gross, fees, stop, risk, worst, best, "
          u"rough, slippage, strict_net, executions, archive, strategy"_s
        + momentColumns(u"entry"_s) + momentColumns(u"exit"_s);
    return columns;
}

void bind(QSqlQuery &query, const TradeRecord &trade)
{
    Binder row(query);
    row.text(trade.key.account).add(trade.key.number).text(trade.symbol).name(trade.assetClass);
    row.text(trade.symbols.join(symbolSeparator)).text(trade.structure).name(trade.direction);
    row.units(trade.size).add(trade.multiplier).time(trade.openedAt);
    row.add(trade.isOpen() ? QVariant() : QVariant(qint64(toNs(trade.closedAt))));
    row.units(trade.entryPrice).units(trade.exitPrice).units(trade.gross).units(trade.fees);
    row.units(trade.stop).units(trade.risk).units(trade.worst).units(trade.best);
    row.add(int(trade.isExcursionRough)).units(trade.slippage).units(trade.strictNet);
    row.add(trade.executions).add(trade.archive).text(trade.strategy);
    row.moment(trade.entry);
    row.moment(trade.exit);
}

TradeRecord tradeFrom(const QSqlQuery &query)
{
    Reader row(query);
    TradeRecord trade;
    trade.key.account = row.text();
    trade.key.number = quint64(row.integer());
    trade.symbol = row.text();
    trade.assetClass = row.name<AssetClass>();
    trade.symbols = row.text().split(symbolSeparator, Qt::SkipEmptyParts);
    trade.structure = row.text();
    trade.direction = row.name<TradeDirection>();
    trade.size = row.units<Qty>();
    trade.multiplier = row.integer();
    trade.openedAt = row.time();
    trade.closedAt = row.time(); // NULL is the epoch: open
    trade.entryPrice = row.maybe<Price>();
    trade.exitPrice = row.maybe<Price>();
    trade.gross = row.units<Money>();
    trade.fees = row.units<Money>();
    trade.stop = row.maybe<Price>();
    trade.risk = row.maybe<Money>();
    trade.worst = row.maybe<Money>();
    trade.best = row.maybe<Money>();
    trade.isExcursionRough = row.integer() != 0;
    trade.slippage = row.maybe<Money>();
    trade.strictNet = row.maybe<Money>();
    trade.executions = int(row.integer());
    trade.archive = quint32(row.integer());
    trade.strategy = row.text();
    trade.entry = row.moment();
    trade.exit = row.moment();
    return trade;
}

QString executionColumns()
{
    return u"sequence, kind, at, symbol, side, qty, price, fee, realized, order_id, order_event, "
           u"slippage"_s;
}

void bind(QSqlQuery &query, const TradeExecution &execution)
{
    Binder row(query);
    row.add(execution.sequence).name(execution.kind).time(execution.at).text(execution.symbol);
    row.name(execution.side).units(execution.qty).units(execution.price).units(execution.fee);
    row.units(execution.realized).text(execution.order).add(execution.orderEvent);
    row.units(execution.slippage);
}

TradeExecution executionFrom(const QSqlQuery &query)
{
    Reader row(query);
    TradeExecution execution;
    execution.sequence = quint64(row.integer());
    execution.kind = row.name<TradeExecution::Kind>();
    execution.at = row.time();
    execution.symbol = row.text();
    execution.side = row.name<Side>();
    execution.qty = row.units<Qty>();
    execution.price = row.units<Price>();
    execution.fee = row.units<Money>();
    execution.realized = row.units<Money>();
    execution.order = row.text();
    execution.orderEvent = quint64(row.integer());
    execution.slippage = row.maybe<Price>();
    return execution;
}

QString placesFor(const QString &columns)
{
    return QStringList(columns.count(u',') + 1, u"?"_s).join(u", "_s);
}

} // namespace tapeline::traderow
