#include "companypanel.h"

#include "companyrows.h"
#include "companytext.h"
#include "factsview.h"
#include "flowlayout.h"
#include "profileview.h"
#include "theme.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr auto pageKey = "page"_L1;
constexpr int pageCount = 6;

QLabel *sentenceLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setContentsMargins(24, 24, 24, 24);
    label->setProperty("muted", true);
    return label;
}

} // namespace

CompanyPanel::CompanyPanel(const PanelContext &context, QWidget *parent)
    : ReferencePanel(context, parent)
    , m_name(new QLabel(this))
    , m_line(new QLabel(this))
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_profile(new ProfileView(theme(), this))
    , m_profileSentence(sentenceLabel(u"companySentence"_s, this))
    , m_overview(new QStackedWidget(this))
    , m_dividends(new FactsView(theme(), u"companyDividends"_s, 4, this))
    , m_splits(new FactsView(theme(), u"companySplits"_s, 1, this))
    , m_earnings(new FactsView(theme(), u"companyEarnings"_s, 4, this))
    , m_shorts(new FactsView(theme(), u"companyShortInterest"_s, 3, this))
    , m_related(new QWidget(this))
    , m_relatedSentence(sentenceLabel(u"relatedSentence"_s, m_related))
    , m_relatedSymbols(new FlowLayout)
{
    for (QLabel *label : { m_name, m_line })
        label->setTextFormat(Qt::PlainText);
    m_name->setObjectName(u"companyName"_s);
    m_name->setWordWrap(true);
    m_line->setObjectName(u"companyLine"_s);
    m_line->setProperty("muted", true);
    m_tabs->setObjectName(u"companyTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    for (int page = 0; page < pageCount; ++page)
        m_tabs->addTab({});

    auto *related = new QVBoxLayout(m_related);
    related->setContentsMargins(12, 10, 12, 12);
    related->addLayout(m_relatedSymbols);
    related->addWidget(m_relatedSentence, 1);
    related->addStretch(0);
    m_overview->addWidget(m_profile);
    m_overview->addWidget(m_profileSentence);
    for (QWidget *part : std::initializer_list<QWidget *> { m_overview, m_dividends, m_splits,
                                                            m_earnings, m_shorts, m_related })
        m_pages->addWidget(part);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 4);
    head->setSpacing(1);
    head->addWidget(m_name);
    head->addWidget(m_line);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    content->setFocusProxy(m_tabs);
    setContent(content);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        updateQuestions();
        emit stateChanged();
    });
    connect(this, &Panel::symbolChanged, this, &CompanyPanel::onSymbol);
    connect(m_profile, &ProfileView::linkRequested, this, &ReferencePanel::linkRequested);
    connect(&theme(), &Theme::changed, this, &CompanyPanel::restyle);
    CompanyPanel::retranslate();
    restyle();
}

CompanyPanel::Page CompanyPanel::page() const
{
    return static_cast<Page>(std::max(0, m_tabs->currentIndex()));
}

void CompanyPanel::showPage(Page page)
{
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

QJsonObject CompanyPanel::saveState() const
{
    return { { pageKey, m_tabs->currentIndex() } };
}

void CompanyPanel::restoreState(const QJsonObject &state)
{
    m_tabs->setCurrentIndex(std::clamp(state[pageKey].toInt(), 0, pageCount - 1));
}

/// The name comes with the profile, whatever page is shown.
QList<CompanyQuestion> CompanyPanel::questions() const
{
    if (symbol().isEmpty())
        return {};
    QList<CompanyQuestion> questions { question(CompanySubject::Profile) };
    switch (page()) {
    case Page::Overview:
        break;
    case Page::Dividends:
        questions.append(question(CompanySubject::Dividends));
        break;
    case Page::Splits:
        questions.append(question(CompanySubject::Splits));
        break;
    case Page::Earnings:
        questions.append(question(CompanySubject::Earnings));
        break;
    case Page::ShortInterest:
        questions.append(question(CompanySubject::ShortInterest));
        break;
    case Page::Related:
        questions.append(question(CompanySubject::Related));
        break;
    }
    return questions;
}

/// Nothing of another company stays on the screen.
void CompanyPanel::onSymbol()
{
    m_name->setText(symbol());
    m_line->clear();
    for (const CompanySubject subject :
         { CompanySubject::Profile, CompanySubject::Dividends, CompanySubject::Splits,
           CompanySubject::Earnings, CompanySubject::ShortInterest, CompanySubject::Related }) {
        CompanyAnswer nothingYet;
        nothingYet.question = question(subject);
        showAnswer(nothingYet);
    }
    updateQuestions();
}

void CompanyPanel::showAnswer(const CompanyAnswer &answer)
{
    if (answer.question.symbols != symbol())
        return;
    const auto fill = [&](FactsView *view, const auto *facts) {
        if (facts)
            view->show(companyrows::rows(*facts), companytext::nothingKnown(answer.question));
        else
            view->show({}, companytext::withoutFacts(answer));
    };
    switch (answer.question.subject) {
    case CompanySubject::Profile:
        showProfile(answer);
        break;
    case CompanySubject::Related:
        showRelated(answer);
        break;
    case CompanySubject::Splits:
        fill(m_splits, std::get_if<std::vector<Split>>(&answer.facts));
        break;
    case CompanySubject::Dividends:
        fill(m_dividends, std::get_if<std::vector<Dividend>>(&answer.facts));
        break;
    case CompanySubject::ShortInterest:
        fill(m_shorts, std::get_if<std::vector<ShortInterest>>(&answer.facts));
        break;
    case CompanySubject::Earnings:
        fill(m_earnings, std::get_if<std::vector<EarningsReport>>(&answer.facts));
        break;
    case CompanySubject::News:
    case CompanySubject::SplitsAhead:
    case CompanySubject::DividendsAhead:
    case CompanySubject::EarningsAhead:
        break;
    }
}

void CompanyPanel::showProfile(const CompanyAnswer &answer)
{
    const auto *details = std::get_if<TickerDetails>(&answer.facts);
    m_overview->setCurrentIndex(details ? 0 : 1);
    if (!details) {
        m_profileSentence->setText(symbol().isEmpty() ? tr("Choose a symbol.")
                                                      : companytext::withoutFacts(answer));
        return;
    }
    m_name->setText(details->info.name);
    QStringList parts { details->info.symbol };
    if (!details->info.primaryExchange.isEmpty())
        parts.append(details->info.primaryExchange);
    if (details->marketCap > 0)
        parts.append(companyrows::wordedNumber(details->marketCap) + u' '
                     + details->info.currency.toUpper());
    m_line->setText(parts.join(u" · "_s));
    m_profile->setDetails(*details);
}

void CompanyPanel::showRelated(const CompanyAnswer &answer)
{
    while (QLayoutItem *item = m_relatedSymbols->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const auto *symbols = std::get_if<QStringList>(&answer.facts);
    for (const QString &symbol : symbols ? *symbols : QStringList()) {
        auto *button = new QPushButton(symbol, m_related);
        button->setObjectName(u"related-"_s + symbol);
        button->setToolTip(tr("Show %1 here and in the linked panels").arg(symbol));
        connect(
            button, &QPushButton::clicked, this, [this, symbol] { setSymbol(symbol); },
            Qt::QueuedConnection); // which takes the button away
        m_relatedSymbols->addWidget(button);
    }
    const bool isEmpty = !symbols || symbols->isEmpty();
    m_relatedSentence->setVisible(isEmpty);
    m_relatedSentence->setText(symbols ? companytext::nothingKnown(answer.question)
                                       : companytext::withoutFacts(answer));
}

void CompanyPanel::nameTabs()
{
    const std::array names { tr("Overview"), tr("Dividends"),      tr("Splits"),
                             tr("Earnings"), tr("Short interest"), tr("Related") };
    for (int page = 0; page < pageCount; ++page)
        m_tabs->setTabText(page, names[std::size_t(page)]);
}

void CompanyPanel::restyle()
{
    m_name->setFont(theme().font(FontRole::Strong));
    m_line->setFont(theme().font(FontRole::Small));
    m_tabs->setFont(theme().font(FontRole::Small));
}

void CompanyPanel::retranslate()
{
    setTitle(tr("Company"));
    m_tabs->setAccessibleName(tr("What to see of the company"));
    nameTabs();
    m_dividends->setHeaders(companyrows::dividendHeaders());
    m_splits->setHeaders(companyrows::splitHeaders());
    m_earnings->setHeaders(companyrows::earningsHeaders());
    m_shorts->setHeaders(companyrows::shortInterestHeaders());
    if (symbol().isEmpty())
        showProfile({});
}

} // namespace tapeline
