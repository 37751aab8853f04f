# The journal as views see it
set(TAPELINE_JOURNAL_MODELS journal/journal.cpp journal/journal.h journal/journalport.h
    journal/tradebarsport.h)

# Its trades as a list, filtered
list(APPEND TAPELINE_JOURNAL_MODELS
    journal/journalfilter.cpp journal/journalfilter.h journal/journalselection.cpp journal/journalselection.h)

# What they come to

# What is taken in and given out
