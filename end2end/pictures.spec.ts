// Takes the pictures for the README, only when asked: PICTURES=1 npx playwright test pictures
// Deliberately not here: comparing pictures. They are for people.
import { expect, saved, test } from "./fixtures";

test("the console and the wall", async ({ devices }) => {
  test.skip(!process.env.PICTURES, "pictures are taken only when PICTURES is set");
  const console = await devices.console();
  const wall = await devices.wall(console);
  await devices.phone(console, "Gosia", /Małgorzata|Gosia|Mum/);
  await console.page.reload();
  await saved(console.page);
  await expect(wall.page.getByText("Pączek").first()).toBeVisible();
  await console.page.screenshot({ path: "pictures/console.png" });
  await wall.page.screenshot({ path: "pictures/wall.png" });
});
