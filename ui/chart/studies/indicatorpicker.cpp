#include "indicatorpicker.h"

#include "fuzzymatch.h"
#include "indicatorlist.h"
#include "indicatortext.h"
#include "palettedelegate.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QStandardItemModel>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int idRole = Qt::UserRole + 10; // after those of the delegate

} // namespace

IndicatorPicker::IndicatorPicker(const Theme &theme, ChartStudies &studies,
                                 IndicatorDefaults &defaults, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_studies(studies)
    , m_defaults(defaults)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_rows(new QStandardItemModel(this))
    , m_nothing(new QLabel(this))
    , m_add(new QPushButton(this))
    , m_favourite(new QPushButton(this))
    , m_onChartTitle(new QLabel(this))
    , m_onChart(new QListWidget(this))
    , m_settings(new QPushButton(this))
    , m_hide(new QPushButton(this))
    , m_duplicate(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"indicatorPicker"_s);
    assemble();
    connect(&theme, &Theme::changed, this, &IndicatorPicker::restyle);
    connect(&m_studies.set(), &IndicatorSet::choicesChanged, this, &IndicatorPicker::fillOnChart);
    connect(m_search, &QLineEdit::textChanged, this, &IndicatorPicker::search);
    connect(m_list, &QListView::doubleClicked, this, &IndicatorPicker::addChosen);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &IndicatorPicker::updateButtons);
    connect(m_add, &QPushButton::clicked, this, &IndicatorPicker::addChosen);
    connect(m_favourite, &QPushButton::clicked, this, &IndicatorPicker::toggleFavourite);
    connect(m_onChart, &QListWidget::currentRowChanged, this, &IndicatorPicker::updateButtons);
    connect(m_onChart, &QListWidget::itemDoubleClicked, m_settings, &QPushButton::click);
    connect(m_settings, &QPushButton::clicked, this,
            [this] { m_studies.askForSettings(chosenOnChart()); });
    connect(m_hide, &QPushButton::clicked, this, [this] {
        const IndicatorSet::Id id = chosenOnChart();
        if (m_studies.set().contains(id))
            m_studies.setHidden(id, !m_studies.set().choice(id).hidden);
    });
    connect(m_duplicate, &QPushButton::clicked, this,
            [this] { m_studies.duplicate(chosenOnChart()); });
    connect(m_remove, &QPushButton::clicked, this,
            [this] { m_studies.set().remove(chosenOnChart()); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    restyle();
    retranslate();
    resize(theme.scaled(720), theme.scaled(520));
}

void IndicatorPicker::assemble()
{
    m_search->setObjectName(u"indicatorSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"indicatorList"_s);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new PaletteDelegate(m_theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    m_nothing->setProperty("muted", true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_add->setObjectName(u"addIndicator"_s);
    m_favourite->setObjectName(u"favouriteIndicator"_s);
    m_onChart->setObjectName(u"indicatorsOnChart"_s);
    m_settings->setObjectName(u"indicatorSettingsButton"_s);
    m_hide->setObjectName(u"hideIndicator"_s);
    m_duplicate->setObjectName(u"duplicateIndicator"_s);
    m_remove->setObjectName(u"removeIndicator"_s);
    m_close->setObjectName(u"closeIndicators"_s);
    m_onChartTitle->setBuddy(m_onChart);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);

    auto *leftButtons = new QHBoxLayout;
    leftButtons->addWidget(m_add);
    leftButtons->addWidget(m_favourite);
    leftButtons->addStretch(1);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    left->addWidget(m_nothing, 1);
    left->addLayout(leftButtons);
    auto *rightButtons = new QGridLayout;
    rightButtons->setSpacing(6);
    rightButtons->addWidget(m_settings, 0, 0);
    rightButtons->addWidget(m_hide, 0, 1);
    rightButtons->addWidget(m_duplicate, 1, 0);
    rightButtons->addWidget(m_remove, 1, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_onChartTitle);
    right->addWidget(m_onChart, 1);
    right->addLayout(rightButtons);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(left, 3);
    columns->addLayout(right, 2);
    auto *end = new QHBoxLayout;
    end->addStretch(1);
    end->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(12);
    column->addLayout(columns, 1);
    column->addLayout(end);
    const std::initializer_list<QWidget *> order { m_search,  m_list,     m_add,  m_favourite,
                                                   m_onChart, m_settings, m_hide, m_duplicate,
                                                   m_remove,  m_close };
    for (auto next = std::next(order.begin()); next != order.end(); ++next)
        setTabOrder(*std::prev(next), *next);
}

void IndicatorPicker::openPicker()
{
    search(); // favourites of other charts
    show();
    raise();
    activateWindow();
    m_search->setFocus();
    m_search->selectAll();
}

// --- all there are
// ------------------------------------------------------------------------------------------

void IndicatorPicker::search()
{
    const QString chosen = chosenIndicator();
    const QString text = m_search->text().trimmed();
    m_rows->clear();
    if (text.isEmpty()) {
        const auto addAll = [this](const QString &heading, auto belongs) {
            bool isFirst = true;
            for (const IndicatorInfo *info : allIndicators()) {
                if (!belongs(*info))
                    continue;
                if (std::exchange(isFirst, false))
                    addHeading(heading);
                addIndicator(*info);
            }
        };
        addAll(tr("Favourites"), [this](const IndicatorInfo &info) {
            return m_defaults.isFavourite(QLatin1String(info.id));
        });
        for (int group = 0; group <= int(IndicatorGroup::Volume); ++group)
            addAll(indicatorGroupText(IndicatorGroup(group)),
                   [group](const IndicatorInfo &info) { return int(info.group) == group; });
    } else {
        std::vector<std::pair<int, const IndicatorInfo *>> found;
        for (const IndicatorInfo *info : allIndicators()) {
            const int score = std::max(fuzzyScore(text, indicatorText(info->name)),
                                       fuzzyScore(text, QString::fromUtf8(info->shortName)));
            if (score >= 0)
                found.emplace_back(score, info);
        }
        std::ranges::stable_sort(found, std::greater(),
                                 &std::pair<int, const IndicatorInfo *>::first);
        for (const auto &[score, info] : found)
            addIndicator(*info);
    }
    m_list->setVisible(m_rows->rowCount() > 0);
    m_nothing->setVisible(m_rows->rowCount() == 0);
    // What was chosen before, or the first that can be
    int row = -1;
    for (int i = 0; i < m_rows->rowCount(); ++i) {
        const QString id = m_rows->item(i)->data(idRole).toString();
        if (id.isEmpty() || (row >= 0 && id != chosen))
            continue;
        row = i;
        if (id == chosen)
            break;
    }
    m_list->setCurrentIndex(m_rows->index(text.isEmpty() ? row : 0, 0));
    updateButtons();
}

void IndicatorPicker::addHeading(const QString &text)
{
    auto *item = new QStandardItem;
    item->setData(text, PaletteDelegate::DetailRole); // muted
    item->setFlags(Qt::NoItemFlags);
    item->setAccessibleText(text);
    m_rows->appendRow(item);
}

void IndicatorPicker::addIndicator(const IndicatorInfo &info)
{
    const QString id = QLatin1String(info.id);
    auto *item = new QStandardItem(indicatorText(info.name));
    const bool favourite = m_defaults.isFavourite(id);
    item->setData(id, idRole);
    item->setData(QString::fromUtf8(info.shortName), PaletteDelegate::ShortcutRole);
    item->setIcon(m_theme.icon(favourite ? u"star-full"_s : u"star"_s,
                               favourite ? ColorRole::Accent : ColorRole::MutedText));
    item->setAccessibleText(favourite ? tr("%1, a favourite").arg(item->text()) : item->text());
    m_rows->appendRow(item);
}

QString IndicatorPicker::chosenIndicator() const
{
    return m_list->currentIndex().data(idRole).toString();
}

/// Over headings.
void IndicatorPicker::step(int rows)
{
    int row = m_list->currentIndex().row() + rows;
    while (row >= 0 && row < m_rows->rowCount()
           && m_rows->item(row)->data(idRole).toString().isEmpty())
        row += rows > 0 ? 1 : -1;
    if (row >= 0 && row < m_rows->rowCount())
        m_list->setCurrentIndex(m_rows->index(row, 0));
}

void IndicatorPicker::addChosen()
{
    const QString id = chosenIndicator();
    if (!id.isEmpty())
        m_studies.add(m_defaults.choice(id));
}

void IndicatorPicker::toggleFavourite()
{
    const QString id = chosenIndicator();
    if (id.isEmpty())
        return;
    m_defaults.setFavourite(id, !m_defaults.isFavourite(id));
    search();
}

bool IndicatorPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        addChosen();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (watched != m_search)
            break;
        step(static_cast<QKeyEvent *>(event)->key() == Qt::Key_Up ? -1 : 1);
        return true;
    default:
        break;
    }
    return QDialog::eventFilter(watched, event);
}

// --- those on the chart
// -------------------------------------------------------------------------------------

void IndicatorPicker::fillOnChart()
{
    const int row = m_onChart->currentRow();
    m_onChart->clear();
    const IndicatorSet &set = m_studies.set();
    for (const IndicatorSet::Id id : set.ids()) {
        const QString label = indicatorLabel(set.info(id), set.parameters(id), locale());
        //: In the list of a chart's indicators: %1 is there but not drawn
        auto *item = new QListWidgetItem(
            set.choice(id).hidden ? tr("%1 (hidden)").arg(label) : label, m_onChart);
        item->setToolTip(indicatorText(set.info(id).name));
        item->setData(Qt::UserRole, id);
    }
    m_onChart->setCurrentRow(std::min(std::max(row, 0), m_onChart->count() - 1));
    updateButtons();
}

IndicatorSet::Id IndicatorPicker::chosenOnChart() const
{
    const QListWidgetItem *item = m_onChart->currentItem();
    return item ? item->data(Qt::UserRole).toInt() : 0;
}

void IndicatorPicker::updateButtons()
{
    const QString indicator = chosenIndicator();
    m_add->setEnabled(!indicator.isEmpty());
    m_favourite->setEnabled(!indicator.isEmpty());
    m_favourite->setText(!indicator.isEmpty() && m_defaults.isFavourite(indicator)
                             ? tr("No favourite any more")
                             : tr("Favourite"));
    const IndicatorSet::Id id = chosenOnChart();
    const bool any = m_studies.set().contains(id);
    for (QPushButton *button : { m_settings, m_hide, m_duplicate, m_remove })
        button->setEnabled(any);
    m_hide->setText(any && m_studies.set().choice(id).hidden ? tr("Show") : tr("Hide"));
}

// --- words and looks
// ----------------------------------------------------------------------------------------

void IndicatorPicker::restyle()
{
    m_onChartTitle->setFont(m_theme.font(FontRole::Strong));
    setMinimumSize(m_theme.scaled(520), m_theme.scaled(360));
    search();
}

void IndicatorPicker::retranslate()
{
    setWindowTitle(tr("Indicators"));
    m_search->setPlaceholderText(tr("Type a name: moving average, RSI, VWAP"));
    m_search->setAccessibleName(tr("Search for an indicator"));
    m_list->setAccessibleName(tr("Indicators"));
    m_nothing->setText(tr("No indicator is called that."));
    m_add->setText(tr("Add to the chart"));
    m_onChartTitle->setText(tr("On this chart"));
    m_onChart->setAccessibleName(tr("Indicators on this chart"));
    m_settings->setText(tr("Settings…"));
    m_duplicate->setText(tr("Duplicate"));
    m_remove->setText(tr("Remove"));
    m_close->setText(tr("Close"));
    search();
    fillOnChart();
}

void IndicatorPicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tapeline
