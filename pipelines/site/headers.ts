/** What stands over one file of a site when it is served. */
export type Headers = Readonly<Record<string, string>>;

/** Whether only some people may read a site; its pages are then kept by nobody on the way. */
const isRestricted = (folder: string) => folder !== "funders";

/** Headers that every file of every site is served with. */
export const everyHeader: Headers = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

const DIRECTIVES = ["style-src", "script-src", "worker-src"] as const;

function sourcesOf(pages: readonly string[], directive: string): string[] {
  const policies = pages.flatMap(
    (page) => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? [],
  );
  const named = policies.flatMap((policy) => policy.split("; ").filter((rule) => rule.startsWith(`${directive} `)));
  return [...new Set(named.flatMap((rule) => rule.split(" ").slice(1)))].sort();
}

/** The policy of a whole site: what any of its pages allows itself, and that none is framed. */
export function policyOf(pages: readonly string[]): string {
  const allowed = DIRECTIVES.flatMap((directive) => {
    const sources = sourcesOf(pages, directive);
    return sources.length === 0 ? [] : [`${directive} ${sources.join(" ")}`];
  });
  return [
    "default-src 'none'",
    ...allowed,
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The headers of a site, by its folder and the HTML of its pages. */
export const headersOf = (folder: string, pages: readonly string[]): Headers => ({
  "Content-Security-Policy": policyOf(pages),
  ...everyHeader,
  ...(isRestricted(folder)
    ? { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow" }
    : { "Cache-Control": "public, max-age=300, must-revalidate" }),
});

/** The `_headers` file that Netlify and Cloudflare Pages read. */
export const headersFile = (headers: Headers): string =>
  ["/*", ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ""].join("\n");
