// From an empty folder to minutes: the first account, a conference, a child's own houses, word for word.
// Deliberately not here: the demonstration. Nobody here existed before this test.
import { CONSOLE, TABLET, connected, drawer, expect, join, plain, saved, test } from "./fixtures";

test.use({ begin: "serve" });

const WRITTEN = "“My dog’s called Biscuit” 🐕‍🦺\n  she waits — at the window\n\nevery day…";
const SAID = "I don’t like it when it’s loud. It's like thunder 🌩️ in the kitchen";

test("a new Hearth, from the link on the terminal to the minutes", async ({ devices, hearth }) => {
  test.setTimeout(180_000);
  const laptop = await devices.open("the chair’s laptop", CONSOLE);
  const { page } = laptop;
  const link = /http:\/\/\S+\/setup\/\S+/.exec(hearth.said)?.[0] ?? "";
  expect(link).not.toBe("");

  await test.step("the first account is made, once", async () => {
    await page.goto(link);
    await page.getByLabel("Your name").fill("Ffion Tregenza");
    await page.getByLabel("A name to sign in with").fill("ffion");
    await page.getByLabel("Password").fill("three plain words");
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.waitForURL("**/conferences");
    const again = await devices.open("somebody with the same link", CONSOLE);
    await again.page.goto(link);
    await again.page.getByLabel("Your name").fill("Mallory");
    await again.page.getByLabel("A name to sign in with").fill("mallory");
    await again.page.getByLabel("Password").fill("three other words");
    await again.page.getByRole("button", { name: "Make the account" }).click();
    await expect(again.page.getByRole("alert")).toContainText("This link has been used");
  });

  let conference = "";
  await test.step("a conference, its children and its people", async () => {
    await page.goto("/conferences/new");
    await page.getByLabel("What sort of conference").selectOption({ index: 0 });
    await page.getByLabel("Framework").selectOption({ label: "Signs of Safety" });
    await page.getByLabel("Authority").fill("Saltmarsh Council");
    await page.getByLabel("Day", { exact: true }).fill("2026-11-26");
    await page.getByLabel("Place").fill("Room 4");
    await page.getByLabel("Name in law").fill("Wren Ashdown");
    await page.getByLabel("Name they go by").fill("Wren");
    await page.getByLabel("Born on").fill("2018-02-03");
    await page.getByRole("button", { name: "Make the conference" }).click();
    await page.waitForURL(/\/conferences\/[^/]+\/prepare/);
    conference = new URL(page.url()).pathname.split("/")[2] ?? "";

    await page.getByRole("button", { name: "Add a child" }).click();
    const child = page.locator("form", { hasText: "A child" });
    await child.getByLabel("Name in law").fill("Robin Ashdown");
    await child.getByLabel("Name they go by").fill("Robin");
    await child.getByLabel("Day", { exact: true }).fill("2014-05-06");
    await child.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: /^Robin/ }).first()).toBeVisible();

    await page.getByRole("button", { name: "Add somebody of the family" }).click();
    const person = page.locator("form", { hasText: "Somebody new" });
    await person.getByLabel("Full name").fill("Kit Ashdown");
    await person.getByLabel("What the board calls them").fill("Dad");
    await person.getByLabel("How they take part").selectOption({ label: "In the room" });
    await person.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: /Kit Ashdown/ })).toBeVisible();
  });

  await test.step("a child’s houses on a tablet, word for word", async () => {
    await page.getByRole("button", { name: "Hand over a tablet to Wren" }).click();
    const code = await page.locator(".handed .big-code").innerText();
    const tablet = await devices.open("Wren’s tablet", TABLET);
    await join(tablet.page, code, "");
    await connected(tablet);
    await tablet.page.getByRole("button", { name: /Three Houses/ }).click();
    await tablet.page.getByLabel("Who is with you?").fill("Jo, social worker");
    await tablet.page.getByRole("radio", { name: "Yes" }).check();
    await tablet.page.getByRole("button", { name: "Start" }).click();

    await tablet.page.getByRole("button", { name: "Write", exact: true }).click();
    await tablet.page.getByLabel("Your words").fill(WRITTEN);
    await tablet.page.getByRole("button", { name: "Who can know?" }).click();
    await tablet.page.getByRole("radio", { name: "Everyone at the meeting" }).check();
    await expect(tablet.page.locator(".preview")).toContainText(/They will see it:\s*The big screen/);
    await tablet.page.getByRole("button", { name: "Yes, that’s right" }).click();
    await expect(tablet.page.locator(".card", { hasText: "Biscuit" })).toBeVisible();

    await tablet.page.getByRole("navigation", { name: "Houses" }).getByRole("link", { name: /Worries/ }).click();
    await tablet.page.getByRole("button", { name: "Say it" }).click();
    await tablet.page.getByLabel("Exactly what you say").fill(SAID);
    await tablet.page.getByRole("button", { name: "Who can know?" }).click();
    await tablet.page.getByRole("radio", { name: "Only people whose job it is to help" }).check();
    await expect(tablet.page.locator(".preview")).toContainText(/They get nothing at all:.*The big screen/s);
    await tablet.page.getByRole("button", { name: "Yes, that’s right" }).click();
    await expect(tablet.page.locator(".card", { hasText: "thunder" })).toBeVisible();
    await tablet.page.getByRole("button", { name: "I’ve finished" }).click();
    await expect(tablet.page.getByText("Everything you said is kept, in your words.")).toBeVisible();
    await tablet.page.getByRole("button", { name: "Give the tablet back" }).click();
    await expect(tablet.page.getByRole("heading", { name: "Thank you" })).toBeVisible();

    const kept = (await hearth.exported(conference)).tools.flatMap((tool) => tool.entries).map((entry) => entry.words);
    expect(kept.toSorted()).toEqual([WRITTEN, SAID].toSorted());
    // A tablet's code works once.
    const other = await devices.open("another tablet", TABLET);
    await other.page.goto("/");
    await other.page.getByLabel("Your code").fill(code);
    await other.page.getByRole("button", { name: "Come in" }).click();
    await other.page.waitForURL(/wrong=code/);
  });

  await test.step("the words on the board, and the minutes in two copies", async () => {
    await page.goto(`/conferences/${conference}`);
    await saved(page);
    const tools = await drawer(page, "Children’s tools");
    for (const words of ["Biscuit", "thunder"]) {
      const entry = tools.locator("li.card", { hasText: words });
      await entry.getByRole("button", { name: "Put on board" }).click();
      await expect(entry.getByText("On the board")).toBeVisible();
    }
    await saved(page);
    const { cards } = await hearth.exported(conference);
    expect(cards.map((card) => card.words).toSorted()).toEqual([WRITTEN, SAID].toSorted());

    await page.goto(`/conferences/${conference}/minutes/professionals`);
    await expect(page.getByText("like thunder").first()).toBeVisible();
    await page.goto(`/conferences/${conference}/minutes/family`);
    expect(plain(await page.locator("body").innerText())).toContain("My dog’s called Biscuit");
    expect(await page.content()).not.toContain("thunder");
  });
});
