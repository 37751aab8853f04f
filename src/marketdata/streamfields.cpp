#include "streamfields.h"

#include <array>
#include <utility>

namespace tapeline::streamnames {

namespace {

/// Up to eight letters as one number; 1, which no short name is, for longer ones.
constexpr quint64 packed(std::string_view name)
{
    if (name.size() > 8 || name.starts_with('\0'))
        return 1; // no name: those are of letters
    quint64 letters = 0;
    for (const char c : name)
        letters = (letters << 8) | static_cast<unsigned char>(c);
    return letters;
}

template<typename Meaning> struct Named
{
    quint64 name = 0;
    Meaning meaning {};
};

/// What short names mean: a hash table laid out by the compiler.
template<typename Meaning, std::size_t size> class NameTable
{
public:
    template<std::size_t count>
    constexpr NameTable(const std::array<std::pair<std::string_view, Meaning>, count> &names,
                        Meaning unknown)
        : m_unknown(unknown)
    {
        static_assert(2 * count <= size && (size & (size - 1)) == 0);
        for (const auto &[name, meaning] : names)
            m_places[placeOf(packed(name))] = { packed(name), meaning };
    }
    constexpr Meaning operator[](std::string_view name) const
    {
        const quint64 letters = packed(name);
        const Named<Meaning> &found = m_places[placeOf(letters)];
        return letters != 0 && found.name == letters ? found.meaning : m_unknown;
    }

private:
    /// Where the name stands, or the empty place where it would go.
    constexpr std::size_t placeOf(quint64 letters) const
    {
        std::size_t place = ((letters * Q_UINT64_C(0x9E3779B97F4A7C15)) >> 32) & (size - 1);
        while (m_places[place].name != 0 && m_places[place].name != letters)
            place = (place + 1) & (size - 1);
        return place;
    }

    std::array<Named<Meaning>, size> m_places {};
    Meaning m_unknown;
};

using Field = std::pair<std::string_view, StreamField>;
using Kind = std::pair<std::string_view, StreamKind>;

constexpr NameTable<StreamField, 128> fields(
    std::array {
        Field { "ev", StreamField::Event },
        Field { "sym", StreamField::Symbol },
        Field { "T", StreamField::UpperT },
        Field { "pair", StreamField::Pair },
        Field { "p", StreamField::P },
        Field { "s", StreamField::S },
        Field { "ds", StreamField::ExactSize },
        Field { "x", StreamField::X },
        Field { "i", StreamField::I },
        Field { "z", StreamField::Z },
        Field { "c", StreamField::C },
        Field { "t", StreamField::T },
        Field { "pt", StreamField::ParticipantTime },
        Field { "q", StreamField::Q },
        Field { "trfi", StreamField::TrfId },
        Field { "bx", StreamField::BidExchange },
        Field { "ax", StreamField::AskExchange },
        Field { "bp", StreamField::BidPrice },
        Field { "ap", StreamField::AskPrice },
        Field { "bs", StreamField::BidSize },
        Field { "as", StreamField::AskSize },
        Field { "v", StreamField::V },
        Field { "dv", StreamField::ExactVolume },
        Field { "av", StreamField::DayVolume },
        Field { "dav", StreamField::ExactDayVolume },
        Field { "op", StreamField::OfficialOpen },
        Field { "vw", StreamField::Vwap },
        Field { "o", StreamField::O },
        Field { "h", StreamField::H },
        Field { "l", StreamField::L },
        Field { "a", StreamField::A },
        Field { "e", StreamField::E },
        Field { "n", StreamField::N },
        Field { "b", StreamField::B },
        Field { "at", StreamField::AuctionTime },
        Field { "val", StreamField::IndexValue },
        Field { "status", StreamField::Status },
        Field { "message", StreamField::Message },
    },
    StreamField::Count);

constexpr NameTable<StreamKind, 32> kinds(
    std::array {
        Kind { "T", StreamKind::Trade },
        Kind { "Q", StreamKind::Quote },
        Kind { "A", StreamKind::SecondBar },
        Kind { "AM", StreamKind::MinuteBar },
        Kind { "LULD", StreamKind::Bands },
        Kind { "NOI", StreamKind::Imbalance },
        Kind { "V", StreamKind::IndexValue },
        Kind { "C", StreamKind::ForexQuote },
        Kind { "CAS", StreamKind::ForexSecondBar },
        Kind { "CA", StreamKind::ForexMinuteBar },
        Kind { "XT", StreamKind::CryptoTrade },
        Kind { "XQ", StreamKind::CryptoQuote },
        Kind { "XAS", StreamKind::CryptoSecondBar },
        Kind { "XA", StreamKind::CryptoMinuteBar },
        Kind { "status", StreamKind::Status },
        Kind { "XL2", StreamKind::CryptoBook },
    },
    StreamKind::Unknown);

} // namespace

StreamField field(std::string_view name)
{
    return fields[name];
}

StreamKind kind(std::string_view event)
{
    return kinds[event];
}

} // namespace tapeline::streamnames
