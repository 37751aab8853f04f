#pragma once

#include "indicatorlist.h"
#include "linereader.h"
#include "shared.h"
#include "splitmix64.h"

#include <map>

namespace tapeline::test {

/// The columns of a file of numbers, plain or compressed; noValue where a field is none.
inline Result<std::map<QString, std::vector<double>>> readColumns(const QString &path)
{
    Result<LineReader> reader = LineReader::open(path);
    if (!reader)
        return reader.error();
    std::map<QString, std::vector<double>> columns;
    QStringList names;
    for (std::string_view line; reader->next(line);) {
        const QStringList fields
            = QString::fromUtf8(line.data(), qsizetype(line.size())).split(u',');
        if (names.isEmpty()) {
            for (const QString &field : fields)
                names << field.trimmed();
            continue;
        }
        for (qsizetype i = 0; i < std::min(names.size(), fields.size()); ++i) {
            bool isNumber = false;
            const double value = fields[i].toDouble(&isNumber);
            columns[names[i]].push_back(isNumber ? value : noValue);
        }
    }
    return columns;
}

/// Bars of columns called open, high, low, close and volume, in any case; a column that is not
/// there is the close, or nothing. Day after day.
inline std::vector<IndicatorBar> barsOf(const std::map<QString, std::vector<double>> &columns)
{
    const auto column = [&columns](const QString &wanted) -> const std::vector<double> * {
        for (const auto &[name, values] : columns)
            if (name.compare(wanted, Qt::CaseInsensitive) == 0)
                return &values;
        return nullptr;
    };
    const auto *close = column(QStringLiteral("close"));
    if (!close)
        return {};
    const auto *open = column(QStringLiteral("open"));
    const auto *high = column(QStringLiteral("high"));
    const auto *low = column(QStringLiteral("low"));
    const auto *volume = column(QStringLiteral("volume"));
    std::vector<IndicatorBar> bars;
    for (std::size_t i = 0; i < close->size(); ++i) {
        const double last = (*close)[i];
        bars.push_back({ .start = Timestamp(std::chrono::days(i)),
                         .open = open ? (*open)[i] : last,
                         .high = high ? (*high)[i] : last,
                         .low = low ? (*low)[i] : last,
                         .close = last,
                         .volume = volume ? (*volume)[i] : 0,
                         .day = qint64(i) });
    }
    return bars;
}

/// Bars that are nothing but their closes.
inline std::vector<IndicatorBar> barsOf(const std::vector<double> &closes)
{
    return barsOf(std::map<QString, std::vector<double>> { { QStringLiteral("close"), closes } });
}

} // namespace tapeline::test
