#pragma once

#include "optionflowfilter.h"

#include <QWidget>

#include <vector>

class QMenu;
class QToolButton;

namespace tapeline {

class FlowLayout;
class Theme;

/// The strip above the options flow: what is shown, by right, side, kind, premium, expiry and
/// moneyness, and what calls for attention. In as many lines as it takes.
class OptionFlowBar : public QWidget
{
    Q_OBJECT

public:
    explicit OptionFlowBar(const Theme &theme, QWidget *parent = nullptr);

    void setFilter(const OptionFlowFilter &filter);
    void setAlerts(const std::vector<OptionFlowFilter> &rules, bool hasSound);

    /// Of a usual width: how many lines it takes depends on the width there is.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void filterChosen(const tapeline::OptionFlowFilter &filter);
    void alertsChosen(const std::vector<tapeline::OptionFlowFilter> &rules);
    void soundChosen(bool on);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// A button that shows or hides one kind of prints.
    struct Toggle
    {
        QToolButton *button;
        bool OptionFlowFilter::*shown;
    };

    QToolButton *addButton(const QString &name);
    void addToggle(const QString &name, bool OptionFlowFilter::*shown);
    QToolButton *addChoice(const QString &name);
    void addGap();
    void retranslate();
    void nameToggles();
    void fillPremiums();
    void fillExpiries();
    void fillMoneyness();
    void fillAlerts();
    void restyle();

    const Theme &m_theme;
    FlowLayout *m_flow;
    std::vector<Toggle> m_toggles;
    std::vector<QWidget *> m_gaps;
    QToolButton *m_premium;
    QToolButton *m_expiry;
    QToolButton *m_moneyness;
    QToolButton *m_reset;
    QToolButton *m_bell;
    OptionFlowFilter m_filter;
    std::vector<OptionFlowFilter> m_rules;
    bool m_hasSound = false;
};

} // namespace tapeline
