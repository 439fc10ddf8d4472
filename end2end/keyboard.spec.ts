// Every journey of the console with the keyboard alone: the mouse is never touched.
// Deliberately not here: what the other devices see of it (conference.spec.ts).
import { type Device, type Page, CONFERENCE, PHONE, REVIEW, connected, expect, findLine, join, saved, test } from "./fixtures";

/** The line that has the focus. */
const current = (page: Page) => page.locator(".sheet .card:focus");
const line = (page: Page, words: string) => page.locator(".sheet .card", { hasText: words });

/** Goes on with the tab key until the focus is there. */
async function tabTo(page: Page, name: RegExp, key = "Tab", most = 120): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    const said = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null;
      const label = at?.labels?.[0]?.innerText ?? at?.closest("label")?.innerText;
      return at?.getAttribute("aria-label") ?? label ?? at?.innerText ?? "";
    });
    if (name.test(said.replace(/\s+/g, " ").trim())) {
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`the tab key does not come to ${name}`);
}

/** Chooses from the menu of the line that has the focus, with arrows. */
async function choose(page: Page, item: string): Promise<void> {
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  const wanted = page.getByRole("menuitem", { name: item });
  await expect(wanted).toBeVisible();
  await expect.poll(async () => {
    if (await wanted.evaluate((button) => button === document.activeElement)) {
      return true;
    }
    await page.keyboard.press("ArrowDown");
    return false;
  }).toBe(true);
  await page.keyboard.press("Enter");
}

/** Writes a new line and puts it on the board. */
async function write(page: Page, words: string): Promise<void> {
  await page.keyboard.press("n");
  await page.keyboard.type(words);
  await page.keyboard.press("Control+Enter");
  await expect(line(page, words)).toBeVisible();
  await saved(page);
  // Out of the box, so that letters are keys again.
  await page.keyboard.press("Shift+Tab");
}

async function options(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(document.activeElement as HTMLSelectElement).options].map((option) => option.text));
}

/** Chooses in the list that has the focus, by typing what it begins with. */
async function pick(page: Page, words: RegExp): Promise<void> {
  const wanted = (await options(page)).find((option) => words.test(option)) ?? "";
  expect(wanted, `something like ${words}`).not.toBe("");
  await page.keyboard.type(wanted, { delay: 5 });
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text)).toBe(wanted);
}

test("lines: write, change, carry, group, take off, put back, undo, redo", async ({ devices }) => {
  test.setTimeout(120_000);
  const { page } = await devices.console();
  await write(page, "The first line by keyboard");
  await write(page, "The second line by keyboard");

  // Change the words.
  await findLine(page, "The first line by keyboard");
  await choose(page, "Edit");
  await expect(page.getByLabel("The words of this line")).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(", put right");
  await page.keyboard.press("Control+Enter");
  await expect(current(page)).toContainText("The first line by keyboard, put right");

  // Leaving keeps what was begun.
  await choose(page, "Edit");
  await page.keyboard.press("End");
  await page.keyboard.type(" twice");
  await page.keyboard.press("Escape");
  await expect(current(page)).toContainText("You have begun to change this");
  await choose(page, "Edit");
  await expect(page.getByLabel("The words of this line")).toHaveValue("The first line by keyboard, put right twice");
  await page.keyboard.press("Control+Enter");
  await expect(current(page)).toContainText("put right twice");

  // The order in a section: up, down, carried, put back.
  const order = () => page.locator(".sheet .card").filter({ hasText: "by keyboard" }).locator(".words").allInnerTexts();
  const first = "The first line by keyboard, put right twice";
  const second = "The second line by keyboard";
  expect(await order()).toEqual([first, second]);
  await choose(page, "Move down");
  await expect.poll(order).toEqual([second, first]);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await expect.poll(order).toEqual([first, second]);
  await expect(current(page)).toContainText(first);
  await page.keyboard.press("Escape");
  await expect.poll(order).toEqual([second, first]);
  await page.keyboard.press("Space");
  await expect(current(page)).toContainText("In your hand");
  await page.keyboard.press("ArrowUp");
  await expect.poll(order).toEqual([first, second]);
  await expect(current(page)).toContainText(first);
  await page.keyboard.press("Enter");
  await expect(current(page)).not.toContainText("In your hand");
  await expect.poll(order).toEqual([first, second]);
  await saved(page);

  // Along the lines.
  await expect(current(page)).toContainText(first);
  await page.keyboard.press("ArrowDown");
  await expect(current(page)).toContainText(second);
  await page.keyboard.press("Home");
  await expect(current(page)).not.toContainText("by keyboard");
  await page.keyboard.press("ArrowUp");

  // Groups.
  await findLine(page, second);
  await page.keyboard.press("g");
  const group = page.getByRole("dialog", { name: "Group with" });
  await group.getByRole("button").filter({ hasText: first }).press("Enter");
  await expect(line(page, second)).toContainText("Grouped with 1 more");
  await findLine(page, second);
  await choose(page, "Take out of its group");
  await expect(line(page, second)).not.toContainText("Grouped");

  // To another section, and to another column.
  await page.keyboard.press("m");
  await page.getByRole("dialog", { name: "Move to" }).getByRole("button", { name: "What makes it harder" }).press("Enter");
  await expect(page.getByRole("region", { name: "What makes it harder" }).getByText(second)).toBeVisible();
  await findLine(page, second);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(current(page)).toContainText("In your hand");
  await page.keyboard.press("Space");
  await expect(page.getByRole("heading", { name: "What is working well?" })).toBeVisible();
  await expect(current(page)).toContainText(second);
  await saved(page);

  // Off the board, back by undo, off by redo, back from the list.
  await choose(page, "Remove from the board");
  await expect(line(page, second)).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(line(page, second)).toBeVisible();
  await page.keyboard.press("Control+y");
  await expect(line(page, second)).toHaveCount(0);
  await tabTo(page, /^Taken off/);
  await page.keyboard.press("Enter");
  const removed = page.getByRole("dialog", { name: "Taken off the board" });
  await removed.getByRole("listitem").filter({ hasText: second }).getByRole("button", { name: "Put back" }).press("Enter");
  await expect(removed.getByText(second)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(line(page, second)).toBeVisible();

  // Who said it, and who may know it.
  await findLine(page, second);
  await choose(page, "Who said it, who sees it …");
  await tabTo(page, /^Who may know/);
  await pick(page, /^Professionals only/);
  await tabTo(page, /^Save$/);
  await page.keyboard.press("Enter");
  await expect(line(page, second)).toContainText("Not on the wall");
});

test("a line is found by its key, some of its words and Enter", async ({ devices }) => {
  const { page } = await devices.console();
  await page.keyboard.press("/");
  await expect(page.getByLabel("Words, or who said it")).toBeFocused();
  await page.keyboard.type("class rabbit");
  await expect(page.getByRole("dialog", { name: "Find a line" }).locator(".choices button")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(current(page)).toContainText("reads to the class rabbit");
});

test("phases: on, back, by number, and leaving one out with a reason", async ({ devices }) => {
  const { page } = await devices.console();
  const now = page.getByRole("navigation", { name: "Phases" }).locator("[aria-current=step]");
  await expect(now).toHaveText(/Map/);
  await page.keyboard.press("]");
  await expect(now).toHaveText(/Weigh up/);
  await page.keyboard.press("[");
  await expect(now).toHaveText(/Map/);
  await page.keyboard.press("2");
  await expect(now).toHaveText(/Open/);

  // Maja and Tomek's plan has not been talked about: the decision asks why.
  await page.keyboard.press("6");
  const reason = page.getByRole("dialog", { name: "Leave a part out?" });
  await expect(reason).toBeVisible();
  await expect(now).toHaveText(/Open/);
  await reason.getByLabel("Why it is left out").focus();
  await page.keyboard.type("The power failed, and we have ten minutes");
  await tabTo(page, /^Go on$/);
  await page.keyboard.press("Enter");
  await expect(reason).toBeHidden();
  await expect(now).toHaveText(/Decide/);
});

test("numbers, a plan, a decision and a child’s answer", async ({ devices }) => {
  test.setTimeout(120_000);
  const { page } = await devices.console();
  await page.keyboard.press("s");
  const scale = page.getByRole("region", { name: "Scale", exact: true });
  await expect(scale).toBeVisible();
  await tabTo(page, /^Who( |$)/);
  await pick(page, /Halina|Gran/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  for (let number = 0; number < 7; number += 1) {
    await page.keyboard.press("ArrowRight");
  }
  await expect(scale.getByRole("radio", { name: "7", exact: true })).toBeChecked();
  await tabTo(page, /^What makes it that number/);
  await page.keyboard.type("Every night I am there");
  await tabTo(page, /^Give this number$/);
  await page.keyboard.press("Enter");
  await expect(scale.locator("li").filter({ hasText: "Every night I am there" })).toContainText("7");

  // From a line into the plan.
  await page.keyboard.press("Escape");
  await findLine(page, "Gran turned away a caller");
  await page.keyboard.press("p");
  const plan = page.getByRole("region", { name: "Plan", exact: true });
  await expect(plan.getByText("Answers these lines")).toBeVisible();
  await tabTo(page, /^What$/);
  await page.keyboard.type("A list of whom to ring");
  await tabTo(page, /^Who does it/);
  await pick(page, /Priya/);
  await tabTo(page, /^By which day/);
  await page.keyboard.type("10102026");
  await tabTo(page, /^Put in the plan$/);
  await page.keyboard.press("Enter");
  await expect(plan.locator("li").filter({ hasText: "A list of whom to ring" }).first()).toContainText("10 October");

  await page.keyboard.press("Escape");
  await tabTo(page, /^Decide/);
  await page.keyboard.press("Enter");
  const decide = page.getByRole("region", { name: "Maja" });
  await expect(decide).toBeVisible();
  await tabTo(page, /^Reasons/);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("So that Maja can sleep");
  await tabTo(page, /^(Change the decision|Decide)$/);
  await page.keyboard.press("Enter");
  await saved(page);

  // A child's words: onto the board, and answered.
  await page.keyboard.press("Escape");
  await tabTo(page, /^Children’s tools/);
  await page.keyboard.press("Enter");
  const tools = page.getByRole("region", { name: "Children’s tools", exact: true });
  const entry = tools.locator("li.card", { hasText: "phones charge in the kitchen" });
  await entry.getByRole("button", { name: "Put on board" }).focus();
  await page.keyboard.press("Enter");
  await expect(entry).toContainText("On the board");
  await entry.getByRole("button", { name: "You said, so we …" }).focus();
  await page.keyboard.press("Enter");
  await tabTo(page, /^In plain words/);
  await page.keyboard.type("Phones charge in the kitchen from today");
  await tabTo(page, /^Save the answer$/);
  await page.keyboard.press("Enter");
  await expect(entry).toContainText("Phones charge in the kitchen from today");
});

test("the wall’s switch, and somebody at the door", async ({ devices, hearth }) => {
  const console = await devices.console();
  const { page } = console;
  const wall = await devices.wall(console);
  const mode = (name: string) => expect(wall.page.locator(".wall")).toHaveAttribute("data-mode", name);
  await mode("overview");
  await page.keyboard.press("f");
  await mode("focus");
  await page.keyboard.press("b");
  await mode("blank");
  await page.keyboard.press("b");
  await mode("focus");
  await tabTo(page, /^Page 1 of/);
  await page.keyboard.press("Enter");
  await expect(wall.page.getByText(/^Page 2 of/)).toBeVisible();
  await page.keyboard.press("f");
  await mode("overview");
  // While the drawer of the plan is open, that is what lies open.
  await page.keyboard.press("p");
  await expect(page.getByRole("region", { name: "Plan", exact: true })).toBeVisible();
  await page.keyboard.press("f");
  await mode("plan");
  // The wall may hear of it before the console does.
  await saved(page);
  await page.keyboard.press("f");
  await page.keyboard.press("Escape");
  await mode("overview");
  await tabTo(page, /^Light/);
  await pick(page, /^Dim/);
  await expect(wall.page.locator(".screen")).toHaveAttribute("data-theme", "dim");
  await tabTo(page, /^Joining/);
  await findLine(page, "Pączek");
  await choose(page, "Point at it on the wall");
  await expect(wall.page.locator(".card[data-state=pointed]").first()).toContainText("Pączek");

  const phone: Device = await devices.open("Gosia’s phone", PHONE);
  await join(phone.page, hearth.code(`lobby of ${CONFERENCE}`), "Gosia");
  await expect(page.getByRole("button", { name: "Let in" })).toBeVisible();
  await tabTo(page, /^Let in$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Who is this?" })).toBeVisible();
  await tabTo(page, /Małgorzata|Gosia|Mum/);
  await page.keyboard.press("Enter");
  await expect(phone.page.getByRole("heading", { name: "On the wall now" })).toBeVisible();

  await connected(phone);

  // What she offers goes where the chair puts it.
  await phone.page.getByRole("button", { name: "Offer a line" }).click();
  await phone.page.getByLabel("What do you want to say?").fill("I am not cross, I am frightened");
  await phone.page.getByRole("button", { name: "Send to the chair" }).click();
  await expect(page.getByText("I am not cross, I am frightened")).toBeVisible();
  await tabTo(page, /^Put on board: I am not cross/);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Put on board" }).getByRole("button", { name: "What makes it harder" }).press("Enter");
  await expect(phone.page.getByText("It is on the board, in your words.")).toBeVisible();
});

test("a second conference has the same keys", async ({ devices }) => {
  const { page } = await devices.console(REVIEW);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys and help" });
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  // The browser closes it and gives the focus back a moment after the key; until then letters are not the page's keys.
  await expect(help).toBeHidden();
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await write(page, "A line at the review");
  await findLine(page, "A line at the review");
});
