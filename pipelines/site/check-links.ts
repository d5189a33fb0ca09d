import { posix } from "node:path";

const ids = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));

/** Stops at the first link of the site that leads nowhere, in another page's anchors included. */
export function checkLinks(pages: ReadonlyMap<string, string>, files: ReadonlySet<string>): void {
  const anchors = new Map([...pages].map(([path, html]) => [path, ids(html)]));
  for (const [path, html] of pages) {
    for (const [, href = ""] of html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
      const [target = "", anchor] = href.split("#");
      const file = target === "" ? path : posix.join(posix.dirname(path), decodeURI(target));
      const found = pages.has(file) ? !anchor || anchors.get(file)?.has(anchor) : files.has(file) && !anchor;
      if (!found) throw new Error(`a link on ${path} leads nowhere: ${href}`);
    }
  }
}
