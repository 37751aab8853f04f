#pragma once

#include "marketsnapshot.h"
#include "tapeside.h"

#include <QLocale>
#include <QString>

namespace tapeline {

/// The columns of time & sales.
enum class TapeColumn : quint8 { Time, Price, Size, Venue, Conditions };
inline constexpr int tapeColumnCount = 5;

/// Prints in the words and numbers of a locale.
class TapeText
{
public:
    void setLocale(const QLocale &locale) { m_locale = locale; }
    void setMilliseconds(bool shown) { m_milliseconds = shown; }

    QString cell(const TapePrint &print, TapeColumn column) const;
    /// All columns with tabs between them, for the clipboard.
    QString row(const TapePrint &print) const;
    /// One sentence for people who do not see it.
    QString spoken(const TapePrint &print) const;
    /// Exact times, full names of venue and conditions, and the quote in force.
    QString toolTip(const TapePrint &print) const;

private:
    QString time(Timestamp time, bool milliseconds) const;
    QString price(Price price) const;
    QString size(Qty size) const;

    QLocale m_locale;
    bool m_milliseconds = false;
};

} // namespace tapeline
