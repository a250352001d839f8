"""Language packs: loading, compiling, refusing."""

import json

import pytest

from checker.errors import FilesRefused
from checker.extracting.lexicon import lexicon
from checker.language import compile_pack, load_pack, longest, phrase_table
from checker.language.pack import compiled_path


def write(folder, **files):
    for name, content in files.items():
        path = folder / "xx" / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return folder


def test_classes_of_all_files_are_merged_and_frames_keep_their_array(tmp_path):
    folder = write(
        tmp_path,
        words='[classes.up]\nwords = ["rose"]\nsign = 1\n',
        classes='[classes.up]\nwords = ["grew"]\nsign = 1\n[classes.about]\nwords = ["about"]\nfactor = ["9/10", "1.1"]\n',
        frames__change='[[change]]\ncue = "rose"\n',
    )
    pack = load_pack("xx", folder)
    assert set(pack.words("up")) == {"rose", "grew"} and pack.classes["about"].factor[0].denominator == 10
    assert pack.frames[0]["_array"] == "change" and pack.frames[0]["cue"] == "rose"


def test_a_class_that_two_files_define_is_not_compiled(tmp_path):
    folder = write(tmp_path, words='[classes.up]\nwords = ["rose"]\n', more='[classes.up]\nwords = ["grew"]\n')
    with pytest.raises(FilesRefused) as refused:
        compile_pack("xx", folder)
    assert "up" in str(refused.value) and "more.toml" in str(refused.value)


def test_a_compiled_pack_is_taken_only_while_it_is_fresh(tmp_path):
    folder = write(tmp_path, words='[classes.up]\nwords = ["rose"]\n')
    compiled_path("xx", folder).write_text(compile_pack("xx", folder).replace("rose", "risen"), "utf-8")
    assert load_pack("xx", folder).words("up") == {"risen"}
    write(tmp_path, words='[classes.up]\nwords = ["grew"]\n')
    load_pack.cache_clear()
    assert load_pack("xx", folder).words("up") == {"grew"}
    assert json.loads(compile_pack("xx", folder))["files"]["words"]["classes"]["up"]["words"] == ["grew"]


def test_a_broken_pack_is_refused_with_its_place(tmp_path):
    folder = write(tmp_path, words="[classes\n", units="a = \n")
    with pytest.raises(FilesRefused) as refused:
        load_pack("xx", folder)
    assert len(refused.value.problems) == 2


def test_an_unknown_language_is_refused():
    with pytest.raises(FilesRefused):
        load_pack("tlh")


def test_phrases_are_found_longest_first():
    table = phrase_table([("per", 1), ("per cent", 2), ("Per Cent of", 3)])
    assert longest(table, ["per", "cent", "of"], 0) == (3, 3) and longest(table, ["per", "year"], 0) == (1, 1)
    assert longest(table, ["cent"], 0) is None


def test_no_unit_name_hides_another():
    """A surface may stand for two units only where the first asks its context."""
    seen = {}
    for entry in load_pack("en").data["unit"] if "unit" in load_pack("en").data else load_pack("en").data["units"]["unit"]:
        for surface in (*entry.get("names", ()), *entry.get("exact", ())):
            assert surface not in seen or "ask" in entry or "ask" in seen[surface], surface
            seen[surface] = entry


def test_the_lexicon_is_built_once_a_pack():
    assert lexicon(load_pack("en")) is lexicon(load_pack("en"))
