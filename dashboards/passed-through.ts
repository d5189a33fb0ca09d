import { Buffer } from "node:buffer";

// Framework parses every page several times over; what is finished already, and most of a page, goes past it in a comment.
const MARK = "passed-through ";

/** HTML in a form that Framework leaves as it is. */
export const passThrough = (html: string): string => `<!--${MARK}${Buffer.from(html).toString("base64")}-->`;

/** A page with all that was passed through back in its place. */
export function putBack(page: string): string {
  return page.replace(new RegExp(`<!--${MARK}([\\w+/=]*)-->`, "g"), (_, text: string) =>
    Buffer.from(text, "base64").toString(),
  );
}
