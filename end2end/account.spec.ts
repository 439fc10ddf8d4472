// One's own way in, as forms without a program: a second step, where one is signed in, an invitation.
// Deliberately not here: every wrong try (the server's own tests have those). These pages are audited as they are used.
import { createHmac } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { CHAIR, CONFERENCE, CONSOLE, CUT, type Page, PHONE, expect, saved, signIn, test } from "./fixtures";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What a telephone with this key shows, so many half minutes from now (RFC 6238). */
function code(letters: string, ahead: number): string {
  const bits = [...letters.replaceAll(" ", "")].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const hash = createHmac("sha1", key).update(step).digest();
  const number = hash.readUInt32BE((hash[19] ?? 0) & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, "0");
}

async function audit(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const said = violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" | ")}`);
  expect(said, what).toEqual([]);
}

test("a second step is set up, asked for, and good once", async ({ devices }) => {
  const { page } = await devices.open("laptop", CONSOLE);
  await signIn(page, CHAIR);
  await page.goto("/account/second-factor");
  await audit(page, "before the second step");
  await page.getByRole("button", { name: "Set it up" }).click();
  await audit(page, "the key");
  const key = await page.locator(".key").innerText();
  await page.getByLabel("Code").fill(code(key, 0));
  await page.getByRole("button", { name: "It works" }).click();
  await expect(page.getByText("The second step is on.")).toBeVisible();
  await audit(page, "the recovery codes");
  const recovery = await page.locator(".codes code").allInnerTexts();
  expect(recovery).toHaveLength(10);

  const second = await devices.open("another laptop", CONSOLE);
  await second.page.goto("/");
  await second.page.getByLabel("Sign-in name").fill(CHAIR.name);
  await second.page.getByLabel("Password").fill(CHAIR.password);
  await second.page.getByRole("button", { name: "Sign in" }).click();
  await second.page.waitForURL("**/sign-in/code");
  await second.page.getByLabel("Code").fill("000000");
  await second.page.getByRole("button", { name: "Sign in" }).click();
  await expect(second.page.getByRole("alert")).toContainText("That code is not right");
  await audit(second.page, "a wrong code");
  await second.page.getByLabel("Code").fill(recovery[0] ?? "");
  await second.page.getByRole("button", { name: "Sign in" }).click();
  await second.page.waitForURL("**/conferences");

  await page.goto("/account");
  await expect(page.getByText("Signed in just now")).toHaveCount(2);
  await audit(page, "where one is signed in");
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByRole("status")).toContainText("Everywhere else you are signed out");
  await second.page.goto("/account");
  await expect(second.page.getByRole("heading", { name: "You are signed out" })).toBeVisible();
});

test("an invitation is read from behind the # and makes an account, also on a small screen", async ({ devices, hearth }) => {
  const said = await hearth.tell("account", "invite", "ffion", "--display", "Ffion Tregenza", "--role", "minute_taker", "--at", hearth.url);
  const link = /http:\/\/\S+\/invited#\S+/.exec(said)?.[0] ?? "";
  const { page } = await devices.open("Ffion’s telephone", PHONE);
  await page.goto(link);
  await expect(page.getByLabel("Invitation")).not.toHaveValue("");
  expect(page.url(), "the token is out of the address").not.toContain("#");
  await audit(page, "the invitation");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByLabel("Your name")).toHaveValue("Ffion Tregenza");
  const choose = async (password: string) => {
    await page.getByLabel("New password").fill(password);
    await page.getByLabel("The same once more").fill(password);
    await page.getByRole("button", { name: "Make the account" }).click();
  };
  await choose("password1234");
  await expect(page.getByRole("alert")).toContainText("among the first that somebody would try");
  await audit(page, "an easy password");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is cut off").toBe(true);
  await choose("saddle window marmalade");
  await page.waitForURL("**/conferences");
});

test("whoever is signed out at the console signs in again on it, and what was unsent goes", async ({ devices, hearth }) => {
  const console = await devices.console();
  const { page } = console;
  console.allow(...CUT);
  await page.evaluate(() => Object.assign(window, { never: "loaded again" }));
  // All sessions end, as they do when the time is over.
  await hearth.tell("account", "disable", CHAIR.name);
  await hearth.tell("account", "enable", CHAIR.name);
  const frame = page.frameLocator('iframe[title="Staying signed in"]');
  await expect(frame.getByText("You are signed out.")).toBeVisible();
  // What is written before the connection ends is saved still; here it is written afterwards.
  await expect(page.locator("header.bar").getByRole("status")).toContainText("No connection");
  const words = "Written while nobody was signed in";
  await page.getByLabel("New line").fill(words);
  await page.getByLabel("New line").press("Control+Enter");
  await expect(page.locator("header.bar").getByRole("status")).toContainText("Not sent: 1");

  await frame.getByLabel("Sign-in name").fill(CHAIR.name);
  await frame.getByLabel("Password").fill(CHAIR.password);
  await frame.getByRole("button", { name: "Sign in" }).click();
  await saved(page);
  await expect(page.locator('iframe[title="Staying signed in"]')).toHaveCount(0);
  expect((await hearth.exported()).cards.filter((card) => card.words === words)).toHaveLength(1);
  expect(await page.evaluate(() => (window as unknown as { never?: string }).never)).toBe("loaded again");
});

test("whoever is signed out while preparing signs in again on the page, and goes on", async ({ devices, hearth }) => {
  const console = await devices.console();
  const { page } = console;
  console.allow(...CUT);
  await page.goto(`/conferences/${CONFERENCE}/prepare`);
  await expect(page.locator("header.bar").getByRole("status")).toContainText("Saved");
  await page.evaluate(() => Object.assign(window, { never: "loaded again" }));
  await hearth.tell("account", "disable", CHAIR.name);
  await hearth.tell("account", "enable", CHAIR.name);
  const frame = page.frameLocator('iframe[title="Signing in again"]');
  await expect(frame.getByText("You are signed out.")).toBeVisible();
  await expect(page.locator("header.bar").getByRole("status")).toContainText("No connection");

  await frame.getByLabel("Sign-in name").fill(CHAIR.name);
  await frame.getByLabel("Password").fill(CHAIR.password);
  await frame.getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator("header.bar").getByRole("status")).toContainText("Saved", { timeout: 30_000 });
  await expect(page.locator('iframe[title="Signing in again"]')).toHaveCount(0);
  expect(await page.evaluate(() => (window as unknown as { never?: string }).never)).toBe("loaded again");
});

test("a page of forms says that its sign-in will end, and keeps what is half written", async ({ devices }) => {
  const { page } = await devices.open("laptop", CONSOLE);
  await signIn(page, CHAIR);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/conferences/${CONFERENCE}/record/statements`);
  await page.locator("main summary").first().click();
  const box = page.getByRole("textbox").first();
  await box.fill("Half a sentence");
  const staying = page.locator(".staying");
  await expect(staying).toBeHidden();
  expect(asked, "nothing is asked before it is time").not.toContain("/sign-in/stay");
  // Half an hour goes by in a moment.
  const session = await page.context().newCDPSession(page);
  await session.send("Animation.enable");
  await session.send("Animation.setPlaybackRate", { playbackRate: 100_000 });
  await expect(staying).toBeInViewport();
  // The clock of the server has not moved: it says how things are.
  await expect(staying.frameLocator("iframe").getByRole("status")).toContainText("You are signed in.");
  await expect(box).toHaveValue("Half a sentence");
  await audit(page, "the frame in which it is said");
  await staying.getByText("Put this away").click();
  await expect(staying.locator("iframe")).toBeHidden();
});
