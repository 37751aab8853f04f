#pragma once

#include <QString>

namespace tapeline {

/// Where Chromium, or what is made from it, is installed; empty when it is not.
QString browserPath();

} // namespace tapeline
