/** What the band between the bounds of a share is, in the key. */
export const bandTitle = "Where the share could lie if everybody's status were known";

/** Heads of the columns with the two bounds of a share. */
export const boundColumns = ["At least (if none of those not known)", "At most (if all of those not known)"] as const;

/** What people whose status is not known do to a share, and how the band is to be read. */
export const boundsSentence =
  "People whose status is not known are left out of the share. The light band shows how far they could change it: its left end is the share if what is counted were true of none of them, its right end if it were true of all of them.";
