#include "chartexport.h"

#include "chartpanel.h"
#include "chartpicture.h"
#include "chartseries.h"
#include "comparisonbar.h"
#include "filename.h"
#include "panelathand.h"
#include "pricechart.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

ChartExport::ChartExport(ChartPanel &panel)
    : QObject(&panel)
    , m_panel(panel)
    , m_print(new QAction(this))
{
    m_print->setObjectName(u"chartPrint"_s);
    connect(m_print, &QAction::triggered, this, &ChartExport::print);
    connect(panel.chart(), &PriceChart::copyPictureRequested, this, &ChartExport::copy);
    connect(panel.chart(), &PriceChart::savePictureRequested, this, &ChartExport::save);
    retranslate();
}

ChartPicture ChartExport::picture() const
{
    return { *m_panel.chart(), m_panel.comparisonBar()->words(), m_panel.paperColors() };
}

void ChartExport::copy()
{
    QApplication::clipboard()->setImage(picture().image());
}

void ChartExport::save()
{
    auto *dialog = new QFileDialog(&m_panel, tr("Save picture of the chart"));
    dialog->setObjectName(u"chartPictureDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        { tr("Pictures (*.png)"), tr("Vector pictures (*.svg)"), tr("Documents (*.pdf)") });
    dialog->setDefaultSuffix(u"png"_s);
    const QList<QString> suffixes { u"png"_s, u"svg"_s, u"pdf"_s };
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, suffixes](const QString &filter) {
                const auto index = dialog->nameFilters().indexOf(filter);
                dialog->setDefaultSuffix(suffixes.value(index, suffixes.first()));
            });
    const ChartSeries &series = m_panel.series();
    dialog->selectFile(filename::plain(series.symbol() + u'-' + series.timeframe().toString())
                       + u".png"_s);
    // The picture of the moment of the command, not of whenever the dialog is done
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, shown = picture().image()](const QString &path) {
                const bool isPng = ChartPicture::formatOf(path) == ChartPicture::Format::Png;
                const Result<void> saved
                    = isPng ? ChartPicture::savePng(shown, path) : picture().save(path);
                if (!saved)
                    m_panel.showTrouble(saved.error().detail);
            });
    dialog->open();
}

void ChartExport::print()
{
    const auto printer = std::make_shared<QPrinter>();
    printer->setResolution(m_panel.chart()->logicalDpiX());
    printer->setPageOrientation(QPageLayout::Landscape);
    auto *dialog = new QPrintDialog(printer.get(), &m_panel);
    dialog->setObjectName(u"chartPrintDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print the chart"));
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer] {
        if (const Result<void> printed = picture().print(*printer); !printed)
            m_panel.showTrouble(printed.error().detail);
    });
    dialog->open();
}

void ChartExport::retranslate()
{
    m_print->setText(tr("Print…"));
}

void addExportCommands(CommandRegistry &commands)
{
    addPanelCommand<ChartPanel>(
        commands, u"chart.copy-picture"_s, [] { return ChartExport::tr("Chart: copy picture"); },
        u"copy"_s, [](ChartPanel &panel) { panel.exporter()->copy(); });
    addPanelCommand<ChartPanel>(
        commands, u"chart.save-picture"_s, [] { return ChartExport::tr("Chart: save picture…"); },
        u"export"_s, [](ChartPanel &panel) { panel.exporter()->save(); });
    addPanelCommand<ChartPanel>(
        commands, u"chart.print"_s, [] { return ChartExport::tr("Chart: print…"); }, u"print"_s,
        [](ChartPanel &panel) { panel.exporter()->print(); });
}

} // namespace tapeline
