#include "orderstate.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

using State = OrderState;
using Action = OrderAction;

constexpr std::array<std::string_view, 12> stateTexts {
    "new",       "denied",           "submitted", "rejected",        "accepted",
    "triggered", "partially_filled", "filled",    "pending_replace", "pending_cancel",
    "canceled",  "expired"
};

bool isPending(State state)
{
    return state == State::PendingReplace || state == State::PendingCancel;
}

/// What an order does that works at the venue, pending or not.
std::optional<State> workingAfter(Action action)
{
    switch (action) {
    case Action::FillAll:
        return State::Filled;
    case Action::Cancel:
        return State::Canceled;
    case Action::Expire:
        return State::Expired;
    case Action::RequestCancel:
        return State::PendingCancel;
    default:
        return {};
    }
}

std::optional<State> newAfter(Action action)
{
    switch (action) {
    case Action::Deny:
        return State::Denied;
    case Action::Submit:
        return State::Submitted;
    case Action::RequestCancel:
        return State::Canceled; // it has not left yet
    default:
        return {};
    }
}

std::optional<State> submittedAfter(Action action)
{
    switch (action) {
    case Action::Accept:
        return State::Accepted;
    case Action::Reject:
        return State::Rejected;
    case Action::RequestCancel:
        return State::PendingCancel;
    case Action::Cancel:
        return State::Canceled; // immediate or cancel, fill or kill
    default:
        return {};
    }
}

std::optional<State> acceptedAfter(State state, Action action)
{
    switch (action) {
    case Action::Trigger:
        return state == State::Accepted ? std::optional(State::Triggered) : std::nullopt;
    case Action::FillPart:
        return State::PartiallyFilled;
    case Action::RequestReplace:
        return State::PendingReplace;
    case Action::Work:
        return state;
    default:
        return workingAfter(action);
    }
}

/// Pending orders stay pending; what happens meanwhile is remembered for when it is over.
std::optional<OrderStanding> pendingAfter(OrderStanding standing, Action action)
{
    switch (action) {
    case Action::Trigger:
        return OrderStanding { standing.state, State::Triggered };
    case Action::FillPart:
        return OrderStanding { standing.state, State::PartiallyFilled };
    case Action::Work:
        return standing;
    case Action::Replace:
    case Action::RejectReplace:
        if (standing.state != State::PendingReplace)
            return {};
        return OrderStanding { standing.before, standing.before };
    case Action::RejectCancel:
        if (standing.state != State::PendingCancel)
            return {};
        return OrderStanding { standing.before, standing.before };
    case Action::RequestCancel:
        if (standing.state != State::PendingReplace)
            return {};
        return OrderStanding { State::PendingCancel, standing.before };
    default:
        if (const std::optional<State> next = workingAfter(action))
            return OrderStanding { *next, standing.before };
        return {};
    }
}

} // namespace

std::optional<OrderStanding> OrderStanding::after(OrderAction action) const
{
    if (isPending(state))
        return pendingAfter(*this, action);
    std::optional<State> next;
    switch (state) {
    case State::New:
        next = newAfter(action);
        break;
    case State::Submitted:
        next = submittedAfter(action);
        break;
    case State::Accepted:
    case State::Triggered:
    case State::PartiallyFilled:
        next = acceptedAfter(state, action);
        break;
    default:
        break;
    }
    if (!next)
        return {};
    return OrderStanding { *next, isPending(*next) ? state : *next };
}

std::string_view stateText(OrderState state)
{
    return stateTexts[static_cast<std::size_t>(state)];
}

std::optional<OrderState> stateFromText(std::string_view text)
{
    const auto found = std::find(stateTexts.begin(), stateTexts.end(), text);
    if (found == stateTexts.end())
        return {};
    return static_cast<OrderState>(found - stateTexts.begin());
}

} // namespace tapeline
