"""Languages are folders of data; the code knows none."""

from checker.language.pack import Pack, WordClass, compile_pack, extended_pack, load_pack, longest, phrase_table
from checker.language.split import split_words

__all__ = ["Pack", "WordClass", "compile_pack", "extended_pack", "load_pack", "longest", "phrase_table", "split_words"]
