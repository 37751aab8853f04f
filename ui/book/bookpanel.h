#pragma once

#include "bookoptions.h"
#include "bookscale.h"
#include "panel.h"

class QSplitter;

namespace tapeline {

class BookBar;
class BookModel;
class HeatMapView;
class LadderTradeBar;
class LadderTrading;
class LadderView;
class MontageView;
class TradeDesk;

/// The order book of a symbol: a price ladder, beside it what rested there before as a heat map,
/// and below the best quotes of each venue where they are told apart.
class BookPanel : public Panel
{
    Q_OBJECT

public:
    /// model must outlive the panel.
    BookPanel(const PanelContext &context, BookModel &model, QWidget *parent = nullptr);

    BookModel &model() { return m_model; }
    BookScale &scale() { return m_scale; }
    LadderView *ladder() const { return m_ladder; }
    HeatMapView *heatMap() const { return m_heatMap; }
    MontageView *montage() const { return m_montage; }
    /// From here on it can be traded from. Once; the desk must outlive the panel.
    void setTradeDesk(TradeDesk &desk);
    /// Null before setTradeDesk().
    LadderTrading *trading() const { return m_trading; }
    LadderTradeBar *tradeBar() const { return m_tradeBar; }

    const BookOptions &options() const { return m_options; }
    void setOptions(const BookOptions &options);
    /// Another symbol: nothing is where it was.
    void restart();

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

public slots:
    void centre();
    /// A row is more (+1) or fewer (-1) price steps.
    void changeGroup(int direction);

signals:
    /// Columns of the heat map are to be of another length.
    void columnChanged(tapeline::Duration length);

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
    void showOptions();

    BookModel &m_model;
    BookScale m_scale;
    BookBar *m_bar;
    LadderTrading *m_trading = nullptr;
    LadderTradeBar *m_tradeBar = nullptr;
    QSplitter *m_split;
    HeatMapView *m_heatMap;
    LadderView *m_ladder;
    MontageView *m_montage;
    BookOptions m_options;
    bool m_splitChosen = false; ///< by the person
};

} // namespace tapeline
