#include "tapefiltertext.h"

#include "conditiontext.h"
#include "exchanges.h"
#include "tapetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <functional>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t mostNamed = 3; // more are counted

QString say(const char *text)
{
    return QCoreApplication::translate("tapeline::TapeFilterText", text);
}

QString sayMany(const char *text, std::size_t number)
{
    return QCoreApplication::translate("tapeline::TapeFilterText", text, nullptr,
                                       static_cast<int>(number));
}

QString named(const std::set<quint16> &ids, const std::function<QString(quint16)> &name)
{
    QStringList names;
    for (const quint16 id : ids)
        if (!names.contains(name(id)))
            names << name(id);
    return names.join(u", "_s);
}

QString shortCondition(quint16 id)
{
    const QString word = shortConditions({ id });
    return word.isEmpty() ? longConditions({ id }) : word;
}

QString sizeText(const TapeFilter &filter)
{
    TapeText text;
    text.setLocale(QLocale());
    const QString from = text.size(filter.smallest);
    const QString to = text.size(filter.largest);
    if (filter.largest.isZero())
        return say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "From %1 shares")).arg(from);
    if (filter.smallest.isZero())
        return say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "Up to %1 shares")).arg(to);
    //: A range of sizes
    return say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "%1 to %2 shares")).arg(from, to);
}

QString sidesText(const TapeFilter &filter)
{
    QStringList shown;
    if (filter.buys)
        shown << say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "buys"));
    if (filter.sells)
        shown << say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "sells"));
    if (filter.others)
        //: Prints between bid and ask, or of unknown side
        shown << say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "in between"));
    if (shown.isEmpty())
        return say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "No side"));
    //: Which sides pass; %1 is "buys", or "buys, sells"
    return say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "Only %1")).arg(shown.join(u", "_s));
}

/// All but a few venues are told by those few.
QString venuesText(const TapeFilter &filter)
{
    std::set<quint16> missing;
    std::ranges::set_difference(stockVenues(), filter.venues,
                                std::inserter(missing, missing.end()));
    if (!missing.empty() && missing.size() <= mostNamed)
        return say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "Not %1"))
            .arg(named(missing, [](quint16 id) { return shortVenue(id); }));
    if (filter.venues.size() <= mostNamed)
        return say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "Only %1"))
            .arg(named(filter.venues, [](quint16 id) { return shortVenue(id); }));
    return sayMany(QT_TRANSLATE_N_NOOP("tapeline::TapeFilterText", "Only %n venue(s)"),
                   filter.venues.size());
}

QString conditionsText(const TapeFilter &filter)
{
    const bool few = filter.conditions.size() <= mostNamed;
    const QString names = named(filter.conditions, shortCondition);
    if (filter.onlyConditions)
        return few
            ? say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "Only %1")).arg(names)
            : sayMany(QT_TRANSLATE_N_NOOP("tapeline::TapeFilterText", "Only %n condition(s)"),
                      filter.conditions.size());
    return few ? say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "Not %1")).arg(names)
               : sayMany(QT_TRANSLATE_N_NOOP("tapeline::TapeFilterText", "Not %n condition(s)"),
                         filter.conditions.size());
}

} // namespace

QList<TapeFilterPart> filterParts(const TapeFilter &filter)
{
    QList<TapeFilterPart> parts;
    const TapeFilter none;
    const auto add = [&](const QString &text, auto... members) {
        TapeFilter without = filter;
        ((without.*members = none.*members), ...);
        if (without != filter)
            parts.append({ text, without });
    };
    using F = TapeFilter;
    add(sizeText(filter), &F::smallest, &F::largest);
    add(sidesText(filter), &F::buys, &F::sells, &F::others);
    add(filter.offExchange == TapeKind::Only
            ? say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "Only off exchange"))
            : say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "Not off exchange")),
        &F::offExchange);
    add(filter.oddLots == TapeKind::Only
            ? say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "Only odd lots"))
            : say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "No odd lots")),
        &F::oddLots);
    add(venuesText(filter), &F::venues);
    if (!filter.conditions.empty())
        add(conditionsText(filter), &F::conditions, &F::onlyConditions);
    return parts;
}

const std::set<quint16> &stockVenues()
{
    static const std::set<quint16> ids = [] {
        std::set<quint16> found;
        for (const Exchange &venue : exchanges(AssetClass::Stocks))
            if (venue.type != "SIP") // that is no venue
                found.insert(venue.id);
        return found;
    }();
    return ids;
}

const std::set<quint16> &namedConditions()
{
    static const std::set<quint16> ids = [] {
        constexpr quint16 most = 64; // the service's list ends before
        std::set<quint16> found;
        for (quint16 id = 1; id < most; ++id) // 0 is the usual trade
            if (!conditionName(id).empty())
                found.insert(id);
        return found;
    }();
    return ids;
}

QString conditionLine(quint16 id)
{
    const QString word = shortConditions({ id });
    const QString name = longConditions({ id });
    return word.isEmpty() ? name : u"%1 (%2)"_s.arg(name, word);
}

QString venueLine(quint16 id)
{
    return shortVenue(id) + u" – " + longVenue(id);
}

QString shareText(qint64 part, qint64 whole)
{
    const double percent = whole == 0 ? 0 : 100.0 * double(part) / double(whole);
    const bool fine = percent > 0 && percent < 1;
    const double shown = fine ? std::max(0.1, percent)
        : part < whole        ? std::min(99.0, percent)
                              : percent;
    //: A share in percent
    return say(QT_TRANSLATE_NOOP("tapeline::TapeFilterText", "%1%"))
        .arg(QLocale().toString(shown, 'f', fine ? 1 : 0));
}

} // namespace tapeline
