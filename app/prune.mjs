// Empties the functions that bring a page to life piece by piece. Ours are brought to life at once, so nothing ever calls
// these, but tables of functions keep them: they would be a tenth of what a phone loads. wasm-bindgen, which comes next,
// then throws away what only they had called.
// Deliberately not here: guessing. An emptied function that is called after all stops the page, and the browser tests
// would see it.
import { readFileSync, writeFileSync } from "node:fs";

/**
 * The bodies of the futures, and nothing else that has the word in its name: the compiler merges functions that are alike,
 * so a small helper may stand for others too. A future's body names its own place in the source, so it is never merged.
 */
const NEVER_CALLED = /hydrate_async(\d+_\$u7b\$\$u7b\$closure\$u7d\$\$u7d\$)+17h[0-9a-f]{16}E$/;
const [SECTION_IMPORT, SECTION_CODE, SECTION_CUSTOM] = [2, 10, 0];
const [IMPORTS_FUNCTION, IMPORTS_TABLE, IMPORTS_MEMORY, IMPORTS_GLOBAL] = [0, 1, 2, 3];
const NAMES_OF_FUNCTIONS = 1;
/** No local variables, and one instruction: this cannot be reached. */
const EMPTY = Buffer.from([0x00, 0x00, 0x0b]);

/** Reads a WebAssembly file from front to back. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() {
    return this.bytes[this.at++];
  }
  number() {
    let [number, shift, byte] = [0, 1, 0];
    do {
      byte = this.byte();
      number += (byte & 0x7f) * shift;
      shift *= 128;
    } while (byte & 0x80);
    return number;
  }
  piece(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  text() {
    return this.piece(this.number()).toString();
  }
}

function number(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(bytes);
}

/** How many functions come from outside: they are counted before the file's own. */
function imported(section) {
  const reader = new Reader(section);
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === IMPORTS_FUNCTION) {
      functions++;
      reader.number();
    } else if (kind === IMPORTS_GLOBAL) {
      reader.piece(2);
    } else if (kind === IMPORTS_TABLE || kind === IMPORTS_MEMORY) {
      if (kind === IMPORTS_TABLE) reader.byte();
      const bounded = reader.byte() & 1;
      for (let bounds = 0; bounds <= bounded; bounds++) reader.number();
    } else {
      throw new Error(`an import of an unknown kind: ${kind}`);
    }
  }
  return functions;
}

/** The numbers of the functions with such a name. */
function named(section, pattern) {
  const reader = new Reader(section);
  const found = new Set();
  if (reader.text() !== "name") return found;
  while (reader.at < section.length) {
    const [kind, length] = [reader.byte(), reader.number()];
    const names = new Reader(reader.piece(length));
    if (kind !== NAMES_OF_FUNCTIONS) continue;
    for (let left = names.number(); left > 0; left--) {
      const at = names.number();
      if (pattern.test(names.text())) found.add(at);
    }
  }
  return found;
}

function emptied(code, first, doomed) {
  const reader = new Reader(code);
  const count = reader.number();
  const bodies = [number(count)];
  for (let at = first; at < first + count; at++) {
    const body = reader.piece(reader.number());
    const kept = doomed.has(at) ? EMPTY : body;
    bodies.push(number(kept.length), kept);
  }
  return Buffer.concat(bodies);
}

const [, , from, to] = process.argv;
const reader = new Reader(readFileSync(from));
const parts = [{ bytes: reader.piece(8) }];
while (reader.at < reader.bytes.length) {
  const [kind, length] = [reader.byte(), reader.number()];
  parts.push({ kind, bytes: reader.piece(length) });
}
const of = (wanted) => parts.filter(({ kind }) => kind === wanted).map(({ bytes }) => bytes);
const first = of(SECTION_IMPORT).reduce((sum, section) => sum + imported(section), 0);
const doomed = new Set(of(SECTION_CUSTOM).flatMap((section) => [...named(section, NEVER_CALLED)]));
if (doomed.size === 0) throw new Error(`no function has such a name as ${NEVER_CALLED}: is this file's name section gone?`);
const written = parts.map(({ kind, bytes }) => {
  if (kind === undefined) return bytes;
  const kept = kind === SECTION_CODE ? emptied(bytes, first, doomed) : bytes;
  return Buffer.concat([Buffer.from([kind]), number(kept.length), kept]);
});
writeFileSync(to, Buffer.concat(written));
