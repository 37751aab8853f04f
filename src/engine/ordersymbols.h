#pragma once

#include "order.h"

#include <QStringList>

namespace tapeline {

/// An option's books go by its underlying's prices as well.
QStringList withUnderlying(const QString &symbol);
/// The symbols whose market an order is about, each once: its own or its legs', and underlyings of
/// options.
QStringList orderSymbols(const OrderTicket &ticket);

} // namespace tapeline
