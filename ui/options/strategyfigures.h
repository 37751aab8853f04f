#pragma once

#include "strategyevaluation.h"

#include <QWidget>

#include <array>

namespace tapeline {

class FigureTile;
class Theme;
struct OrderPreview;

/// What comes of a strategy, in figures. Money is for all packages.
class StrategyFigures : public QWidget
{
    Q_OBJECT

public:
    enum Figure : quint8 {
        Cost,
        MaxGain,
        MaxLoss,
        BreakEvens,
        Probability,
        ExpectedValue,
        RewardToRisk,
        Then, ///< profit at the what-if
        Delta,
        Gamma,
        Theta,
        Vega,
        Rho,
        Margin, ///< buying power that the order takes
        BuyingPower ///< what is left of it
    };
    static constexpr int figureCount = BuyingPower + 1;

    explicit StrategyFigures(const Theme &theme, QWidget *parent = nullptr);

    void setEvaluation(const StrategyEvaluation &evaluation);
    /// What the account says of the orders; none clears it.
    void setPreviews(const std::vector<OrderPreview> &previews);
    QString text(Figure figure) const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFigures();
    void showPreviews();
    void retranslate();
    void set(Figure figure, const QString &text, int sign = 0);

    std::array<FigureTile *, figureCount> m_tiles {};
    StrategyEvaluation m_evaluation;
    std::vector<OrderPreview> m_previews;
};

} // namespace tapeline
