#include "chainbar.h"

#include "elidedlabel.h"
#include "instrument.h"
#include "theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::array aroundChoices { 5, 10, 20, 40, 0 };
}

ChainBar::ChainBar(ChainSheet &sheet, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_sheet(sheet)
    , m_theme(theme)
    , m_price(new ElidedLabel(this))
    , m_around(new QComboBox(this))
    , m_greeks(new QComboBox(this))
{
    setObjectName(u"chainBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_price, 1);
    row->addWidget(m_around);
    row->addWidget(m_greeks);
    m_around->setObjectName(u"chainAround"_s);
    m_greeks->setObjectName(u"chainGreeks"_s);
    for (const int strikes : aroundChoices)
        m_around->addItem(QString(), strikes);
    for (const GreeksSource source : { GreeksSource::Own, GreeksSource::Service })
        m_greeks->addItem(QString(), int(source));
    m_centre = addButton(u"chainCentreButton"_s, u"centre"_s);
    m_columns = addButton(u"chainColumnsButton"_s, u"more"_s);
    m_filter = addButton(u"chainFilterButton"_s, u"filter"_s);
    connect(m_filter, &QToolButton::clicked, this, &ChainBar::filterRequested);
    connect(m_columns, &QToolButton::clicked, this, &ChainBar::columnsRequested);
    connect(m_centre, &QToolButton::clicked, this, &ChainBar::centreRequested);
    connect(m_around, &QComboBox::activated, this, [this] {
        ChainFilter filter = m_sheet.filter();
        filter.around = m_around->currentData().toInt();
        m_sheet.setFilter(filter);
    });
    connect(m_greeks, &QComboBox::activated, this,
            [this] { m_sheet.setGreeks(GreeksSource(m_greeks->currentData().toInt())); });
    connect(&sheet, &ChainSheet::rowsChanged, this, &ChainBar::showChoices);
    connect(&sheet, &ChainSheet::valuesChanged, this, &ChainBar::showPrice);
    connect(&theme, &Theme::changed, this, &ChainBar::restyle);
    retranslate();
    restyle();
}

QToolButton *ChainBar::addButton(const QString &name, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(m_theme.icon(icon));
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

QString ChainBar::text() const
{
    return m_price->text();
}

void ChainBar::showPrice()
{
    const ChainBook *book = m_sheet.book();
    QStringList parts;
    if (book && !book->spot().isZero()) {
        const QLocale locale;
        parts << book->underlying() + u' '
                + locale.toString(book->spot().toDouble(), 'f',
                                  instrumentDecimals(book->underlying()));
        if (const ExpiryAssumptions *assumed = book->assumptions(m_sheet.expiry())) {
            const QString rate = locale.toString(assumed->rate * 100, 'f', 2);
            const QString yield = locale.toString(assumed->yield * 100, 'f', 2);
            //: %1 is the riskless rate in percent a year
            parts
                << (assumed->rateIsAssumed ? tr("rate %1 % (assumed)") : tr("rate %1 %")).arg(rate);
            if (!assumed->yieldIsImplied && assumed->yield == 0)
                parts << tr("no dividends known");
            else
                //: %1 is the dividend yield in percent a year
                parts << (assumed->yieldIsImplied ? tr("yield %1 % (by parity)") : tr("yield %1 %"))
                             .arg(yield);
        }
    }
    m_price->setText(parts.join(u" · "_s));
}

void ChainBar::showChoices()
{
    const QSignalBlocker quietAround(m_around);
    const QSignalBlocker quietGreeks(m_greeks);
    m_around->setCurrentIndex(std::max(0, m_around->findData(m_sheet.filter().around)));
    m_greeks->setCurrentIndex(m_greeks->findData(int(m_sheet.greeks())));
    m_filter->setIcon(m_theme.icon(
        u"filter"_s, m_sheet.filter().isActive() ? ColorRole::Accent : ColorRole::MutedText));
    showPrice();
}

void ChainBar::retranslate()
{
    for (int i = 0; i < m_around->count(); ++i) {
        const int strikes = m_around->itemData(i).toInt();
        //: How many strikes on each side of the price
        m_around->setItemText(i, strikes > 0 ? tr("± %1 strikes").arg(strikes) : tr("All strikes"));
    }
    m_around->setAccessibleName(tr("Strikes shown on each side of the price"));
    //: Whose Greeks and volatilities are shown
    m_greeks->setItemText(0, tr("Greeks: Tapeline"));
    m_greeks->setItemText(1, tr("Greeks: service"));
    m_greeks->setAccessibleName(tr("Whose Greeks and volatilities are shown"));
    m_greeks->setToolTip(tr("Reckoned here from the quotes, or as the service tells them. Where "
                            "one of them is not known the other is shown. The column ΔIV compares "
                            "them."));
    m_filter->setToolTip(tr("Choose which contracts are shown"));
    m_filter->setAccessibleName(tr("Filter…"));
    m_columns->setToolTip(tr("Choose the columns"));
    m_columns->setAccessibleName(tr("Columns…"));
    m_centre->setToolTip(tr("Bring the price of the underlying into the middle (Home)"));
    m_centre->setAccessibleName(tr("Centre"));
    showChoices();
}

void ChainBar::restyle()
{
    layout()->setContentsMargins(m_theme.scaled(6), m_theme.scaled(3), m_theme.scaled(6),
                                 m_theme.scaled(3));
    layout()->setSpacing(m_theme.scaled(4));
    const int side = m_theme.scaled(14);
    for (QToolButton *button : { m_filter, m_columns, m_centre })
        button->setIconSize({ side, side });
    for (QWidget *small : { static_cast<QWidget *>(m_around), static_cast<QWidget *>(m_greeks) })
        small->setFont(m_theme.font(FontRole::Small));
    showChoices();
}

void ChainBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
