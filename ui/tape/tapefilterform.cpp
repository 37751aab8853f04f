#include "tapefilterform.h"

#include "tapefiltertext.h"
#include "theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostShares = 10'000'000;
constexpr int shareStep = 100;

std::set<quint16> checkedIn(const QListWidget &list)
{
    std::set<quint16> ids;
    for (int row = 0; row < list.count(); ++row)
        if (list.item(row)->checkState() == Qt::Checked)
            ids.insert(static_cast<quint16>(list.item(row)->data(Qt::UserRole).toInt()));
    return ids;
}

void check(QListWidget &list, const std::set<quint16> &ids)
{
    for (int row = 0; row < list.count(); ++row) {
        const auto id = static_cast<quint16>(list.item(row)->data(Qt::UserRole).toInt());
        list.item(row)->setCheckState(ids.contains(id) ? Qt::Checked : Qt::Unchecked);
    }
}

void nameItems(QListWidget &list, QString (*name)(quint16 id))
{
    for (int row = 0; row < list.count(); ++row) {
        QListWidgetItem *item = list.item(row);
        item->setText(name(static_cast<quint16>(item->data(Qt::UserRole).toInt())));
        item->setToolTip(item->text());
    }
    list.sortItems();
}

int wholeShares(Qty size)
{
    return static_cast<int>(std::min<qint64>(size.units() / Qty::unitsPerOne, mostShares));
}

} // namespace

TapeFilterForm::TapeFilterForm(const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
{
    setObjectName(u"tapeFilterForm"_s);
    make();
    connect(&theme, &Theme::changed, this, &TapeFilterForm::restyle);
    retranslate();
    restyle();
    showFilter();
}

// --- parts -----------------------------------------------------------------------------------

void TapeFilterForm::make()
{
    m_offExchange = new QComboBox(this);
    m_offExchange->setObjectName(u"filterOffExchange"_s);
    m_oddLots = new QComboBox(this);
    m_oddLots->setObjectName(u"filterOddLots"_s);
    for (QComboBox *box : { m_offExchange, m_oddLots }) {
        for (const TapeKind kind : { TapeKind::Show, TapeKind::Hide, TapeKind::Only })
            box->addItem(QString(), static_cast<int>(kind));
        connect(box, &QComboBox::currentIndexChanged, this, &TapeFilterForm::readForm);
    }
    m_sizeLabel = new QLabel(this);
    m_sidesLabel = new QLabel(this);
    m_offExchangeLabel = new QLabel(this);
    m_oddLotsLabel = new QLabel(this);
    m_offExchangeLabel->setBuddy(m_offExchange);
    m_oddLotsLabel->setBuddy(m_oddLots);
    auto *form = new QFormLayout;
    form->addRow(m_sizeLabel, makeSizes());
    form->addRow(m_sidesLabel, makeSides());
    form->addRow(m_offExchangeLabel, m_offExchange);
    form->addRow(m_oddLotsLabel, m_oddLots);

    m_clear = new QPushButton(this);
    m_clear->setObjectName(u"filterClear"_s);
    m_close = new QPushButton(this);
    m_close->setObjectName(u"filterClose"_s);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        setFilter({});
        emit filterChosen(m_filter);
    });
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    buttons->addWidget(m_close);

    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(makeLists(), 1);
    column->addLayout(buttons);
}

QWidget *TapeFilterForm::makeSizes()
{
    auto *sizes = new QWidget(this);
    m_smallest = new QSpinBox(sizes);
    m_smallest->setObjectName(u"filterSmallest"_s);
    m_largest = new QSpinBox(sizes);
    m_largest->setObjectName(u"filterLargest"_s);
    m_to = new QLabel(sizes);
    auto *row = new QHBoxLayout(sizes);
    row->setContentsMargins(0, 0, 0, 0);
    for (QSpinBox *box : { m_smallest, m_largest }) {
        box->setRange(0, mostShares);
        box->setSingleStep(shareStep);
        box->setGroupSeparatorShown(true);
        box->setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
        connect(box, &QSpinBox::valueChanged, this, &TapeFilterForm::readForm);
    }
    row->addWidget(m_smallest, 1);
    row->addWidget(m_to);
    row->addWidget(m_largest, 1);
    m_sizeLabel->setBuddy(m_smallest);
    return sizes;
}

QWidget *TapeFilterForm::makeSides()
{
    auto *sides = new QWidget(this);
    auto *row = new QHBoxLayout(sides);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &name) {
        auto *box = new QCheckBox(sides);
        box->setObjectName(name);
        connect(box, &QCheckBox::toggled, this, &TapeFilterForm::readForm);
        row->addWidget(box);
        return box;
    };
    m_buys = add(u"filterBuys"_s);
    m_sells = add(u"filterSells"_s);
    m_others = add(u"filterOthers"_s);
    row->addStretch(1);
    return sides;
}

QWidget *TapeFilterForm::makeLists()
{
    auto *lists = new QWidget(this);
    m_venuesLabel = new QLabel(lists);
    m_venues = makeList(u"filterVenues"_s, stockVenues());
    m_venuesLabel->setBuddy(m_venues);
    m_conditionUse = new QComboBox(lists);
    m_conditionUse->setObjectName(u"filterConditionUse"_s);
    m_conditionUse->addItem(QString(), false);
    m_conditionUse->addItem(QString(), true);
    connect(m_conditionUse, &QComboBox::currentIndexChanged, this, &TapeFilterForm::readForm);
    m_conditions = makeList(u"filterConditions"_s, namedConditions());
    auto *grid = new QGridLayout(lists);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_venuesLabel, 0, 0);
    grid->addWidget(m_conditionUse, 0, 1);
    grid->addWidget(m_venues, 1, 0);
    grid->addWidget(m_conditions, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return lists;
}

QListWidget *TapeFilterForm::makeList(const QString &name, const std::set<quint16> &ids)
{
    auto *list = new QListWidget(this);
    list->setObjectName(name);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTextElideMode(Qt::ElideRight);
    for (const quint16 id : ids) {
        auto *item = new QListWidgetItem(list);
        item->setData(Qt::UserRole, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    connect(list, &QListWidget::itemChanged, this, &TapeFilterForm::readForm);
    return list;
}

void TapeFilterForm::retranslate()
{
    const bool wasShowing = std::exchange(m_showing, true); // items change, the filter does not
    m_sizeLabel->setText(tr("Size"));
    m_smallest->setAccessibleName(tr("Smallest size in shares"));
    m_largest->setAccessibleName(tr("Largest size in shares"));
    //: A limit of size that is not set
    m_smallest->setSpecialValueText(tr("any"));
    m_largest->setSpecialValueText(tr("any"));
    //: Between two sizes: "100 to 500"
    m_to->setText(tr("to"));
    m_sidesLabel->setText(tr("Sides"));
    m_buys->setText(tr("Buys"));
    m_sells->setText(tr("Sells"));
    m_others->setText(tr("Between, unknown"));
    m_offExchangeLabel->setText(tr("Off exchange"));
    m_oddLotsLabel->setText(tr("Odd lots"));
    for (QComboBox *box : { m_offExchange, m_oddLots }) {
        box->setItemText(0, tr("Show"));
        box->setItemText(1, tr("Hide"));
        box->setItemText(2, tr("Only these"));
    }
    m_offExchange->setAccessibleName(tr("Off exchange"));
    m_oddLots->setAccessibleName(tr("Odd lots"));
    retranslateLists();
    m_clear->setText(tr("Show all prints"));
    m_close->setText(tr("Close"));
    setAccessibleName(tr("Filter of time and sales"));
    m_showing = wasShowing;
}

void TapeFilterForm::retranslateLists()
{
    m_venuesLabel->setText(tr("Only these venues"));
    m_venues->setAccessibleName(tr("Only these venues"));
    m_conditionUse->setItemText(0, tr("Hide these conditions"));
    m_conditionUse->setItemText(1, tr("Only these conditions"));
    m_conditionUse->setAccessibleName(tr("What the conditions chosen do"));
    m_conditions->setAccessibleName(tr("Conditions"));
    nameItems(*m_venues, venueLine);
    nameItems(*m_conditions, conditionLine);
}

void TapeFilterForm::restyle()
{
    setFont(m_theme.font());
    const int gap = m_theme.scaled(12);
    layout()->setContentsMargins(gap, gap, gap, gap);
    layout()->setSpacing(m_theme.scaled(10));
    m_venues->setFixedHeight(m_theme.scaled(150));
    m_conditions->setFixedHeight(m_theme.scaled(150));
    m_venues->setMinimumWidth(m_theme.scaled(170));
    m_conditions->setMinimumWidth(m_theme.scaled(190));
}

// --- what is chosen --------------------------------------------------------------------------

void TapeFilterForm::setFilter(const TapeFilter &filter)
{
    m_filter = filter;
    showFilter();
}

void TapeFilterForm::showFilter()
{
    m_showing = true;
    m_smallest->setValue(wholeShares(m_filter.smallest));
    m_largest->setValue(wholeShares(m_filter.largest));
    m_buys->setChecked(m_filter.buys);
    m_sells->setChecked(m_filter.sells);
    m_others->setChecked(m_filter.others);
    m_offExchange->setCurrentIndex(m_offExchange->findData(int(m_filter.offExchange)));
    m_oddLots->setCurrentIndex(m_oddLots->findData(int(m_filter.oddLots)));
    check(*m_venues, m_filter.venues);
    check(*m_conditions, m_filter.conditions);
    m_conditionUse->setCurrentIndex(m_filter.onlyConditions ? 1 : 0);
    m_clear->setEnabled(!m_filter.isEmpty());
    m_showing = false;
}

void TapeFilterForm::readForm()
{
    if (m_showing)
        return;
    m_filter.smallest = Qty::whole(m_smallest->value());
    m_filter.largest = Qty::whole(m_largest->value());
    m_filter.buys = m_buys->isChecked();
    m_filter.sells = m_sells->isChecked();
    m_filter.others = m_others->isChecked();
    m_filter.offExchange = TapeKind(m_offExchange->currentData().toInt());
    m_filter.oddLots = TapeKind(m_oddLots->currentData().toInt());
    m_filter.venues = checkedIn(*m_venues);
    m_filter.conditions = checkedIn(*m_conditions);
    m_filter.onlyConditions = m_conditionUse->currentData().toBool();
    m_clear->setEnabled(!m_filter.isEmpty());
    emit filterChosen(m_filter);
}

void TapeFilterForm::openAt(const QWidget &button)
{
    adjustSize();
    QPoint place = button.mapToGlobal(QPoint(0, button.height() + m_theme.scaled(2)));
    const QRect screen = button.screen()->availableGeometry();
    place.setX(
        std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    place.setY(
        std::clamp(place.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(place);
    show();
    m_smallest->setFocus(Qt::PopupFocusReason);
    m_smallest->selectAll();
}

void TapeFilterForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        close();
    else
        QFrame::keyPressEvent(event);
}

void TapeFilterForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace tapeline
