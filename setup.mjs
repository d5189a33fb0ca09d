// Brings what the project needs before its own code can run: the locked dependencies and, with --browser, a Chromium for
// the tests. Plain JavaScript for any Node from 20 on, because Node 24 itself comes with the dependencies.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = path.dirname(fileURLToPath(import.meta.url));

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (error ?? status !== 0) throw error ?? new Error(`${command} ${args.join(" ")} ended with exit code ${status}`);
}

function bringDependencies() {
  const lock = readFileSync(path.join(root, "package-lock.json"), "utf8");
  const installed = path.join(root, "node_modules", ".installed-lock.json");
  if (existsSync(installed) && readFileSync(installed, "utf8") === lock) return;
  console.log("Bringing the locked dependencies; the first time this takes a minute or two.");
  run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
  writeFileSync(installed, lock);
}

function bringBrowser() {
  const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  if (places.some((place) => place && existsSync(place))) return;
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) {
    throw new Error(
      "no Chromium was found: install it and set CHROMIUM to its path (on Debian as root this is done for you)",
    );
  }
  console.log("Installing Chromium for the browser tests.");
  run("apt-get", "update", "-qq");
  run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core");
}

try {
  bringDependencies();
  if (process.argv.includes("--browser")) bringBrowser();
} catch (error) {
  console.error(`setup: ${error.message}`);
  process.exitCode = 1;
}
