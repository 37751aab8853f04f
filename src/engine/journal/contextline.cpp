#include "contextline.h"

#include "jsonfields.h"
#include "momenttext.h"

#include <QJsonDocument>

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = ContextLine::Kind;

/// In the order of Kind.
constexpr std::array<std::string_view, 4> kindWords { "decision", "entry", "exit", "excursion" };

std::optional<Kind> kindFromText(std::string_view text)
{
    for (std::size_t i = 0; i < kindWords.size(); ++i)
        if (kindWords[i] == text)
            return static_cast<Kind>(i);
    return {};
}

/// The fields that a kind of line has.
std::vector<QLatin1StringView> fieldsOf(Kind kind)
{
    switch (kind) {
    case Kind::Decision:
        return { "order"_L1, "symbol"_L1, "moment"_L1 };
    case Kind::Entry:
    case Kind::Exit:
        return { "trade"_L1, "moment"_L1 };
    case Kind::Excursion:
        return { "trade"_L1, "worst"_L1, "best"_L1, "rough"_L1 };
    }
    Q_UNREACHABLE();
}

} // namespace

std::string contextLineText(const ContextLine &line)
{
    JsonFields fields;
    fields.text("kind", kindWords[static_cast<std::size_t>(line.kind)]);
    switch (line.kind) {
    case Kind::Decision:
        fields.text("order", line.order).text("symbol", line.symbol);
        return fields.raw("moment", marketMomentText(line.moment)).take();
    case Kind::Entry:
    case Kind::Exit:
        fields.integer("trade", qint64(line.trade));
        return fields.raw("moment", marketMomentText(line.moment)).take();
    case Kind::Excursion:
        fields.integer("trade", qint64(line.trade)).decimal("worst", line.worst);
        return fields.decimal("best", line.best).flag("rough", line.isRough).take();
    }
    Q_UNREACHABLE();
}

Result<ContextLine> contextLineFromText(std::string_view text)
{
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
    const QJsonObject object = document.object();
    ContextLine line;
    qint64 trade = 0;
    JsonReading reading(object);
    reading.word("kind"_L1, line.kind, kindFromText);
    if (!object.contains("kind"_L1))
        reading.fail("kind"_L1);
    reading.text("order"_L1, line.order);
    reading.text("symbol"_L1, line.symbol);
    reading.integer("trade"_L1, trade);
    reading.decimal("worst"_L1, line.worst);
    reading.decimal("best"_L1, line.best);
    reading.flag("rough"_L1, line.isRough);
    for (const QLatin1StringView name : fieldsOf(line.kind))
        if (!object.contains(name))
            reading.fail(name);
    if (reading.failed())
        return reading.error();
    line.trade = quint64(trade);
    if (!object.contains("moment"_L1))
        return line;
    const Result<MarketMoment> moment = marketMomentFrom(object.value("moment"_L1).toObject());
    if (!moment)
        return moment.error();
    line.moment = *moment;
    return line;
}

} // namespace tapeline
