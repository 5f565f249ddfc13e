"""The tagger: tokens in, named spans with a probability out, in plain numpy.

1. :mod:`~ntbner.tagger.windows` cuts a document into sentence-like windows;
   :mod:`~ntbner.tagger.shouting` reads those in capitals as if they were not.
2. :mod:`~ntbner.tagger.features` describes each word form: characters, floret vector,
   shape, what the lexicon knows. Nothing here depends on context, so it is computed
   once a form and kept.
3. :mod:`~ntbner.tagger.network` reads each window both ways (a BiLSTM) and scores every
   tag for every token.
4. :mod:`~ntbner.tagger.decode` finds the best tag sequence of a linear-chain conditional
   random field, and the probability of each span in it.
5. :mod:`~ntbner.tagger.agreement` lets a word hear what the rest of the document says
   about it; then the document is decoded once more.
6. :mod:`~ntbner.tagger.edges` cuts off dashes and results,
   :mod:`~ntbner.tagger.realms` joins *Grace* and *Monaco* in *Grace av Monaco*,
   :mod:`~ntbner.tagger.known` finds what the lexicon has to the letter,
   :mod:`~ntbner.tagger.recurrence` looks again for the names that the document has, and
   :mod:`~ntbner.tagger.respelling` for other spellings of them.
7. :mod:`~ntbner.tagger.component` is the spaCy face of it all.

The weights are made by :mod:`ntbner.training` with PyTorch, which is not needed here.
"""
