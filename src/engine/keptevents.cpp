#include "keptevents.h"

#include "jsonfields.h"

#include <algorithm>
#include <map>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace keptevents {

namespace {

Error damaged(const QString &sentence)
{
    return { Error::Code::Storage, sentence };
}

std::string_view textOf(const QByteArray &line)
{
    return { line.constData(), std::size_t(line.size()) };
}

/// Events that were kept, back from their text.
template<typename Event>
Result<std::vector<Event>>
readStream(const JournalDatabase &journal, const QString &account, const QString &stream,
           Result<Event> (*read)(std::string_view), std::vector<QByteArray> &texts)
{
    const Result<std::vector<JournalLine>> lines = journal.lines(account, stream);
    if (!lines)
        return lines.error();
    std::vector<Event> events;
    events.reserve(lines->size());
    for (const JournalLine &line : *lines) {
        if (line.sequence != events.size() + 1)
            return damaged(u"event %1 of the %2 of %3 is missing"_s.arg(events.size() + 1)
                               .arg(stream, account));
        Result<Event> event = read(textOf(line.body));
        if (!event || event->sequence != line.sequence)
            return Error { Error::Code::Malformed,
                           u"event %1 of the %2 of %3 cannot be read: %4"_s.arg(line.sequence)
                               .arg(stream, account,
                                    event ? u"it has another number"_s : event.error().detail) };
        events.push_back(*std::move(event));
        texts.push_back(line.body);
    }
    return events;
}

bool isBooked(const OrderEvent &fill, const LedgerEvent &booking)
{
    return booking.source == fill.id && booking.price == fill.lastPrice && booking.fee == fill.fee
        && (booking.qty == fill.lastQty || booking.qty == -fill.lastQty);
}

/// A fill that did not fit into the books has stopped the account.
bool isExcused(const OrderEvent &fill, const std::vector<LedgerEvent> &books)
{
    return std::ranges::any_of(books, [&](const LedgerEvent &event) {
        return event.kind == LedgerEventKind::Lock && event.source == "fault"_L1
            && event.reference == fill.sequence;
    });
}

/// Every fill is in both.
Result<void> compareFills(const KeptEvents &kept, const QString &account)
{
    std::map<quint64, const LedgerEvent *> bookings;
    for (const LedgerEvent &event : kept.books) {
        if (event.kind == LedgerEventKind::Fill)
            bookings[event.reference] = &event;
    }
    for (const OrderEvent &event : kept.orders) {
        if (event.lastQty <= Qty())
            continue;
        const auto booking = bookings.find(event.sequence);
        const bool isKnown = booking != bookings.end() && isBooked(event, *booking->second);
        if (!isKnown && !isExcused(event, kept.books))
            return damaged(
                u"the books of %1 do not have the fill of order event %2 (%3)"_s.arg(account)
                    .arg(event.sequence)
                    .arg(event.id));
        if (isKnown)
            bookings.erase(booking);
    }
    if (bookings.empty())
        return {};
    const LedgerEvent &left = *bookings.begin()->second;
    return damaged(u"the orders of %1 do not have the fill of book event %2 (%3)"_s.arg(account)
                       .arg(left.sequence)
                       .arg(left.source));
}

std::string notedText(const LedgerState &books, quint64 orders, const EventHash &orderHash)
{
    return JsonFields()
        .raw("books", ledgerStateText(books))
        .integer("orders", qint64(orders))
        .text("order_hash", QString::number(orderHash.value(), 16))
        .take();
}

/// How many order events a note rests on; none when it cannot be read.
std::optional<quint64> notedOrders(const QByteArray &body)
{
    const qsizetype at = body.lastIndexOf("\"orders\":");
    const QByteArray digits = body.mid(at + 9, body.indexOf(',', at) - at - 9);
    bool isNumber = false;
    const quint64 count = digits.toULongLong(&isNumber);
    return at >= 0 && isNumber ? std::optional(count) : std::nullopt;
}

/// What the events come to is what the account had come to when it was noted.
Result<void> compareNoted(const JournalState &noted, const KeptEvents &kept, const QString &account)
{
    if (noted.sequence == 0)
        return {};
    const std::optional<quint64> orders = notedOrders(noted.body);
    if (noted.sequence <= kept.books.size() && orders && *orders <= kept.orderLines.size()) {
        const Result<Ledger> folded = Ledger::fold(std::span(kept.books).first(noted.sequence));
        EventHash hash;
        for (quint64 i = 0; i < *orders; ++i)
            hash.add(textOf(kept.orderLines[i]));
        if (folded && noted.body.toStdString() == notedText(folded->state(), *orders, hash))
            return {};
    }
    return damaged(
        u"the events of %1 do not come to what was noted of them at event %2 of the books"_s
            .arg(account)
            .arg(noted.sequence));
}

} // namespace

Result<KeptEvents> read(const JournalDatabase &journal, const QString &account)
{
    KeptEvents kept;
    Result<std::vector<OrderEvent>> orders = readStream<OrderEvent>(
        journal, account, orderStream, orderEventFromText, kept.orderLines);
    if (!orders)
        return orders.error();
    Result<std::vector<LedgerEvent>> books = readStream<LedgerEvent>(
        journal, account, bookStream, ledgerEventFromText, kept.bookLines);
    if (!books)
        return books.error();
    const Result<JournalState> noted = journal.state(account);
    if (!noted)
        return noted.error();
    kept.orders = *std::move(orders);
    kept.books = *std::move(books);
    if (const Result<void> same = compareFills(kept, account); !same)
        return same.error();
    if (const Result<void> same = compareNoted(*noted, kept, account); !same)
        return same.error();
    return kept;
}

JournalState noted(const LedgerState &books, quint64 orders, const EventHash &orderHash)
{
    return { books.sequence, QByteArray::fromStdString(notedText(books, orders, orderHash)) };
}

} // namespace keptevents
} // namespace tapeline
