#pragma once

#include "traderecord.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace tapeline {

class Theme;

/// The market at the entry and at the exit of a trade, side by side.
class MomentView : public QWidget
{
    Q_OBJECT

public:
    /// The theme must outlive it.
    explicit MomentView(const Theme &theme, QWidget *parent = nullptr);

    void showTrade(const TradeRecord &trade);
    /// Lines as "Spread: 0.02 | 0.01".
    QStringList lines() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *label(int row, int column);
    void rebuild();
    void restyle();

    const Theme &m_theme;
    TradeRecord m_trade;
    QGridLayout *m_grid;
    std::vector<std::array<QLabel *, 3>> m_rows; ///< the first one names the columns
};

} // namespace tapeline
