# Option chains: the chain, what it adds up to, strategies, flow
set(options_sources
    options/chainbar.cpp options/chainbar.h options/chainfilterform.cpp options/chainfilterform.h
    options/chainpanel.cpp options/chainpanel.h options/chaintable.cpp options/chaintable.h
    options/chaintableinput.cpp options/expirybar.cpp options/expirybar.h)
