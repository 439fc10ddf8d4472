// A real Hearth for every test, and the devices around it: consoles, walls, phones, tablets.
// Deliberately not here: anything pretended. The server is the binary, the devices are browsers of their own, and an
// error in any browser's console fails the test.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, test as base, expect } from "@playwright/test";

export { expect };
export type { Page };

const BINARY = resolve(__dirname, process.env.HEARTH_BIN ?? "../target/release/hearth");
const run = promisify(execFile);
/**
 * Every Hearth here keeps things in a folder of its own, whatever database the environment names, and logs as much as every
 * library can: when its test ends, nothing of what people wrote is in the log.
 */
const ENV = { ...process.env, DATABASE_URL: "", HEARTH_LOG: "trace" };
/** The demonstration, in whose texts there is enough that a log must never have. */
const INVENTED = ["1-initial.json", "2-review.json"].map((file) => resolve(__dirname, "../server/demo", file));

/** The first conference of the demonstration: Maja and Tomek, in the map phase. */
export const CONFERENCE = "fmc-2026-0924";
/** The second: Nush, decided already. */
export const REVIEW = "hbc-2026-1020";

export const CONSOLE = { width: 1366, height: 768 };
export const WALL = { width: 1920, height: 1080 };
export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 1180, height: 820 };

/** One running server with its own data folder. */
export class Hearth {
  readonly data = mkdtempSync(join(tmpdir(), "hearth-e2e-"));
  url = "";
  said = "";
  private logged: string[] = [];
  private process?: ChildProcess;

  /** Starts it and waits until it says where it is. */
  async start(command: "demo" | "serve"): Promise<void> {
    const listen = this.url === "" ? "127.0.0.1:0" : this.url.replace("http://", "");
    const process = spawn(BINARY, [command, "--data", this.data, "--listen", listen], {
      env: ENV,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = process;
    this.said = "";
    process.stderr?.on("data", (text: Buffer) => this.logged.push(text.toString()));
    await new Promise<void>((up, down) => {
      const hear = (text: Buffer) => {
        this.said += text.toString();
        const at = /Hearth is at (http:\/\/\S+)/.exec(this.said);
        if (at?.[1]) {
          this.url = at[1];
          up();
        }
      };
      process.stdout?.on("data", hear);
      process.on("error", down);
      process.on("exit", (code) => down(new Error(`Hearth ended with ${code}:\n${this.said}${this.log()}`)));
    });
  }

  /** Sends a signal to this server and to nothing else. */
  signal(signal: NodeJS.Signals): void {
    this.process?.kill(signal);
  }

  /** Ends it and waits until it is gone. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const process = this.process;
    this.process = undefined;
    if (process && process.exitCode === null && process.signalCode === null) {
      const gone = new Promise((gone) => process.once("exit", gone));
      process.kill("SIGCONT");
      process.kill(signal);
      await gone;
    }
  }

  /** Runs a command of the binary on this data folder; it must end well. */
  async tell(...command: string[]): Promise<string> {
    return (await run(BINARY, [...command, "--data", this.data], { env: ENV, maxBuffer: 64 * 1024 * 1024 })).stdout;
  }

  /** A conference as `hearth export` writes it. */
  async exported(conference = CONFERENCE): Promise<Exported> {
    return JSON.parse(await this.tell("export", conference)) as Exported;
  }

  /** The code that the terminal printed for "the lobby of ..." or "a tablet for ...". */
  code(leadsTo: string): string {
    const line = this.said.split("\n").find((line) => line.includes(leadsTo));
    return line?.trim().split(/\s+/)[0] ?? "";
  }

  /** What it logged, without what only a machine would want to know. */
  log(): string {
    return this.logged
      .join("")
      .split("\n")
      .filter((line) => !/TRACE|DEBUG/.test(line))
      .join("\n");
  }

  /** The first of these texts, and of those that the demonstration's people wrote, that is in its log. */
  overheard(texts: string[]): string | undefined {
    const log = this.logged.join("");
    return [...written, ...texts].find((text) => text.length >= LONG_ENOUGH && log.includes(text));
  }

  async end(): Promise<void> {
    await this.stop("SIGKILL");
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** Shorter texts are words of every day: a log has them by chance. */
const LONG_ENOUGH = 12;

/** The texts in a value that somebody wrote: whatever has a space in it. */
function texts(value: unknown): string[] {
  if (typeof value === "string") {
    return value.includes(" ") ? [value] : [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}
const written = INVENTED.flatMap((file) => texts(JSON.parse(readFileSync(file, "utf8"))));

/** What the tests read of an export. */
export interface Exported {
  cards: { id: string; words: string; section: string; removed?: boolean }[];
  tools: { entries: { id: string; words: string; place: string; may_know?: { who: string } }[] }[];
}

/** One browser of its own, with everything it was ever sent. */
export interface Device {
  page: Page;
  context: BrowserContext;
  /** Every socket frame that came. */
  frames: string[];
  /** Resolves with the first frame after which this holds. */
  until(holds: () => boolean): Promise<void>;
  /** Every socket frame that went. */
  sent: string[];
  /** Every frame, page and answer this device was ever sent, as one text. */
  everything(): Promise<string>;
  /** Errors that this test causes itself, like a network it cuts. */
  allow(...errors: RegExp[]): void;
}

/** What a browser says when its network is cut. */
export const CUT = [/WebSocket connection to .* failed/, /net::ERR_/, /Failed to load resource/];

export class Devices {
  readonly errors: string[] = [];
  private readonly sent: string[] = [];
  private readonly typed: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  constructor(
    private readonly browser: Browser,
    readonly hearth: Hearth,
  ) {}

  /** A new device that belongs to nobody yet. */
  async open(name: string, viewport: { width: number; height: number }, options: BrowserContextOptions = {}): Promise<Device> {
    const context = await this.browser.newContext({ baseURL: this.hearth.url, viewport, locale: "en-GB", ...options });
    this.contexts.push(context);
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    const page = await context.newPage();
    const allowed: RegExp[] = [];
    const wrong = (text: string) => {
      if (!allowed.some((error) => error.test(text))) {
        this.errors.push(`${name}: ${text}`);
      }
    };
    page.on("console", (message) => {
      if (message.type() === "error") {
        wrong(`${message.text()} ${message.location().url}`);
      }
    });
    page.on("pageerror", (error) => wrong(String(error)));
    const frames: string[] = [];
    const sent: string[] = [];
    const heard = new Set<() => void>();
    const until = (holds: () => boolean) =>
      new Promise<void>((done) => {
        const look = () => {
          if (holds()) {
            heard.delete(look);
            done();
          }
        };
        heard.add(look);
        look();
      });
    page.on("websocket", (socket) => {
      socket.on("framereceived", (frame) => {
        frames.push(frame.payload.toString());
        heard.forEach((look) => look());
      });
      socket.on("framesent", (frame) => {
        sent.push(frame.payload.toString());
        this.sent.push(frame.payload.toString());
      });
    });
    page.on("request", (request) => {
      if (request.method() === "POST" && request.headers()["content-type"]?.includes("urlencoded")) {
        this.typed.push(...new URLSearchParams(request.postData() ?? "").values());
      }
    });
    const answers: Promise<string>[] = [];
    page.on("response", (response) => {
      if (["document", "fetch", "xhr"].includes(response.request().resourceType())) {
        answers.push(response.text().catch(() => ""));
      }
    });
    const everything = async () => [...frames, ...(await Promise.all(answers)), await page.content()].join("\n");
    return { page, context, frames, until, sent, everything, allow: (...errors) => allowed.push(...errors) };
  }

  /** A console on which somebody is signed in and the conference is open. */
  async console(conference = CONFERENCE, who: Staff = CHAIR): Promise<Device> {
    const device = await this.open(`${who.name}’s console`, CONSOLE);
    await signIn(device.page, who);
    await openConsole(device.page, conference);
    return device;
  }

  /** A wall that the console has taken on. */
  async wall(console: Device, conference = CONFERENCE): Promise<Device> {
    const device = await this.open("wall", WALL);
    await device.page.goto("/wall");
    const code = await device.page.locator("p.code").innerText();
    await console.page.request.post(`/conferences/${conference}/wall`, { form: { code } });
    await boardUp(device);
    return device;
  }

  /** Somebody’s phone, let in as a person of the conference. */
  async phone(console: Device, called: string, person: RegExp, conference = CONFERENCE): Promise<Device> {
    const device = await this.open(`${called}’s phone`, PHONE);
    await join_(device.page, this.hearth.code(`lobby of ${conference}`), called);
    await expect(device.page.getByRole("heading", { name: `Hello ${called}` })).toBeVisible();
    await admit(console.page, called, person);
    await expect(device.page.getByRole("heading", { name: "On the wall now" })).toBeVisible();
    await connected(device);
    return device;
  }

  /** A child’s tablet. */
  async tablet(child: string): Promise<Device> {
    const device = await this.open(`${child}’s tablet`, TABLET);
    await join_(device.page, this.hearth.code(`tablet for ${child}`), "");
    await connected(device);
    return device;
  }

  /** What was written at any of these devices, as their sockets and forms sent it. */
  wrote(): string[] {
    return [...this.sent.flatMap((frame) => texts(JSON.parse(frame))), ...texts(this.typed)];
  }

  /** What the cookies of all these devices hold: whoever had one would be let in. */
  async cookies(): Promise<string[]> {
    const cookies = await Promise.all(this.contexts.map((context) => context.cookies()));
    return cookies.flat().map((cookie) => cookie.value);
  }

  async end(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
  }
}

export interface Staff {
  name: string;
  password: string;
}
export const CHAIR: Staff = { name: "sian", password: "kettle lantern orchard" };
export const CLERK: Staff = { name: "oluwaseun", password: "pencil harbour violet" };

/** Signs in at the front door. */
export async function signIn(page: Page, who: Staff): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Sign-in name").fill(who.name);
  await page.getByLabel("Password").fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/conferences");
}

/** Opens the console and waits until it is alive. */
export async function openConsole(page: Page, conference = CONFERENCE): Promise<void> {
  await page.goto(`/conferences/${conference}`);
  await saved(page);
}

/** Everything this console was asked to keep is kept. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator("header.bar").getByRole("status")).toContainText("Saved", { timeout: 30_000 });
}

/** The board is on this wall, live. */
export async function boardUp(wall: Device): Promise<void> {
  await expect(wall.page.locator(".wall")).toBeVisible();
  await expect.poll(() => wall.frames.length).toBeGreaterThan(0);
}

/** A seat's page is alive and connected. */
export async function connected(device: Device): Promise<void> {
  await expect(device.page.getByRole("status").filter({ hasText: /Connected|متصل/ })).toBeVisible();
}

/** Types a code at the front door. */
async function join_(page: Page, code: string, called: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Your code").fill(code);
  await page.getByLabel("What shall we call you?").fill(called);
  await page.getByRole("button", { name: "Come in" }).click();
  await page.waitForURL("**/seat");
}
export { join_ as join };

/** Lets somebody in from the lobby as this person. */
export async function admit(console: Page, called: string, person: RegExp): Promise<void> {
  await console.getByRole("listitem").filter({ hasText: called }).getByRole("button", { name: "Let in" }).click();
  await console.getByRole("dialog", { name: "Who is this?" }).getByRole("button", { name: person }).click();
  await saved(console);
}

/** Puts the focus on a line of the board, as a chair without a mouse does. */
export async function findLine(page: Page, words: string): Promise<void> {
  await page.keyboard.press("/");
  const dialog = page.getByRole("dialog", { name: "Find a line" });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("Words, or who said it").fill(words);
  await dialog.locator(".choices").getByRole("button").filter({ hasText: words }).first().press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.locator(".sheet .card:focus")).toContainText(words);
}

/** Opens a drawer at the foot of the console. */
export async function drawer(page: Page, name: string) {
  const inside = page.getByRole("region", { name, exact: true });
  if (!(await inside.isVisible())) {
    await page.locator("summary", { hasText: new RegExp(`^\\s*${name}`) }).click();
  }
  await expect(inside).toBeVisible();
  return inside;
}

/** Text as a reader takes it in: line breaks and runs of spaces do not count. */
export const plain = (text: string) => text.replace(/\s+/g, " ");

/** Whether the binary carries compressed files, as only a release build does. */
export async function isRelease(hearth: Hearth): Promise<boolean> {
  const answer = await fetch(`${hearth.url}/pkg/wall.js`, { headers: { "accept-encoding": "br" } });
  await answer.body?.cancel();
  return answer.headers.get("content-encoding") === "br";
}

interface Fixtures {
  /** How the server begins: the demonstration, or an empty folder. */
  begin: "demo" | "serve";
  hearth: Hearth;
  devices: Devices;
}

export const test = base.extend<Fixtures>({
  begin: ["demo", { option: true }],
  hearth: async ({ begin }, use, info) => {
    const hearth = new Hearth();
    await hearth.start(begin);
    await use(hearth);
    if (info.status !== info.expectedStatus) {
      await info.attach("what the server said", { body: hearth.log(), contentType: "text/plain" });
    }
    await hearth.end();
    expect(hearth.overheard([CHAIR.password, CLERK.password]), "what somebody wrote, in the log").toBeUndefined();
  },
  devices: async ({ browser, hearth }, use) => {
    const devices = new Devices(browser, hearth);
    await use(devices);
    const wrote = [...devices.wrote(), ...(await devices.cookies())];
    await devices.end();
    expect(devices.errors, "errors in a browser’s console").toEqual([]);
    expect(hearth.overheard(wrote), "what this test wrote, in the log").toBeUndefined();
  },
});
