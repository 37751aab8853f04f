#pragma once

#include "resultdistribution.h"
#include "timestamp.h"
#include "traderesult.h"

#include <QByteArray>
#include <QDate>
#include <QLocale>
#include <QString>

#include <map>
#include <span>
#include <vector>

namespace tapeline {

/// Plots of a report as SVG, for white paper. Sides are told by sign as well as by colour.
namespace reportplots {

constexpr qreal width = 720;

struct CurvePoint
{
    Timestamp at {};
    double value = 0;
};

/// A value over time; falls below zero are filled where it is a drawdown. title: what it shows.
/// With more points than can be seen, the extremes of each stretch are kept.
QByteArray curve(const QString &title, std::span<const CurvePoint> points, bool isDrawdown,
                 const QLocale &locale);
QByteArray distribution(const QString &title, const ResultDistribution &bins,
                        const QLocale &locale);
/// Net results of days, a block of weeks for each year.
QByteArray calendar(const QString &title, const std::map<QDate, Money> &days,
                    const QLocale &locale);

} // namespace reportplots
} // namespace tapeline
