#include "journalviews.h"

#include "money.h"
#include "price.h"
#include "qty.h"

namespace tapeline::journalviews {

using namespace Qt::Literals::StringLiterals;

namespace {

QString divided(const QString &column, qint64 unitsPerOne)
{
    return u"%1 / %2.0"_s.arg(column).arg(unitsPerOne);
}
QString price(const QString &column)
{
    return divided(column, Price::unitsPerOne);
}
QString money(const QString &column)
{
    return divided(column, Money::unitsPerOne);
}
QString qty(const QString &column)
{
    return divided(column, Qty::unitsPerOne);
}

/// Nanoseconds since 1970 as "2026-11-22T14:30:00.123Z"; NULL stays NULL.
QString time(const QString &column)
{
    return u"strftime('%Y-%m-%dT%H:%M:%S', "_s + column + u" / 1000000000, 'unixepoch') || "_s
        + u"printf('.%03dZ', "_s + column + u" / 1000000 % 1000)"_s;
}

/// The name of an enumerator, in the order of its enum.
QString name(const QString &column, const QStringList &names)
{
    QString text = u"CASE %1"_s.arg(column);
    for (qsizetype i = 0; i < names.size(); ++i)
        text += u" WHEN %1 THEN '%2'"_s.arg(i).arg(names[i]);
    return text + u" END"_s;
}

QString moment(const QString &prefix)
{
    const auto own = [&prefix](const QString &column) -> QString { return prefix + u'_' + column; };
    QStringList columns {
        time(own(u"at"_s)) + u" AS "_s + own(u"at"_s),
        name(own(u"part"_s), { u"closed"_s, u"pre-market"_s, u"regular"_s, u"after-hours"_s })
            + u" AS "_s + own(u"part"_s),
        name(own(u"recency"_s), { u"unknown"_s, u"real-time"_s, u"delayed"_s, u"end of day"_s })
            + u" AS "_s + own(u"recency"_s),
    };
    for (const QString &column : { u"bid"_s, u"ask"_s, u"last"_s })
        columns += price(own(column)) + u" AS "_s + own(column);
    for (const QString &column :
         { u"cvd"_s, u"cvd_slope"_s, u"vwap"_s, u"relative_volume"_s, u"atr"_s })
        columns += own(column);
    return columns.join(u", "_s);
}

/// What was written last of a kind about a trade.
QString newest(const QString &kind)
{
    return u"(SELECT value FROM note n WHERE n.account = trade.account AND n.number = "
           u"trade.number AND n.day = '' AND n.kind = '%1' ORDER BY position DESC LIMIT 1)"_s.arg(
               kind);
}

/// The user's planned risk goes before that of the stop.
QString plannedRisk()
{
    return u"coalesce(nullif(%1, '') + 0.0, %2)"_s.arg(newest(u"risk"_s), money(u"risk"_s));
}

QString trades()
{
    const QString net = money(u"(gross - fees)"_s);
    return u"CREATE VIEW trades AS SELECT account, number, symbol, "_s
        + name(u"asset_class"_s,
               { u"stocks"_s, u"options"_s, u"indices"_s, u"forex"_s, u"crypto"_s, u"futures"_s })
        + u" AS asset_class, symbols, structure, "_s
        + name(u"direction"_s, { u"long"_s, u"short"_s, u"structure"_s }) + u" AS direction, "_s
        + qty(u"size"_s) + u" AS size, multiplier, "_s + time(u"opened_at"_s) + u" AS opened_at, "_s
        + time(u"closed_at"_s) + u" AS closed_at, "_s
        + u"(closed_at - opened_at) / 1e9 AS held_seconds, "_s + price(u"entry_price"_s)
        + u" AS entry_price, "_s + price(u"exit_price"_s) + u" AS exit_price, "_s
        + money(u"gross"_s) + u" AS gross, "_s + money(u"fees"_s) + u" AS fees, "_s + net
        + u" AS net, "_s + price(u"stop"_s) + u" AS stop, "_s + plannedRisk()
        + u" AS planned_risk, "_s + net + u" / "_s + plannedRisk() + u" AS r_multiple, "_s + u"-"_s
        + money(u"worst"_s) + u" AS mae, "_s + money(u"best"_s) + u" AS mfe, "_s
        + u"rough AS is_excursion_rough, "_s + money(u"slippage"_s) + u" AS slippage, "_s
        + money(u"strict_net"_s) + u" AS strict_net, executions, archive, strategy, "_s
        + newest(u"setup"_s) + u" AS setup, "_s + newest(u"tags"_s) + u" AS tags, "_s
        + newest(u"mistakes"_s) + u" AS mistakes, "_s + newest(u"rating"_s) + u" + 0 AS rating, "_s
        + newest(u"text"_s) + u" AS note, "_s + moment(u"entry"_s) + u", "_s + moment(u"exit"_s)
        + u" FROM trade"_s;
}

QString executions()
{
    return u"CREATE VIEW executions AS SELECT account, number, trade.symbol AS trade_symbol, "
           u"sequence, "_s
        + name(u"kind"_s,
               { u"fill"_s, u"exercise"_s, u"assignment"_s, u"expiry"_s, u"split"_s,
                 u"correction"_s })
        + u" AS kind, "_s + time(u"at"_s) + u" AS at, execution.symbol AS symbol, "_s
        + name(u"side"_s, { u"buy"_s, u"sell"_s }) + u" AS side, "_s + qty(u"qty"_s)
        + u" AS qty, "_s + price(u"price"_s) + u" AS price, "_s + money(u"fee"_s) + u" AS fee, "_s
        + money(u"realized"_s) + u" AS realized, order_id, order_event, "_s
        + price(u"execution.slippage"_s)
        + u" AS slippage FROM execution JOIN trade ON trade.id = execution.trade"_s;
}

QString notes()
{
    return u"CREATE VIEW notes AS SELECT position, "_s + time(u"at"_s)
        + u" AS written_at, account, nullif(number, 0) AS number, nullif(day, '') AS day, kind, "
          u"value FROM note"_s;
}

QString orders()
{
    const auto field = [](const QString &path) {
        return u"json_extract(CAST(body AS TEXT), '$.%1') AS %1"_s.arg(path);
    };
    QStringList fields;
    for (const QString &path : { u"id"_s, u"action"_s, u"state"_s, u"reason"_s, u"last_qty"_s,
                                 u"last_px"_s, u"cum_qty"_s, u"leaves"_s, u"fee"_s })
        fields += field(path);
    return u"CREATE VIEW orders AS SELECT account, sequence, "_s + time(u"at"_s) + u" AS at, "_s
        + fields.join(u", "_s) + u" FROM line WHERE stream = 'orders'"_s;
}

QString equity()
{
    const auto field = [](const QString &path) {
        return u"json_extract(CAST(body AS TEXT), '$.%1') + 0.0 AS %1"_s.arg(path);
    };
    return u"CREATE VIEW equity AS SELECT account, sequence, "_s + time(u"at"_s) + u" AS at, "_s
        + field(u"equity"_s) + u", "_s + field(u"deposits"_s)
        + u" FROM line WHERE stream = 'equity'"_s;
}

} // namespace

QStringList all()
{
    return {
        trades(),
        executions(),
        u"CREATE VIEW fills AS SELECT * FROM executions WHERE kind = 'fill'"_s,
        notes(),
        u"CREATE VIEW notes_now AS SELECT max(position) AS position, written_at, account, number, "
        u"day, kind, value FROM notes WHERE kind NOT IN ('attach', 'detach') GROUP BY account, "
        u"number, day, kind"_s,
        orders(),
        equity(),
    };
}

} // namespace tapeline::journalviews
