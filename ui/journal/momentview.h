#pragma once

#include "traderecord.h"

#include <QWidget>

#include <array>
#include <vector>

class QGridLayout;
class QLabel;

namespace tapeline {

class Theme;

/// The market at the entry and at the exit of a trade, side by side; its facts in two blocks.
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
    /// A fact's name and its two values.
    using Line = std::array<QLabel *, 3>;

    Line addLine(int row, int block);
    void makeLines(std::size_t facts);
    void rebuild();
    void restyle();

    const Theme &m_theme;
    TradeRecord m_trade;
    QGridLayout *m_grid;
    std::vector<Line> m_heads; ///< of the blocks
    std::vector<Line> m_facts;
};

} // namespace tapeline
