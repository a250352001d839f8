"""Structures that tie a figure to one in another sentence or paragraph by what it is called or closes; the order is the table's."""

from checker.linking.structure.again.headline_later import headline_later
from checker.linking.structure.again.of_one_name import of_one_name
from checker.linking.structure.count.named_later import named_later
from checker.linking.structure.count.votes_next import votes_next
from checker.linking.structure.total.closed_rows import closed_rows

APART = (named_later, of_one_name, headline_later, closed_rows, votes_next)
