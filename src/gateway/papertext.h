#pragma once

#include "httpreply.h"
#include "paperlog.h"

#include <string>
#include <vector>

namespace tapeline {

/// What the local API writes: JSON with decimals as text, times in nanoseconds since 1970 (UTC),
/// words as in journals and order files.
namespace papertext {

/// {"error": sentence}.
HttpReply failure(int status, std::string_view sentence);
/// The same with the reason and its numbers, of an order or a cancel that was refused.
HttpReply refusal(int status, const PaperReport &report);
/// 202: what has become of the order until now.
HttpReply accepted(const PaperReport &report);

std::string portfolio(const PaperAccountView &account,
                      const std::vector<PaperAccountView> &accounts);
std::string workingOrders(const PaperAccountView &account);
std::string order(const QString &account, const LoggedOrder &order);
/// The fills behind a number, oldest first; of more than the limit the newest, or with after the
/// first ones.
std::string trades(const QString &account, const PaperLog &log, std::optional<quint64> after,
                   std::size_t limit);
/// One line for listeners, without its end.
std::string report(const PaperReport &report);

} // namespace papertext
} // namespace tapeline
