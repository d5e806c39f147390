// Decodes every vector, compares it with its logical value, and prints what it encodes to here, one JSON object a line.
// Usage: node check.mjs FOLDER_OF_MSGPACK FILE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, ...files] = process.argv.slice(2);
const msgpack = createRequire(path.join(path.resolve(folder), "x.js"))("@msgpack/msgpack");

// Dates have no nanoseconds, so timestamps stay what they are.
class Time {
  constructor(sec, nsec) {
    this.sec = sec;
    this.nsec = nsec;
  }
}
const extensionCodec = new msgpack.ExtensionCodec();
extensionCodec.register({
  type: msgpack.EXT_TIMESTAMP,
  encode: (value) => (value instanceof Time ? msgpack.encodeTimeSpecToTimestamp(value) : null),
  decode: (data) => {
    const { sec, nsec } = msgpack.decodeTimestampToTimeSpec(data);
    return new Time(sec, nsec);
  },
});
const options = { extensionCodec, useBigInt64: true };

const isInteger = (value) => typeof value === "bigint" || Number.isInteger(value);

// Objects have only text for keys.
function isRepresentable(value) {
  if (Array.isArray(value)) return value.every(isRepresentable);
  if (value?.map) return value.map.every(([key, item]) => typeof key === "string" && key !== "__proto__" && isRepresentable(item));
  return true;
}

function isSame(value, decoded) {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value === decoded;
  if (typeof value === "number") return isInteger(decoded) && BigInt(value) === BigInt(decoded);
  if (Array.isArray(value)) return Array.isArray(decoded) && value.length === decoded.length && value.every((item, i) => isSame(item, decoded[i]));
  if ("int" in value) return isInteger(decoded) && BigInt(value.int) === BigInt(decoded);
  if ("float" in value) return Object.is(Number(value.float), decoded);
  if ("bin" in value) return decoded instanceof Uint8Array && Buffer.from(decoded).toString("hex") === value.bin;
  if ("time" in value) return decoded instanceof Time && decoded.sec === value.time[0] && decoded.nsec === value.time[1];
  return Object.keys(decoded).length === value.map.length && value.map.every(([key, item]) => isSame(item, decoded[key]));
}

let wrong = 0;
for (const file of files) {
  for (const { name, hex, value } of JSON.parse(readFileSync(file, "utf8")).vectors) {
    const where = { file: path.basename(file), name };
    if (!isRepresentable(value)) {
      console.log(JSON.stringify({ ...where, hex: null }));
      continue;
    }
    const decoded = msgpack.decode(Buffer.from(hex, "hex"), options);
    if (!isSame(value, decoded)) {
      console.error(`${file}: ${name} is read as ${JSON.stringify(decoded, (_, item) => (typeof item === "bigint" ? `${item}` : item))}`);
      wrong++;
    }
    console.log(JSON.stringify({ ...where, hex: Buffer.from(msgpack.encode(decoded, options)).toString("hex") }));
  }
}
process.exitCode = wrong === 0 ? 0 : 1;
