#pragma once

#include <QStringList>

class QApplication;

namespace tapeline {

/// The other side of the row "memory", in a process of its own: opens a desk, lets it run and
/// prints what it has in memory and how many bars its charts hold. words: nothing for a desk as it
/// first opens; else the addresses of REST and stream of a market to fill it from. Returns an exit
/// code.
int measureDeskMemory(QApplication &application, const QStringList &words);

} // namespace tapeline
