"""Figures say in Python what the program says of them."""

import pytest

import gainsay

FIGURES = [
    "près de 70 %",
    "moins de 0,25 %",
    "most",
    "1 in 4",
    "+54 %",
    "+3 points",
    "$1.1 trillion",
    "quadrupled",
    "nobody",
    "1 050",
    "first",
]


@pytest.mark.parametrize("text", FIGURES)
def test_a_figure_is_read_as_the_program_reads_it(program, text):
    told, found = program("read", text), gainsay.read(text)
    assert (found.words, found.unit) == (told["text"], told["quantity"])
    for name in ["lo", "lo_open", "hi_open", "hedge", "kind", "decimals", "rhetorical"]:
        assert getattr(found, name) == told[name], name
    assert (found.hi, found.currency) == (told.get("hi"), told.get("currency"))
    likely = told.get("soft") and (told["soft"]["lo"], told["soft"]["hi"])
    assert found.likely == likely


def test_the_language_decides_what_reads_both_ways():
    with pytest.raises(gainsay.GainsayError, match="different values in English and French"):
        gainsay.read("3 billion")
    assert gainsay.read("3 billion", lang="en").lo < gainsay.read("3 billion", lang="fr").lo


PAIRS = [
    ("28 %", "18 %", (300, 1000), 2.0),
    ("28 %", "18 %", (None, 1000), 2.0),
    ("28 %", "18 %", (None, None), 1.5),
    ("près de 70 %", "most", ("1 004", 900), 2.0),
    ("0 %", "99 %", (50, 50), 3.0),
]


@pytest.mark.parametrize("first,second,n,deff", PAIRS)
def test_two_figures_compare_as_in_the_program(program, first, second, n, deff):
    sizes = [word for size in n for word in ("--n", "?" if size is None else str(size))]
    told = program("compare", first, second, *sizes, "--deff", str(deff))
    found = gainsay.compare(first, second, n=n, deff=deff)
    for name in ["verdict", "p", "odds", "break_even_n", "strength"]:
        assert getattr(found, name) == told.get(name), name
    assert (found.gap, list(found.facing)) == (told["gap"], told["facing"])
    ci = told.get("ci") and (told["ci"]["lo"], told["ci"]["hi"])
    assert found.ci == ci
    for step, expected in zip(found.ladder, told["ladder"]):
        assert (step["verdict"], step["p"]) == (expected["verdict"], expected["test"]["p"])
    assert len(found.ladder) == len(told["ladder"])


@pytest.mark.parametrize(
    "call,why",
    [
        (lambda: gainsay.read("many"), "not a figure"),
        (lambda: gainsay.read(""), "nothing to read"),
        (lambda: gainsay.read("70 %", lang="de"), "no language"),
        (lambda: gainsay.compare("28 %", "3 €"), "no share"),
        (lambda: gainsay.compare("28 %", "18 %", n=("few", 1)), "no number of people"),
        (lambda: gainsay.compare("28 %", "18 %", n=(1, 2, 3)), "more sizes"),
        (lambda: gainsay.compare("28 %", "18 %", deff=0.5), "at least 1"),
    ],
)
def test_what_cannot_be_read_is_an_exception(call, why):
    with pytest.raises(gainsay.GainsayError, match=why):
        call()


def test_what_is_repeated_of_a_long_text_is_short():
    text = "70 % " + "much too long " * 5000
    calls = [
        lambda: gainsay.read(text),
        lambda: gainsay.read("70 %", lang=text),
        lambda: gainsay.compare(text, "28 %"),
        lambda: gainsay.compare("28 %", "18 %", n=(text, 1)),
    ]
    for call in calls:
        with pytest.raises(gainsay.GainsayError) as told:
            call()
        assert "70 % much" in str(told.value) and len(str(told.value)) < 400


def test_sizes_are_no_text():
    with pytest.raises(TypeError, match="a size for each figure"):
        gainsay.compare("28 %", "18 %", n="12")


def test_a_bug_ends_the_call_and_nothing_else():
    from gainsay import _gainsay

    with pytest.raises(gainsay.GainsayError, match="please report it .* these words: on purpose"):
        _gainsay._panic("on purpose")
    assert gainsay.read("28 %").lo == 0.275
