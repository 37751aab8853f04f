#pragma once

#include "palette.h"
#include "probefinding.h"

#include <QString>

namespace tapeline {

/// What the service answered for one product, in plain words.
struct FindingText
{
    QString text;
    QString icon; ///< name in the IconSet
    ColorRole role = ColorRole::MutedText;
};

FindingText findingText(const ProbeFinding &finding);
/// "Asking for options…"
QString askingText(Product product);

} // namespace tapeline
