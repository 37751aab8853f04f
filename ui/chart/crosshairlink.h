#pragma once

#include "linkgroups.h"
#include "timestamp.h"

#include <QObject>

#include <optional>

class QAction;

namespace tapeline {

class ChartPanel;
class CommandRegistry;

/// Where someone points in a chart.
struct LinkedInstant
{
    Timestamp time {};
    QString symbol;
    std::optional<double> price;
};

/// Where someone points in one of the charts of each link colour.
class LinkedInstants : public QObject
{
    Q_OBJECT

public:
    /// The one that belongs to the groups, and lives as long.
    static LinkedInstants &of(LinkGroups &links);

    /// Nothing: no longer. No effect for LinkColor::None, which links nobody.
    void point(LinkColor color, const std::optional<LinkedInstant> &instant, const QObject *source);

signals:
    void pointed(tapeline::LinkColor color, const std::optional<tapeline::LinkedInstant> &instant,
                 const QObject *source);

private:
    explicit LinkedInstants(LinkGroups &links);
};

/// Shares the instant under a chart's crosshair with the panels of its link colour, and shows
/// theirs on it, at its own timeframe; the price too where the symbol is the same. Can be switched
/// off for a chart: it then neither tells nor follows.
class CrosshairLink : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the link.
    CrosshairLink(ChartPanel &panel, LinkGroups &links, QObject *parent = nullptr);

    /// The switch, for menus.
    QAction *action() const { return m_action; }
    bool isOn() const;
    void setOn(bool on);
    void retranslate();

signals:
    void switched();

private:
    void tell(const std::optional<LinkedInstant> &instant);
    void follow(LinkColor color, const std::optional<LinkedInstant> &instant,
                const QObject *source);

    ChartPanel &m_panel;
    LinkedInstants &m_instants;
    QAction *m_action;
};

/// "chart.link-crosshair": for the chart at hand.
void addCrosshairCommands(CommandRegistry &commands);

} // namespace tapeline
