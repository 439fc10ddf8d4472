// A child's tablet with more than words: another language, answers by a tap, a drawing, and a tool for an older child.
// Deliberately not here: what becomes of it on the board (conference.spec.ts), and lost connections (offline.spec.ts).
import { type Device, connected, expect, test } from "./fixtures";

/** Begins a tool that stands on the first screen. */
async function begin({ page }: Device, tool: RegExp, start: string): Promise<void> {
  await page.getByRole("button", { name: tool }).click();
  await page.locator("form").getByRole("button", { name: start, exact: true }).click();
}

test("a young child taps and draws in her own language, and every answer is kept", async ({ devices, hearth }) => {
  const maja = await devices.tablet("Maja");
  const { page } = maja;
  await page.getByRole("button", { name: "All my things" }).click();
  await page.getByRole("link", { name: "العربية" }).click();
  const screen = page.locator(".tablet");
  await expect(screen).toHaveAttribute("dir", "rtl");
  await expect(screen).toHaveAttribute("lang", "ar");
  await begin(maja, /كل شيء عني/, "ابدأ");

  await test.step("she draws herself, takes a stroke back, and says nothing", async () => {
    await page.getByRole("button", { name: "ارسم" }).click();
    const sheet = page.getByRole("img", { name: "رسمك" });
    const box = (await sheet.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    for (const y of [0.3, 0.5, 0.7]) {
      await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * y);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.8, box.y + box.height * y, { steps: 8 });
      await page.mouse.up();
    }
    await page.getByRole("button", { name: "خطوة إلى الوراء" }).click();
    await page.getByRole("button", { name: "استعمل هذا الرسم" }).click();
    await page.getByRole("button", { name: "احتفظ به" }).click();
    await expect(page.locator(".card img")).toBeVisible();
    await expect(page.getByText("لا يرى هذا أحد بعد")).toBeVisible();
  });

  await test.step("she taps what she likes", async () => {
    await page.getByRole("link", { name: "التالي" }).click();
    await page.getByText("الموسيقى", { exact: true }).click();
    await page.getByText("الحيوانات", { exact: true }).click();
    await page.getByRole("button", { name: "احتفظ به" }).click();
    await expect(page.locator(".card", { hasText: "الموسيقى" })).toBeVisible();
  });
  await connected(maja);
  await expect
    .poll(async () => (await hearth.exported()).tools.flatMap((tool) => tool.entries).filter((entry) => entry.place === "i_like").length)
    .toBe(1);
  const entries = (await hearth.exported()).tools.flatMap((tool) => tool.entries) as Kept[];
  expect(entries.find((entry) => entry.place === "this_is_me")?.pictures).toHaveLength(1);
  expect(entries.find((entry) => entry.place === "i_like")?.tapped).toEqual({ choices: ["music", "animals"] });

  await test.step("she chooses who can know for all of it at once", async () => {
    for (let pages = 0; pages < 20 && !(await page.getByRole("button", { name: "انتهيت" }).isVisible()); pages++) {
      const before = page.url();
      await page.getByRole("link", { name: "التالي" }).click();
      await page.waitForURL((url) => url.href !== before);
    }
    await page.getByRole("button", { name: "انتهيت" }).click();
    await page.getByRole("button", { name: "اختر لها كلها مرة واحدة" }).click();
    await page.getByText("الكبار الذين يساعدون فقط").click();
    await page.getByRole("button", { name: "نعم، هذا صحيح" }).click();
    await expect(page.getByText("لم تختر بعد من يعرف هذه الأشياء:")).toHaveCount(0);
  });
});

/** What is read of an entry beside its words. */
interface Kept {
  place: string;
  pictures?: unknown[];
  tapped?: unknown;
}

test("a young person learns about the meeting while answering, and a number goes with its question", async ({ devices, hearth }) => {
  const tomek = await devices.tablet("Tomek");
  const { page } = tomek;
  await begin(tomek, /Before the meeting/, "Start");
  await expect(page.getByRole("heading", { name: "What the meeting is" })).toBeVisible();
  const tool = new URL(page.url()).searchParams.get("tool") ?? "";
  await page.goto(`/seat?tool=${tool}&place=safe_at_school`);
  await connected(tomek);
  await page.getByText("7", { exact: true }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.locator(".card", { hasText: "7" })).toBeVisible();
  // A second answer takes the place of the first, which stays his own.
  await page.getByText("8", { exact: true }).click();
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.locator(".card", { hasText: "You took this back" })).toContainText("7");
  await expect
    .poll(async () => (await hearth.exported()).tools.flatMap((tool) => tool.entries as Kept[]).filter((entry) => entry.place === "safe_at_school").length)
    .toBe(2);
  const kept = (await hearth.exported()).tools.flatMap((tool) => tool.entries as Kept[]);
  expect(kept.filter((entry) => entry.place === "safe_at_school").map((entry) => entry.tapped)).toEqual([{ number: 7 }, { number: 8 }]);
});
