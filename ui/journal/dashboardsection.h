#pragma once

#include "journalfilter.h"

#include <QJsonObject>
#include <QWidget>

class QLabel;

namespace tapeline {

class Theme;
class TradeSample;
class TradeStudy;

/// One page of the dashboards: something that the trades of the study come to. It reckons only
/// while it is seen, and anew when the trades are others.
class DashboardSection : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it. The name stays the same in saved layouts.
    DashboardSection(TradeStudy &study, const Theme &theme, const QString &name,
                     QWidget *parent = nullptr);

    virtual QString title() const = 0;
    /// What was chosen on it.
    virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject &) { }

signals:
    /// Only these trades are to be looked at.
    void filterWanted(const tapeline::JournalFilter &filter);
    void tradeChosen(const tapeline::TradeKey &key);
    void stateChanged();

protected:
    TradeStudy &study() const { return m_study; }
    const TradeSample &sample() const;
    const Theme &theme() const { return m_theme; }
    /// A quiet line above or below a plot.
    QLabel *addHeading();
    QLabel *addNote();
    /// Calls refresh() now if it is seen, else when it will be.
    void refreshSoon();

    /// Reckons and shows; there is a sample with at least one trade.
    virtual void refresh() = 0;
    /// Sets its texts; what is shown is refreshed after it.
    virtual void retranslate() = 0;
    virtual void restyle();

    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool canRefresh() const;

    TradeStudy &m_study;
    const Theme &m_theme;
    QList<QLabel *> m_labels;
    bool m_isStale = true;
};

} // namespace tapeline
