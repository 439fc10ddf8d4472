// Every page audited by axe, as it stands when it is used; and every page that is read, read without a script.
// Deliberately not here: what a machine cannot judge. Keys are in keyboard.spec.ts.
import AxeBuilder from "@axe-core/playwright";
import {
  type Device, type Page, CHAIR, CONFERENCE, CONSOLE, PHONE, REVIEW, TABLET, WALL,
  drawer, expect, findLine, join, signIn, test,
} from "./fixtures";

/** Not one violation on the page as it is now. */
async function audit(page: Page, what: string): Promise<void> {
  // The one that says when a sign-in ends runs for half an hour.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((animation) => animation.playState !== "running" || (animation as CSSAnimation).animationName === "staying-comes"),
  );
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ target, failureSummary }) => `    ${String(target)} ${failureSummary ?? ""}`).join("\n")}`);
  expect.soft(found, what).toEqual([]);
  expect(passes.length, `${what} was looked at`).toBeGreaterThan(5);
}

test("the door, and everything before a conference", async ({ devices }) => {
  const { page } = await devices.open("laptop", CONSOLE);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "I have a code" })).toBeVisible();
  await audit(page, "the door");
  await page.goto("/?wrong=code");
  await audit(page, "the door after a wrong code");
  await page.goto("/setup/no-such-link");
  await expect(page.getByRole("heading", { name: "Make the first account" })).toBeVisible();
  await audit(page, "setup");
  await page.goto("/seat");
  await expect(page.getByRole("heading", { name: "This place is closed" })).toBeVisible();
  await audit(page, "a seat that is closed");
  await signIn(page, CHAIR);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await audit(page, "the list");
  await page.goto("/conferences/new");
  await expect(page.getByRole("heading", { name: "New conference" })).toBeVisible();
  await audit(page, "a new conference");
  await page.goto(`/conferences/${CONFERENCE}/prepare`);
  await expect(page.getByRole("button", { name: "Add a child" })).toBeEnabled();
  await audit(page, "prepare");
  for (const form of ["Add a child", "Add somebody of the family", "Choose a tool for Maja"]) {
    await page.getByRole("button", { name: form, exact: true }).click();
  }
  await expect(page.getByRole("button", { name: "Back, change nothing" })).toHaveCount(3);
  await audit(page, "prepare with forms open");
  await page.goto(`/conferences/${CONFERENCE}/after`);
  await expect(page.getByRole("button", { name: "Keep this for the letter" }).first()).toBeEnabled();
  await audit(page, "after the conference");
  for (const who of ["wall", "gosia", "tablet:maja", "family"]) {
    await page.goto(`/conferences/${CONFERENCE}/as/${who}`);
    await expect(page.getByText("Nothing here can be changed.")).toBeVisible();
    await audit(page, `the chair’s view as ${who}`);
  }
});

test("the record’s pages, folded and with a form open", async ({ devices }) => {
  test.setTimeout(240_000);
  const { page } = await devices.open("laptop", CONSOLE);
  await signIn(page, CHAIR);
  const parts = [
    "family", "reports", "exclusions", "involvement", "duties", "attendance", "earlier", "statements", "grey", "plan",
    "decisions", "their-view", "core-group", "notes", "corrections",
  ];
  for (const path of ["record", ...parts.map((part) => `record/${part}`), "checks", "copies"]) {
    await page.goto(`/conferences/${REVIEW}/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await audit(page, path);
    const first = page.locator("main details > summary").first();
    if ((await first.count()) > 0) {
      await first.click();
      await audit(page, `${path} with a form open`);
    }
  }
});

test("the console, with every drawer and every question", async ({ devices }) => {
  test.setTimeout(240_000);
  const console = await devices.console();
  const { page } = console;
  await audit(page, "the console");
  for (const name of ["Children’s tools", "Scale", "Plan", "Decide"]) {
    await drawer(page, name);
    await audit(page, `the drawer ${name}`);
    await page.keyboard.press("Escape");
  }

  const dialog = async (name: string | RegExp, open: () => Promise<void>) => {
    await open();
    const asked = page.getByRole("dialog", { name });
    await expect(asked).toBeVisible();
    await audit(page, `the question ${name}`);
    await page.keyboard.press("Escape");
    await expect(asked).toBeHidden();
  };
  await dialog("Keys and help", () => page.keyboard.press("?"));
  await dialog("Find a line", () => page.keyboard.press("/"));
  await dialog("Joining, and the wall", () => page.getByRole("button", { name: "Joining, and the wall" }).click());
  await dialog("Taken off the board", () => page.getByRole("button", { name: /Taken off/ }).click());
  await page.locator(".meeting summary").click();
  await audit(page, "the parts and the numbers");
  await page.locator(".meeting summary").click();
  await page.keyboard.press("c");
  await dialog("Who is paused", () => page.getByRole("button", { name: "Who is paused" }).click());
  await dialog("Open the curtain", () => page.keyboard.press("c"));
  await page.keyboard.press("c");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("region", { name: "The curtain" })).toHaveCount(0);
  await findLine(page, "the loud nights");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await audit(page, "the menu of a line");
  const fromMenu = (item: string) => async () => {
    await findLine(page, "the loud nights");
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: item }).click();
  };
  await page.keyboard.press("Escape");
  await dialog("You said, so we …", fromMenu("Answer the child"));
  await dialog("About this line", fromMenu("Who said it, who sees it …"));
  await dialog("Move to", fromMenu("Move to …"));
  await dialog("Group with", fromMenu("Group with …"));
  await findLine(page, "rang 999");
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Edit" }).press("Enter");
  await expect(page.getByLabel("The words of this line")).toBeVisible();
  await audit(page, "a line while it is changed");
  await page.keyboard.press("Escape");
  await dialog("Leave a part out?", () => page.getByRole("navigation", { name: "Phases" }).getByRole("button", { name: /Decide/ }).click());
  const phone = await devices.open("Gosia’s phone", PHONE);
  await join(phone.page, devices.hearth.code(`lobby of ${CONFERENCE}`), "Gosia");
  await dialog("Who is this?", () => page.getByRole("button", { name: "Let in" }).click());
});

test("the wall", async ({ devices }) => {
  test.setTimeout(180_000);
  const waiting = await devices.open("a wall that waits", WALL);
  await waiting.page.goto("/wall");
  await expect(waiting.page.getByText("Type this code on the console")).toBeVisible();
  await audit(waiting.page, "a wall that waits for its code");

  const console = await devices.console();
  const wall = await devices.wall(console);
  const mode = (name: string) => expect(wall.page.locator(".wall")).toHaveAttribute("data-mode", name);
  await mode("overview");
  await audit(wall.page, "the overview");
  await console.page.getByRole("combobox", { name: "Show", exact: true }).selectOption({ label: "Worried about" });
  await mode("focus");
  await audit(wall.page, "one column");
  await console.page.getByRole("combobox", { name: "Show", exact: true }).selectOption({ label: "How safe is it?" });
  await expect(wall.page.locator(".wall section.section h2")).toHaveText("How safe is it?");
  await audit(wall.page, "the numbers");
  for (const [shown, name] of [["The plan", "plan"], ["The decision", "decisions"]] as const) {
    await console.page.getByRole("combobox", { name: "Show", exact: true }).selectOption({ label: shown });
    await mode(name);
    await audit(wall.page, shown);
  }
  await console.page.getByRole("combobox", { name: "Show", exact: true }).selectOption({ label: "Overview" });
  for (const light of ["Dim room", "Most contrast"]) {
    await console.page.getByLabel("Light").selectOption({ label: light });
    await expect(wall.page.locator(".screen")).toHaveAttribute("data-theme", light === "Dim room" ? "dim" : "max");
    await audit(wall.page, `the overview, ${light}`);
  }
  await console.page.getByRole("button", { name: "Blank" }).click();
  await mode("blank");
  const { violations } = await new AxeBuilder({ page: wall.page }).analyze();
  expect.soft(violations.map((violation) => violation.id), "the blank wall").toEqual([]);
});

test("a phone in somebody’s hand", async ({ devices }) => {
  const console = await devices.console();
  const lobby = await devices.open("phone in the lobby", PHONE);
  await join(lobby.page, devices.hearth.code(`lobby of ${CONFERENCE}`), "Halina");
  await expect(lobby.page.getByRole("heading", { name: "Hello Halina" })).toBeVisible();
  await audit(lobby.page, "the lobby");

  const phone = await devices.phone(console, "Gosia", /Małgorzata|Gosia|Mum/);
  await audit(phone.page, "a phone, with the wall");
  await phone.page.getByRole("button", { name: "Offer a line" }).click();
  await expect(phone.page.getByRole("dialog", { name: "Offer a line" })).toBeVisible();
  await audit(phone.page, "offering a line");
  await phone.page.keyboard.press("Escape");
  await phone.page.getByRole("button", { name: "I need a break" }).click();
  await audit(phone.page, "a break");
  for (const look of ["column-worried", "plan", "numbers", "decisions"]) {
    await phone.page.goto(`/seat?look=${look}`);
    await expect(phone.page.getByRole("heading", { name: "You are looking around" })).toBeVisible();
    await phone.page.getByText("Look around", { exact: true }).click();
    await audit(phone.page, `a phone, looking at ${look}`);
  }
});

test("a child’s tablet", async ({ devices }) => {
  const maja = await devices.tablet("Maja");
  await expect(maja.page.getByRole("navigation", { name: "Fairy" })).toBeVisible();
  // A drawing that cannot be read draws nothing, and nothing says so.
  const drawn = () => maja.page.locator("svg.drawing use").evaluate((use: SVGUseElement) => use.getBBox().width);
  await expect.poll(drawn, "the figure is drawn").toBeGreaterThan(100);
  await audit(maja.page, "a fairy");
  await maja.page.getByRole("button", { name: "All my things" }).click();
  await expect(maja.page.getByRole("heading", { name: "Hello Maja" })).toBeVisible();
  await audit(maja.page, "a child’s things");
  await maja.page.getByRole("button", { name: /All about me/ }).click();
  await audit(maja.page, "the first screen of a new tool");
  await maja.page.getByRole("button", { name: "Start" }).click();
  await expect(maja.page.getByRole("heading", { name: "This is me" })).toBeVisible();
  await audit(maja.page, "a page");
  await maja.page.getByRole("button", { name: "Draw", exact: true }).click();
  await audit(maja.page, "a sheet to draw on");
  await maja.page.getByRole("button", { name: "Back", exact: true }).click();
  await maja.page.getByRole("button", { name: "Photo" }).click();
  await audit(maja.page, "a photo");
  await maja.page.getByRole("button", { name: "How it looks" }).click();
  await audit(maja.page, "how it looks");
  const { page } = await devices.tablet("Tomek");
  await page.getByRole("link", { name: /Three Houses/ }).click();
  await audit(page, "the street");
  await page.getByRole("button", { name: "Say it" }).click();
  await audit(page, "saying it");
  await page.getByLabel("Which grown-up writes?").fill("Jean-Luc");
  await page.getByLabel("Exactly what you say").fill("I like the library");
  await page.getByRole("button", { name: "Who can know?" }).click();
  await audit(page, "who can know");
  await page.getByRole("button", { name: "Break" }).click();
  await audit(page, "a break");
  await page.getByRole("button", { name: "Come back" }).click();
  await page.getByRole("radio", { name: "Everyone at the meeting" }).check();
  await page.getByRole("button", { name: "Yes, that’s right" }).click();
  await expect(page.locator(".card", { hasText: "I like the library" })).toBeVisible();
  await audit(page, "a house with something in it");
  await page.getByRole("button", { name: "I’ve finished" }).click();
  await audit(page, "finished");
});

test("the minutes, for both audiences", async ({ devices }) => {
  const { page } = await devices.open("laptop", CONSOLE);
  await signIn(page, CHAIR);
  for (const conference of [CONFERENCE, REVIEW]) {
    for (const copy of ["professionals", "family"]) {
      await page.goto(`/conferences/${conference}/minutes/${copy}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await audit(page, `${conference}, the copy of the ${copy}`);
    }
  }
});

test("a page narrower than any phone, and one at four times the size, still reads", async ({ devices }) => {
  const narrow = await devices.open("a narrow window", { width: 320, height: 640 });
  const fits = async (path: string) => {
    await narrow.page.goto(path);
    expect.soft(await narrow.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${path} at 320 wide`).toBeLessThanOrEqual(0);
  };
  await fits("/");
  await signIn(narrow.page, CHAIR);
  await fits("/conferences");
  await fits("/conferences/new");
  await fits(`/conferences/${CONFERENCE}/prepare`);
});

test("without a script everything that is read can be read", async ({ devices }) => {
  const live = await devices.console();
  const phone = await devices.phone(live, "Gosia", /Małgorzata|Gosia|Mum/);
  const wall = await devices.wall(live);
  const tablet = await devices.tablet("Tomek");
  const still = async (from: Device, size: typeof WALL, path: string) => {
    const device = await devices.open("a browser without scripts", size, { javaScriptEnabled: false, storageState: await from.context.storageState() });
    await device.page.goto(path);
    return device.page;
  };
  const board = await still(live, CONSOLE, `/conferences/${CONFERENCE}`);
  await expect(board.getByText("I put my pillow on my ears like a sandwitch").first()).toBeVisible();
  await board.getByRole("link", { name: /Working well/ }).click();
  await expect(board.getByText("Mum rang 999 herself").first()).toBeVisible();
  await board.locator(".drawer > summary", { hasText: "Plan" }).click();
  await expect(board.getByRole("region", { name: "Plan", exact: true })).toBeVisible();

  const seat = await still(phone, PHONE, "/seat");
  await expect(seat.getByText("Pączek").first()).toBeVisible();
  await seat.goto("/seat?look=column-worried");
  await expect(seat.getByText("I put my pillow on my ears like a sandwitch").first()).toBeVisible();
  const screen = await still(wall, WALL, "/wall");
  await expect(screen.getByText("Pączek").first()).toBeVisible();
  const houses = await still(tablet, TABLET, "/seat?tool=tomek-houses&place=worries");
  await expect(houses.getByText("I listen on the stairs")).toBeVisible();
  const minutes = await still(live, CONSOLE, `/conferences/${CONFERENCE}/minutes/professionals`);
  await expect(minutes.getByText("I put my pillow on my ears like a sandwitch").first()).toBeVisible();
});

