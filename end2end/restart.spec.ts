// The server dies in the middle of a burst of edits, fifty times, and comes back on the same folder.
// Deliberately not here: a polite stop. Every end is kill -9.
import { type Device, CONFERENCE, boardUp, expect, saved, test } from "./fixtures";
import { CUT } from "./fixtures";

const ROUNDS = Number(process.env.ROUNDS ?? 50);
const BURST = 4;

/** The ids of the commands that the server said are stored. */
const stored = (device: Device) => device.frames.filter((frame) => frame.startsWith('{"done"')).length;

test(`nothing is lost and nothing doubled over ${ROUNDS} kills`, async ({ devices, hearth }) => {
  test.setTimeout(400_000);
  const console = await devices.console();
  const wall = await devices.wall(console);
  await console.page.reload();
  await saved(console.page);
  for (const device of [console, wall]) {
    device.allow(...CUT);
    await device.page.evaluate(() => Object.assign(window, { never: "loaded again" }));
  }

  const written: string[] = [];
  const box = console.page.getByLabel("New line");
  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = stored(console);
    const burst = (async () => {
      for (let line = 1; line <= BURST; line += 1) {
        const words = `Round ${round}, line ${line}.`;
        written.push(words);
        await box.fill(words);
        await box.press("Control+Enter");
        await expect(box).toHaveValue("");
      }
    })();
    // Each round dies at another place in its burst: before the first line is stored, after it, after the second ...
    const storedFirst = round % (BURST + 1);
    await console.until(() => stored(console) - before >= storedFirst);
    await hearth.stop("SIGKILL");
    await burst;
    await hearth.start("serve");
    await saved(console.page);
  }

  // The pages were never loaded again, and they go on.
  await boardUp(wall);
  const last = `The last line, after ${ROUNDS} kills`;
  await box.fill(last);
  await box.press("Control+Enter");
  await saved(console.page);
  await expect(console.page.getByText(last).first()).toBeVisible();
  await expect.poll(() => wall.frames.some((frame) => frame.includes(last)), { timeout: 20_000 }).toBe(true);
  for (const device of [console, wall]) {
    expect(await device.page.evaluate(() => (window as unknown as { never?: string }).never)).toBe("loaded again");
  }

  // What the page said was saved is in the record, once; and the record is whole.
  await hearth.stop("SIGKILL");
  const { cards } = await hearth.exported();
  const times = (words: string) => cards.filter((card) => card.words === words).length;
  const wrong = [...written, last].filter((words) => times(words) !== 1);
  expect(wrong.map((words) => `${words} is there ${times(words)} times`)).toEqual([]);
  expect(written).toHaveLength(ROUNDS * BURST);
  expect(await hearth.tell("verify")).toContain(`${CONFERENCE}: `);
});
