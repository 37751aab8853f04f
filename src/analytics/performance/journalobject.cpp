#include "journalobject.h"

#include "exporttext.h"

#include <QJsonArray>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

template<typename Decimal>
void put(QJsonObject &object, QLatin1StringView key, const std::optional<Decimal> &value)
{
    if (value)
        object[key] = value->toString();
}

void put(QJsonObject &object, QLatin1StringView key, const std::optional<double> &value)
{
    if (value)
        object[key] = *value;
}

void put(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object[key] = text;
}

void put(QJsonObject &object, QLatin1StringView key, const QStringList &words)
{
    if (!words.isEmpty())
        object[key] = QJsonArray::fromStringList(words);
}

QJsonObject momentObject(const MarketMoment &moment)
{
    QJsonObject object;
    put(object, "at"_L1, exporttext::utc(moment.at));
    object["session"_L1] = exporttext::sessionPart(moment.part);
    object["recency"_L1] = exporttext::recency(moment.recency);
    put(object, "bid"_L1, moment.bid);
    put(object, "ask"_L1, moment.ask);
    put(object, "last"_L1, moment.last);
    put(object, "cvd"_L1, moment.cvd);
    put(object, "cvd_slope"_L1, moment.cvdSlope);
    put(object, "vwap"_L1, moment.vwap);
    put(object, "relative_volume"_L1, moment.relativeVolume);
    put(object, "atr"_L1, moment.atr);
    return object;
}

QJsonObject executionObject(const TradeExecution &execution)
{
    QJsonObject object;
    object["sequence"_L1] = qint64(execution.sequence);
    object["kind"_L1] = exporttext::kind(execution.kind);
    put(object, "at"_L1, exporttext::utc(execution.at));
    object["symbol"_L1] = execution.symbol;
    object["side"_L1] = exporttext::side(execution.side);
    object["qty"_L1] = execution.qty.toString();
    object["price"_L1] = execution.price.toString();
    object["fee"_L1] = execution.fee.toString();
    object["realized"_L1] = execution.realized.toString();
    put(object, "order"_L1, execution.order);
    put(object, "slippage"_L1, execution.slippage);
    return object;
}

QJsonArray checklistArray(const std::vector<ChecklistItem> &items)
{
    QJsonArray array;
    for (const ChecklistItem &item : items)
        array.append(QJsonObject { { u"text"_s, item.text }, { u"done"_s, item.isDone } });
    return array;
}

QJsonObject revisionObject(const NoteRevision &revision)
{
    const NoteEdit &edit = revision.edit;
    QJsonObject object;
    object["number"_L1] = revision.number;
    put(object, "at"_L1, exporttext::utc(revision.at));
    object["kind"_L1] = exporttext::kind(edit.kind);
    switch (edit.kind) {
    case NoteEdit::Kind::Text:
    case NoteEdit::Kind::Setup:
    case NoteEdit::Kind::Plan:
    case NoteEdit::Kind::Review:
    case NoteEdit::Kind::Attach:
        object["text"_L1] = edit.text;
        break;
    case NoteEdit::Kind::Tags:
    case NoteEdit::Kind::Mistakes:
        object["words"_L1] = QJsonArray::fromStringList(edit.words);
        break;
    case NoteEdit::Kind::Rating:
        object["rating"_L1] = edit.number;
        break;
    case NoteEdit::Kind::Detach:
        object["attachment"_L1] = edit.number;
        break;
    case NoteEdit::Kind::Risk:
        object["risk"_L1] = edit.money ? QJsonValue(edit.money->toString()) : QJsonValue();
        break;
    case NoteEdit::Kind::Checklist:
        object["items"_L1] = checklistArray(edit.items);
        break;
    }
    return object;
}

QJsonArray historyArray(const std::vector<NoteRevision> &revisions)
{
    QJsonArray array;
    for (const NoteRevision &revision : revisions)
        array.append(revisionObject(revision));
    return array;
}

QJsonObject notesObject(const TradeNotes &notes)
{
    QJsonObject object;
    put(object, "text"_L1, notes.text);
    put(object, "setup"_L1, notes.setup);
    put(object, "tags"_L1, notes.tags);
    put(object, "mistakes"_L1, notes.mistakes);
    if (notes.rating > 0)
        object["rating"_L1] = notes.rating;
    put(object, "risk"_L1, notes.risk);
    return object;
}

void putDetail(QJsonObject &object, const TradeDetail &detail)
{
    QJsonArray executions;
    for (const TradeExecution &execution : detail.executions)
        executions.append(executionObject(execution));
    object["executions"_L1] = executions;
    if (!detail.revisions.empty())
        object["history"_L1] = historyArray(detail.revisions);
    QJsonArray attachments;
    for (const TradeAttachment &attachment : detail.attachments)
        attachments.append(QJsonObject { { u"name"_s, attachment.name },
                                         { u"size"_s, attachment.size },
                                         { u"at"_s, exporttext::utc(attachment.at) } });
    if (!attachments.isEmpty())
        object["attachments"_L1] = attachments;
}

} // namespace

QJsonObject journalobject::trade(const ExportedTrade &trade)
{
    const TradeRecord &record = *trade.record;
    QJsonObject object;
    object["account"_L1] = record.key.account;
    object["trade"_L1] = qint64(record.key.number);
    object["symbol"_L1] = record.symbol;
    put(object, "symbols"_L1, record.symbols);
    object["asset_class"_L1] = exporttext::assetClass(record.assetClass);
    object["direction"_L1] = exporttext::direction(record.direction);
    put(object, "structure"_L1, record.structure);
    object["size"_L1] = record.size.toString();
    object["multiplier"_L1] = record.multiplier;
    put(object, "opened"_L1, exporttext::utc(record.openedAt));
    put(object, "closed"_L1, exporttext::utc(record.closedAt));
    put(object, "entry_price"_L1, record.entryPrice);
    put(object, "exit_price"_L1, record.exitPrice);
    object["gross"_L1] = record.gross.toString();
    object["fees"_L1] = record.fees.toString();
    object["net"_L1] = record.net().toString();
    put(object, "stop"_L1, record.stop);
    put(object, "planned_risk"_L1, record.risk);
    put(object, "risk"_L1, countedRisk(record, *trade.notes));
    put(object, "mae"_L1, record.worst ? std::optional(-*record.worst) : std::nullopt);
    put(object, "mfe"_L1, record.best);
    if (record.isExcursionRough)
        object["excursion_rough"_L1] = true;
    put(object, "slippage"_L1, record.slippage);
    put(object, "strict_net"_L1, record.strictNet);
    put(object, "strategy"_L1, record.strategy);
    if (record.entry)
        object["entry"_L1] = momentObject(*record.entry);
    if (record.exit)
        object["exit"_L1] = momentObject(*record.exit);
    object["notes"_L1] = notesObject(*trade.notes);
    if (trade.detail)
        putDetail(object, *trade.detail);
    return object;
}

QJsonObject journalobject::day(const ExportedDay &day)
{
    QJsonObject object;
    object["day"_L1] = day.subject.day.toString(Qt::ISODate);
    put(object, "account"_L1, day.subject.trade.account);
    put(object, "plan"_L1, day.notes.plan);
    put(object, "review"_L1, day.notes.review);
    if (!day.notes.checklist.empty())
        object["checklist"_L1] = checklistArray(day.notes.checklist);
    if (!day.revisions.empty())
        object["history"_L1] = historyArray(day.revisions);
    return object;
}

} // namespace tapeline
