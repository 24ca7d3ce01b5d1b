"""A program for Liftosaur, an app for the gym: its text, its import file, and a link that opens it.

The text is written in Liftoscript, the app's own notation, from what was learned of it by trying;
nothing of the app is copied here. What the notation cannot say is a note above the exercise, and
is told before anybody carries the program over: see `losses`.
"""
