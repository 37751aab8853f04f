#include "calendarpanel.h"

#include "companytext.h"
#include "easterntime.h"
#include "factsview.h"
#include "theme.h"

#include <QLabel>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr auto scopeKey = "symbolOnly"_L1;
constexpr int daysShown = 60;
/// As many symbols as one question may name.
constexpr int mostSymbols = 100;

} // namespace

CalendarPanel::CalendarPanel(const PanelContext &context, QWidget *parent)
    : ReferencePanel(context, parent)
    , m_scopes(new QTabBar(this))
    , m_days(new FactsView(theme(), u"calendarDays"_s, 3, this))
    , m_note(new QLabel(this))
{
    m_scopes->setObjectName(u"calendarScope"_s);
    m_scopes->setDrawBase(false);
    m_scopes->setExpanding(false);
    m_scopes->addTab({});
    m_scopes->addTab({});
    m_note->setObjectName(u"calendarNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(10, 4, 10, 6);
    m_note->setProperty("muted", true);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_scopes);
    column->addWidget(m_days, 1);
    column->addWidget(m_note);
    content->setFocusProxy(m_days);
    setContent(content);

    connect(m_scopes, &QTabBar::currentChanged, this, &CalendarPanel::onScope);
    connect(this, &Panel::symbolChanged, this, [this] {
        nameScopes();
        if (scope() == Scope::Symbol)
            onScope();
    });
    connect(m_days, &FactsView::currentChanged, this, &Panel::rowAtHandChanged);
    connect(m_days, &FactsView::activated, this, [this](const QString &symbol) {
        if (!symbol.isEmpty())
            setSymbol(symbol);
    });
    connect(&theme(), &Theme::changed, this, &CalendarPanel::restyle);
    CalendarPanel::retranslate();
    restyle();
}

void CalendarPanel::setWatched(const QStringList &symbols)
{
    QStringList sorted = symbols;
    sorted.removeIf([](const QString &symbol) { return symbol.contains(u':'); }); // no companies
    sorted.sort();
    sorted.removeDuplicates();
    sorted = sorted.mid(0, mostSymbols);
    if (sorted == m_watched)
        return;
    m_watched = sorted;
    if (scope() == Scope::Watched)
        onScope();
}

CalendarPanel::Scope CalendarPanel::scope() const
{
    return m_scopes->currentIndex() == 1 ? Scope::Symbol : Scope::Watched;
}

void CalendarPanel::setScope(Scope scope)
{
    m_scopes->setCurrentIndex(static_cast<int>(scope));
}

QString CalendarPanel::symbols() const
{
    return scope() == Scope::Symbol ? symbol() : m_watched.join(u',');
}

QString CalendarPanel::symbolAtHand() const
{
    const QString chosen = m_days->currentSymbol();
    return chosen.isEmpty() ? symbol() : chosen;
}

QJsonObject CalendarPanel::saveState() const
{
    return { { scopeKey, scope() == Scope::Symbol } };
}

void CalendarPanel::restoreState(const QJsonObject &state)
{
    setScope(state[scopeKey].toBool() ? Scope::Symbol : Scope::Watched);
}

QList<CompanyQuestion> CalendarPanel::questions() const
{
    if (symbols().isEmpty())
        return {};
    return { { CompanySubject::DividendsAhead, symbols() },
             { CompanySubject::SplitsAhead, symbols() },
             { CompanySubject::EarningsAhead, symbols() } };
}

void CalendarPanel::onScope()
{
    m_ahead = {};
    m_earnings = {};
    m_earnings.question = { CompanySubject::EarningsAhead, symbols() };
    m_others = {};
    m_others.question = { CompanySubject::DividendsAhead, symbols() };
    fill();
    updateQuestions();
    emit stateChanged();
}

void CalendarPanel::showAnswer(const CompanyAnswer &answer)
{
    if (answer.question.symbols != symbols())
        return;
    const auto keep = [](CompanyAnswer &status, const CompanyAnswer &from) {
        status.state = from.state;
        status.error = from.error;
    };
    if (answer.question.subject == CompanySubject::EarningsAhead) {
        keep(m_earnings, answer);
        if (const auto *reports = std::get_if<std::vector<EarningsReport>>(&answer.facts))
            m_ahead.reports = *reports;
    } else if (answer.question.subject == CompanySubject::DividendsAhead) {
        keep(m_others, answer);
        if (const auto *dividends = std::get_if<std::vector<Dividend>>(&answer.facts))
            m_ahead.dividends = *dividends;
    } else if (answer.question.subject == CompanySubject::SplitsAhead) {
        if (const auto *splits = std::get_if<std::vector<Split>>(&answer.facts))
            m_ahead.splits = *splits;
    } else {
        return;
    }
    fill();
}

/// Holidays are known without the service; what of it is missing is said below.
void CalendarPanel::fill()
{
    const QDate today = easterntime::date(marketTime());
    if (isTimeKnown())
        m_days->show(companyrows::calendarRows(m_ahead, m_calendar, today, daysShown),
                     tr("Nothing is known of the next days."));
    else
        m_days->show({}, tr("The market's time is not known yet."));
    QString note;
    if (symbols().isEmpty())
        note = scope() == Scope::Symbol ? tr("Choose a symbol.") : tr("The watchlists are empty.");
    else if (m_others.state != CompanyAnswer::State::Here)
        note = companytext::withoutFacts(m_others);
    else if (m_earnings.state != CompanyAnswer::State::Here)
        note = companytext::withoutFacts(m_earnings);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void CalendarPanel::nameScopes()
{
    m_scopes->setTabText(int(Scope::Watched), tr("Watchlists"));
    m_scopes->setTabText(int(Scope::Symbol), symbol().isEmpty() ? tr("Symbol") : symbol());
}

void CalendarPanel::restyle()
{
    for (QWidget *part : std::initializer_list<QWidget *> { m_note, m_scopes })
        part->setFont(theme().font(FontRole::Small));
}

void CalendarPanel::retranslate()
{
    setTitle(tr("Calendar"));
    m_scopes->setAccessibleName(tr("Whose days"));
    nameScopes();
    m_days->setHeaders(companyrows::calendarHeaders());
    fill();
}

} // namespace tapeline
