# What options are worth
set(TAPELINE_OPTIONS_SOURCES
    options/americanoption.cpp options/americanoption.h options/blackscholes.cpp options/blackscholes.h
    options/chainpricer.cpp options/chainpricer.h options/chainpricing.cpp options/chainpricing.h options/collocation.cpp options/collocation.h
    options/exerciseboundary.cpp options/exerciseboundary.h options/exercisepremium.cpp options/exercisepremium.h
    options/impliedvolatility.cpp options/impliedvolatility.h options/mirroredput.cpp options/mirroredput.h
    options/optionchain.h options/optionmodel.cpp options/optionmodel.h options/optiontree.cpp options/optiontree.h
    options/premiumsurface.cpp options/premiumsurface.h
    options/qdplus.cpp options/qdplus.h options/quadrature.cpp options/quadrature.h options/ratecurve.cpp options/ratecurve.h
    options/rootfinding.h)

# Strategies: several of them held together
list(APPEND TAPELINE_OPTIONS_SOURCES
    options/listedchain.cpp options/listedchain.h options/scenariotable.cpp options/scenariotable.h options/strategy.cpp options/strategy.h
    options/strategyform.cpp options/strategyform.h options/strategyoptimiser.cpp options/strategyoptimiser.h
    options/strategycurve.cpp options/strategycurve.h options/strategyodds.cpp options/strategyodds.h options/strategypayoff.cpp options/strategypayoff.h
    options/strategyrecipes.cpp options/strategyrecipes.h options/strategytemplates.cpp options/strategytemplates.h
    options/strategyvalue.cpp options/strategyvalue.h options/terminaldistribution.cpp options/terminaldistribution.h)

# Flow: prints of options, and what is unusual
list(APPEND TAPELINE_OPTIONS_SOURCES
    options/optionflow.h options/optiontradeform.cpp options/optiontradeform.h
    options/unusualactivity.cpp options/unusualactivity.h options/volatilitychange.cpp options/volatilitychange.h)
