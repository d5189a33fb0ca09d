import { expect, test } from "vitest";
import { lookUp } from "../../dashboards/lookup.ts";
import { html } from "../../dashboards/markup.ts";
import { publishedWord } from "../../dashboards/published-words.ts";
import { samplePublication } from "../support/publication.ts";

const lookup = lookUp(samplePublication());

test("words in braces stand for published facts", () => {
  expect(publishedWord("release", "as_of", {}, lookup)).toBe("September 30, 2026");
  expect(publishedWord("release", "goal_people", {}, lookup)).toBe("20,000");
  expect(publishedWord("partner", "kind", { partner: "harbor-house" }, lookup)).toBe("housing agency");
  expect(publishedWord("partner", "last_received_on", { partner: "cedar-family" }, lookup)).toBe("not yet");
});

test("a word that is not published stops the build", () => {
  expect(() => publishedWord("release", "secret", {}, lookup)).toThrow("no published word: {release.secret}");
  expect(() => publishedWord("partner", "name", { partner: "nobody" }, lookup)).toThrow("nobody");
});

test("markup escapes what is inserted, once", () => {
  expect(html`<p title="${'"x"'}">${"<b>"}${html`<i>${"&"}</i>`}</p>`.text).toBe(
    '<p title="&quot;x&quot;">&lt;b&gt;<i>&amp;</i></p>',
  );
});
