#include "cashfees.h"

#include "csvrecords.h"
#include "fillpreset.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline::cashfees {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Duration tolerance = 2s;
constexpr Money largest = Money::whole(1'000'000); // no trade costs more

struct Columns
{
    int date = -1;
    int time = -1;
    int type = -1;
    int description = -1;
    std::vector<int> fees;

    bool isWhole() const
    {
        return date >= 0 && time >= 0 && type >= 0 && description >= 0 && !fees.empty();
    }
};

struct Charge
{
    Timestamp at {};
    QString description;
    Money fee;
};

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

Columns columnsOf(std::span<const std::string_view> fields)
{
    QStringList header;
    for (const std::string_view field : fields)
        header.append(textOf(field));
    Columns columns;
    columns.date = fillColumn(header, u"DATE"_s);
    columns.time = fillColumn(header, u"TIME"_s);
    columns.type = fillColumn(header, u"TYPE"_s);
    columns.description = fillColumn(header, u"DESCRIPTION"_s);
    for (const QString &name : { u"Misc Fees"_s, u"Commissions & Fees"_s }) {
        if (const int column = fillColumn(header, name); column >= 0)
            columns.fees.push_back(column);
    }
    return columns;
}

std::vector<Charge> chargesOf(std::string_view text, char delimiter, const FillMapping &mapping)
{
    CsvRecords records(text, delimiter);
    FillClock clock(mapping.dates, FillClock::zone(mapping.zone));
    Columns columns;
    std::vector<Charge> charges;
    while (records.next()) {
        const auto fields = records.fields();
        if (records.isBroken())
            continue;
        const auto field = [fields](int column) {
            return std::size_t(column) < fields.size() ? fields[std::size_t(column)]
                                                       : std::string_view();
        };
        if (!columns.isWhole()) {
            columns = columnsOf(fields);
            continue;
        }
        if (records.followsBlank())
            break; // the next section
        const auto moment = clock.read(field(columns.date), field(columns.time));
        if (field(columns.type) != "TRD" || !moment)
            continue;
        Charge charge { moment->at, textOf(field(columns.description)), {} };
        for (const int column : columns.fees) {
            const auto number = fillnumbers::plain(field(column), mapping.decimal);
            const Result<Money> fee = Money::parseFeed(number.value_or(""));
            if (number && fee && *fee > Money() - largest && *fee < largest)
                charge.fee -= *fee; // what is paid is negative
        }
        if (charge.fee != Money())
            charges.push_back(std::move(charge));
    }
    return charges;
}

/// "SPY" of an option of SPY; of a future without its exchange.
QString nameIn(const ImportedFill &fill)
{
    const Result<symbology::OptionContract> contract = symbology::parseOption(fill.symbol);
    return contract ? contract->root : fill.symbol;
}

bool names(const QString &description, const QString &symbol)
{
    qsizetype at = 0;
    while ((at = description.indexOf(symbol, at)) >= 0) {
        const auto isOther = [&description](qsizetype place) {
            return place < 0 || place >= description.size()
                || !description[place].isLetterOrNumber();
        };
        if (isOther(at - 1) && isOther(at + symbol.size()))
            return true;
        ++at;
    }
    return false;
}

ImportedFill *fillOf(const Charge &charge, std::span<ImportedFill> fills)
{
    const auto from = std::ranges::lower_bound(fills, charge.at - tolerance, {}, &ImportedFill::at);
    ImportedFill *best = nullptr;
    for (auto fill = from; fill != fills.end() && fill->at <= charge.at + tolerance; ++fill) {
        const bool isNearer = !best
            || std::chrono::abs(fill->at - charge.at) < std::chrono::abs(best->at - charge.at);
        if (isNearer && names(charge.description, nameIn(*fill)))
            best = &*fill;
    }
    return best;
}

} // namespace

qint64 add(std::string_view text, char delimiter, const FillMapping &mapping,
           std::span<ImportedFill> fills)
{
    qint64 leftOver = 0;
    for (const Charge &charge : chargesOf(text, delimiter, mapping)) {
        if (ImportedFill *fill = fillOf(charge, fills))
            fill->fee += charge.fee;
        else
            ++leftOver;
    }
    return leftOver;
}

} // namespace tapeline::cashfees
