#pragma once

#include "bookmodel.h"

#include <QTimer>
#include <QWidget>

class QToolButton;

namespace tapeline {

class BookMenu;
class ElidedLabel;
class Theme;

/// Above an order book: what it is, its figures, and what of it is shown.
class BookBar : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    BookBar(BookModel &model, const Theme &theme, QWidget *parent = nullptr);

    BookMenu *menu() const { return m_menu; }
    void setHeatMapShown(bool shown);
    /// Whether there is room for it at all.
    void setHeatMapRoom(bool room);
    void setFollowing(bool following);
    /// "Best bid and offer · spread 0.01 · imbalance +0.20 · micro 123.456", as it is shown.
    QString text() const;

signals:
    void heatMapToggled(bool shown);
    void centreRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &icon);
    void retranslate();
    void restyle();
    void showFigures();
    void tellHeatMap();
    QString figures() const;

    BookModel &m_model;
    const Theme &m_theme;
    ElidedLabel *m_text;
    QToolButton *m_centre;
    QToolButton *m_heatMap;
    QToolButton *m_more;
    BookMenu *m_menu;
    QTimer m_timer;
};

} // namespace tapeline
