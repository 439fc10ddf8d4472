// Takes over the page that the server has drawn. All the rest is in /pkg.
import init, { hydrate } from "/pkg/hearth.js";

await init({ module_or_path: "/pkg/hearth.wasm" });
hydrate();
