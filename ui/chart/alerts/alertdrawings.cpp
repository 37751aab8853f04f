#include "alertdrawings.h"

#include "chartalerts.h"
#include "chartdrawings.h"
#include "drawingprices.h"
#include "drawingtext.h"

namespace tapeline {

alerttext::DrawingName drawingNames(FindDrawing find)
{
    return [find = std::move(find)](const QString &symbol, const QString &id) {
        const Drawing *drawing = find(symbol, id);
        return drawing ? drawingtext::name(drawing->tool) : QString();
    };
}

void offerDrawings(ChartAlerts &alerts, ChartDrawings &drawings)
{
    alerts.addChoices([&drawings](AlertChoices &choices) {
        for (const Drawing &drawing : drawings.book().drawings())
            if (hasDrawingPrices(drawing.tool))
                choices.drawings.push_back(AlertValue::ofDrawing(drawing.id));
        choices.drawingName
            = drawingNames([&desk = drawings.desk()](const QString &symbol, const QString &id) {
                  return desk.book(symbol).find(id);
              });
    });
    drawings.addMenuSource([&alerts](const Drawing &drawing) { return alerts.actionsOn(drawing); });
}

} // namespace tapeline
