#include "shorttext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace tapeline {

QString shortNumber(double number)
{
    const double size = std::abs(number);
    const auto scaled = [number](double unit, int decimals) {
        return QLocale().toString(number / unit, 'f', decimals);
    };
    // Parts of coins
    if (size < 100 && std::abs(number - std::round(number)) > 1e-9)
        return scaled(1, size < 1 ? 4 : 2);
    if (size < 99'999.5)
        return scaled(1, 0);
    if (size < 999'500)
        //: A number in thousands, as short as can be: "312K"
        return QCoreApplication::translate("tapeline::TapeTotalsBar", "%1K").arg(scaled(1e3, 0));
    if (size < 999.5e6)
        //: A number in millions, as short as can be: "1.24M"
        return QCoreApplication::translate("tapeline::TapeTotalsBar", "%1M")
            .arg(scaled(1e6, size < 99.995e6 ? 2 : 1));
    //: A number in billions, as short as can be: "3.10B"
    return QCoreApplication::translate("tapeline::TapeTotalsBar", "%1B").arg(scaled(1e9, 2));
}

} // namespace tapeline
