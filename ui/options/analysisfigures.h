#pragma once

#include "chainanalysis.h"

#include <QWidget>

#include <array>

namespace tapeline {

class FigureTile;
class Theme;

/// What an underlying's volatility is compared with.
struct VolatilityRecord
{
    std::vector<double> closes; ///< implied, of the days before, ascending
    std::optional<double> realised; ///< of the last 30 trading days, by Yang and Zhang
    std::optional<double> closeToClose; ///< the same days
};

/// The strip of figures above the plots: one a tile, in as many lines as there is room for.
class AnalysisFigures : public QWidget
{
    Q_OBJECT

public:
    /// Daily closes that rank and percentile need at least: a month of them.
    static constexpr std::size_t fewestCloses = 20;

    explicit AnalysisFigures(const Theme &theme, QWidget *parent = nullptr);

    void show(const ChainAnalysis &analysis, const VolatilityRecord &record);
    void clear();

private:
    enum Tile : std::size_t {
        Implied,
        Rank,
        Percentile,
        Realised,
        PutCallVolume,
        PutCallInterest,
        Skew,
        Move,
        MaxPain,
        Gamma,
        TileCount
    };

    void showVolatility(const ChainAnalysis &analysis, const VolatilityRecord &record);
    void showExpiry(const ChainAnalysis &analysis);
    void set(Tile tile, const std::optional<QString> &text, const QString &hint, int sign = 0);
    void name();
    void changeEvent(QEvent *event) override;

    std::array<FigureTile *, TileCount> m_tiles;
    QString m_moveName;
    QString m_painName;
};

} // namespace tapeline
