#pragma once

#include "marketevent.h"
#include "symboltable.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace tapeline::test {

/// What an event says, in a form that two decoders can be compared by.
struct EventFacts
{
    char kind = '?';
    std::string symbol;
    std::vector<double> decimals;
    std::vector<qint64> integers;
    std::string text;
};

/// A second reading of stream frames that shares no code with StreamDecoder: simdjson's DOM, its
/// doubles, and massive-api.md section 6 once more. Slow and plain.
class DomReference
{
public:
    struct Frame
    {
        std::vector<EventFacts> events;
        std::vector<EventFacts> books;
        std::vector<std::pair<std::string, std::string>> statuses;
        qint64 unknown = 0;
        qint64 invalid = 0;
    };
    enum class Verdict {
        Read,
        Malformed,
        Unsure ///< hangs on digits that a double does not hold, or on the DOM's own limits
    };

    explicit DomReference(bool isFutures)
        : m_isFutures(isFutures)
        , m_unsure(m_parser.allocate(1 << 16, shallow) != simdjson::SUCCESS)
    {
    }

    Verdict read(std::string_view text, Frame &frame)
    {
        frame = {};
        m_unsure = false;
        simdjson::dom::element root;
        const simdjson::error_code error = m_parser.parse(simdjson::padded_string(text)).get(root);
        if (error == simdjson::NUMBER_ERROR || error == simdjson::DEPTH_ERROR)
            return Verdict::Unsure;
        simdjson::dom::array array;
        if (error || root.get(array))
            return Verdict::Malformed;
        for (const simdjson::dom::element element : array) {
            if (!element.is_object())
                return Verdict::Malformed;
        }
        for (const simdjson::dom::element element : array)
            readObject(element, frame);
        return m_unsure ? Verdict::Unsure : Verdict::Read;
    }

private:
    static constexpr std::size_t shallow = 64; // far below what the decoder takes
    using Value = std::optional<simdjson::dom::element>;

    void readObject(simdjson::dom::element object, Frame &frame)
    {
        m_object = object;
        const std::string ev = string("ev").value_or("");
        if (ev == "status") {
            frame.statuses.emplace_back(text("status"), text("message"));
            return;
        }
        if (ev == "XL2") {
            const std::optional<EventFacts> facts = book();
            frame.books.insert(frame.books.end(), facts ? 1 : 0, facts.value_or(EventFacts()));
            frame.invalid += facts ? 0 : 1;
            return;
        }
        std::optional<EventFacts> facts;
        if (ev == "T" || ev == "XT")
            facts = trade(ev == "XT");
        else if (ev == "Q" || ev == "XQ")
            facts = quote(ev == "XQ");
        else if (ev == "C")
            facts = forexQuote();
        else if (ev == "A" || ev == "AM" || ev == "CA" || ev == "CAS" || ev == "XA" || ev == "XAS")
            facts = bar(ev);
        else if (ev == "LULD")
            facts = bands();
        else if (ev == "NOI")
            facts = imbalance();
        else if (ev == "V")
            facts = indexValue();
        else {
            ++frame.unknown;
            return;
        }
        if (facts)
            frame.events.push_back(*facts);
        else
            ++frame.invalid;
    }

    Value value(std::string_view name) const
    {
        for (const auto [key, element] : simdjson::dom::object(m_object)) {
            if (key == name)
                return element;
        }
        return {};
    }
    bool isPresent(std::string_view name) const
    {
        const Value found = value(name);
        return found && !found->is_null();
    }
    std::optional<std::string> string(std::string_view name) const
    {
        const Value found = value(name);
        if (!found || !found->is_string())
            return {};
        return std::string(std::string_view(*found));
    }
    std::string text(std::string_view name)
    {
        const Value found = value(name);
        if (!found || found->is_string())
            return string(name).value_or("");
        if (found->is_int64() && found->get_int64().value() != 0) // which "-0" is as well
            return std::to_string(qint64(found->get_int64().value()));
        m_unsure = m_unsure || found->is_number();
        return {};
    }

    /// Digits, perhaps a point and an exponent; anything else is no number.
    static std::optional<double> numberIn(std::string_view written)
    {
        if (!written.empty() && written.front() == '+')
            written.remove_prefix(1);
        else if (!written.empty() && written.front() == '-' && written.substr(1).starts_with('-'))
            return {};
        const bool isPlain = written.find_first_not_of("0123456789.eE+-") == written.npos;
        double number = 0;
        const auto [end, error]
            = std::from_chars(written.data(), written.data() + written.size(), number);
        if (!isPlain || end != written.data() + written.size()
            || error == std::errc::invalid_argument)
            return {};
        return error == std::errc() ? number : HUGE_VAL;
    }
    std::optional<double> number(const Value &found)
    {
        if (!found)
            return {};
        if (found->is_string()) {
            const std::string_view written = *found;
            const std::optional<double> parsed = numberIn(written);
            m_unsure = m_unsure || (parsed && !std::isfinite(*parsed));
            m_unsure = m_unsure || written.starts_with("+-");
            return parsed;
        }
        return found->is_number() ? std::optional(found->get_double().value()) : std::nullopt;
    }
    std::optional<double> within(std::string_view name, double limit)
    {
        return within(value(name), limit);
    }
    std::optional<double> within(const Value &written, double limit)
    {
        const std::optional<double> found = number(written);
        if (!found)
            return {};
        const double magnitude = std::abs(*found);
        m_unsure = m_unsure || (magnitude > limit * 0.999 && magnitude < limit * 1.001);
        return magnitude < limit ? found : std::nullopt;
    }
    static constexpr double maxPrice = 922'337'203.68;
    static constexpr double maxQty = 92'233'720'368.5;
    std::optional<double> price(std::string_view name) { return within(name, maxPrice); }
    std::optional<double> qty(std::string_view name) { return within(name, maxQty); }
    std::optional<double> qty(std::string_view exact, std::string_view plain)
    {
        const std::optional<double> found = qty(exact);
        return found ? found : qty(plain);
    }
    double real(std::string_view name)
    {
        const Value found = value(name);
        m_unsure = m_unsure || (found && found->is_string()); // signs, infinities
        return number(found).value_or(0);
    }

    std::optional<qint64> integer(const Value &found)
    {
        if (found && found->is_int64())
            return qint64(found->get_int64().value());
        const std::optional<double> real = number(found);
        if (!real)
            return {};
        m_unsure = m_unsure || *real != std::floor(*real) || std::abs(*real) > 9e15;
        return qint64(m_unsure ? 0 : *real);
    }
    qint64 integerOr(std::string_view name, qint64 limit, qint64 fallback = 0)
    {
        const std::optional<qint64> found = integer(value(name));
        return found && *found >= 0 && *found <= limit ? *found : fallback;
    }
    std::optional<qint64> time(std::string_view name)
    {
        const std::optional<qint64> found = integer(value(name));
        if (!found || *found <= 0)
            return {};
        qint64 ns = *found;
        for (qint64 limit = 9'000'000'000; limit <= 9'000'000'000'000'000; limit *= 1'000)
            ns = *found < limit ? ns * 1'000 : ns;
        return ns;
    }
    std::vector<qint64> conditions(std::string_view name)
    {
        constexpr std::size_t capacity = 12;
        std::vector<qint64> ids;
        const auto add = [&](const Value &element) {
            const std::optional<qint64> id = integer(element);
            if (id && *id >= 0 && *id <= 65'535 && ids.size() < capacity)
                ids.push_back(*id);
        };
        const Value found = value(name);
        if (found && found->is_array()) {
            for (const simdjson::dom::element element : simdjson::dom::array(*found))
                add(element);
        } else {
            add(found);
        }
        return ids;
    }

    static std::string symbolIn(const std::optional<std::string> &name)
    {
        const bool isSymbol = name && !name->empty() && name->size() <= 31
            && std::all_of(name->begin(), name->end(), [](char c) { return c > ' ' && c < 127; });
        return isSymbol ? *name : std::string();
    }
    std::string symbol() const { return symbolIn(isPresent("sym") ? string("sym") : string("T")); }
    /// The separator goes, the market's letter comes.
    std::string pair(std::string_view name, char market)
    {
        const std::string found = symbolIn(string(name));
        const auto isLetter = [](char c) { return c >= 'A' && c <= 'Z'; };
        const bool isPair = found.size() == 7 && (found[3] == '-' || found[3] == '/')
            && std::count_if(found.begin(), found.end(), isLetter) == 6;
        m_unsure = m_unsure || (!found.empty() && !isPair); // symbology's business
        return isPair ? std::string { market, ':' } + found.substr(0, 3) + found.substr(4) : "";
    }

    std::optional<EventFacts> trade(bool isCrypto)
    {
        EventFacts facts { 'T', isCrypto ? pair("pair", 'X') : symbol(), {}, {}, {} };
        const std::optional<double> paid = price("p");
        const std::optional<double> size = qty("ds", "s");
        const std::optional<qint64> at = time("t");
        m_unsure = m_unsure || (size && *size < 0 && *size > -1e-7);
        if (facts.symbol.empty() || !paid || !size || *size < 0 || !at)
            return {};
        facts.decimals = { *paid, *size };
        facts.integers = { *at,
                           time("pt").value_or(0),
                           integerOr("q", INT64_MAX),
                           integerOr("x", 65'535),
                           integerOr("trfi", 65'535),
                           integerOr("z", 255) };
        const std::vector<qint64> ids = conditions("c");
        facts.integers.insert(facts.integers.end(), ids.begin(), ids.end());
        facts.text = text("i").substr(0, 23);
        return facts;
    }

    std::optional<EventFacts> quote(bool isCrypto)
    {
        EventFacts facts { 'Q', isCrypto ? pair("pair", 'X') : symbol(), {}, {}, {} };
        const std::optional<double> bid = price("bp");
        const std::optional<double> ask = price("ap");
        const std::optional<qint64> at = time("t");
        if (facts.symbol.empty() || (!bid && !ask) || !at)
            return {};
        const qint64 venue = integerOr("x", 65'535);
        const std::vector<qint64> ids = conditions("c");
        facts.decimals
            = { bid.value_or(0), ask.value_or(0), qty("bs").value_or(0), qty("as").value_or(0) };
        facts.integers = { *at,
                           integerOr("q", INT64_MAX),
                           integerOr("bx", 65'535, venue),
                           integerOr("ax", 65'535, venue),
                           ids.empty() ? 0 : ids.front(),
                           integerOr("z", 255) };
        return facts;
    }

    std::optional<EventFacts> forexQuote()
    {
        EventFacts facts { 'Q', pair("p", 'C'), {}, {}, {} };
        const std::optional<double> bid = price("b");
        const std::optional<double> ask = price("a");
        const std::optional<qint64> at = time("t");
        if (facts.symbol.empty() || (!bid && !ask) || !at)
            return {};
        const qint64 venue = integerOr("x", 65'535);
        m_unsure = m_unsure || std::abs(bid.value_or(1)) < 1e-9 || std::abs(ask.value_or(1)) < 1e-9;
        facts.decimals = { bid.value_or(0), ask.value_or(0), bid.value_or(0) > 0 ? 1.0 : 0.0,
                           ask.value_or(0) > 0 ? 1.0 : 0.0 };
        facts.integers = { *at, 0, venue, venue, 0, 0 };
        return facts;
    }

    std::optional<EventFacts> bar(const std::string &ev)
    {
        EventFacts facts { 'A',
                           ev[0] == 'C'       ? pair("pair", 'C')
                               : ev[0] == 'X' ? pair("pair", 'X')
                                              : symbol(),
                           {},
                           {},
                           {} };
        const bool isMinute = ev == "AM" || ev == "CA" || ev == "XA";
        const std::optional<qint64> start = time("s");
        const std::optional<double> open = price("o");
        const std::optional<double> high = price("h");
        const std::optional<double> low = price("l");
        const std::optional<double> close = price("c");
        if (facts.symbol.empty() || !start || !open || !high || !low || !close)
            return {};
        const bool isDollars = m_isFutures || (isPresent("n") && !isPresent("av"));
        const std::optional<double> volume = isDollars ? qty("v") : qty("dv", "v");
        facts.decimals = { *open,
                           *high,
                           *low,
                           *close,
                           volume.value_or(0),
                           real("vw"),
                           qty("dav", "av").value_or(0),
                           real("a"),
                           price("op").value_or(0) };
        const qint64 length = isMinute ? 60'000'000'000 : 1'000'000'000;
        facts.integers = { *start, time("e").value_or(*start + length), length,
                           integer(value("n")).value_or(0) };
        return facts;
    }

    std::optional<EventFacts> bands()
    {
        EventFacts facts { 'L', symbol(), {}, {}, {} };
        const std::optional<double> upper = price("h");
        const std::optional<double> lower = price("l");
        const std::optional<qint64> at = time("t");
        const std::vector<qint64> ids = conditions("i");
        const bool halted = std::count(ids.begin(), ids.end(), 17) > 0;
        const bool resumed = std::count(ids.begin(), ids.end(), 18) > 0;
        if (facts.symbol.empty() || !at || !((upper && lower) || halted || resumed))
            return {};
        facts.decimals = { upper.value_or(0), lower.value_or(0) };
        facts.integers = { *at, halted, resumed, integerOr("z", 255), integerOr("q", INT64_MAX) };
        return facts;
    }

    std::optional<EventFacts> imbalance()
    {
        EventFacts facts { 'N', symbol(), {}, {}, {} };
        const std::optional<double> quantity = qty("o");
        const std::optional<qint64> at = time("t");
        if (facts.symbol.empty() || !quantity || !at)
            return {};
        facts.decimals = { *quantity, qty("p").value_or(0), price("b").value_or(0) };
        facts.integers = { *at, integerOr("at", 65'535), integerOr("x", 65'535) };
        const std::string auction = text("a");
        facts.text = auction.empty() ? "M" : auction.substr(0, 1);
        return facts;
    }

    std::optional<EventFacts> indexValue()
    {
        EventFacts facts { 'V', symbol(), {}, {}, {} };
        const std::optional<double> index = price("val");
        const std::optional<qint64> at = time("t");
        if (facts.symbol.empty() || !index || !at)
            return {};
        facts.decimals = { *index };
        facts.integers = { *at };
        return facts;
    }

    /// The levels of a side, price and size in turn.
    std::optional<std::vector<double>> side(std::string_view name)
    {
        std::vector<double> numbers;
        if (!isPresent(name))
            return numbers;
        simdjson::dom::array levels;
        if (value(name)->get(levels))
            return {};
        for (const simdjson::dom::element level : levels) {
            simdjson::dom::array pair;
            if (level.get(pair) || pair.size() != 2)
                return {};
            const std::optional<double> at = within(Value(pair.at(0).value()), maxPrice);
            const std::optional<double> size = within(Value(pair.at(1).value()), maxQty);
            m_unsure = m_unsure || (at && std::abs(*at) < 1e-9);
            m_unsure = m_unsure || (size && *size < 0 && *size > -1e-7);
            if (!at || *at <= 0 || !size || *size < 0)
                return {};
            numbers.insert(numbers.end(), { *at, *size });
        }
        return numbers;
    }

    std::optional<EventFacts> book()
    {
        EventFacts facts { 'B', pair("pair", 'X'), {}, {}, {} };
        const std::optional<qint64> at = time("t");
        const std::optional<std::vector<double>> bids = side("b");
        const std::optional<std::vector<double>> asks = side("a");
        const bool hasSide = isPresent("b") || isPresent("a");
        if (facts.symbol.empty() || !at || !bids || !asks || !hasSide)
            return {};
        facts.decimals = *bids;
        facts.decimals.insert(facts.decimals.end(), asks->begin(), asks->end());
        facts.integers = { *at, integerOr("x", 65'535), qint64(bids->size() / 2), 1 };
        return facts;
    }

    simdjson::dom::parser m_parser;
    simdjson::dom::element m_object;
    const bool m_isFutures;
    bool m_unsure;
};

/// What the decoder under test made of an event.
inline EventFacts factsOf(const MarketEvent &event, const SymbolTable &symbols)
{
    struct Visitor
    {
        const SymbolTable &symbols;

        std::string name(InstrumentId id) const { return std::string(symbols.name(id)); }

        EventFacts operator()(const Trade &t) const
        {
            EventFacts facts { 'T',
                               name(t.instrument),
                               { t.price.toDouble(), t.size.toDouble() },
                               { toNs(t.time), toNs(t.participantTime), qint64(t.sequence),
                                 t.exchange, t.trfId, t.tape },
                               std::string(t.id.view()) };
            for (const quint16 id : t.conditions.ids())
                facts.integers.push_back(id);
            return facts;
        }
        EventFacts operator()(const Quote &q) const
        {
            return { 'Q',
                     name(q.instrument),
                     { q.bid.toDouble(), q.ask.toDouble(), q.bidSize.toDouble(),
                       q.askSize.toDouble() },
                     { toNs(q.time), qint64(q.sequence), q.bidExchange, q.askExchange, q.condition,
                       q.tape },
                     {} };
        }
        EventFacts operator()(const Aggregate &a) const
        {
            return { 'A',
                     name(a.instrument),
                     { a.candle.open.toDouble(), a.candle.high.toDouble(), a.candle.low.toDouble(),
                       a.candle.close.toDouble(), a.candle.volume.toDouble(), a.candle.vwap,
                       a.dayVolume.toDouble(), a.dayVwap, a.officialOpen.toDouble() },
                     { toNs(a.candle.start), toNs(a.end), a.timeframe.nominalLength().count(),
                       a.candle.tradeCount },
                     {} };
        }
        EventFacts operator()(const LuldBands &b) const
        {
            return { 'L',
                     name(b.instrument),
                     { b.upper.toDouble(), b.lower.toDouble() },
                     { toNs(b.time), b.halted, b.resumed, b.tape, qint64(b.sequence) },
                     {} };
        }
        EventFacts operator()(const Imbalance &i) const
        {
            return { 'N',
                     name(i.instrument),
                     { i.imbalance.toDouble(), i.paired.toDouble(), i.clearingPrice.toDouble() },
                     { toNs(i.time), i.auctionTime, i.exchange },
                     std::string(1, i.auctionType) };
        }
        EventFacts operator()(const IndexValue &v) const
        {
            return { 'V', name(v.instrument), { v.value.toDouble() }, { toNs(v.time) }, {} };
        }
    };
    return std::visit(Visitor { symbols }, event);
}

inline EventFacts factsOf(const DepthUpdate &book, const SymbolTable &symbols)
{
    EventFacts facts { 'B', std::string(symbols.name(book.instrument)), {}, {}, {} };
    for (const std::vector<BookLevel> *side : { &book.bids, &book.asks }) {
        for (const BookLevel &level : *side)
            facts.decimals.insert(facts.decimals.end(),
                                  { level.price.toDouble(), level.size.toDouble() });
    }
    facts.integers
        = { toNs(book.time), book.exchange, qint64(book.bids.size()), book.isSnapshot ? 1 : 0 };
    return facts;
}

/// Decimals may differ by the last digit of a double or of a Price.
inline bool agree(const EventFacts &a, const EventFacts &b)
{
    const auto isNear = [](double x, double y) {
        return std::abs(x - y) <= 1e-8 + 1e-12 * std::max(std::abs(x), std::abs(y));
    };
    return a.kind == b.kind && a.symbol == b.symbol && a.integers == b.integers && a.text == b.text
        && std::equal(a.decimals.begin(), a.decimals.end(), b.decimals.begin(), b.decimals.end(),
                      isNear);
}

} // namespace tapeline::test
