#include "streamdecoder.h"

#include "eventbuilder.h"
#include "symbology.h"
#include "tokenfields.h"
#include "treefields.h"

#include <QString>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
using Field = StreamField;

namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

struct StreamDecoder::Mark
{
    std::size_t events = 0;
    std::size_t statuses = 0;
    qint64 unknown = 0;
    qint64 invalid = 0;
    std::size_t symbols = 0;
    std::size_t forexPairs = 0;
    std::size_t cryptoPairs = 0;
};

StreamDecoder::StreamDecoder(SymbolTable &symbols, AssetClass market)
    : m_symbols(symbols)
    , m_market(market)
{
}

Result<void> StreamDecoder::decode(QByteArrayView frame, EventBatch &out)
{
    const std::string_view text(frame.data(), static_cast<std::size_t>(frame.size()));
    const Mark before = mark(out);
    m_numbers.clear();
    if (!m_index.build(text) && readFrame(out)) {
        out.rounded += m_numbers.rounded();
        return {};
    }
    returnTo(before, out);
    const Result<void> parsed = m_json.parse(text); // to say what is wrong
    return parsed ? Error { Error::Code::Malformed, u"a frame must be an array of objects"_s }
                  : parsed;
}

StreamDecoder::Mark StreamDecoder::mark(const EventBatch &out) const
{
    return { out.events.size(),
             out.statuses.size(),
             out.unknown,
             out.invalid,
             m_symbols.size(),
             m_forexPairs.names.size(),
             m_cryptoPairs.names.size() };
}

void StreamDecoder::returnTo(const Mark &mark, EventBatch &out)
{
    out.events.erase(out.events.begin() + std::ptrdiff_t(mark.events), out.events.end());
    out.statuses.erase(out.statuses.begin() + std::ptrdiff_t(mark.statuses), out.statuses.end());
    out.unknown = mark.unknown;
    out.invalid = mark.invalid;
    m_symbols.truncate(mark.symbols);
    m_forexPairs.names.truncate(mark.forexPairs);
    m_forexPairs.instruments.resize(mark.forexPairs);
    m_cryptoPairs.names.truncate(mark.cryptoPairs);
    m_cryptoPairs.instruments.resize(mark.cryptoPairs);
}

/// An array of objects and nothing behind it.
bool StreamDecoder::readFrame(EventBatch &out)
{
    if (m_index.at(0) != '[')
        return false;
    quint32 place = 1;
    if (m_index.at(place) != ']') {
        while (readObject(place, out) && m_index.at(place) == ',')
            ++place;
    }
    return m_index.at(place) == ']' && place + 1 == m_index.count();
}

/// False when what stands there is no object or is broken. place becomes what follows it.
bool StreamDecoder::readObject(quint32 &place, EventBatch &out)
{
    if (m_index.at(place) != '{')
        return false;
    const ObjectShape *shape = shapeOf(place);
    if (shape && readShaped(*shape, place, out)) {
        place += shape->end + 1U;
        return true;
    }
    return readTree(place, out);
}

const ObjectShape *StreamDecoder::shapeOf(quint32 brace)
{
    if (m_shortcuts == Shortcuts::None || !ShapeBook::hasRoom(m_index, brace))
        return nullptr;
    if (m_shortcuts == Shortcuts::Expected) {
        if (const ObjectShape *expected = m_shapes.find(m_index, brace)) {
            ++m_ways.expected;
            return expected;
        }
    }
    if (!readShape(m_index, brace, m_shape))
        return nullptr;
    ++m_ways.byName;
    m_shapes.learn(m_index, brace, m_shape);
    return &m_shape;
}

/// False, and nothing but symbols added, when the object wants the tree.
bool StreamDecoder::readShaped(const ObjectShape &shape, quint32 brace, EventBatch &out)
{
    if (shape.kind == StreamKind::Status)
        return false;
    const std::size_t events = out.events.size();
    const FeedNumbers numbers = m_numbers;
    TokenFields fields(m_index, brace, shape, m_numbers);
    const bool isKnown = shape.kind != StreamKind::Unknown;
    const bool isMissing = isKnown && !addEvent(shape.kind, fields, out);
    fields.checkRest();
    if (!isMissing && !fields.isOdd()) {
        out.unknown += isKnown ? 0 : 1;
        return true;
    }
    out.events.erase(out.events.begin() + std::ptrdiff_t(events), out.events.end());
    m_numbers = numbers;
    return false;
}

bool StreamDecoder::readTree(quint32 &place, EventBatch &out)
{
    ++m_ways.tree;
    if (!m_json.parseElement(m_index, place))
        return false;
    TreeFields fields(m_json.root(), m_numbers);
    const StreamKind kind = fields.kind();
    if (kind == StreamKind::Unknown)
        ++out.unknown;
    else if (kind == StreamKind::Status)
        out.statuses.push_back(
            { toQString(fields.text(Field::Status)), toQString(fields.text(Field::Message)) });
    else if (!addEvent(kind, fields, out))
        ++out.invalid;
    return true;
}

/// False when the object lacks what its event needs.
template<typename Fields>
bool StreamDecoder::addEvent(StreamKind kind, Fields &fields, EventBatch &out)
{
    constexpr AssetClass forex = AssetClass::Forex;
    constexpr AssetClass crypto = AssetClass::Crypto;
    EventBuilder<Fields> events(fields, m_market, out.events);
    switch (kind) {
    case StreamKind::Trade:
        return events.addTrade(symbolOf(fields));
    case StreamKind::Quote:
        return events.addQuote(symbolOf(fields));
    case StreamKind::SecondBar:
        return events.addAggregate(symbolOf(fields), TimeUnit::Second);
    case StreamKind::MinuteBar:
        return events.addAggregate(symbolOf(fields), TimeUnit::Minute);
    case StreamKind::Bands:
        return events.addBands(symbolOf(fields));
    case StreamKind::Imbalance:
        return events.addImbalance(symbolOf(fields));
    case StreamKind::IndexValue:
        return events.addIndexValue(symbolOf(fields));
    case StreamKind::ForexQuote:
        return events.addForexQuote(pairOf(fields, Field::P, forex));
    case StreamKind::ForexSecondBar:
        return events.addAggregate(pairOf(fields, Field::Pair, forex), TimeUnit::Second);
    case StreamKind::ForexMinuteBar:
        return events.addAggregate(pairOf(fields, Field::Pair, forex), TimeUnit::Minute);
    case StreamKind::CryptoTrade:
        return events.addTrade(pairOf(fields, Field::Pair, crypto));
    case StreamKind::CryptoQuote:
        return events.addQuote(pairOf(fields, Field::Pair, crypto));
    case StreamKind::CryptoSecondBar:
        return events.addAggregate(pairOf(fields, Field::Pair, crypto), TimeUnit::Second);
    case StreamKind::CryptoMinuteBar:
        return events.addAggregate(pairOf(fields, Field::Pair, crypto), TimeUnit::Minute);
    case StreamKind::Status:
    case StreamKind::Unknown:
        break;
    }
    Q_UNREACHABLE();
}

/// The symbol under sym, or under T, which the channels without trades and quotes use.
template<typename Fields> InstrumentId StreamDecoder::symbolOf(Fields &fields)
{
    const Field field = fields.isPresent(Field::Symbol) ? Field::Symbol : Field::UpperT;
    return Fields::intern(m_symbols, fields.symbol(field));
}

template<typename Fields>
InstrumentId StreamDecoder::pairOf(Fields &fields, StreamField field, AssetClass assetClass)
{
    const std::string_view name = fields.symbol(field);
    PairNames &pairs = assetClass == AssetClass::Forex ? m_forexPairs : m_cryptoPairs;
    const InstrumentId known = Fields::intern(pairs.names, name);
    if (!known.isValid())
        return {};
    if (known.index() == pairs.instruments.size())
        pairs.instruments.push_back(
            m_symbols.intern(symbology::fromStream(toQString(name), assetClass)));
    return pairs.instruments[known.index()];
}

} // namespace tapeline
