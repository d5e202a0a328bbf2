"""Partners: the institutions that sign, carry, fund or host."""
