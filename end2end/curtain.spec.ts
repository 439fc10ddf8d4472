// The curtain: one key, and the wall is neutral at once, and the devices of those who step out have let go of everything.
// Deliberately not here: who is paused and what is kept from whom (the board's own stories), and papers.
import { type Device, type Page, admit, boardUp, connected, expect, join, saved, test } from "./fixtures";

/** What Gosia's phone shows of the board before the curtain: two lines, a child's words and a name. */
const BOARD = [
  "attendance 96 per cent; reads to the class rabbit",
  "Gran turned away a caller on 19 Sep and told Mum",
  "could come too (he is still at the old house)",
  "Tomek",
];
const AWAY = "The meeting has stepped into another room for a while.";

interface Watched {
  memory?: WebAssembly.Memory;
  held?: (string | undefined)[];
  pressed?: number;
  neutral?: number;
}

/** Lets the test look into the memory of the page's program, from the next load on. */
async function watchMemory(device: Device): Promise<void> {
  await device.context.addInitScript(() => {
    const start = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (source, imports) => {
      const started = await start(source, imports);
      (window as Watched).memory = started.instance.exports.memory as WebAssembly.Memory;
      return started;
    };
  });
  await device.page.reload();
  await connected(device);
}

/** Where these words are still found on a device: its page, what it keeps, what its scripts hold, what its program holds. */
async function found(device: Device, words: string[]): Promise<string[]> {
  const { page } = device;
  const snapshot = await heap(page);
  const places: [string, (words: string) => boolean | Promise<boolean>][] = [
    ["text", async (words) => (await page.locator("body").innerText()).includes(words)],
    ["document", async (words) => (await page.evaluate(() => document.documentElement.outerHTML)).includes(words)],
    ["storage", async (words) => (await kept(page)).includes(words)],
    ["heap", (words) => snapshot.includes(words)],
    ["program", (words) => page.evaluate(inProgram, words)],
  ];
  const all: string[] = [];
  for (const [place, has] of places) {
    for (const each of words) {
      if (await has(each)) {
        all.push(`${place}: ${each}`);
      }
    }
  }
  return all;
}

const inProgram = (words: string) => {
  const { memory } = window as Watched;
  return memory !== undefined && new TextDecoder("latin1").decode(memory.buffer).includes(words);
};

/** Everything a script of the page can reach. */
async function heap(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  return chunks.join("");
}

/** Everything the browser keeps for this site between two pages. */
const kept = (page: Page) =>
  page.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      await indexedDB.databases(),
      await caches.keys(),
      history.state,
      window.name,
      document.cookie,
    ]),
  );

/** Notes when the key is pressed, and when the wall is neutral, on the one clock of this machine. */
async function timeTheWall(console: Page, wall: Page): Promise<void> {
  await console.evaluate(() => {
    const note = () => ((window as Watched).pressed ??= performance.timeOrigin + performance.now());
    addEventListener("keydown", note, { capture: true });
  });
  await wall.evaluate(() => {
    const look = () => {
      if (document.querySelector(".wall")?.textContent?.trim() === "We will go on in a moment") {
        (window as Watched).neutral ??= performance.timeOrigin + performance.now();
      }
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** Opens what can be done about parts and numbers. */
const more = (console: Page) => console.locator(".meeting summary").click();

async function putDown(console: Page, words: string): Promise<void> {
  await console.getByLabel("New line").fill(words);
  await console.getByLabel("New line").press("Control+Enter");
  await saved(console);
}

async function comesBack(phone: Device): Promise<void> {
  await connected(phone);
  await expect(phone.page.getByRole("heading", { name: AWAY })).toHaveCount(0);
}

test("one key, and the room's screens have let go", async ({ devices }) => {
  const console = await devices.console();
  const wall = await devices.wall(console);
  const phone = await devices.phone(console, "Gosia", /Małgorzata|Gosia|Mum/);
  await watchMemory(phone);
  await phone.page.goto("/seat?look=column-working_well");
  await expect(phone.page.getByText("reads to the class rabbit").first()).toBeVisible();
  await connected(phone);

  await test.step("before, everything is found, so that it can be missed afterwards", async () => {
    await phone.page.evaluate((board) => {
      // Even what a script of the page has put by: copies of their own, because a snapshot shows a piece of a longer
      // text only by the first thousand letters of the whole.
      const lines = document.body.innerText.split("\n");
      (window as Watched).held = structuredClone(board.map((words) => lines.find((line) => line.includes(words))));
    }, BOARD);
    const places = ["text", "document", "heap", "program"];
    expect(await found(phone, BOARD)).toEqual(places.flatMap((place) => BOARD.map((words) => `${place}: ${words}`)));
    await phone.page.getByRole("button", { name: "Offer a line" }).click();
    await phone.page.getByLabel("What do you want to say?").fill("I was going to say this myself");
  });

  await test.step("the wall is neutral within 200 ms of the key", async () => {
    await timeTheWall(console.page, wall.page);
    await console.page.keyboard.press("c");
    await expect(wall.page.getByText("We will go on in a moment")).toBeVisible();
    const pressed = await console.page.evaluate(() => (window as Watched).pressed ?? 0);
    const neutral = await wall.page.evaluate(() => (window as Watched).neutral ?? Infinity);
    test.info().annotations.push({ type: "ms", description: `neutral after ${neutral - pressed}` });
    process.stdout.write(`    the wall was neutral after ${(neutral - pressed).toFixed(0)} ms\n`);
    expect(neutral - pressed).toBeGreaterThan(0);
    expect(neutral - pressed).toBeLessThanOrEqual(200);
    expect(await wall.page.title()).toBe("Hearth");
    for (const words of BOARD) {
      expect(await wall.page.content()).not.toContain(words);
    }
  });

  await test.step("the phone has let go of everything", async () => {
    await expect(phone.page.getByRole("heading", { name: AWAY })).toBeVisible();
    await expect.poll(() => phone.page.evaluate(() => (window as Watched).memory !== undefined)).toBe(true);
    expect(await found(phone, BOARD)).toEqual([]);
    const own = await kept(phone.page);
    expect(own, "what Gosia was writing herself lies sealed").toContain("hearth-kept");
    expect(own, "and whoever has the phone next reads nothing of it").not.toContain("going to say this");
    await phone.page.reload();
    await expect(phone.page.getByRole("heading", { name: AWAY })).toBeVisible();
    await phone.page.goBack();
    expect(await found(phone, BOARD)).toEqual([]);
    await phone.page.goto("/seat?look=column-working_well");
    await expect(phone.page.getByRole("heading", { name: AWAY })).toBeVisible();
    expect(await found(phone, BOARD)).toEqual([]);
  });

  await test.step("a wall that is loaded again, and one that is paired meanwhile, are neutral", async () => {
    await wall.page.reload();
    await boardUp(wall);
    const another = await devices.wall(console);
    for (const page of [wall.page, another.page]) {
      await expect(page.locator(".wall")).toHaveText("We will go on in a moment");
    }
  });

  await test.step("the console says so, and who is paused can be changed", async () => {
    const band = console.page.getByRole("region", { name: "The curtain" });
    const says = band.locator("p").first();
    await expect(says).toContainText(/drawn since \d\d:\d\d/);
    await expect(says).toContainText("Gosia");
    await band.getByRole("button", { name: "Who is paused" }).click();
    const who = console.page.getByRole("dialog", { name: "Who is paused" });
    await who.getByRole("checkbox", { name: /Gran|Halina/ }).uncheck();
    await who.getByRole("button", { name: "Pause these" }).click();
    await expect(says).not.toContainText(/Gran|Halina/);
    await expect(says).toContainText("Gosia");
  });

  await test.step("opened by keys, sharing one line of two, the phone comes back with that one", async () => {
    await putDown(console.page, "The police will ring on Monday");
    await putDown(console.page, "The old flat is being watched");
    await console.page.keyboard.press("Shift+Tab");
    await console.page.keyboard.press("c");
    const opening = console.page.getByRole("dialog", { name: "Open the curtain" });
    await expect(opening.getByRole("checkbox")).toHaveCount(2);
    await expect(opening.getByRole("checkbox", { checked: true }), "nothing is ticked beforehand").toHaveCount(0);
    await opening.getByRole("checkbox", { name: "will ring on Monday" }).press("Space");
    await opening.getByRole("button", { name: "Open", exact: true }).press("Enter");
    await expect(console.page.getByRole("region", { name: "The curtain" })).toHaveCount(0);

    await comesBack(phone);
    await expect(phone.page.getByLabel("What do you want to say?")).toHaveValue("I was going to say this myself");
    const all = await phone.everything();
    expect(all).toContain("The police will ring on Monday");
    expect(all).not.toContain("The old flat is being watched");
    await expect(wall.page.locator(".wall")).not.toHaveAttribute("data-mode", "curtain");
    expect(await wall.everything()).not.toContain("The old flat is being watched");
    await expect(console.page.getByText("The old flat is being watched").first()).toBeVisible();
  });
});

test("parts of a split conference do not learn of each other", async ({ devices, hearth }) => {
  const console = await devices.console();
  const gosia = await devices.phone(console, "Gosia", /Małgorzata|Gosia|Mum/);
  const begin = async (part: string) => {
    await more(console.page);
    await console.page.getByRole("radio", { name: part, exact: true }).check({ force: true });
    await console.page.getByRole("button", { name: "Begin", exact: true }).click();
    await saved(console.page);
  };
  await begin("Part A");
  const declan = await devices.open("Declan’s phone", { width: 390, height: 844 });
  await join(declan.page, hearth.code("lobby of fmc-2026-0924"), "Declan");
  await admit(console.page, "Declan", /Declan/);
  await expect(declan.page.getByRole("heading", { name: AWAY })).toBeVisible();
  await expect(gosia.page.getByRole("heading", { name: "On the wall now" })).toBeVisible();

  await begin("Part B");
  await comesBack(declan);
  await expect(gosia.page.getByRole("heading", { name: AWAY })).toBeVisible();
  expect(await found(gosia, ["Tomek"])).toEqual([]);
  for (const [name, device] of [["Declan", declan], ["Gosia", gosia]] as const) {
    const all = await device.everything();
    for (const part of ["Part A", "Part B", "part-a", "part-b"]) {
      expect(all, `${name}’s phone`).not.toContain(part);
    }
  }
  const his = await declan.everything();
  for (const hers of ["Małgorzata Nowak", "Halina", "Tomek", "Jean-Luc"]) {
    expect(his, "Declan’s phone").not.toContain(hers);
  }
});

test("numbers wait until all have given theirs, and whether enough are here is said in words", async ({ devices }) => {
  const console = await devices.console();
  const lamp = console.page.getByRole("note", { name: "Quorum" });
  await expect(lamp).toContainText("Quorum: enough");
  await lamp.focus();
  await expect(lamp.getByText("Children’s social care is here.")).toBeInViewport();
  await more(console.page);
  await console.page.getByRole("button", { name: "Hide numbers" }).click();
  await expect(console.page.locator(".meeting summary")).toHaveText("numbers are hidden");
  await more(console.page);
  await console.page.getByRole("button", { name: "Reveal the numbers" }).click();
  await expect(console.page.locator(".meeting summary")).toHaveText("Parts and numbers");
});
