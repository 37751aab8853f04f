#include "connectionlogmodel.h"

#include "easterntime.h"
#include "planwords.h"
#include "symbology.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

QDateTime localTime(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at));
}

/// "0.4 s", "12 s", "3 min 5 s", "2 h 14 min"
QString lengthText(Duration length)
{
    const double exact = std::chrono::duration<double>(std::chrono::abs(length)).count();
    if (exact < 10)
        return ConnectionLogModel::tr("%1 s").arg(QLocale().toString(exact, 'f', 1));
    const qint64 seconds = qRound64(exact);
    if (seconds < 60)
        return ConnectionLogModel::tr("%1 s").arg(seconds);
    if (seconds < 3'600)
        return ConnectionLogModel::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return ConnectionLogModel::tr("%1 h %2 min").arg(seconds / 3'600).arg(seconds / 60 % 60);
}

int plural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

Product productOfSymbol(const QString &symbol)
{
    const Result<AssetClass> assetClass = symbology::classify(symbol);
    return assetClass ? productOf(*assetClass) : Product::Stocks;
}

QString openedText(DataSource source)
{
    switch (source) {
    case DataSource::Live:
        return ConnectionLogModel::tr("The live service was chosen.");
    case DataSource::Simulated:
        return ConnectionLogModel::tr("The simulated market was chosen.");
    case DataSource::Replay:
        return ConnectionLogModel::tr("A recording was opened.");
    }
    return {};
}

QString retriedText(const ConnectionEvent &event)
{
    const bool evicted = event.kind == ConnectionEvent::Kind::Evicted;
    if (event.length <= Duration::zero())
        return evicted ? ConnectionLogModel::tr("Another program took the stream.")
                       : ConnectionLogModel::tr("The stream was lost.");
    //: %1 is a length of time such as "12 s"
    return (evicted ? ConnectionLogModel::tr("Another program took the stream. Next try in %1.")
                    : ConnectionLogModel::tr("The stream was lost. Next try in %1."))
        .arg(lengthText(event.length));
}

QString gapFilledText(const ConnectionEvent &event)
{
    if (event.count == 0)
        return ConnectionLogModel::tr("Nothing was missed in a gap of %1.")
            .arg(lengthText(event.length));
    //: %n trades or bars, %1 is a length of time
    return ConnectionLogModel::tr("A gap of %1 was filled: %n line(s) fetched.", nullptr,
                                  plural(event.count))
        .arg(lengthText(event.length));
}

QString gapRemainsText(const ConnectionEvent &event)
{
    if (event.length <= Duration::zero())
        return ConnectionLogModel::tr("What was missed could not be fetched. It is marked.");
    return ConnectionLogModel::tr("A gap of %1 could not be filled. It is marked.")
        .arg(lengthText(event.length));
}

QString clockText(Duration skew)
{
    return ConnectionLogModel::tr("This computer's clock and the service's differ by %1.")
        .arg(lengthText(skew));
}

QString plainSentence(const ConnectionEvent &event)
{
    using enum ConnectionEvent::Kind;
    switch (event.kind) {
    case Opened:
        return openedText(event.source);
    case Connected:
        return ConnectionLogModel::tr("The stream is connected.");
    case Silent:
        return ConnectionLogModel::tr("The stream fell silent: prices are stale.");
    case Heard:
        return ConnectionLogModel::tr("The stream is back after %1 of silence.")
            .arg(lengthText(event.length));
    case Lost:
    case Evicted:
        return retriedText(event);
    case KeyRefused:
        return ConnectionLogModel::tr("The service refused the key.");
    case Refused:
        return ConnectionLogModel::tr(
            "The service refused the stream. It is not tried again until key or plan change.");
    case GapFilled:
        return gapFilledText(event);
    case GapRemains:
        return gapRemainsText(event);
    case BarsCorrected:
        return ConnectionLogModel::tr("%n bar(s) differed from the service's and were put right.",
                                      nullptr, plural(event.count));
    case PlanLacks:
        return planLacksText(productOfSymbol(event.symbol), event.data);
    case RequestFailed:
        return ConnectionLogModel::tr("A request was given up.");
    case Unreadable:
        return ConnectionLogModel::tr("%n message(s) could not be read.", nullptr,
                                      plural(event.count));
    case Repeated:
        return ConnectionLogModel::tr("%n trade(s) came twice and were counted once.", nullptr,
                                      plural(event.count));
    case Waited:
        return ConnectionLogModel::tr("Data had to wait %1: it came faster than it could be read.")
            .arg(lengthText(event.length));
    case ClockSkewed:
        return clockText(event.length);
    case PricesDiffer:
        return ConnectionLogModel::tr("The service and Yahoo Finance disagree about the price.");
    }
    return {};
}

} // namespace

ConnectionLogModel::ConnectionLogModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

QString ConnectionLogModel::sentence(const ConnectionEvent &event)
{
    const QString what = plainSentence(event);
    const bool names = event.kind != ConnectionEvent::Kind::PlanLacks && !event.symbol.isEmpty();
    //: %1 is a symbol or the address of a request, %2 what happened to it, a sentence
    return names ? tr("%1: %2").arg(event.symbol, what) : what;
}

ConnectionLogModel::Weight ConnectionLogModel::weight(ConnectionEvent::Kind kind)
{
    using enum ConnectionEvent::Kind;
    switch (kind) {
    case Connected:
    case Heard:
    case GapFilled:
    case BarsCorrected:
        return Weight::Good;
    case Opened:
    case Repeated:
        return Weight::Plain;
    case Silent:
    case Lost:
    case Evicted:
    case PlanLacks:
    case Waited:
    case ClockSkewed:
    case RequestFailed:
    case PricesDiffer:
        return Weight::Attention;
    case KeyRefused:
    case Refused:
    case GapRemains:
    case Unreadable:
        return Weight::Trouble;
    }
    return Weight::Plain;
}

void ConnectionLogModel::append(std::vector<ConnectionEvent> events)
{
    if (events.empty())
        return;
    const auto kept = std::min<std::size_t>(events.size(), capacity);
    const int excess = std::max(0, rowCount() + static_cast<int>(kept) - capacity);
    if (excess > 0) {
        beginRemoveRows({}, rowCount() - excess, rowCount() - 1);
        m_events.erase(m_events.end() - excess, m_events.end());
        endRemoveRows();
    }
    beginInsertRows({}, 0, static_cast<int>(kept) - 1);
    for (std::size_t at = events.size() - kept; at < events.size(); ++at)
        m_events.push_front(std::move(events[at]));
    endInsertRows();
}

void ConnectionLogModel::retranslate()
{
    m_locale = QLocale();
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ConnectionLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int ConnectionLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConnectionEvent &event = m_events[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(event, index.column());
    case Qt::ToolTipRole:
        return toolTip(event, index.column());
    case WeightRole:
        return QVariant::fromValue(weight(event.kind));
    default:
        return {};
    }
}

QVariant ConnectionLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Time:
        return tr("Time");
    case What:
        return tr("What happened");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

QString ConnectionLogModel::text(const ConnectionEvent &event, int column) const
{
    switch (column) {
    case Time:
        return m_locale.toString(localTime(event.at).time(), u"HH:mm:ss"_s);
    case What:
        return sentence(event);
    case Why:
        return event.detail;
    default:
        return {};
    }
}

QString ConnectionLogModel::toolTip(const ConnectionEvent &event, int column) const
{
    if (column != Time)
        return event.detail.isEmpty() ? sentence(event) : sentence(event) + u'\n' + event.detail;
    const auto ms
        = std::chrono::duration_cast<std::chrono::milliseconds>(easterntime::timeOfDay(event.at));
    const QTime eastern = QTime::fromMSecsSinceStartOfDay(static_cast<int>(ms.count()));
    //: %1 is date and time on this computer's clock, %2 the time of day in New York
    return tr("%1 here, %2 Eastern")
        .arg(m_locale.toString(localTime(event.at), QLocale::ShortFormat),
             eastern.toString(u"HH:mm:ss.zzz"_s));
}

} // namespace tapeline
