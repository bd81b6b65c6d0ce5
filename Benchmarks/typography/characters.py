"""Classes of characters, and the sequences that no line may end in (clreq 3; GB/T 15834-2011 5.1)."""

import re

NOT_AT_START = set("、，。．：；！？‼⁇⁈⁉”’」』）〕】］｝〗》〉–～·・‧/／％%‰℃°′″,.;:!?)]}")
NOT_AT_END = set("“‘「『（〔【［｛〖《〈([{￥¥$/／")
OPENING = set("“‘「『（〔【［｛〖《〈")
CLOSING = set("、，。．：；！？”’」』）〕】］｝〗》〉")
DASHES = set("—…")


def may_not_begin(text, at):
    """Whether text[at] may not begin a line. A dash alone (2009—2012) is a connector; —— may."""
    if text[at] == "—":
        return text[at - 1] != "—" and text[at + 1:at + 2] != "—"
    return text[at] in NOT_AT_START


def is_han(char):
    return "㐀" <= char <= "鿿" or "豈" <= char <= "﫿" or ord(char) >= 0x20000 or char == "〇"


def is_western(char):
    return "!" <= char <= "~"


UNIT = ("个工作日|工作日|万人次|人次|万元|亿元|万次|万户|万条|平方米|立方米|微克|公里|公顷|小时|分钟|课时|"
        "dpi|[年月日号时分秒件条次人元个名项页期份处台块户家类场届岁倍亩吨级位篇部亿万]")
NUMBER = r"[+\-−±¥￥$]?\d[\d,]*(?:\.\d+)?"
UNBREAKABLE = re.compile("|".join([
    r"\d{3,4}-\d{7,8}",
    r"〔\d{4}〕\d+号",
    r"\d{1,2}：\d{2}(?!\d)",
    rf"第{NUMBER}(?:{UNIT}|[条款章])?",
    rf"{NUMBER}(?:[%％‰℃°]|[余多]?(?:{UNIT}))?",
    r"第[一二三四五六七八九十百零]+[条款章项届次]",
    r"（[一二三四五六七八九十]+）",
    "——", "……",
]))
DATE = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日")
ADDRESS = re.compile(r"https?://[!-~]+|[\w.\-]+@[A-Za-z0-9.\-]+")
WORD = re.compile(r"[A-Za-z][A-Za-z0-9]+")


def split(text, at):
    """What a break before text[at] splits: `unit`, `date` (between its parts), `word`, or nothing."""
    for address in ADDRESS.finditer(text):
        if address.start() < at < address.end():
            # After a separator is a sane place.
            return None if text[at - 1] in "/.?&=_-#@" else "word"
    if _inside(UNBREAKABLE, text, at):
        return "unit"
    if _inside(DATE, text, at):
        return "date"
    return "word" if _inside(WORD, text, at) else None


def _inside(pattern, text, at):
    return any(match.start() < at < match.end() for match in pattern.finditer(text))
