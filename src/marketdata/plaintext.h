#pragma once

#include <QString>

namespace tapeline {

namespace plaintext {

/// Text that may hold HTML as what a reader would see: tags left out, the named entities of news
/// feeds and all numeric ones decoded once. What is no tag and no entity stays as it is ("a < b",
/// "AT&T").
QString fromHtml(const QString &text);

} // namespace plaintext
} // namespace tapeline
