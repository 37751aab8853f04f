#pragma once

#include "flowupdate.h"
#include "panel.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;

namespace tapeline {

class AlertSound;

/// The figures of a symbol's order flow: cumulative delta, slope, bought and sold volume, how far
/// the rules agree, and an alert for steep slopes.
class FlowPanel : public Panel
{
    Q_OBJECT

public:
    /// sound must outlive the panel.
    FlowPanel(const PanelContext &context, AlertSound &sound, QWidget *parent = nullptr);

    ClassifierRule rule() const { return m_rule; }
    double alertSlope() const { return m_alertSlope; }
    void setStatistics(const FlowUpdate &update);
    /// Another symbol or rule: nothing is known yet.
    void clear();
    /// Whether the plan brings trades at all.
    void setTradesExpected(bool expected);

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

signals:
    void ruleChanged(tapeline::ClassifierRule rule);
    /// The slope has passed the value that is set, in either direction. Once until it has come back
    /// below half of it.
    void alerted(double slope);

protected:
    void retranslate() override;

private:
    /// The rows, from the top.
    enum Row : quint8 {
        Cvd,
        NetDelta,
        Bought,
        Sold,
        Ratio,
        Slope,
        Trend,
        Vpin,
        Prints,
        Agreement,
        Since
    };
    static constexpr int rowCount = Since + 1;

    QWidget *makeOptions();
    void fillRules();
    void setRule(ClassifierRule rule);
    void setAlertSlope(double slope);
    void showFigures();
    void set(Row row, const QString &text, int sign = 0);
    void watchSlope(double slope);

    AlertSound &m_sound;
    std::array<QLabel *, rowCount> m_names {};
    std::array<QLabel *, rowCount> m_values {};
    QLabel *m_note;
    QLabel *m_ruleName;
    QLabel *m_alertName;
    QComboBox *m_rules;
    QDoubleSpinBox *m_alert;
    std::optional<FlowUpdate> m_shown; ///< without its bars
    ClassifierRule m_rule = ClassifierRule::Weighted;
    double m_alertSlope = 0;
    bool m_alertOut = false;
    bool m_tradesExpected = true;
};

} // namespace tapeline
