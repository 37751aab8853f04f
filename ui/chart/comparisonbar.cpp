#include "comparisonbar.h"

#include "badgelabel.h"
#include "flowlayout.h"
#include "linecolors.h"
#include "pricechart.h"
#include "symbolbox.h"
#include "theme.h"
#include "valuemarks.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What is to be said of a comparison's data when it is not as that of the chart: that it has
/// failed, is late, or is being loaded. Empty when all is well.
QString statusOf(const Comparison &comparison, const ChartSeries &chart)
{
    const ChartSeries &series = comparison.series();
    if (series.history() == ChartUpdate::History::Failed
        || (series.isEmpty() && !series.message().isEmpty()))
        return series.message().isEmpty() ? ComparisonBar::tr("could not be loaded")
                                          : series.message();
    if (series.history() == ChartUpdate::History::Loading && series.isEmpty())
        return ComparisonBar::tr("loading…");
    if (series.isEmpty())
        return ComparisonBar::tr("no bars in this timeframe");
    if (series.badge() != chart.badge() || series.keptAsOf() != chart.keptAsOf()
        || series.provider() != chart.provider())
        return badgeText(series.badge(), { series.keptAsOf(), series.provider() },
                         productOf(series.assetClass()))
            .text;
    return {};
}

} // namespace

ComparisonBar::ComparisonBar(Comparisons &comparisons, const PriceChart &chart, const Theme &theme,
                             QWidget *parent)
    : QWidget(parent)
    , m_comparisons(comparisons)
    , m_chart(chart)
    , m_theme(theme)
    , m_flow(new FlowLayout(this))
{
    setObjectName(u"comparisonBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&comparisons, &Comparisons::listChanged, this, &ComparisonBar::rebuild);
    connect(&comparisons, &Comparisons::valuesChanged, this, &ComparisonBar::refresh);
    connect(&comparisons, &Comparisons::statusChanged, this, &ComparisonBar::refresh);
    connect(&chart, &PriceChart::viewDrawn, this, &ComparisonBar::refresh);
    connect(&chart, &PriceChart::crosshairMoved, this, &ComparisonBar::refresh);
    connect(&theme, &Theme::changed, this, &ComparisonBar::restyle);
    hide();
    rebuild();
}

void ComparisonBar::setCatalog(const SymbolCatalog &catalog)
{
    if (m_field)
        return;
    m_field = new SymbolBox(m_theme, catalog, this);
    m_field->setObjectName(u"comparisonField"_s);
    m_field->hide();
    connect(m_field, &SymbolBox::symbolEntered, this, [this](const QString &symbol) {
        m_comparisons.add(symbol);
        m_field->clear();
    });
    connect(m_field, &SymbolBox::abandoned, this, &ComparisonBar::close);
    retranslate();
    rebuild();
}

void ComparisonBar::begin()
{
    if (!m_field)
        return;
    m_field->show();
    rebuild();
    m_field->begin({});
}

/// The field; the chart has the keys again.
void ComparisonBar::close()
{
    m_field->hide();
    rebuild();
    if (QWidget *chart = parentWidget())
        chart->setFocus();
}

void ComparisonBar::rebuild()
{
    while (QLayoutItem *item = m_flow->takeAt(0))
        delete item;
    for (const Chip &chip : std::exchange(m_chips, {})) {
        chip.box->hide(); // its cross may be what was clicked
        chip.box->deleteLater();
    }
    for (const auto &comparison : m_comparisons.all()) {
        m_chips.push_back(makeChip(*comparison));
        m_flow->addWidget(m_chips.back().box);
        m_chips.back().box->show();
    }
    const bool typing = m_field && m_field->isVisibleTo(this);
    if (typing)
        m_flow->addWidget(m_field);
    setVisible(typing || !m_chips.empty());
    restyle();
    refresh();
}

ComparisonBar::Chip ComparisonBar::makeChip(const Comparison &comparison)
{
    const QString symbol = comparison.symbol();
    auto *box = new QWidget(this);
    box->setObjectName(u"comparisonChip"_s);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(0);
    Chip chip { symbol, box, new QToolButton(box), new QLabel(box), new QToolButton(box) };
    chip.show->setObjectName(u"comparisonShow"_s);
    chip.show->setCheckable(true);
    chip.show->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip.show->setToolTip(tr("Show or hide its line"));
    chip.word->setObjectName(u"comparisonWord"_s);
    chip.word->setProperty("muted", true);
    chip.remove->setObjectName(u"comparisonRemove"_s);
    chip.remove->setToolTip(tr("Compare no longer"));
    chip.remove->setAccessibleName(tr("Compare to %1 no longer").arg(symbol));
    for (QWidget *part : { static_cast<QWidget *>(chip.show), static_cast<QWidget *>(chip.word),
                           static_cast<QWidget *>(chip.remove) })
        row->addWidget(part);
    connect(chip.show, &QToolButton::clicked, this,
            [this, symbol](bool shown) { m_comparisons.setShown(symbol, shown); });
    connect(chip.remove, &QToolButton::clicked, this,
            [this, symbol] { m_comparisons.remove(symbol); });
    return chip;
}

QString ComparisonBar::textOf(const Comparison &comparison) const
{
    const std::optional<double> change = m_chart.changeOf(comparison);
    return change ? comparison.symbol() + u' ' + percentText(*change, locale())
                  : comparison.symbol();
}

/// A line of its colour; only its outline while it is hidden.
QIcon ComparisonBar::swatch(const Comparison &comparison) const
{
    const int side = m_theme.scaled(10);
    QPixmap picture(QSize(side, side) * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    const QColor color = lineColor(m_chart.scene().colors, comparison.tint());
    if (comparison.isShown()) {
        painter.fillRect(0, 0, side, side, color);
    } else {
        painter.setPen(color);
        painter.drawRect(QRectF(0.5, 0.5, side - 1, side - 1));
    }
    return picture;
}

void ComparisonBar::refresh()
{
    bool moved = false;
    for (const Chip &chip : m_chips) {
        const Comparison *comparison = m_comparisons.find(chip.symbol);
        if (!comparison || !m_chart.series())
            continue;
        const QString text = textOf(*comparison);
        const QString word = statusOf(*comparison, *m_chart.series());
        moved = moved || text.size() != chip.show->text().size() || word != chip.word->text();
        chip.show->setText(text);
        chip.show->setAccessibleName(tr("Compared to %1").arg(text));
        chip.show->setChecked(comparison->isShown());
        chip.word->setText(word);
        chip.word->setVisible(!word.isEmpty());
    }
    if (moved)
        m_flow->invalidate();
}

std::vector<ComparedWord> ComparisonBar::words() const
{
    std::vector<ComparedWord> words;
    for (const auto &comparison : m_comparisons.all()) {
        if (!comparison->isShown())
            continue;
        const QString status
            = m_chart.series() ? statusOf(*comparison, *m_chart.series()) : QString();
        QString text = textOf(*comparison);
        if (!status.isEmpty())
            text += u" ("_s + status + u')';
        words.push_back({ text, comparison->tint() });
    }
    return words;
}

void ComparisonBar::restyle()
{
    const QFont font = m_theme.font(FontRole::Small);
    const int side = m_theme.scaled(10);
    for (const Chip &chip : m_chips) {
        chip.show->setFont(font);
        chip.word->setFont(font);
        chip.show->setIconSize({ side, side });
        chip.remove->setIconSize({ side, side });
        chip.remove->setIcon(m_theme.icon(u"close"_s));
        if (const Comparison *comparison = m_comparisons.find(chip.symbol))
            chip.show->setIcon(swatch(*comparison));
    }
    if (m_field)
        m_field->setFixedWidth(m_theme.scaled(150));
    m_flow->setContentsMargins(m_theme.scaled(6), m_theme.scaled(3), m_theme.scaled(6),
                               m_theme.scaled(3));
    m_flow->setSpacing(m_theme.scaled(6));
}

void ComparisonBar::retranslate()
{
    if (!m_field)
        return;
    m_field->setPlaceholderText(tr("Compare to"));
    m_field->setAccessibleName(tr("Symbol to compare to"));
}

void ComparisonBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        rebuild();
    }
    QWidget::changeEvent(event);
}

} // namespace tapeline
