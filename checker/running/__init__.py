"""Running: how a run goes about its documents, whatever is done with each.

    plan      which documents, and how each is checked     changed   what git says has changed
    parallel  several at a time, in order                  progress  how far it is, on a terminal
    cache     what need not be done again                  gates     which exit code the report deserves
"""
