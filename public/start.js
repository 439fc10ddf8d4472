// Takes over the page that the server has drawn, with the program that the page names. All the rest is in /pkg.
const program = document.documentElement.dataset.program;
const { default: init, hydrate } = await import(`/pkg/${program}.js`);

await init({ module_or_path: `/pkg/${program}.wasm` });
hydrate();
