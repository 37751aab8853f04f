#pragma once

#include "dashboardsection.h"
#include "excursionplot.h"
#include "exitsuggestion.h"

class QComboBox;

namespace tapeline {

/// How far trades went against and for the trader while they were open, and the stop and the target
/// that would have served them best, with how much to believe it.
class ExcursionSection : public DashboardSection
{
    Q_OBJECT

public:
    ExcursionSection(TradeStudy &study, const Theme &theme, QWidget *parent = nullptr);

    QString title() const override;
    ExcursionPlot *plot() const { return m_plot; }
    QLabel *stop() const { return m_stop; }
    QLabel *target() const { return m_target; }

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

protected:
    void refresh() override;
    void retranslate() override;
    void restyle() override;

private:
    /// What trades went to, in units of the planned risk or in money.
    struct Figures
    {
        std::vector<ExcursionPlot::Point> points;
        qint64 leftOut = 0; ///< not seen, or without a planned risk
        qint64 rough = 0;
        bool isRisk = true;
    };
    struct Suggestions
    {
        std::optional<ExitSuggestion> stop;
        std::optional<ExitSuggestion> target;
        qint64 judged = 0; ///< trades that have what it takes
    };

    bool isRisk() const;
    void show(const Figures &shown);
    void show(const Suggestions &shown);
    void showLevels();
    QString suggestionText(const std::optional<ExitSuggestion> &suggestion, bool isStop) const;
    QStringList reading(int trade) const;

    QComboBox *m_unit;
    QLabel *m_headings[2] {}; ///< stop, target
    ExcursionPlot *m_plot;
    QLabel *m_stop;
    QLabel *m_target;
    QLabel *m_note;
    QObject *m_asker; ///< of suggestions: they take longer than points
    std::shared_ptr<const TradeSample> m_shown; ///< whose trades the points are
    Suggestions m_suggestions;
};

} // namespace tapeline
