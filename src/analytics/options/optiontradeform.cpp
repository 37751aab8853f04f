#include "optiontradeform.h"

namespace tapeline {

namespace {

void apply(quint16 id, OptionTradeForm &form)
{
    switch (id) {
    case 201:
    case 203:
    case 205:
    case 207:
        form.cancels = true;
        return;
    case 202:
    case 204:
    case 206:
    case 208:
        form.late = true;
        return;
    case 219:
        form.sweep = true;
        return;
    case 228:
        form.sweep = true;
        [[fallthrough]];
    case 227:
        form.auction = true;
        return;
    case 230:
        form.sweep = true;
        [[fallthrough]];
    case 229:
        form.cross = true;
        return;
    case 231:
        form.floor = true;
        return;
    case 232:
    case 236:
        form.multiLeg = true;
        return;
    case 233:
    case 238:
        form.multiLeg = form.auction = true;
        return;
    case 234:
        form.multiLeg = form.cross = true;
        return;
    case 235:
    case 239:
    case 246:
        form.multiLeg = form.floor = true;
        return;
    case 237:
    case 244:
        form.stockTied = form.auction = true;
        return;
    case 240:
    case 243:
        form.stockTied = true;
        return;
    case 241:
        form.stockTied = form.cross = true;
        return;
    case 242:
    case 245:
        form.stockTied = form.floor = true;
        return;
    default:
        return;
    }
}

} // namespace

OptionTradeForm optionTradeForm(const TradeConditions &conditions)
{
    OptionTradeForm form;
    for (const quint16 id : conditions.ids())
        apply(id, form);
    return form;
}

} // namespace tapeline
