#!/usr/bin/env python3
"""The enterprise publicity system as a test meets it: a small HTTPS server that does as the file `mode` says.

Usage: enterprise_peer.py FOLDER

FOLDER holds ca.crt, server.crt, server.key and hmac.key (base64); NAME.crt of another certificate is served when the
file `certificate` says NAME. Writes the port it listens on to `port`, and ends when who started it does. What it shows
stands in state.json, read at every request, so that a test can put last week's copy back; every request is noted in
log.jsonl. Modes of a push: ok, 500, 500-after, 429, 422, slow, slow-after, drop-before, drop-after, twice, lie-key,
lie-version, lie-applied, replay, garbage, redirect, endless, stale-lie, 403. A mode followed by `once` holds for one
push. `read:` before a mode makes it one of reading back: 404, 500, garbage, endless, redirect, loop, slow.
"""
import base64
import hashlib
import hmac
import http.server
import json
import os
import pathlib
import re
import ssl
import sys
import threading
import time

FOLDER = pathlib.Path(sys.argv[1])
LOCK = threading.Lock()


def load():
    path = FOLDER / "state.json"
    return json.loads(path.read_text()) if path.exists() else {"entries": {}, "receipts": {}, "first": None}


def save(state):
    staging = FOLDER / "state.json.tmp"
    staging.write_text(json.dumps(state, ensure_ascii=False))
    staging.replace(FOLDER / "state.json")


def mode(of_reading):
    """The mode in force; one that holds once is taken away."""
    path = FOLDER / "mode"
    words = path.read_text().split() if path.exists() else ["ok"]
    name = words[0]
    if name.startswith("read:") != of_reading:
        return "ok"
    if "once" in words:
        path.write_text("ok")
    return name.removeprefix("read:")


class Peer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def note(self, **facts):
        with LOCK, open(FOLDER / "log.jsonl", "a") as log:
            log.write(json.dumps({"method": self.command, "path": self.path, **facts}) + "\n")

    def answer(self, status, document, headers=()):
        body = document if isinstance(document, bytes) else json.dumps(document, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def is_signed(self, body):
        """Whether the request carries the signature that the documentation describes."""
        at = self.headers.get("X-Anxin-Time", "")
        digest = hashlib.sha256(body).hexdigest()
        canonical = "\n".join([self.command, self.path, at, digest])
        key = base64.b64decode((FOLDER / "hmac.key").read_text())
        signature = hmac.new(key, canonical.encode(), hashlib.sha256).hexdigest()
        wanted = f"ANXIN-HMAC-SHA256 key-id=suizhou, signature={signature}"
        given = self.headers.get("Authorization", "")
        return (hmac.compare_digest(wanted, given) and self.headers.get("X-Anxin-Digest") == f"sha-256={digest}"
                and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", at) is not None)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        name = mode(False)
        self.note(mode=name, key=self.headers.get("Idempotency-Key"), signed=self.is_signed(body))
        if not self.is_signed(body):
            return self.answer(401, {})
        special = getattr(self, "push_" + name.replace("-", "_"), None)
        if special:
            return special(json.loads(body))
        self.answer(*self.apply(json.loads(body)))

    def apply(self, change):
        """Applies a change once per key and never an older version; gives status and receipt."""
        with LOCK:
            state = load()
            if change["key"] in state["receipts"]:
                return 200, state["receipts"][change["key"]]
            entry = state["entries"].get(str(change["entry_id"]))
            if entry and entry["version"] >= change["version"]:
                return 409, {"applied_version": entry["version"]}
            state["entries"][str(change["entry_id"])] = {
                "entry_id": change["entry_id"], "version": change["version"],
                "state": "shown" if change["action"] == "publish" else "absent", "entry": change.get("entry")}
            receipt = {"key": change["key"], "entry_id": change["entry_id"], "version": change["version"],
                       "reference": f"G{len(state['receipts']) + 1}"}
            state["receipts"][change["key"]] = receipt
            state["first"] = state["first"] or receipt
            save(state)
            return 200, receipt

    def push_500(self, change):
        self.answer(500, {"reason": "内部错误"})

    def push_500_after(self, change):
        self.apply(change)
        self.answer(500, {"reason": "内部错误"})

    def push_429(self, change):
        self.answer(429, {}, [("Retry-After", "7")])

    def push_403(self, change):
        self.answer(403, {})

    def push_422(self, change):
        self.answer(422, {"field": "name", "reason": "名称与代码不符\r\nX-Evil: 1"})

    def push_slow(self, change):
        time.sleep(6)

    def push_slow_after(self, change):
        self.apply(change)
        time.sleep(6)

    def push_drop_before(self, change):
        self.hang_up()

    def push_drop_after(self, change):
        self.apply(change)
        self.hang_up()

    def push_twice(self, change):
        status, receipt = self.apply(change)
        self.answer(status, receipt)
        self.answer(status, receipt)

    def push_lie_key(self, change):
        status, receipt = self.apply(change)
        self.answer(status, {**receipt, "key": "enterprise-publicity:1:1"})

    def push_lie_version(self, change):
        status, receipt = self.apply(change)
        self.answer(status, {**receipt, "version": receipt["version"] + 5})

    def push_lie_applied(self, change):
        self.answer(200, {"key": change["key"], "entry_id": change["entry_id"], "version": change["version"]})

    def push_replay(self, change):
        self.answer(200, load()["first"] or {})

    def push_garbage(self, change):
        self.apply(change)
        self.answer(200, b"<html>OK</html>")

    def push_redirect(self, change):
        self.answer(307, {}, [("Location", f"https://localhost:{self.server.server_port}/elsewhere")])

    def push_stale_lie(self, change):
        self.answer(409, {"applied_version": 2 ** 62})

    def push_endless(self, change):
        self.apply(change)
        self.endless()

    def do_GET(self):
        name = mode(True)
        self.note(mode=name, signed=self.is_signed(b""))
        if not self.is_signed(b""):
            return self.answer(401, {})
        if name in ("404", "500"):
            return self.answer(int(name), {})
        if name == "garbage":
            return self.answer(200, b"\xff\xfe<html>")
        if name == "endless":
            return self.endless()
        if name == "slow":
            return time.sleep(6)
        if name == "redirect":
            return self.answer(302, {}, [("Location", "/elsewhere")])
        if name == "loop":
            return self.answer(200, {"entries": [], "next": 0})
        entries = load()["entries"]
        single = re.fullmatch(r"/api/entries/(\d+)", self.path)
        if single:
            absent = {"entry_id": int(single[1]), "state": "absent", "version": 0}
            return self.answer(200, entries.get(single[1], absent))
        listing = re.fullmatch(r"/api/entries\?after=(\d+)&limit=\d+", self.path)
        if not listing:
            return self.answer(404, {})
        # Pages of two, so that every test turns pages.
        rest = sorted((e for e in entries.values() if e["entry_id"] > int(listing[1])), key=lambda e: e["entry_id"])
        self.answer(200, {"entries": rest[:2], "next": rest[1]["entry_id"] if len(rest) > 2 else None})

    def hang_up(self):
        self.close_connection = True
        self.connection.close()

    def endless(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b" " * 65536)
        except OSError:
            self.close_connection = True


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def main():
    names = FOLDER / "certificate"
    name = names.read_text().strip() if names.exists() else "server"
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(FOLDER / f"{name}.crt", FOLDER / f"{name}.key")
    context.load_verify_locations(FOLDER / "ca.crt")
    context.verify_mode = ssl.CERT_REQUIRED
    server = Server(("127.0.0.1", 0), Peer)
    # The handshake belongs to the connection's own thread: one client that fails it must not hold up the others.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (FOLDER / "port.tmp").write_text(str(server.server_port))
    (FOLDER / "port.tmp").replace(FOLDER / "port")
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


main()
