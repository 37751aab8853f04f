#pragma once

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

BadgeText badgeText(const DataBadge &badge);

/// The small outlined word that says where prices come from and how old they are. Empty until it is
/// told.
class BadgeLabel : public QWidget
{
    Q_OBJECT

public:
    explicit BadgeLabel(const Theme &theme, QWidget *parent = nullptr);

    void setBadge(const DataBadge &badge);
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
    BadgeText m_words;
};

} // namespace tapeline
