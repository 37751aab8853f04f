#pragma once

#include "qty.h"

#include <QLineEdit>
#include <QWidget>

#include <vector>

class QToolButton;

namespace tapeline {

class FlowLayout;
class LadderPositionLine;
class LadderTrading;
class Theme;
class TradeDesk;

/// Above a ladder that is traded from: the position in its symbol with its open profit, the sizes
/// to choose from, and what can be done with the whole of it.
class LadderTradeBar : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    LadderTradeBar(LadderTrading &trading, const Theme &theme, QWidget *parent = nullptr);

    /// "Long 100 · average 512.30", "+12.50": as they are shown.
    QString positionText() const;
    QString profitText() const;
    QToolButton *sizeButton(std::size_t at) const { return m_sizes[at]; }
    /// A field over the button of a size; Enter takes what is typed there, Esc and leaving do not.
    void editSize(std::size_t at);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLayout *addGroup();
    QToolButton *addButton(QLayout *layout, const QString &name);
    void connectParts();
    void retranslate();
    void restyle();
    void showPosition();
    void showSizes();
    void choose(std::size_t at);
    void takeSize(std::size_t at, const QString &text);

    LadderTrading &m_trading;
    TradeDesk &m_desk;
    const Theme &m_theme;
    LadderPositionLine *m_position;
    FlowLayout *m_row;
    std::vector<QLayout *> m_groups; ///< of buttons
    std::vector<QToolButton *> m_sizes;
    QToolButton *m_flatten;
    QToolButton *m_reverse;
    QToolButton *m_cancel;
    QToolButton *m_armed;
    QLineEdit *m_editor = nullptr; ///< while a size is edited
};

} // namespace tapeline
