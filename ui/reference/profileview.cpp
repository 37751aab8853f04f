#include "profileview.h"

#include "companyrows.h"
#include "companytext.h"
#include "theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

ProfileView::ProfileView(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_page(new QWidget(this))
    , m_lines(new QFormLayout)
    , m_description(new QLabel(m_page))
    , m_site(new QPushButton(m_page))
{
    setObjectName(u"companyProfile"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setHorizontalSpacing(16);
    m_lines->setVerticalSpacing(4);
    m_lines->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_lines->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_description->setObjectName(u"companyDescription"_s);
    m_description->setTextFormat(Qt::PlainText);
    m_description->setWordWrap(true);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse
                                           | Qt::TextSelectableByKeyboard);
    m_site->setObjectName(u"companySite"_s);
    m_site->setFlat(true);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(10);
    column->addWidget(m_description);
    column->addLayout(m_lines);
    column->addWidget(m_site, 0, Qt::AlignLeft);
    column->addStretch(1);
    setWidget(m_page);
    connect(m_site, &QPushButton::clicked, this, [this] { emit linkRequested(m_address); });
    connect(&theme, &Theme::changed, this, &ProfileView::restyle);
    restyle();
}

void ProfileView::addLine(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    auto *label = new QLabel(name, m_page);
    label->setProperty("muted", true);
    auto *text = new QLabel(m_page);
    text->setTextFormat(Qt::PlainText);
    text->setText(value);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *part : { label, text })
        part->setFont(m_theme.font(FontRole::Small));
    m_lines->addRow(label, text);
}

void ProfileView::setDetails(const TickerDetails &details)
{
    while (m_lines->rowCount() > 0)
        m_lines->removeRow(0);
    const QLocale locale;
    const auto worded
        = [](double number) { return number > 0 ? companyrows::wordedNumber(number) : QString(); };
    const QString currency = details.info.currency.toUpper();
    addLine(tr("Sector"), details.sicDescription);
    addLine(tr("Market value"),
            details.marketCap > 0 ? worded(details.marketCap) + u' ' + currency : QString());
    addLine(tr("Shares outstanding"), worded(details.sharesOutstanding));
    addLine(tr("Employees"),
            details.employees > 0 ? locale.toString(details.employees, 'f', 0) : QString());
    addLine(tr("Listed since"),
            details.listed.isValid() ? locale.toString(details.listed, QLocale::ShortFormat)
                                     : QString());
    addLine(tr("Exchange"), details.info.primaryExchange);
    addLine(tr("Round lot"),
            details.roundLot > 0 ? tr("%n share(s)", nullptr, details.roundLot) : QString());
    addLine(tr("Address"), details.address.join(u'\n'));
    addLine(tr("Telephone"), details.phone);
    addLine(tr("CIK"), details.info.cik);
    m_description->setText(details.description);
    m_description->setVisible(!details.description.isEmpty());
    m_address = companytext::webAddress(details.homepage);
    m_site->setVisible(m_address.isValid());
    m_site->setText(companytext::opensText(m_address));
    m_site->setToolTip(m_address.toString());
}

void ProfileView::restyle()
{
    m_description->setFont(m_theme.font(FontRole::Small));
    m_site->setFont(m_theme.font(FontRole::Small));
    m_site->setIcon(m_theme.icon(u"export"_s, ColorRole::Accent));
}

} // namespace tapeline
