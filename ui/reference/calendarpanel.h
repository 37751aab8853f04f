#pragma once

#include "companyrows.h"
#include "marketcalendar.h"
#include "referencepanel.h"

class QLabel;
class QTabBar;

namespace tapeline {

class FactsView;

/// What lies ahead by day: reports, ex-dividends, splits and holidays, of the watched symbols or of
/// the panel's own.
class CalendarPanel : public ReferencePanel
{
    Q_OBJECT

public:
    enum class Scope { Watched, Symbol };

    explicit CalendarPanel(const PanelContext &context, QWidget *parent = nullptr);

    /// Those on the watchlists.
    void setWatched(const QStringList &symbols);
    void showAnswer(const CompanyAnswer &answer) override;
    void setScope(Scope scope);
    Scope scope() const;

    QString symbolAtHand() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    QList<CompanyQuestion> questions() const override;
    void retranslate() override;
    void onDayChanged() override { fill(); }

private:
    QString symbols() const;
    void onScope();
    void nameScopes();
    void fill();
    void restyle();

    const MarketCalendar m_calendar;
    QTabBar *m_scopes;
    FactsView *m_days;
    QLabel *m_note; ///< what is missing in the list, and why
    QStringList m_watched;
    companyrows::Ahead m_ahead;
    CompanyAnswer m_earnings; ///< without its facts
    CompanyAnswer m_others;
};

} // namespace tapeline
