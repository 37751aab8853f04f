#include "fillspanel.h"

#include "fillsmodel.h"
#include "tradedesk.h"
#include "tradetable.h"

#include <QMenu>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

FillsPanel::FillsPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent)
    : TradePanel(context, desk, new FillsModel(desk), parent)
    , m_receipt(addAction(u"fillReceipt"_s, [this] { openChosen(); }))
{
    table()->setDefaultSorting(FillsModel::Time, Qt::DescendingOrder);
    connect(table(), &TradeTable::opened, this, &FillsPanel::openChosen);
    connect(table(), &TradeTable::iconClicked, this, [this](const QModelIndex &source) {
        openReceipt(source.data(TradeTableModel::IdRole).toString());
    });
    TradePanel::retranslate();
}

void FillsPanel::openChosen()
{
    openReceipt(table()->currentSource().data(TradeTableModel::IdRole).toString());
}

void FillsPanel::fillMenu(QMenu *menu, const QModelIndex &source)
{
    if (source.isValid())
        menu->addAction(tr("Receipt"), this, &FillsPanel::openChosen)->setShortcut(Qt::Key_Return);
}

void FillsPanel::retranslateButtons()
{
    setTitle(tr("Fills"));
    table()->setAccessibleName(tr("Fills"));
    table()->setEmptyText(tr("No fills yet."));
    m_receipt->setText(tr("Receipt"));
    m_receipt->setToolTip(tr("What the chosen fill rests on"));
}

} // namespace tapeline
