#pragma once

#include "dashboardsection.h"
#include "tradebreakdown.h"
#include "tradeconfidence.h"

#include <QDate>

class QComboBox;
class QDateEdit;

namespace tapeline {

class CurvePlot;
class FiguresModel;
class TradeTable;

/// Two sets of trades side by side: before and since a day, or two groups of a breakdown. Figures
/// have their intervals, so that luck is shown as luck.
class ComparisonSection : public DashboardSection
{
    Q_OBJECT

public:
    ComparisonSection(TradeStudy &study, const Theme &theme, QWidget *parent = nullptr);

    QString title() const override;
    /// Trades closed before a day, and those since; without a day the middle of the trades.
    void comparePeriods(QDate day = {});
    /// The two groups of a breakdown that have the most trades.
    void compareBy(TradeBreakdown breakdown);
    QString verdict() const;
    TradeTable *table() const { return m_table; }
    CurvePlot *curves() const { return m_curves; }

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void refresh() override;
    void retranslate() override;
    void restyle() override;

private:
    /// What is compared: a value that the study's thread can take along.
    struct Choice
    {
        std::optional<TradeBreakdown> breakdown {}; ///< nothing: by the day
        Timestamp day {}; ///< its beginning
        TradeGroup first {};
        TradeGroup second {};
    };
    struct Figures
    {
        TradeConfidence first;
        TradeConfidence second;
        TradeComparison compared;
        std::vector<QPointF> firstCurve {}; ///< net by the number of trades
        std::vector<QPointF> secondCurve {};
        qint64 shared = 0; ///< trades of both, counted in neither
    };

    std::optional<TradeBreakdown> breakdown() const;
    std::optional<Choice> choice() const;
    void onKind();
    void offer(const std::vector<TradeGroup> &groups);
    void compare();
    void show(const Figures &shown);
    QString nameOf(bool isFirst) const;
    static Figures figuresOf(const TradeSample &sample, const Choice &choice);

    QComboBox *m_by; ///< first: periods, then the breakdowns
    QComboBox *m_first;
    QComboBox *m_second;
    QDateEdit *m_day;
    QLabel *m_verdict;
    QLabel *m_note;
    CurvePlot *m_curves;
    FiguresModel *m_model;
    TradeTable *m_table;
    QObject *m_asker; ///< of groups
    std::vector<TradeGroup> m_groups; ///< as the boxes list them, without results
    bool m_isDayChosen = false; ///< else it follows the middle of the trades
};

} // namespace tapeline
