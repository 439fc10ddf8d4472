// What another site's page, a script or a closed seat may not do.
// Deliberately not here: who may see which words (conference.spec.ts, and the server's own tests).
import { request as raw } from "node:http";
import { CONFERENCE, CHAIR, boardUp, expect, saved, test } from "./fixtures";

const FORMS = [
  ["/setup", { token: "x", name: "x", display_name: "x", password: "x" }],
  ["/sign-in", { name: CHAIR.name, password: CHAIR.password }],
  ["/sign-out", {}],
  ["/join", { code: "ABCD-EFGH", name: "x" }],
  ["/leave", {}],
  ["/conferences", { kind: "initial" }],
  [`/conferences/${CONFERENCE}/wall`, { code: "ABCD" }],
  [`/conferences/${CONFERENCE}/tablet`, { child: "maja" }],
] as const;

const SOCKETS = [`/socket/conference/${CONFERENCE}`, "/socket/seat", "/socket/wall"];

test("what comes from another site is refused, on every form and every socket", async ({ devices, hearth }) => {
  const console = await devices.console();
  const cookies = (await console.context.cookies()).map((cookie) => `${cookie.name}=${cookie.value}`).join("; ");
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: hearth.url.replace("127.0.0.1", "localhost") },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: hearth.url },
  ];
  for (const headers of foreign) {
    for (const [path, form] of FORMS) {
      const answer = await console.page.request.post(path, { form, headers, maxRedirects: 0 });
      expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403);
      expect(answer.headers()["set-cookie"]).toBeUndefined();
    }
    for (const path of SOCKETS) {
      expect(await knock(hearth.url, path, { cookie: cookies, ...headers }), `${path} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
  // The same socket opens for the page itself, so it was the origin that was refused.
  expect(await knock(hearth.url, SOCKETS[0] ?? "", { cookie: cookies, origin: hearth.url })).toBe(101);
  await console.page.reload();
  await saved(console.page);
});

test("a real page of another site cannot sign anybody out or listen in", async ({ devices, hearth }) => {
  const console = await devices.console();
  // The same browser, on a page that is not Hearth's: localhost is another site than 127.0.0.1.
  const evil = await console.context.newPage();
  const elsewhere = hearth.url.replace("127.0.0.1", "localhost");
  await evil.route(`${elsewhere}/evil`, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Win a prize</h1>" }));
  await evil.goto(`${elsewhere}/evil`);
  const heard = await evil.evaluate(
    (address) =>
      new Promise<string>((done) => {
        const socket = new WebSocket(address);
        socket.onopen = () => done("open");
        socket.onclose = () => done("refused");
      }),
    `${hearth.url.replace("http", "ws")}/socket/conference/${CONFERENCE}`,
  );
  expect(heard).toBe("refused");
  await evil.evaluate((url) => fetch(`${url}/sign-out`, { method: "POST", credentials: "include", mode: "no-cors" }).catch(() => undefined), hearth.url);
  await evil.close();
  await console.page.reload();
  await saved(console.page);
});

test("headers and cookies leave no way in", async ({ devices }) => {
  const console = await devices.console();
  const wall = await devices.wall(console);
  await devices.phone(console, "Gosia", /Małgorzata|Gosia|Mum/);
  for (const path of ["/", "/conferences", `/conferences/${CONFERENCE}`, `/conferences/${CONFERENCE}/prepare`, `/conferences/${CONFERENCE}/minutes/family`, "/wall", "/seat", "/nothing-here"]) {
    const answer = await console.page.request.get(path);
    const policy = answer.headers()["content-security-policy"] ?? "";
    expect(policy, path).toContain("default-src 'none'");
    // The chair looks at the minutes through somebody's eyes inside a page of Hearth's own; nobody else may frame them.
    const framed = path.includes("/minutes/") ? "'self'" : "'none'";
    expect(policy, path).toMatch(new RegExp(`frame-ancestors ${framed}(;|$)`));
    expect(policy, path).not.toContain("unsafe-inline");
    expect(policy, path).not.toMatch(/'unsafe-eval'/);
    expect(answer.headers()["cache-control"], path).toBe("no-store");
    expect(answer.headers()["x-content-type-options"], path).toBe("nosniff");
    expect(["no-referrer", "same-origin"], path).toContain(answer.headers()["referrer-policy"]);
  }
  for (const device of [console, wall]) {
    const cookies = await device.context.cookies();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, path: "/" });
      expect(cookie.name).toMatch(/^__Host-/);
      expect(["Lax", "Strict"]).toContain(cookie.sameSite);
    }
    expect(await device.page.evaluate(() => document.cookie)).toBe("");
  }
});

test("signing out closes the console that is open elsewhere, and says on it how to go on", async ({ devices }) => {
  const console = await devices.console();
  console.allow(/WebSocket connection to .* failed/, /status of 401/);
  const list = await console.context.newPage();
  await list.goto("/conferences");
  await list.getByRole("button", { name: "Sign out" }).click();
  await list.waitForURL((url) => url.pathname === "/");
  const frame = console.page.frameLocator('iframe[title="Staying signed in"]');
  await expect(frame.getByText("You are signed out.")).toBeVisible({ timeout: 20_000 });
  const frames = console.frames.length;
  // Somebody else goes on working; nothing of it reaches the console that was signed out.
  const again = await devices.console();
  await again.page.keyboard.press("b");
  await saved(again.page);
  expect(console.frames.slice(frames).filter((frame) => frame.includes("patch") || frame.includes("snapshot"))).toEqual([]);
  await console.page.goto(`/conferences/${CONFERENCE}`);
  await expect(console.page.getByRole("heading", { name: "This conference is not open" })).toBeVisible();
});

test("a seat that is closed shows nothing", async ({ devices }) => {
  const console = await devices.console();
  const phone = await devices.phone(console, "Gosia", /Małgorzata|Gosia|Mum/);
  const wall = await devices.wall(console);
  await console.page.reload();
  await saved(console.page);
  await expect(phone.page.getByText("Pączek").first()).toBeVisible();

  await console.page.getByRole("button", { name: /Close the device of/ }).click();
  await expect(phone.page.getByRole("heading", { name: "This place is closed" })).toBeVisible();
  await expect(phone.page.getByText("Pączek")).toHaveCount(0);
  const frames = phone.frames.length;

  await boardUp(wall);
  await console.page.getByRole("button", { name: "Close The wall" }).click();
  await expect(wall.page.getByText("Type this code on the console")).toBeVisible({ timeout: 20_000 });
  await expect(wall.page.getByText("Pączek")).toHaveCount(0);

  await phone.page.goto("/seat");
  await expect(phone.page.getByRole("heading", { name: "This place is closed" })).toBeVisible();
  expect(phone.frames.slice(frames).join()).not.toContain("Pączek");
});

/** Asks for a socket by hand and says what came: 101 when it opened. */
function knock(url: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((done, failed) => {
    const asked = raw(`${url}${path}`, {
      headers: { connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13", "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==", ...headers },
    });
    asked.on("upgrade", (answer, socket) => {
      socket.destroy();
      done(answer.statusCode ?? 0);
    });
    asked.on("response", (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    asked.on("error", failed);
    asked.end();
  });
}
