#include "journaltext.h"

#include "breakdowntext.h"
#include "easterntime.h"
#include "statistictext.h"
#include "symboltext.h"
#include "tradetext.h"

#include <QCoreApplication>

namespace tapeline::journaltext {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::JournalText)
};

constexpr qsizetype firstWords = 80;

QString firstOf(const QString &text)
{
    const QString plain = text.simplified();
    return plain.size() <= firstWords ? plain : plain.left(firstWords - 1) + u'…';
}

QString outcome(JournalFilter::Outcome outcome)
{
    switch (outcome) {
    case JournalFilter::Outcome::Any:
        return {};
    case JournalFilter::Outcome::Winner:
        return Text::tr("Winners");
    case JournalFilter::Outcome::Loser:
        return Text::tr("Losers");
    case JournalFilter::Outcome::Even:
        return Text::tr("Break-even");
    }
    Q_UNREACHABLE();
}

QString range(const JournalFilter &filter, const QLocale &locale)
{
    const auto text = [&](QDate day) { return locale.toString(day, u"d MMM yyyy"_s); };
    if (!filter.to.isValid())
        return Text::tr("From %1").arg(text(filter.from));
    if (!filter.from.isValid())
        return Text::tr("Until %1").arg(text(filter.to));
    //: Two days: 1 Oct 2026 to 31 Oct 2026
    return Text::tr("%1 to %2").arg(text(filter.from), text(filter.to));
}

QString multiples(const JournalFilter &filter, const QLocale &locale)
{
    if (!filter.most)
        return Text::tr("At least %1").arg(multiple(filter.least, locale));
    if (!filter.least)
        return Text::tr("At most %1").arg(multiple(filter.most, locale));
    return Text::tr("%1 to %2").arg(multiple(filter.least, locale), multiple(filter.most, locale));
}

QString checklist(const NoteEdit &edit)
{
    qsizetype done = 0;
    for (const ChecklistItem &item : edit.items)
        done += item.isDone ? 1 : 0;
    return Text::tr("Checklist: %1 of %2 done").arg(done).arg(edit.items.size());
}

/// Of what was written, or that it was taken away.
QString changed(const QString &name, const QString &value)
{
    //: A change in the history of notes; %1 is what was changed: "Setup"
    return value.isEmpty() ? Text::tr("%1: taken away").arg(name)
                           //: The same; %2 is what it was changed to
                           : Text::tr("%1: %2").arg(name, value);
}

} // namespace

QString market(const QString &market)
{
    if (market == "simulated"_L1)
        return Text::tr("Simulated");
    if (market == "live"_L1)
        return Text::tr("Live");
    if (market == "replay"_L1)
        return Text::tr("Replay");
    if (market == "import"_L1)
        return Text::tr("Imported");
    return market;
}

QString account(const QString &account)
{
    const QString name = account.section(u'/', 1).replace(u'/', u", "_s);
    //: An account's name and its market: "Paper (Simulated)"
    return Text::tr("%1 (%2)").arg(name, market(accountMarket(account)));
}

QString direction(TradeDirection direction)
{
    switch (direction) {
    case TradeDirection::Long:
        return Text::tr("Long");
    case TradeDirection::Short:
        return Text::tr("Short");
    case TradeDirection::Structure:
        return Text::tr("Structure");
    }
    Q_UNREACHABLE();
}

QString structure(const QString &key)
{
    QString words = QString(key).replace(u'_', u' ');
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString subject(const TradeRecord &trade, const QLocale &locale)
{
    if (trade.structure.isEmpty())
        return shortSymbolText(trade.symbol, locale);
    //: An underlying and a form of options: "SPY Iron condor"
    return Text::tr("%1 %2").arg(trade.symbol, structure(trade.structure));
}

QString multiple(std::optional<double> multiple, const QLocale &locale)
{
    return multiple ? statistictext::multiple(*multiple, locale) : statistictext::undefined();
}

QString profit(std::optional<Money> amount, const QLocale &locale)
{
    return amount ? tradetext::profit(*amount, locale) : statistictext::undefined();
}

QString percent(std::optional<double> share, const QLocale &locale)
{
    return share ? statistictext::share(*share, locale) : statistictext::undefined();
}

QString holding(const TradeRecord &trade, Timestamp now)
{
    const Timestamp until = trade.isOpen() ? now : trade.closedAt;
    return until < trade.openedAt ? statistictext::undefined()
                                  : statistictext::duration(until - trade.openedAt);
}

QString day(QDate day, const QLocale &locale)
{
    return locale.toString(day, u"ddd d MMM yyyy"_s);
}

QString sessionPart(SessionPart part)
{
    switch (part) {
    case SessionPart::Closed:
        return Text::tr("Closed");
    case SessionPart::PreMarket:
        return Text::tr("Pre-market");
    case SessionPart::Regular:
        return Text::tr("Regular hours");
    case SessionPart::AfterHours:
        return Text::tr("After hours");
    }
    Q_UNREACHABLE();
}

QString recency(Recency recency)
{
    switch (recency) {
    case Recency::Unknown:
        return statistictext::undefined();
    case Recency::RealTime:
        return Text::tr("Real-time");
    case Recency::Delayed:
        return Text::tr("Delayed");
    case Recency::EndOfDay:
        return Text::tr("End of day");
    }
    Q_UNREACHABLE();
}

QString title(const TradeRecord &trade, const QLocale &locale)
{
    const QString when = day(easterntime::date(trade.openedAt), locale);
    const QString size = tradetext::qty(trade.size, locale);
    if (trade.direction == TradeDirection::Structure)
        //: A trade in a structure of options: size, what, when
        return Text::tr("%1 %2, %3").arg(size, subject(trade, locale), when);
    //: A trade: direction, size, what, when
    return Text::tr("%1 %2 %3, %4")
        .arg(direction(trade.direction), size, subject(trade, locale), when);
}

QString period(JournalFilter::Period period)
{
    using Period = JournalFilter::Period;
    switch (period) {
    case Period::All:
        return Text::tr("All time");
    case Period::Today:
        return Text::tr("Today");
    case Period::Week:
        return Text::tr("This week");
    case Period::Month:
        return Text::tr("This month");
    case Period::Quarter:
        return Text::tr("This quarter");
    case Period::Year:
        return Text::tr("This year");
    case Period::Range:
        return Text::tr("From … to …");
    }
    Q_UNREACHABLE();
}

QString part(const JournalFilter &filter, JournalFilter::Part part, const QLocale &locale)
{
    using Part = JournalFilter::Part;
    switch (part) {
    case Part::Words:
        return Text::tr("“%1” in the notes").arg(filter.words.simplified());
    case Part::Period:
        return filter.period == JournalFilter::Period::Range ? range(filter, locale)
                                                             : period(filter.period);
    case Part::Symbol:
        return filter.symbol.toUpper();
    case Part::AssetClass:
        return tradetext::assetClass(filter.assetClass.value_or(AssetClass::Stocks));
    case Part::Direction:
        return direction(filter.direction.value_or(TradeDirection::Long));
    case Part::State:
        return filter.state == JournalFilter::State::Open ? Text::tr("Open") : Text::tr("Closed");
    case Part::Outcome:
        return outcome(filter.outcome);
    case Part::Setup:
        return Text::tr("Setup: %1").arg(filter.setup);
    case Part::Tag:
        return Text::tr("Tag: %1").arg(filter.tag);
    case Part::Mistake:
        return Text::tr("Mistake: %1").arg(filter.mistake);
    case Part::Rating:
        //: %1 is a number of stars from 1 to 5
        return Text::tr("Rated %1 or better").arg(filter.rating);
    case Part::Multiple:
        return multiples(filter, locale);
    case Part::Notes:
        return filter.notes == JournalFilter::Notes::None ? Text::tr("Nothing written")
                                                          : Text::tr("Something written");
    case Part::Bucket:
        //: Such as "Hour: 10:00"
        return Text::tr("%1: %2").arg(
            breakdowntext::name(filter.bucket->breakdown),
            breakdowntext::group(filter.bucket->breakdown,
                                 TradeGroup { .bucket = filter.bucket->number }, locale));
    }
    Q_UNREACHABLE();
}

QString change(const NoteEdit &edit, const QLocale &locale)
{
    using Kind = NoteEdit::Kind;
    switch (edit.kind) {
    case Kind::Text:
        return changed(Text::tr("Notes"), firstOf(edit.text));
    case Kind::Setup:
        return changed(Text::tr("Setup"), edit.text);
    case Kind::Tags:
        return changed(Text::tr("Tags"), edit.words.join(u", "_s));
    case Kind::Mistakes:
        return changed(Text::tr("Mistakes"), edit.words.join(u", "_s));
    case Kind::Rating:
        return changed(Text::tr("Rating"),
                       edit.number > 0 ? Text::tr("%1 of 5").arg(edit.number) : QString());
    case Kind::Risk:
        return changed(Text::tr("Planned risk"),
                       edit.money ? tradetext::money(*edit.money, locale) : QString());
    case Kind::Plan:
        return changed(Text::tr("Plan"), firstOf(edit.text));
    case Kind::Review:
        return changed(Text::tr("Review"), firstOf(edit.text));
    case Kind::Checklist:
        return checklist(edit);
    case Kind::Attach:
        return Text::tr("File added: %1").arg(edit.text);
    case Kind::Detach:
        return Text::tr("File removed");
    }
    Q_UNREACHABLE();
}

} // namespace tapeline::journaltext
