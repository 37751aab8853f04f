# The journal: round trips formed from accounts' events, with what was known of the market then
set(TAPELINE_JOURNAL_ENGINE journal/journalqueue.h)

# Trades of accounts
list(APPEND TAPELINE_JOURNAL_ENGINE
    journal/accountkeeping.cpp journal/accountkeeping.h journal/accountreading.cpp journal/accountreading.h
    journal/importedtrades.cpp journal/importedtrades.h journal/journalequity.cpp journal/journalequity.h
    journal/journalkeeper.cpp journal/journalkeeper.h journal/journalload.cpp journal/journalload.h
    journal/journalreader.cpp journal/journalreader.h journal/meanprice.h journal/orderhistory.cpp
    journal/orderhistory.h journal/strictfills.cpp journal/strictfills.h journal/structureform.cpp
    journal/structureform.h journal/tradebuilder.cpp journal/tradebuilder.h journal/tradedraft.cpp
    journal/tradedraft.h journal/tradeorders.cpp journal/tradeorders.h journal/tradesteps.cpp)

# What the market was like when decisions were taken
list(APPEND TAPELINE_JOURNAL_ENGINE
    journal/contextline.cpp journal/contextline.h journal/momenttext.cpp journal/momenttext.h
    journal/momentfigures.h journal/momentwatch.cpp journal/momentwatch.h
    journal/sessionsums.cpp journal/sessionsums.h journal/tradewatch.cpp journal/tradewatch.h
    journal/tripexcursions.cpp journal/tripexcursions.h)
