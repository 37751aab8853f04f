#pragma once

#include <qcustomplot.h>

namespace tapeline {

/// Ticks that were chosen beforehand: the chart knows best which bars and prices to name.
class MarkTicker : public QCPAxisTicker
{
public:
    void clear()
    {
        m_places.clear();
        m_texts.clear();
    }
    void add(double place, const QString &text)
    {
        m_places.append(place);
        m_texts.append(text);
    }

    void generate(const QCPRange &, const QLocale &, QChar, int, QVector<double> &ticks,
                  QVector<double> *subTicks, QVector<QString> *tickLabels) override
    {
        ticks = m_places;
        if (subTicks)
            subTicks->clear();
        if (tickLabels)
            *tickLabels = m_texts;
    }

private:
    QVector<double> m_places;
    QVector<QString> m_texts;
};

} // namespace tapeline
