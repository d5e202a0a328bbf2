"""The pages of action sheets: who pilots, what each sheet says, how it goes, what is expected of me."""
