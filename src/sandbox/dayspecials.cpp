#include "dayspecials.h"

#include "keyeddraws.h"
#include "tapeprinter.h"

#include <algorithm>

namespace tapeline {

std::vector<MarketEvent> daySpecials(quint64 seed, const InstrumentTraits &traits,
                                     InstrumentId instrument, const MinutePlan &plan)
{
    constexpr qint64 millisecond = 1'000'000;
    const DayPlan &day = plan.day;
    SplitMix64 draws = keyedDraws(seed, DrawPurpose::Special, traits.key, day.weekday);
    std::vector<MarketEvent> events;
    const auto printAt = [&](int second, qint64 offset, const PrintDraft &draft) {
        TapePrinter printer(traits, instrument, day.at(second), false, draws, events);
        printer.print(offset, draft);
    };
    const auto auctionPrint = [&](int second, qint64 offset, qint32 price, qint64 size,
                                  quint16 auction, quint16 restatement) {
        PrintDraft draft;
        draft.price = price;
        draft.size = size;
        draft.auction = auction;
        draft.restatement = restatement;
        printAt(second, offset, draft);
    };
    const auto soon = [&] { return (300 + qint64(draws.below(1'500))) * millisecond; };

    auctionPrint(day.regular.firstSecond, 1'000 * millisecond + soon(), day.regular.reference.open,
                 day.openingCross, 0, condition::officialOpen);
    const quint16 closing
        = traits.info.tape == 3 ? condition::closingPrint : condition::closingTrade;
    auctionPrint(day.post.firstSecond, day.closingCrossAt, day.closingPrice, day.closingCross,
                 closing, 0);
    auctionPrint(day.post.firstSecond, day.closingCrossAt + soon(), day.closingPrice,
                 day.closingCross, 0, condition::officialClose);
    for (const LatePrint &late : day.late) {
        PrintDraft draft;
        draft.price = late.price;
        draft.size = late.size;
        draft.averagePrice = true;
        draft.offExchange = true;
        printAt(late.second, soon() / 2, draft);
    }

    const auto bandsAt = [&](int second, const BandUpdate &band) -> LuldBands & {
        LuldBands &bands = std::get<LuldBands>(events.emplace_back(std::in_place_type<LuldBands>));
        bands.instrument = instrument;
        bands.time = day.at(second);
        bands.upper = tickPrice(band.upper);
        bands.lower = tickPrice(band.lower);
        bands.tape = traits.info.tape;
        return bands;
    };
    BandUpdate inForce; // when the pause begins, then when it ends
    for (const BandUpdate &band : plan.bands) {
        if (day.halt && band.second <= day.halt->firstSecond)
            inForce = band;
        if (!day.isPaused(band.second))
            bandsAt(band.second, band);
    }
    if (day.halt) {
        bandsAt(day.halt->firstSecond, inForce).halted = true;
        for (const BandUpdate &band : plan.bands) {
            if (band.second <= day.halt->reopening)
                inForce = band;
        }
        bandsAt(day.halt->reopening, inForce).resumed = true;
    }
    std::stable_sort(events.begin(), events.end(), [](const MarketEvent &a, const MarketEvent &b) {
        return eventTime(a) < eventTime(b);
    });
    return events;
}

} // namespace tapeline
