"""Mutations of a file as bytes and as lines."""

import re

# Texts that readers of numbers, names and dates have tripped over elsewhere.
HOSTILE = [
    "NaN", ".nan", ".inf", "-.inf", "Infinity", "1e308", "1e999", "-1e999", "1e-320", "-0", "0", "-1", "0.1", "1/0", "1/3", "7/2",
    "2147483648", "4294967296", "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
    "18446744073709551616", "9" * 400, "0." + "0" * 400 + "1", "0x10", "0o7", "1_000", "+5", "1,5", "1.250", "٣٤", "１２", "½",
    "null", "~", "true", "no", "off", "", " ", "-", "<<", "=", "default", "remove", "csv",
    "9999-12", "10000-01", "0000-00", "2023-13", "-2023-01", "2023-1", "292277026596-12", "2023", "2024-02-30",
    "1 miliar", "99999999999 triliun", "0.0000000001 juta", "-5 juta", "1,5 miliar", "1.250 juta", "Rp 1.250.000.000", "Rp -1",
    "-5%", "100%", "1e3%", "99999999999999999999%", "0.00000000000000000001%", "%", "9 bulan", "999999999999 months", "-1 months", "0 bulan",
    "a" * 100_000, "🏙️👩‍👩‍👧" * 40, "e\u0301" * 500, "\u202eterbalik\u202c", "\ufeff", "\u2028", "\x85", "a\tb", "a\nb\nc", "\x7f", "\ud7ff",
    "*a", "&a", "!!binary x", "[", "}", "{a: b}", "'", '"', "# x", "a: b", "../../etc/passwd", "/dev/zero", "base", "%s%n", "=1+1", "<b>&",
]

ODD_BYTES = [
    b"\0", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\t", b"\x1b[2J", b"\n---\n", b"\n...\n",
    b"%YAML 9.9\n---\n", b"%TAG ! tag:x,2000:\n---\n", b"!!float ", b"!<x> ", b"? ", b"|\n", b">-\n", b"#", b"'", b'"', b"&a ", b"*a", b"<<: *a\n",
    b"[" * 5000, b"{a: " * 5000, b"- " * 5000, b"]", b"}", b",", b":", b": ", b"9" * 5000, b" " * 100_000, b"x" * 1_000_000,
]

VALUE = re.compile(r"(?<=: )[^,{}\[\]\n]+")


def span(random, data):
    """A short piece of the data, seldom a long one."""
    begin = random.randrange(len(data) + 1)
    return begin, min(len(data), begin + random.choice([1, 1, 2, 4, 16, 64, 1024]))


def delete_bytes(random, data):
    begin, end = span(random, data)
    return data[:begin] + data[end:]


def repeat_bytes(random, data):
    begin, end = span(random, data)
    return data[:begin] + data[begin:end] * random.choice([2, 2, 3, 50]) + data[end:]


def swap_bytes(random, data):
    begin, end = span(random, data)
    return data[:begin] + data[begin:end][::-1] + data[end:]


def change_byte(random, data):
    begin, end = span(random, data)
    return data[:begin] + bytes([random.randrange(256)]) + data[min(end, begin + 1):]


def insert_bytes(random, data):
    begin, _ = span(random, data)
    return data[:begin] + random.choice(ODD_BYTES) + data[begin:]


def cut_off(random, data):
    return data[:random.randrange(len(data) + 1)]


def of_lines(change):
    """A mutation of bytes from one of a list of lines, in place."""
    def mutation(random, data):
        lines = data.split(b"\n")
        change(random, lines, random.randrange(len(lines)))
        return b"\n".join(lines)
    return mutation


def delete_lines(random, lines, at):
    del lines[at:at + random.choice([1, 1, 1, 3, 10])]


def repeat_lines(random, lines, at):
    lines[at:at] = lines[at:at + random.choice([1, 1, 3, 10])] * random.choice([1, 1, 2, 200])


def swap_lines(random, lines, at):
    other = random.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def indent_line(random, lines, at):
    lines[at] = random.choice([b" ", b"  ", b"    ", b"\t", b"- "]) + lines[at] if random.random() < .6 else lines[at].lstrip()


def replace_value(random, lines, at):
    """Writes hostile text as it is, unquoted, where a value stands, on the next line that has one."""
    for place in [*range(at, len(lines)), *range(at)]:
        text = lines[place].decode(errors="replace")
        values = list(VALUE.finditer(text))
        if values:
            value = random.choice(values)
            lines[place] = (text[:value.start()] + random.choice(HOSTILE) + text[value.end():]).encode(errors="replace")
            return


BYTE_MUTATIONS = [delete_bytes, repeat_bytes, swap_bytes, change_byte, insert_bytes, insert_bytes, cut_off]
LINE_MUTATIONS = [of_lines(change) for change in (delete_lines, repeat_lines, swap_lines, indent_line, replace_value, replace_value)]


def mutate(random, data):
    """The bytes after one mutation."""
    return random.choice(random.choice([BYTE_MUTATIONS, LINE_MUTATIONS, LINE_MUTATIONS]))(random, data)
