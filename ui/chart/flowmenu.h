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
    /// Someone wants to mark the range of a profile, or to have it no longer.
    void rangeWanted();
    void rangeUnwanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    using Test = std::function<bool(const FlowOptions &)>;
    using Change = std::function<void(FlowOptions &)>;
    void addDelta();
    void addProfiles();
    QAction *addOption(QMenu *menu, const QString &text, Test isChosen, Change change);
    template<typename Value>
    void addChoices(QMenu *menu, const QList<std::pair<Value, QString>> &choices,
                    Value FlowOptions::*member);
    void addSwitch(const QString &text, const QString &name, bool FlowOptions::*member);
    void choose(const FlowOptions &options);
    void updateChecks();

    FlowOptions m_options;
    std::vector<std::pair<QAction *, Test>> m_checks;
    QAction *m_removeRange = nullptr;
};

} // namespace tapeline
