#pragma once

#include "bookmodel.h"
#include "glyphcache.h"

#include <QLocale>
#include <QWidget>

namespace tapeline {

class Theme;

/// The best quotes of each venue: bids on the left, offers on the right, the best ones first. Equal
/// prices stand on one shade. Venues that are silent for long come last, with the age of their
/// quote.
class MontageView : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostRows = 8;

    /// Both must outlive the view.
    MontageView(BookModel &model, const Theme &theme, QWidget *parent = nullptr);

    /// Venue, size and price of a row as they are painted; empty below the last one.
    QStringList bidTexts(int row) const;
    QStringList askTexts(int row) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void sort();
    void take(std::span<const Quote> quotes);
    QString ageOf(const Quote &quote) const;
    int rows() const;
    QStringList textsOf(const Quote &quote, bool isBid) const;
    void paintSide(QPainter &painter, const QRect &half, const std::vector<Quote> &quotes,
                   bool isBid);

    BookModel &m_model;
    const Theme &m_theme;
    GlyphCache m_text;
    GlyphCache m_small;
    QLocale m_locale;
    std::vector<Quote> m_bids; ///< best first
    std::vector<Quote> m_asks;
    std::pair<std::size_t, std::size_t>
        m_counting; ///< so many bids and asks; the others are silent
    int m_rowHeight = 0;
    int m_edge = 0;
};

} // namespace tapeline
