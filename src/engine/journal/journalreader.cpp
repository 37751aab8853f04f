#include "journalreader.h"

#include "importedtrades.h"
#include "journalequity.h"
#include "journalload.h"
#include "orderhistory.h"

#include <QLoggingCategory>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcReader, "tapeline.journal")

constexpr auto lookAfter = 50ms;
constexpr auto retryAfter = 2s;
/// Accounts whose books stay folded: one that is forgotten is folded anew at its next event.
constexpr std::size_t mostKeepings = 4;

} // namespace

JournalReader::JournalReader(JournalQueue &queue, const WallClock &wall)
    : m_queue(queue)
    , m_wall(wall)
    , m_lookTimer(this)
    , m_stepTimer(this)
    , m_retryTimer(this)
{
    for (QTimer *timer : { &m_lookTimer, &m_stepTimer, &m_retryTimer })
        timer->setSingleShot(true);
    m_lookTimer.setInterval(lookAfter);
    m_retryTimer.setInterval(retryAfter);
    connect(&m_lookTimer, &QTimer::timeout, this, &JournalReader::look);
    connect(&m_stepTimer, &QTimer::timeout, this, &JournalReader::step);
    connect(&m_retryTimer, &QTimer::timeout, this, [this] { m_journal ? look() : tryOpen(); });
}

JournalReader::~JournalReader() = default;

// --- the file
// -----------------------------------------------------------------------------------------------------

void JournalReader::open(const QString &path)
{
    if (m_journal && path == m_path)
        return look();
    close();
    m_path = path;
    tryOpen();
}

void JournalReader::close()
{
    m_keepings.clear();
    m_recent.clear();
    m_pending.clear();
    m_broken.clear();
    m_archive.reset();
    m_journal.reset();
}

void JournalReader::tryOpen()
{
    Result<void> opened = openFiles();
    if (opened)
        opened = publishAll();
    if (!opened) {
        close();
        return retryLater(opened.error());
    }
    setTrouble({});
    step();
}

Result<void> JournalReader::openFiles()
{
    m_journal = std::make_unique<JournalDatabase>();
    if (const Result<void> opened = m_journal->open(m_path, JournalDatabase::Access::ReadOnly);
        !opened)
        return opened;
    m_archive = std::make_unique<TradeArchive>();
    if (const Result<void> opened = m_archive->open(m_path); !opened)
        return opened;
    m_position = 0;
    return findGrown();
}

/// What is stored, at once; what is to be formed yet follows.
Result<void> JournalReader::publishAll()
{
    Result<std::vector<TradeRecord>> trades = m_archive->trades();
    if (!trades)
        return trades.error();
    Result<std::map<TradeKey, TradeNotes>> notes = m_archive->notes();
    if (!notes)
        return notes.error();
    Result<std::map<NoteSubject, DayNotes>> days = m_archive->days();
    if (!days)
        return days.error();
    JournalUpdate update;
    update.trades = std::make_shared<const std::vector<TradeRecord>>(*std::move(trades));
    update.notes = std::make_shared<const std::map<TradeKey, TradeNotes>>(*std::move(notes));
    update.days = std::make_shared<const std::map<NoteSubject, DayNotes>>(*std::move(days));
    m_isCatchingUp = !m_pending.empty();
    update.isCatchingUp = m_isCatchingUp;
    m_queue.publish(std::move(update));
    return {};
}

// --- trades
// -----------------------------------------------------------------------------------------------------

void JournalReader::refresh()
{
    if (m_journal && !m_lookTimer.isActive())
        m_lookTimer.start();
}

void JournalReader::look()
{
    m_lookTimer.stop();
    if (const Result<void> found = findGrown(); !found)
        return retryLater(found.error());
    step();
}

/// Accounts with lines that are not in their trades. Equity alone makes none.
Result<void> JournalReader::findGrown()
{
    const Result<JournalDatabase::Growth> growth = m_journal->growthBehind(m_position);
    if (!growth)
        return growth.error();
    for (const QString &account : growth->accounts) {
        if (m_broken.contains(account) || std::ranges::find(m_pending, account) != m_pending.end())
            continue;
        const Result<bool> isCurrent = isBuilt(*m_journal, *m_archive, account);
        if (!isCurrent)
            return isCurrent.error();
        if (!*isCurrent)
            m_pending.push_back(account);
    }
    m_position = growth->position;
    return {};
}

/// A little further with one account; in between, what was asked is answered.
void JournalReader::step()
{
    if (!m_journal)
        return;
    if (const Result<void> stored = store(); !stored)
        return retryLater(stored.error()); // it is shown, and in memory
    if (m_pending.empty()) {
        setTrouble(m_broken.empty() ? QString() : m_broken.begin()->second);
        if (std::exchange(m_isCatchingUp, false))
            m_queue.publish({ .isCatchingUp = false });
        return;
    }
    const QString account = m_pending.front();
    const Result<bool> more = advance(account);
    if (!more && more.error().code == Error::Code::Storage)
        return retryLater(more.error());
    if (!more)
        giveUp(account, more.error());
    if (!more || !*more)
        m_pending.pop_front();
    m_stepTimer.start();
}

Result<bool> JournalReader::advance(const QString &account)
{
    Result<AccountKeeping::Step> taken = keeping(account).advance();
    if (!taken)
        return taken.error();
    if (!taken->changed.empty() || !taken->gone.empty()) {
        JournalUpdate update;
        update.changed = std::move(taken->changed);
        update.gone = std::move(taken->gone);
        m_queue.publish(std::move(update));
    }
    return taken->hasMore;
}

/// What has been formed, of all accounts.
Result<void> JournalReader::store()
{
    for (const auto &[account, trades] : m_keepings)
        if (const Result<void> stored = trades->store(); !stored)
            return stored;
    while (m_keepings.size() > mostKeepings) {
        m_keepings.erase(m_recent.front());
        m_recent.pop_front();
    }
    return {};
}

AccountKeeping &JournalReader::keeping(const QString &account)
{
    std::erase(m_recent, account);
    m_recent.push_back(account);
    std::unique_ptr<AccountKeeping> &found = m_keepings[account];
    if (!found)
        found = std::make_unique<AccountKeeping>(*m_journal, *m_archive, account);
    return *found;
}

void JournalReader::giveUp(const QString &account, const Error &why)
{
    qCWarning(lcReader) << "the trades of" << account << "cannot be formed:" << why.detail;
    m_broken[account] = why.detail;
}

void JournalReader::retryLater(const Error &why)
{
    setTrouble(why.detail);
    m_retryTimer.start();
}

void JournalReader::setTrouble(const QString &trouble)
{
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    m_queue.publish({ .trouble = trouble });
}

// --- what is asked
// -----------------------------------------------------------------------------------------------------

Error JournalReader::notOpen() const
{
    return { Error::Code::Storage, m_trouble.isEmpty() ? u"no journal is open"_s : m_trouble };
}

Result<void> JournalReader::edit(const NoteEdit &edit)
{
    if (!m_archive)
        return notOpen();
    if (const Result<qint64> added = m_archive->add(edit, m_wall.utc()); !added)
        return added.error();
    JournalUpdate update;
    if (edit.subject.isDay()) {
        Result<DayNotes> notes = m_archive->day(edit.subject);
        if (!notes)
            return notes.error();
        update.dayNoted.emplace_back(edit.subject, *std::move(notes));
    } else {
        Result<TradeNotes> notes = m_archive->notes(edit.subject.trade);
        if (!notes)
            return notes.error();
        update.noted.emplace_back(edit.subject.trade, *std::move(notes));
    }
    m_queue.publish(std::move(update));
    return {};
}

Result<void> JournalReader::keepPicture(const TradeKey &trade, bool isExit, const QByteArray &png)
{
    return m_archive ? m_archive->keepPicture(trade, isExit, png) : notOpen();
}

Result<TradeDetail> JournalReader::load(const TradeKey &trade) const
{
    if (!m_archive)
        return notOpen();
    Result<TradeDetail> detail = m_archive->detail(trade);
    if (!detail)
        return detail;
    Result<std::vector<OrderEvent>> orders
        = readOrderHistory(*m_journal, trade.account, detail->executions);
    if (!orders)
        return orders.error();
    detail->orders = *std::move(orders);
    return detail;
}

Result<QByteArray> JournalReader::loadAttachment(qint64 number) const
{
    return m_archive ? m_archive->attachment(number) : notOpen();
}

Result<std::vector<NoteSubject>> JournalReader::search(const QString &words) const
{
    return m_archive ? m_archive->search(words) : notOpen();
}

Result<std::vector<EquityPoint>> JournalReader::loadEquity(const QString &account) const
{
    return m_journal ? readEquity(*m_journal, account) : notOpen();
}

Result<ImportOutcome> JournalReader::importFills(const QString &name,
                                                 const std::vector<ImportedFill> &fills,
                                                 bool isTrial)
{
    if (!m_archive)
        return notOpen();
    importedtrades::Append append;
    if (!isTrial)
        append = [this](std::span<const JournalLine> lines) { return m_archive->append(lines); };
    const Result<ImportOutcome> outcome = importedtrades::take(*m_journal, name, fills, append);
    if (outcome && !isTrial)
        refresh();
    return outcome;
}

Result<void> JournalReader::backUp(const QString &file) const
{
    return m_archive ? m_archive->backUp(file) : notOpen();
}

} // namespace tapeline
