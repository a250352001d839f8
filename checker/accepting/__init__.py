"""Accepting: findings that people have looked at and let stand. They are reported, but count as suppressed.

    directives  comments that say so, read             comments   applied to the report of their document
    side        a file that says so, for formats without comments
    baseline    what was there when a project began to check; made, applied and pruned by content, not by line
    findings    what is wrong with a suppression, as a finding of the rule "suppression"
"""
