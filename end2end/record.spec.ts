// The record's pages: put down by keyboard what is missing, look at what is asked, set one thing aside, approve.
// Deliberately not here: every form (the server's tests send each), and the live board.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHAIR, CONFERENCE, CONSOLE, PHONE, type Page, expect, signIn, test } from "./fixtures";

const READY = "ready-to-finish";

/** Types over what stands in the control with this label, without a mouse. */
async function type(page: Page, label: string, words: string): Promise<void> {
  await page.getByLabel(label).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(words);
}

test("the chair finishes a record by keyboard", async ({ devices, hearth }) => {
  // A conference in which everything is settled but one report, one person’s attendance and one warning.
  const record = JSON.parse(await hearth.tell("export", CONFERENCE)) as Record<string, never> & {
    conference: { id: string };
    answers: { entry: string }[];
    tools: { entries: { id: string; removed?: boolean }[] }[];
    plan: { due: unknown; measure?: string }[];
    matters: { matter: string; id: string; by?: string }[];
    people: { id: string; attendance?: string }[];
    decisions: { reasons: string }[];
  };
  record.conference.id = READY;
  const answered = new Set(record.answers.map((answer) => answer.entry));
  for (const { id } of record.tools.flatMap((tool) => tool.entries)) {
    if (!answered.has(id)) {
      record.answers.push({ entry: id, kind: "noted", words: "We heard this." } as never);
    }
  }
  for (const line of record.plan) {
    line.measure ??= "Priya asks and writes it down.";
    if (!("on" in (line.due as object))) {
      line.due = { on: "2026-11-20" };
    }
  }
  for (const decision of record.decisions) {
    decision.reasons = "We talked about what is hard. We want you to be safe.";
  }
  record.matters = record.matters.filter((matter) => matter.by !== "beth-ann");
  for (const person of record.people) {
    if (person.id === "grzegorz") {
      person.attendance = "invited";
    }
  }
  const file = join(hearth.data, "ready.json");
  writeFileSync(file, JSON.stringify(record));
  await hearth.tell("import", file);

  const { page, allow } = await devices.open("the chair’s laptop", CONSOLE, { javaScriptEnabled: false });
  // A form that comes back to be put right is an answer, and a browser notes it.
  allow(/status of 422/);
  await signIn(page, CHAIR);

  await test.step("a report is put down without a mouse", async () => {
    await page.goto(`/conferences/${READY}/record/reports`);
    const more = page.locator("summary").filter({ hasText: "Put down a report" });
    await more.focus();
    await page.keyboard.press("Enter");
    const form = page.locator("details[open]");
    await form.getByLabel("Who wrote it").selectOption({ label: "Beth-Ann, Larkfield Primary" });
    await form.getByLabel("What it says").focus();
    await page.keyboard.type("Maja comes every day.");
    await form.getByRole("button", { name: "Put it down" }).press("Enter");
    await expect(page.getByRole("status")).toContainText("Saved");
    await expect(page.locator("summary").filter({ hasText: "Beth-Ann" })).toBeVisible();
  });

  await test.step("who came is one table with one button", async () => {
    await page.goto(`/conferences/${READY}/record/attendance`);
    await page.getByLabel("How Grzegorz takes part").selectOption("Sent apologies");
    await type(page, "From when to when, or which part: Grzegorz", "Wrote a letter");
    await page.getByRole("button", { name: "Save who is here" }).press("Enter");
    await expect(page.getByLabel("From when to when, or which part: Grzegorz")).toHaveValue("Wrote a letter");
  });

  await test.step("a warning is set aside with a reason", async () => {
    await page.goto(`/conferences/${READY}/checks`);
    await expect(page.getByText("1 thing below is to be settled")).toBeVisible();
    await page.getByRole("button", { name: "Approve the record" }).press("Enter");
    await expect(page.getByRole("alert")).toContainText("A2 must be settled first");
    await page.locator("summary").filter({ hasText: "Set A2 aside" }).press("Enter");
    await type(page, "Why it is set aside", "The school told us it would be late.");
    await page.getByRole("button", { name: "Set it aside" }).press("Enter");
    await expect(page.getByText("The school told us it would be late.")).toBeVisible();
  });

  // A child's tablet that is still on when everybody has left.
  const tablet = (await devices.open("a tablet", PHONE)).page.request;
  const handed = await page.request.post(`/conferences/${READY}/tablet`, { form: { child: "maja" }, maxRedirects: 0 });
  const code = /hearth-handed=tablet:([^:;]+)/.exec(handed.headers()["set-cookie"] ?? "")?.[1] ?? "";
  await tablet.post("/join", { form: { code } });
  const shown = async () => (await tablet.get("/given/seat")).text();
  expect(await shown()).toContain("Maja");

  await test.step("the record is approved, and closed", async () => {
    await page.getByRole("button", { name: "Approve the record" }).press("Enter");
    await expect(page.getByText("The record is approved and closed.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Approve the record" })).toHaveCount(0);
    expect(await shown(), "who is still there goes on").toContain("Maja");
  });

  await test.step("everybody has left, and their devices let go", async () => {
    await page.getByRole("button", { name: "Have all devices let go" }).press("Enter");
    await expect(page.getByRole("status")).toContainText("Saved");
    expect(await shown()).not.toContain("Maja");
  });
});

test("the pages of the record fit a small screen", async ({ devices }) => {
  const { page } = await devices.open("the chair’s phone", PHONE);
  await signIn(page, CHAIR);
  for (const part of ["record", "record/attendance", "record/involvement", "checks", "copies"]) {
    await page.goto(`/conferences/${CONFERENCE}/${part}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider, part).toBeLessThanOrEqual(0);
  }
});
