"""What you see: records as plain text, as tables and as HTML.

* :mod:`~ntbner.views.text`: what ``print`` shows, and the explanation of a record;
* :mod:`~ntbner.views.frames`: rows with declared columns, and pandas tables of them;
* :mod:`~ntbner.views.html`: what a notebook shows.

A view reads records and nothing else, so anybody's records can be looked at.
"""
