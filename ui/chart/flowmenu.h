#pragma once

#include "flowoptions.h"

#include <QMenu>

#include <functional>
#include <vector>

namespace tapeline {

/// The menu of a chart's order flow: what is shown, by which rule, and from where it is summed up.
class FlowMenu : public QMenu
{
    Q_OBJECT

public:
    explicit FlowMenu(QWidget *parent = nullptr);

    const FlowOptions &options() const { return m_options; }
    void setOptions(const FlowOptions &options);

signals:
    /// Someone chose other ones.
    void chosen(const tapeline::FlowOptions &options);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    template<typename Value>
    void addChoices(QMenu *menu, const QList<std::pair<Value, QString>> &choices,
                    Value FlowOptions::*member);
    void addSwitch(const QString &text, const QString &name, bool FlowOptions::*member);
    void choose(const FlowOptions &options);
    void updateChecks();

    FlowOptions m_options;
    std::vector<std::pair<QAction *, std::function<bool(const FlowOptions &)>>> m_checks;
};

} // namespace tapeline
