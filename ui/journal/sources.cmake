# The journal
set(journal_sources journal/journalcolors.h)

# List, trade, days, calendar
list(APPEND journal_sources
    journal/attachmentsview.cpp journal/attachmentsview.h journal/calendarview.cpp journal/calendarview.h
    journal/checklistview.cpp journal/checklistview.h journal/daypage.cpp journal/daypage.h
    journal/dayspage.cpp journal/dayspage.h journal/journalchips.cpp journal/journalchips.h
    journal/journalfilterbar.cpp journal/journalfilterbar.h
    journal/journalfilterform.cpp journal/journalfilterform.h journal/journalpanel.cpp journal/journalpanel.h
    journal/keptpicture.cpp journal/keptpicture.h journal/momentview.cpp journal/momentview.h
    journal/notehistory.cpp journal/notehistory.h journal/notetext.cpp journal/notetext.h
    journal/ratingbar.cpp journal/ratingbar.h journal/tradechart.cpp journal/tradechart.h
    journal/tradefacts.cpp journal/tradefacts.h journal/tradehead.cpp journal/tradehead.h
    journal/trademarks.cpp journal/trademarks.h journal/tradenotesform.cpp journal/tradenotesform.h
    journal/tradepage.cpp journal/tradepage.h journal/tradespage.cpp journal/tradespage.h
    journal/tradesums.cpp journal/tradesums.h journal/wordchips.cpp journal/wordchips.h)

# Dashboards
list(APPEND journal_sources
    journal/barplot.cpp journal/barplot.h journal/breakdownsection.cpp journal/breakdownsection.h
    journal/comparisonsection.cpp journal/comparisonsection.h
    journal/curveplot.cpp journal/curveplot.h journal/dashboardpage.cpp journal/dashboardpage.h
    journal/dashboardsection.cpp journal/dashboardsection.h
    journal/distributionsection.cpp journal/distributionsection.h
    journal/excursionplot.cpp journal/excursionplot.h journal/excursionsection.cpp journal/excursionsection.h
    journal/journalplot.cpp journal/journalplot.h journal/metrictiles.cpp journal/metrictiles.h
    journal/overviewsection.cpp journal/overviewsection.h journal/plottext.cpp journal/plottext.h
    journal/plotaxis.cpp journal/plotaxis.h
    journal/plotlook.cpp journal/plotlook.h journal/plotmarks.cpp journal/plotmarks.h
    journal/thinnedcurve.cpp journal/thinnedcurve.h journal/whatifsection.cpp journal/whatifsection.h)

# Import, export
list(APPEND journal_sources journal/backupdialog.cpp journal/backupdialog.h journal/importdialog.cpp journal/importdialog.h
    journal/importdialogview.cpp journal/importdrop.cpp
    journal/importdrop.h journal/importform.cpp journal/importform.h journal/importoutcome.cpp
    journal/importoutcome.h journal/importtable.cpp journal/importtable.h)
list(APPEND journal_sources journal/exportdialog.cpp journal/exportdialog.h journal/reportpdf.cpp journal/reportpdf.h)
