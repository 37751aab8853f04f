#pragma once

#include <QWidget>

namespace tapeline {

class Theme;

/// One to five stars, chosen by a click, by the keys 1 to 5 and by arrows; 0, Delete and a click on
/// the last chosen star take the rating away.
class RatingBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr int most = 5;

    /// The theme must outlive it.
    explicit RatingBar(const Theme &theme, QWidget *parent = nullptr);

    int rating() const { return m_rating; }
    /// 0 to 5; 0 is none. Tells nobody.
    void setRating(int rating);
    /// As the user chooses it.
    void choose(int rating);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void ratingChosen(int rating);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int side() const;
    void describe();

    const Theme &m_theme;
    int m_rating = 0;
};

} // namespace tapeline
