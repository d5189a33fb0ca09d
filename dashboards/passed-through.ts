// Framework parses every page several times over; what is finished already, and most of a page, waits here while its place is kept.
const MARK = "passed-through ";
const waiting = new Map<string, string>();
let next = 0;

/** A comment that Framework leaves as it is, in the place of finished HTML; it is good for one page. */
export function passThrough(html: string): string {
  const place = String(next++);
  waiting.set(place, html);
  return `<!--${MARK}${place}-->`;
}

/** A page with all that was passed through back in its place. */
export function putBack(page: string): string {
  return page.replace(new RegExp(`<!--${MARK}(\\d+)-->`, "g"), (_, place: string) => {
    const html = waiting.get(place);
    if (html === undefined) throw new Error(`nothing waits to be put back: ${place}`);
    waiting.delete(place);
    return html;
  });
}
