#include "streamdecoder.h"

#include "bookside.h"
#include "eventbuilder.h"
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
    std::size_t depths = 0;
    qint64 unknown = 0;
    qint64 invalid = 0;
    InstrumentNames::Extent names;
};

StreamDecoder::StreamDecoder(SymbolTable &symbols, AssetClass market)
    : m_names(symbols)
    , m_market(market)
{
}

Result<void> StreamDecoder::decode(QByteArrayView frame, EventBatch &out)
{
    const std::string_view text(frame.data(), static_cast<std::size_t>(frame.size()));
    const Mark before = mark(out);
    m_numbers.clear();
    m_plain.text = frame.data();
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
    return { out.events.size(), out.statuses.size(), out.depths.size(),
             out.unknown,       out.invalid,         m_names.extent() };
}

void StreamDecoder::returnTo(const Mark &mark, EventBatch &out)
{
    out.events.erase(out.events.begin() + std::ptrdiff_t(mark.events), out.events.end());
    out.statuses.erase(out.statuses.begin() + std::ptrdiff_t(mark.statuses), out.statuses.end());
    out.depths.erase(out.depths.begin() + std::ptrdiff_t(mark.depths), out.depths.end());
    out.unknown = mark.unknown;
    out.invalid = mark.invalid;
    m_names.returnTo(mark.names);
}

/// An array of objects and nothing behind it.
bool StreamDecoder::readFrame(EventBatch &out)
{
    if (m_index.at(0) != '[')
        return false;
    quint32 place = 0;
    if (m_index.at(1) == ']') {
        ++place;
    } else {
        do {
            ++place; // the bracket or the comma
            if (!readObject(place, out))
                return false;
        } while (m_index.at(place) == ',');
    }
    return m_index.at(place) == ']' && place + 1 == m_index.count();
}

/// False when what stands there is no object or is broken. place becomes what follows it.
inline bool StreamDecoder::readObject(quint32 &place, EventBatch &out)
{
    if (m_index.at(place) != '{')
        return false;
    const ObjectShape *shape = shapeOf(place);
    if (shape && readShaped(*shape, place, out)) {
        ++(shape == &m_shape ? m_ways.byName : m_ways.expected);
        place += shape->end + 1U;
        return true;
    }
    return readTree(place, out);
}

inline const ObjectShape *StreamDecoder::shapeOf(quint32 brace)
{
    if (m_shortcuts == Shortcuts::None || !ShapeBook::hasRoom(m_index, brace))
        return nullptr;
    if (m_shortcuts == Shortcuts::Expected) {
        if (const ObjectShape *expected = m_shapes.find(m_index, brace))
            return expected;
    }
    if (!readShape(m_index, brace, m_shape))
        return nullptr;
    m_shapes.learn(m_index, brace, m_shape);
    return &m_shape;
}

/// False, and nothing but symbols added, when the object wants the tree.
inline bool StreamDecoder::readShaped(const ObjectShape &shape, quint32 brace, EventBatch &out)
{
    const PlainFields::Object object { m_index.offsets() + brace, &shape };
    if (shape.kind < StreamKind::Status) [[likely]]
        return EventBuilder<PlainFields>(m_plain, m_names, m_market, out.events)
            .add(shape.kind, object);
    if (shape.kind != StreamKind::Unknown || !PlainFields(m_plain, object).areSound())
        return false;
    ++out.unknown;
    return true;
}

bool StreamDecoder::readTree(quint32 &place, EventBatch &out)
{
    ++m_ways.tree;
    if (!m_json.parseElement(m_index, place))
        return false;
    const TreeFields fields(m_numbers, m_json.root());
    const StreamKind kind = fields.kind();
    if (kind == StreamKind::Unknown)
        ++out.unknown;
    else if (kind == StreamKind::Status)
        out.statuses.push_back(
            { toQString(fields.text(Field::Status)), toQString(fields.text(Field::Message)) });
    else if (!(kind == StreamKind::CryptoBook
                   ? readBook(fields, out)
                   : EventBuilder<TreeFields>(m_numbers, m_names, m_market, out.events)
                         .add(kind, m_json.root())))
        ++out.invalid;
    return true;
}

/// A book is long and rare: it is always read from the tree. A side may be left out, not both.
bool StreamDecoder::readBook(const TreeFields &fields, EventBatch &out)
{
    const JsonValue bids = m_json.root()["b"];
    const JsonValue asks = m_json.root()["a"];
    DepthUpdate book;
    book.isSnapshot = true;
    book.instrument = m_names.pair(fields.symbol(Field::Pair), AssetClass::Crypto);
    const bool isWhole = fields.read(Field::T, book.time) && (bids.isPresent() || asks.isPresent())
        && readBookSide(bids, m_numbers, book.bids) && readBookSide(asks, m_numbers, book.asks);
    if (!book.instrument.isValid() || !isWhole)
        return false;
    book.exchange = fields.integerOr<quint16>(Field::X);
    out.depths.push_back(std::move(book));
    return true;
}

} // namespace tapeline
