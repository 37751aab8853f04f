#include "qualityview.h"

#include "easterntime.h"
#include "qualitybadge.h"
#include "qualitytext.h"
#include "theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QTreeWidget>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Column { What, Count, First, Rule };
constexpr int timeRole = Qt::UserRole;
constexpr int rowsShown = 9;

QString whenText(Timestamp time, const QLocale &locale)
{
    const QDate date = easterntime::date(time);
    const Duration inDay = easterntime::timeOfDay(time);
    const QString day = locale.toString(date, QLocale::ShortFormat);
    if (inDay == Duration())
        return day;
    const QTime clock = QTime::fromMSecsSinceStartOfDay(
        int(std::chrono::duration_cast<std::chrono::milliseconds>(inDay).count()));
    return day + u' ' + clock.toString(clock.second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
}

} // namespace

QualityView::QualityView(const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_nothing(new QLabel(this))
    , m_issues(new QTreeWidget(this))
    , m_note(new QLabel(this))
{
    setObjectName(u"qualityView"_s);
    m_title->setObjectName(u"qualityTitle"_s);
    m_issues->setObjectName(u"qualityIssues"_s);
    m_issues->setColumnCount(4);
    m_issues->setRootIsDecorated(false);
    m_issues->setUniformRowHeights(true);
    m_issues->setFrameShape(QFrame::NoFrame);
    m_issues->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_issues->header()->setStretchLastSection(false);
    m_issues->header()->setSectionsMovable(false);
    m_issues->header()->setMinimumSectionSize(0);
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_counts);
    auto *parts = new QGridLayout;
    for (std::size_t i = 0; i < partCount; ++i) {
        m_names[i] = new QLabel(this);
        m_scores[i] = new QLabel(this);
        parts->addWidget(m_names[i], 0, int(i));
        parts->addWidget(m_scores[i], 1, int(i));
        parts->setColumnStretch(int(i), 1);
    }
    column->addLayout(parts);
    column->addWidget(m_nothing);
    column->addWidget(m_issues, 1);
    column->addWidget(m_note);
    connect(m_issues, &QTreeWidget::itemClicked, this, &QualityView::choose);
    connect(m_issues, &QTreeWidget::itemActivated, this, &QualityView::choose);
    connect(&theme, &Theme::changed, this, &QualityView::restyle);
    retranslate();
    restyle();
}

void QualityView::setQuality(const QString &symbol, const DataQuality &quality)
{
    if (m_symbol == symbol && m_quality == quality)
        return;
    m_symbol = symbol;
    m_quality = quality;
    showQuality();
}

void QualityView::showQuality()
{
    QString title = qualitytext::gradeLine(m_quality.grade);
    if (m_quality.grade != QualityGrade::Insufficient)
        //: %1 is a symbol, %2 "Grade A: sound", %3 a number up to 100
        title = tr("%1 (%2 of 100)").arg(title, qualitytext::scoreText(m_quality.score, locale()));
    m_title->setText(m_symbol + u" · "_s + title);
    QPalette palette = m_title->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(QualityBadge::roleOf(m_quality.grade)));
    m_title->setPalette(palette);
    m_counts->setText(qualitytext::countsLine(m_quality, locale()));
    const std::array scores { m_quality.completeness, m_quality.validity, m_quality.freshness,
                              m_quality.consistency, m_quality.anomalies };
    for (std::size_t i = 0; i < partCount; ++i) {
        m_scores[i]->setText(qualitytext::scoreText(scores[i], locale()));
        m_scores[i]->setAccessibleName(m_names[i]->text() + u": "_s + m_scores[i]->text());
    }
    showIssues();
}

/// In place, and with the same rule current: grades come while somebody reads.
void QualityView::showIssues()
{
    const QTreeWidgetItem *chosen = m_issues->currentItem();
    const QString current = chosen ? chosen->text(Rule) : QString();
    const int count = int(m_quality.issues.size());
    while (m_issues->topLevelItemCount() > count)
        delete m_issues->takeTopLevelItem(count);
    while (m_issues->topLevelItemCount() < count)
        m_issues->addTopLevelItem(new QTreeWidgetItem);
    for (int row = 0; row < count; ++row) {
        QTreeWidgetItem *item = m_issues->topLevelItem(row);
        fill(*item, m_quality.issues[std::size_t(row)]);
        if (item->text(Rule) == current)
            m_issues->setCurrentItem(item);
    }
    m_issues->setVisible(count > 0);
    m_note->setVisible(count > 0);
    m_nothing->setVisible(count == 0);
    fitColumns();
    if (!isVisible())
        return;
    fitHeight();
    moveInto(screen()->availableGeometry(), pos());
}

void QualityView::fitColumns()
{
    // Headings have wider edges than the style tells
    for (const Column column : { Count, First, Rule }) {
        m_issues->resizeColumnToContents(column);
        m_issues->setColumnWidth(column, m_issues->columnWidth(column) + m_theme.scaled(12));
    }
    m_issues->header()->setSectionResizeMode(What, QHeaderView::Stretch);
}

void QualityView::fill(QTreeWidgetItem &item, const QualityIssue &issue) const
{
    const Timestamp first = issue.samples.empty() ? Timestamp {} : issue.samples.front();
    const bool isWarning = issue.severity == IssueSeverity::Warning;
    item.setText(What, qualitytext::ruleLine(issue));
    item.setText(Count, locale().toString(issue.count));
    item.setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
    item.setText(First, first > Timestamp {} ? whenText(first, locale()) : u"–"_s);
    item.setText(Rule, issue.rule);
    item.setForeground(Rule, m_theme.color(ColorRole::MutedText));
    item.setForeground(Count, m_theme.color(isWarning ? ColorRole::Warning : ColorRole::Error));
    item.setFont(Rule, m_theme.font(FontRole::Small));
    item.setToolTip(What, qualitytext::severityText(issue.severity) + u": "_s + item.text(What));
    item.setData(What, Qt::AccessibleTextRole,
                 QString(qualitytext::severityText(issue.severity) + u", "_s + item.text(What)));
    item.setData(What, timeRole, toMs(first));
}

void QualityView::choose(const QTreeWidgetItem *item)
{
    const Timestamp time = fromMs(item->data(What, timeRole).toLongLong());
    if (time <= Timestamp {})
        return;
    hide();
    emit issueChosen(time);
}

void QualityView::openAt(const QWidget &badge)
{
    const QRect room = badge.screen()->availableGeometry();
    const int width = std::min(m_theme.scaled(620), room.width());
    setFixedWidth(width);
    fitHeight();
    moveInto(room, badge.mapToGlobal(QPoint(badge.width() - width, badge.height() + 4)));
    show();
    m_issues->setFocus();
}

void QualityView::fitHeight()
{
    const int row = m_issues->sizeHintForRow(0);
    const int rows = std::min(rowsShown, m_issues->topLevelItemCount());
    m_issues->setFixedHeight(m_issues->header()->sizeHint().height() + rows * std::max(row, 1)
                             + m_theme.scaled(4));
    adjustSize();
}

void QualityView::moveInto(const QRect &room, QPoint topLeft)
{
    QRect frame(topLeft, size());
    frame.moveLeft(std::clamp(frame.left(), room.left(),
                              std::max(room.left(), room.right() - frame.width() + 1)));
    frame.moveTop(std::clamp(frame.top(), room.top(),
                             std::max(room.top(), room.bottom() - frame.height() + 1)));
    move(frame.topLeft());
}

void QualityView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void QualityView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void QualityView::retranslate()
{
    setWindowTitle(tr("Data quality"));
    setAccessibleName(tr("Data quality"));
    const std::array names { tr("Complete"), tr("Valid"), tr("Fresh"), tr("Consistent"),
                             tr("Without anomalies") };
    for (std::size_t i = 0; i < partCount; ++i)
        m_names[i]->setText(names[i]);
    m_issues->setHeaderLabels(
        //: A time of day there
        { tr("What was found"), tr("Bars"), tr("First (New York)"), tr("Rule") });
    m_issues->setAccessibleName(tr("What was found"));
    m_nothing->setText(tr("No rule found anything."));
    m_note->setText(tr("A click goes there in the chart. Marked bars are shown as they came; "
                       "nothing is left out."));
    showQuality();
}

void QualityView::restyle()
{
    const int edge = m_theme.scaled(12);
    layout()->setContentsMargins(edge, m_theme.scaled(10), edge, m_theme.scaled(10));
    layout()->setSpacing(m_theme.scaled(8));
    m_title->setFont(m_theme.font(FontRole::Strong));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_theme.color(ColorRole::MutedText));
    for (QLabel *label : { m_counts, m_note, m_nothing })
        label->setFont(m_theme.font(FontRole::Small));
    for (QLabel *label : { m_counts, m_note })
        label->setPalette(muted);
    for (std::size_t i = 0; i < partCount; ++i) {
        m_names[i]->setFont(m_theme.font(FontRole::Small));
        m_names[i]->setPalette(muted);
        m_scores[i]->setFont(m_theme.font(FontRole::Strong));
    }
    showQuality();
}

} // namespace tapeline
