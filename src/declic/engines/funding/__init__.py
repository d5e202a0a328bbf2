"""What is secured, sought, lost and missing; how a funding line lives; what open data say of funded posts."""
