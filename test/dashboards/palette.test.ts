import { expect, test } from "vitest";
import { diverging, ink, sequential, series } from "../../dashboards/charts/palette.ts";

function luminance(color: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const white = "#ffffff";

test.each(Object.entries(series))("series %s stands out from white", (_, color) => {
  expect(contrast(color, white)).toBeGreaterThanOrEqual(3);
});

test.each([ink.text, ink.muted, ink.goal])("text in %s can be read on white", (color) => {
  expect(contrast(color, white)).toBeGreaterThanOrEqual(4.5);
});

test.each([...Object.values(diverging), ...sequential])("text $on can be read on $fill", ({ fill, on }) => {
  expect(contrast(fill, on)).toBeGreaterThanOrEqual(4.5);
});

test("light fills have an outline that stands out from white", () => {
  expect(contrast(ink.outline, white)).toBeGreaterThanOrEqual(3);
});
