#pragma once

#include "cachecare.h"
#include "capabilities.h"

#include <QCoreApplication>
#include <QDate>

#include <optional>

namespace tapeline {

/// A download as it is typed.
struct DownloadDraft
{
    static constexpr qsizetype mostSymbols = 1'000;

    QString symbols; ///< set apart by blanks, commas, semicolons or lines
    Timeframe timeframe;
    QDate from; ///< days of the market, both included
    QDate to;
    bool adjusted = true;
};

/// What comes of a draft: an order, or a sentence that says what is wrong.
struct CheckedDownload
{
    std::optional<DownloadOrder> order;
    QString complaint;
};

namespace downloaddrafts {

/// today: of the market. The plans decide which widths of bars can be had.
CheckedDownload check(const DownloadDraft &draft, QDate today, const Capabilities &plans);

/// As the service writes them, each once, in the order they were typed.
QStringList symbolsFrom(const QString &typed);

} // namespace downloaddrafts
} // namespace tapeline
