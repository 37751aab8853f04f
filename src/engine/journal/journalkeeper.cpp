#include "journalkeeper.h"

#include "journalreader.h"

#include <QLoggingCategory>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {
Q_LOGGING_CATEGORY(lcKeeper, "tapeline.journal")
}

JournalKeeper::JournalKeeper(JournalQueue &queue, const WallClock &wall, QObject *parent)
    : QObject(parent)
    , m_reader(new JournalReader(queue, wall))
{
    m_thread.setObjectName(u"journal reader"_s);
    m_reader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
}

JournalKeeper::~JournalKeeper()
{
    // Behind all that was asked before
    QMetaObject::invokeMethod(m_reader, [thread = &m_thread] { thread->quit(); });
    m_thread.wait();
}

void JournalKeeper::open(const QString &path)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, path] { reader->open(path); });
}

void JournalKeeper::refresh()
{
    if (m_isRefreshing->exchange(true))
        return; // one is under way
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, flag = m_isRefreshing] {
        *flag = false;
        reader->refresh();
    });
}

template<typename Value>
void JournalKeeper::ask(std::function<Result<Value>(JournalReader &)> question, QObject *context,
                        const Answer<Value> &answer)
{
    const auto put = [this, reader = m_reader, question = std::move(question),
                      asker = QPointer(context), answer] {
        QMetaObject::invokeMethod(this, [asker, answer, result = question(*reader)] {
            if (asker)
                answer(result);
        });
    };
    QMetaObject::invokeMethod(m_reader, put);
}

void JournalKeeper::edit(const NoteEdit &edit, QObject *context, const Answer<void> &answer)
{
    ask<void>([edit](JournalReader &reader) { return reader.edit(edit); }, context, answer);
}

void JournalKeeper::keepPicture(const TradeKey &trade, bool isExit, const QByteArray &png)
{
    ask<void>([=](JournalReader &reader) { return reader.keepPicture(trade, isExit, png); }, this,
              [](const Result<void> &kept) {
                  if (!kept)
                      qCWarning(lcKeeper) << "a picture is not kept:" << kept.error().detail;
              });
}

void JournalKeeper::load(const TradeKey &trade, QObject *context, const Answer<TradeDetail> &answer)
{
    ask<TradeDetail>([trade](JournalReader &reader) { return reader.load(trade); }, context,
                     answer);
}

void JournalKeeper::loadAttachment(qint64 number, QObject *context,
                                   const Answer<QByteArray> &answer)
{
    ask<QByteArray>([number](JournalReader &reader) { return reader.loadAttachment(number); },
                    context, answer);
}

void JournalKeeper::search(const QString &words, QObject *context,
                           const Answer<std::vector<NoteSubject>> &answer)
{
    ask<std::vector<NoteSubject>>([words](JournalReader &reader) { return reader.search(words); },
                                  context, answer);
}

void JournalKeeper::loadEquity(const QString &account, QObject *context,
                               const Answer<std::vector<EquityPoint>> &answer)
{
    ask<std::vector<EquityPoint>>(
        [account](JournalReader &reader) { return reader.loadEquity(account); }, context, answer);
}

void JournalKeeper::importFills(const QString &name, const std::vector<ImportedFill> &fills,
                                bool isTrial, QObject *context, const Answer<ImportOutcome> &answer)
{
    ask<ImportOutcome>(
        [=](JournalReader &reader) { return reader.importFills(name, fills, isTrial); }, context,
        answer);
}

void JournalKeeper::backUp(const QString &file, QObject *context, const Answer<void> &answer)
{
    ask<void>([file](JournalReader &reader) { return reader.backUp(file); }, context, answer);
}

} // namespace tapeline
