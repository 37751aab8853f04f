#include "csvfields.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

bool CsvFields::readTime(int column, Timestamp &time)
{
    qint64 value = 0;
    if (!readInteger(column, value))
        return false;
    time = timestampByMagnitude(value);
    return true;
}

bool CsvFields::readNeededTime(int column, Timestamp &time)
{
    return readTime(column, time)
        && ((time > Timestamp {} && time <= latestRecordTime) || fail(column));
}

bool CsvFields::readConditions(int column, TradeConditions &conditions)
{
    std::string_view rest = m_csv.field(column);
    while (!rest.empty()) {
        const std::string_view text = rest.substr(0, rest.find(','));
        quint16 id = 0;
        if (!parse(text, id) || !conditions.add(id))
            return fail(column);
        rest.remove_prefix(qMin(text.size() + 1, rest.size()));
    }
    return true;
}

bool CsvFields::fail(int column)
{
    const auto words = [](std::string_view text) {
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    };
    m_status = Error { Error::Code::Malformed,
                       u"line %1: \"%2\" (column %3) holds \"%4\""_s.arg(m_csv.lineNumber())
                           .arg(words(m_csv.columnName(column)))
                           .arg(column + 1)
                           .arg(words(m_csv.field(column))) };
    return false;
}

} // namespace tapeline
