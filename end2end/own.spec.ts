// A young person's own conference on a tablet that is passed across a table, from what can be kept to handing it back; and
// then the conference it belongs to, where everybody gets exactly what was agreed.
// Deliberately not here: every way of sharing by every audience. The rules' own table is.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Device, type Page, CONFERENCE, drawer, expect, join, openConsole, plain, saved, test } from "./fixtures";

const UPRIGHT = { width: 834, height: 1112 };

/** The words of one language file, by their keys. */
function language(tag: string): (key: string, gaps?: Record<string, string>) => string {
  const words = new Map<string, string>();
  let under = "";
  for (const line of readFileSync(resolve(__dirname, `../app/languages/${tag}.toml`), "utf8").split("\n")) {
    const heading = /^\[words\.(.+)\]$/.exec(line)?.[1];
    const word = /^(\w+) = (".*")$/.exec(line);
    if (heading) {
      under = heading;
    } else if (word?.[1] && word[2]) {
      words.set(`${under}.${word[1]}`, JSON.parse(word[2]) as string);
    }
  }
  return (key, gaps = {}) => {
    const found = words.get(key) ?? `no words for ${key}`;
    return Object.entries(gaps).reduce((text, [gap, value]) => text.replaceAll(`{${gap}}`, value), found);
  };
}
type Say = ReturnType<typeof language>;

/** What Tomek says, and how he shares it. */
const STEPS = "I count the steps on the stairs";
const FRIDAYS = "babcia lets me stay up late";
const WHO_HEARS = "if I tell it, who hears it next??";
const THEME = "being on the football team";
const HIS_OWN_THEME = "I want tata at my match and not shouting";
const MINE = "this one stays under my pillow";

/** The code that the chair reads out, from the page where tablets are handed over. */
async function hold(console: Device, button: RegExp): Promise<string> {
  await console.page.goto(`/conferences/${CONFERENCE}/prepare`);
  await saved(console.page).catch(() => undefined);
  await console.page.getByRole("button", { name: button }).click();
  return console.page.locator("#own .big-code").innerText();
}

/** A tablet in Tomek's hands. */
async function handOver(devices: Parameters<Parameters<typeof test>[2]>[0]["devices"], code: string): Promise<Device> {
  const tablet = await devices.open("Tomek’s tablet", UPRIGHT, { hasTouch: true });
  await join(tablet.page, code, "");
  await expect.poll(() => tablet.frames.length).toBeGreaterThan(0);
  return tablet;
}

const tap = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().tap();
const head = (page: Page, name: string) => expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
const choose = (page: Page, words: string) => page.locator("label", { hasText: words }).first().tap();

/** What is said before anything is asked; not sure at first, and then sure. */
async function limits(page: Page, t: Say): Promise<void> {
  await head(page, t("own.limits_head"));
  await tap(page, t("own.not_sure"));
  await head(page, t("own.again_head"));
  await tap(page, t("own.get_it"));
}

/** Who is here, what to call him, and four numbers. */
async function whoIsHere(page: Page, t: Say): Promise<void> {
  await head(page, t("own.who_head", { chair: "Siân" }));
  await choose(page, "Jean-Luc");
  await tap(page, t("do.next"));
  await head(page, t("own.called_head"));
  await choose(page, t("own.he"));
  await tap(page, t("do.next"));
  await head(page, t("own.numbers_head"));
  for (const time of ["first", "again"]) {
    for (const digit of "4711") {
      await page.getByRole("button", { name: digit, exact: true }).tap();
    }
    await expect(page.getByText(t(time === "first" ? "own.numbers_again" : "own.numbers_set"))).toBeVisible();
  }
  await tap(page, t("do.next"));
}

/** Puts words on the open question's card, and goes on to the slip. */
async function say(page: Page, t: Say, way: string, words: string): Promise<void> {
  await tap(page, t(way));
  await page.locator("#words").tap();
  await page.locator("#words").fill(words);
  await tap(page, t("share.who_can_know"));
  await head(page, t("share.who_can_know_this"));
}

/** The question with this word. */
const question = (page: Page, t: Say, key: string) =>
  page.getByRole("navigation").getByRole("link", { name: t(`tool.sba_board.${key}.short`) }).tap();

/** The whole board: typed, dictated, for some, in other words, undecided, and a number. */
async function board(page: Page, t: Say): Promise<void> {
  await head(page, t("tool.sba_board.worried.label"));
  await say(page, t, "ways.write", STEPS);
  await choose(page, t("own.everyone_but"));
  await choose(page, "Grzegorz");
  await tap(page, t("share.right"));
  await expect(page.getByText(t("own.note_but", { names: "Grzegorz" }))).toBeVisible();

  await question(page, t, "going_well");
  await head(page, t("tool.sba_board.going_well.label"));
  await say(page, t, "ways.say", FRIDAYS);
  await choose(page, t("share.everyone"));
  await tap(page, t("share.right"));

  await question(page, t, "grey");
  await head(page, t("tool.sba_board.grey.label"));
  await say(page, t, "ways.write", WHO_HEARS);
  await choose(page, t("own.workers_only"));
  await tap(page, t("share.right"));
  await say(page, t, "ways.write", MINE);
  await tap(page, t("share.right"));

  await question(page, t, "change");
  await head(page, t("tool.sba_board.change.label"));
  await say(page, t, "ways.write", HIS_OWN_THEME);
  await choose(page, t("share.everyone"));
  await page.locator("summary", { hasText: t("own.how") }).tap();
  await choose(page, t("own.only_about"));
  await page.getByLabel(t("own.what_about")).tap();
  await page.getByLabel(t("own.what_about")).fill(THEME);
  await tap(page, t("share.right"));

  await question(page, t, "how_ok");
  await head(page, t("tool.sba_board.how_ok.label"));
  await choose(page, "4");
  await tap(page, t("share.who_can_know"));
  await choose(page, t("share.everyone"));
  await tap(page, t("share.right"));
  await expect(page.locator(".card", { hasText: "4" })).toBeVisible();
}

/** What somebody will get, as the tablet shows it. */
async function promised(page: Page, name: string): Promise<string> {
  await page.locator(".lookers").getByRole("button", { name }).first().tap();
  await expect(page.locator(".look-back figcaption")).toContainText(name);
  return page.locator(".look-back figure").innerText();
}

/** Everything the tablet still holds after it was handed back. */
async function left(page: Page): Promise<string> {
  const stored = await page.evaluate(async () => {
    const caches_ = await caches.keys();
    const databases = await indexedDB.databases();
    return JSON.stringify({ ...localStorage, ...sessionStorage, caches_, databases, state: history.state });
  });
  return stored + (await page.content());
}

test("a whole conference of one’s own, and then everybody gets exactly what was agreed", async ({ devices }) => {
  test.setTimeout(300_000);
  const t = language("en");
  const console = await devices.console();
  const code = await hold(console, /Hold Tomek’s own conference/);
  await expect(console.page.locator("#own").getByText("Going on")).toBeVisible();
  const tablet = await handOver(devices, code);
  const page = tablet.page;

  await test.step("what can be kept, who is here, how it looks", async () => {
    await limits(page, t);
    await whoIsHere(page, t);
    await head(page, t("top.look"));
    await choose(page, t("look.dark"));
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dim");
    await choose(page, t("look.light"));
    await tap(page, t("own.to_board"));
    await expect(page.getByText(t("own.with_two", { chair: "Siân", name: "Jean-Luc" }))).toBeVisible();
  });

  await test.step("the board", async () => board(page, t));

  await test.step("put away within one tap, and only his numbers open it, even when the page is loaded again", async () => {
    const begun = Date.now();
    await tap(page, t("top.away"));
    await expect(page.getByText(STEPS)).toBeHidden();
    expect(Date.now() - begun).toBeLessThan(1_000);
    for (const digit of "0000") {
      await page.getByRole("button", { name: digit, exact: true }).tap();
    }
    await expect(page.getByText(t("own.numbers_wrong"))).toBeVisible();
    await expect.poll(async () => (await page.request.get("/seat")).text()).not.toContain("the stairs");
    for (const digit of "4711") {
      await page.getByRole("button", { name: digit, exact: true }).tap();
    }
    await head(page, t("tool.sba_board.how_ok.label"));
    await expect.poll(async () => (await page.request.get("/seat")).text()).toContain("the stairs");
  });

  await test.step("nobody but the chair has a word of it before he agrees", async () => {
    await openConsole(console.page);
    const tools = await drawer(console.page, "Children’s tools");
    await expect(tools.locator("li.card", { hasText: STEPS })).toBeVisible();
    await expect(tools.locator("li.card", { hasText: MINE })).toHaveCount(0);
    await tools.locator("li.card", { hasText: STEPS }).getByRole("button", { name: "Put on board" }).click();
    await expect(console.page.getByText("has not agreed yet how this is shared").first()).toBeVisible();
    const paper = await console.page.request.get(`/conferences/${CONFERENCE}/minutes/professionals`);
    expect(await paper.text()).not.toContain(STEPS);
  });

  const seen: Record<string, string> = {};
  await test.step("he looks back through everybody’s eyes", async () => {
    await tap(page, t("own.look_back"));
    await head(page, t("own.look_back_head"));
    for (const name of ["Gosia", "Grzegorz", "Priya", t("own.the_wall"), t("own.workers_paper"), t("own.family_paper")]) {
      seen[name] = await promised(page, name);
    }
    expect(seen.Gosia).toContain(STEPS);
    expect(seen.Gosia).toContain(FRIDAYS);
    expect(seen.Gosia).toContain(THEME);
    expect(seen.Gosia).not.toContain(WHO_HEARS);
    expect(seen.Grzegorz).not.toContain(STEPS);
    expect(seen.Grzegorz).toContain(FRIDAYS);
    expect(seen.Priya).toContain(WHO_HEARS);
    for (const shown of Object.values(seen)) {
      expect(shown).not.toContain(MINE);
      expect(shown).not.toContain(HIS_OWN_THEME);
    }
  });

  await test.step("what has to be told he hears first, and says what he thinks of it", async () => {
    const tools = await drawer(console.page, "Children’s tools");
    await tools.locator("li.card", { hasText: WHO_HEARS }).getByRole("button", { name: "Tell somebody" }).click();
    const dialog = console.page.getByRole("dialog", { name: "Tell somebody" });
    await dialog.getByLabel("The least they have to know").fill("Tomek is afraid of what happens when he tells");
    await dialog.getByRole("checkbox", { name: /Halina/ }).check();
    await dialog.getByLabel("By which day").fill("2026-09-25");
    await dialog.getByLabel("What you say to the child").fill("I have to tell Halina that you are afraid");
    await dialog.getByRole("button", { name: /Save, and show/ }).click();
    await expect(page.getByText(t("own.must_tell", { chair: "Siân" }))).toBeVisible();
    await tap(page, t("own.look_at_it"));
    await head(page, t("own.safety_head"));
    await expect(page.getByText("I have to tell Halina that you are afraid")).toBeVisible();
    await expect(page.getByText("Halina", { exact: true })).toBeVisible();
    await expect(page.getByText("25/09/2026")).toBeVisible();
    await page.getByLabel(t("own.what_do_you_say")).tap();
    await page.getByLabel(t("own.what_do_you_say")).fill("ok but not in front of tata");
    // He goes on without tapping "keep": what he wrote is kept all the same.
    await tap(page, t("do.next"));
    await expect(tools.getByText(/They said: “ok but not in front of tata”/)).toBeVisible();
  });

  await test.step("he agrees, hears what comes next and hands the tablet back", async () => {
    await head(page, t("own.agree_head"));
    await expect(page.locator("li", { hasText: MINE })).toContainText(t("share.note_nobody"));
    await tap(page, t("own.i_agree"));
    await head(page, t("own.next_head"));
    await expect(page.getByText(t("own.next_text", { chair: "Siân" }))).toBeVisible();
    await choose(page, "Jean-Luc");
    await choose(page, t("own.next_day"));
    await expect(page.getByRole("button", { name: t("finished.give_back") })).toBeEnabled();
    await tap(page, t("finished.give_back"));
    await expect(page.getByRole("heading", { name: t("ended.thanks") })).toBeVisible();
  });

  await test.step("the tablet holds none of it", async () => {
    const words = [STEPS, FRIDAYS, WHO_HEARS, THEME, HIS_OWN_THEME, MINE, "Jean-Luc", "Tomek"];
    for (const where of ["here", "back", "forward"]) {
      if (where === "back") {
        await page.goBack({ waitUntil: "commit" });
      } else if (where === "forward") {
        await page.goForward({ waitUntil: "commit" });
      }
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // A page that comes back out of the browser's memory loads itself anew first.
      let rest = "";
      await expect(async () => (rest = await left(page))).toPass();
      for (const word of words) {
        expect(rest, where).not.toContain(word);
      }
    }
    expect(await tablet.context.cookies()).toEqual([]);
    const state = JSON.parse(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })));
    expect(state).toEqual({});
  });

  await test.step("the chair sees that it is agreed, and puts it on the board", async () => {
    await console.page.goto(`/conferences/${CONFERENCE}/prepare`);
    const own = console.page.locator("#own");
    await expect(own.getByText(/Agreed at \d\d:\d\d/)).toBeVisible();
    await expect(own.getByText("With Jean-Luc")).toBeVisible();
    await expect(own.getByText(/Jean-Luc tells them by Friday 25 September/)).toBeVisible();
    await openConsole(console.page);
  });

  const wall = await devices.wall(console);
  const mum = await devices.phone(console, "Gosia", /Małgorzata|Gosia|Mum/);
  const dad = await devices.phone(console, "Grzegorz", /Grzegorz/);
  await test.step("everybody has exactly what was agreed", async () => {
    const tools = await drawer(console.page, "Children’s tools");
    for (const words of [STEPS, FRIDAYS, WHO_HEARS, HIS_OWN_THEME]) {
      const entry = tools.locator("li.card", { hasText: words });
      await entry.getByRole("button", { name: "Put on board" }).click();
      await expect(entry.getByText("On the board")).toBeVisible();
    }
    await expect.poll(() => mum.everything()).toContain(STEPS);
    await expect.poll(() => dad.everything()).toContain(FRIDAYS);
    await expect.poll(() => wall.everything()).toContain(THEME);

    const all = [STEPS, FRIDAYS, WHO_HEARS, THEME, HIS_OWN_THEME, MINE];
    const gets = async (device: Device) => plain(await device.everything());
    const paper = async (of: string) =>
      plain(await (await console.page.request.get(`/conferences/${CONFERENCE}/minutes/${of}`)).text());
    const got: [string, string, string | undefined][] = [
      ["mum’s phone", await gets(mum), seen.Gosia],
      ["dad’s phone", await gets(dad), seen.Grzegorz],
      ["the wall", await gets(wall), seen[t("own.the_wall")]],
      ["mum’s paper", await paper("gosia"), seen.Gosia],
      ["dad’s paper", await paper("grzegorz"), seen.Grzegorz],
      ["the professionals’ paper", await paper("professionals"), seen[t("own.workers_paper")]],
      ["the family’s paper", await paper("family"), seen[t("own.family_paper")]],
    ];
    for (const [who, has, was] of got) {
      for (const words of all) {
        expect(has.includes(words), `${who}: ${words}`).toBe(plain(was ?? "").includes(words));
      }
    }
    // Whoever had to be told has the least of it and none of his words.
    const halina = await paper("halina");
    expect(halina).toContain("Tomek is afraid of what happens when he tells");
    expect(halina).not.toContain(WHO_HEARS);
  });

  await test.step("he changes his mind later, and it counts at once", async () => {
    const again = await handOver(devices, await hold(console, /Go on with Tomek’s own conference/));
    await head(again.page, t("tool.sba_board.worried.label"));
    await expect(again.page.getByText(t("own.agreed_note"))).toBeVisible();
    await question(again.page, t, "going_well");
    await again.page.locator(".card", { hasText: FRIDAYS }).getByRole("button", { name: t("do.change") }).tap();
    await choose(again.page, t("own.only_chair", { chair: "Siân" }));
    await tap(again.page, t("share.right"));
    await expect.poll(async () => (await mum.page.request.get("/seat")).text()).not.toContain(FRIDAYS);
    await expect(wall.page.getByText(FRIDAYS)).toHaveCount(0);
  });
});

test("the same in Arabic, from right to left", async ({ devices }) => {
  test.setTimeout(240_000);
  const [en, t] = [language("en"), language("ar")];
  const console = await devices.console();
  const tablet = await handOver(devices, await hold(console, /Hold Tomek’s own conference/));
  const page = tablet.page;
  await tap(page, en("top.look"));
  await page.getByRole("link", { name: "العربية" }).tap();
  await expect(page.locator(".tablet")).toHaveAttribute("dir", "rtl");
  await tap(page, t("look.done"));
  await limits(page, t);
  await whoIsHere(page, t);
  await tap(page, t("own.to_board"));
  await board(page, t);
  await tap(page, t("own.look_back"));
  expect(await promised(page, "Gosia")).toContain(STEPS);
  expect(await promised(page, "Grzegorz")).not.toContain(STEPS);
  await tap(page, t("own.that_is_right"));
  await head(page, t("own.agree_head"));
  await tap(page, t("own.i_agree"));
  await head(page, t("own.next_head"));
  await tap(page, t("finished.give_back"));
  await expect(page.getByRole("heading", { name: t("ended.thanks") })).toBeVisible();
  expect(await left(page)).not.toContain("Tomek");
  await console.page.goto(`/conferences/${CONFERENCE}/prepare`);
  await expect(console.page.locator("#own").getByText(/Agreed at/)).toBeVisible();
});

test("no screen is wider than the tablet, upright or on its side, and every target is big enough for a thumb", async ({ devices }) => {
  test.setTimeout(180_000);
  const t = language("en");
  const console = await devices.console();
  const tablet = await handOver(devices, await hold(console, /Hold Tomek’s own conference/));
  const page = tablet.page;
  const fits = async (where: string) => {
    for (const size of [UPRIGHT, { width: UPRIGHT.height, height: UPRIGHT.width }]) {
      await page.setViewportSize(size);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wide, `${where} at ${size.width}`).toBeLessThanOrEqual(0);
      const small = await page.evaluate(() => {
        const targets = document.querySelectorAll("main button, main summary, main label:has(input[type=radio], input[type=checkbox])");
        return [...targets].filter((target) => target.checkVisibility()).map((target) => ({ words: target.textContent, height: target.getBoundingClientRect().height })).filter(({ height }) => height > 0 && height < 63.5);
      });
      expect(small, `${where} at ${size.width}`).toEqual([]);
    }
    await page.setViewportSize(UPRIGHT);
  };
  await fits("limits");
  await tap(page, t("own.not_sure"));
  await fits("again");
  await tap(page, t("own.get_it"));
  await fits("who");
  await tap(page, t("do.next"));
  await fits("called");
  await tap(page, t("do.next"));
  await fits("numbers");
  await tap(page, t("own.no_numbers"));
  await fits("looks");
  await tap(page, t("own.to_board"));
  await fits("board");
  await say(page, t, "ways.write", STEPS);
  await choose(page, t("own.everyone_but"));
  for (const fold of ["own.how", "own.say_who", "own.where", "own.when"]) {
    await page.locator("summary", { hasText: t(fold) }).tap();
  }
  await fits("slip");
  await choose(page, t("share.everyone"));
  await tap(page, t("share.right"));
  await tap(page, t("own.look_back"));
  await expect(page.locator(".lookers")).toBeVisible();
  await fits("look back");
  await tap(page, t("own.that_is_right"));
  await fits("agree");
  await tap(page, t("own.i_agree"));
  await fits("next");
});
