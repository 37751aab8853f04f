#pragma once

#include "capabilities.h"
#include "datastatus.h"
#include "palette.h"

#include <QWidget>

#include <optional>

namespace tapeline {

class Theme;

/// What a badge says, in words for people.
struct BadgeText
{
    QString text;
    QString explanation;
    ColorRole role = ColorRole::MutedText;
};

/// Where some of what is shown is from, when not from the source just now.
struct BarOrigin
{
    Timestamp keptAsOf {}; ///< from the cache, as it was then; 0: all of it was checked
    QString provider; ///< who stands in for the source; empty: nobody

    friend bool operator==(const BarOrigin &, const BarOrigin &) = default;
};

/// Says what is not from the source just now in place of its badge. product: whose plan tells how
/// late prices are.
BadgeText badgeText(const DataBadge &badge, const BarOrigin &origin = {},
                    Product product = Product::Stocks);

/// The small outlined word that says where prices come from and how old they are. Empty until it is
/// told.
class BadgeLabel : public QWidget
{
    Q_OBJECT

public:
    explicit BadgeLabel(const Theme &theme, QWidget *parent = nullptr);

    void setBadge(const DataBadge &badge, const BarOrigin &origin = {},
                  Product product = Product::Stocks);
    QString text() const { return m_words.text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QFont badgeFont() const;

    const Theme &m_theme;
    std::optional<DataBadge> m_badge;
    BarOrigin m_origin;
    Product m_product = Product::Stocks;
    BadgeText m_words;
};

} // namespace tapeline
