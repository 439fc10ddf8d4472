// What the first visit weighs over the network: every byte of it, with an empty cache.
// Deliberately not here: speed. A weight is the same on every machine.
import { type Device, CONSOLE, PHONE, WALL, boardUp, connected, expect, isRelease, saved, test } from "./fixtures";

const KB = 1000;

test("a first load is light", async ({ devices, hearth }) => {
  test.skip(!(await isRelease(hearth)), "HEARTH_BIN is a debug build: it carries no compressed files, so there is nothing to weigh");
  const console = await devices.console();
  const wall = await devices.wall(console);
  const phone = await devices.phone(console, "Gosia", /Małgorzata|Gosia|Mum/);

  const weigh = async (from: Device, name: string, size: typeof CONSOLE, path: string, ready: (device: Device) => Promise<void>) => {
    const fresh = await devices.open(name, size, { storageState: await from.context.storageState() });
    const network = await fresh.context.newCDPSession(fresh.page);
    await network.send("Network.enable");
    let bytes = 0;
    network.on("Network.loadingFinished", (loaded) => (bytes += loaded.encodedDataLength));
    await fresh.page.goto(path);
    await ready(fresh);
    await fresh.page.evaluate(() => document.fonts.ready);
    test.info().annotations.push({ type: "bytes", description: `${name}: ${bytes}` });
    return bytes;
  };
  const wallBytes = await weigh(wall, "a fresh wall", WALL, "/wall", boardUp);
  const phoneBytes = await weigh(phone, "a fresh phone", PHONE, "/seat", connected);
  const consoleBytes = await weigh(console, "a fresh console", CONSOLE, new URL(console.page.url()).pathname, (device) => saved(device.page));
  process.stdout.write(`    wall ${wallBytes} bytes, phone ${phoneBytes} bytes, console ${consoleBytes} bytes\n`);
  expect.soft(wallBytes, "the wall").toBeLessThanOrEqual(300 * KB);
  expect.soft(phoneBytes, "a phone").toBeLessThanOrEqual(300 * KB);
  expect.soft(consoleBytes, "the console").toBeLessThanOrEqual(450 * KB);
  expect(Math.min(wallBytes, phoneBytes, consoleBytes), "something was weighed").toBeGreaterThan(50 * KB);
});
