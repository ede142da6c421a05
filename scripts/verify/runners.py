"""Runs one block as its language asks, and says how it went.

How a block finds its server. The files of the notes are never changed; these are the replacements
in the extracted copy and the variables in its environment:

    postgresql   sql blocks go through psql, which gets PGHOST, PGPORT, PGUSER and PGDATABASE;
                 every block has a database of its own
    redis        `redis.Redis()`, which means localhost:6379, becomes `redis.Redis(port=...)`, and
                 in sh blocks `redis-cli` gets `-p`; the server is emptied before each block
    rabbitmq     AMQP_URL, which the blocks read
    nginx        `listen` gets a free port of 127.0.0.1, `/tmp/` becomes the block's folder, and
                 folders that nginx would make for temporary files are put there, too

A block runs in an empty folder that is its home, with a small environment, limits on memory, file
size and time, and no standard input. Where Linux lets us, a block that uses no server has no
network either.
"""

import dataclasses
import functools
import json
import os
import re
import resource
import shlex
import shutil
import signal
import subprocess

from .servers import Unavailable, free_port, program

SECONDS = 30
MEMORY = 4 << 30
FILE_SIZE = 256 << 20
POSTGRES = "/usr/lib/postgresql/*/bin"
ALONE = ["unshare", "--map-root-user", "--net"]
NAMESPACES = "Linux with user namespaces"


class Skipped(Exception):
    """The block cannot be run here; the text says why."""


class Failed(Exception):
    """The block did not do what the note says; the text says what it did."""


@dataclasses.dataclass
class Result:
    block: object
    status: str  # ran, matched, skipped or FAILED
    reason: str = ""

    def __str__(self):
        place = f"{self.block.note}:{self.block.line} {self.block.language or 'no-language'}"
        return f"{place} {self.status} {self.reason}".rstrip()


def check(command, **options):
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, **options)


@functools.cache
def namespaces():
    """Whether a process may have a network of its own."""
    return bool(shutil.which("unshare")) and check([*ALONE, "true"]).returncode == 0


class Runner:
    def __init__(self, folder, python, servers):
        self.folder = folder
        self.python = str(python)
        self.servers = servers
        folder.mkdir()

    def run(self, block):
        """The result for one block. A failure is tried once more: some blocks measure time."""
        languages = {
            "python": self.run_python, "sql": self.run_sql, "redis": self.run_redis,
            "sh": self.run_sh, "bash": self.run_sh, "nginx": self.run_nginx,
            "json": self.parse_json, "yaml": self.parse_yaml,
        }
        try:
            if block.mistake:
                raise Failed(block.mistake)
            if block.output_of:
                raise Skipped(f"output: of line {block.output_of}")
            if not block.language:
                raise Failed("the fence names no language")
            if block.language not in languages:
                if block.expected is not None:
                    raise Failed("an output is shown for a block that is not run")
                raise Skipped(f"{block.language} is not run")
            self.check_versions(block)
            run = languages[block.language]
            try:
                return self.compare(block, run(block), "")
            except Failed:
                return self.compare(block, run(block), "at the second try")
        except (Skipped, Unavailable) as reason:
            return Result(block, "skipped", str(reason))
        except Failed as reason:
            return Result(block, "FAILED", str(reason))

    def compare(self, block, printed, note):
        if block.expected is None:
            return Result(block, "ran", note)
        wanted, got = tidy(block.expected), tidy(printed)
        if wanted != got:
            raise Failed(f"printed\n{indent(got)}\n  but the note shows\n{indent(wanted)}")
        return Result(block, "matched", note)

    # What the first line says the block needs.

    def check_versions(self, block):
        first = block.text.split("\n", 1)[0]
        if not re.match(r"\s*(#|--|//)", first):
            return
        if NAMESPACES in first and not namespaces():
            raise Skipped(f"version: needs {NAMESPACES}")
        for name, wanted in re.findall(r"([A-Za-z][A-Za-z-]*) v?(\d+(?:\.\d+)*)", first):
            here = self.version(name.lower())
            if here and numbers(here)[:len(numbers(wanted))] < numbers(wanted):
                raise Skipped(f"version: needs {name} {wanted}, here is {here}")

    @functools.cache
    def version(self, name):
        """The version of a product or a Python package that is here, or None if it is not."""
        try:
            if name == "python":
                text = check([self.python, "--version"]).stdout
            elif name == "postgresql":
                text = check([program("postgres", POSTGRES), "--version"]).stdout
            elif name in ("redis", "valkey"):
                text = check([program(f"{name}-server"), "--version"]).stdout
            elif name == "nginx":
                text = check([program("nginx", "/usr/sbin"), "-v"]).stderr
            elif name == "rabbitmq":
                self.servers.port("rabbitmq")
                text = self.rabbitmq_version()
            else:
                name = {"redis-py": "redis"}.get(name, name)
                query = "import importlib.metadata as m, sys; print(m.version(sys.argv[1]))"
                text = check([self.python, "-c", query, name]).stdout
        except Unavailable:
            return None
        found = re.search(r"\d+(\.\d+)+", text)
        return found[0] if found else None

    def rabbitmq_version(self):
        query = (
            "import os, pika\n"
            "c = pika.BlockingConnection(pika.URLParameters(os.environ['AMQP_URL']))\n"
            "print(c._impl.server_properties['version'])")
        return check([self.python, "-c", query], env=self.environment("/", "rabbitmq")).stdout

    # One process for each block.

    def environment(self, home, *needed):
        variables = {
            "PATH": f"{os.path.dirname(self.python)}:{os.environ['PATH']}:/usr/sbin",
            "HOME": str(home), "TMPDIR": str(home), "LANG": "C.UTF-8", "TZ": "UTC",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        if "postgresql" in needed:
            variables |= {
                "PGHOST": "127.0.0.1", "PGPORT": str(self.servers.port("postgresql")),
                "PGUSER": "postgres", "PGDATABASE": "postgres", "PGOPTIONS": "-c timezone=UTC"}
        if "rabbitmq" in needed:
            variables["AMQP_URL"] = f"amqp://guest:guest@127.0.0.1:{self.servers.port('rabbitmq')}"
        return variables

    def home(self, block):
        home = self.folder / f"{block.note}-{block.line}"
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        return home

    def execute(self, command, home, environment, alone=False):
        """What a process prints. Raises Failed if it fails, with the line that says why."""
        process = subprocess.Popen(
            [*(ALONE if alone and namespaces() else []), *command], cwd=home, env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, errors="replace", start_new_session=True, preexec_fn=limit)
        try:
            printed, errors = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            raise Failed(f"did not end within {SECONDS} s") from None
        finally:
            end_group(process)
        if process.returncode != 0:
            raise Failed(f"exit status {process.returncode}: {cause(errors or printed)}")
        return printed

    # One function for each language; each returns what the block prints.

    def run_python(self, block):
        home, text, needed = self.home(block), block.text, []
        if "redis.Redis(" in text:
            port = self.empty_redis()
            text = text.replace("redis.Redis()", f"redis.Redis(port={port})")
            needed.append("redis")
        if "AMQP_URL" in text:
            needed.append("rabbitmq")
        (home / "block.py").write_text(text, encoding="utf-8")
        return self.execute(
            [self.python, "block.py"], home, self.environment(home, *needed), alone=not needed)

    def run_sql(self, block):
        home = self.home(block)
        environment = self.environment(home, "postgresql")
        name = f"{block.note}_{block.line}"
        psql = [program("psql", POSTGRES), "-X", "-q", "-v", "ON_ERROR_STOP=1"]
        for statement in (f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}"):
            self.execute([*psql, "-c", statement], home, environment)
        (home / "block.sql").write_text(block.text, encoding="utf-8")
        return self.execute([*psql, "-d", name, "-f", "block.sql"], home, environment)

    def run_redis(self, block):
        home, port = self.home(block), self.empty_redis()
        (home / "block.redis").write_text(block.text, encoding="utf-8")
        command = f"{shlex.quote(program('redis-cli'))} -p {port} <block.redis"
        printed = self.execute(["sh", "-c", command], home, self.environment(home))
        error = re.search(r"^(ERR|[A-Z]+TYPE|NO[A-Z]+) .*", printed, re.M)
        if error and block.expected is None:  # redis-cli reports success all the same
            raise Failed(error[0])
        return printed

    def run_sh(self, block):
        home = self.home(block)
        environment = self.environment(home)
        if "redis-cli" in block.text:
            wrapper = home / "bin" / "redis-cli"
            wrapper.parent.mkdir()
            inner = shlex.quote(program("redis-cli"))
            wrapper.write_text(f'#!/bin/sh\nexec {inner} -p {self.empty_redis()} "$@"\n')
            wrapper.chmod(0o755)
            environment["PATH"] = f"{wrapper.parent}:{environment['PATH']}"
        if "rabbitmqctl" in block.text:
            raise Skipped("rabbitmqctl: would need the cookie of the server")
        (home / "block.sh").write_text(block.text, encoding="utf-8")
        shell = ["bash", "-euo", "pipefail"] if block.language == "bash" else ["sh", "-eu"]
        return self.execute(
            [*shell, "block.sh"], home, environment, alone="redis-cli" not in block.text)

    def empty_redis(self):
        port = str(self.servers.port("redis"))
        check([program("redis-cli"), "-p", port, "FLUSHALL"])
        check([program("redis-cli"), "-p", port, "SCRIPT", "FLUSH"])
        return port

    def run_nginx(self, block):
        """Has nginx test the configuration; a fragment is put where it may stand."""
        nginx, home = program("nginx", "/usr/sbin"), self.home(block)
        text = re.sub(r"listen (127\.0\.0\.1:)?\d+", lambda _: f"listen 127.0.0.1:{free_port()}",
                      block.text)
        text = text.replace("/tmp/", f"{home}/")
        if not re.search(r"^\s*http\s*{", text, re.M):
            outer = r"^(upstream|server|map|geo|limit_\w+_zone|proxy_cache_path|log_format)\b"
            if not re.search(outer, text, re.M):
                text = f"server {{\n{text}}}\n"
            text = f"http {{\n{text}}}\n"
        if not re.search(r"^\s*events\s*{", text, re.M):
            text = f"events {{}}\n{text}"
        folders = "".join(
            f"{kind}_temp_path {home}/{kind};"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        text = re.sub(
            r"^(\s*http\s*{)", lambda found: f"{found[1]} access_log off; {folders}", text,
            count=1, flags=re.M)
        (home / "nginx.conf").write_text(text, encoding="utf-8")
        self.execute(
            [nginx, "-t", "-q", "-p", str(home), "-c", str(home / "nginx.conf"), "-e", "stderr",
             "-g", f"pid {home}/nginx.pid;"], home, self.environment(home))
        return ""

    def parse_json(self, block):
        try:
            json.loads(block.text)
        except ValueError as error:
            raise Failed(f"is not JSON: {error}") from None
        return ""

    def parse_yaml(self, block):
        home = self.home(block)
        (home / "block.yaml").write_text(block.text, encoding="utf-8")
        parse = "import yaml; list(yaml.safe_load_all(open('block.yaml', encoding='utf-8')))"
        self.execute([self.python, "-c", parse], home, self.environment(home), alone=True)
        return ""


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_SIZE, FILE_SIZE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_group(process):
    """Ends a block and what it started: they are a session, and so a group, of their own."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def cause(errors):
    """The line that names the error, else the last one."""
    lines = [line.strip() for line in errors.split("\n") if line.strip()]
    named = [line for line in lines if "ERROR:" in line or "[emerg]" in line]
    return (named or lines or ["no output"])[0 if named else -1]


def numbers(version):
    return [int(part) for part in version.split(".")]


def tidy(text):
    """Text without spaces at the ends of its lines and blank lines at its end."""
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n"))


def indent(text):
    return "\n".join(f"    {line}" for line in text.split("\n"))
