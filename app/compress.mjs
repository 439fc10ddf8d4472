// Puts a .br and a .gz beside every file of the site that becomes smaller by it: the server gives a browser the smallest
// form that it can read.
// Deliberately not here: pages. They are drawn for one visitor, and compressed on their way.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [, , site] = process.argv;
const files = readdirSync(site, { recursive: true }).map((file) => join(site, file));

for (const file of files.filter((file) => statSync(file).isFile())) {
  const plain = readFileSync(file);
  const smaller = {
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    gz: gzipSync(plain, { level: 9 }),
  };
  for (const [ending, compressed] of Object.entries(smaller)) {
    if (compressed.length < plain.length) {
      writeFileSync(`${file}.${ending}`, compressed);
    }
  }
}
