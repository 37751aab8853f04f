#pragma once

#include "datastatus.h"

#include <QWidget>

#include <optional>

namespace tapeline {

class Theme;
class TradeDesk;

/// Where the prices come from that the account rests on; nothing while that is not known.
std::optional<DataBadge> accountBadge(const TradeDesk &desk);

/// A thin band in the colour of the market that is no real one: an account of a replay or of the
/// simulated market is not taken for another. Nothing is shown for the live market.
class SourceStrip : public QWidget
{
    Q_OBJECT

public:
    explicit SourceStrip(const Theme &theme, QWidget *parent = nullptr);

    void setSource(DataSource source);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    DataSource m_source = DataSource::Live;
};

} // namespace tapeline
