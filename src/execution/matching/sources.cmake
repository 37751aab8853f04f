# The matching of the paper broker and what it is told by
set(TAPELINE_MATCHING_SOURCES
    matching/accountquestion.cpp matching/accountquestion.h matching/amounttext.cpp matching/amounttext.h matching/auctionmatcher.cpp
    matching/auctionmatcher.h matching/barmatcher.cpp matching/barmatcher.h
    matching/brokercommands.cpp matching/brokermarket.cpp matching/brokerprivate.h
    matching/brokerqueue.h matching/brokerstate.cpp matching/brokerstate.h matching/commission.cpp
    matching/commission.h matching/contingents.cpp matching/corporateactions.cpp
    matching/depthbook.cpp matching/depthbook.h matching/displayedliquidity.cpp
    matching/displayedliquidity.h matching/instrumentmarket.cpp matching/instrumentmarket.h
    matching/modeltext.cpp matching/modeltext.h matching/orderlife.cpp matching/orderlife.h
    matching/orderrestore.cpp matching/ordersyntax.cpp matching/packagematcher.cpp
    matching/packagematcher.h matching/paperbroker.cpp matching/paperbroker.h
    matching/printmatcher.cpp matching/printmatcher.h matching/printuse.cpp matching/printuse.h
    matching/queueposition.h matching/quotematcher.cpp matching/quotematcher.h
    matching/regulatoryfees.cpp matching/regulatoryfees.h matching/sessionclock.cpp
    matching/sessionclock.h matching/slippage.cpp matching/slippage.h matching/stopwatcher.cpp
    matching/stopwatcher.h matching/venuechecks.cpp matching/venuechecks.h matching/waitreasons.cpp
    matching/workconditions.cpp matching/workconditions.h matching/workingorder.cpp
    matching/workingorder.h
    paperconfig.h papersetup.cpp papersetup.h)
