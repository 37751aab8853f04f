#pragma once

#include "massiverest.h"

namespace tapeline {

/// The way to Yahoo Finance: requests without any key, counted on their own.
namespace yahoorest {

/// How many requests a minute it is asked at most: our own choice, it names no limit.
inline constexpr int limitPerMinute = 30;

QUrl defaultBase();
/// base: another server in tests.
std::unique_ptr<MassiveRest> make(const WallClock *wall = nullptr,
                                  const QUrl &base = defaultBase());

} // namespace yahoorest
} // namespace tapeline
