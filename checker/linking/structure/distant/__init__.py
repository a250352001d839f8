"""Relations whose figures stand paragraphs apart: what ties them are the names that they are called by.

A reader who meets "the operating margin of 15%" far behind its revenue and its profit looks them up by name. So do the
modules of this package: each takes claims that no frame has tied yet, looks for each missing figure in the whole text, and
ties them only where there is one value for each. In long texts names are not unique, and nothing is tied.
"""
