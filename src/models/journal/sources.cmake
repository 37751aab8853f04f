# The journal as views see it
set(TAPELINE_JOURNAL_MODELS journal/journal.cpp journal/journal.h journal/journalport.h
    journal/tradebarsport.h)

# Its trades as a list, filtered
list(APPEND TAPELINE_JOURNAL_MODELS
    journal/journalfilter.cpp journal/journalfilter.h journal/journalselection.cpp journal/journalselection.h
    journal/journaloptions.cpp journal/journaloptions.h journal/journaltext.cpp journal/journaltext.h
    journal/journaltradesmodel.cpp journal/journaltradesmodel.h journal/executionsmodel.cpp
    journal/executionsmodel.h journal/momentrows.cpp journal/momentrows.h
    journal/tradechartspan.cpp journal/tradechartspan.h journal/calendarspan.cpp journal/calendarspan.h
    journal/journaldays.cpp journal/journaldays.h)

# What they come to

# Studied in the background, for dashboards
list(APPEND TAPELINE_JOURNAL_MODELS
    journal/breakdownfilter.cpp journal/breakdownfilter.h
    journal/breakdownmodel.cpp journal/breakdownmodel.h journal/figurerows.cpp journal/figurerows.h
    journal/figuresmodel.cpp journal/figuresmodel.h
    journal/tradesample.cpp journal/tradesample.h journal/tradestudy.cpp journal/tradestudy.h)

# What is taken in and given out
list(APPEND TAPELINE_JOURNAL_MODELS journal/fillfilejob.cpp journal/fillfilejob.h
    journal/fillpreviewmodel.cpp journal/fillpreviewmodel.h journal/fillproblemmodel.cpp
    journal/fillproblemmodel.h journal/journalrestoreport.h)
list(APPEND TAPELINE_JOURNAL_MODELS journal/journalexporter.cpp journal/journalexporter.h)
