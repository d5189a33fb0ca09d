/** What a cell of an element holds: a keyed token, a day (`YYYYMMDD`), a code, or text. */
type Holds = "token" | "day" | "code" | "text";

export interface PirlElement {
  /** Its name in the record layout, without "(WIOA)". */
  name: string;
  holds: Holds;
}

const code = (name: string): PirlElement => ({ name, holds: "code" });
const day = (name: string): PirlElement => ({ name, holds: "day" });
const text = (name: string): PirlElement => ({ name, holds: "text" });

const QUARTERS = ["1st", "2nd", "3rd", "4th"] as const;

/** Elements 1600 to 1607: employed in each quarter after exit, and how that is known. */
const quarters = Object.fromEntries(
  QUARTERS.flatMap((quarter, index) => [
    [`${1600 + 2 * index}`, code(`Employed in ${quarter} Quarter After Exit Quarter`)],
    [`${1601 + 2 * index}`, code(`Type of Employment Match ${quarter} Quarter After Exit Quarter`)],
  ]),
);

const gain = (type: string) => day(`Date of Most Recent Measurable Skill Gains: ${type}`);

/**
 * The elements of the WIOA Participant Individual Record Layout (PIRL, ETA-9170 and ETA-9172) that are read, by their numbers.
 * Names as the layout has them and as states write them over their columns; derived columns of the public records as CALC and number.
 * AgeAtEntry is not in the layout: it takes the place of the date of birth (element 200).
 */
export const pirlElements: Readonly<Record<string, PirlElement>> = {
  100: { name: "Unique Individual Identifier", holds: "token" },
  101: text("State Code of Residence"),
  102: code("County Code of Residence"),
  201: code("Sex"),
  202: code("Individual with a Disability"),
  210: code("Ethnicity: Hispanic / Latino"),
  211: code("American Indian / Alaska Native"),
  212: code("Asian"),
  213: code("Black / African American"),
  214: code("Native Hawaiian / Other Pacific Islander"),
  215: code("White"),
  300: code("Veteran Status"),
  301: code("Eligible Veteran Status"),
  900: day("Date of Program Entry"),
  901: day("Date of Program Exit"),
  903: code("Adult"),
  904: code("Dislocated Worker"),
  905: code("Youth"),
  909: code("Rapid Response (Additional Assistance)"),
  910: code("Adult Education"),
  911: code("Job Corps"),
  917: code("Vocational Rehabilitation"),
  918: code("Wagner-Peyser Employment Service"),
  919: code("YouthBuild"),
  923: code("Other Reasons for Exit"),
  1302: day("Date Entered Training #1"),
  1303: code("Type of Training Service #1"),
  1309: day("Date Entered Training #2"),
  1310: code("Type of Training Service #2"),
  1314: day("Date Entered Training #3"),
  1315: code("Type of Training Service #3"),
  ...quarters,
  1618: code("Retention with the same employer in the 2nd Quarter and the 4th Quarter"),
  1800: code("Type of Recognized Credential"),
  1801: day("Date Attained Recognized Credential"),
  1802: code("Type of Recognized Credential #2"),
  1803: day("Date Attained Recognized Credential #2"),
  1804: code("Type of Recognized Credential #3"),
  1805: day("Date Attained Recognized Credential #3"),
  1807: gain("Postsecondary Transcript/Report Card"),
  1808: gain("Secondary Transcript/Report Card"),
  1809: gain("Training Milestone"),
  1810: gain("Skills Progression"),
  CALC4001: code("Adult funding"),
  CALC4002: code("Dislocated worker funding"),
  CALC4003: code("Youth funding"),
  CALC4004: code("Dislocated worker grant"),
  CALC4005: code("Wagner-Peyser funding"),
  CALC4006: code("Reportable individual"),
  CALC4020: code("Race and ethnicity"),
  CALC4039: code("Age at entry, calculated"),
  AgeAtEntry: code("Age at Program Entry"),
};

/** Elements that identify people whatever stands in them, by the kind of thing they hold. */
export const identifyingElements: Readonly<Record<string, string>> = {
  103: "a ZIP code",
  200: "a date of birth",
};
