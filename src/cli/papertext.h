#pragma once

#include "paperaccount.h"
#include "orderevent.h"

#include <string>

namespace tapeline {

/// What `tapeline-cli paper` prints.
namespace papertext {

/// {"at","id","state","reason","last_qty","last_px","cum_qty","leaves","fee","evidence"}; "detail"
/// holds the numbers of a reason.
std::string toJson(const OrderEvent &event);
std::string header();
std::string toRow(const OrderEvent &event);

/// {"account":{...},"positions":[],"lots":[]}
std::string toJson(const PaperAccount &account, Timestamp at);
std::string toRows(const PaperAccount &account, Timestamp at);

} // namespace papertext
} // namespace tapeline
