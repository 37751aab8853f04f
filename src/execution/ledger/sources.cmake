# The books: accounts, ledger, limits.
set(TAPELINE_LEDGER_SOURCES
    ledger/accountcheck.cpp ledger/accountcheck.h ledger/accountfigures.cpp ledger/accountnotes.cpp
    ledger/commitments.cpp
    ledger/commitments.h ledger/entryplanner.cpp ledger/entryplanner.h ledger/eventplans.cpp
    ledger/exitrules.cpp ledger/exitrules.h ledger/instrumentbook.h ledger/instrumenttext.cpp ledger/instrumenttext.h ledger/ledger.cpp ledger/ledger.h ledger/ledgerevent.h
    ledger/ledgermath.cpp ledger/ledgermath.h ledger/ledgerstate.h ledger/ledgerstatetext.cpp
    ledger/ledgertext.cpp ledger/lotposting.cpp ledger/lotposting.h ledger/marginfigures.cpp
    ledger/marginfigures.h ledger/openingwalk.cpp ledger/openingwalk.h ledger/openorder.cpp ledger/openorder.h ledger/openorders.cpp ledger/openorders.h ledger/orderneed.cpp ledger/orderneed.h ledger/optionneed.cpp
    ledger/optionneed.h ledger/paperaccount.cpp ledger/paperaccount.h ledger/positionevents.cpp
    ledger/positionsizing.cpp ledger/positionsizing.h ledger/pricesource.cpp ledger/pricesource.h
    ledger/riskgate.cpp ledger/riskgate.h ledger/valuation.cpp ledger/valuation.h
    ledger/worstcase.cpp ledger/worstcase.h ledger/washsale.cpp ledger/washsale.h)
