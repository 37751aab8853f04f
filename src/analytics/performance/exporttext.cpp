#include "exporttext.h"

#include <QDateTime>

namespace tapeline::exporttext {

using namespace Qt::Literals::StringLiterals;

QString utc(Timestamp time)
{
    if (time == Timestamp())
        return {};
    const qint64 seconds
        = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    QString text
        = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    if (const qint64 rest = toNs(time) - seconds * 1'000'000'000; rest != 0) {
        QString fraction = u"%1"_s.arg(rest, 9, 10, QLatin1Char('0'));
        while (fraction.endsWith(u'0'))
            fraction.chop(1);
        text += u'.' + fraction;
    }
    return text + u'Z';
}

QString assetClass(AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Stocks:
        return u"stocks"_s;
    case AssetClass::Options:
        return u"options"_s;
    case AssetClass::Indices:
        return u"indices"_s;
    case AssetClass::Forex:
        return u"forex"_s;
    case AssetClass::Crypto:
        return u"crypto"_s;
    case AssetClass::Futures:
        return u"futures"_s;
    }
    return {};
}

QString direction(TradeDirection direction)
{
    switch (direction) {
    case TradeDirection::Long:
        return u"long"_s;
    case TradeDirection::Short:
        return u"short"_s;
    case TradeDirection::Structure:
        return u"structure"_s;
    }
    return {};
}

QString side(Side side)
{
    return side == Side::Buy ? u"buy"_s : u"sell"_s;
}

QString kind(TradeExecution::Kind kind)
{
    using enum TradeExecution::Kind;
    switch (kind) {
    case Fill:
        return u"fill"_s;
    case Exercise:
        return u"exercise"_s;
    case Assignment:
        return u"assignment"_s;
    case Expiry:
        return u"expiry"_s;
    case Split:
        return u"split"_s;
    case Correction:
        return u"correction"_s;
    }
    return {};
}

QString kind(NoteEdit::Kind kind)
{
    using enum NoteEdit::Kind;
    switch (kind) {
    case Text:
        return u"text"_s;
    case Setup:
        return u"setup"_s;
    case Tags:
        return u"tags"_s;
    case Mistakes:
        return u"mistakes"_s;
    case Rating:
        return u"rating"_s;
    case Risk:
        return u"risk"_s;
    case Plan:
        return u"plan"_s;
    case Review:
        return u"review"_s;
    case Checklist:
        return u"checklist"_s;
    case Attach:
        return u"attach"_s;
    case Detach:
        return u"detach"_s;
    }
    return {};
}

QString sessionPart(SessionPart part)
{
    switch (part) {
    case SessionPart::Closed:
        return u"closed"_s;
    case SessionPart::PreMarket:
        return u"pre_market"_s;
    case SessionPart::Regular:
        return u"regular"_s;
    case SessionPart::AfterHours:
        return u"after_hours"_s;
    }
    return {};
}

QString recency(Recency recency)
{
    switch (recency) {
    case Recency::Unknown:
        return u"unknown"_s;
    case Recency::RealTime:
        return u"real_time"_s;
    case Recency::Delayed:
        return u"delayed"_s;
    case Recency::EndOfDay:
        return u"end_of_day"_s;
    }
    return {};
}

QByteArray csvField(const QString &text)
{
    QByteArray field = text.toUtf8();
    if (!field.contains(',') && !field.contains('"') && !field.contains('\n')
        && !field.contains('\r'))
        return field;
    field.replace('"', "\"\"");
    return '"' + field + '"';
}

QByteArray csvWords(const QString &text)
{
    static const QString formulas = u"=+-@\t\r"_s;
    return csvField(!text.isEmpty() && formulas.contains(text.front()) ? u'\'' + text : text);
}

} // namespace tapeline::exporttext
