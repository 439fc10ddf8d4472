// The heart of a first conference: the chair's console, the wall and a mother's phone, open at once, from a child's words
// to the minutes in two copies.
// Deliberately not here: every key of the console (keyboard.spec.ts) and lost connections (restart and offline).
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { type Device, type Page, CONFERENCE, drawer, expect, findLine, plain, saved, test } from "./fixtures";

/** Tomek's words for professionals alone, and what was answered to them. */
const FOR_PROFESSIONALS = ["does Maja still get to see her dad", "Maja's time with her dad isn't your job"];

test("a conference, from the children’s words to the minutes", async ({ devices }, info) => {
  test.setTimeout(180_000);
  const console = await devices.console();
  const wall = await devices.wall(console);
  const phone = await devices.phone(console, "Gosia", /Małgorzata|Gosia|Mum/);

  await test.step("the children’s words come onto the board as they chose", async () => {
    await pull(console.page, "don't want to be on a plan like a bad kid");
    // Everyone but Declan: while he listens by telephone the wall has none of it, and Tomek's mother reads it in her hand.
    await expect(wall.page.getByText("like a bad kid").first()).toBeVisible();
    await console.page.getByRole("button", { name: /Declan.* is back/ }).click();
    await expect(wall.page.getByText("like a bad kid")).toHaveCount(0);
    await findOnPhone(phone, "don't want to be on a plan like a bad kid");

    await pull(console.page, "here its 8 because babcia", "What is good");
    await findOnPhone(phone, "here its 8 because babcia", "working_well");
    expect(await wall.everything()).not.toContain("here its 8 because babcia");
  });

  await test.step("a line that was taken off comes back word for word", async () => {
    await findLine(console.page, "the loud nights");
    await console.page.keyboard.press("Enter");
    await console.page.getByRole("menuitem", { name: "Remove from the board" }).press("Enter");
    await expect(wall.page.getByText("the loud nights")).toHaveCount(0);
    await pull(console.page, "the loud nights");
    await expect(wall.page.getByText("I put my pillow on my ears like a sandwitch").first()).toBeVisible();
  });

  await test.step("a line is written, put on the board and carried, without a mouse", async () => {
    const words = "Gran has a spare key at number nine";
    await console.page.keyboard.press("Escape");
    await console.page.keyboard.press("n");
    await console.page.keyboard.type(words);
    await expect(console.page.getByLabel("New line")).toHaveValue(words);
    // Another line goes through while this one is being written: the wall is live, and still has none of it.
    await console.page.getByRole("button", { name: /Declan.* steps out/ }).click();
    await expect(wall.page.getByText("like a bad kid").first()).toBeVisible();
    for (const device of [wall, phone]) {
      expect(await device.everything()).not.toContain("Gran has a spare");
    }
    await console.page.getByLabel("New line").press("Control+Enter");
    await findOnPhone(phone, words);
    await expect(wall.page.getByText(words)).toBeVisible();

    await console.page.keyboard.press("Shift+Tab");
    await findLine(console.page, words);
    await console.page.keyboard.press("Space");
    await console.page.keyboard.press("ArrowRight");
    await expect(console.page.locator(".sheet .card:focus")).toContainText("In your hand");
    await console.page.keyboard.press("Space");
    await expect(wall.page.getByRole("region", { name: "Working well" }).getByText(words)).toBeVisible();
    await expect(console.page.locator(".sheet .card:focus")).toContainText(words);
  });

  await test.step("a blank wall shows nothing, and everything again", async () => {
    await console.page.keyboard.press("b");
    await expect(wall.page.locator(".wall")).toHaveAttribute("data-mode", "blank");
    await expect(wall.page.getByText("Gran has a spare key")).toHaveCount(0);
    await phone.page.goto("/seat");
    await expect(phone.page.getByText("The wall is empty just now.")).toBeVisible();
    await console.page.keyboard.press("b");
    await expect(wall.page.getByText("Gran has a spare key")).toBeVisible();
  });

  await test.step("numbers, a plan and a decision", async () => {
    await console.page.getByRole("button", { name: "Next: Weigh up" }).click();
    const scale = await drawer(console.page, "Scale");
    await scale.getByRole("combobox", { name: "Who", exact: true }).selectOption({ label: await optionLike(scale.getByRole("combobox", { name: "Who", exact: true }), /Halina|Gran/) });
    await scale.getByRole("radio", { name: "7", exact: true }).check();
    await scale.getByLabel("What makes it that number").fill("I am there every night now");
    await scale.getByRole("button", { name: "Give this number" }).click();
    await expect(scale.getByText("I am there every night now")).toBeVisible();
    await expect(wall.page.getByRole("listitem").filter({ hasText: /Halina|Gran/ }).filter({ hasText: ": 7" }).first()).toBeVisible();

    await console.page.keyboard.press("Escape");
    await console.page.getByRole("button", { name: /^Next: .*[Pp]lan/ }).click();
    const plan = await drawer(console.page, "Plan");
    await plan.getByRole("textbox", { name: "What", exact: true }).fill("A phone number that only we know");
    await plan.getByLabel("Who does it").selectOption({ label: await optionLike(plan.getByLabel("Who does it"), /Priya/) });
    await plan.getByLabel("By which day").fill("2026-09-28");
    await plan.getByRole("button", { name: "Put in the plan" }).click();
    await expect(plan.getByText("A phone number that only we know").first()).toBeVisible();
    // The phase leads the wall to the plan, with who and by when, and the phone along with it.
    const planned = wall.page.getByRole("listitem").filter({ hasText: "A phone number that only we know" });
    await turnTo(console.page, planned);
    await expect(planned).toContainText(/Priya.*By Monday 28 September/s);
    await phone.page.goto("/seat");
    await expect(phone.page.getByText("A phone number that only we know")).toBeVisible();
    await phone.page.goto("/seat?look=plan");
    await expect(phone.page.getByText("A phone number that only we know")).toBeVisible();
    await expect(phone.page.getByText("28 September").first()).toBeVisible();

    const decide = await drawer(console.page, "Decide");
    const tomek = decide.getByRole("region", { name: "Tomek" });
    await tomek.getByLabel("Reasons").fill("Tomek carried the worry alone. It is time that the grown-ups carry it.");
    await tomek.getByRole("button", { name: /ecide|decision/ }).click();
    await saved(console.page);
    await console.page.getByRole("combobox", { name: "Show", exact: true }).selectOption({ label: "The decision" });
    const decided = wall.page.getByRole("listitem").filter({ hasText: "It is time that the grown-ups carry it" });
    await turnTo(console.page, decided);
    await expect(wall.page.getByRole("heading", { name: "The decision: Tomek" })).toBeVisible();
    await phone.page.goto("/seat?look=decisions");
    await expect(phone.page.getByText("It is time that the grown-ups carry it")).toBeVisible();
  });

  await test.step("the minutes, in the professionals’ copy, the family’s and the mother’s own", async () => {
    const professionals = await pdf(console.page, "professionals", info.outputPath("professionals.pdf"));
    const family = await pdf(console.page, "family", info.outputPath("family.pdf"));
    const mother = await pdf(console.page, "gosia", info.outputPath("gosia.pdf"));
    for (const copy of [professionals, mother]) {
      expect(copy).toContain("I put my pillow on my ears like a sandwitch");
      expect(copy).toContain("Gran has a spare key at number nine");
      expect(copy).toContain("A phone number that only we know");
      expect(copy).toContain("It is time that the grown-ups carry it");
    }
    expect(professionals).toContain(FOR_PROFESSIONALS[0]);
    for (const words of FOR_PROFESSIONALS) {
      expect(family, "the family’s copy").not.toContain(words);
      expect(mother, "the mother’s copy").not.toContain(words);
      for (const [name, device] of [["wall", wall], ["phone", phone]] as const) {
        expect(plain(await device.everything()), name).not.toContain(words);
      }
    }
    // The same words did reach the console, so their absence elsewhere is not an accident of spelling.
    expect(plain(await console.everything())).toContain(FOR_PROFESSIONALS[0]);
  });
});

/** Puts one of the children's words on the board, from their tools. */
async function pull(page: Page, words: string, section?: string): Promise<void> {
  const tools = await drawer(page, "Children’s tools");
  const entry = tools.locator("li.card", { hasText: words });
  if (section) {
    await entry.getByLabel("Where to").selectOption({ label: section });
  }
  await entry.getByRole("button", { name: "Put on board" }).click();
  await expect(entry.getByText("On the board")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tools).toBeHidden();
  await saved(page);
}

/** Turns the wall's pages until this stands there. */
async function turnTo(console: Page, there: ReturnType<Page["getByRole"]>): Promise<void> {
  await expect.poll(async () => {
    if (await there.isVisible()) {
      return true;
    }
    const turn = console.getByRole("button", { name: /^Page \d of/ });
    await turn.click();
    await saved(console);
    return false;
  }, { intervals: [700] }).toBe(true);
}

/** Finds words on a phone, wherever they stand: with the wall, or looking around. */
async function findOnPhone(phone: Device, words: string, column = "worried"): Promise<void> {
  await expect.poll(() => phone.everything()).toContain(words);
  await phone.page.goto(`/seat?look=column-${column}`);
  await expect(phone.page.getByText(words).first()).toBeVisible();
}

async function optionLike(list: ReturnType<Page["getByLabel"]>, words: RegExp): Promise<string> {
  const options = await list.locator("option").allInnerTexts();
  return options.find((option) => words.test(option)) ?? `no option like ${words}`;
}

/** A copy of the minutes as a PDF, in its words; taken although there may be something to look at again. */
async function pdf(page: Page, copy: string, file: string): Promise<string> {
  const answer = await page.request.get(`/conferences/${CONFERENCE}/minutes/${copy}.pdf?anyway=known`);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  writeFileSync(file, await answer.body());
  return plain(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }));
}
