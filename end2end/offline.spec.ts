// A child's tablet whose connection goes while the child is telling something: nothing is lost, nothing comes twice, and
// the child is told how it stands.
// And a page that is loaded again with something unsent or half written on it: it is kept sealed, goes once, or stands in its box.
// Deliberately not here: what a console and a wall say of a lost connection (restart.spec.ts).
import { type Device, type Hearth, type Page, CUT, connected, expect, saved, test } from "./fixtures";

const WORDS = "When the telephone rings “late” I count to a hundred 🙈\nand then I count again";

/** Begins to tell something in the house of worries. */
async function beginToTell(tablet: Device): Promise<void> {
  await tablet.page.getByRole("link", { name: /Three Houses/ }).click();
  await tablet.page.getByRole("navigation", { name: "Three Houses" }).getByRole("link", { name: /Worries/ }).click();
  await tablet.page.getByRole("button", { name: "Write", exact: true }).click();
  await tablet.page.getByLabel("Your words").fill(WORDS.slice(0, 20));
}

/** Goes on to the end, and chooses who can know. */
async function tellOn(tablet: Device): Promise<void> {
  await tablet.page.getByLabel("Your words").fill(WORDS);
  await tablet.page.getByRole("button", { name: "Who can know?" }).click();
  await tablet.page.getByRole("radio", { name: "Everyone at the meeting" }).check();
  await tablet.page.getByRole("button", { name: "Yes, that’s right" }).click();
  await expect(tablet.page.locator(".card", { hasText: "I count to a hundred" })).toBeVisible();
}

async function timesKept(hearth: Hearth): Promise<number> {
  const { tools } = await hearth.exported();
  return tools.flatMap((tool) => tool.entries).filter((entry) => entry.words === WORDS).length;
}

/** It says that it is kept here and goes by itself, and Finished does not say thank-you for something unsent. */
async function saysSo(tablet: Device, within: number): Promise<void> {
  await expect(tablet.page.getByRole("status").filter({ hasText: "Not sent: 1" })).toBeVisible({ timeout: within });
  await expect(tablet.page.getByText("What you gave is kept on this tablet")).toBeVisible();
  await expect(tablet.page.getByText("Not sent, kept on this tablet")).toBeVisible();
}

/** It has gone once, and the tablet says so. */
async function deliveredOnce(tablet: Device, hearth: Hearth): Promise<void> {
  await expect(tablet.page.getByRole("status").filter({ hasText: "Connected" })).toBeVisible({ timeout: 40_000 });
  await expect(tablet.page.getByText("Not sent, kept on this tablet")).toHaveCount(0);
  await expect(tablet.page.locator(".card", { hasText: "I count to a hundred" })).toHaveCount(1);
  expect(await timesKept(hearth)).toBe(1);
  // After a fresh load it is still there, once.
  await tablet.page.goto("/seat?tool=tomek-houses&place=worries");
  await connected(tablet);
  await expect(tablet.page.locator(".card", { hasText: "I count to a hundred" })).toHaveCount(1);
}

test("the network goes while a child writes", async ({ devices, hearth }) => {
  const tablet = await devices.tablet("Tomek");
  tablet.allow(...CUT);
  await beginToTell(tablet);
  await tablet.context.setOffline(true);
  await tellOn(tablet);
  await saysSo(tablet, 10_000);
  expect(await timesKept(hearth)).toBe(0);
  await tablet.context.setOffline(false);
  await deliveredOnce(tablet, hearth);
});

test("the connection goes silent, and nobody notices at first", async ({ devices, hearth }) => {
  test.setTimeout(120_000);
  const tablet = await devices.tablet("Tomek");
  tablet.allow(...CUT);
  await beginToTell(tablet);
  // The server is there and says nothing: no end of the connection, no error, only silence.
  hearth.signal("SIGSTOP");
  await tellOn(tablet);
  await saysSo(tablet, 40_000);
  hearth.signal("SIGCONT");
  await deliveredOnce(tablet, hearth);
});

const LINE = "She has not slept since the second of May";

/** Everything this window keeps. */
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));

test("a page is loaded again before the server has heard what was written", async ({ devices, hearth }) => {
  const { page } = await devices.console();
  let hears = true;
  await page.routeWebSocket(/\/socket\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (hears) {
        server.send(message);
      }
    });
  });
  await page.reload();
  await saved(page);
  hears = false;
  await page.getByLabel("New line").fill(LINE);
  await page.getByLabel("New line").press("Control+Enter");
  await expect.poll(() => kept(page)).toContain("hearth-kept");
  expect(await kept(page), "nobody can read it there").not.toContain("slept");

  hears = true;
  page.once("dialog", (question) => void question.accept());
  await page.reload();
  await expect(page.getByText(LINE)).toBeVisible();
  await saved(page);
  await expect.poll(() => kept(page)).not.toContain("hearth-kept");
  const { cards } = await hearth.exported();
  expect(cards.filter((card) => card.words === LINE)).toHaveLength(1);
});

test("words that were not put anywhere yet stand in their box again when the page is loaded again", async ({ devices }) => {
  const { page } = await devices.console();
  await saved(page);
  await page.getByLabel("New line").fill(LINE);
  await expect.poll(() => kept(page)).toContain("hearth-kept");
  expect(await kept(page), "nobody can read it there").not.toContain("slept");
  page.once("dialog", (question) => void question.accept());
  await page.reload();
  await expect(page.getByLabel("New line")).toHaveValue(LINE);
  await page.getByLabel("New line").fill("");
  await expect.poll(() => kept(page)).not.toContain("hearth-kept");
});

test("a tablet that the server does not understand any more asks for a grown-up, and what was told goes when they come", async ({
  devices,
  hearth,
}) => {
  const tablet = await devices.tablet("Tomek");
  let close: () => Promise<void> = async () => undefined;
  let understands = true;
  await tablet.page.routeWebSocket(/\/socket\//, (socket) => {
    if (understands) {
      socket.connectToServer();
    }
    close = () => socket.close({ code: 4400 });
  });
  await tablet.page.reload();
  await connected(tablet);
  await beginToTell(tablet);
  understands = false;
  await close();
  await tellOn(tablet);
  await expect(tablet.page.getByText("ask a grown-up to load this page again")).toBeVisible();
  await expect(tablet.page.getByText("It goes by itself")).toHaveCount(0);

  understands = true;
  tablet.page.once("dialog", (question) => void question.accept());
  await tablet.page.reload();
  await deliveredOnce(tablet, hearth);
});

test("a child's words come back to the place they were written in", async ({ devices }) => {
  const tablet = await devices.tablet("Tomek");
  await beginToTell(tablet);
  await expect.poll(() => kept(tablet.page)).toContain("hearth-kept");
  expect(await kept(tablet.page), "nobody can read it there").not.toContain("telephone");
  await tablet.page.reload();
  await connected(tablet);
  await tablet.page.getByRole("button", { name: "Write", exact: true }).click();
  await expect(tablet.page.getByLabel("Your words")).toHaveValue(WORDS.slice(0, 20));
});
