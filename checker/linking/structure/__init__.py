"""Relations that structure carries rather than wording: lists, numbered points, repetitions, tables, dates of a document.

Each function takes the context and the frames that phrases found, and gives further frames. The order is the table.
"""

from checker.linking.structure.changes import changes
from checker.linking.structure.enumerations import listed_items
from checker.linking.structure.labels import label_lists
from checker.linking.structure.points import numbered_points
from checker.linking.structure.publication import events_before_publication
from checker.linking.structure.repetitions import repeated_shares
from checker.linking.structure.share_lists import share_lists
from checker.linking.structure.shares import composed_shares
from checker.linking.structure.statements import per_share_statements
from checker.linking.structure.sums import sums
from checker.linking.structure.tabular import tables

STRUCTURES = (changes, composed_shares, label_lists, share_lists, listed_items, numbered_points, events_before_publication, repeated_shares, sums, per_share_statements, tables)
