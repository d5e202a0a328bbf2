"""What a pilot sees: documents to read and review, the pact and where its measures stand, findings to explain."""
