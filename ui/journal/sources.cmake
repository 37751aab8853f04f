# The journal
set(journal_sources journal/journalcolors.h)

# List, trade, days, calendar

# Dashboards
list(APPEND journal_sources
    journal/barplot.cpp journal/barplot.h journal/curveplot.cpp journal/curveplot.h
    journal/excursionplot.cpp journal/excursionplot.h
    journal/journalplot.cpp journal/journalplot.h journal/plotaxis.cpp journal/plotaxis.h
    journal/plotlook.cpp journal/plotlook.h journal/plotmarks.cpp journal/plotmarks.h
    journal/thinnedcurve.cpp journal/thinnedcurve.h)

# Import, export
