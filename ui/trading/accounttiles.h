#pragma once

#include <QWidget>

#include <array>

class QGridLayout;

namespace tapeline {

class FigureTile;
class Theme;
struct PaperAccountView;

/// The figures of an account as tiles, as many in a line as there is room for.
class AccountTiles : public QWidget
{
    Q_OBJECT

public:
    enum Tile : quint8 {
        Equity,
        Cash,
        DayProfit,
        OpenProfit,
        RealizedGross,
        RealizedNet,
        Fees,
        BuyingPower,
        WinRate,
        Trades
    };
    static constexpr int tileCount = Trades + 1;

    explicit AccountTiles(const Theme &theme, QWidget *parent = nullptr);

    /// Dashes without an account.
    void setAccount(const PaperAccountView *account);
    /// What a tile says.
    QString text(Tile tile) const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void retranslate();

    const Theme &m_theme;
    QGridLayout *m_grid;
    std::array<FigureTile *, tileCount> m_tiles {};
    int m_columns = 0;
};

} // namespace tapeline
