#pragma once

#include <QString>

#include <vector>

namespace tapeline {

/// How a cost grows with one thing.
struct Curve
{
    struct Point
    {
        double x;
        double y;
    };

    QString name; ///< of the file: "events"
    QString title;
    QString xTitle;
    QString yTitle;
    bool logX = false;
    std::vector<Point> points;
};

/// Takes them all: cost against events, symbols, years of history and charts. Minutes.
std::vector<Curve> measureCurves();

/// Writes curve-NAME.svg into the folder; false when it cannot be written.
bool draw(const Curve &curve, const QString &folder);

} // namespace tapeline
