// A review opens with last time's board: pale lines until somebody says what became of each, at the console and on the wall.
// Deliberately not here: which of them whom may reach (the board's own stories), and paper.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Hearth, REVIEW, expect, saved, test } from "./fixtures";

const OPENING = "review-opens";
const AT_DANGERS = `/conferences/${OPENING}?column=worries`;
const THEN = "Nush missed school: 71% attendance";

/** The demonstration's review before anybody has gone over last time's board. */
async function opening(hearth: Hearth): Promise<void> {
  const record = JSON.parse(await hearth.tell("export", REVIEW));
  record.conference.id = OPENING;
  record.matters = record.matters.filter(({ matter }: { matter: string }) => matter !== "fate");
  record.signed = [];
  const file = join(hearth.data, "opening.json");
  writeFileSync(file, JSON.stringify(record));
  await hearth.tell("import", file);
}

test("what is still here goes on today's board by keyboard alone, and the wall and a reload show it", async ({ devices, hearth }) => {
  await opening(hearth);
  const console = await devices.console(OPENING);
  const { page } = console;
  await page.goto(AT_DANGERS);
  await saved(page);
  const last = page.getByRole("region", { name: "Last time" });
  const ghost = last.getByRole("listitem").filter({ hasText: THEN });
  await expect(ghost).toBeVisible();
  const wall = await devices.wall(console, OPENING);

  await last.getByRole("button", { name: `Worse: ${THEN}` }).press("Enter");
  const line = page.locator(".sheet .card:not([data-state=ghost])").filter({ hasText: THEN });
  await expect(line).toContainText("Worse than last time");
  await saved(page);
  await expect(last.getByRole("heading", { level: 4 })).toHaveText("Gone over: 1");
  await page.getByRole("combobox", { name: "Show", exact: true }).selectOption({ label: "Overview" });
  await expect(wall.page.locator(".card", { hasText: THEN })).toContainText("Worse than last time");

  await page.reload();
  await saved(page);
  await expect(line).toContainText("Worse than last time");
  await last.getByRole("button", { name: `Gone: ${THEN}` }).click();
  await expect(line).toHaveCount(0);
});

test("without a script what became of a line is said by a plain form", async ({ devices, hearth }) => {
  await opening(hearth);
  const console = await devices.console(OPENING);
  const plain = await devices.open("a console without scripts", { width: 1366, height: 768 }, {
    storageState: await console.context.storageState(),
    javaScriptEnabled: false,
  });
  await plain.page.goto(AT_DANGERS);
  await plain.page.getByRole("button", { name: `Still here: ${THEN}` }).click();
  await plain.page.waitForURL(`**/conferences/${OPENING}`);
  await plain.page.goto(AT_DANGERS);
  await expect(plain.page.locator(".sheet .card:not([data-state=ghost])").filter({ hasText: THEN })).toContainText("Still here");
});

test("everybody's number of last time stands beside today's", async ({ devices }) => {
  const console = await devices.console(REVIEW);
  await console.page.keyboard.press("s");
  const row = console.page.getByRole("row", { name: /Shirin/ });
  await expect(row.getByRole("cell")).toHaveText(["5", "7"]);
});

test("the keys are a page away", async ({ devices }) => {
  const { page } = await devices.console();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys and help" });
  await expect(keys).toContainText("Draw the curtain");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
});
