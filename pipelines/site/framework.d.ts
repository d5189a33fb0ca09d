/** The parts of Observable Framework 1.13.4 that pages are made with; it publishes no types of its own. */
declare module "@observablehq/framework/dist/config.js" {
  interface Page {
    readonly title: string | null;
  }
  interface Config {
    root: string;
    output: string;
    paths(): AsyncIterable<string>;
    loaders: { loadPage(path: string, options: object): Promise<Page> };
  }
  function readConfig(configPath: string): Promise<Config>;
}

declare module "@observablehq/framework/dist/render.js" {
  import type { Page } from "@observablehq/framework/dist/config.js";

  function renderPage(page: Page, options: object): Promise<string>;
}
