/** Colors of text and lines; contrast on white is tested. */
export const ink = { text: "#1f2328", muted: "#4b5563", grid: "#d5d9df", outline: "#1f2328", goal: "#801650" } as const;

/** Up to four series that differ for every kind of color vision, and grey for the rest. */
export const series = { navy: "#12436D", orange: "#C2470A", sky: "#4491F0", dark: "#400D07", grey: "#79718A" } as const;

/** From worse to better; light steps need the outline. `on` is the color of text upon each. */
export const diverging = {
  worst: { fill: "#9A3A06", on: "#ffffff" },
  worse: { fill: "#E08A4A", on: "#1f2328" },
  better: { fill: "#6BA3D6", on: "#1f2328" },
  best: { fill: "#12436D", on: "#ffffff" },
} as const;

/** From few to many, with the color of text upon each. */
export const sequential = [
  { fill: "#EAF1F9", on: "#1f2328" },
  { fill: "#B9D3EA", on: "#1f2328" },
  { fill: "#80AEDA", on: "#1f2328" },
  { fill: "#2F6CA3", on: "#ffffff" },
  { fill: "#12436D", on: "#ffffff" },
] as const;
