#include "plottext.h"

#include "money.h"

#include "tradetext.h"
#include "valuemarks.h"

#include <QCoreApplication>

#include <cmath>

namespace tapeline::plottext {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::PlotText)
};

constexpr double shortened = 1'000; // and above

} // namespace

QString moneyMark(double amount, const QLocale &locale)
{
    if (std::abs(amount) < shortened) {
        const bool isWhole = amount == std::round(amount);
        return locale.toString(amount + 0.0, 'f', isWhole ? 0 : 2);
    }
    const QString text = volumeMarkText(std::abs(amount), locale);
    return amount < 0 ? locale.negativeSign() + text : text;
}

QString money(double amount, const QLocale &locale)
{
    return tradetext::profit(Money::fromDouble(amount), locale);
}

QString multipleMark(double multiple, const QLocale &locale)
{
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    //: A result in units of the planned risk
    return Text::tr("%1 R").arg(plain.toString(multiple + 0.0, 'g', 6));
}

} // namespace tapeline::plottext
