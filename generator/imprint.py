"""What the site is called and says of itself, wherever its files leave the site."""

NAME = "Four Pillars"
SAYS = "Leg-training programs with checked rules and sourced claims."
DISCLAIMER = "This is education, not medical advice."
