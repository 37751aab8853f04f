#include "ordereventtext.h"

#include "jsonfields.h"
#include "ordertext.h"

#include <QJsonDocument>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

template<typename Decimal> void addDecimal(JsonFields &fields, std::string_view name, Decimal value)
{
    if (!value.isZero())
        fields.decimal(name, value);
}

void addTime(JsonFields &fields, std::string_view name, Timestamp time)
{
    if (toNs(time) != 0)
        fields.integer(name, toNs(time));
}

std::string evidenceText(const FillEvidence &evidence)
{
    JsonFields fields;
    fields.text("rule", orderText(evidence.rule));
    addTime(fields, "quote_at", evidence.quoteTime);
    addDecimal(fields, "bid", evidence.bid);
    addDecimal(fields, "ask", evidence.ask);
    addDecimal(fields, "bid_size", evidence.bidSize);
    addDecimal(fields, "ask_size", evidence.askSize);
    addTime(fields, "print_at", evidence.printTime);
    addDecimal(fields, "print_price", evidence.printPrice);
    addDecimal(fields, "print_size", evidence.printSize);
    if (evidence.sequence != 0)
        fields.integer("sequence", qint64(evidence.sequence));
    addDecimal(fields, "queue_ahead", evidence.queueAhead);
    addDecimal(fields, "slippage", evidence.slippage);
    addDecimal(fields, "strict_qty", evidence.strictQty);
    addDecimal(fields, "generous_qty", evidence.generousQty);
    if (evidence.recency != Recency::RealTime)
        fields.text("recency", orderText(evidence.recency));
    return fields.take();
}

std::string matchingText(const MatchingNote &note)
{
    JsonFields fields;
    fields.text("stage", orderText(note.stage));
    if (note.collar)
        fields.decimal("collar", *note.collar);
    addTime(fields, "chase_until", note.chaseEnds);
    if (note.released)
        fields.flag("released", true);
    return fields.take();
}

void readTime(JsonReading &reading, QLatin1StringView name, Timestamp &target)
{
    qint64 ns = 0;
    reading.integer(name, ns);
    target = fromNs(ns);
}

void readNumber(JsonReading &reading, QLatin1StringView name, quint64 &target)
{
    qint64 number = 0;
    reading.integer(name, number);
    target = quint64(number);
}

FillEvidence readEvidence(const QJsonObject &object, bool &failed)
{
    FillEvidence evidence;
    JsonReading reading(object);
    reading.word("rule"_L1, evidence.rule, fillRuleFromText);
    readTime(reading, "quote_at"_L1, evidence.quoteTime);
    reading.decimal("bid"_L1, evidence.bid);
    reading.decimal("ask"_L1, evidence.ask);
    reading.decimal("bid_size"_L1, evidence.bidSize);
    reading.decimal("ask_size"_L1, evidence.askSize);
    readTime(reading, "print_at"_L1, evidence.printTime);
    reading.decimal("print_price"_L1, evidence.printPrice);
    reading.decimal("print_size"_L1, evidence.printSize);
    readNumber(reading, "sequence"_L1, evidence.sequence);
    reading.decimal("queue_ahead"_L1, evidence.queueAhead);
    reading.decimal("slippage"_L1, evidence.slippage);
    reading.decimal("strict_qty"_L1, evidence.strictQty);
    reading.decimal("generous_qty"_L1, evidence.generousQty);
    reading.word("recency"_L1, evidence.recency, recencyFromText);
    failed = reading.failed();
    return evidence;
}

MatchingNote readMatching(const QJsonObject &object, bool &failed)
{
    MatchingNote note;
    JsonReading reading(object);
    reading.word("stage"_L1, note.stage, matchStageFromText);
    if (object.contains("collar"_L1))
        reading.decimal("collar"_L1, note.collar.emplace());
    readTime(reading, "chase_until"_L1, note.chaseEnds);
    reading.flag("released"_L1, note.released);
    failed = reading.failed();
    return note;
}

void readFields(JsonReading &reading, OrderEvent &event)
{
    readNumber(reading, "seq"_L1, event.sequence);
    readTime(reading, "at"_L1, event.at);
    reading.text("id"_L1, event.id);
    reading.word("action"_L1, event.action, orderActionFromText);
    reading.word("state"_L1, event.state, stateFromText);
    reading.word("reason"_L1, event.reason.code, reasonFromText);
    reading.text("numbers"_L1, event.reason.numbers);
    reading.decimal("last_qty"_L1, event.lastQty);
    reading.decimal("last_px"_L1, event.lastPrice);
    qint64 leg = event.leg;
    reading.integer("leg"_L1, leg);
    event.leg = int(leg);
    reading.decimal("cum_qty"_L1, event.cumQty);
    reading.decimal("leaves"_L1, event.leaves);
    reading.decimal("fee"_L1, event.fee);
}

} // namespace

std::string orderEventText(const OrderEvent &event)
{
    JsonFields fields;
    fields.integer("seq", qint64(event.sequence)).integer("at", toNs(event.at));
    fields.text("id", event.id).text("action", orderText(event.action));
    fields.text("state", stateText(event.state));
    if (event.reason.code != ReasonCode::None)
        fields.text("reason", reasonText(event.reason.code));
    if (!event.reason.numbers.isEmpty())
        fields.text("numbers", event.reason.numbers);
    addDecimal(fields, "last_qty", event.lastQty);
    addDecimal(fields, "last_px", event.lastPrice);
    if (event.leg >= 0)
        fields.integer("leg", event.leg);
    addDecimal(fields, "cum_qty", event.cumQty);
    addDecimal(fields, "leaves", event.leaves);
    addDecimal(fields, "fee", event.fee);
    if (event.evidence != FillEvidence())
        fields.raw("evidence", evidenceText(event.evidence));
    if (event.matching)
        fields.raw("matching", matchingText(*event.matching));
    if (event.ticket)
        fields.raw("ticket", ticketText(*event.ticket));
    return fields.take();
}

Result<OrderEvent> orderEventFromText(std::string_view line)
{
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), qsizetype(line.size())));
    const QJsonObject object = document.object();
    if (!document.isObject() || !object.contains("action"_L1) || !object.contains("state"_L1))
        return Error { Error::Code::Malformed, u"no order event"_s };
    OrderEvent event;
    JsonReading reading(object);
    readFields(reading, event);
    if (object.contains("evidence"_L1)) {
        bool failed = false;
        event.evidence = readEvidence(object.value("evidence"_L1).toObject(), failed);
        if (failed)
            reading.fail("evidence"_L1);
    }
    if (object.contains("matching"_L1)) {
        bool failed = false;
        event.matching = readMatching(object.value("matching"_L1).toObject(), failed);
        if (failed)
            reading.fail("matching"_L1);
    }
    if (reading.failed())
        return reading.error();
    if (!object.contains("ticket"_L1))
        return event;
    Result<OrderTicket> ticket = ticketFromJson(object.value("ticket"_L1).toObject());
    if (!ticket)
        return ticket.error();
    event.ticket = std::move(*ticket);
    return event;
}

void EventHash::add(std::string_view line)
{
    for (const char c : line)
        m_value = (m_value ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    m_value = (m_value ^ '\n') * 0x100000001B3ULL;
}

} // namespace tapeline
