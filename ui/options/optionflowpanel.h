#pragma once

#include "alertsound.h"
#include "capabilities.h"
#include "panel.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace tapeline {

class ChainBook;
class OptionFlowBar;
class OptionFlowModel;
class OptionFlowTotalsBar;
class OptionFlowView;
class TradeTable;
class UnusualModel;
struct OptionFlowFilter;

/// The options flow in a panel: the prints of the options of one underlying or of the watchlist,
/// with a filter, alerts and totals; and behind a second tab the contracts whose day is unusual.
class OptionFlowPanel : public Panel
{
    Q_OBJECT

public:
    enum class Scope : quint8 { Symbol, Watchlist };
    enum class Page : quint8 { Prints, Unusual };

    /// Underlyings of a watchlist that are followed, the first ones.
    static constexpr qsizetype mostUnderlyings = 20;

    /// The models must outlive the panel.
    OptionFlowPanel(const PanelContext &context, OptionFlowModel &model, UnusualModel &unusual,
                    QWidget *parent = nullptr);
    ~OptionFlowPanel() override;

    OptionFlowModel &model() const { return m_model; }
    UnusualModel &unusual() const { return m_unusual; }
    OptionFlowView *view() const { return m_view; }
    TradeTable *table() const { return m_table; }

    Scope scope() const { return m_scope; }
    void setScope(Scope scope);
    Page page() const;
    void setPage(Page page);
    /// The symbols of all watchlists.
    void setWatched(const QStringList &symbols);
    /// Whose options are shown: "SPY", "I:SPX".
    const QStringList &underlyings() const { return m_underlyings; }

    /// What the plan opens decides what is said, and which page is the first. isReplay: a recording
    /// has prints and no chains.
    void setCapabilities(const Capabilities &capabilities, bool isReplay);
    /// How far the chains have come that the ranking is made of.
    void setChains(const std::vector<const ChainBook *> &books);

    /// Whether alerts are heard; on at first.
    void setSound(bool on);
    bool hasSound() const { return m_hasSound; }
    /// What is heard; the system's bell at first.
    void setAlertSound(std::unique_ptr<AlertSound> sound);

    QString symbolAtHand() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

signals:
    /// Others are to be shown from now on.
    void underlyingsChanged(const QStringList &underlyings);
    /// Which page is shown.
    void pageChanged();
    /// A contract is to be shown in a panel of its own.
    void contractOpened(const QString &contract);

protected:
    void retranslate() override;

private:
    QWidget *makeTop();
    QWidget *makePrints();
    QWidget *makeUnusual();
    void connectParts();
    void findUnderlyings();
    void nameScopes();
    void showRules();
    void showTotals();
    void showAlert(quint64 serial);
    void tellEmpty();
    QString unusualState() const;
    void restyle();

    OptionFlowModel &m_model;
    UnusualModel &m_unusual;
    QTabBar *m_pages;
    QToolButton *m_ofSymbol;
    QToolButton *m_ofWatchlist;
    QStackedWidget *m_stack;
    OptionFlowBar *m_bar;
    QPushButton *m_notice;
    OptionFlowView *m_view;
    OptionFlowTotalsBar *m_totals;
    TradeTable *m_table;
    QLabel *m_hint;
    QTimer m_totalsTimer;
    Scope m_scope = Scope::Symbol;
    QStringList m_watched;
    QStringList m_underlyings;
    qsizetype m_leftOut = 0; ///< of the watchlist
    Capabilities m_capabilities;
    bool m_isReplay = false;
    bool m_pageChosen = false; ///< by the user, or a saved layout
    bool m_isPageByPlan = false; ///< just now: by what there is to show
    QString m_chainState;
    quint64 m_noticed = 0; ///< serial of the print the notice is of
    std::unique_ptr<AlertSound> m_sound;
    RateLimit m_soundLimit;
    QElapsedTimer m_sinceBegun;
    bool m_hasSound = true;
};

} // namespace tapeline
