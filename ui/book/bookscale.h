#pragma once

#include <QObject>

#include <optional>

namespace tapeline {

/// Which rows of prices a ladder and the heat map beside it show: the higher price above. Follows
/// the middle of the market until somebody scrolls.
class BookScale : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Both in pixels. Between, the middle stays where it is.
    void setSize(int height, int rowHeight);
    int rowHeight() const { return m_rowHeight; }
    /// Those that are in view in part included, at least 1.
    int rowCount() const;
    qint64 topRow() const { return m_top; }
    qint64 bottomRow() const { return m_top - rowCount() + 1; }
    bool contains(qint64 row) const { return row <= m_top && row >= bottomRow(); }
    /// Where a row begins, from the top.
    int yOf(qint64 row) const { return int(m_top - row) * m_rowHeight; }
    qint64 rowAt(int y) const;

    bool isFollowing() const { return m_following; }
    /// The middle of the market is in this row: it is brought to the middle of the view when it
    /// leaves the inner half of it, so that rows stand still as long as they can.
    void follow(std::optional<qint64> middle);
    /// Brings the market to the middle now, and follows it from here on.
    void centre();
    /// Upwards to higher prices; ends the following.
    void scroll(qint64 rows);
    /// Rows are of another height in money: nothing is where it was.
    void reset();

signals:
    /// Rows are at other places.
    void changed();
    void followingChanged(bool following);

private:
    void moveTo(qint64 top);
    void setFollowing(bool following);

    int m_height = 1;
    int m_rowHeight = 1;
    qint64 m_top = 0;
    bool m_following = true;
    bool m_placed = false; ///< the market has been brought to the middle once
    std::optional<qint64> m_middle;
};

} // namespace tapeline
