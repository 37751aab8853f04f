#pragma once

#include "fakejournalport.h"
#include "faketradeport.h"
#include "fonts.h"
#include "journalpanel.h"
#include "journalsamples.h"
#include "panelfixture.h"
#include "tradedesk.h"

#include <QtTest>

namespace tapeline {

/// A journal panel on a journal in memory, and how it is used.
class JournalFixture
{
protected:
    static void useEnglish()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void begin(int trades = 200)
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_port = std::make_unique<test::FakeJournalPort>();
        m_journal = std::make_unique<Journal>(*m_port);
        m_tradePort = std::make_unique<FakeTradePort>();
        m_desk = std::make_unique<TradeDesk>(*m_tradePort);
        m_samples = test::journalSamples(trades);
        m_journal->apply(m_samples.update());
        for (const TradeRecord &trade : m_samples.trades)
            m_port->details[trade.key] = test::journalDetail(trade, m_journal->notes(trade.key));
        open();
    }
    void open()
    {
        m_panel = std::make_unique<JournalPanel>(m_fixture->context(QStringLiteral("journal")),
                                                 *m_journal, *m_port, *m_desk);
        m_panel->setMarketTime(easterntime::at(QDate(2026, 11, 20), std::chrono::hours(16)));
        m_panel->resize(1'280, 720);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void end()
    {
        m_panel.reset();
        m_desk.reset();
        m_tradePort.reset();
        m_journal.reset();
        m_port.reset();
        m_fixture.reset();
    }

    template<typename Widget> Widget *find(const QString &name) const
    {
        return m_panel->findChild<Widget *>(name);
    }
    void click(const QString &name) const
    {
        QTest::mouseClick(find<QWidget>(name), Qt::LeftButton);
    }
    /// What was edited comes back from the journal.
    void deliver() { m_port->deliver(*m_journal); }
    /// The newest trade of an account that has notes.
    const TradeRecord &noted() const
    {
        for (auto trade = m_samples.trades.rbegin(); trade != m_samples.trades.rend(); ++trade)
            if (trade->key.account == QStringLiteral("simulated/Paper") && !trade->isOpen()
                && trade->structure.isEmpty() && !m_journal->notes(trade->key).text.isEmpty())
                return *trade;
        qFatal("the samples have no trade with notes");
    }

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<test::FakeJournalPort> m_port;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<FakeTradePort> m_tradePort;
    std::unique_ptr<TradeDesk> m_desk;
    std::unique_ptr<JournalPanel> m_panel;
    test::JournalSamples m_samples;
};

} // namespace tapeline
