import { expect, test } from "vitest";
import { headersFile, headersOf } from "../../../pipelines/site/headers.ts";

const page = (policy: string) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
const plain = page("default-src 'none'; style-src 'sha256-a'; img-src data:; base-uri 'none'; form-action 'none'");
const check = page(
  "default-src 'none'; style-src 'sha256-a'; img-src data:; script-src 'sha256-c'; worker-src blob:; connect-src 'none'",
);

test("a site may do what its pages allow themselves, and may not be framed", () => {
  expect(headersOf("staff", [plain, check])["Content-Security-Policy"]).toBe(
    "default-src 'none'; style-src 'sha256-a'; script-src 'sha256-c'; worker-src blob:; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect(headersOf("funders", [plain])["Content-Security-Policy"]).not.toContain("script-src");
});

test.each(["staff", "agency/hub"])("the site of %s is kept by nobody on the way and found by no search", (folder) => {
  expect(headersOf(folder, [plain])).toMatchObject({
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
  });
});

test("the file of headers is one rule for every path", () => {
  expect(headersFile({ "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer" })).toBe(
    "/*\n  X-Frame-Options: DENY\n  Referrer-Policy: no-referrer\n",
  );
});
