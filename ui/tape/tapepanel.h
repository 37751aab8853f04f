#pragma once

#include "alertsound.h"
#include "panel.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

class QMenu;

namespace tapeline {

class TapeBar;
class TapeChips;
class TapeFilterForm;
class TapeModel;
class TapeTotalsBar;
class TapeView;
struct TapeFilter;

/// Time & sales in a panel: a strip with filter and speed, the parts of the filter, the prints, and
/// what they come to.
class TapePanel : public Panel
{
    Q_OBJECT

public:
    /// model must outlive the panel.
    TapePanel(const PanelContext &context, TapeModel &model, QWidget *parent = nullptr);
    ~TapePanel() override;

    TapeModel &model() const { return m_model; }
    TapeView *view() const { return m_view; }

    /// Whether large prints that pass the filter are heard; off at first.
    void setSound(bool on);
    bool hasSound() const { return m_hasSound; }
    /// What is heard; the system's bell at first.
    void setAlertSound(std::unique_ptr<AlertSound> sound);
    /// How many times faster than this computer's the market's clock runs.
    void setClockSpeed(double speed);
    void openFilter();

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void retranslate() override;

private:
    void setUp();
    void connectParts();
    void addToMenu(QMenu *menu, int row);
    void addVenueActions(QMenu *menu, int row);
    void showRules();
    void showTotals();
    void ring();

    TapeModel &m_model;
    TapeView *m_view;
    TapeBar *m_bar;
    TapeChips *m_chips;
    TapeTotalsBar *m_totals;
    TapeFilterForm *m_form = nullptr; // until it is first opened
    QTimer m_totalsTimer;
    std::unique_ptr<AlertSound> m_sound;
    RateLimit m_soundLimit;
    QElapsedTimer m_sinceBegun;
    bool m_hasSound = false;
};

} // namespace tapeline
