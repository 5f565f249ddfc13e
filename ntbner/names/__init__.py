"""What a Norwegian name is: pure functions on ``str``, with no spaCy and no mentions.

Each module answers one question about a name as it is written:

* :mod:`~ntbner.names.text`: which of its characters carry meaning;
* :mod:`~ntbner.names.genitive`: what it is called without its genitive ending, weighed by
  :mod:`~ntbner.names.genitive_model` where the letters do not say;
* :mod:`~ntbner.names.casing`: how it is written when it is not in capitals;
* :mod:`~ntbner.names.compound`: where the name stands inside *Syria-krigen*;
* :mod:`~ntbner.names.person`: which part is the surname;
* :mod:`~ntbner.names.place`: which words say what a place is;
* :mod:`~ntbner.names.equivalents`: which given names are one in several languages;
* :mod:`~ntbner.names.organisation`: legal forms, definite forms and acronyms;
* :mod:`~ntbner.names.road`: which numbered road;
* :mod:`~ntbner.names.written_form`: how its words are spelt in Bokmål;
* :mod:`~ntbner.names.origin`: whether its spelling is its own or a romanisation's;
* :mod:`~ntbner.names.graphemes`: how its letters may be read;
* :mod:`~ntbner.names.wade_giles`: what a Chinese name in the older romanisation is in pinyin;
* :mod:`~ntbner.names.skeleton`: the key under which its romanisations meet.

Lists stand apart from logic, in :mod:`ntbner.names.words` and in the ``.tsv`` files of
this folder, each with its source.
"""
