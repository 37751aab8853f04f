#pragma once

#include "indicatorchoice.h"
#include "indicatorvalues.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QObject>
#include <QTimer>

namespace tapeline {

/// The indicators of one chart: what was chosen, and their values over its bars. Ticks change the
/// newest values at once; whatever takes longer is computed in slices of the event loop of a few
/// milliseconds, the values of before staying meanwhile.
class IndicatorSet : public QObject
{
    Q_OBJECT

public:
    using Key = ChartSeries::Key;
    /// Of one indicator on this chart; positive, kept with it, never given twice.
    using Id = int;

    explicit IndicatorSet(QObject *parent = nullptr);
    ~IndicatorSet() override;

    /// Not owned; may be null. The choices stay.
    void setBars(const ChartSeries *bars);
    const ChartSeries *bars() const { return m_bars; }
    void setCalendar(const MarketCalendar &calendar);

    /// In the order in which they are listed and drawn.
    std::vector<Id> ids() const;
    qsizetype size() const { return qsizetype(m_items.size()); }
    bool contains(Id id) const { return find(id) != nullptr; }
    // id must be contained
    const IndicatorChoice &choice(Id id) const;
    const IndicatorInfo &info(Id id) const;
    /// A value for each of them, those of its choice.
    const std::vector<double> &parameters(Id id) const;
    /// Under the keys of the bars it was computed from: an output that is drawn shifted is not
    /// here. Empty without bars.
    const ValueSeries &values(Id id, std::size_t output) const;
    /// By how many bars an output is drawn to the right.
    int shift(Id id, std::size_t output) const;

    /// What is drawn at a bar: the shift counts. noValue where there is none, and for unknown ids
    /// and outputs. The value at the last bar is a preview while that bar forms.
    double valueAt(Id id, std::size_t output, Key key) const;

    /// At the end, in colours that differ from those of its pane; newPane gets a new number. As
    /// indicatorParameters().
    Result<Id> add(IndicatorChoice choice);
    /// The same with other parameters, look or place; its values stay where only the look differs.
    Result<void> change(Id id, IndicatorChoice choice);
    void remove(Id id);
    /// To another place of the list.
    void move(Id id, qsizetype place);
    void clear();
    /// A number that no pane has.
    int freePane() const;

    QJsonArray toJson() const;
    /// In place of all there are. Those that are not known (any more) are left out.
    void fromJson(const QJsonArray &json);

    /// Whether values are still being computed.
    bool isComputing() const;
    /// How long a slice may take; 0: as little as possible.
    void setSlice(std::chrono::nanoseconds slice) { m_slice = slice; }

signals:
    /// Indicators came, went, moved or look different.
    void choicesChanged();
    /// tailOnly: no values but those of the newest few bars.
    void valuesChanged(bool tailOnly);

private:
    struct Item;
    const Item *find(Id id) const;
    Item *find(Id id);
    void follow(const ChartSeries::Change &change);
    void compute(Item &item) const;
    void computeAll();
    void takeValues();
    void work();
    int freeTint(const IndicatorChoice &choice) const;

    const ChartSeries *m_bars = nullptr;
    MarketCalendar m_calendar;
    std::vector<std::unique_ptr<Item>> m_items;
    Id m_lastId = 0;
    QTimer m_timer; ///< of the next slice
    std::chrono::nanoseconds m_slice;
};

} // namespace tapeline
