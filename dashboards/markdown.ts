import { readFigureRequest } from "./figure-request.ts";

/** The page a block stands on: its path from the site's root and the parameters in it. */
export interface PageContext {
  path: string;
  params?: Readonly<Record<string, string>>;
}

/** How fenced blocks and words of a page become HTML and text. */
export interface PageBlocks {
  figure(source: string, page: PageContext): string;
  facts(source: string, page: PageContext): string;
  word(group: string, name: string, page: PageContext): string;
}

interface Token {
  info: string;
  content: string;
}

interface InlineState {
  src: string;
  pos: number;
  env: PageContext;
  push(type: string, tag: string, nesting: number): Token;
}

type Rule = (tokens: Token[], index: number, options: unknown, context: PageContext, self: unknown) => string;

/** The part of markdown-it that the pages need. */
export interface Markdown {
  renderer: { rules: Record<string, Rule | undefined> };
  inline: { ruler: { push(name: string, rule: (state: InlineState, silent: boolean) => boolean): void } };
}

/** Teaches Framework's Markdown the figure and facts blocks and the words in braces. */
export function teachMarkdown<M extends Markdown>(md: M, blocks: PageBlocks): M {
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, context, self) => {
    const { info, content } = tokens[index] ?? { info: "", content: "" };
    if (info.trim() === "figure") return blocks.figure(content, context);
    if (info.trim() === "facts") return blocks.facts(content, context);
    return fence?.(tokens, index, options, context, self) ?? "";
  };
  md.inline.ruler.push("published-word", (state, silent) => {
    const found = /^\{([a-z_]+)\.([a-z_]+)\}/.exec(state.src.slice(state.pos, state.pos + 80));
    if (found?.[1] === undefined || found[2] === undefined) return false;
    if (!silent) state.push("text", "", 0).content = blocks.word(found[1], found[2], state.env);
    state.pos += found[0].length;
    return true;
  });
  return md;
}

/** The requests of a figure block: one, or with `series: each` one for every series. */
export function figureRequests(source: string, page: PageContext, seriesOf: (measure: string) => readonly string[]) {
  const request = readFigureRequest(source, page.params ?? {});
  if (request.series !== "each") return [request];
  return seriesOf(request.measure).map((series) => ({
    ...request,
    series,
    id: `${request.id}-${series.replaceAll("_", "-")}`,
  }));
}
