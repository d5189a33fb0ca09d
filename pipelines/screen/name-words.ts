import { namesOfCounties } from "../../data/reference/common-names.ts";

/** Words beside a name that are none of it, as a name is looked up. */
export const BESIDE_NAMES: ReadonlySet<string> = new Set(
  "mr mrs ms miss mx dr rev sr sra srta hon sgt prof jr snr jnr ii iii iv st nd rd th md phd rn lpn lcsw msw esq dds cpa client participant patient person student child parent mother father guardian spouse member resident applicant tenant worker name nombre attn co ref re aka the for of from by and y".split(
    " ",
  ),
);

const SIGNS = "\\x00-@\\[-`{-\\x7f";
/** A letter, or whatever is not of ASCII: that takes a hundredth of the time in which all letters of the world are told from the rest. */
export const LETTER = `[^${SIGNS}]`;
const SIGN = `[${SIGNS}]`;

/** Words with a few other signs around each, such as a name that is numbered, in brackets or in quotation marks. */
export const NAME_TEXT = `${SIGN}{0,6}${LETTER}+(?:${SIGN}${SIGN}?${SIGN}?${LETTER}+)*${SIGN}{0,6}`;

/** Signs that stand between words; an apostrophe holds one together, and a comma is a word of its own. */
export const BETWEEN_WORDS = '0123456789!"#$%&()*+-./:;<=>?@[\\]^_{|}~\t\n\v\f\r';

const WORDS = new Set(
  "april may june august summer autumn winter spring will mark bill grant hope grace faith joy mercy charity rose daisy iris holly dawn ray guy art rich young day price house hall park brown white black green gray gold long case page street church fields hill banks king queen bishop cook baker mason carter miller parker love wise best moore little short rivers stone wood woods west north east south bell ball bush burns cross flowers fox frost glass graves hand head hunt hunter knight lamb land lane lake marsh major mills moon noble post quick reed rice rock rush sharp shepherd sparks strong swan sweet temple wall walls ward waters weaver wolf york english french israel jordan paris dallas austin houston virginia georgia carolina dakota".split(
    " ",
  ),
);

/** Whether a name is as well a word, a month or a county, as it may stand in the name of a file. */
export const isAlsoWord = (name: string) => WORDS.has(name) || namesOfCounties.has(name);
