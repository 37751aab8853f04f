#pragma once

#include "connectionevent.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <deque>
#include <vector>

namespace tapeline {

/// What happened to the connection, when and why: the newest on top, bounded.
class ConnectionLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, What, Why, ColumnCount };
    Q_ENUM(Column)

    /// How much a line matters to a reader.
    enum class Weight : quint8 { Good, Plain, Attention, Trouble };
    enum Role { WeightRole = Qt::UserRole };

    static constexpr int capacity = 2'000;

    explicit ConnectionLogModel(QObject *parent = nullptr);

    /// Oldest first. Beyond the capacity the oldest rows go.
    void append(std::vector<ConnectionEvent> events);
    /// row is in [0, rowCount()); 0 is the newest.
    const ConnectionEvent &event(int row) const { return m_events[std::size_t(row)]; }
    /// Words and numbers anew, after a change of the language.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// One sentence for what happened.
    static QString sentence(const ConnectionEvent &event);
    static Weight weight(ConnectionEvent::Kind kind);

private:
    QString text(const ConnectionEvent &event, int column) const;
    QString toolTip(const ConnectionEvent &event, int column) const;

    QLocale m_locale;
    std::deque<ConnectionEvent> m_events;
};

} // namespace tapeline

Q_DECLARE_METATYPE(tapeline::ConnectionLogModel::Weight)
