#include "chartlook.h"

#include <algorithm>

namespace tapeline {

ChartLook::ChartLook(BarLook &look, QObject *parent)
    : QObject(parent)
    , m_look(look)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &ChartLook::takeSlice);
}

void ChartLook::setType(ChartType type)
{
    if (type == m_look.type)
        return;
    m_look.type = type;
    derive();
    emit changed();
    emit chosen();
}

void ChartLook::setBaseline(double level)
{
    level = std::clamp(level, 0.0, 1.0);
    if (level == m_look.baseline)
        return;
    m_look.baseline = level;
    emit changed();
    emit chosen();
}

void ChartLook::setSeries(const ChartSeries *series)
{
    m_series = series;
    m_derived.reset();
    derive();
}

/// What the type is painted from; kept where the type before had the same.
void ChartLook::derive()
{
    const bool needed
        = m_series && (m_look.type == ChartType::HeikinAshi || isOfCloses(m_look.type));
    const bool heikinAshi = m_look.type == ChartType::HeikinAshi;
    if (!needed)
        m_derived.reset();
    else if (!m_derived || m_isHeikinAshi != heikinAshi)
        m_derived = std::make_unique<DerivedBars>(
            *m_series, heikinAshi ? heikinAshiOf(*m_series) : closesOf(*m_series));
    m_isHeikinAshi = heikinAshi;
    m_look.derived = m_derived.get();
    if (m_derived && !m_derived->isComplete())
        m_slices.start();
}

void ChartLook::update(const ChartSeries::Change &change)
{
    if (!m_derived)
        return;
    m_derived->update(change);
    if (!m_derived->isComplete())
        m_slices.start();
}

void ChartLook::takeSlice()
{
    if (m_derived)
        m_derived->extend();
    if (!m_derived || m_derived->isComplete())
        m_slices.stop();
    emit changed();
}

OhlcRun ChartLook::over(ChartSeries::Key first, ChartSeries::Key last) const
{
    OhlcRun all = m_derived ? m_derived->over(first, last) : OhlcRun();
    if (all.isEmpty() && m_series)
        all = m_series->over(first, last);
    return all;
}

} // namespace tapeline
