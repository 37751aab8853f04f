#include "calendarpanel.h"
#include "companypanel.h"
#include "easterntime.h"
#include "factsview.h"
#include "newspanel.h"
#include "panelfixture.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using State = CompanyAnswer::State;

namespace {

CompanyAnswer answerTo(CompanySubject subject, const QString &symbols, CompanyAnswer::Facts facts)
{
    CompanyAnswer answer;
    answer.question = { subject, symbols };
    answer.state = State::Here;
    answer.facts = std::move(facts);
    return answer;
}

CompanyAnswer refusal(CompanySubject subject, const QString &symbols, State state)
{
    CompanyAnswer answer;
    answer.question = { subject, symbols };
    answer.state = state;
    return answer;
}

TickerDetails details()
{
    TickerDetails details;
    details.info.symbol = u"AAPL"_s;
    details.info.name = u"Apple <b>Inc.</b>"_s;
    details.info.primaryExchange = u"XNAS"_s;
    details.info.currency = u"usd"_s;
    details.homepage = u"https://www.apple.com/about"_s;
    details.description = u"Makes things."_s;
    details.marketCap = 3.72e12;
    return details;
}

QList<CompanyQuestion> lastQuestions(const QSignalSpy &spy)
{
    return spy.isEmpty() ? QList<CompanyQuestion>()
                         : spy.last().first().value<QList<CompanyQuestion>>();
}

const QString &sentenceOf(const QWidget &panel, const QString &name, QString &keep)
{
    const auto *label = panel.findChild<QLabel *>(name);
    keep = label && !label->isHidden() ? label->text() : QString();
    return keep;
}

} // namespace

/// Company, News and Calendar.
class TestReferencePanels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<QList<CompanyQuestion>>(); }

    /// Only what can be seen is asked for: a plan may have five requests a minute.
    void onlyWhatIsShownIsAsked()
    {
        PanelFixture desk;
        CompanyPanel panel(desk.context(u"company"_s));
        QSignalSpy asked(&panel, &ReferencePanel::questionsChanged);
        panel.setSymbol(u"AAPL"_s);
        QVERIFY(asked.isEmpty()); // hidden
        panel.resize(420, 400);
        panel.show();
        const CompanyQuestion profile { CompanySubject::Profile, u"AAPL"_s };
        QCOMPARE(lastQuestions(asked), QList { profile });
        panel.showPage(CompanyPanel::Page::Dividends);
        QCOMPARE(lastQuestions(asked),
                 (QList { profile, CompanyQuestion { CompanySubject::Dividends, u"AAPL"_s } }));
        panel.hide();
        QCOMPARE(lastQuestions(asked), QList<CompanyQuestion>());
    }

    void profile()
    {
        PanelFixture desk;
        CompanyPanel panel(desk.context(u"company"_s));
        panel.setSymbol(u"AAPL"_s);
        panel.show();
        panel.showAnswer(answerTo(CompanySubject::Profile, u"MSFT"_s, TickerDetails()));
        QCOMPARE(panel.findChild<QLabel *>(u"companyName"_s)->text(), u"AAPL"_s);
        panel.showAnswer(answerTo(CompanySubject::Profile, u"AAPL"_s, details()));
        const auto *name = panel.findChild<QLabel *>(u"companyName"_s);
        QCOMPARE(name->text(), u"Apple <b>Inc.</b>"_s);
        QCOMPARE(name->textFormat(), Qt::PlainText);
        QVERIFY(panel.findChild<QLabel *>(u"companyLine"_s)->text().contains(u"3.72 trillion"));
        // The way to the site says where it leads
        auto *site = panel.findChild<QPushButton *>(u"companySite"_s);
        QVERIFY(site->text().contains(u"apple.com"));
        QSignalSpy links(&panel, &ReferencePanel::linkRequested);
        site->click();
        QCOMPARE(links.first().first().toUrl(), QUrl(u"https://www.apple.com/about"_s));
        // Nothing of it stays for another symbol
        panel.setSymbol(u"IBM"_s);
        QCOMPARE(name->text(), u"IBM"_s);
    }

    void addressesThatAreNone_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("none") << QString();
        QTest::newRow("script") << u"javascript:alert(1)"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("no host") << u"https:///x"_s;
    }
    void addressesThatAreNone()
    {
        QFETCH(const QString, address);
        PanelFixture desk;
        CompanyPanel panel(desk.context(u"company"_s));
        panel.setSymbol(u"AAPL"_s);
        TickerDetails odd = details();
        odd.homepage = address;
        panel.showAnswer(answerTo(CompanySubject::Profile, u"AAPL"_s, odd));
        QVERIFY(panel.findChild<QPushButton *>(u"companySite"_s)->isHidden());
    }

    void sentences_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("word");
        QTest::newRow("asking") << int(State::Asking) << u"Asking"_s;
        QTest::newRow("no add-on") << int(State::NotInPlan) << u"add-on"_s;
        QTest::newRow("unknown") << int(State::Unknown) << u"AAPL"_s;
        QTest::newRow("recording") << int(State::NoService) << u"recording"_s;
        QTest::newRow("failed") << int(State::Failed) << u"again"_s;
    }
    void sentences()
    {
        QFETCH(const int, state);
        QFETCH(const QString, word);
        PanelFixture desk;
        CompanyPanel panel(desk.context(u"company"_s));
        panel.setSymbol(u"AAPL"_s);
        panel.showPage(CompanyPanel::Page::Earnings);
        panel.showAnswer(refusal(CompanySubject::Earnings, u"AAPL"_s, static_cast<State>(state)));
        QString text;
        QVERIFY2(sentenceOf(panel, u"companyEarningsSentence"_s, text).contains(word),
                 qPrintable(text));
    }

    void relatedSymbolsLeadTheGroup()
    {
        PanelFixture desk;
        CompanyPanel panel(desk.context(u"company"_s));
        panel.setLinkColor(LinkColor::Blue);
        panel.setSymbol(u"AAPL"_s);
        panel.showPage(CompanyPanel::Page::Related);
        panel.show();
        panel.showAnswer(
            answerTo(CompanySubject::Related, u"AAPL"_s, QStringList { u"MSFT"_s, u"NVDA"_s }));
        panel.findChild<QPushButton *>(u"related-NVDA"_s)->click();
        QTRY_COMPARE(desk.links.symbol(LinkColor::Blue), u"NVDA"_s);
    }

    void tables()
    {
        PanelFixture desk;
        CompanyPanel panel(desk.context(u"company"_s));
        panel.setSymbol(u"KO"_s);
        Dividend dividend;
        dividend.symbol = u"KO"_s;
        dividend.cashAmount = Price::fromUnits(Price::unitsPerOne * 51 / 100);
        dividend.currency = u"USD"_s;
        dividend.exDate = QDate(2026, 6, 12);
        dividend.frequency = 4;
        panel.showAnswer(
            answerTo(CompanySubject::Dividends, u"KO"_s, std::vector<Dividend> { dividend }));
        const auto *table = panel.findChild<QTableView *>(u"companyDividends"_s);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"0.51 USD"_s);
        QCOMPARE(table->model()->index(0, 4).data().toString(), u"quarterly"_s);
        panel.showAnswer(answerTo(CompanySubject::Splits, u"KO"_s,
                                  std::vector<Split> { { u"KO"_s, { 2012, 8, 13 }, 1, 2 } }));
        QCOMPARE(panel.findChild<QTableView *>(u"companySplits"_s)
                     ->model()
                     ->index(0, 1)
                     .data()
                     .toString(),
                 u"2 for 1"_s);
        // An empty list is a sentence, not an empty table
        panel.showAnswer(answerTo(CompanySubject::Splits, u"KO"_s, std::vector<Split> {}));
        QString text;
        QVERIFY(sentenceOf(panel, u"companySplitsSentence"_s, text).contains(u"KO"));
    }

    void news()
    {
        PanelFixture desk;
        NewsPanel panel(desk.context(u"news"_s));
        panel.setMarketTime(easterntime::at({ 2026, 8, 13 }, 10h));
        QSignalSpy asked(&panel, &ReferencePanel::questionsChanged);
        panel.resize(600, 500);
        panel.show();
        QVERIFY(asked.isEmpty()); // no symbol yet
        panel.setScope(NewsPanel::Scope::All);
        QCOMPARE(lastQuestions(asked), (QList { CompanyQuestion { CompanySubject::News, {} } }));
        NewsItem item;
        item.id = u"1"_s;
        item.title = u"A <i>title</i> & more"_s;
        item.publisher = u"Publisher"_s;
        item.url = u"https://news.example/1"_s;
        item.published = easterntime::at({ 2026, 8, 13 }, 9h + 5min);
        item.symbols = { u"AAPL"_s };
        item.insights.push_back({ u"AAPL"_s, u"positive"_s, u"Because."_s });
        panel.showAnswer(answerTo(CompanySubject::News, {}, std::vector<NewsItem> { item, item }));
        const auto *table = panel.findChild<QTableView *>(u"newsList"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"09:05"_s);
        QCOMPARE(table->model()->index(0, 2).data().toString(), u"positive"_s);
        const auto *title = panel.findChild<QLabel *>(u"newsTitle"_s);
        QCOMPARE(title->text(), item.title);
        QCOMPARE(title->textFormat(), Qt::PlainText);
        QCOMPARE(panel.symbolAtHand(), u"AAPL"_s);
        auto *link = panel.findChild<QPushButton *>(u"newsLink"_s);
        QVERIFY(link->text().contains(u"news.example"));
        QSignalSpy links(&panel, &ReferencePanel::linkRequested);
        link->click();
        QCOMPARE(links.size(), 1);
        // The other list begins empty
        panel.setSymbol(u"IBM"_s);
        panel.setScope(NewsPanel::Scope::Symbol);
        QString text;
        QVERIFY(!sentenceOf(panel, u"newsListSentence"_s, text).isEmpty());
        QCOMPARE(lastQuestions(asked),
                 (QList { CompanyQuestion { CompanySubject::News, u"IBM"_s } }));
    }

    void calendar()
    {
        PanelFixture desk;
        CalendarPanel panel(desk.context(u"calendar"_s));
        panel.setMarketTime(easterntime::at({ 2026, 8, 13 }, 10h));
        panel.resize(600, 500);
        panel.show();
        const auto *table = panel.findChild<QTableView *>(u"calendarDays"_s);
        QCOMPARE(table->model()->rowCount(), 1); // Labor Day, known without the service
        QSignalSpy asked(&panel, &ReferencePanel::questionsChanged);
        panel.setWatched({ u"KO"_s, u"X:BTCUSD"_s, u"AAPL"_s, u"KO"_s });
        QCOMPARE(lastQuestions(asked).size(), 3);
        QCOMPARE(lastQuestions(asked).first().symbols, u"AAPL,KO"_s);
        Dividend dividend;
        dividend.symbol = u"KO"_s;
        dividend.cashAmount = Price::whole(1);
        dividend.exDate = QDate(2026, 9, 14);
        dividend.pay = QDate(2026, 10, 1);
        panel.showAnswer(answerTo(CompanySubject::DividendsAhead, u"AAPL,KO"_s,
                                  std::vector<Dividend> { dividend }));
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(1, 1).data().toString(), u"KO"_s);
        panel.showAnswer(refusal(CompanySubject::EarningsAhead, u"AAPL,KO"_s, State::NotInPlan));
        QString text;
        QVERIFY(sentenceOf(panel, u"calendarNote"_s, text).contains(u"add-on"));
        EarningsReport report;
        report.symbol = u"AAPL"_s;
        report.date = QDate(2026, 8, 20);
        report.fiscalPeriod = u"Q2"_s;
        report.fiscalYear = 2026;
        report.estimatedEps = 1.5;
        report.time = 16h + 5min;
        panel.showAnswer(answerTo(CompanySubject::EarningsAhead, u"AAPL,KO"_s,
                                  std::vector<EarningsReport> { report }));
        QVERIFY(sentenceOf(panel, u"calendarNote"_s, text).isEmpty());
        QVERIFY(table->model()->index(0, 3).data().toString().contains(u"after the close"));
    }

    void statesAreRemembered()
    {
        PanelFixture desk;
        CompanyPanel panel(desk.context(u"company"_s));
        panel.showPage(CompanyPanel::Page::ShortInterest);
        CompanyPanel other(desk.context(u"company"_s));
        other.restoreState(panel.saveState());
        QCOMPARE(other.saveState(), panel.saveState());
        other.restoreState({ { u"page"_s, 99 } });
        NewsPanel news(desk.context(u"news"_s));
        news.setScope(NewsPanel::Scope::All);
        NewsPanel again(desk.context(u"news"_s));
        again.restoreState(news.saveState());
        QCOMPARE(again.scope(), NewsPanel::Scope::All);
    }
};

QTEST_MAIN(TestReferencePanels)
#include "tst_referencepanels.moc"
