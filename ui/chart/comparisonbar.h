#pragma once

#include "comparison.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace tapeline {

class FlowLayout;
class PriceChart;
class SymbolBox;
class SymbolCatalog;
class Theme;

/// What is said of one compared symbol, and in which of the chart's line colours.
struct ComparedWord
{
    QString text; ///< "MSFT +1.23 %"
    int tint = 0;
};

/// The symbols a chart is compared to, above it: the colour and the change of each since the first
/// bar in view, up to the bar under the crosshair or the newest; what is to be said of its data; a
/// click hides its line, a cross takes it away. And a field for further ones. Not there without
/// any.
class ComparisonBar : public QWidget
{
    Q_OBJECT

public:
    /// All of them must outlive the bar.
    ComparisonBar(Comparisons &comparisons, const PriceChart &chart, const Theme &theme,
                  QWidget *parent = nullptr);

    /// What its field offers.
    void setCatalog(const SymbolCatalog &catalog);
    /// Opens the field and takes the focus.
    void begin();
    /// Of those that are shown, for pictures.
    std::vector<ComparedWord> words() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Chip
    {
        QString symbol;
        QWidget *box;
        QToolButton *show;
        QLabel *word; ///< what is to be said of its data
        QToolButton *remove;
    };
    void rebuild();
    Chip makeChip(const Comparison &comparison);
    void refresh();
    void restyle();
    void retranslate();
    void close();
    QString textOf(const Comparison &comparison) const;
    QIcon swatch(const Comparison &comparison) const;

    Comparisons &m_comparisons;
    const PriceChart &m_chart;
    const Theme &m_theme;
    FlowLayout *m_flow;
    SymbolBox *m_field = nullptr; ///< once there is a catalogue
    std::vector<Chip> m_chips;
};

} // namespace tapeline
