// The right column of the console at its own size: who waits is in sight whatever is on the wall, and nothing slips or spills.
// Deliberately not here: what the buttons do (conference.spec.ts and keyboard.spec.ts).
import { CONFERENCE, CUT, PHONE, type Device, type Page, expect, join, saved, test } from "./fixtures";

/** Somebody at the door of the conference. */
async function knock(devices: { open: (name: string, size: typeof PHONE) => Promise<Device> }, code: string, called: string): Promise<void> {
  const device = await devices.open(`${called}’s phone`, PHONE);
  await join(device.page, code, called);
  await expect(device.page.getByRole("heading", { name: `Hello ${called}` })).toBeVisible();
}

const show = (page: Page, label: string) => page.getByRole("combobox", { name: "Show", exact: true }).selectOption({ label });

test("who waits is in sight while a child’s tool is on the wall, and who comes later stands below", async ({ devices, hearth }) => {
  const { page } = await devices.console();
  await show(page, "Tomek: Three Houses");
  await expect(page.getByRole("button", { name: "Open: House of good things" })).toBeVisible();
  const code = hearth.code(`lobby of ${CONFERENCE}`);
  const waiting = page.getByRole("region", { name: "Waiting for you" });
  const names = ["Gosia", "Halina", "Grzegorz"];
  for (const [at, name] of names.entries()) {
    await knock(devices, code, name);
    await expect(waiting.getByRole("heading")).toHaveText(at === 0 ? "Waiting for you" : `Waiting for you: ${at + 1}`);
    expect((await waiting.locator("li b").allInnerTexts()).map((text) => text.trim())).toEqual(names.slice(0, at + 1));
  }
  for (const button of await waiting.getByRole("button", { name: "Let in" }).all()) {
    await expect(button).toBeInViewport({ ratio: 1 });
  }
  await expect(page.getByRole("button", { name: "Curtain" })).toBeInViewport({ ratio: 1 });
});

test("nothing slips when a wall comes on, and the way on stays in its button without a connection", async ({ devices }) => {
  const console = await devices.console();
  const { page } = console;
  await expect(page.getByText("First on the wall")).toHaveCount(0);
  await devices.wall(console);
  // From the first screen on, and not before, the children's words have been on the wall.
  await expect(page.getByText(/^First on the wall at/)).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Speaking" })).toBeInViewport({ ratio: 1 });
  await page.getByRole("button", { name: "Joining, and the wall" }).click();
  const door = page.getByRole("dialog", { name: "Joining, and the wall" });
  await expect(door).toContainText("A wall is on.");
  await expect(door).toContainText(`${new URL(page.url()).host}/wall`);
  await expect(door.locator(".join-code")).toHaveText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  await page.keyboard.press("Escape");
  await show(page, "Tomek: Three Houses");
  await saved(page);
  expect(await page.locator(".console").evaluate((console) => console.scrollTop)).toBe(0);

  console.allow(...CUT);
  await console.context.setOffline(true);
  await page.getByLabel("New line").fill("Said while the line was down");
  await page.getByLabel("New line").press("Control+Enter");
  await expect(page.locator("header.bar").getByRole("status")).toContainText("Not sent: 1");
  const next = page.getByRole("button", { name: /^Next:/ });
  expect(await next.evaluate((button) => button.scrollWidth <= button.clientWidth)).toBe(true);
  for (const part of [next, page.locator("header.bar").getByRole("status"), page.getByRole("button", { name: "Keys and help" })]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
  await console.context.setOffline(false);
  await saved(page);
});

test("somebody who loads the address of the pairing again comes back to the conference", async ({ devices }) => {
  const { page } = await devices.console();
  await page.goto(`/conferences/${CONFERENCE}/wall`);
  await expect(page).toHaveURL(new RegExp(`/conferences/${CONFERENCE}$`));
  await saved(page);
});

test("a word that has no end breaks where its line does, on the console and on the wall", async ({ devices }) => {
  const console = await devices.console();
  const wall = await devices.wall(console);
  const word = `https://example.org/${"onandon".repeat(40)}`;
  await console.page.getByLabel("New line").fill(word);
  await console.page.getByLabel("New line").press("Control+Enter");
  await saved(console.page);
  await show(console.page, "Worried about");
  const line = ({ page }: Device) => page.getByText(word, { exact: true }).first();
  await expect(line(console)).toBeVisible();
  await expect(async () => {
    if (!(await line(wall).isVisible())) {
      await console.page.getByRole("button", { name: /^Page \d of/ }).click();
      await saved(console.page);
    }
    await expect(line(wall)).toBeVisible({ timeout: 700 });
  }).toPass();
  for (const device of [console, wall]) {
    const runsOut = await line(device).evaluate((line) => {
      const words = document.createRange();
      words.selectNodeContents(line);
      return words.getBoundingClientRect().right - (line.parentElement ?? line).getBoundingClientRect().right;
    });
    expect(runsOut, "so many pixels of it would not be seen").toBeLessThanOrEqual(1);
  }
});
