#pragma once

#include "portfolio.h"

#include <QWidget>

namespace tapeline {

class Theme;

/// Values of positions as bars from a middle line, longs to the right and shorts to the left, with
/// gross and net behind each.
class ExposureBars : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t mostRows = 8; ///< of symbols; the rest is told together

    explicit ExposureBars(const Theme &theme, QWidget *parent = nullptr);

    void setExposure(const std::vector<Exposure> &symbols, const std::vector<Exposure> &classes,
                     const Exposure &total);
    /// What is written in a row, from the left, tabs between; for tests and people who cannot see.
    QStringList rows() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        QString name;
        Exposure exposure;
        bool isHeading = false;
    };

    void restyle();
    int rowHeight() const;
    void paintRow(QPainter &painter, const QRect &room, const Row &row, Money most) const;
    QString nameOf(const Exposure &exposure) const;

    const Theme &m_theme;
    std::vector<Row> m_rows;
};

} // namespace tapeline
