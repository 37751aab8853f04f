#pragma once

#include "analysisfigures.h"
#include "chainstore.h"
#include "panel.h"
#include "realisedvolatility.h"
#include "smileplot.h"
#include "strikeplot.h"
#include "surfaceplot.h"
#include "termplot.h"
#include "volatilityhistory.h"

#include <set>

class QComboBox;
class QMenu;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace tapeline {

/// What the option chain of the panel's symbol adds up to: smiles, term structure, surface, open
/// interest and gamma exposure by strike, and a strip of figures. An option stands for its
/// underlying. The chain is asked for when the panel is first seen.
class AnalysisPanel : public Panel
{
    Q_OBJECT

public:
    enum class Page { Smile, Terms, Surface, Interest, Gamma };

    /// chains and history must outlive the panel.
    AnalysisPanel(const PanelContext &context, ChainStore &chains, VolatilityHistory &history,
                  QWidget *parent = nullptr);
    ~AnalysisPanel() override;

    /// Empty for a symbol that can have no options.
    const QString &underlying() const { return m_underlying; }
    /// The daily bars of the underlying, ascending, adjusted to splits.
    void setDays(const std::vector<DayPrices> &days);
    void showPage(Page page);
    Page page() const;
    /// What is shown, for tests: reckoned a few times a second.
    ChainAnalysis &analysis() { return m_analysis; }

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

signals:
    /// The daily bars of another underlying are wanted; empty: of none.
    void daysWanted(const QString &underlying);

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeBar();
    void connectChoices();
    void follow();
    void open();
    void refresh();
    void showNotes();
    void showStrikes();
    void noteVolatility();
    void fillExpiries();
    void fillSmileMenu();
    void streamNearTheMoney();
    std::vector<ChainExpiry> smileExpiries() const;
    std::vector<ChainExpiry> usualExpiries() const;
    void onPage();

    ChainStore &m_chains;
    VolatilityHistory &m_history;
    ChainAnalysis m_analysis;
    std::unique_ptr<ChainView> m_view; ///< null before the panel is seen
    QString m_underlying;
    std::vector<DayPrices> m_days;
    std::set<ChainExpiry> m_chosen; ///< smiles; empty: the usual ones
    std::vector<ChainExpiry> m_listed; ///< as menu and box have them

    AnalysisFigures *m_figures;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    SmilePlot *m_smile;
    TermPlot *m_terms;
    SurfacePlot *m_surface;
    StrikePlot *m_interest;
    StrikePlot *m_gamma;
    QToolButton *m_smiles; ///< which expirations
    QMenu *m_smileMenu;
    QComboBox *m_scale;
    QComboBox *m_rows;
    QComboBox *m_expiry; ///< of bars by strike
    QComboBox *m_figure;
    QComboBox *m_source;
};

} // namespace tapeline
