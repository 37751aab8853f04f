#include "downloaddraft.h"

#include "easterntime.h"
#include "planwords.h"
#include "symbology.h"
#include "utcdate.h"

#include <QRegularExpression>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DownloadDraft)
};

/// Days of New York and of UTC both fit in: no asset class loses its first or last bar.
TimeRange rangeOf(const DownloadDraft &draft)
{
    const qint64 first = draft.from.toJulianDay() - julianDayOf1970;
    return { Timestamp(std::chrono::days(first)), easterntime::at(draft.to.addDays(1)) };
}

QString symbolComplaint(const QStringList &symbols)
{
    if (symbols.isEmpty())
        return Text::tr("Type at least one symbol.");
    if (symbols.size() > DownloadDraft::mostSymbols)
        return Text::tr("%n symbol(s) at once are too many: up to %1 are taken.", nullptr,
                        int(symbols.size()))
            .arg(DownloadDraft::mostSymbols);
    for (const QString &symbol : symbols)
        if (!symbology::classify(symbol))
            return Text::tr("“%1” is not a symbol. Stocks are written like AAPL, options like "
                            "O:SPY251219C00650000.")
                .arg(symbol);
    return {};
}

QString dayComplaint(const DownloadDraft &draft, QDate today)
{
    if (!draft.from.isValid() || !draft.to.isValid())
        return Text::tr("Two days are needed: the first and the last.");
    if (draft.from > draft.to)
        return Text::tr("The first day is after the last.");
    return draft.from > today ? Text::tr("The first day lies in the future.") : QString();
}

QString planComplaint(const QStringList &symbols, Timeframe timeframe, const Capabilities &plans)
{
    const DataKind kind
        = timeframe.unit() == TimeUnit::Second ? DataKind::SecondBars : DataKind::MinuteBars;
    for (const QString &symbol : symbols) {
        const Product product = productOf(symbology::classOf(symbol));
        if (!plans.has(product, kind))
            return planLacksText(product, kind);
    }
    return {};
}

} // namespace

QStringList downloaddrafts::symbolsFrom(const QString &typed)
{
    static const QRegularExpression gaps(u"[\\s,;]+"_s);
    QStringList symbols;
    for (const QString &word : typed.split(gaps, Qt::SkipEmptyParts))
        symbols.append(symbology::fromInput(word));
    symbols.removeDuplicates();
    return symbols;
}

CheckedDownload downloaddrafts::check(const DownloadDraft &draft, QDate today,
                                      const Capabilities &plans)
{
    const QStringList symbols = symbolsFrom(draft.symbols);
    if (const QString why = symbolComplaint(symbols); !why.isEmpty())
        return { {}, why };
    if (const QString why = dayComplaint(draft, today); !why.isEmpty())
        return { {}, why };
    if (const QString why = planComplaint(symbols, draft.timeframe, plans); !why.isEmpty())
        return { {}, why };
    DownloadDraft known = draft; // later days have no bars yet
    known.to = std::min(draft.to, today);
    return { DownloadOrder { 0, {}, symbols, draft.timeframe, rangeOf(known), draft.adjusted },
             {} };
}

} // namespace tapeline
