#include "instrumenttext.h"
#include "jsonfields.h"
#include "ledgerevent.h"

#include <QJsonDocument>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<std::string_view, ledgerAccountCount> accountTexts {
    "cash", "position_cost", "realized", "fees", "dividends", "interest", "deposits", "pending"
};

constexpr std::array<std::string_view, 23> kindTexts {
    "config",       "deposit",    "withdrawal",   "fill",      "fee",      "dividend",
    "dividend_pay", "interest",   "interest_pay", "split",     "exercise", "assignment",
    "expiry",       "correction", "reset",        "day_start", "lock",     "unlock",
    "mark",         "announce",   "instruct",     "designate", "terms"
};
static_assert(kindTexts.size() == static_cast<std::size_t>(LedgerEventKind::Terms) + 1);

std::optional<LedgerEventKind> kindFromText(std::string_view text)
{
    const auto found = std::find(kindTexts.begin(), kindTexts.end(), text);
    if (found == kindTexts.end())
        return {};
    return static_cast<LedgerEventKind>(found - kindTexts.begin());
}

QLatin1StringView latin1(std::string_view text)
{
    return { text.data(), qsizetype(text.size()) };
}

/// Writes a field that is not at its default.
class Writer
{
public:
    void text(std::string_view name, const QString &value)
    {
        if (!value.isEmpty())
            m_fields.text(name, value);
    }
    void integer(std::string_view name, qint64 value, qint64 usual = 0)
    {
        if (value != usual)
            m_fields.integer(name, value);
    }
    template<typename Decimal> void decimal(std::string_view name, Decimal value)
    {
        if (!value.isZero())
            m_fields.decimal(name, value);
    }
    void flag(std::string_view name, bool value)
    {
        if (value)
            m_fields.flag(name, true);
    }
    JsonFields &fields() { return m_fields; }

private:
    JsonFields m_fields;
};

std::string lotText(const LotChange &change)
{
    Writer out;
    out.text("symbol", change.symbol);
    out.integer("lot", qint64(change.lot));
    out.integer("opened_at", toNs(change.openedAt));
    out.integer("multiplier", change.multiplier, 1);
    out.decimal("qty", change.qty);
    out.decimal("cost", change.cost);
    out.decimal("realized", change.realized);
    out.decimal("fee", change.fee);
    out.text("strategy", change.strategy);
    out.flag("opens", change.opens);
    out.flag("quiet", change.quiet);
    return out.fields().take();
}

std::string reversalText(const LedgerEntry &entry)
{
    Writer out;
    for (std::size_t account = 0; account < ledgerAccountCount; ++account)
        out.decimal(accountTexts[account], entry.amounts[account]);
    std::vector<std::string> lots;
    for (const LotChange &change : entry.lots)
        lots.push_back(lotText(change));
    return out.fields().raw("lots", jsonArray(lots)).take();
}

void readUnsigned(JsonReading &reading, QLatin1StringView name, quint64 &target)
{
    qint64 value = qint64(target);
    reading.integer(name, value);
    if (value < 0)
        reading.fail(name);
    else
        target = quint64(value);
}

void readTime(JsonReading &reading, QLatin1StringView name, Timestamp &target)
{
    qint64 ns = toNs(target);
    reading.integer(name, ns);
    target = fromNs(ns);
}

Result<LotChange> lotFromJson(const QJsonObject &object)
{
    LotChange change;
    JsonReading reading(object);
    reading.text("symbol"_L1, change.symbol);
    readUnsigned(reading, "lot"_L1, change.lot);
    readTime(reading, "opened_at"_L1, change.openedAt);
    reading.integer("multiplier"_L1, change.multiplier);
    reading.decimal("qty"_L1, change.qty);
    reading.decimal("cost"_L1, change.cost);
    reading.decimal("realized"_L1, change.realized);
    reading.decimal("fee"_L1, change.fee);
    reading.text("strategy"_L1, change.strategy);
    reading.flag("opens"_L1, change.opens);
    reading.flag("quiet"_L1, change.quiet);
    if (reading.failed())
        return reading.error();
    return change;
}

Result<LedgerEntry> reversalFromJson(const QJsonObject &object)
{
    LedgerEntry entry;
    JsonReading reading(object);
    for (std::size_t account = 0; account < ledgerAccountCount; ++account)
        reading.decimal(latin1(accountTexts[account]), entry.amounts[account]);
    for (const QJsonValue &value : object.value("lots"_L1).toArray()) {
        Result<LotChange> change = lotFromJson(value.toObject());
        if (!change)
            return change.error();
        entry.lots.push_back(std::move(*change));
    }
    if (reading.failed())
        return reading.error();
    return entry;
}

void readLotIds(JsonReading &reading, const QJsonObject &object, std::vector<quint64> &lots)
{
    for (const QJsonValue &value : object.value("lots"_L1).toArray()) {
        if (value.toInteger() <= 0)
            reading.fail("lots"_L1);
        lots.push_back(quint64(value.toInteger()));
    }
}

void readPlainFields(JsonReading &reading, LedgerEvent &event)
{
    readUnsigned(reading, "sequence"_L1, event.sequence);
    readTime(reading, "at"_L1, event.at);
    reading.word("kind"_L1, event.kind, kindFromText);
    reading.text("symbol"_L1, event.symbol);
    reading.text("target"_L1, event.target);
    reading.decimal("qty"_L1, event.qty);
    reading.decimal("price"_L1, event.price);
    reading.integer("multiplier"_L1, event.multiplier);
    reading.decimal("deliverable"_L1, event.deliverable);
    reading.decimal("amount"_L1, event.amount);
    reading.decimal("fee"_L1, event.fee);
    reading.integer("numerator"_L1, event.numerator);
    reading.integer("denominator"_L1, event.denominator);
    reading.text("strategy"_L1, event.strategy);
    reading.text("source"_L1, event.source);
    readUnsigned(reading, "reference"_L1, event.reference);
}

Result<LedgerEvent> eventFromJson(const QJsonObject &object)
{
    LedgerEvent event;
    JsonReading reading(object);
    readPlainFields(reading, event);
    readLotIds(reading, object, event.lots);
    if (!object.contains("kind"_L1) || reading.failed())
        return reading.error();
    if (object.contains("settings"_L1)) {
        Result<AccountSettings> settings = settingsFromJson(object.value("settings"_L1).toObject());
        if (!settings)
            return settings.error();
        event.settings = std::move(*settings);
    }
    if (object.contains("instrument"_L1)) {
        Result<Instrument> instrument
            = instrumentFromJson(object.value("instrument"_L1).toObject());
        if (!instrument)
            return instrument.error();
        event.instrument = std::move(*instrument);
    }
    if (object.contains("reversal"_L1)) {
        Result<LedgerEntry> reversal = reversalFromJson(object.value("reversal"_L1).toObject());
        if (!reversal)
            return reversal.error();
        event.reversal = std::move(*reversal);
    }
    return event;
}

void writePlainFields(Writer &out, const LedgerEvent &event)
{
    out.fields().integer("sequence", qint64(event.sequence)).integer("at", toNs(event.at));
    out.fields().text("kind", ledgerKindText(event.kind));
    out.text("symbol", event.symbol);
    out.text("target", event.target);
    out.decimal("qty", event.qty);
    out.decimal("price", event.price);
    out.integer("multiplier", event.multiplier, 1);
    out.decimal("deliverable", event.deliverable);
    out.decimal("amount", event.amount);
    out.decimal("fee", event.fee);
    out.integer("numerator", event.numerator, 1);
    out.integer("denominator", event.denominator, 1);
    out.text("strategy", event.strategy);
    out.text("source", event.source);
    out.integer("reference", qint64(event.reference));
}

} // namespace

std::string_view ledgerAccountText(LedgerAccount account)
{
    return accountTexts[static_cast<std::size_t>(account)];
}

std::string_view ledgerKindText(LedgerEventKind kind)
{
    return kindTexts[static_cast<std::size_t>(kind)];
}

std::string ledgerEventText(const LedgerEvent &event)
{
    Writer out;
    writePlainFields(out, event);
    if (!event.lots.empty()) {
        std::vector<std::string> ids;
        for (const quint64 lot : event.lots)
            ids.push_back(std::to_string(lot));
        out.fields().raw("lots", jsonArray(ids));
    }
    if (event.settings)
        out.fields().raw("settings", settingsText(*event.settings));
    if (event.instrument)
        out.fields().raw("instrument", instrumentText(*event.instrument));
    if (event.reversal)
        out.fields().raw("reversal", reversalText(*event.reversal));
    return out.fields().take();
}

Result<LedgerEvent> ledgerEventFromText(std::string_view line)
{
    const QByteArray bytes = QByteArray::fromRawData(line.data(), qsizetype(line.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return Error { Error::Code::Malformed, u"no JSON object"_s };
    return eventFromJson(document.object());
}

} // namespace tapeline
