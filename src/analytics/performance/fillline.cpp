#include "fillline.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Beyond these sums may not fit; nobody trades so much.
constexpr Price mostPrice = Price::whole(900'000'000);
constexpr Qty mostQty = Qty::whole(10'000'000'000);
constexpr Money mostFee = Money::whole(1'000'000);

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Ids are written as ="1001" so that spreadsheets keep their zeros.
QString idOf(std::string_view text)
{
    if (text.starts_with("=\"") && text.ends_with('"') && text.size() > 2)
        text = text.substr(2, text.size() - 3);
    return fillnumbers::isNothing(text) ? QString() : textOf(text);
}

/// What brokers call buying and selling, without blanks, underscores and case.
std::optional<Side> sideOf(std::string_view text)
{
    QString word = textOf(text).toUpper();
    word.remove(u' ').remove(u'_').remove(u'-');
    constexpr std::array buys { "B"_L1,    "BUY"_L1,       "BOT"_L1,        "BOUGHT"_L1,
                                "BTO"_L1,  "BTC"_L1,       "BC"_L1,         "COVER"_L1,
                                "KAUF"_L1, "BUYTOOPEN"_L1, "BUYTOCLOSE"_L1, "BUYTOCOVER"_L1,
                                "LONG"_L1, "YOUBOUGHT"_L1, "DEBIT"_L1 };
    constexpr std::array sells { "S"_L1,         "SELL"_L1,       "SLD"_L1,         "SOLD"_L1,
                                 "STO"_L1,       "STC"_L1,        "SS"_L1,          "SHORT"_L1,
                                 "VERKAUF"_L1,   "SELLTOOPEN"_L1, "SELLTOCLOSE"_L1, "SELLSHORT"_L1,
                                 "SHORTSELL"_L1, "YOUSOLD"_L1 };
    if (std::ranges::find(buys, word) != buys.end())
        return Side::Buy;
    if (std::ranges::find(sells, word) != sells.end())
        return Side::Sell;
    return std::nullopt;
}

Price divided(Price price, qint64 divisor)
{
    const qint64 units = price.units();
    return Price::fromUnits((units + (units < 0 ? -divisor : divisor) / 2) / divisor);
}

} // namespace

FillLineReader::FillLineReader(const FillMapping &mapping, const FillPreset *preset, Timestamp now)
    : m_mapping(mapping)
    , m_preset(preset)
    , m_now(now)
    , m_clock(mapping.dates, FillClock::zone(mapping.zone))
{
}

// --- columns ------------------------------------------------------------------------------------

void FillLineReader::place(const FillTableReader &table)
{
    if (m_headerNumber == table.headerNumber())
        return;
    m_headerNumber = table.headerNumber();
    m_columns.clear();
    m_rules.clear();
    m_lastColumn = -1;
    const QStringList &header = table.header();
    for (const auto &[field, name] : m_mapping.columns) {
        int column = fillColumn(header, name);
        // A further header of the file may call it by another of its names
        for (std::size_t at = 0; m_preset && column < 0 && at < m_preset->columns.size(); ++at) {
            const FillPreset::Column &known = m_preset->columns[at];
            if (known.field != field || !known.names.contains(name, Qt::CaseInsensitive))
                continue;
            for (const QString &other : known.names)
                column = column < 0 ? fillColumn(header, other) : column;
        }
        m_columns.emplace_back(field, column);
        if (field <= FillField::Price)
            m_lastColumn = qMax(m_lastColumn, column);
    }
    if (!m_preset)
        return;
    for (const FillPreset::LineRule &rule : m_preset->lines) {
        if (const int column = fillColumn(header, rule.column); column >= 0)
            m_rules.emplace_back(&rule, column);
    }
    m_packageColumn = fillColumn(header, m_preset->packageColumn);
    m_removalColumn = fillColumn(header, m_preset->removal.column);
    m_priceTextColumn = fillColumn(header, m_preset->priceText);
}

int FillLineReader::columnOf(FillField field) const
{
    const auto found = std::ranges::find(m_columns, field, &std::pair<FillField, int>::first);
    return found == m_columns.end() ? -1 : found->second;
}

std::string_view FillLineReader::text(const FillTableReader &table, FillField field)
{
    place(table);
    return table.field(columnOf(field));
}

void FillLineReader::complain(const FillTableReader &table, FillFault fault, FillField field)
{
    const int column = columnOf(field);
    m_problems.push_back({ table.record().line(), fault,
                           column < 0 ? QString() : table.header().value(column),
                           textOf(table.field(column)).left(80) });
}

// --- lines --------------------------------------------------------------------------------------

QString FillLineReader::kindOf(const FillTableReader &table)
{
    place(table);
    for (const auto &[rule, column] : m_rules) {
        const QString value = rule->isOnlyFirst ? textOf(table.field(column)) : QString();
        if (rule->values.contains(value, Qt::CaseInsensitive))
            return value;
    }
    return {};
}

bool FillLineReader::isFill(const FillTableReader &table)
{
    for (const auto &[rule, column] : m_rules) {
        const QString value = textOf(table.field(column));
        if (!rule->values.contains(value, Qt::CaseInsensitive)
            || m_unwanted.contains(value, Qt::CaseInsensitive))
            return false;
    }
    if (!m_preset)
        return true;
    const std::string_view quantity = text(table, FillField::Quantity);
    if (m_preset->skipsUnfilled
        && (fillnumbers::isNothing(quantity)
            || fillnumbers::plain(quantity, m_mapping.decimal) == "0"))
        return false;
    const bool beginsPackage = !table.field(m_packageColumn).empty();
    return !beginsPackage || !text(table, FillField::Symbol).empty();
}

void FillLineReader::followPackage(const FillTableReader &table)
{
    m_isFurtherLeg = false;
    if (m_packageColumn < 0)
        return;
    const std::string_view name = table.field(m_packageColumn);
    const std::string_view time = text(table, FillField::At);
    if (name.empty()) {
        m_isFurtherLeg = !m_package.isEmpty() && (time.empty() || time == m_packageTime);
        return;
    }
    m_packageTime = time;
    m_package = textOf(time) + u' ' + textOf(name);
}

FillLineReader::Outcome FillLineReader::read(const FillTableReader &table, Line &line)
{
    place(table);
    m_problems.clear();
    line = {};
    line.number = table.record().line();
    if (table.record().isBroken()) {
        m_problems.push_back({ line.number, FillFault::Broken });
        return Outcome::Bad;
    }
    followPackage(table);
    if (!isFill(table))
        return Outcome::Other;
    const auto fields = table.record().fields();
    const auto surplus = fields.subspan(qMin(fields.size(), std::size_t(table.header().size())));
    if (std::ranges::any_of(surplus, [](std::string_view field) { return !field.empty(); })) {
        m_problems.push_back({ line.number, FillFault::TooLong });
        return Outcome::Bad;
    }
    if (int(fields.size()) <= m_lastColumn) {
        m_problems.push_back({ line.number, FillFault::TooShort });
        return Outcome::Bad;
    }
    const std::string_view removal = table.field(m_removalColumn);
    if (!removal.empty() && text(table, FillField::Side).empty()) {
        line.isRemoval = m_preset->removal.values.contains(textOf(removal), Qt::CaseInsensitive)
            && !text(table, FillField::Expiry).empty();
        if (!line.isRemoval)
            return Outcome::Other; // a split, a change of a symbol
    }
    readTime(table, line);
    readContract(table, line);
    readQuantity(table, line);
    if (!line.isRemoval) {
        readSide(table, line);
        readPrice(table, line);
        readFees(table, line);
    }
    line.fill.execution = idOf(text(table, FillField::Execution));
    line.fill.order = idOf(text(table, FillField::Order));
    return m_problems.empty() ? Outcome::Fill : Outcome::Bad;
}

// --- fields -------------------------------------------------------------------------------------

void FillLineReader::readTime(const FillTableReader &table, Line &line)
{
    const bool isWhole = columnOf(FillField::At) >= 0;
    const FillField field = isWhole ? FillField::At : FillField::Date;
    std::string_view date = text(table, field);
    if (date.empty() && m_isFurtherLeg)
        date = m_packageTime;
    const std::optional<FillClock::Moment> moment
        = m_clock.read(date, isWhole ? std::string_view() : text(table, FillField::Time));
    if (!moment)
        return complain(table, FillFault::BadTime, field);
    line.fill.at = moment->at;
    line.hasTime = moment->hasTime;
    if (moment->at > m_now)
        complain(table, FillFault::Future, field);
    else if (moment->at < std::chrono::sys_days(std::chrono::year(1990) / 1 / 1))
        complain(table, FillFault::TooEarly, field);
}

MappedSymbol FillLineReader::readSymbol(const FillTableReader &table)
{
    constexpr std::array fields { FillField::Symbol, FillField::Kind,   FillField::Underlying,
                                  FillField::Expiry, FillField::Strike, FillField::Right };
    m_symbolKey.clear();
    for (const FillField field : fields) {
        const std::string_view part = text(table, field);
        m_symbolKey.append(part.data(), qsizetype(part.size())).append('\n');
    }
    if (const auto known = m_symbols.constFind(m_symbolKey); known != m_symbols.constEnd())
        return *known;
    BrokerSymbol written;
    written.symbol = textOf(text(table, FillField::Symbol));
    written.kind = textOf(text(table, FillField::Kind));
    written.underlying = textOf(text(table, FillField::Underlying));
    written.right = textOf(text(table, FillField::Right));
    std::string_view expiry = text(table, FillField::Expiry);
    written.expiry = FillClock::takeDate(expiry, m_mapping.dates);
    const auto strike = fillnumbers::plain(text(table, FillField::Strike), m_mapping.decimal);
    if (const Result<Price> price = Price::parseFeed(strike.value_or("")); strike && price)
        written.strike = *price;
    const Result<MappedSymbol> mapped = brokersymbol::map(written, m_mapping.dates);
    if (!mapped)
        return {};
    m_symbols.insert(m_symbolKey, *mapped);
    return *mapped;
}

void FillLineReader::readContract(const FillTableReader &table, Line &line)
{
    const MappedSymbol mapped = readSymbol(table);
    if (mapped.symbol.isEmpty())
        return complain(table, FillFault::BadSymbol, FillField::Symbol);
    line.fill.symbol = mapped.symbol;
    line.fill.multiplier = mapped.multiplier;
    line.isKnown = mapped.isKnown;
    const std::string_view currency = text(table, FillField::Currency);
    if (!currency.empty() && currency != "USD")
        complain(table, FillFault::OtherCurrency, FillField::Currency);
    const std::string_view written = text(table, FillField::Multiplier);
    if (fillnumbers::isNothing(written)) {
        if (mapped.multiplier == 0)
            complain(table, FillFault::NoMultiplier, FillField::Symbol);
        return;
    }
    const auto number = fillnumbers::plain(written, m_mapping.decimal);
    const Result<Qty> multiplier = Qty::parseFeed(number.value_or(""));
    if (!number || !multiplier || *multiplier < Qty::whole(1)
        || multiplier->units() % Qty::unitsPerOne != 0)
        return complain(table, FillFault::BadMultiplier, FillField::Multiplier);
    line.fill.multiplier = multiplier->units() / Qty::unitsPerOne;
}

void FillLineReader::readQuantity(const FillTableReader &table, Line &line)
{
    const std::string_view written = text(table, FillField::Quantity);
    const auto number = fillnumbers::plain(written, m_mapping.decimal);
    bool isRounded = false;
    const Result<Qty> qty = Qty::parseFeed(number.value_or(""), &isRounded);
    if (!number || !qty || isRounded)
        return complain(table, FillFault::BadQuantity, FillField::Quantity);
    if (qty->isZero())
        return complain(table, FillFault::ZeroQuantity, FillField::Quantity);
    if (*qty > mostQty || *qty < Qty() - mostQty)
        return complain(table, FillFault::TooLarge, FillField::Quantity);
    line.fill.qty = *qty < Qty() ? -*qty : *qty;
    line.fill.side = *qty < Qty() ? Side::Sell : Side::Buy;
}

/// After the quantity, whose sign tells the side where no word does.
void FillLineReader::readSide(const FillTableReader &table, Line &line)
{
    const bool isNegative = line.fill.side == Side::Sell;
    constexpr std::string_view takenBack = "(Ca.)";
    std::string_view word = text(table, FillField::Side);
    if (word.ends_with(takenBack)) {
        line.isTakenBack = true; // its quantity is the other way round
        word.remove_suffix(takenBack.size());
    }
    if (word.empty()) {
        const bool isSigned = isNegative || text(table, FillField::Quantity).starts_with('+');
        if (columnOf(FillField::Side) >= 0 && !isSigned)
            complain(table, FillFault::BadSide, FillField::Side);
        return;
    }
    const std::optional<Side> side = sideOf(word);
    if (!side)
        return complain(table, FillFault::BadSide, FillField::Side);
    line.fill.side = *side;
    if (*side == Side::Buy && isNegative && !line.isTakenBack)
        complain(table, FillFault::SideAgainstSign, FillField::Quantity);
}

std::optional<Price> FillLineReader::priceInText(const FillTableReader &table) const
{
    const std::string_view description = table.field(m_priceTextColumn);
    const std::size_t at = description.rfind('@');
    if (at == std::string_view::npos)
        return std::nullopt;
    std::string_view number = description.substr(at);
    const auto plain = fillnumbers::plain(number, m_mapping.decimal);
    const Result<Price> price = Price::parseFeed(plain.value_or(""));
    return plain && price ? std::optional(*price) : std::nullopt;
}

void FillLineReader::readPrice(const FillTableReader &table, Line &line)
{
    const auto number = fillnumbers::plain(text(table, FillField::Price), m_mapping.decimal);
    const Result<Price> written = Price::parseFeed(number.value_or(""));
    if (!number || !written)
        return complain(table, FillFault::BadPrice, FillField::Price);
    Price price = *written;
    if (price > mostPrice || price < Price() - mostPrice)
        return complain(table, FillFault::TooLarge, FillField::Price);
    if (m_mapping.isPriceOfContract && line.fill.multiplier > 0) {
        price = divided(price < Price() ? -price : price, line.fill.multiplier);
        if (price.isZero())
            price = priceInText(table).value_or(price);
    }
    line.fill.price = price;
    // An option may end at nothing
    const bool mayBeZero = line.fill.symbol.startsWith("O:"_L1);
    if (price < Price() || (price.isZero() && !mayBeZero))
        complain(table, FillFault::LowPrice, FillField::Price);
    else if (line.fill.multiplier > 0 && !notional(price, line.fill.qty, line.fill.multiplier))
        complain(table, FillFault::TooLarge, FillField::Quantity);
}

void FillLineReader::readFees(const FillTableReader &table, Line &line)
{
    Money sum;
    for (const auto &[field, column] : m_columns) {
        const std::string_view written = table.field(column);
        if (field != FillField::Fee || fillnumbers::isNothing(written))
            continue;
        const auto number = fillnumbers::plain(written, m_mapping.decimal);
        const Result<Money> fee = Money::parseFeed(number.value_or(""));
        if (!number || !fee || *fee > mostFee || *fee < Money() - mostFee) {
            m_problems.push_back({ line.number, FillFault::BadFee, table.header().value(column),
                                   textOf(written).left(80) });
            return;
        }
        sum += *fee;
    }
    line.fill.fee = m_mapping.areFeesNegative ? -sum : sum;
}

} // namespace tapeline
