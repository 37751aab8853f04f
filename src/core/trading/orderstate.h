#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace tapeline {

/// execution.md A.4.
enum class OrderState : quint8 {
    New,
    Denied, ///< by our own risk gate
    Submitted,
    Rejected, ///< by the venue
    Accepted,
    Triggered,
    PartiallyFilled,
    Filled,
    PendingReplace,
    PendingCancel,
    Canceled,
    Expired
};

enum class OrderAction : quint8 {
    Deny,
    Submit,
    Accept,
    Reject,
    Trigger,
    FillPart,
    FillAll,
    RequestReplace,
    Replace,
    RejectReplace,
    RequestCancel,
    Cancel,
    RejectCancel,
    Expire,
    Work ///< changes no state: it has met the market, see MatchingNote
};

constexpr bool isTerminal(OrderState state)
{
    using enum OrderState;
    return state == Denied || state == Rejected || state == Filled || state == Canceled
        || state == Expired;
}

/// Where an order stands; `before` is the state before the first pending one.
struct OrderStanding
{
    OrderState state = OrderState::New;
    OrderState before = OrderState::New;

    /// The table of A.4. Nothing for a pair that is a programming error: the order stays as it is.
    std::optional<OrderStanding> after(OrderAction action) const;
    friend bool operator==(const OrderStanding &, const OrderStanding &) = default;
};

/// "partially_filled": as written in journals and reports.
std::string_view stateText(OrderState state);
std::optional<OrderState> stateFromText(std::string_view text);

} // namespace tapeline
