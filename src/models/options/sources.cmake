# Option chains as views see them
set(TAPELINE_OPTION_MODELS
    options/chainbook.cpp options/chainbook.h options/chainport.h options/chainstore.cpp options/chainstore.h)

# Strategies that are being built
list(APPEND TAPELINE_OPTION_MODELS
    options/strategydesk.cpp options/strategydesk.h options/strategydraft.cpp options/strategydraft.h)
