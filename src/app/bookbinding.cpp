#include "bookbinding.h"

#include "bookmodel.h"
#include "bookpanel.h"
#include "desksession.h"
#include "marketdispatcher.h"
#include "plantext.h"

namespace tapeline {

BookBinding::BookBinding(BookPanel &panel, DeskSession &session, MarketDispatcher &dispatcher)
    : QObject(&panel)
    , m_panel(panel)
    , m_session(session)
{
    connect(&panel, &Panel::symbolChanged, this, &BookBinding::open);
    connect(&panel, &BookPanel::columnChanged, this, &BookBinding::openBook);
    connect(&dispatcher, &MarketDispatcher::bookChanged, this, [this](const BookUpdate &update) {
        if (update.book == m_book)
            m_panel.model().apply(update);
    });
    connect(&dispatcher, &MarketDispatcher::flowChanged, this, [this](const FlowUpdate &update) {
        if (update.flow == m_flow)
            m_panel.model().applyTraded(update);
    });
    connect(&dispatcher, &MarketDispatcher::statusChanged, this,
            [this](const SessionStatus &status) {
                const Product product = productOf(m_panel.model().assetClass());
                m_panel.setPlanNote(status.source == DataSource::Replay
                                        ? QString()
                                        : bookPlanNote(status.capabilities, product));
            });
    connect(&dispatcher, &MarketDispatcher::snapshotsChanged, this,
            [this](const std::vector<InstrumentSnapshot> &snapshots) {
                for (const InstrumentSnapshot &snapshot : snapshots)
                    if (snapshot.symbol == m_panel.symbol())
                        m_panel.setBadge(snapshot.badge);
            });
}

BookBinding::~BookBinding()
{
    close();
}

/// Bars of a day: their prices are what was traded today. At the bid and at the ask is what the
/// quote rule tells.
void BookBinding::open()
{
    close();
    m_panel.restart();
    if (m_panel.symbol().isEmpty())
        return;
    openBook(m_panel.options().column);
    m_flow
        = m_session.openFlow(m_panel.symbol(), Timeframe(1, TimeUnit::Day), ClassifierRule::Quote);
}

/// What is drawn already goes: its columns are of another length.
void BookBinding::openBook(Duration column)
{
    if (m_book != 0)
        m_session.closeBook(m_book);
    m_book = m_panel.symbol().isEmpty() ? 0 : m_session.openBook(m_panel.symbol(), column);
}

void BookBinding::close()
{
    if (m_book != 0)
        m_session.closeBook(std::exchange(m_book, 0));
    if (m_flow != 0)
        m_session.closeFlow(std::exchange(m_flow, 0));
}

} // namespace tapeline
