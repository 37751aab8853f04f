#include "tapepanel.h"

#include "symbology.h"
#include "tapebar.h"
#include "tapechips.h"
#include "tapecommands.h"
#include "tapefilterform.h"
#include "tapefiltertext.h"
#include "tapemeter.h"
#include "tapemodel.h"
#include "tapeside.h"
#include "tapetext.h"
#include "tapetotalsbar.h"
#include "tapeview.h"
#include "theme.h"

#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto columnsKey = "columns"_L1;
constexpr auto millisecondsKey = "milliseconds"_L1;
constexpr auto filterKey = "filter"_L1;
constexpr auto groupingKey = "groupSweeps"_L1;
constexpr auto soundKey = "sound"_L1;
constexpr int totalsMs = 250; // four times a second is as fast as numbers can be read
constexpr auto largeKey
    = "largePrintValue"_L1; // dollars; 0 for none, "usual" for what is large in the day

QJsonValue largeToJson(const TapeEmphasis &rule)
{
    return rule.kind == TapeEmphasis::Kind::Usual ? QJsonValue(u"usual"_s)
        : rule.kind == TapeEmphasis::Kind::None   ? QJsonValue(0)
                                                  : QJsonValue(rule.value);
}

TapeEmphasis largeFromJson(const QJsonValue &value)
{
    if (!value.isDouble())
        return {};
    const double dollars = value.toDouble();
    return dollars > 0 ? TapeEmphasis { TapeEmphasis::Kind::Value, dollars }
                       : TapeEmphasis { TapeEmphasis::Kind::None, 0 };
}

AssetClass classOf(const QString &symbol)
{
    return symbology::classOf(symbol);
}
} // namespace

TapePanel::TapePanel(const PanelContext &context, TapeModel &model, QWidget *parent)
    : Panel(context, parent)
    , m_model(model)
    , m_view(new TapeView(model, theme(), this))
    , m_bar(new TapeBar(model, theme(), this))
    , m_chips(new TapeChips(theme(), this))
    , m_totals(new TapeTotalsBar(theme(), this))
    , m_sound(std::make_unique<SystemBell>())
{
    addTapeCommands(commands());
    m_sinceBegun.start();
    m_totalsTimer.setSingleShot(true);
    m_totalsTimer.setInterval(totalsMs);
    setUp();
    connectParts();
    TapePanel::retranslate();
    showRules();
}

TapePanel::~TapePanel() = default;

void TapePanel::setUp()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_chips);
    column->addWidget(m_view, 1);
    column->addWidget(m_totals);
    content->setFocusProxy(m_view);
    setContent(content);
}

void TapePanel::connectParts()
{
    connect(this, &Panel::symbolChanged, m_view, &TapeView::setSymbol);
    connect(this, &Panel::symbolChanged, this, [this](const QString &symbol) {
        m_bar->meter()->setUnit(TapeUnit::of(symbol));
        m_totals->setUnit(TapeUnit::of(symbol));
    });
    connect(m_view, &TapeView::symbolTyped, this, &Panel::symbolTyped);
    connect(m_view, &TapeView::optionsChanged, this, &Panel::stateChanged);
    connect(m_view, &TapeView::menuRequested, this, &TapePanel::addToMenu);
    connect(m_view, &TapeView::selectionChanged, this, &TapePanel::showTotals);
    connect(m_bar, &TapeBar::filterRequested, this, &TapePanel::openFilter);
    connect(m_bar, &TapeBar::groupingChosen, m_view, &TapeView::setGrouping);
    connect(m_bar, &TapeBar::soundChosen, this, &TapePanel::setSound);
    connect(m_chips, &TapeChips::filterChosen, &m_model, &TapeModel::setFilter);
    connect(&m_totalsTimer, &QTimer::timeout, this, &TapePanel::showTotals);
    connect(&m_model, &TapeModel::changed, this, [this] {
        if (!m_totalsTimer.isActive())
            m_totalsTimer.start();
    });
    connect(&m_model, &TapeModel::rulesChanged, this, &TapePanel::showRules);
    connect(&m_model, &TapeModel::largePrintCame, this, &TapePanel::ring);
}

// --- what is shown ---------------------------------------------------------------------------

void TapePanel::showRules()
{
    m_chips->setFilter(m_model.filter());
    if (m_form && m_form->filter() != m_model.filter())
        m_form->setFilter(m_model.filter());
    showTotals();
    emit stateChanged();
}

void TapePanel::showTotals()
{
    m_totalsTimer.stop();
    const TapeTotals all = m_model.totals();
    const TapeSelection::Range rows = m_view->selectedRows();
    m_chips->setShare(all.prints, m_model.keptCount());
    m_totals->setTotals(m_view->hasRange() ? m_model.totals(rows.first, rows.last) : all,
                        m_view->hasRange());
}

void TapePanel::openFilter()
{
    if (!m_form) {
        m_form = new TapeFilterForm(theme(), this);
        connect(m_form, &TapeFilterForm::filterChosen, &m_model, &TapeModel::setFilter);
    }
    m_form->setFilter(m_model.filter());
    m_form->openAt(*m_bar->filterButton());
}

// --- sound -----------------------------------------------------------------------------------

void TapePanel::setSound(bool on)
{
    m_bar->setSound(on);
    if (std::exchange(m_hasSound, on) != on)
        emit stateChanged();
}

void TapePanel::setAlertSound(std::unique_ptr<AlertSound> sound)
{
    m_sound = std::move(sound);
}

void TapePanel::ring()
{
    if (m_hasSound && m_soundLimit.allows(m_sinceBegun.elapsed()))
        m_sound->play();
}

void TapePanel::setClockSpeed(double speed)
{
    m_bar->meter()->setClockSpeed(speed);
}

// --- menu ------------------------------------------------------------------------------------

void TapePanel::addToMenu(QMenu *menu, int row)
{
    QAction *sound = menu->addAction(tr("Sound on large prints"));
    sound->setCheckable(true);
    sound->setChecked(m_hasSound);
    connect(sound, &QAction::toggled, this, &TapePanel::setSound);
    menu->addSeparator();
    menu->addAction(tr("Filter…"), this, &TapePanel::openFilter);
    const auto hideKind = [&](const QString &text, TapeKind TapeFilter::*kind) {
        QAction *hide = menu->addAction(text);
        hide->setCheckable(true);
        hide->setChecked(m_model.filter().*kind == TapeKind::Hide);
        connect(hide, &QAction::toggled, this, [this, kind](bool on) {
            TapeFilter filter = m_model.filter();
            filter.*kind = on ? TapeKind::Hide : TapeKind::Show;
            m_model.setFilter(filter);
        });
    };
    hideKind(tr("Hide odd lots"), &TapeFilter::oddLots);
    hideKind(tr("Hide prints off exchange"), &TapeFilter::offExchange);
    if (row >= 0)
        addVenueActions(menu, row);
    QAction *all = menu->addAction(tr("Show all prints"), this, [this] { m_model.setFilter({}); });
    all->setEnabled(!m_model.filter().isEmpty());
}

void TapePanel::addVenueActions(QMenu *menu, int row)
{
    const quint16 venue = venueOf(m_model.print(row).trade);
    const QString name = shortVenue(venue, classOf(symbol()));
    //: Menu of a print; %1 is a venue: "ARCA"
    menu->addAction(tr("Only prints of %1").arg(name), this, [this, venue] {
        TapeFilter filter = m_model.filter();
        filter.venues = { venue };
        m_model.setFilter(filter);
    });
    //: Menu of a print; %1 is a venue: "ARCA"
    menu->addAction(tr("Hide prints of %1").arg(name), this, [this, venue] {
        TapeFilter filter = m_model.filter();
        if (filter.venues.empty())
            filter.venues = stockVenues();
        filter.venues.erase(venue);
        m_model.setFilter(filter);
    });
}

void TapePanel::retranslate()
{
    setTitle(tr("Time & sales"));
}

QJsonObject TapePanel::saveState() const
{
    return { { columnsKey, QString::fromLatin1(m_view->columnState().toBase64()) },
             { millisecondsKey, m_view->milliseconds() },
             { largeKey, largeToJson(m_model.emphasis()) },
             { filterKey, m_model.filter().toJson() },
             { groupingKey, m_model.isGrouping() },
             { soundKey, m_hasSound } };
}

void TapePanel::restoreState(const QJsonObject &state)
{
    m_view->setMilliseconds(state.value(millisecondsKey).toBool());
    m_view->setEmphasis(largeFromJson(state.value(largeKey)));
    m_model.setFilter(TapeFilter::fromJson(state.value(filterKey).toObject()));
    m_view->setGrouping(state.value(groupingKey).toBool());
    setSound(state.value(soundKey).toBool());
    m_view->restoreColumnState(
        QByteArray::fromBase64(state.value(columnsKey).toString().toLatin1()));
}

} // namespace tapeline
