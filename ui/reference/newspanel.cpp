#include "newspanel.h"

#include "companyrows.h"
#include "companytext.h"
#include "factsview.h"
#include "theme.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr auto scopeKey = "all"_L1;

} // namespace

NewsPanel::NewsPanel(const PanelContext &context, QWidget *parent)
    : ReferencePanel(context, parent)
    , m_scopes(new QTabBar(this))
    , m_list(new FactsView(theme(), u"newsList"_s, 3, this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_title(new QLabel(this))
    , m_about(new QLabel(this))
    , m_text(new QLabel(this))
    , m_open(new QPushButton(this))
{
    m_scopes->setObjectName(u"newsScope"_s);
    m_scopes->setDrawBase(false);
    m_scopes->setExpanding(false);
    m_scopes->addTab({});
    m_scopes->addTab({});
    m_split->addWidget(m_list);
    m_split->addWidget(makeReader());
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);

    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_scopes);
    column->addWidget(m_split, 1);
    content->setFocusProxy(m_list);
    setContent(content);

    connect(m_scopes, &QTabBar::currentChanged, this, &NewsPanel::onScope);
    connect(this, &Panel::symbolChanged, this, [this] {
        nameScopes();
        if (scope() == Scope::Symbol)
            onScope();
    });
    connect(m_list, &FactsView::currentChanged, this, [this] {
        read();
        emit rowAtHandChanged();
    });
    connect(m_list, &FactsView::activated, this, [this](const QString &symbol) {
        if (!symbol.isEmpty())
            setSymbol(symbol);
    });
    connect(m_open, &QPushButton::clicked, this, [this] { emit linkRequested(m_address); });
    connect(&theme(), &Theme::changed, this, &NewsPanel::restyle);
    NewsPanel::retranslate();
    restyle();
    read();
}

QWidget *NewsPanel::makeReader()
{
    auto *page = new QWidget;
    for (QLabel *label : { m_title, m_about, m_text }) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_title->setObjectName(u"newsTitle"_s);
    m_about->setObjectName(u"newsAbout"_s);
    m_about->setProperty("muted", true);
    m_text->setObjectName(u"newsText"_s);
    m_open->setObjectName(u"newsLink"_s);
    m_open->setFlat(true);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(5);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addWidget(m_text);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    return scroll;
}

NewsPanel::Scope NewsPanel::scope() const
{
    return m_scopes->currentIndex() == 1 ? Scope::All : Scope::Symbol;
}

void NewsPanel::setScope(Scope scope)
{
    m_scopes->setCurrentIndex(static_cast<int>(scope));
}

QString NewsPanel::symbolAtHand() const
{
    const QString chosen = m_list->currentSymbol();
    return chosen.isEmpty() ? symbol() : chosen;
}

QJsonObject NewsPanel::saveState() const
{
    return { { scopeKey, scope() == Scope::All } };
}

void NewsPanel::restoreState(const QJsonObject &state)
{
    setScope(state[scopeKey].toBool() ? Scope::All : Scope::Symbol);
}

QList<CompanyQuestion> NewsPanel::questions() const
{
    if (scope() == Scope::Symbol && symbol().isEmpty())
        return {};
    return { { CompanySubject::News, scope() == Scope::All ? QString() : symbol() } };
}

/// Nothing of the other list stays on the screen.
void NewsPanel::onScope()
{
    CompanyAnswer nothingYet;
    nothingYet.question = { CompanySubject::News, scope() == Scope::All ? QString() : symbol() };
    m_items.clear();
    if (scope() == Scope::Symbol && symbol().isEmpty())
        m_list->show({}, tr("Choose a symbol, or look at all news."));
    else
        showAnswer(nothingYet);
    read();
    updateQuestions();
    emit stateChanged();
}

void NewsPanel::showAnswer(const CompanyAnswer &answer)
{
    const QString wanted = scope() == Scope::All ? QString() : symbol();
    if (answer.question.subject != CompanySubject::News || answer.question.symbols != wanted)
        return;
    const auto *items = std::get_if<std::vector<NewsItem>>(&answer.facts);
    m_items = items ? *items : std::vector<NewsItem> {};
    if (items)
        m_list->show(companyrows::rows(*items, marketTime()),
                     companytext::nothingKnown(answer.question));
    else
        m_list->show({}, companytext::withoutFacts(answer));
    m_list->selectFirst();
    read();
}

void NewsPanel::read()
{
    const int index = m_list->currentIndex();
    const bool isChosen = index >= 0 && std::size_t(index) < m_items.size();
    m_split->widget(1)->setVisible(isChosen);
    if (!isChosen)
        return;
    const NewsItem &item = m_items[std::size_t(index)];
    m_title->setText(item.title);
    QStringList about { companyrows::easternText(item.published), item.publisher };
    if (!item.author.isEmpty() && item.author != item.publisher)
        about.append(item.author);
    if (!item.symbols.isEmpty())
        about.append(item.symbols.join(u", "_s));
    m_about->setText(about.join(u" · "_s));
    QString text = item.description;
    for (const NewsInsight &insight : item.insights)
        if (!insight.reasoning.isEmpty())
            //: Why news are judged as they are; %1 is a symbol, %2 a sentence
            text += u"\n\n"_s + tr("%1: %2").arg(insight.symbol, insight.reasoning);
    m_text->setText(text);
    m_address = companytext::webAddress(item.url);
    m_open->setVisible(m_address.isValid());
    m_open->setText(companytext::opensText(m_address));
    m_open->setToolTip(m_address.toString());
}

void NewsPanel::nameScopes()
{
    m_scopes->setTabText(int(Scope::Symbol), symbol().isEmpty() ? tr("Symbol") : symbol());
    m_scopes->setTabText(int(Scope::All), tr("All"));
}

void NewsPanel::restyle()
{
    m_title->setFont(theme().font(FontRole::Strong));
    for (QWidget *part : std::initializer_list<QWidget *> { m_about, m_text, m_open, m_scopes })
        part->setFont(theme().font(FontRole::Small));
    m_open->setIcon(theme().icon(u"export"_s, ColorRole::Accent));
}

void NewsPanel::retranslate()
{
    setTitle(tr("News"));
    m_scopes->setAccessibleName(tr("Whose news"));
    nameScopes();
    m_list->setHeaders(companyrows::newsHeaders());
    if (m_items.empty() && symbol().isEmpty() && scope() == Scope::Symbol)
        m_list->show({}, tr("Choose a symbol, or look at all news."));
}

} // namespace tapeline
