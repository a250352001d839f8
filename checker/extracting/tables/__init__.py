"""Tables in plain text: which lines form one, what its rows and columns are called, and the numbers in its cells.

    grid      lines -> cells            layout    cells -> rows and columns under headers
    measures  unit and scale that headers and captions give to bare numbers
    figures   the numbers in the cells, read by themselves

A number in a table is read alone: what stands in the next cell is neither its unit nor its noun.
"""

from checker.extracting.tables.column_heads import headed
from checker.extracting.tables.figures import with_tables

__all__ = ["headed", "with_tables"]
