#pragma once

#include "queuedrequest.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace tapeline {

/// The requests that were not answered yet, of every service that is asked: what for, why they wait
/// and about how long still. Those that are under way first, then in the order they will go.
class RequestQueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Subject, What, Why, Due, Age, ColumnCount };
    Q_ENUM(Column)
    /// QueuedRequest::State of a row.
    enum Role { StateRole = Qt::UserRole };

    explicit RequestQueueModel(QObject *parent = nullptr);

    /// In place of what this source said before.
    void setQueue(const RequestQueue &queue);
    /// Countdowns and ages by this wall clock; until then by the one when the queue was told.
    void setNow(Timestamp now);
    /// Words and numbers anew, after a change of the language.
    void retranslate();

    /// The one the plan's limit is for: of the service, else the first.
    const RequestQueue &mainQueue() const;
    /// Whether a countdown or an age goes on.
    bool isMoving() const { return !m_rows.empty() || mainQueue().nextSlot > m_now; }
    Timestamp now() const { return m_now; }
    int waiting() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// "AAPL 1m", or "" where it is about no symbol.
    static QString subjectText(const QueuedRequest &request);
    /// "Bars of a chart"
    static QString purposeText(RestPurpose purpose);
    /// "Waits for the plan's 5 a minute"
    static QString stateText(const QueuedRequest &request, int limit);
    /// About how long it still waits: "40 s"; empty where that is not known, and of running ones.
    static QString dueText(const QueuedRequest &request, Timestamp now);
    /// When the next may go: "The next may go in about 40 s."
    static QString nextText(const RequestQueue &queue, Timestamp now);
    /// "40 s", "2 min"; a second at least.
    static QString lengthText(Duration length);

signals:
    /// Anything that the rows or the summary are made of.
    void changed();

private:
    struct Row
    {
        const RequestQueue *queue = nullptr;
        const QueuedRequest *request = nullptr;
    };

    int startOf(const QString &source) const;
    QString text(const Row &row, int column) const;
    QString toolTip(const Row &row) const;
    void arrange();

    std::map<QString, RequestQueue> m_queues; ///< by source
    std::vector<Row> m_rows;
    Timestamp m_now {};
};

} // namespace tapeline

Q_DECLARE_METATYPE(tapeline::QueuedRequest::State)
