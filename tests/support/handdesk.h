#pragma once

#include "desk.h"
#include "fakekeychain.h"
#include "fonts.h"
#include "mainwindow.h"
#include "spokenmarket.h"
#include "tradebinding.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace tapeline {

/// The whole desk with an account to trade on by hand, on a market that the test speaks.
class HandDesk
{
protected:
    static constexpr int patience = 10'000; ///< ms

    static void useService()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        qputenv("MASSIVE_API_KEY", test::SpokenMarket::key().toUtf8());
        qputenv("MASSIVE_TIER", "advanced");
    }
    static void leaveService()
    {
        qunsetenv("MASSIVE_API_KEY");
        qunsetenv("MASSIVE_TIER");
    }

    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_market = std::make_unique<test::SpokenMarket>();
        open();
        AccountSettings settings; // without limits: they have tests of their own
        settings.name = hand;
        trading().createAccount(settings);
        QTRY_VERIFY_WITH_TIMEOUT(trading().account(hand), patience);
        trading().setAccount(hand);
    }
    void end()
    {
        m_desk.reset();
        m_market.reset();
    }
    /// Until the market is there, with an account on it. What was kept before is found again.
    void open(const QByteArray &bid = "100.00", const QByteArray &ask = "100.10")
    {
        m_desk.reset();
        m_market->stream().subscribed.clear();
        DeskOptions options;
        options.dataDir = m_folder->path();
        options.symbol = nvda;
        options.addresses
            = { m_market->restBase(), m_market->streamBase(), m_market->streamBase() };
        m_desk = std::make_unique<Desk>(*qApp, options, std::make_unique<FakeKeychain>(m_keychain));
        const Result<void> opened = m_desk->open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        QApplication::setActiveWindow(&window());
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTRY_VERIFY_WITH_TIMEOUT(m_market->stream().subscribed.contains(QStringLiteral("Q.NVDA")),
                                 2 * patience);
        QTRY_VERIFY_WITH_TIMEOUT(account(), 2 * patience);
        m_market->quote(bid, ask);
        QTRY_VERIFY_WITH_TIMEOUT(isQuoted(), 2 * patience);
    }

    MainWindow &window() const { return m_desk->window(); }
    TradeDesk &trading() const { return m_desk->trading(); }
    const PaperAccountView *account() const { return trading().account(); }
    Qty held() const
    {
        const PositionRow *position = account() ? account()->position(nvda) : nullptr;
        return position ? position->qty : Qty();
    }
    bool isQuoted() const
    {
        const InstrumentSnapshot *seen = trading().market(nvda);
        return seen && seen->ask > Price();
    }

    const QString nvda = QStringLiteral("NVDA");
    const QString hand = QStringLiteral("Hand");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::SpokenMarket> m_market;
    FakeKeychain::State m_keychain;
    std::unique_ptr<Desk> m_desk;
};

} // namespace tapeline
