#pragma once

#include <QObject>

class QAction;

namespace tapeline {

class ChartPanel;
class ChartPicture;
class CommandRegistry;

/// Copies, saves and prints the picture of a panel's chart.
class ChartExport : public QObject
{
    Q_OBJECT

public:
    /// panel must outlive it.
    explicit ChartExport(ChartPanel &panel);

    /// For menus: copying and saving are the chart's own.
    QAction *printAction() const { return m_print; }
    void retranslate();

public slots:
    /// To the clipboard, as on the screen.
    void copy();
    /// Asks where to, and as which kind of file.
    void save();
    /// Asks for a printer.
    void print();

private:
    ChartPicture picture() const;

    ChartPanel &m_panel;
    QAction *m_print;
};

/// "chart.copy-picture", "chart.save-picture" and "chart.print": for the chart at hand.
void addExportCommands(CommandRegistry &commands);

} // namespace tapeline
