"""Relations that structure carries rather than wording: lists, numbered points, repetitions, tables, dates of a document.

Each function takes the context and the frames that phrases found, and gives further frames. The order is the table.
"""

from checker.linking.structure.changes import changes
from checker.linking.structure.enumerations import listed_items, numbered_points
from checker.linking.structure.labels import label_lists
from checker.linking.structure.partitions import partitions
from checker.linking.structure.publication import events_before_publication
from checker.linking.structure.repetitions import repeated_shares
from checker.linking.structure.shares import composed_shares
from checker.linking.structure.tabular import tables

STRUCTURES = (composed_shares, label_lists, listed_items, numbered_points, events_before_publication, repeated_shares, partitions, tables)
