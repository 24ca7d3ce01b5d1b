"""Four Pillars: from a program file to a published guide."""
