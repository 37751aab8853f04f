# Option chains as views see them
set(TAPELINE_OPTION_MODELS
    options/chainbook.cpp options/chainbook.h options/chainport.h options/chainstore.cpp options/chainstore.h)

# Strategies that are being built
list(APPEND TAPELINE_OPTION_MODELS
    options/candidatesmodel.cpp options/candidatesmodel.h options/chainlisting.cpp options/chainlisting.h options/smilefitter.cpp options/smilefitter.h
    options/strategybuilder.cpp options/strategybuilder.h options/strategydesk.cpp options/strategydesk.h
    options/strategydraft.cpp options/strategydraft.h options/strategyevaluation.cpp options/strategyevaluation.h
    options/strategyorders.cpp options/strategyorders.h options/strategytext.cpp options/strategytext.h)

# The flow of options
list(APPEND TAPELINE_OPTION_MODELS
    options/optionflowfilter.cpp options/optionflowfilter.h options/optionflowmodel.cpp options/optionflowmodel.h
    options/optionflowtotals.cpp options/optionflowtotals.h options/unusualmodel.cpp options/unusualmodel.h)

# The chain as a table
list(APPEND TAPELINE_OPTION_MODELS
    options/chaincolumn.cpp options/chaincolumn.h options/chainfilter.cpp options/chainfilter.h
    options/chainsheet.cpp options/chainsheet.h)

# What a chain adds up to
list(APPEND TAPELINE_OPTION_MODELS
    options/chainanalysis.cpp options/chainanalysis.h options/volatilitybackfill.cpp options/volatilitybackfill.h
    options/volatilityhistory.cpp options/volatilityhistory.h)

# Positions in options: what belongs together, what is done with it, what is told before it ends
list(APPEND TAPELINE_OPTION_MODELS
    options/heldstructures.cpp options/heldstructures.h options/optiondesk.cpp options/optiondesk.h
    options/optionreminders.cpp options/optionreminders.h options/portfoliogreeks.cpp
    options/portfoliogreeks.h options/portfoliodesk.cpp options/portfoliodesk.h
    options/greeksmodel.cpp options/greeksmodel.h)
