#include "requestqueuemodel.h"

#include "timeframe.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// The one that the plan is about; others follow by name.
const QString mainSource = u"massive"_s;

/// "1m" of /v2/aggs/ticker/AAPL/range/1/minute/...; "" of other requests.
QString widthOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    const qsizetype range = parts.indexOf(u"range"_s);
    if (range < 0 || range + 2 >= parts.size())
        return {};
    const Result<Timeframe> width = Timeframe::parse(QString(parts[range + 1] + parts[range + 2]));
    return width ? width->toString() : QString();
}

QString sourceName(const QString &source)
{
    return source == "yahoo"_L1 ? u"Yahoo Finance"_s : source;
}

QString budgetText(int limit)
{
    return limit > 0 ? RequestQueueModel::tr("Waits for the plan's %n a minute", nullptr, limit)
                     : RequestQueueModel::tr("Waits: too many in one second");
}

Timestamp wallTime()
{
    return fromMs(QDateTime::currentMSecsSinceEpoch());
}

} // namespace

RequestQueueModel::RequestQueueModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

QString RequestQueueModel::subjectText(const QueuedRequest &request)
{
    const QString width = widthOf(request.path);
    if (request.symbol.isEmpty() || width.isEmpty())
        return request.symbol;
    return request.symbol + u' ' + width;
}

QString RequestQueueModel::purposeText(RestPurpose purpose)
{
    switch (purpose) {
    case RestPurpose::Other:
        break;
    case RestPurpose::Clock:
        return tr("The service's clock");
    case RestPurpose::Calendar:
        return tr("Holidays");
    case RestPurpose::Symbols:
        return tr("List of symbols");
    case RestPurpose::Figures:
        return tr("Figures of the day");
    case RestPurpose::ChartBars:
        return tr("Bars of a chart");
    case RestPurpose::FormingBar:
        return tr("The bar under way");
    case RestPurpose::BarCheck:
        return tr("Check of finished bars");
    case RestPurpose::Backfill:
        return tr("What was missed");
    case RestPurpose::Ticks:
        return tr("Trades for the order flow");
    case RestPurpose::CorporateActions:
        return tr("Splits and dividends");
    case RestPurpose::Company:
        return tr("Facts about a company");
    case RestPurpose::Download:
        return tr("Download of history");
    case RestPurpose::OptionChain:
        return tr("An option chain");
    case RestPurpose::Comparison:
        return tr("Comparison of sources");
    }
    return tr("Request");
}

QString RequestQueueModel::stateText(const QueuedRequest &request, int limit)
{
    using enum QueuedRequest::State;
    switch (request.state) {
    case Running:
        break;
    case WaitsForConnections:
        return tr("Waits for those under way");
    case WaitsForBudget:
        return budgetText(limit);
    case WaitsAfterRefusal:
        return tr("The service asked for a pause");
    case WaitsForRetry:
        return tr("Failed, and is tried again");
    }
    return request.tries > 1 ? tr("Under way, try %1").arg(request.tries) : tr("Under way");
}

QString RequestQueueModel::dueText(const QueuedRequest &request, Timestamp now)
{
    const bool waits = request.state != QueuedRequest::State::Running && request.due > now;
    return waits ? lengthText(request.due - now) : QString();
}

QString RequestQueueModel::nextText(const RequestQueue &queue, Timestamp now)
{
    if (queue.nextSlot <= now)
        return tr("The next request may go at once.");
    //: %1 is a length of time such as "40 s"
    return tr("The next request may go in about %1.").arg(lengthText(queue.nextSlot - now));
}

QString RequestQueueModel::lengthText(Duration length)
{
    const qint64 seconds
        = std::max<qint64>(1, std::chrono::ceil<std::chrono::seconds>(length).count());
    if (seconds < 100)
        return tr("%1 s").arg(seconds);
    return tr("%1 min").arg(qRound64(double(seconds) / 60));
}

void RequestQueueModel::setQueue(const RequestQueue &queue)
{
    RequestQueue &own = m_queues[queue.source];
    // Rows that stay are changed in place: a selection and the place in the list remain
    const int start = startOf(queue.source);
    const int before = start + int(own.requests.size());
    const int after = start + int(queue.requests.size());
    if (after < before)
        beginRemoveRows({}, after, before - 1);
    else if (after > before)
        beginInsertRows({}, before, after - 1);
    own = queue;
    arrange();
    if (after < before)
        endRemoveRows();
    else if (after > before)
        endInsertRows();
    setNow(wallTime());
}

/// The row where a source's requests begin.
int RequestQueueModel::startOf(const QString &source) const
{
    int start = 0;
    if (source != mainSource)
        for (const auto &[other, queue] : m_queues)
            if (other == mainSource || other < source)
                start += int(queue.requests.size());
    return start;
}

void RequestQueueModel::arrange()
{
    std::size_t count = 0;
    for (const auto &[source, queue] : m_queues)
        count += queue.requests.size();
    m_rows.resize(count);
    for (const auto &[source, queue] : m_queues) {
        auto row = m_rows.begin() + startOf(source);
        for (const QueuedRequest &request : queue.requests)
            *row++ = { &queue, &request };
    }
}

void RequestQueueModel::setNow(Timestamp now)
{
    m_now = now;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit changed();
}

void RequestQueueModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    setNow(m_now);
}

const RequestQueue &RequestQueueModel::mainQueue() const
{
    static const RequestQueue none;
    const auto main = m_queues.find(mainSource);
    if (main != m_queues.end())
        return main->second;
    return m_queues.empty() ? none : m_queues.begin()->second;
}

int RequestQueueModel::waiting() const
{
    return int(std::ranges::count_if(m_rows, [](const Row &row) {
        return row.request->state != QueuedRequest::State::Running;
    }));
}

int RequestQueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RequestQueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestQueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row);
    case StateRole:
        return QVariant::fromValue(row.request->state);
    default:
        return {};
    }
}

QVariant RequestQueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Subject:
        return tr("Symbol");
    case What:
        return tr("What for");
    case Why:
        return tr("State");
    case Due:
        return tr("Goes in");
    case Age:
        return tr("Since");
    default:
        return {};
    }
}

QString RequestQueueModel::text(const Row &row, int column) const
{
    switch (column) {
    case Subject:
        return subjectText(*row.request);
    case What: {
        const QString what = purposeText(row.request->purpose);
        if (row.queue == &mainQueue())
            return what;
        //: %1 is a service that is asked, %2 what for
        return tr("%1: %2").arg(sourceName(row.queue->source), what);
    }
    case Why:
        return stateText(*row.request, row.queue->limit);
    case Due:
        return dueText(*row.request, m_now);
    case Age:
        return lengthText(m_now - row.request->since);
    default:
        return {};
    }
}

QString RequestQueueModel::toolTip(const Row &row) const
{
    QString text = stateText(*row.request, row.queue->limit);
    if (const QString due = dueText(*row.request, m_now); !due.isEmpty())
        //: %1 is why a request waits, %2 a length of time such as "40 s"
        text = tr("%1, about %2").arg(text, due);
    if (row.request->state != QueuedRequest::State::Running)
        //: %1 says why a request waits, %n how many others go before it
        text = tr("%1. %n request(s) go before it.", nullptr, row.request->ahead).arg(text);
    return text + u'\n' + row.request->path;
}

} // namespace tapeline
