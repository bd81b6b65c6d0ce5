"""A printer that misbehaves in the way that the path of its address names, for those who print to it: ipp://127.0.0.1:PORT/WAY.
Writes its port on the first line of standard output, and ends with its standard input."""

import itertools
import os
import random
import socketserver
import struct
import sys
import threading
import time

OPERATION, JOB, END, PRINTER, UNSUPPORTED = b"\x01", b"\x02", b"\x03", b"\x04", b"\x05"
PRINT_JOB, GET_JOB, GET_PRINTER = 0x0002, 0x0009, 0x000B


def attribute(tag, name, *values):
    name = name.encode()
    for value in values:
        if isinstance(value, int):
            value = struct.pack(">i", value) if tag != 0x22 else bytes([value])
        elif isinstance(value, str):
            value = value.encode()
        yield struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(value)) + value
        name = b""


def keywords(name, *values):
    return b"".join(attribute(0x44, name, *values))


def number(name, value, tag=0x23):
    return b"".join(attribute(tag, name, value))


def answer(identifier, status=0, *groups, message=None):
    charset = b"".join([*attribute(0x47, "attributes-charset", "utf-8"), *attribute(0x48, "attributes-natural-language", "en")])
    if message:
        charset += b"".join(attribute(0x41, "status-message", message))
    return b"\x02\x00" + struct.pack(">H", status) + identifier + OPERATION + charset + b"".join(groups) + END


class Printer(socketserver.StreamRequestHandler):
    counts = {}

    def handle(self):
        way = self.request_line()
        if way is None:
            return
        handler = getattr(self, "way_" + way.replace("-", "_"), None)
        if handler and handler() is not None:
            return
        self.reply(self.behaved(way))

    def request_line(self):
        line = self.rfile.readline(65536).decode("latin-1")
        parts = line.split()
        if len(parts) != 3:
            return None
        length = 0
        while (header := self.rfile.readline(65536).decode("latin-1").strip()):
            if header.lower().startswith("content-length:"):
                length = int(header.split(":")[1])
        way = parts[1].strip("/")
        if way == "hangs-up-while-sending" and length > 100_000:
            return None
        self.body = self.rfile.read(length)
        self.operation = struct.unpack(">H", self.body[2:4])[0]
        self.identifier = self.body[4:8]
        return way

    def reply(self, body, status="200 OK"):
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/ipp\r\nContent-Length: {len(body)}\r\n\r\n"
        self.wfile.write(head.encode() + body)

    def count(self, what):
        with threading.Lock():
            key = (what, self.operation)
            self.counts[key] = self.counts.get(key, 0) + 1
            return self.counts[key]

    # How a printer should answer, but for what `way` says.

    def behaved(self, way):
        if self.operation == GET_PRINTER:
            stopped = way == "out-of-paper" or way == "refilled" and self.counts.get(("refilled", GET_JOB), 0) < 4
            formats = "image/urf" if way == "no-pdf" else "application/pdf"
            return answer(
                self.identifier, 0, PRINTER, number("printer-state", 5 if stopped else 3),
                keywords("printer-state-reasons", "media-empty-error" if stopped else "paused" if way == "not-accepting" else "none"),
                number("printer-is-accepting-jobs", int(way != "not-accepting"), 0x22),
                b"".join(attribute(0x49, "document-format-supported", formats)))
        if self.operation == PRINT_JOB:
            if way == "aborts-the-second":
                self.count(way)
            if way == "busy" and self.count(way) < 3:
                return answer(self.identifier, 0x0507)
            if way == "refuses":
                return answer(
                    self.identifier, 0x040B, UNSUPPORTED, keywords("media", "iso_a4_210x297mm"), message="\x1b[31mno\x1b]0;x\x07 such paper")
            if way == "leaves-out":
                return answer(self.identifier, 1, UNSUPPORTED, keywords("sides", "x"), JOB, number("job-id", 7, 0x21), number("job-state", 3))
            return answer(self.identifier, 0, JOB, number("job-id", 7, 0x21), number("job-state", 3))
        state, reason = {
            "aborts": (8, "document-format-error"), "cancels": (7, "job-canceled-at-device"),
            "out-of-paper": (5, "job-printing"), "held": (4, "job-hold-until-specified"),
        }.get(way, (9, "job-completed-successfully"))
        if way == "refilled" and self.count(way) < 4:
            state, reason = 6, "printer-stopped"
        if way == "aborts-the-second" and self.counts[way, PRINT_JOB] == 2:
            state, reason = 8, "aborted-by-system"
        if way == "forgets":
            return answer(self.identifier, 0x0406)
        return answer(self.identifier, 0, JOB, number("job-state", state), keywords("job-state-reasons", reason))

    # Ways that are none of IPP. They give something where they have answered.

    def way_hangs(self):
        time.sleep(3600)
        return True

    def way_hangs_up(self):
        return True

    def way_garbles(self):
        self.reply(random.Random(1).randbytes(5000))
        return True

    def way_speaks_smtp(self):
        self.wfile.write(b"220 mail.example ESMTP\r\n")
        return True

    def way_wants_login(self):
        self.reply(b"", "401 Unauthorized")
        return True

    def way_is_not_there(self):
        self.reply(b"", "404 Not Found")
        return True

    def way_wants_encryption(self):
        self.reply(b"", "426 Upgrade Required")
        return True

    def way_fails(self):
        self.reply(b"", "500 Internal Server Error")
        return True

    def way_drips(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for index in itertools.count():
            self.wfile.write(b"X-%d: 1\r\n" % index)
            time.sleep(0.1)

    def way_floods(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nTransfer-Encoding: chunked\r\n\r\n")
        block = keywords("a", *["b" * 1000] * 60)
        self.wfile.write(b"%x\r\n" % len(answer(self.identifier)[:-1]) + answer(self.identifier)[:-1] + b"\r\n")
        while True:
            self.wfile.write(b"%x\r\n" % len(block) + block + b"\r\n")

    def way_nests(self):
        # A collection in a collection, and so on; each begins with the name of its one member.
        begin, member = b"\x34\x00\x00\x00\x00", b"\x4a\x00\x00\x00\x01m"
        self.reply(answer(self.identifier)[:-1] + PRINTER + b"\x34\x00\x01a\x00\x00" + 20_000 * (member + begin))
        return True

    def way_loses_touch(self):
        return True if self.operation == GET_JOB else None


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request, client_address):
        pass


server = Server(("127.0.0.1", 0), Printer)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
os._exit(0)
