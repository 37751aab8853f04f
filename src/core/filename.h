#pragma once

#include <QString>

namespace tapeline {

/// Names of files that come from elsewhere: another system, another person, a journal that was
/// restored.
namespace filename {

/// The last part of a path of whatever system, as a name that every system takes and that reads as
/// it is: without control characters and those that turn the direction of text ("gpj.exe" that
/// looks like "exe.jpg"), with "_" for what Windows does not allow, and before a name that is a
/// device there ("con.txt"). Blanks are single; dots and blanks at the end go. Empty when nothing
/// is left, as of "..".
QString plain(const QString &path);

} // namespace filename
} // namespace tapeline
