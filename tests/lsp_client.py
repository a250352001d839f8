"""A client of the Language Server Protocol, as small as the tests allow: messages over the pipes of a process."""

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
PATIENCE = 30  # seconds until a silent server has failed


class Client:
    """One session with a server of this source tree."""

    def __init__(self, cwd: Path):
        environment = {**os.environ, "PYTHONPATH": str(HOME)}
        command = [sys.executable, "-m", "checker", "lsp"]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cwd, env=environment
        )
        self.answers: dict[int, queue.Queue] = {}
        self.notes: dict[str, queue.Queue] = {}
        self.asked = 0
        self.lock = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while line := self.process.stdout.readline():
            length = int(line.split(b":")[1])
            while self.process.stdout.readline().strip():
                pass
            message = json.loads(self.process.stdout.read(length))
            with self.lock:
                if "method" in message:
                    kept = self.notes.setdefault(message["method"], queue.Queue())
                else:
                    kept = self.answers.setdefault(message["id"], queue.Queue())
            kept.put(message)

    def _send(self, **message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def ask(self, method: str, params: dict | None = None):
        """The result of a request."""
        self.asked += 1
        with self.lock:
            kept = self.answers.setdefault(self.asked, queue.Queue())
        self._send(id=self.asked, method=method, **({} if params is None else {"params": params}))
        answer = kept.get(timeout=PATIENCE)
        assert "error" not in answer, answer
        return answer["result"]

    def tell(self, method: str, params: dict | None = None) -> None:
        """Send a notification."""
        self._send(method=method, **({} if params is None else {"params": params}))

    def told(self, method: str, patience: float = PATIENCE) -> dict:
        """The next notification of the server with this name. Raises queue.Empty where none comes."""
        with self.lock:
            kept = self.notes.setdefault(method, queue.Queue())
        return kept.get(timeout=patience)["params"]

    def start(self, root: Path, encodings: list[str] | None = None) -> dict:
        """Say hello; what the server can do."""
        general = {} if encodings is None else {"general": {"positionEncodings": encodings}}
        found = self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": general})
        self.tell("initialized", {})
        return found["capabilities"]

    def stop(self) -> int:
        """Say goodbye; the exit code."""
        self.ask("shutdown")
        self.tell("exit")
        return self.process.wait(PATIENCE)

    # ---------------------------------------------------------------- texts

    def open(self, uri: str, text: str, language: str = "markdown") -> None:
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def change(self, uri: str, text: str, version: int) -> None:
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def findings(self, uri: str) -> dict:
        """The next diagnostics that are published for a text."""
        while True:
            found = self.told("textDocument/publishDiagnostics")
            if found["uri"] == uri:
                return found

    def hover(self, uri: str, line: int, character: int):
        place = {"line": line, "character": character}
        return self.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": place})

    def actions(self, uri: str, where: dict, **context) -> list[dict]:
        asked = {"textDocument": {"uri": uri}, "range": where, "context": {"diagnostics": [], **context}}
        return self.ask("textDocument/codeAction", asked)
