# The journal: round trips formed from accounts' events, with what was known of the market then
set(TAPELINE_JOURNAL_ENGINE journal/journalqueue.h)

# What the market was like when decisions were taken
list(APPEND TAPELINE_JOURNAL_ENGINE
    journal/contextline.cpp journal/contextline.h journal/momenttext.cpp journal/momenttext.h)
