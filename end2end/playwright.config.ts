// How the browser tests run: Debian's Chromium, one worker, against the real binary (HEARTH_BIN).
// Deliberately not here: starting Hearth. Every test starts its own, on a fresh folder (fixtures.ts).
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A second try on a busy machine is said in the report ("flaky"); at a desk nothing is tried twice.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/London",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // Set TRACE=retain-on-failure to look into a failure at a desk; tracing what passes doubles the time of a run.
    trace: (process.env.TRACE as "retain-on-failure") ?? "on-first-retry",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
