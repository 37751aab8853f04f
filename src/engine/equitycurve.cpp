#include "equitycurve.h"

#include "jsonfields.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcEquity, "tapeline.equity")

/// An old price is looked at again after this time.
constexpr Duration whileStale = 1s;

/// Every so-manyth, and the newest.
void thin(std::vector<EquityPoint> &points, std::size_t most)
{
    const std::size_t step = (points.size() + most - 1) / most;
    if (step < 2)
        return;
    const EquityPoint newest = points.back();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < points.size(); i += step)
        points[kept++] = points[i];
    points.resize(kept);
    points.back() = newest;
}

} // namespace

EquityCurve::EquityCurve(const MarketCalendar &calendar)
    : m_calendar(calendar)
{
}

std::vector<EquityPoint> EquityCurve::restore(const std::vector<JournalLine> &lines)
{
    std::vector<EquityPoint> points;
    for (const JournalLine &line : lines) {
        m_sequence = std::max(m_sequence, line.sequence);
        const Result<EquityReport> report
            = equityPointFromText({ line.body.constData(), std::size_t(line.body.size()) });
        if (!report) {
            qCWarning(lcEquity) << "point" << line.sequence << "of" << line.account
                                << "is left out:" << report.error().detail;
            continue;
        }
        if (report->begins)
            points.clear();
        points.push_back(report->point);
    }
    m_begins = points.empty();
    thin(points, mostPoints);
    return points;
}

void EquityCurve::note(const LedgerEvent &event)
{
    m_bookedAt = event.at;
    using enum LedgerEventKind;
    switch (event.kind) {
    case Fill:
        m_filled = true;
        break;
    case Reset:
        m_begins = true;
        break;
    case Deposit:
    case Withdrawal:
    case Exercise:
    case Assignment:
    case Expiry:
    case Correction:
    case Mark:
        break;
    default:
        return;
    }
    m_booked = true;
}

bool EquityCurve::isDue(const PaperVenue &venue, Timestamp at) const
{
    if (m_filled)
        return true;
    if (m_booked)
        return !m_wasStale || at >= m_nextMinute; // a stale price is not tried at every event
    return at >= m_nextMinute && !venue.books().ledger().state().positions.empty()
        && m_calendar.partAt(at) != SessionPart::Closed;
}

std::optional<EquityCurve::Sample> EquityCurve::sample(const PaperVenue &venue)
{
    const Timestamp at = std::max(venue.broker().now(), m_bookedAt);
    if (!isDue(venue, at))
        return {};
    const AccountFigures figures = venue.books().figures(at);
    if (figures.stale && !m_filled) {
        m_nextMinute = at + whileStale;
        m_wasStale = true;
        return {};
    }
    m_nextMinute = std::chrono::floor<std::chrono::minutes>(at) + 1min;
    m_booked = m_filled = m_wasStale = false;
    const EquityPoint point { at, figures.equity, venue.books().ledger().deposits() };
    return Sample { ++m_sequence, { {}, point, std::exchange(m_begins, false) } };
}

std::string equityPointText(const EquityReport &report)
{
    JsonFields fields;
    fields.integer("at", toNs(report.point.at)).decimal("equity", report.point.equity);
    fields.decimal("deposits", report.point.deposits);
    if (report.begins)
        fields.flag("begins", true);
    return fields.take();
}

Result<EquityReport> equityPointFromText(std::string_view line)
{
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), qsizetype(line.size())));
    const QJsonObject object = document.object();
    EquityReport report;
    qint64 at = 0;
    JsonReading reading(object);
    reading.integer("at"_L1, at);
    reading.decimal("equity"_L1, report.point.equity);
    reading.decimal("deposits"_L1, report.point.deposits);
    reading.flag("begins"_L1, report.begins);
    for (const QLatin1StringView name : { "at"_L1, "equity"_L1, "deposits"_L1 })
        if (!object.contains(name))
            reading.fail(name);
    if (reading.failed())
        return reading.error();
    report.point.at = fromNs(at);
    return report;
}

} // namespace tapeline
