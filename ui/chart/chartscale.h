#pragma once

#include "pricescale.h"

#include <QJsonObject>
#include <QObject>

namespace tapeline {

/// How the prices of one chart are spread over its height, and what its axis says.
class ChartScale : public QObject
{
    Q_OBJECT

public:
    /// scale must outlive it.
    explicit ChartScale(PriceScale &scale, QObject *parent = nullptr);

    void setMode(ScaleMode mode);
    ScaleMode mode() const { return m_scale.mode; }
    /// The mode when it is another one, else linear: for a key that switches.
    void toggleMode(ScaleMode mode);
    /// Low prices at the top.
    void setInverted(bool inverted);
    bool isInverted() const { return m_inverted; }
    /// What fits the height: prices only, or what is compared to them too.
    void setPricesOnly(bool pricesOnly);
    bool isPricesOnly() const { return m_pricesOnly; }

    QJsonObject toJson() const;
    /// What it does not say, or says wrongly, is as at first.
    void fromJson(const QJsonObject &json);

signals:
    void changed();

private:
    PriceScale &m_scale;
    bool m_inverted = false;
    bool m_pricesOnly = false;
};

} // namespace tapeline
