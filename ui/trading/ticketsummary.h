#pragma once

#include "orderdraft.h"
#include "paperupdate.h"

#include <QWidget>

#include <array>

class QLabel;

namespace tapeline {

class Theme;

/// What would come of an order: its price, cost and fees, the position and the buying power behind
/// it, what is at risk, and every rule that it breaks, in numbers.
class TicketSummary : public QWidget
{
    Q_OBJECT

public:
    TicketSummary(const Theme &theme, QWidget *parent = nullptr);

    void setAnswer(const OrderAnswer &answer);
    /// A sentence in place of the figures.
    void setObstacle(const QString &sentence);
    /// The rules that are broken, a line each.
    QString findings() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Row : quint8 { Price, Cost, Fees, Position, BuyingPower, Risk };
    static constexpr int rowCount = Risk + 1;

    void showAnswer();
    void showFigures(const OrderPreview &preview);
    void showFindings(const std::vector<Reason> &refusals, const std::vector<Reason> &warnings);
    void set(Row row, const QString &text);
    void restyle();

    const Theme &m_theme;
    std::array<QLabel *, rowCount> m_names {};
    std::array<QLabel *, rowCount> m_values {};
    QLabel *m_refusals;
    QLabel *m_warnings;
    std::optional<OrderAnswer> m_answer;
    QString m_obstacle;
};

} // namespace tapeline
