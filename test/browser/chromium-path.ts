import { existsSync } from "node:fs";

/** Where the browser is: `CHROMIUM`, or where Debian and others install it (setup.mjs looks in the same places). */
export function chromiumPath(): string {
  const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error("no Chromium was found: install it and set CHROMIUM to its path");
  return found;
}
