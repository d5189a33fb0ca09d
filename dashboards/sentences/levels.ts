/** The five levels of the matrix, lowest first. */
export const levelNames = ["In crisis", "Vulnerable", "Safe", "Building", "Empowered"] as const;

/** What the ends of the scale do to movement. */
export const ceilingNote =
  "Nobody at level 5 can rise and nobody at level 1 can fall, so those rows can move only one way.";
