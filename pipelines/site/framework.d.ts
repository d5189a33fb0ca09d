/** The parts of Observable Framework 1.13.4 that pages are made with; it publishes no types of its own. */
declare module "@observablehq/framework/dist/config.js" {
  function normalizeConfig(spec: object, root: string): object;
}

declare module "@observablehq/framework/dist/markdown.js" {
  interface Page {
    readonly title: string | null;
  }
  function parseMarkdown(text: string, options: object): Page;
}

declare module "@observablehq/framework/dist/render.js" {
  import type { Page } from "@observablehq/framework/dist/markdown.js";

  function renderPage(page: Page, options: object): Promise<string>;
}
