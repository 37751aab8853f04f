# Option chains: the chain, what it adds up to, strategies, flow
set(options_sources)
