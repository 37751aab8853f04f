#include "booktext.h"

#include "valuemarks.h"

#include <QCoreApplication>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct BookText
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::BookPanel)
};

} // namespace

QString shortSize(double size, const QLocale &locale)
{
    const double magnitude = std::abs(size);
    if (magnitude >= 100'000)
        return volumeText(size, locale);
    if (magnitude >= 1'000 || size == std::floor(size))
        return locale.toString(size, 'f', 0);
    const int decimals = magnitude >= 100 ? 1 : magnitude >= 10 ? 2 : magnitude >= 1 ? 3 : 4;
    return locale.toString(size, 'f', decimals);
}

QString shortVolume(double volume, const QLocale &locale)
{
    if (volume >= 1'000)
        return volumeText(volume, locale);
    const int decimals = volume >= 100 || volume == std::floor(volume) ? 0
        : volume >= 10                                                 ? 1
        : volume >= 1                                                  ? 2
        : volume >= 0.1                                                ? 3
                                                                       : 4;
    return locale.toString(volume, 'f', decimals);
}

int priceDecimals(PriceGrid grid)
{
    qint64 units = grid.height().units();
    int decimals = Price::decimals;
    while (decimals > 2 && units % 10 == 0) {
        units /= 10;
        --decimals;
    }
    return decimals;
}

QString bookKindName(BookKind kind)
{
    switch (kind) {
    case BookKind::None:
        return BookText::tr("No quotes yet");
    case BookKind::BestQuote:
        return BookText::tr("Best bid and offer");
    case BookKind::VenueQuotes:
        return BookText::tr("Best quotes by venue");
    case BookKind::Depth:
        return BookText::tr("Depth of one venue");
    }
    Q_UNREACHABLE();
}

QString bookKindText(const BookModel &book)
{
    if (book.isBroken())
        return BookText::tr(
            "Something of the stream is missing: the book is shown as it was before, "
            "until the next quote comes, or the venue sends its depth whole.");
    switch (book.kind()) {
    case BookKind::None:
        return {};
    case BookKind::BestQuote:
        return BookText::tr("The best bid and offer of the whole market. What rests behind them "
                            "is not published here, so other prices show trades only.");
    case BookKind::VenueQuotes:
        return BookText::tr("The best bid and offer of %n venue(s), sizes at one price added up. "
                            "What rests behind them is not published.",
                            nullptr, int(book.venues().size()));
    case BookKind::Depth:
        return BookText::tr("The levels that one venue publishes near the best prices, up to 200 "
                            "a side. What rests beyond is not known.");
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
