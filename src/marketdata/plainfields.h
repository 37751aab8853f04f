#pragma once

#include "objectshape.h"
#include "plainnumber.h"
#include "price.h"
#include "qty.h"
#include "symboltable.h"
#include "timestamp.h"
#include "tradeconditions.h"

#include <array>
#include <utility>

namespace tapeline {

/// The times read last, as written: the messages of a burst share theirs.
class RecentTimes
{
public:
    /// Of the field's last time, if it was written in the same thirteen bytes.
    Q_ALWAYS_INLINE bool find(StreamField field, const char *begin, Timestamp &time) const
    {
        const Entry &entry = m_entries[place(field)];
        time = entry.time;
        return textwords::load(begin) == entry.first && textwords::load(begin + 5) == entry.last;
    }
    void keep(StreamField field, const char *begin, Timestamp time)
    {
        m_entries[place(field)] = { textwords::load(begin), textwords::load(begin + 5), time };
    }

    static constexpr std::ptrdiff_t length = 13; ///< milliseconds since the epoch

private:
    struct Entry
    {
        quint64 first = ~quint64(0); // no text has such bytes
        quint64 last = 0;
        Timestamp time {};
    };
    static constexpr std::size_t place(StreamField field)
    {
        return field == StreamField::T ? 0 : field == StreamField::ParticipantTime ? 1 : 2;
    }

    std::array<Entry, 3> m_entries;
};

/// The fields of one stream object of a known shape, read where they stand in the frame. Offers
/// what TreeFields does and gives the same, provided that areSound() in the end: else something is
/// written in a way that wants the tree, and nothing that was given counts.
///
/// Small and all inline, so that it lives in registers and one branch at the end tells for all
/// values whether they were plain. The object needs ShapeBook::hasRoom().
class PlainFields
{
public:
    /// What the objects of a frame share.
    struct Context
    {
        const char *text = nullptr; ///< of the frame
        RecentTimes times;
    };
    struct Object
    {
        const quint32 *places = nullptr; ///< in the structural index, from the brace on
        const ObjectShape *shape = nullptr;
    };

    PlainFields(Context &context, Object object)
        : m_context(context)
        , m_text(context.text)
        , m_offsets(object.places)
        , m_shape(object.shape)
    {
    }

    /// Whether all that was asked for is as given, and the rest is well-formed. To be asked last.
    Q_ALWAYS_INLINE bool areSound() const
    {
        // The shape's kind was read from ev
        const quint64 rest = m_shape->fields & ~(m_taken | ObjectShape::bit(StreamField::Event));
        if (m_doubts.any()) [[unlikely]]
            return false;
        return (rest == 0 && m_shape->strangerCount == 0)
            || areWellFormed(m_text, m_offsets, *m_shape, rest);
    }

    Q_ALWAYS_INLINE bool isPresent(StreamField field)
    {
        const quint8 place = m_shape->place(field);
        m_doubts.add(m_text[m_offsets[place]] == 'n'); // null
        return place != 0;
    }
    /// The same, for a field that is no use to anyone when it is null.
    Q_ALWAYS_INLINE bool mayBePresent(StreamField field) const
    {
        return m_shape->place(field) != 0;
    }
    Q_ALWAYS_INLINE bool isArray(StreamField field) const
    {
        return m_text[m_offsets[m_shape->place(field)]] == '[';
    }

    Q_ALWAYS_INLINE bool read(StreamField field, Price &price)
    {
        Token token;
        if (!take(field, token))
            return false;
        price = Price::fromUnits(
            plainnumber::readUnits<Price::decimals>(token.begin, token.end, m_doubts));
        return true;
    }
    Q_ALWAYS_INLINE bool read(StreamField field, Qty &qty)
    {
        Token token;
        if (!take(field, token))
            return false;
        qty = Qty::fromUnits(
            plainnumber::readUnits<Qty::decimals>(token.begin, token.end, m_doubts));
        return true;
    }
    Q_ALWAYS_INLINE bool readText(StreamField field, Qty &qty)
    {
        Token token;
        if (!take(field, token))
            return false;
        const bool isQuoted = *token.begin == '"'; // then it takes two bytes at least
        m_doubts.add(!isQuoted);
        qty = Qty::fromUnits(plainnumber::readUnits<Qty::decimals>(token.begin + isQuoted,
                                                                   token.end - isQuoted, m_doubts));
        return true;
    }
    Q_ALWAYS_INLINE bool read(StreamField field, double &real)
    {
        Token token;
        if (!take(field, token))
            return false;
        real = plainnumber::readReal(token.begin, token.end, m_doubts);
        return true;
    }
    Q_ALWAYS_INLINE bool read(StreamField field, Timestamp &time)
    {
        Token token;
        if (!take(field, token))
            return false;
        const bool hasUsualLength = token.end - token.begin == RecentTimes::length;
        if (hasUsualLength && m_context.times.find(field, token.begin, time)) [[likely]]
            return true;
        plainnumber::Doubts doubts;
        const quint64 number = plainnumber::readWhole(token.begin, token.end, doubts);
        doubts.add(number == 0); // no time
        time = timestampByMagnitude(static_cast<qint64>(number));
        if (hasUsualLength && !doubts.any())
            m_context.times.keep(field, token.begin, time);
        m_doubts.add(doubts);
        return true;
    }
    template<typename Number>
    Q_ALWAYS_INLINE Number integerOr(StreamField field, Number fallback = 0)
    {
        Token token;
        if (!take(field, token))
            return fallback;
        const quint64 number = sizeof(Number) < sizeof(quint64)
            ? plainnumber::readSmall(token.begin, token.end, m_doubts)
            : plainnumber::readWhole(token.begin, token.end, m_doubts);
        return std::in_range<Number>(number) ? static_cast<Number>(number) : fallback;
    }
    Q_ALWAYS_INLINE void read(StreamField field, TradeConditions &ids)
    {
        Token token;
        if (take(field, token))
            m_doubts.add(!addConditions(ids, m_text, m_offsets + m_shape->place(field),
                                        m_offsets + m_shape->end));
    }

    /// Of numbers and strings.
    Q_ALWAYS_INLINE std::string_view text(StreamField field)
    {
        Token token;
        if (!take(field, token))
            return {};
        if (*token.begin != '"') {
            (void)plainnumber::readWhole(token.begin, token.end, m_doubts);
            return token.view();
        }
        return inQuotes(token, [](quint64 word) { return !textwords::hasBackslash(word); });
    }
    /// A string that a SymbolTable takes, else empty.
    Q_ALWAYS_INLINE std::string_view symbol(StreamField field)
    {
        Token token;
        return take(field, token) ? inQuotes(token, textwords::isPlainText) : std::string_view();
    }
    /// The id of such a string, given out on first sight.
    Q_ALWAYS_INLINE InstrumentId intern(StreamField field, SymbolTable &symbols)
    {
        Token token;
        if (!take(field, token))
            return {};
        if (*token.begin == '"' && token.end[-1] == '"' && token.end - token.begin > 2) [[likely]] {
            const InstrumentId known = symbols.findWithin(token.inner());
            if (known.isValid()) [[likely]]
                return known;
        }
        return symbols.intern(inQuotes(token, textwords::isPlainText));
    }

private:
    /// A scalar as written.
    struct Token
    {
        const char *begin = nullptr;
        const char *end = nullptr;

        std::string_view view() const { return { begin, static_cast<std::size_t>(end - begin) }; }
        /// Without its quotes.
        std::string_view inner() const
        {
            return { begin + 1, static_cast<std::size_t>(end - begin - 2) };
        }
    };

    // Not of the object: its address would keep it out of registers
    static bool areWellFormed(const char *text, const quint32 *offsets, const ObjectShape &shape,
                              quint64 fields);
    static bool addConditions(TradeConditions &ids, const char *text, const quint32 *place,
                              const quint32 *end);

    Q_ALWAYS_INLINE bool take(StreamField field, Token &token)
    {
        m_taken |= ObjectShape::bit(field);
        const quint8 place = m_shape->place(field);
        token = { m_text + m_offsets[place], m_text + m_offsets[place + 1] };
        return place != 0;
    }
    /// Empty, and in doubt, unless test holds for each word of the string.
    template<typename Test> Q_ALWAYS_INLINE std::string_view inQuotes(Token token, Test test)
    {
        const bool isPlain = *token.begin == '"' && token.end[-1] == '"'
            && token.end - token.begin >= 2
            && textwords::everyWord(token.begin + 1, token.end - 1, test);
        m_doubts.add(!isPlain);
        return isPlain ? token.inner() : std::string_view();
    }

    Context &m_context;
    const char *m_text;
    const quint32 *m_offsets;
    const ObjectShape *m_shape;
    quint64 m_taken = 0; // fields that were asked for, one bit each
    plainnumber::Doubts m_doubts;
};

} // namespace tapeline
