import { type Day, day } from "./calendar.ts";
import type { Need } from "./need.ts";

/** How an invented partner works and whom it serves; its programs, columns and words are in data/partners/<id>.yaml. */
export interface Behaviour {
  /** Day on which it joined the network. */
  joins: Day;
  /** How many families come to it first, against the other partners. */
  doors: number;
  /** Below 0 it serves families with less to fall back on, above 0 those with more. */
  leans: number;
  /** Whole households, or one adult of them. */
  serves: "household" | "adult";
  /** Usual length of a stay in months. */
  months: number;
  /** Share of people with whom contact is lost in a month. */
  lost: number;
  /** Progress of its people against the network's usual pace. */
  pace: number;
  /** Share of the matrix forms that are due which are filled in. */
  diligence: number;
  /** Services to one adult in a month, by type. */
  services: Readonly<Record<string, number>>;
  /** Needs for which others refer to it. */
  meets: readonly Need[];
  /** Share of referrals to it after which the service is received. */
  connects: number;
}

/** The behaviour of every partner of the sample network, by partner id. */
export const roster: Readonly<Record<string, Behaviour>> = {
  "riverbend-hub": {
    joins: day("2023-07-01"),
    doors: 17,
    leans: -0.25,
    serves: "household",
    months: 9,
    lost: 0.03,
    pace: 1.15,
    diligence: 0.9,
    services: { coordination: 0.35, coaching: 0.12, financial: 0.05 },
    meets: ["utilities"],
    connects: 0.62,
  },
  "northgate-hub": {
    joins: day("2023-07-01"),
    doors: 13,
    leans: -0.55,
    serves: "household",
    months: 10,
    lost: 0.055,
    pace: 0.95,
    diligence: 0.78,
    services: { coordination: 0.42, training: 0.1, financial: 0.08 },
    meets: ["utilities", "other"],
    connects: 0.5,
  },
  "southfield-hub": {
    joins: day("2024-01-02"),
    doors: 13,
    leans: 0.1,
    serves: "household",
    months: 8,
    lost: 0.04,
    pace: 1,
    diligence: 0.84,
    services: { coordination: 0.3 },
    meets: ["employment", "other"],
    connects: 0.55,
  },
  "lanternway-line": {
    joins: day("2023-07-01"),
    doors: 12,
    leans: 0,
    serves: "adult",
    months: 0.7,
    lost: 0.08,
    pace: 0.6,
    diligence: 0,
    services: { navigation: 1.1 },
    meets: [],
    connects: 0.5,
  },
  "millrace-workforce": {
    joins: day("2023-07-01"),
    doors: 14,
    leans: 0.4,
    serves: "adult",
    months: 6,
    lost: 0.035,
    pace: 1.05,
    diligence: 0.72,
    services: { training: 0.12 },
    meets: ["employment"],
    connects: 0.58,
  },
  "oakrow-learning": {
    joins: day("2023-09-01"),
    doors: 8,
    leans: 0.3,
    serves: "adult",
    months: 8,
    lost: 0.05,
    pace: 1,
    diligence: 0,
    services: { training: 1 },
    meets: ["education"],
    connects: 0.52,
  },
  "stonebridge-housing": {
    joins: day("2023-07-01"),
    doors: 6,
    leans: -0.7,
    serves: "household",
    months: 11,
    lost: 0.025,
    pace: 0.9,
    diligence: 0.86,
    services: { coordination: 0.3, financial: 0.2 },
    meets: ["housing"],
    connects: 0.34,
  },
  "fernhill-family-center": {
    joins: day("2023-08-01"),
    doors: 7,
    leans: 0.2,
    serves: "household",
    months: 12,
    lost: 0.02,
    pace: 1.1,
    diligence: 0.8,
    services: { childcare: 0.5, training: 0.1 },
    meets: ["childcare"],
    connects: 0.48,
  },
  "plainview-legal-aid": {
    joins: day("2024-03-01"),
    doors: 2.5,
    leans: 0,
    serves: "adult",
    months: 4,
    lost: 0.03,
    pace: 0.8,
    diligence: 0,
    services: { other: 0.6 },
    meets: ["legal"],
    connects: 0.6,
  },
  "harvest-lane-pantry": {
    joins: day("2023-07-01"),
    doors: 9,
    leans: -0.3,
    serves: "household",
    months: 6,
    lost: 0.06,
    pace: 0.7,
    diligence: 0,
    services: { other: 0.7 },
    meets: ["food"],
    connects: 0.81,
  },
  "cedar-court-clinic": {
    joins: day("2023-10-02"),
    doors: 6,
    leans: -0.1,
    serves: "household",
    months: 14,
    lost: 0.03,
    pace: 0.9,
    diligence: 0,
    services: { other: 0.25, navigation: 0.08 },
    meets: ["health"],
    connects: 0.66,
  },
  "openroad-transit": {
    joins: day("2024-01-02"),
    doors: 2.5,
    leans: 0,
    serves: "adult",
    months: 5,
    lost: 0.05,
    pace: 0.7,
    diligence: 0,
    services: { other: 1.1 },
    meets: ["transportation"],
    connects: 0.7,
  },
  "brightwater-outreach": {
    joins: day("2024-07-01"),
    doors: 5,
    leans: -0.4,
    serves: "household",
    months: 2,
    lost: 0.09,
    pace: 0.7,
    diligence: 0,
    services: { navigation: 0.6 },
    meets: [],
    connects: 0.4,
  },
  "keystone-benefits": {
    joins: day("2023-07-01"),
    doors: 8,
    leans: -0.2,
    serves: "household",
    months: 13,
    lost: 0.03,
    pace: 0.8,
    diligence: 0,
    services: { navigation: 0.2 },
    meets: ["food", "health"],
    connects: 0.72,
  },
};
