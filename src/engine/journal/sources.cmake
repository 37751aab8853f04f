# The journal: round trips formed from accounts' events, with what was known of the market then
set(TAPELINE_JOURNAL_ENGINE journal/journalqueue.h)

# What the market was like when decisions were taken
