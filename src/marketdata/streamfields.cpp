#include "streamfields.h"

namespace tapeline {

namespace {

StreamField fieldNamed(std::string_view name)
{
    switch (packedName(name)) {
    case packedName("ev"):
        return StreamField::Event;
    case packedName("sym"):
        return StreamField::Symbol;
    case packedName("T"):
        return StreamField::UpperT;
    case packedName("pair"):
        return StreamField::Pair;
    case packedName("p"):
        return StreamField::P;
    case packedName("s"):
        return StreamField::S;
    case packedName("ds"):
        return StreamField::ExactSize;
    case packedName("x"):
        return StreamField::X;
    case packedName("i"):
        return StreamField::I;
    case packedName("z"):
        return StreamField::Z;
    case packedName("c"):
        return StreamField::C;
    case packedName("t"):
        return StreamField::T;
    case packedName("pt"):
        return StreamField::ParticipantTime;
    case packedName("q"):
        return StreamField::Q;
    case packedName("trfi"):
        return StreamField::TrfId;
    case packedName("bx"):
        return StreamField::BidExchange;
    case packedName("ax"):
        return StreamField::AskExchange;
    case packedName("bp"):
        return StreamField::BidPrice;
    case packedName("ap"):
        return StreamField::AskPrice;
    case packedName("bs"):
        return StreamField::BidSize;
    case packedName("as"):
        return StreamField::AskSize;
    case packedName("v"):
        return StreamField::V;
    case packedName("dv"):
        return StreamField::ExactVolume;
    case packedName("av"):
        return StreamField::DayVolume;
    case packedName("dav"):
        return StreamField::ExactDayVolume;
    case packedName("op"):
        return StreamField::OfficialOpen;
    case packedName("vw"):
        return StreamField::Vwap;
    case packedName("o"):
        return StreamField::O;
    case packedName("h"):
        return StreamField::H;
    case packedName("l"):
        return StreamField::L;
    case packedName("a"):
        return StreamField::A;
    case packedName("e"):
        return StreamField::E;
    case packedName("n"):
        return StreamField::N;
    case packedName("b"):
        return StreamField::B;
    case packedName("at"):
        return StreamField::AuctionTime;
    case packedName("val"):
        return StreamField::IndexValue;
    case packedName("status"):
        return StreamField::Status;
    case packedName("message"):
        return StreamField::Message;
    default:
        return StreamField::Count;
    }
}

} // namespace

void StreamFields::add(JsonValue member)
{
    const StreamField field = fieldNamed(member.key());
    if (field == StreamField::Count)
        return;
    JsonValue &slot = m_values[static_cast<std::size_t>(field)];
    if (slot.kind() == JsonKind::Missing)
        slot = member;
}

} // namespace tapeline
