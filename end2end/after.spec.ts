// What goes back to the children after the conference: an answer for everything they said, and the letter.
// Deliberately not here: the letter's texts and the minutes (they are tested where they are made).
import { CHAIR, CONFERENCE, CONSOLE, expect, saved, signIn, test } from "./fixtures";

test("a child’s words get their answer, and the letter keeps what the chair chose", async ({ devices, hearth }) => {
  const { page } = await devices.open("the chair’s laptop", CONSOLE);
  await signIn(page, CHAIR);
  await page.goto(`/conferences/${CONFERENCE}/after`);
  const maja = page.getByRole("region", { name: "Maja" });

  await test.step("who goes through the letter is kept", async () => {
    await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
    await maja.getByLabel("Who goes through the letter with the child").fill("Beth-Ann");
    await maja.getByRole("button", { name: "Keep this for the letter" }).click();
    await expect
      .poll(async () => JSON.stringify((await hearth.exported()) as unknown))
      .toContain("Beth-Ann\",\"keep\"");
  });

  await test.step("an answer is written at the board, where the question lies open", async () => {
    const row = maja.getByRole("listitem").filter({ hasText: "babcia makes pierogi" });
    await expect(row).toContainText("No answer yet");
    await row.getByRole("link", { name: "You said, so we …" }).click();
    await saved(page);
    await expect(page.getByRole("dialog").filter({ hasText: "babcia makes pierogi" })).toBeVisible();
  });
});
