#include "analysistext.h"

#include "planwords.h"
#include "valuemarks.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AnalysisText
{
    Q_DECLARE_TR_FUNCTIONS(AnalysisText)
};

/// "SPXW" of the S&P 500, nothing of "SPY".
QString ownRoot(const ChainExpiry &expiry, const QString &underlying)
{
    const QString bare = underlying.section(u':', -1);
    return expiry.root == bare ? QString() : u' ' + expiry.root;
}

} // namespace

QString analysistext::expiry(const ChainExpiry &expiry, double days, const QString &underlying)
{
    //: A date, and how long it is until then
    return AnalysisText::tr("%1 (%2)").arg(
        QString(QLocale().toString(expiry.day, u"d MMM yyyy"_s) + ownRoot(expiry, underlying)),
        left(days));
}

QString analysistext::shortExpiry(const ChainExpiry &expiry, const QString &underlying)
{
    return QLocale().toString(expiry.day, u"d MMM yy"_s) + ownRoot(expiry, underlying);
}

QString analysistext::percent(double fraction, int decimals)
{
    //: A share in percent
    return AnalysisText::tr("%1 %").arg(QLocale().toString(fraction * 100, 'f', decimals));
}

QString analysistext::strike(double price)
{
    const bool isWhole = std::abs(price - std::round(price)) < 1e-9;
    return priceText(price, isWhole ? 0 : 2, QLocale());
}

QString analysistext::money(double amount)
{
    const QString size = volumeText(std::abs(amount), QLocale());
    if (amount == 0)
        //: An amount of dollars, shortened
        return AnalysisText::tr("$%1").arg(size);
    //: An amount of dollars, shortened
    return amount > 0 ? AnalysisText::tr("+$%1").arg(size)
                      //: An amount of dollars, shortened
                      : AnalysisText::tr("\u2212$%1").arg(size);
}

QString analysistext::contracts(double count)
{
    return QLocale().toString(count, 'f', 0);
}

QString analysistext::left(double days)
{
    if (days <= 0)
        return AnalysisText::tr("ended");
    if (days < 1)
        return AnalysisText::tr("%n hour(s)", nullptr, std::max(1, int(std::round(days * 24))));
    return AnalysisText::tr("%n day(s)", nullptr, int(std::round(days)));
}

QString analysistext::sentence(const ChainBook *book)
{
    if (!book)
        return AnalysisText::tr("Choose a stock, an index or an option to see what its chain adds "
                                "up to.");
    const QString &symbol = book->underlying();
    switch (book->state()) {
    case ChainState::NoService:
        return AnalysisText::tr("A recording has no option chains. Connect to the service or the "
                                "simulated market to see them.");
    case ChainState::NoOptions:
        return AnalysisText::tr("%1 has no listed options.").arg(symbol);
    case ChainState::NotInPlan:
        return planLacksText(Product::Options, DataKind::Reference);
    case ChainState::ContractsOnly:
        return AnalysisText::tr("Volatilities, volume and open interest come with chain "
                                "snapshots. %1")
            .arg(planLacksText(Product::Options, DataKind::Snapshots));
    case ChainState::Failed:
        return book->size() > 0
            ? QString()
            : AnalysisText::tr("The chain of %1 could not be had. Asking goes on.").arg(symbol);
    case ChainState::Loading:
    case ChainState::Here:
        break;
    }
    return book->size() > 0 ? QString() : AnalysisText::tr("Loading the chain of %1.").arg(symbol);
}

} // namespace tapeline
