"""Decodes every vector, compares it with its logical value, and prints what it encodes to here, one JSON object a line.

Usage: python3 check.py FILE...   (with msgpack on PYTHONPATH)
"""

import json
import math
import os
import sys

import msgpack


def is_integer(decoded):
    return isinstance(decoded, int) and not isinstance(decoded, bool)


def is_same(value, decoded):
    if value is None or isinstance(value, (bool, str)):
        return type(value) is type(decoded) and value == decoded
    if isinstance(value, int):
        return is_integer(decoded) and value == decoded
    if isinstance(value, list):
        return isinstance(decoded, list) and len(value) == len(decoded) and all(map(is_same, value, decoded))
    if "int" in value:
        return is_integer(decoded) and int(value["int"]) == decoded
    if "float" in value:
        number = float(value["float"])
        return isinstance(decoded, float) and number == decoded and math.copysign(1, number) == math.copysign(1, decoded)
    if "bin" in value:
        return isinstance(decoded, bytes) and decoded.hex() == value["bin"]
    if "time" in value:
        return isinstance(decoded, msgpack.Timestamp) and [decoded.seconds, decoded.nanoseconds] == value["time"]
    return len(value["map"]) == len(decoded) and all(
        is_same(key, other) and is_same(item, decoded[other]) for (key, item), other in zip(value["map"], decoded)
    )


def main():
    wrong = 0
    for file in sys.argv[1:]:
        with open(file, encoding="utf-8") as text:
            vectors = json.load(text)["vectors"]
        for vector in vectors:
            decoded = msgpack.unpackb(bytes.fromhex(vector["hex"]), raw=False, strict_map_key=False, timestamp=0)
            if not is_same(vector["value"], decoded):
                print(f"{file}: {vector['name']} is read as {decoded!r}", file=sys.stderr)
                wrong += 1
            encoded = msgpack.packb(decoded, use_bin_type=True).hex()
            print(json.dumps({"file": os.path.basename(file), "name": vector["name"], "hex": encoded}))
    return 0 if wrong == 0 else 1


sys.exit(main())
