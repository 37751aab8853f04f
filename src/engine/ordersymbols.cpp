#include "ordersymbols.h"

#include "instrument.h"

namespace tapeline {

QStringList withUnderlying(const QString &symbol)
{
    const Result<Instrument> instrument = instrumentFromSymbol(symbol);
    if (instrument && instrument->option)
        return { symbol, instrument->option->underlying };
    return { symbol };
}

QStringList orderSymbols(const OrderTicket &ticket)
{
    QStringList symbols;
    for (const OrderLeg &leg : ticket.legs)
        symbols += withUnderlying(leg.symbol);
    if (symbols.isEmpty() && !ticket.symbol.isEmpty())
        symbols += withUnderlying(ticket.symbol);
    symbols.removeDuplicates();
    return symbols;
}

} // namespace tapeline
