# What options are worth
set(TAPELINE_OPTIONS_SOURCES
    options/blackscholes.cpp options/blackscholes.h options/chainpricing.cpp options/chainpricing.h
    options/impliedvolatility.cpp options/impliedvolatility.h options/optionchain.h options/optionmodel.cpp options/optionmodel.h
    options/optiontree.cpp options/optiontree.h options/ratecurve.cpp options/ratecurve.h)

# Strategies: several of them held together
list(APPEND TAPELINE_OPTIONS_SOURCES
    options/scenariotable.cpp options/scenariotable.h options/strategy.cpp options/strategy.h
    options/strategyodds.cpp options/strategyodds.h options/strategypayoff.cpp options/strategypayoff.h
    options/strategyvalue.cpp options/strategyvalue.h options/terminaldistribution.cpp options/terminaldistribution.h)
