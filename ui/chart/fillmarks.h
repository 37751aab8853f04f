#pragma once

#include "chartscene.h"
#include "orderlog.h"

#include <vector>

namespace tapeline {

/// The fills of one side at one place of a chart.
struct FillMark
{
    static constexpr int width = 11;
    static constexpr int height = 9;

    QPoint tip; ///< at time and price; a buy's triangle hangs below it, a sale's stands on it
    Side side = Side::Buy;
    std::vector<std::size_t> fills; ///< of FillMarks::fills()

    QRect place() const
    {
        const int top = side == Side::Buy ? tip.y() : tip.y() - height + 1;
        return { tip.x() - width / 2, top, width, height };
    }
    friend bool operator==(const FillMark &, const FillMark &) = default;
};

/// The fills of one symbol for a chart.
class FillMarks
{
public:
    void restart(const QString &symbol) { *this = FillMarks(symbol); }
    /// Oldest first; those of other symbols are left out.
    void add(const FillLine &fill);
    const std::vector<FillLine> &fills() const { return m_fills; }

    FillMarks() = default;

    /// Those in view; fills that lie within a mark's width and height of each other are one, so
    /// that there are never many. At the price of the first.
    std::vector<FillMark> inView(const ChartScene &scene) const;
    /// What a mark tells: side, quantity, price, fee, time, rule.
    QString text(const FillMark &mark, const QLocale &locale) const;

private:
    explicit FillMarks(const QString &symbol)
        : m_symbol(symbol)
    {
    }
    QString textOfMany(const FillMark &mark, const QLocale &locale) const;

    QString m_symbol;
    std::vector<FillLine> m_fills;
};

} // namespace tapeline
