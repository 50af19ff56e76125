"""User-defined rules and words, and extractors of other packages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

SCHEMA = json.loads((Path(__file__).parents[2] / "factx" / "render" / "schema.json").read_text("utf-8"))
WORDS = """
[words]
division = {cv = "civil", cr = "criminal"}
court = ["southern district", "edny"]
"""
RULE = """
[[rule]]
id = "docket-number"
kind = "case"
description = "The number of a case in a federal district court."
pattern = "(?P<number> <integer> ':' <two-digits> <hyphen> <division> <hyphen> <integer> ) (?: ',' <court> )?"
value = "{division.value} {number:upper}"
rejects = ["They won 3:19."]

[rule.examples]
"Docket 1:19-cv-11234 was closed." = "civil 1:19-CV-11234"
"""
TEXT = "Case 1:20-CR-00045, Southern District, was filed on Sunday; 3% are. So was 2:21-cv-7.\n"


@pytest.fixture
def file(tmp_path):
    def write(text: str, name: str = "own.toml") -> Path:
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path / name

    return write


def rule(**changed: str) -> str:
    values = {"id": "'x'", "kind": "'x'", "pattern": "\"'rose'\"", "examples": "{'It rose.' = 'rose'}"} | changed
    return "[[rule]]\n" + "".join(f"{key} = {value}\n" for key, value in values.items() if value)


class TestFacts:
    def test_of_a_kind_of_their_own(self, factx, file):
        rows = factx("--rules", file(WORDS + RULE), "--only", "case", "--no-header", input=TEXT).stdout.splitlines()
        assert [row.split("\t")[3:] for row in rows] == [
            ["1:20-CR-00045, Southern District", "criminal 1:20-CR-00045"],
            ["2:21-cv-7", "civil 2:21-CV-7"],
        ]

    def test_are_beside_the_others_in_the_text_s_order(self, factx, file):
        lines = factx("--rules", file(WORDS + RULE), "-f", "jsonl", input=TEXT).stdout.splitlines()
        facts = [json.loads(line) for line in lines]
        assert [(fact["kind"], fact["id"]) for fact in facts] == [
            ("case", "case-1"), ("date", "d1"), ("percentage", "n1"), ("case", "case-2"),
        ]  # fmt: skip
        assert all(TEXT[fact["start"] : fact["end"]] == fact["text"] for fact in facts)

    def test_keep_to_the_schema(self, factx, file):
        printed = json.loads(factx("--rules", file(WORDS + RULE), "--json", input=TEXT).stdout)
        Draft202012Validator(SCHEMA).validate(printed)
        fact = printed["documents"][0]["facts"][0]
        assert list(fact) == list(SCHEMA["$defs"]["custom"]["properties"])
        Draft202012Validator({"$ref": "#/$defs/custom", "$defs": SCHEMA["$defs"]}).validate(fact)

    def test_have_a_section_of_the_table(self, factx, file):
        shown = factx("--rules", file(WORDS + RULE), "-wf", "table", input=TEXT).stdout
        assert "\nCase  2\n" in shown
        assert "docket-number" in shown

    def test_have_columns(self, factx, file):
        options = ("--rules", file(WORDS + RULE), "--no-header", "--fields", "case.value,date.value")
        assert factx(*options, input=TEXT).stdout.split("\n")[:2] == ["criminal 1:20-CR-00045\t", "\tXXXX-WXX-7"]

    def test_are_explained(self, factx, file):
        path = file(WORDS + RULE)
        assert "case\tdocket-number\tThe number of a case" in factx("rules", "--rules", path).stdout
        shown = factx("rules", "docket-number", "--rules", path).stdout
        assert "✓ Docket [1:19-cv-11234] was closed.  → civil 1:19-CV-11234" in shown
        assert f"{path}:6" in shown

    def test_of_several_files(self, factx, file):
        one, other = file(WORDS + RULE), file(rule(kind="'case'"), "other.toml")
        text = "Case 2:21-cv-7 rose."
        rows = factx("--rules", one, "--rules", other, "-o", "case", "--fields", "id,text", input=text).stdout
        assert rows == "id\ttext\ncase-1\t2:21-cv-7\ncase-2\trose\n"

    def test_of_a_kind_that_factx_has(self, factx, file):
        path = file(
            rule(id="'d-day'", kind="'date'", pattern="\"'d' <hyphen> 'day'\"", value="'1944-06-06'",
                 examples="{'On D-Day.' = '1944-06-06'}")
            + rule(id="'birthday'", kind="'date'", pattern="\"'the' 'birthday'\"", value="'XXXX-06-14'",
                   examples="{'On the birthday.' = 'XXXX-06-14'}")
            + rule(id="'half'", kind="'percentage'", pattern="\"'fifty-fifty' | 'half' 'and' 'half'\"", value="'50%'",
                   examples="{'Half and half.' = '50%'}")
        )  # fmt: skip
        text = "D-Day; the birthday: half and half."
        lines = factx("--rules", path, "-d", "2020-08-16", "-f", "jsonl", input=text).stdout.splitlines()
        found = {fact["rule"]: fact for fact in map(json.loads, lines)}
        assert found["d-day"]["begin"] == "1944-06-06"
        assert found["birthday"]["value"] == "2020-06-14"
        assert (found["half"]["low"], found["half"]["unit"]) == (50, "percent")

    def test_words_for_the_lexicons(self, shell, file):
        file("[lexicon.claims]\ncue-verb = {opine = 'doubts clause'}\n[lexicon.people]\nrole = ['bailiff']\n")
        command = "factx {} --no-header -o claims --fields stance,cue -"
        text = "The bailiff opined that it was over."
        assert shell(f"echo '{text}' | {command.format('--rules own.toml')}").stdout == "doubts\topined\n"
        assert shell(f"echo '{text}' | {command.format('')}").stdout != "doubts\topined\n"


SENTENCES = """
[words]
plant = ["mill", "mills"]
deal = ["buy", "take over"]

[phrases]
buyer = "<noun-group&!time>"

[[rule]]
id = "bought"
kind = "deal"
pattern = "<buyer> <verb-group&!passive&'buy'> (?P<bought> <noun-group&plant> )"
value = "{buyer} > {bought}"
examples = {"Norwell Steel has bought two old mills." = "Norwell Steel > two old mills"}
rejects = ["Two old mills were bought.", "Norwell Steel bought a ship.", "They came on Monday and bought the mill."]

[[rule]]
id = "described"
kind = "deal"
pattern = "<adj> <plant>"
examples = {"They sold an old mill." = "old mill"}
rejects = ["The steel mill was sold."]

[[rule]]
id = "as-written"
kind = "deal"
pattern = "'deal' 'of' 'the' <year|'century'>"
examples = {"It is the deal of the century." = "deal of the century"}
"""


class TestSentences:
    """Rules may name classes of words, and groups."""

    def test_a_kind_may_have_rules_that_see_tokens_words_and_groups(self, factx, file):
        text = "Ann Lee will buy the last mill in Leeds: the deal of the century. An old mill was sold."
        rows = factx("--rules", file(SENTENCES), "--only", "deal", "--no-header", input=text).stdout.splitlines()
        assert [row.split("\t")[3:] for row in rows] == [
            ["Ann Lee will buy the last mill", "Ann Lee > the last mill"],
            ["deal of the century", "deal of the century"],
            ["old mill", "old mill"],
        ]

    def test_of_what_overlaps_the_longest_is_found(self, factx, file):
        text = "Ann Lee bought an old mill."
        rows = factx("--rules", file(SENTENCES), "--only", "deal", "--fields", "text,rule", input=text).stdout
        assert rows == "text\trule\nAnn Lee bought an old mill\tbought\n"

    def test_they_are_explained(self, factx, file):
        shown = factx("rules", "bought", "--rules", file(SENTENCES)).stdout
        assert "✓ [Norwell Steel has bought two old mills].  → Norwell Steel > two old mills" in shown
        assert "<plant>  'mill' | 'mills'" in shown

    @pytest.mark.parametrize(
        ("text", "row"),
        [
            ("Ann Lee bought a mill.", "found\tAnn Lee bought a mill\t= Ann Lee > a mill"),
            ("Ann Lee bought a ship.",
             "partial\tAnn Lee bought\tthen needs <noun-group&plant>; found 'a ship' (noun-group)"),
            ("On Monday, Ann Lee.",
             "partial\tAnn Lee\tthen needs <verb-group&!passive&'buy'>; found '.'"),
        ],
    )  # fmt: skip
    def test_they_are_tried_on_a_text(self, factx, file, text, row):
        assert f"bought\t{row}\n" in factx("rules", "--try", text, "bought", "--rules", file(SENTENCES)).stdout

    @pytest.mark.parametrize(
        ("pattern", "message"),
        [
            ("<verb-gruop>", "no tag and no phrase <verb-gruop>; did you mean <verb-group>?"),
            ("<verb-group&pasive>", "no tag and no phrase <pasive>; did you mean <passive>"),
            ("<noun-group> <verb&past>", "a rule that names groups sees no <verb>, which is inside one: <verb-group>"),
            ("<verb-group&deal>", "no tag and no phrase <deal>: phrases can't be joined by & and !"),
            ("<capital&plant>", "no tag and no phrase <plant>: phrases can't be joined by & and !"),
        ],
    )
    def test_errors_name_the_line(self, factx, file, pattern, message):
        path = file(WORDS.replace("court =", "deal = ['take over']\nplant = ['mill']\ncourt =")
                    + rule(pattern=f"\"{pattern}\""))  # fmt: skip
        result = factx("--rules", path, input=TEXT)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{path}:10: " in result.stderr
        assert message in " ".join(result.stderr.split())

    def test_an_example_that_fails(self, factx, file):
        path = file(rule(pattern='"<verb&past>"', examples="{'It was sold.' = 'sold'}"))
        assert "x gives nothing in 'It was sold.', not 'sold'" in factx("--rules", path, input="").stderr


class TestErrors:
    @pytest.mark.parametrize(
        ("text", "line", "message"),
        [
            ("x = \n", 1, "Invalid value"),
            ("# a\n\n[lexicn.people]\n", 3, "unknown key 'lexicn'; did you mean 'lexicon'?"),
            ("[lexicon.peopel]\nrole = ['a']\n", 1, "unknown key 'peopel'; did you mean 'people'?"),
            ("[lexicon.people]\nrolle = ['a']\n", 2, "unknown key 'rolle'; did you mean 'role'?"),
            ("[lexicon.people]\nrole = ['chief bailiff']\n", 2, "'chief bailiff': an entry is one word here"),
            ("[lexicon.people]\nrole = {bailiff = 'x'}\n", 2, "'bailiff' has the value 'x' (there are f, m)"),
            ("[lexicon.claims.cue-verb]\n\nopine = 'assert clause'\n", 3, "'assert'; did you mean 'asserts'?"),
            ("[lexicon.claims]\ncue-verb = ['opine']\n", 2, "'opine' has no value; entries have a value such as"),
            ("[lexicon.time.month]\nmarzo = 'x'\n", 2, "'marzo' has the value 'x' (there are 1, 10, 11,"),
            ("[lexicon.claims]\nhedge = {maybe = 'x'}\n", 2, "'maybe' has the value 'x'; entries have no value here"),
            ("[words]\nx = 3\n", 2, "words are an array of strings"),
            ("[words]\nx = ['a',\n 'b']\n'a b' = ['x']\n", 4, "lower-case letters, digits and hyphens only"),
            ("[phrases]\nx = '<montth>'\n", 2, "no tag and no phrase <montth>; did you mean <month>"),
            ("[phrases]\nx = '<y>'\ny = '<month>'\n", 2, "no tag and no phrase <y>"),
            ("[rule]\nid = 'x'\n", 1, "a rule begins with [[rule]]"),
            (rule(examples=""), 1, "a rule without examples"),
            (rule(pattern=""), 1, "a rule without pattern: it needs id, kind, pattern, examples"),
            (rule(vale="'x'"), 6, "unknown key 'vale'; did you mean 'value'?"),
            (rule(pattern="3"), 4, "pattern is not a string"),
            (rule(pattern="\"'rose' (\""), 4, "a bracket that is never closed"),
            (rule(pattern="\"'rose'{3,1}\""), 4, "rule x of own-x"),
            (rule(kind="'Case'"), 3, "kind 'Case': lower-case letters"),
            (rule(kind="'dates'"), 3, "kind 'dates'; did you mean 'date'?"),
            (rule(kind="'person'"), 3, "people are found by evidence: add words under [lexicon.people]"),
            (rule(kind="'claim'"), 3, "claims are found by cues"),
            (rule(value="'{month}'"), 6, "the pattern captures no {month}"),
            (rule(value="'{text.value}'"), 6, "only {NAME.value} is known"),
            (rule(value="'{'"), 6, "value: "),
            (rule(value="'{text:q}'"), 6, "value: "),
            (rule(examples="{'It rose.' = 'fell'}"), 5, "x gives 'rose' in 'It rose.', not 'fell'"),
            (rule(examples="{'It fell.' = 'rose'}"), 5, "x gives nothing in 'It fell.', not 'rose'"),
            (rule(rejects="[\n'It fell.',\n'She rose.']"), 6, "x finds 'rose' in 'She rose.', which it should reject"),
            (rule() + "\n" + rule(), 8, "there is a rule 'x' already, in "),
            (rule(kind="'date'", value="'soon'"), 5, "'rose' is not the value of a date"),
        ],
        ids=lambda value: value if isinstance(value, str) and "\n" not in value else "",
    )
    def test_name_the_file_and_line_and_the_way_out(self, factx, file, text, line, message):
        path = file(text)
        result = factx("--rules", path, input=TEXT)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{path}:{line}: " in result.stderr
        assert message in " ".join(result.stderr.split())

    def test_a_file_that_is_not_there(self, factx):
        result = factx("--rules", "none.toml", input=TEXT)
        assert result.exit_code == 2
        assert "none.toml: No such file or directory" in result.stderr


class TestPackages:
    EXTRACTOR = (
        "from factx.engine.rules import Grammar\n"
        "grammar = Grammar('statutes')\n"
        "@grammar.rule(\"'§' <integer>\", examples={'See § 12.': '12'})\n"
        "def section(match):\n    '''A section of a statute.'''\n    return match['integer']\n"
        "find = grammar.find\n"
    )

    @pytest.fixture
    def installed(self, tmp_path):
        """A package with an extractor, as pip leaves it."""
        information = tmp_path / "site" / "statutes-1.0.dist-info"
        information.mkdir(parents=True)
        (tmp_path / "site" / "statutes.py").write_text(self.EXTRACTOR, "utf-8")
        (information / "METADATA").write_text("Metadata-Version: 2.1\nName: statutes\nVersion: 1.0\n")
        (information / "entry_points.txt").write_text("[factx.extractors]\nstatute = statutes\n")
        return f"export PYTHONPATH=$PYTHONPATH:{tmp_path / 'site'}"

    def test_one_is_used_by_its_name(self, shell, installed):
        command = "factx --with statute --only statute --no-header --fields id,value,rule"
        done = shell(f"{installed}; echo 'See § 12.' | {command}")
        assert (done.stdout, done.stderr) == ("statute-1\t12\tsection\n", "")

    def test_its_rules_are_explained(self, shell, installed):
        done = shell(f"{installed}; factx rules section --with statute")
        assert "✓ See [§ 12].  → 12" in done.stdout
        assert "statutes.py:" in done.stdout

    def test_a_mistyped_name(self, shell, installed):
        done = shell(f"{installed}; factx --with statutes - </dev/null")
        assert done.returncode == 2
        assert "There is no extractor 'statutes'. Did you mean statute?" in done.stderr

    @pytest.mark.parametrize(
        ("point", "message"),
        [
            ("statute = nowhere", "No module named 'nowhere'"),
            ("statute = json", "has no attribute 'find'"),
            ("date = statutes", "'date' can't be the name of a new kind"),
        ],
    )
    def test_one_that_can_t_be_used(self, shell, installed, tmp_path, point, message):
        (tmp_path / "site" / "statutes-1.0.dist-info" / "entry_points.txt").write_text(f"[factx.extractors]\n{point}\n")
        done = shell(f"{installed}; factx --with {point.split()[0]} - </dev/null")
        assert done.returncode == 2
        assert message in done.stderr
        assert "Traceback" not in done.stderr


def test_in_python(file):
    from factx import extract
    from factx.custom import rule_file

    document = extract("Docket 1:19-cv-11234.", extractors=rule_file.load([str(file(WORDS + RULE))]))
    assert [(fact.kind, fact.value_text) for fact in document.facts] == [("case", "civil 1:19-CV-11234")]
