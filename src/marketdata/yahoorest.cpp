#include "yahoorest.h"

namespace tapeline::yahoorest {

using namespace Qt::Literals::StringLiterals;

QUrl defaultBase()
{
    return QUrl(u"https://query1.finance.yahoo.com"_s);
}

std::unique_ptr<MassiveRest> make(const WallClock *wall, const QUrl &base)
{
    auto rest = std::make_unique<MassiveRest>(base, QString(), limitPerMinute, wall);
    rest->setSource(u"yahoo"_s);
    rest->shareBudget();
    return rest;
}

} // namespace tapeline::yahoorest
