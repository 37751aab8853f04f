#pragma once

#include "faketradeport.h"
#include "fonts.h"
#include "panelfixture.h"
#include "tradepanel.h"
#include "tradetable.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QToolButton>
#include <QtTest>

#include <memory>

namespace tapeline {

/// A panel of trading on a trade desk that the test tells of accounts and orders, and how it is
/// used by mouse.
class TradePanelFixture
{
protected:
    static void useEnglish()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void begin()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_port = std::make_unique<FakeTradePort>();
        m_desk = std::make_unique<TradeDesk>(*m_port);
        m_desk->apply(accountUpdate());
        m_desk->setArmed(true);
    }
    void end()
    {
        m_panel.reset();
        m_desk.reset();
        m_port.reset();
        m_fixture.reset();
    }
    void show(std::unique_ptr<Panel> panel)
    {
        m_panel = std::move(panel);
        m_panel->resize(1'300, 300);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }

    TradeTable *table() const { return static_cast<TradePanel &>(*m_panel).table(); }
    QToolButton *button(const QString &name) const
    {
        return m_panel->findChild<QToolButton *>(name);
    }
    void click(const QString &name) { QTest::mouseClick(button(name), Qt::LeftButton); }
    /// As a window sends it: press, release, double click, release.
    static void doubleClick(QWidget *widget, const QPoint &at)
    {
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
        QMouseEvent second(QEvent::MouseButtonDblClick, at, widget->mapToGlobal(at), Qt::LeftButton,
                           Qt::LeftButton, {});
        QCoreApplication::sendEvent(widget, &second);
        QTest::mouseRelease(widget, Qt::LeftButton, {}, at);
    }
    QRect cell(int row, int column) const
    {
        return table()->visualRect(table()->model()->index(row, column));
    }
    void clickCell(int row, int column)
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell(row, column).center());
    }
    void clickHeader(int column)
    {
        const QHeaderView *header = table()->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          { header->sectionViewportPosition(column) + 10, header->height() / 2 });
    }
    QLineEdit *editCell(int row, int column)
    {
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, cell(row, column).center());
        return table()->findChild<QLineEdit *>(QStringLiteral("cellField"));
    }
    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts += table()->model()->index(row, column).data().toString();
        return texts;
    }

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<FakeTradePort> m_port;
    std::unique_ptr<TradeDesk> m_desk;
    std::unique_ptr<Panel> m_panel;
};

} // namespace tapeline
