#pragma once

#include "journalfilter.h"
#include "tradenotes.h"
#include "traderecord.h"

#include <QLocale>

namespace tapeline {

/// Words and figures of the journal for people, in the language of the window. What is not known is
/// a dash.
namespace journaltext {

QString market(const QString &market); ///< "Simulated" of "simulated"
/// "Paper (simulated)", "Day 3, Main (replay)".
QString account(const QString &account);
QString direction(TradeDirection direction); ///< "Long"
/// "Iron condor" of "iron_condor"; the key itself where it has no name.
QString structure(const QString &key);
/// What was traded: "AAPL", "SPY Iron condor", an option as "SPY 18 Dec 26 745 C".
QString subject(const TradeRecord &trade, const QLocale &locale = {});
/// "1.25 R".
QString multiple(std::optional<double> multiple, const QLocale &locale = {});
QString profit(std::optional<Money> amount, const QLocale &locale = {});
/// "68.6 %" of 0.686.
QString percent(std::optional<double> share, const QLocale &locale = {});
/// How long it has been open; up to now while it is.
QString holding(const TradeRecord &trade, Timestamp now);
/// "Fri 20 Nov 2026".
QString day(QDate day, const QLocale &locale = {});
QString sessionPart(SessionPart part);
QString recency(Recency recency);
/// "Long 100 AAPL, Fri 20 Nov 2026", "3 SPY Iron condor, Fri 20 Nov 2026".
QString title(const TradeRecord &trade, const QLocale &locale = {});
/// A part of a filter: "Setup: VWAP reclaim". `part` is one of its own.
QString part(const JournalFilter &filter, JournalFilter::Part part, const QLocale &locale = {});
QString period(JournalFilter::Period period); ///< "This week"
/// What a change of notes was: "Tags: A+, news". Text is told in its first words.
QString change(const NoteEdit &edit, const QLocale &locale = {});

} // namespace journaltext
} // namespace tapeline
